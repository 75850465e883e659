"""Decides which commands the editor of a journey has beside those of the canvas: one QAction each, in one table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.icons import icon

_KEY = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str | None
# Name, text, keys, icon; those of the second table are on or off, and a menu shows that in the place of an icon.
_COMMANDS: tuple[tuple[str, str, Keys, str], ...] = (
    ("save", mark("&Save now"), _KEY.Save, "save"),
    ("close", mark("&Close journey"), "Ctrl+W", ""),
    ("find", mark("&Find a step…"), _KEY.Find, "search"),
    ("find_next", mark("Find &next"), "F3", ""),
    ("find_previous", mark("Find pre&vious"), "Shift+F3", ""),
    ("next_pane", mark("Ne&xt pane"), "F6", ""),
    ("issues", mark("Prob&lems…"), "F8", ""),
    ("settings", mark("Jo&urney settings…"), "", "settings"),
    ("simulate", mark("Si&mulate…"), "Ctrl+Shift+T", "flask-conical"),
    ("publish", mark("&Publish…"), "", ""),
    ("live", mark("&Watch it run"), "Ctrl+L", "radio"),
    ("keep", mark("&Keep this version…"), "", ""),
    ("versions", mark("&Versions…"), "", ""),
    ("compare", mark("Compare w&ith live"), "", ""),
    ("about_step", mark("About &this step"), "Shift+F1", "circle-help"),
    ("kinds", mark("&Steps"), "", ""),
)
_TOGGLES: tuple[tuple[str, str, Keys, str], ...] = (
    ("steps", mark("&Steps as a list"), "Ctrl+Shift+O", ""),
    ("palette", mark("&Palette"), "Ctrl+Shift+P", ""),
    ("inspector", mark("&Inspector"), "Ctrl+\\", ""),
    ("minimap", mark("&Minimap"), "Ctrl+M", ""),
    ("history", mark("&History"), "Ctrl+H", ""),
    ("test", mark("Follow on&e contact"), "Ctrl+T", ""),
    ("try", mark("Test wit&h real messages"), "Ctrl+Shift+R", ""),
    ("letters", mark("Single &letters are commands"), "", ""),
)


class Commands(QObject):
    """The commands by name. ``slots`` says what each does; a toggle's gets whether it is on."""

    def __init__(self, owner: QWidget, slots: Mapping[str, Callable[..., object]]) -> None:
        super().__init__(owner)
        self._owner = owner
        self.all: dict[str, QAction] = {}
        for table, is_toggle in ((_COMMANDS, False), (_TOGGLES, True)):
            for name, text, keys, icon_name in table:
                if name in slots:
                    action = self._make(owner, text, keys, icon_name)
                    action.setCheckable(is_toggle)
                    act = slots[name]
                    if is_toggle:
                        action.toggled.connect(act)
                    else:
                        action.triggered.connect(lambda _on=False, act=act: act())
                    self.all[name] = action

    def take(self, name: str, action: QAction) -> None:
        """Have a command here that is made elsewhere."""
        self.all[name] = action
        if action.menu() is None:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._owner.addAction(action)

    def check_only(self, name: str, *among: str) -> None:
        """Of some toggles have one on, or none of them."""
        for one in among:
            self.all[one].setChecked(one == name)

    def __getitem__(self, name: str) -> QAction:
        return self.all[name]

    def _make(self, owner: QWidget, text: str, keys: Keys, icon_name: str) -> QAction:
        action = QAction(tr(text), self)
        if isinstance(keys, str):
            action.setShortcut(QKeySequence(keys))
        elif keys is not None:
            action.setShortcuts(keys)
        if icon_name:
            action.setIcon(icon(icon_name))
        # Two journeys may be open in windows of their own, and other pages have keys of their own.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        spoken = tr(text).replace("&", "").rstrip("…")
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{spoken} ({shortcut})" if shortcut else spoken)
        owner.addAction(action)
        return action
