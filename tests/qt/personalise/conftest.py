"""Decides what the tests of the editor of expressions work with: a desk, a template and one of its places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from tests.fixtures.desk import Desk
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.personalise.dialog import Filled, PersonaliseDialog, Wanted
from whatsapp_studio.qt.personalise.reach import Reach, of_workspace, with_fields
from whatsapp_studio.templates.template import places

Opened = Callable[..., PersonaliseDialog]


def reach_with_event(desk: Desk) -> Reach:
    return with_fields(of_workspace(desk.studio), "event", [("order_id", "Order number", "text")])


@pytest.fixture
def opened(desk: Desk) -> Iterator[Opened]:
    """Opens the editor with an expression, tried with the first contact."""
    made: list[QWidget] = []

    def open_with(expression: str = "", **more: Any) -> PersonaliseDialog:
        template = desk.studio.templates.get("spring_offer", "nl")
        assert template is not None
        given = {"reach": reach_with_event(desk), "key": "here", "template": template, **more}
        filled = Filled(expression, given.pop("fallback", ""))
        dialog = PersonaliseDialog(
            desk.studio,
            Wanted(places(template)[0], filled, others={"body.1": Mapping(expression=expression)}, **given),
        )
        made.append(dialog)
        dialog.show()
        desk.until(lambda: dialog.outcome.walk.person is not None)
        return dialog

    yield open_with
    for dialog in made:
        dialog.close()
        dialog.deleteLater()
