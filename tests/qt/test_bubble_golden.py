"""Messages look as in the pictures that somebody looked at, with one pixel for one and with four."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.golden import NEAR, draw, halved, kept, off, put_files, save, sharpness
from tests.golden.cases import CASES, FINE

# Letters and thin lines fall on other pixels where there are four for one.
NEAR_IN_ANOTHER_SIZE = 27.0


@pytest.fixture(scope="module")
def folder(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("files")
    put_files(made)
    return made


def test_there_are_pictures_of_every_kind():
    assert len(CASES) >= 30
    assert {path.stem for path in kept("x").parent.glob("*.png")} == {*CASES, *(f"{name}@2x" for name in FINE)}
    assert {(case.dark, case.side) for case in CASES.values()} == {
        (False, "left"), (False, "right"), (True, "left"), (True, "right")
    }  # fmt: skip
    assert {1.0, 1.3} <= {case.scale for case in CASES.values()}


@pytest.mark.parametrize("name", CASES)
def test_a_message_looks_as_it_did(folder: Path, name: str, tmp_path: Path):
    seen = draw(CASES[name], 1.0, folder)
    apart = off(seen, QImage(str(kept(name))))
    if apart > NEAR:
        save(seen, tmp_path / f"{name}.png")
    assert apart <= NEAR, f"see {tmp_path}; renew with python -m tests.golden {name}"
    fine = draw(CASES[name], 2.0, folder)
    assert off(seen, halved(fine)) <= NEAR_IN_ANOTHER_SIZE
    blown_up = seen.scaled(
        fine.size(), Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    assert sharpness(fine) > 1.1 * sharpness(blown_up)
    if name in FINE:
        assert off(fine, QImage(str(kept(f"{name}@2x")))) <= NEAR


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("short-right-dark", {"ticks": "delivered"}),
        ("short-right-dark", {"ticks": "sent"}),
        ("text-light", {"values": {"body.1": "Ana"}}),
        ("text-light", {"side": "right"}),
        ("text-light", {"dark": True}),
        ("carousel-light", {"position": 0.05}),
    ],
)
def test_a_small_change_is_noticed(folder: Path, name: str, change: dict[str, object]):
    changed = msgspec.structs.replace(CASES[name], **change)
    assert off(draw(changed, 1.0, folder), QImage(str(kept(name)))) > NEAR


def test_a_shift_by_two_pixels_is_noticed():
    before = QImage(str(kept("text-light"))).convertToFormat(QImage.Format.Format_RGB32)
    moved = before.copy()
    painter = QPainter(moved)
    painter.drawImage(QPoint(0, 2), before)
    painter.end()
    assert off(moved, before) > NEAR
    assert off(before.copy(0, 0, before.width(), before.height() - 1), before) == float("inf")
