"""Decides which commands the canvas has: one table, one QAction each, for menus, tool bar, context menus and keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.journeys.arrange import Side, Way, align, distribute, free_place
from whatsapp_studio.journeys.edits import (
    ChangeStep,
    Disconnect,
    MoveItems,
    PutFrame,
    PutNote,
    RemoveItems,
    Together,
)
from whatsapp_studio.journeys.graph import GRID, NOTE, Frame, Note, Point, new_id
from whatsapp_studio.journeys.table import ports_of
from whatsapp_studio.qt.canvas.adding import output_of_selection
from whatsapp_studio.qt.canvas.hand import Hand
from whatsapp_studio.qt.canvas.hits import Hit
from whatsapp_studio.qt.canvas.navigate import first_step
from whatsapp_studio.qt.canvas.tidying import Tidying
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.plain import plain_tip, unmarked

_KEY = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str | None


class Command(NamedTuple):
    """A row: its name, text, keys and icon; where its keys count (the whole ``editor``, the ``canvas`` and lists of
    its steps, or as a single ``letter``); what it needs (edits, a selection, steps, several)."""

    name: str
    text: str
    keys: Keys = None
    icon: str = ""
    scope: str = "canvas"
    needs: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("undo", mark("&Undo"), _KEY.Undo, "undo-2", "editor", "undo"),
    Command("redo", mark("&Redo"), _KEY.Redo, "redo-2", "editor", "redo"),
    Command("cut", mark("Cu&t"), _KEY.Cut, "", "canvas", "edit items"),
    Command("copy", mark("&Copy"), _KEY.Copy, "copy", "canvas", "items"),
    Command("paste", mark("&Paste"), _KEY.Paste, "", "canvas", "edit"),
    Command("duplicate", mark("&Duplicate"), "Ctrl+D", "", "canvas", "edit items"),
    Command("delete", mark("De&lete"), _KEY.Delete, "trash-2", "canvas", "edit any"),
    Command("heal", mark("Delete and &join"), "Ctrl+Del", "", "canvas", "edit steps"),
    Command("select_all", mark("Select &all"), _KEY.SelectAll, "", "canvas"),
    Command("downstream", mark("Select what c&omes after"), "Ctrl+Shift+Down", "", "canvas", "steps"),
    Command("quick_add", mark("Add a &step…"), "Ins", "plus", "canvas", "edit"),
    Command("connect", mark("&Connect with keys"), "C", "", "letter", "edit output"),
    Command("connect_to", mark("Connect &to…"), "Ctrl+Shift+C", "", "canvas", "edit output"),
    Command("disconnect", mark("Remove a&rrow"), None, "", "canvas", "edit links"),
    Command("open", mark("&Open in the inspector"), "Return", "", "canvas", "one"),
    Command("rename", mark("Re&name"), "F2", "pencil", "canvas", "edit one"),
    Command("disable", mark("Disa&ble"), "D", "ban", "letter", "edit steps"),
    Command("note", mark("A&dd a note"), "N", "", "letter", "edit"),
    Command("frame", mark("&Frame"), "Ctrl+G", "", "canvas", "edit steps"),
    Command("unframe", mark("Remove fr&ame"), "Ctrl+Shift+G", "", "canvas", "edit frames"),
    Command("collapse", mark("Collapse or open frame"), None, "", "canvas", "edit frames"),
    Command("tidy", mark("Tid&y up"), "Ctrl+Shift+L", "wand-sparkles", "editor", "edit"),
    Command("align_left", mark("Align &left"), None, "", "canvas", "edit several"),
    Command("align_centre", mark("Align &centres"), None, "", "canvas", "edit several"),
    Command("align_right", mark("Align &right"), None, "", "canvas", "edit several"),
    Command("align_top", mark("Align &top"), None, "", "canvas", "edit several"),
    Command("align_middle", mark("Align &middles"), None, "", "canvas", "edit several"),
    Command("align_bottom", mark("Align &bottom"), None, "", "canvas", "edit several"),
    Command("distribute_across", mark("Distribute &across"), None, "", "canvas", "edit three"),
    Command("distribute_down", mark("Distribute &down"), None, "", "canvas", "edit three"),
    Command("zoom_in", mark("Zoom i&n"), _KEY.ZoomIn, "", "editor"),
    Command("zoom_out", mark("Zoom &out"), _KEY.ZoomOut, "", "editor"),
    Command("zoom_100", mark("&Actual size"), "Ctrl+0", "", "editor"),
    Command("zoom_fit", mark("&Fit the journey"), "Ctrl+9", "", "editor"),
    Command("zoom_selection", mark("Fit the sele&ction"), "Ctrl+8", "", "editor"),
    Command("home", mark("Go to the &entry"), "Home", "", "canvas"),
)
_SIDES: tuple[Side, ...] = ("left", "centre", "right", "top", "middle", "bottom")
_WAYS: tuple[Way, ...] = ("across", "down")
_ALIGN = (*(f"align_{side}" for side in _SIDES), "", *(f"distribute_{way}" for way in _WAYS))
# Context menus by what was clicked; an empty name is a line between.
MENUS: dict[str, tuple[str, ...]] = {
    "step": (
        "open", "rename", "", "quick_add", "connect_to", "", "cut", "copy", "paste", "duplicate", "", "note", "frame",
        "disable", "", "downstream", "", "delete", "heal",
    ),
    "output": ("quick_add", "connect_to", "connect", "paste", "disconnect"),
    "link": ("quick_add", "connect_to", "", "disconnect"),
    "note": ("rename", "", "cut", "copy", "duplicate", "", "delete"),
    "frame": ("rename", "collapse", "", "copy", "duplicate", "", "unframe"),
    "nothing": ("quick_add", "paste", "note", "", "select_all", "tidy", "", "zoom_fit", "zoom_100"),
}  # fmt: skip
_MENU_OF = {"port": "output", "plus": "output", "label": "output", "badge": "step", "frame_title": "frame",
            "frame_toggle": "frame", "link_start": "link", "link_end": "link"}  # fmt: skip


class Actions(QObject):
    """The commands of one canvas, by name in :attr:`all`. They follow the document: what cannot be done is grey."""

    def __init__(self, hand: Hand) -> None:
        super().__init__(hand)
        self._hand, self._document, self._view = hand, hand.document, hand.view
        # Where the menu of the empty canvas was opened: what is pasted by it goes there.
        self._here: Point | None = None
        self._tidying = Tidying(self._document, self._view)
        slots = self._slots()
        self.all: dict[str, QAction] = {row.name: self._make(row, slots[row.name]) for row in COMMANDS}
        self._scopes = {row.name: row.scope for row in COMMANDS}
        stack = self._document.undo_stack
        stack.undoTextChanged.connect(self._follow)
        stack.redoTextChanged.connect(self._follow)
        stack.indexChanged.connect(self._follow)
        self._document.selected.connect(self._follow)
        self._document.changed.connect(self._follow)
        hand.menu_wanted.connect(self.open_menu)
        self._follow()

    def __getitem__(self, name: str) -> QAction:
        return self.all[name]

    def attach(self, *lists: QWidget) -> None:
        """Have the commands' keys count in the canvas and in further views of the same steps."""
        for widget in (self._view, *lists):
            widget.addActions([action for name, action in self.all.items() if self._scopes[name] != "editor"])

    def attach_editor(self, editor: QWidget) -> None:
        """Have the keys of what concerns the whole journey count anywhere in its editor."""
        editor.addActions([action for name, action in self.all.items() if self._scopes[name] == "editor"])

    def use_letters(self, on: bool) -> None:
        """Whether single letters are commands (WCAG 2.1.4: they can be turned off)."""
        for row in COMMANDS:
            if row.scope == "letter":
                self.all[row.name].setShortcut(QKeySequence(row.keys) if on and isinstance(row.keys, str) else "")

    def menu(self, kind: str) -> QMenu:
        """The context menu for a kind of thing on the canvas."""
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in MENUS[kind]:
            menu.addAction(self.all[name]) if name else menu.addSeparator()
        if kind == "step" and len(self._document.selection) > 1:
            menu.insertMenu(self.all["downstream"], self.align_menu(menu))
        return menu

    def align_menu(self, parent: QWidget) -> QMenu:
        """Align and distribute, as a menu in another one."""
        menu = QMenu(tr("Ali&gn"), parent)
        for name in _ALIGN:
            menu.addAction(self.all[name]) if name else menu.addSeparator()
        return menu

    def open_menu(self, hit: Hit, where: QPoint) -> None:
        """Open the context menu of what was clicked."""
        if hit.kind in ("port", "plus", "label"):
            self._document.select({f"{hit.id}:{hit.port}"}, "")
        elif hit.kind == "nothing":
            self._document.select((), "")
        menu = self.menu(_MENU_OF.get(hit.kind, hit.kind))
        if hit.kind == "nothing":
            self._here = (round(self._hand.pointer.x()), round(self._hand.pointer.y()))
            menu.destroyed.connect(self._anywhere)
        menu.popup(where)

    @Slot()
    def _anywhere(self) -> None:
        self._here = None

    # -- what each does ------------------------------------------------------------------------------

    def _slots(self) -> dict[str, Callable[[], object]]:
        hand, view, clipboard = self._hand, self._view, self._hand.clipboard
        return {
            "undo": self._document.undo, "redo": self._document.redo,
            "cut": clipboard.cut, "copy": clipboard.copy, "duplicate": clipboard.duplicate,
            "paste": lambda: clipboard.paste(view.visible(), self._here),
            "delete": self._delete, "heal": partial(self._remove, heal=True),
            "select_all": self._select_all, "downstream": self._select_downstream,
            "quick_add": hand.quick_add, "connect": self._connect, "connect_to": self._connect_to,
            "disconnect": self._disconnect, "open": lambda: hand.wants_edit.emit(self._document.current, ""),
            "rename": self._rename, "disable": self._disable, "note": self._note, "frame": self._frame,
            "unframe": self._unframe, "collapse": self._collapse, "tidy": self._tidying.tidy,
            **{f"align_{side}": partial(self._align, side) for side in _SIDES},
            **{f"distribute_{way}": partial(self._distribute, way) for way in _WAYS},
            "zoom_in": view.zoom_in, "zoom_out": view.zoom_out, "zoom_100": lambda: view.set_zoom(1.0),
            "zoom_fit": view.fit, "zoom_selection": view.fit_selection, "home": self._home,
        }  # fmt: skip

    def _chosen(self, among: object) -> frozenset[str]:
        return frozenset(i for i in self._document.selection if i in among)  # type: ignore[operator]

    def _output(self) -> tuple[str, str]:
        """The output a connection begins at: the one selected, or the first free one (else the first) of the step."""
        journey, selection = self._document.journey, self._document.selection
        if len(selection) == 1:
            (only,) = selection
            source, _, port = only.rpartition(":")
            if source in journey.steps:
                return source, port
        found = output_of_selection(self._document).rpartition(":")
        if found[0]:
            return found[0], found[2]
        step = journey.steps.get(self._document.current)
        ports = ports_of(step, journey) if step is not None else ()
        return (self._document.current, ports[0].name) if ports else ("", "")

    def _delete(self) -> None:
        journey = self._document.journey
        links = self._chosen(journey.links)
        things = self._document.selection - links
        if links and not things:
            self._document.do(Disconnect(links=links))
        elif things:
            self._remove()

    def _remove(self, heal: bool = False) -> None:
        journey, ids = self._document.journey, self._document.selection
        # What a collapsed frame stands for goes with it; an open one only lets go of its steps.
        frames = [journey.frames[i] for i in ids if i in journey.frames]
        inside = {step for frame in frames if frame.collapsed for step in frame.steps}
        self._document.do(RemoveItems(ids=ids | inside, heal=heal))

    def _select_all(self) -> None:
        journey = self._document.journey
        self._document.select({*journey.steps, *journey.notes, *journey.frames})

    def _select_downstream(self) -> None:
        journey = self._document.journey
        chosen = self._chosen(journey.steps)
        self._document.select(chosen.union(*(journey.downstream(i) for i in chosen)))

    def _connect(self) -> None:
        source, port = self._output()
        if source:
            self._view.setFocus()
            self._hand.connecting.begin(source, port)

    def _connect_to(self) -> None:
        source, port = self._output()
        if source:
            self._hand.connect_by_list(source, port)

    def _disconnect(self) -> None:
        self._document.do(Disconnect(links=self._chosen(self._document.journey.links)))

    def _rename(self) -> None:
        selection = self._document.selection
        target = self._document.current or next(iter(selection), "")
        source, _, port = target.rpartition(":")
        if source in self._document.journey.steps:
            self._hand.in_place.label(source, port)
        else:
            self._hand.in_place.rename(target)

    def _disable(self) -> None:
        journey = self._document.journey
        chosen = sorted(self._chosen(journey.steps))
        off = not all(journey.steps[i].disabled for i in chosen)
        if chosen:
            self._document.do(Together(edits=tuple(ChangeStep(step=i, disabled=off) for i in chosen)))

    def _note(self) -> None:
        journey, current = self._document.journey, self._document.current
        tied = current if current in journey.steps and len(self._document.selection) == 1 else ""
        if tied:
            x, y = journey.places[tied]
            near = (x + int(self._hand.scene.steps[tied].width) + GRID, y)
        else:
            seen = self._view.visible()
            at = self._hand.pointer if seen.contains(self._hand.pointer) else seen.center()
            near = (round(at.x()), round(at.y()))
        note = Note(id=new_id(), step=tied)
        if self._document.do(PutNote(note=note, place=free_place(journey, near, NOTE))):
            self._document.select({note.id}, note.id)
            self._view.ensureVisible(self._hand.scene.notes[note.id].card, 24, 24)
            self._hand.in_place.rename(note.id)

    def _frame(self) -> None:
        steps = tuple(sorted(self._chosen(self._document.journey.steps)))
        frame = Frame(id=new_id(), steps=steps)
        self._document.stop_merging()
        if steps and self._document.do(PutFrame(frame=frame)):
            self._document.stop_merging()
            self._document.select({frame.id}, frame.id)
            self._hand.in_place.rename(frame.id)

    def _unframe(self) -> None:
        self._document.do(RemoveItems(ids=self._chosen(self._document.journey.frames)))

    def _collapse(self) -> None:
        for frame in sorted(self._chosen(self._document.journey.frames)):
            self._hand.toggle_frame(frame)

    def _align(self, side: Side) -> None:
        self._document.do(MoveItems(places=align(self._document.journey, self._document.selection, side),
                                    called="edit-align"))  # fmt: skip

    def _distribute(self, way: Way) -> None:
        self._document.do(MoveItems(places=distribute(self._document.journey, self._document.selection, way),
                                    called="edit-distribute"))  # fmt: skip

    def _home(self) -> None:
        self._view.go_home()
        first = first_step(self._document.journey)
        if first:
            self._document.select({first}, first)

    # -- how they look -------------------------------------------------------------------------------

    def _make(self, row: Command, act: Callable[[], object]) -> QAction:
        action = QAction(tr(row.text), self)
        if isinstance(row.keys, str):
            action.setShortcut(QKeySequence(row.keys))
        elif row.keys is not None:
            action.setShortcuts(row.keys)
        if row.name == "downstream":
            action.setShortcuts([QKeySequence("Ctrl+Shift+Down"), QKeySequence("Ctrl+Shift+Right")])
        if row.name == "redo":
            action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        if row.name == "open":
            action.setShortcuts([QKeySequence("Return"), QKeySequence("Enter")])
        if row.icon:
            action.setIcon(icon(row.icon))
        whole = row.scope == "editor"
        context = Qt.ShortcutContext
        # Delete in a list of the form must never take a step away: only the canvas and its twin hear it.
        action.setShortcutContext(context.WidgetWithChildrenShortcut if whole else context.WidgetShortcut)
        action.triggered.connect(lambda _on=False: act())
        self._tell(action, tr(row.text).replace("&", "").rstrip("…"))
        return action

    def _tell(self, action: QAction, spoken: str) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(plain_tip(f"{spoken} ({keys})" if keys else spoken))

    def _follow(self, *_: object) -> None:
        """Grey is what cannot be done now; undo and redo say what they would."""
        if not isValid(self._document.undo_stack):
            return  # A stack that is taken down clears itself, and says so.
        document, journey = self._document, self._document.journey
        chosen = document.selection
        steps, links = self._chosen(journey.steps), self._chosen(journey.links)
        frames = self._chosen(journey.frames)
        things = chosen & {*journey.steps, *journey.notes, *journey.frames} if chosen else frozenset[str]()
        stack = document.undo_stack
        so = {
            "edit": not document.read_only, "any": bool(things or links), "items": bool(things), "steps": bool(steps),
            "links": bool(links), "frames": bool(frames), "one": len(chosen) == 1,
            "several": len(things) > 1, "three": len(things) > 2, "output": len(chosen) == 1,
            "undo": stack.canUndo() and not document.read_only, "redo": stack.canRedo() and not document.read_only,
        }  # fmt: skip
        for row in COMMANDS:
            self.all[row.name].setEnabled(all(so[need] for need in row.needs.split()))
        for name, text, what in (
            ("undo", tr("&Undo"), stack.undoText()), ("redo", tr("&Redo"), stack.redoText()),
        ):  # fmt: skip
            words = tr("{command}: {what}", command=text, what=unmarked(what)) if what else text
            if self.all[name].text() != words:
                self.all[name].setText(words)
                plain = text.replace("&", "")
                self._tell(self.all[name], tr("{command}: {what}", command=plain, what=what) if what else plain)
        off = bool(steps) and all(journey.steps[i].disabled for i in steps)
        self.all["disable"].setText(tr("Ena&ble") if off else tr("Disa&ble"))


