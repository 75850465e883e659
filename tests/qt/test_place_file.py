"""A place of media is filled by a file of the workspace, the same for everybody."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, desk, type_into
from tests.fixtures.templates import body, media, raw
from tests.qt.test_media_file import picture
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.widgets.place_row import PlaceRow
from whatsapp_studio.templates.template import parse, places

__all__ = ["desk"]
PLACES = {place.name: place for place in places(parse(raw(media("IMAGE"), body("Hi {{1}}, look"))))}


def row(desk: Desk, qtbot: QtBot, name: str = "header.media") -> PlaceRow:
    made = PlaceRow(PLACES[name], "Block", shelf=desk.studio.media)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_chosen_file_is_the_value_and_nothing_else_is_asked(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made = row(desk, qtbot)
    assert made.file is not None and made.expression.isVisible()

    with qtbot.waitSignal(made.expression.edited) as told:
        made.file.take(picture(tmp_path))

    (value,) = told.args
    assert made.mapping() == Mapping(expression=value) and value.startswith("file:")
    assert not made.expression.isVisible() and not made.if_empty.isVisible()


def test_without_a_file_an_address_is_written_again(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    made = row(desk, qtbot)
    assert made.file is not None
    with qtbot.waitSignal(made.expression.edited):
        made.file.take(picture(tmp_path))

    made.file.remove.click()

    assert made.mapping().expression == "" and made.expression.isVisible()
    type_into(made.expression.line, "https://example.com/a.png")
    assert made.mapping().expression == "https://example.com/a.png"
    assert made.file.value() == ""


def test_a_kept_mapping_shows_its_file(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    hash = desk.studio.media.keep(picture(tmp_path))
    made = row(desk, qtbot)

    made.show_mapping(Mapping(expression=f"file:{hash}"))

    assert made.file is not None and made.file.title.text() == "spring.png"
    made.show_mapping(Mapping(expression="123"))
    assert made.expression.isVisible() and made.mapping().expression == "123"


def test_a_place_of_text_takes_no_file(desk: Desk, qtbot: QtBot) -> None:
    assert row(desk, qtbot, "body.1").file is None
