"""Decides what is asked and said around publishing: what becomes of it now, and what does not yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.journeys.kept import one_line
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.issues import counts
from whatsapp_studio.qt.journeys.saving import Saver
from whatsapp_studio.qt.widgets.dialogs import ask, show_error
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.designing import Version


def publish(
    beside: QWidget, studio: Studio, document: JourneyDocument, saver: Saver, done: Callable[[Version], object]
) -> None:
    """Ask, save, and keep the journey as a version that never changes; ``done`` gets it."""
    document.check_now()
    errors, warnings = counts(document.problems)
    if errors or not _agreed(beside, document.journey.name, warnings):
        return
    if not saver.flush():
        return
    journeys, id = studio.journeys, document.journey.id
    before = _number(journeys.versions(id))

    def told(version: Version) -> None:
        if version.number == before:
            Toast.show_in(beside, tr("This is published already; nothing a contact would notice changed since."))
        else:
            Toast.show_in(beside, tr("Published as version {n}. It will never change.", n=version.publication))
        done(version)

    def failed(error: StudioError) -> None:
        show_error(beside, wording.explain(error.code, error.facts))

    Job(beside, lambda _progress: journeys.publish(id)).on_done(told).on_failed(failed).run()


def _number(versions: tuple[Version, ...]) -> int:
    return next((one.number for one in versions if one.kind == "published"), 0)


def _agreed(beside: QWidget, name: str, warnings: int) -> bool:
    parts = [
        tr("It is kept as it is now, as a version that never changes. You can go on editing the draft."),
        tr("Nothing is sent and nobody enters yet: running journeys comes with a later version of the program."),
    ]
    if warnings:
        parts.append(ntr("{n} warning stays.", "{n} warnings stay.", warnings))
    title = tr("Publish “{name}”?", name=one_line(name) or tr("Unnamed journey"))
    return ask(beside, title, "\n\n".join(parts), tr("Publish"), tr("Not now"))
