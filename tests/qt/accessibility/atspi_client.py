"""Decides what a screen reader would do with the program: find its window, go to a page, read the canvas, press.

Run by the system's own Python, which has pyatspi; says what it found as JSON, one object.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi

WITHIN = 40.0


def walk(one: Any, depth: int = 0) -> Iterator[Any]:
    """Everything below, itself first; what goes away meanwhile is passed over."""
    if one is None or depth > 40:
        return
    yield one
    try:
        children = [one.getChildAtIndex(n) for n in range(min(one.childCount, 200))]
    except Exception:
        return
    for child in children:
        yield from walk(child, depth + 1)


def until(look: Callable[[], Any], what: str) -> Any:
    """What ``look`` finds, once it finds it."""
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except Exception:
            pass
        time.sleep(0.2)
    raise SystemExit(f"not found: {what}")


def shown(one: Any) -> bool:
    return bool(one.getState().contains(pyatspi.STATE_SHOWING))


def press(one: Any) -> None:
    action = one.queryAction()
    names = [action.getName(n) for n in range(action.nActions)]
    action.doAction(names.index("Press") if "Press" in names else names.index("Toggle"))


def named(root: Any, name: str, *roles: str) -> Any:
    return next((one for one in walk(root) if one.name == name and one.getRoleName() in roles and shown(one)), None)


def program() -> Any:
    desktop = pyatspi.Registry.getDesktop(0)
    found = [desktop.getChildAtIndex(n) for n in range(desktop.childCount)]
    return next((one for one in found if one is not None and one.name in PROGRAM), None)


PROGRAM = ("whatsapp-studio", "WhatsApp Studio")
BUTTONS = ("push button", "button", "toggle button", "check box", "radio button")


def main() -> None:
    """Go through the program and tell."""
    app = until(program, "the program")
    window = until(lambda: next((one for one in walk(app) if one.getRoleName() == "frame"), None), "its window")
    for name in sys.argv[1:]:
        press(until(lambda name=name: named(window, name, *BUTTONS), name))
    canvas = until(
        lambda: next((one for one in walk(window) if one.name == "Journey canvas" and shown(one)), None), "the canvas"
    )
    items = [canvas.getChildAtIndex(n) for n in range(canvas.childCount)]
    steps = [one for one in items if one.getRoleName() == "list item"]
    box = steps[0].queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    hit = canvas.queryComponent().getAccessibleAtPoint(
        box.x + box.width // 2, box.y + box.height // 2, pyatspi.DESKTOP_COORDS
    )
    sys.stdout.write(json.dumps({
        "window": window.name, "canvas": canvas.getRoleName(), "steps": [one.name for one in steps],
        "about": [one.description for one in steps], "hit": hit.name if hit is not None else "",
    }))  # fmt: skip


main()
