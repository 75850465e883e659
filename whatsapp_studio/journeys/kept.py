"""Decides what is said of a journey that is kept: its row in the list, and its versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Literal

import msgspec

from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.journeys.table import kind_of

State = Literal["draft", "published", "deleted"]
VersionKind = Literal["saved", "kept", "published"]
# Versions saved by themselves: all of them this long, then the last of each day this long, then of each month.
EVERY_ONE, ONE_A_DAY = timedelta(days=7), timedelta(days=90)
# What a list shows of a name or a tag, and how many tags; the journey itself keeps them all.
_MOST_SIGNS, _MOST_TAGS = 120, 20


class About(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What can be said of a journey without reading it: ``logic`` is its version id, ``newer`` a later format's."""

    logic: str = ""
    steps: int = 0
    tags: tuple[str, ...] = ()
    jumps: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    newer: bool = False


class JourneyRow(msgspec.Struct, frozen=True, kw_only=True):
    """A journey in a list. ``changed`` says that the draft does something else than what is published."""

    id: str
    name: str
    state: State
    saved_at: datetime
    published_at: datetime | None = None
    about: About = About()
    changed: bool = False

    @property
    def title(self) -> str:
        """The name in one line of bounded length, whatever somebody put into a file."""
        return one_line(self.name)

    @property
    def steps(self) -> int:
        return self.about.steps

    @property
    def tags(self) -> tuple[str, ...]:
        return self.about.tags


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """A state of a journey that stays as it is. ``id`` is the journey's, ``number`` its place among all versions.

    ``kind`` is ``published``, ``kept`` (by a person, under a ``label``) or ``saved`` (by itself, before a sitting
    changed it); ``at`` is when it became that, or for ``saved`` when that state was last saved. ``publication``
    counts the published ones from 1 (0 for others); ``logic`` is the version id.
    """

    id: str
    number: int
    at: datetime
    kind: VersionKind
    label: str = ""
    publication: int = 0
    logic: str = ""


def about(journey: Journey, logic: str, *, newer: bool = False) -> About:
    """What the list says of a journey. Never raises, whatever the fields hold."""
    steps = [step for step in journey.steps.values() if not step.disabled]
    return About(
        logic=logic,
        steps=len(journey.steps),
        tags=tuple(tag for one in _texts(journey.settings.get("tags"))[:_MOST_TAGS] if (tag := one_line(one))),
        jumps=tuple(dict.fromkeys(to for step in steps if (to := _jump(step)))),
        entries=tuple(dict.fromkeys(step.kind for step in steps if kind_of(step).is_entry)),
        newer=newer,
    )


def thinned_out(versions: Sequence[Version], now: datetime) -> tuple[Version, ...]:
    """The versions that may go: of those saved by themselves, all but the last of a day or, when old, of a month."""
    last: dict[tuple[str, str], Version] = {}
    old = [one for one in versions if one.kind == "saved" and now - one.at > EVERY_ONE]
    for one in sorted(old, key=lambda one: (one.at, one.number)):
        last[_period(one, now)] = one
    return tuple(one for one in old if last[_period(one, now)] is not one)


def _period(one: Version, now: datetime) -> tuple[str, str]:
    daily = now - one.at <= ONE_A_DAY
    return ("day" if daily else "month"), one.at.strftime("%Y-%m-%d" if daily else "%Y-%m")


def one_line(text: str) -> str:
    """A text without line breaks, cut where it is longer than a list can show."""
    line = " ".join(text[: 4 * _MOST_SIGNS].split())
    return line if len(line) <= _MOST_SIGNS else line[: _MOST_SIGNS - 1].rstrip() + "…"


def _jump(step: Step) -> str:
    to = step.fields.get("journey") if step.kind == "jump" else None
    return to if isinstance(to, str) else ""


def _texts(found: Any) -> tuple[str, ...]:
    if isinstance(found, Mapping) or not isinstance(found, list | tuple):
        return ()
    return tuple(one for one in found if isinstance(one, str))
