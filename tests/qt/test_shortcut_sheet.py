"""Decides whether the list of keys names only keys that people have."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication

from whatsapp_studio.qt.shortcut_sheet import _keys


def test_keys_that_only_old_keyboards_have_are_left_out(qapp: QApplication) -> None:
    undo = QAction("&Undo")
    undo.setShortcuts([QKeySequence("Ctrl+Z"), QKeySequence("F14")])
    assert _keys(undo) == "Ctrl+Z"
    undo.setShortcuts([QKeySequence("F12"), QKeySequence("Undo"), QKeySequence("F35")])
    assert _keys(undo) == "F12"
