"""Decides what a copy of a campaign takes along: all that it says, and nothing of when it was sent."""

from __future__ import annotations

import msgspec

from whatsapp_studio.campaigns.draft import Draft, Schedule


def copy_of(draft: Draft, name: str) -> Draft:
    """A draft that says the same under another name, without dates and without what a person accepted then.

    Its waves keep their sizes; those with times of their own follow each other by the distance instead.
    """
    waves = msgspec.structs.replace(draft.waves, times=()) if draft.waves is not None else None
    return msgspec.structs.replace(
        draft, name=name, schedule=Schedule(), waves=waves, accepted_warnings=(), step="purpose", field=""
    )
