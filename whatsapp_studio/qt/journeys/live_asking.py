"""Decides how it is said, where journeys are listed, that late messages of some of them wait for a person."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.journeys.banners import Banners


class Asking(Banners):
    """A line above the list. ``wanted`` carries the id of a journey whose late messages a person wants to see."""

    wanted = Signal(str)

    def show_late(self, late: Mapping[str, int]) -> None:
        """How many wait, by journey; the line is gone where none do."""
        if not late:
            self.hush("late")
            return
        n = sum(late.values())
        said = ntr("{n} late message waits for your decision.", "{n} late messages wait for your decision.", n)
        self.say("late", "warning", said, (tr("Show"), partial(self.wanted.emit, next(iter(late)))))
