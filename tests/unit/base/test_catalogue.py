"""Decides that translations are read as Qt reads them, and that a language is chosen by run, setting and system."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from whatsapp_studio.base import i18n
from whatsapp_studio.base.catalogue import Catalogue
from whatsapp_studio.base.paths import resource

COMMENTED = ((",", "digit group separator"), ("Colour", "what changed"), ("Home", "elsewhere"), ("no such", "text"))


@pytest.fixture(autouse=True)
def english_again() -> object:
    yield
    i18n.use_language("en")


@pytest.mark.parametrize("code", list(i18n.LANGUAGES))
def test_every_message_is_read_as_qt_reads_it(code: str) -> None:
    path = resource("locale") / f"studio_{code}.qm"
    ours, qt = Catalogue.read(path, code), QTranslator()
    assert qt.load(str(path))
    assert len(ours.messages) > 100
    for source, comment in COMMENTED:
        assert (ours.text(source, comment) or "") == qt.translate("studio", source, comment)
    for (source, comment), forms in ours.messages.items():
        if len(forms) == 1:
            assert ours.text(source, comment) == qt.translate("studio", source, comment or None)
        else:
            for n in (0, 1, 2, 21, 101, 1_000_000):
                assert ours.plural(source, n) == qt.translate("studio", source, None, n), (source, n)


def test_what_nobody_translated_is_none() -> None:
    nl = Catalogue.read(resource("locale") / "studio_nl.qm", "nl")
    assert nl.text("Home") == "Start"
    assert nl.text("planned", "part of a campaign") == "gepland"
    assert nl.text("no such text") is None
    assert nl.plural("no such {n} texts", 2) is None


def test_what_is_no_file_of_translations_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "studio_nl.qm"
    broken.write_bytes(b"nothing of the kind")
    with pytest.raises(ValueError, match="studio_nl"):
        Catalogue.read(broken, "nl")
    with pytest.raises(OSError, match="nowhere"):
        Catalogue.read(tmp_path / "nowhere.qm", "nl")


def test_a_file_cut_short_is_refused_or_read_but_never_hangs(tmp_path: Path) -> None:
    whole = (resource("locale") / "studio_en.qm").read_bytes()
    part = tmp_path / "part.qm"
    for size in range(16, len(whole), 997):
        part.write_bytes(whole[:size])
        try:
            Catalogue.read(part, "en")
        except (ValueError, IndexError, UnicodeDecodeError):
            continue


def test_a_damaged_file_leaves_the_program_in_english(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "studio_nl.qm").write_bytes(b"damaged")
    monkeypatch.setattr(i18n, "resource", lambda _name: tmp_path)
    i18n.use_language("nl")
    assert i18n.tr("Home") == "Home"
    assert i18n.language().code == "en"


def test_dutch_counts_and_numbers() -> None:
    i18n.use_language("nl-BE")
    assert i18n.ntr("{n} contact", "{n} contacts", 1) == "1 contact"
    assert i18n.ntr("{n} contact", "{n} contacts", 12_345) == "12.345 contacten"
    assert i18n.number(1_234_567) == "1.234.567"
    assert i18n.tr("no such text {a}", a=1) == "no such text 1"


@pytest.mark.parametrize(
    ("run", "setting", "offered", "spoken"),
    [
        ("", "nl", [], "nl"),
        ("en", "nl", [], "en"),
        ("xx", "nl", [], "nl"),
        ("nl_NL.UTF-8", "en", [], "nl"),
        ("", "system", ["fr-FR", "nl-BE", "en-US"], "nl"),
        ("", "system", ["fr-FR"], "en"),
        ("", "fr", ["nl"], "nl"),
    ],
)
def test_who_says_which_language_it_is(
    run: str, setting: str, offered: list[str], spoken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(i18n.ENVIRONMENT, run)
    assert i18n.chosen(setting, offered) == spoken


@pytest.mark.parametrize(
    ("variables", "spoken"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "nl_NL"}, "nl"),
        ({"LANG": "de_DE", "LANGUAGE": "fr:nl:en"}, "nl"),
        ({"LANG": "C", "LANGUAGE": "nl"}, "en"),
        ({}, "en"),
    ],
)
def test_the_systems_language(variables: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", "linux")
    assert i18n.chosen("system") == spoken
