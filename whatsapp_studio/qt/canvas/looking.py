"""Decides how a canvas that is only looked at is zoomed by menu and keys: as the canvas of the draft is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.canvas.actions import COMMANDS
from whatsapp_studio.qt.canvas.view import JourneyView


def looking(owner: QWidget, view: JourneyView) -> list[QAction]:
    """The commands that move nothing but the look of ``view``, made once; their keys count anywhere in ``owner``."""
    acts: dict[str, Callable[[], object]] = {
        "zoom_in": view.zoom_in, "zoom_out": view.zoom_out, "zoom_100": lambda: view.set_zoom(1.0),
        "zoom_fit": view.fit,
    }  # fmt: skip
    made = [one for one in owner.actions() if one.objectName() in acts]
    rows = [row for row in COMMANDS if row.name in acts]
    return made or [_make(owner, row.name, tr(row.text), row.keys, acts[row.name]) for row in rows]


def _make(
    owner: QWidget, name: str, text: str, keys: QKeySequence.StandardKey | str | None, act: Callable[[], object]
) -> QAction:
    action = QAction(text, owner)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(keys)] if isinstance(keys, str) else QKeySequence.keyBindings(keys or _NONE))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _on=False: act())
    owner.addAction(action)
    return action


_NONE = QKeySequence.StandardKey.UnknownKey
