"""Decides what a journey is told of the workspace around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.audience.quiet import QuietHours
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.base.zones import machine_zone
from whatsapp_studio.journeys.kept import JourneyRow
from whatsapp_studio.journeys.surroundings import OtherJourney, Surroundings
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.syncing import Templates

Receiving = Callable[[], bool]
Names = Callable[[], tuple[str, ...] | None]
Texts = Callable[[], Mapping[str, str]]
__all__ = ["Around", "machine_zone", "quiet_of"]


class Around:
    """Looks at the workspace once for each question, so that an answer is of one moment."""

    def __init__(
        self, contacts: Contacts, templates: Templates, settings: Settings, clock: Clock, receiving: Receiving,
        snippets: Texts = dict, preset: Callable[[], QuietHours | None] = lambda: None,
        segments: Names = lambda: None,
    ) -> None:  # fmt: skip
        self._contacts, self._templates, self._settings = contacts, templates, settings
        self._clock, self._receiving, self._snippets = clock, receiving, snippets
        self._preset, self._segments = preset, segments

    def look(self, rows: tuple[JourneyRow, ...], leave_out: str = "") -> Surroundings:
        """What there is now; ``rows`` are the journeys, of which the one looked at is left out."""
        return Surroundings(
            templates={(one.name, one.language): one for one in self._templates.all()},
            lists=tuple(one.name for one in self._contacts.lists()),
            segments=self._segments(),
            fields={
                **dict.fromkeys(STANDARD_FIELDS, "text"),
                **{one.name: one.kind for one in self._contacts.fields()},
            },
            journeys={
                row.id: OtherJourney(name=row.name, jumps=row.about.jumps, entries=row.about.entries)
                for row in rows
                if row.id != leave_out
            },
            receiver=self._receiving(),
            time_zone=machine_zone(),
            quiet=quiet_of(self._settings),
            preset=self._preset(),
            snippets=self._snippets(),
            now=self._clock.now(),
        )

    def has_templates(self) -> bool:
        """Whether the account's templates were ever read."""
        return self._templates.synced_at() is not None


def quiet_of(settings: Settings) -> str:
    """The quiet hours of the workspace, ``21:00-09:00``; empty: none."""
    begin, end = settings.quiet_from, settings.quiet_to
    return f"{begin}-{end}" if begin and end and begin != end else ""
