"""Decides how a test of audiences gets the page with lists and segments on it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.fixtures.desk import Desk, desk
from tests.fixtures.opened import open_window
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.qt.audiences.page import AudiencesPage

__all__ = ["desk", "open_window"]

AGREED = {"consent": "marketing", "op": "is", "value": "yes"}
REGULARS = {"list": "Regulars", "op": "in"}


def keep(desk: Desk, name: str, rule: dict[str, Any]) -> int:
    """A segment of the workspace; gives its id."""
    return desk.studio.segments.save(name, json.dumps(rule)).id


def at_rest(desk: Desk, page: AudiencesPage) -> None:
    """Everything is read and counted."""
    desk.until(lambda: page._known and not (page._reading.busy or page._sizing.busy or page.overview.busy))


@pytest.fixture
def page(desk: Desk) -> AudiencesPage:
    """The page with a list of four, a segment of nine who agreed, and one of nobody."""
    desk.studio.contacts.add_field(CustomField(name="orders", label="Orders", kind="number"))
    keep(desk, "Agreed", {"all": [AGREED]})
    keep(desk, "Nobody", {"all": [{"field": "contact.orders", "op": "more", "value": 99}]})
    shown = desk.show(AudiencesPage)
    at_rest(desk, shown)
    return shown
