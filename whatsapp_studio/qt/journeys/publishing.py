"""Decides what is asked and said around publishing: who enters, who finishes what, what is changed as it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.living import ALIVE
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.issues import counts
from whatsapp_studio.qt.journeys.publish_dialog import About, PublishDialog
from whatsapp_studio.qt.journeys.saving import Saver
from whatsapp_studio.qt.widgets.dialogs import show_error
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.designing import Version


def publish(
    beside: QWidget, studio: Studio, document: JourneyDocument, saver: Saver, done: Callable[[Version], object],
    compare: Callable[[], object] = lambda: None,
) -> None:  # fmt: skip
    """Save, tell what publishing would do, ask, and do it; ``done`` gets the version.

    ``compare`` is called instead where the person wants to see the differences first.
    """
    document.check_now()
    errors, warnings = counts(document.problems)
    if errors or not saver.flush():
        return
    running, id = studio.running, document.journey.id

    def look(_progress: object) -> About:
        life = running.life(id)
        found = running.amendment(id) if life is not None and life.state in ALIVE else None
        return About(draft=studio.journeys.get(id), impact=running.impact(id), amendment=found, warnings=warnings)

    def asked(about: About) -> None:
        if about.impact.same and (about.amendment is None or not about.amendment.any):
            Toast.show_in(beside, tr("This is what runs already; nothing was changed since."))
            return
        dialog = PublishDialog(about, beside)
        dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        if chosen == "compare":
            compare()
        elif chosen:
            _do(beside, studio, id, chosen == "amend", done)

    Job(beside, look).on_done(asked).on_failed(lambda error: _failed(beside, error)).run()


def _do(beside: QWidget, studio: Studio, id: str, amend: bool, done: Callable[[Version], object]) -> None:
    def told(version: Version) -> None:
        if amend:
            Toast.show_in(beside, tr("Applied to what runs; it is version {n} now.", n=version.publication))
        else:
            Toast.show_in(beside, tr("Published as version {n}. It will never change.", n=version.publication))
        done(version)

    work = studio.running.amend if amend else studio.running.publish
    Job(beside, lambda _progress: work(id)).on_done(told).on_failed(lambda error: _failed(beside, error)).run()


def _failed(beside: QWidget, error: StudioError) -> None:
    show_error(beside, wording.explain(error.code, error.facts))
