"""Decides where each command of the editor stands in the window's menus: every one of them once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction

from whatsapp_studio.qt.canvas.actions import Actions
from whatsapp_studio.qt.canvas.document import JourneyDocument

# Where text is written, these are about the text: the window has its own for that.
FOR_FIELDS = ("undo", "redo", "cut", "copy", "paste", "delete", "select_all")
# A menu of its own, with these in it.
ALIGN, _ALIGNING = "align", ("align_", "distribute_")
# By menu, in order; an empty name is a line between. What a version of the editor does not have is left out.
_PLACES: Mapping[str, tuple[str, ...]] = {
    "file": ("save", "export", "print", "close"),
    "edit": (
        "undo", "redo", "", "cut", "copy", "paste", "duplicate", "", "delete", "heal", "", "select_all", "downstream",
        "", "find", "find_next", "find_previous", "", "history",
    ),
    "view": (
        "steps", "palette", "inspector", "minimap", "next_pane", "letters", "",
        "zoom_in", "zoom_out", "zoom_100", "zoom_fit", "zoom_selection", "home",
    ),
    "journey": (
        "quick_add", "connect", "connect_to", "disconnect", "", "open", "rename", "disable", "note", "",
        "frame", "unframe", "collapse", "", "tidy", ALIGN, "", "issues", "settings", "test", "try", "simulate",
        "",
        "publish", "live", "keep", "versions", "compare",
    ),
    "help": ("about_step", "kinds"),
}  # fmt: skip


def menus(found: Mapping[str, QAction]) -> Mapping[str, Sequence[QAction | None]]:
    """The commands by menu; None is a line between. What is placed nowhere goes to the end of Journey."""
    placed = {name for names in _PLACES.values() for name in names}
    rest = [action for name, action in found.items() if name not in placed and not name.startswith(_ALIGNING)]
    made: dict[str, list[QAction | None]] = {}
    for menu, names in _PLACES.items():
        line: list[QAction | None] = []
        for name in names:
            if name in found:
                line.append(found[name])
            elif not name and line and line[-1] is not None:
                line.append(None)
        made[menu] = line
    made["journey"] += [None, *rest] if rest else []
    return {menu: line for menu, line in made.items() if line}


def outline_menu(edits: Actions, document: JourneyDocument, where: QPoint) -> None:
    """The same menu as on the canvas, for the line under the pointer."""
    journey = document.journey
    id = document.current or next(iter(document.selection), "")
    kind = (
        "step" if id in journey.steps else "note" if id in journey.notes else "frame" if id in journey.frames
        else "output" if id else "nothing"
    )  # fmt: skip
    edits.menu(kind).popup(where)
