"""Decides which helpers expressions have, and how the help lists them beside Adobe's."""

from __future__ import annotations

from whatsapp_studio.templates.helper import EXAMPLE, Group, Helper, Kind, LeftOut
from whatsapp_studio.templates.helpers_told import CONDITIONS, TEXTS
from whatsapp_studio.templates.helpers_told_liquid import LIQUID
from whatsapp_studio.templates.helpers_told_more import DATES, LEFT_OUT, LISTS, NUMBERS

__all__ = ["EXAMPLE", "HELPERS", "LEFT_OUT", "Group", "Helper", "Kind", "LeftOut", "help_page"]

HELPERS: tuple[Helper, ...] = (*TEXTS, *NUMBERS, *DATES, *CONDITIONS, *LISTS, *LIQUID)


def help_page() -> tuple[tuple[str, str, str, str, str], ...]:
    """The rows of the help: our name, Adobe's, what it does (to be translated), an example and its result.

    After them what Adobe has and we leave out: without a name of ours, with the reason.
    """
    ours = tuple((one.name, one.adobe, one.says, one.example, one.result) for one in HELPERS)
    return ours + tuple(("", one.adobe, one.why, "", "") for one in LEFT_OUT)
