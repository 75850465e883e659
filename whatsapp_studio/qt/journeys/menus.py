"""Decides where each command of the editor stands in the window's menus: every one of them once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction

# By menu, in order; an empty name is a line between. What a version of the editor does not have is left out.
_PLACES: Mapping[str, tuple[str, ...]] = {
    "file": ("save", "export", "close"),
    "edit": (
        "undo", "redo", "", "cut", "copy", "paste", "duplicate", "delete", "heal", "select_all", "downstream", "",
        "find", "find_next", "find_previous", "", "history",
    ),
    "view": (
        "steps", "palette", "inspector", "minimap", "next_pane", "",
        "zoom_in", "zoom_out", "zoom_reset", "fit", "fit_selection", "home",
    ),
    "journey": (
        "quick_add", "connect", "rename", "edit", "disable", "", "note", "frame", "collapse", "tidy", "align",
        "distribute", "", "issues", "settings", "test", "", "publish", "keep", "versions", "compare",
    ),
    "help": ("shortcuts",),
}  # fmt: skip


def menus(found: Mapping[str, QAction]) -> Mapping[str, Sequence[QAction | None]]:
    """The commands by menu; None is a line between. What is placed nowhere goes to the end of Journey."""
    placed = {name for names in _PLACES.values() for name in names}
    rest = [action for name, action in found.items() if name not in placed]
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
