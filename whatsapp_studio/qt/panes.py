"""Decides where the focus goes with F6: through the parts of a window, in order and round again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def next_pane(panes: Sequence[QWidget]) -> QWidget | None:
    """The pane after the one with the focus, of those that are shown; the first where none has it."""
    shown = [pane for pane in panes if pane.isVisible()]
    if not shown:
        return None
    focus = QApplication.focusWidget()
    has = next((n for n, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), -1)
    return shown[(has + 1) % len(shown)]


def go_to_next(panes: Sequence[QWidget]) -> None:
    """Give the focus to the first thing in the next pane that takes it by Tab."""
    pane = next_pane(panes)
    if pane is None:
        return
    one = pane.nextInFocusChain()
    while one is not None and one is not pane:
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if pane.isAncestorOf(one) and one.isVisible() and one.isEnabled() and takes:
            one.setFocus(Qt.FocusReason.TabFocusReason)
            return
        one = one.nextInFocusChain()
