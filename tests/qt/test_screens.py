"""Every screen is in the registry, and nothing is cut, hidden or on top of another in the looks that are tried."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.screens import screens
from tests.screens.looks import look
from tests.screens.render import Shot, all_looks
from whatsapp_studio.qt.main_window import PAGES

PACKAGE = Path(__file__).parents[2] / "whatsapp_studio"
# Every screen is built in English; of each of these looks one in eight, so that a run stays under a minute. The whole
# is `make screens`.
OTHERS = ("nl-dark", "rtl", "long", "large")
# Where letters of twice the size have no room yet, on 1366 by 768: what is there, and why it can still be read or used.
NOT_YET: dict[tuple[str, str], str] = {
    (
        "large",
        "contacts.detail",
    ): "the filters stand closer than their width beside the details; closing them gives room",
    ("large", "contacts.import-checked"): "one of four buttons below the table is cut at its end",
    ("large", "dialogs.quit"): "Qt lays the three buttons of a question out in one row",
    ("large", "journeys.blank"): "the hint on the empty canvas loses its last line; the palette says the same",
    ("large", "live.late"): "one of three buttons in the narrow list is cut at its end",
    ("large", "settings.look"): "a box to tick has one line only",
    ("large", "testing.nobody"): "the hint loses its last line; the button below it does what it says",
}
# Only others are made of these, or they stand nowhere that a test can open; each with its reason.
NEVER_SHOWN: dict[str, str] = {}


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> list[Shot]:
    parts = {"en-light": "1/1", **{name: f"{2 * n + 1}/{2 * len(OTHERS)}" for n, name in enumerate(OTHERS)}}
    return all_looks(parts, "*", tmp_path_factory.mktemp("screens"), pictures=False)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_every_screen_can_be_shown(shots: list[Shot]) -> None:
    failed = [f"{shot.name} [{shot.variant}]\n{shot.failed}" for shot in shots if shot.failed]
    assert not failed, "\n".join(failed)
    assert {shot.name for shot in shots} == {one.name for one in screens()}


@pytest.mark.slow
def test_nothing_is_cut_hidden_or_on_top_of_another(shots: list[Shot]) -> None:
    found = [
        f"{shot.name} [{shot.variant}] {one}"
        for shot in shots
        for one in shot.findings
        if (shot.variant, shot.name) not in NOT_YET
    ]
    assert not found, "\n".join(["Seen with: python -m tests.screens --only NAME --variants LOOK", *found])


@pytest.mark.slow
def test_everything_can_be_named_reached_and_hit(shots: list[Shot]) -> None:
    found = [f"{shot.name} [{shot.variant}] {one}" for shot in shots for one in shot.barriers]
    assert not found, "\n".join(found)


@pytest.mark.slow
def test_every_page_dialog_and_view_is_in_a_screen(shots: list[Shot]) -> None:
    seen = {name for shot in shots for name in shot.seen}
    missing = sorted(name for name in _widgets() if name not in seen and name not in NEVER_SHOWN)
    assert not missing, "in no screen of tests/screens: " + ", ".join(missing)
    assert not set(NEVER_SHOWN) - set(_widgets()) and not set(NEVER_SHOWN) & seen


def test_every_page_of_the_window_has_its_screen() -> None:
    names = {one.name for one in screens()}
    assert {f"{name}.page" for name, *_ in PAGES} <= names


def _widgets() -> Iterator[str]:
    """Every widget class of the window that its own module shows to others."""
    for path in sorted((PACKAGE / "qt").rglob("*.py")):
        name = ".".join(("whatsapp_studio", *path.relative_to(PACKAGE).with_suffix("").parts))
        for kind in vars(importlib.import_module(name)).values():
            own = isinstance(kind, type) and kind.__module__ == name and not kind.__name__.startswith("_")
            if own and issubclass(kind, QWidget):
                yield f"{name}.{kind.__name__}"


def test_the_look_finds_what_is_wrong(qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    row = QHBoxLayout(box)
    cut, wide = QLabel("Much too long for its place"), QPushButton("This one is cut as well")
    row.addWidget(cut)
    row.addWidget(wide)
    box.show()
    assert look(box, size=(box.width(), box.height())) == []
    cut.setFixedWidth(40)
    wide.setFixedWidth(40)
    qtbot.waitUntil(lambda: cut.width() == 40)
    said = [(one.kind, one.text) for one in look(box, size=(2000, 2000))]
    assert said == [("cut text", cut.text()), ("cut text", wide.text())]
    cut.setGeometry(wide.geometry())
    kinds = {one.kind for one in look(box, size=(2000, 2000))}
    assert "on top of each other" in kinds
    cut.move(box.width(), 0)
    assert "out of its parent's sight" in {one.kind for one in look(box, size=(2000, 2000))}
    assert {one.kind for one in look(box, size=(10, 10))} >= {"does not fit its window"}


def test_a_wrapped_text_needs_the_height_of_all_its_lines(qtbot: QtBot) -> None:
    label = QLabel("One line after the other until there is no room left for any more of them")
    qtbot.addWidget(label)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.resize(120, 200)
    label.show()
    assert look(label, size=(400, 400)) == []
    label.resize(120, 20)
    assert [one.kind for one in look(label, size=(400, 400))] == ["cut text"]
