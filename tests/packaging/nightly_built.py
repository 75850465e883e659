"""Shows that the built program finds what is wrong with itself: copies of it, each with one thing spoilt.

Only by ``make package-nightly``, which has built it: it needs dist/whatsapp-studio.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).parents[2] / "dist" / "whatsapp-studio"


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # on another disk
        shutil.copy2(source, target)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy that may share its files with the original: what is spoilt has to be removed first."""
    target = tmp_path / "prova è – テスト" / PROGRAM.name
    shutil.copytree(PROGRAM, target, symlinks=True, copy_function=_linked)
    return target


def tried(program: Path, *options: str) -> tuple[int, dict[str, Any]]:
    """The exit code, and each part as it was told."""
    environment = {"HOME": str(program.parent), "PATH": os.environ["PATH"], "TMPDIR": str(program.parent)}
    done = subprocess.run(
        [str(program / "whatsapp-studio"), "--json", "self-test", *options], env=environment, capture_output=True,
        encoding="utf-8", timeout=240, check=False,
    )  # fmt: skip
    return done.returncode, {one["part"]: one for one in json.loads(done.stdout)["parts"]}


def test_all_of_it_works_in_a_folder_with_an_awkward_name(copy: Path) -> None:
    code, parts = tried(copy)
    assert code == 0, parts
    assert list(parts) == ["resources", "migrations", "keyring", "libraries", "campaign", "window"]


def _changed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.unlink()
    file.write_text(text + "\n", encoding="utf-8")


_RESOURCES = "_internal/whatsapp_studio/_resources"


@pytest.mark.parametrize(("spoil", "parts", "named"), [
    (lambda at: (at / f"{_RESOURCES}/icons/send.svg").unlink(), {"resources", "window"}, "send.svg"),
    (lambda at: _changed(at / f"{_RESOURCES}/samples/contacts.csv"), {"resources"}, "contacts.csv"),
    (lambda at: (at / f"{_RESOURCES}/locale/studio_nl.qm").unlink(), {"resources", "window"}, "studio_nl.qm"),
    (lambda at: (at / f"{_RESOURCES}/samples/sandbox_templates.json").unlink(), {"resources", "campaign"}, "templates"),
    (lambda at: shutil.rmtree(at / "_internal/cryptography"), {"keyring"}, "cryptography"),
    (lambda at: (at / "_internal/babel/locale-data/uk.dat").unlink(), {"libraries"}, "Babel"),
    (lambda at: shutil.rmtree(at / "_internal/tzdata"), {"libraries"}, "tzdata"),
    (lambda at: shutil.rmtree(at / "_internal/python_calamine_plus"), {"libraries"}, "calamine"),
    (lambda at: shutil.rmtree(at / "_internal/PySide6/Qt/plugins/platforms"), {"window"}, "exit code -6"),
])  # fmt: skip
def test_one_thing_spoilt_is_found_and_named(
    spoil: Callable[[Path], object], parts: set[str], named: str, copy: Path
) -> None:
    spoil(copy)
    code, found = tried(copy)
    assert code == 1
    broken = {name: one["said"] for name, one in found.items() if not one["ok"]}
    assert set(broken) == parts
    assert any(named in said for said in broken.values())
