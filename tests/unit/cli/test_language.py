"""Decides that a command line speaks the language it is told, help and all, and the next one its own again."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from whatsapp_studio.base.i18n import ENVIRONMENT, use_language
from whatsapp_studio.cli import main

STOP = ["journey", "stop", "--help"]


@pytest.fixture(autouse=True)
def no_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a run leaves in the environment for its children goes with the test."""
    monkeypatch.setenv(ENVIRONMENT, "")
    yield
    use_language("en")


def test_help_is_said_in_the_language_of_the_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "nl", *STOP]) == 0
    said = capsys.readouterr().out
    assert "beëindigen voor iedereen" in said and "Zonder te vragen." in said
    assert os.environ[ENVIRONMENT] == "nl"  # programs that it starts speak it, too


def test_the_environment_chooses_as_well_and_the_next_run_is_english_again(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "nl")
    assert main(STOP) == 0
    assert "beëindigen" in capsys.readouterr().out
    monkeypatch.setenv(ENVIRONMENT, "")
    assert main(STOP) == 0
    assert "End the journey NAME at once" in capsys.readouterr().out


def test_a_language_that_there_is_not_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--language", "xx", *STOP]) == 2
    assert "xx" in capsys.readouterr().err
