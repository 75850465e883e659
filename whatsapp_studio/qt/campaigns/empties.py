"""Decides when it is counted for how many people a place has no value, and in which words that is said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.templates.findings import Finding

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.checking import Report

_SOON_MS = 400
# Beyond so many contacts it is counted when a person asks for it.
MOST_UNASKED = 50_000


class Empties(QObject):
    """Counts in a job. ``counted`` carries the report, None while nobody knows."""

    counted = Signal(object)

    def __init__(self, studio: Studio, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._draft = Draft()
        self._job: Job[Report] | None = None
        self._of: object = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.count)

    def follow(self, draft: Draft) -> None:
        """Count for this draft a moment after its last change, where what it counts changed and that is quick."""
        asked = draft.audience, draft.purpose, draft.template, draft.language, draft.translations, draft.mapping
        self._draft = draft
        if asked != self._of:
            self._of = asked
            self.stop()
            self.counted.emit(None)
            if self.is_quick():
                self._soon.start()

    def is_quick(self) -> bool:
        """Whether it is counted without being asked for."""
        return bool(self._draft.template) and self._studio.contacts.count() <= MOST_UNASKED

    def count(self) -> None:
        """Count now, outside the window's thread."""
        self.stop()
        draft, checking = self._draft, self._studio.checking

        def work(progress: Progress) -> Report:
            return checking.check(draft, progress)

        job = self._job = Job(self, work)
        job.on_done(lambda report: self._show(job, report)).on_failed(self._failed).run()

    def forget(self) -> None:
        """People changed: what was counted is of before."""
        self._of = None

    def stop(self) -> None:
        """Nobody waits for the count that goes on."""
        self._soon.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show(self, job: Job[Report], report: Report) -> None:
        if job is self._job:
            self._job = None
            self.counted.emit(report)

    def _failed(self, _error: StudioError) -> None:
        """What is wrong with the draft is told at its fields."""
        self._job = None


def empty_words(place: str, mapping: Mapping, findings: Iterable[Finding], people: int) -> str:
    """For how many of ``people`` a place is empty, and what becomes of them."""
    found = {one.code: one.count for one in findings if one.place == place}
    all_words = number(people)
    if n := found.get("value-empty", 0):
        if mapping.if_empty == "block":
            return ntr("{n} of {all} has nothing here and blocks the campaign.",
                       "{n} of {all} have nothing here and block the campaign.", n, all=all_words)  # fmt: skip
        return ntr("{n} of {all} has nothing here and is left out.",
                   "{n} of {all} have nothing here and are left out.", n, all=all_words)  # fmt: skip
    if n := found.get("value-fallback", 0):
        return ntr("{n} of {all} has nothing here and gets “{text}”.",
                   "{n} of {all} have nothing here and get “{text}”.", n, all=all_words,
                   text=mapping.fallback)  # fmt: skip
    return ntr("{n} person, and there is a value.", "{n} people, and each has a value.", people) if people else tr(
        "Nobody gets the message yet."
    )
