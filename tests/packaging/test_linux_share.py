"""What a Linux desktop is told of the program: entry, file type, software centre, manual; all say the same."""

from __future__ import annotations

import configparser
import gzip
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import click
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from whatsapp_studio.cli.commands import studio_command
from whatsapp_studio.journeys.codec import SUFFIX

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
SHARE = LINUX / "share"
MIME = "application/vnd.whatsapp-studio.journey+json"
ID = "io.github.whatsapp_studio.Studio"
METAINFO = SHARE / f"{ID}.metainfo.xml"
Script = Callable[[str], ModuleType]
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_entry() -> configparser.ConfigParser:
    found = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(SHARE / "whatsapp-studio.desktop", encoding="utf-8")
    return found


@pytest.fixture
def entry() -> configparser.SectionProxy:
    return read_entry()["Desktop Entry"]


def version() -> str:
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def whole_metainfo(script: Script) -> str:
    return str(script("packages").filled(METAINFO.read_text(encoding="utf-8"), version(), "2026-11-22"))


def test_the_entry_is_there_in_both_languages(entry: configparser.SectionProxy) -> None:
    assert entry["Type"] == "Application" and entry["Terminal"] == "false"
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[key] and entry[f"{key}[nl]"] and entry[key] != entry[f"{key}[nl]"]
    assert entry["Keywords"].endswith(";") and entry["Categories"].endswith(";")


def test_the_entry_starts_a_command_that_there_is(entry: configparser.SectionProxy) -> None:
    program, command, files = entry["Exec"].split()
    assert program == entry["TryExec"] == "whatsapp-studio" and files == "%F"
    gui = studio_command.commands[command]
    assert any(isinstance(one, click.Argument) and one.nargs == -1 for one in gui.params)


def test_every_action_of_the_entry_is_one_of_the_window(entry: configparser.SectionProxy) -> None:
    for name in entry["Actions"].strip(";").split(";"):
        action = read_entry()[f"Desktop Action {name}"]
        assert action["Name"] and action["Name[nl]"] != action["Name"]
        _, command, option = action["Exec"].split()
        assert option in {one for param in studio_command.commands[command].params for one in param.opts}


@pytest.mark.parametrize("flatpak", ["", ID])
def test_the_desktop_finds_window_entry_and_icon_together(
    entry: configparser.SectionProxy, script: Script, flatpak: str
) -> None:
    asked = "from whatsapp_studio.qt.application import make_application; print(make_application().desktopFileName())"
    told = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "FLATPAK_ID": flatpak},
    )  # fmt: skip
    assert told.stdout.strip() == (flatpak or "whatsapp-studio")
    assert entry["StartupWMClass"] == "whatsapp-studio"
    assert f"48x48/apps/{entry['Icon']}.png" in script("icons").files()


def test_a_journey_is_one_file_type_everywhere(entry: configparser.SectionProxy, script: Script) -> None:
    told = ElementTree.parse(SHARE / "whatsapp-studio.xml").getroot()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    (kind,) = told.findall("m:mime-type", space)
    assert kind.get("type") == MIME
    assert [one.get("pattern") for one in kind.findall("m:glob", space)] == [f"*{SUFFIX}"]
    assert {one.get(LANG) for one in kind.findall("m:comment", space)} == {None, "nl"}
    assert entry["MimeType"] == f"{MIME};"
    assert [one.text for one in ElementTree.parse(METAINFO).iter("mediatype")] == [MIME]
    assert f"scalable/mimetypes/{MIME.replace('/', '-')}.svg" in script("icons").files()


def test_the_software_centre_is_told_in_both_languages(script: Script) -> None:
    root = ElementTree.fromstring(whole_metainfo(script))
    assert root.findtext("id") == ID
    assert [one.text for one in root.iter("launchable")] == ["whatsapp-studio.desktop"]
    assert [one.text for one in root.iter("lang")] == ["en", "nl"]
    assert [(one.get("version"), one.get("date")) for one in root.iter("release")] == [(version(), "2026-11-22")]
    for parent in root.iter():
        for tag in ("summary", "p", "li"):
            said = [(one.get(LANG), one.text) for one in parent if one.tag == tag]
            assert [lang for lang, _ in said] == [None, "nl"] * (len(said) // 2)
            assert all(text and not text.isspace() for _, text in said)


def test_the_flatpak_has_the_same_name_and_may_ask_the_keyring() -> None:
    manifest = json.loads((LINUX / "flatpak" / f"{ID}.json").read_text(encoding="utf-8"))
    assert (manifest["id"], manifest["command"]) == (ID, "whatsapp-studio")
    assert {"--share=network", "--talk-name=org.freedesktop.secrets"} <= set(manifest["finish-args"])
    # Files come through the desktop's own dialogs, so it need not see the home folder.
    assert not [one for one in manifest["finish-args"] if one.startswith("--filesystem")]


def test_every_command_and_option_stands_in_the_manual(script: Script) -> None:
    manual = script("manpage")
    page = manual.page(studio_command, version(), "2026-11-22").replace("\\-", "-")
    found = manual.commands(studio_command, click.Context(studio_command))
    assert {"demo", "journey simulate", "contacts import"} <= {path for path, _ in found}
    for path, command in found:
        part = page.split(f".SS {path}", 1)[1].split(".SS ", 1)[0]
        for option in command.params:
            if isinstance(option, click.Option) and not option.hidden:
                assert all(name in part for name in option.opts), (path, option.opts)
    assert f"WhatsApp Studio {version()}" in page


@pytest.mark.skipif(shutil.which("man") is None, reason="this machine has no man")
def test_man_has_nothing_to_complain_of(script: Script, tmp_path: Path) -> None:
    packed = tmp_path / "whatsapp-studio.1.gz"
    packed.write_bytes(gzip.compress(script("manpage").page(studio_command, version(), "2026-11-22").encode()))
    told = subprocess.run(
        ["man", "--warnings", "--encoding=UTF-8", "--local-file", str(packed)], capture_output=True, text=True,
        env={"LC_ALL": "C.UTF-8", "MANWIDTH": "80", "PATH": "/usr/bin:/bin"}, check=True,
    )  # fmt: skip
    assert told.stderr == "" and "journey simulate FILE" in told.stdout


def test_icons_are_drawn_at_every_size(script: Script, tmp_path: Path, qapp: QApplication) -> None:
    icons = script("icons")
    icons.draw(tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == sorted(icons.files())
    for path in tmp_path.rglob("*.png"):
        image = QImage(str(path))
        side = int(path.parts[-3].split("x")[0])
        assert image.width() == image.height() == side
        seen = {image.pixel(x, y) for x in range(side) for y in range(side)}
        # Something transparent around, paper and at least two colours.
        assert len(seen) > 8 and any(one >> 24 == 0 for one in seen), path


@pytest.mark.parametrize(
    "command",
    [
        ["desktop-file-validate", str(SHARE / "whatsapp-studio.desktop")],
        ["appstreamcli", "validate", "--no-net", "METAINFO"],
    ],
    ids=["entry", "metainfo"],
)
def test_the_tools_of_the_desktop_agree(command: list[str], script: Script, tmp_path: Path) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"this machine has no {command[0]}")
    whole = tmp_path / METAINFO.name
    whole.write_text(whole_metainfo(script), encoding="utf-8")
    done = subprocess.run([str(whole) if one == "METAINFO" else one for one in command], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
