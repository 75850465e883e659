"""Decides what a sample workspace holds: the sandbox connected, its templates, and made-up people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from whatsapp_studio.audience.importing import ImportPlan, ImportResult
from whatsapp_studio.base.paths import resource
from whatsapp_studio.base.progress import Progress, Unwatched

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

CONTACTS = "samples/contacts.csv"
COUNTRY = "NL"
CONSENT_SOURCE = "sample data"
# People in the sandbox answer this much faster than in life, so that a report fills while one looks at it.
SPEED = 20.0


def connect_sandbox(studio: Studio, *, speed: float = SPEED) -> None:
    """Start the sandbox and connect the workspace to it, its webhooks sent to the engine's receiver; then sync."""
    studio.sandbox.connect_workspace(webhook_url=studio.engine.status().receiver_url, speed=speed)
    studio.templates.sync()


def import_sample(studio: Studio, progress: Progress = Unwatched()) -> ImportResult:
    """Import the made-up people; they are marked as samples and can be removed again together."""
    path = resource(CONTACTS)
    preview = studio.contacts.preview(path, country=COUNTRY)
    plan = ImportPlan(
        mapping=preview.mapping, country=COUNTRY, consent_source=CONSENT_SOURCE, consent_at=studio.clock.now(),
        options=preview.options, is_sample=True,
    )  # fmt: skip
    return studio.contacts.import_file(path, plan, progress)


def prepare(studio: Studio) -> None:
    """A workspace to try everything in; what is there already is kept."""
    connect_sandbox(studio)
    if studio.contacts.count() == 0:
        import_sample(studio)
