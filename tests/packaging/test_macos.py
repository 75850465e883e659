"""What macOS is told of the program agrees with the program; the scripts for a Mac can be read by their readers."""

from __future__ import annotations

import importlib
import plistlib
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from whatsapp_studio.base.i18n import LANGUAGES
from whatsapp_studio.journeys.codec import SUFFIX

ROOT = Path(__file__).resolve().parents[2]
MACOS = ROOT / "packaging" / "macos"
SCRIPT = MACOS / "package.sh"


@pytest.fixture
def bundle(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(MACOS)
    monkeypatch.delitem(sys.modules, "bundle", raising=False)
    found = importlib.import_module("bundle")
    monkeypatch.setitem(sys.modules, "bundle", found)
    return found


def test_what_is_told_can_be_written_and_agrees_with_the_project(bundle: ModuleType) -> None:
    told = plistlib.loads(plistlib.dumps(bundle.information()))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert told["CFBundleShortVersionString"] == told["CFBundleVersion"] == project["version"]
    assert sorted(told["CFBundleLocalizations"]) == sorted(LANGUAGES)


def test_the_file_type_is_that_of_the_program(bundle: ModuleType) -> None:
    told = bundle.information()
    (kind,), (document,) = told["UTExportedTypeDeclarations"], told["CFBundleDocumentTypes"]
    linux = (ROOT / "packaging" / "linux" / "share" / "whatsapp-studio.xml").read_text(encoding="utf-8")
    tags = kind["UTTypeTagSpecification"]
    assert [f".{one}" for one in tags["public.filename-extension"]] == [SUFFIX]
    assert all(f'type="{one}"' in linux for one in tags["public.mime-type"])
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    spec = (ROOT / "packaging" / "whatsapp-studio.spec").read_text(encoding="utf-8")
    assert f'("{document["CFBundleTypeIconFile"]}",' in spec


def test_the_id_is_that_of_the_other_stores(bundle: ModuleType) -> None:
    metainfo = ROOT / "packaging" / "linux" / "share" / f"{bundle.ID}.metainfo.xml"
    assert f"<id>{bundle.ID}</id>" in metainfo.read_text(encoding="utf-8")


def test_the_entitlements_can_be_read_and_allow_no_more_than_is_needed() -> None:
    told = plistlib.loads((MACOS / "entitlements.plist").read_bytes())
    assert {name.removeprefix("com.apple.security.cs.") for name, on in told.items() if on} == {
        "allow-unsigned-executable-memory",
        "disable-library-validation",
    }


def test_the_script_can_be_read_by_its_shell() -> None:
    assert SCRIPT.stat().st_mode & 0o111
    subprocess.run(["bash", "-n", str(SCRIPT)], check=True)
    if shutil.which("shellcheck"):
        subprocess.run(["shellcheck", str(SCRIPT)], check=True)


def test_it_says_how_it_is_used_and_signs_nothing_it_has_no_name_for() -> None:
    said = subprocess.run(["bash", str(SCRIPT)], capture_output=True, text=True)
    assert said.returncode == 2
    assert "package.sh APP OUT VERSION" in said.stderr
    environment = {"PATH": "/usr/bin:/bin", "STUDIO_NOTARY_PROFILE": "any"}
    said = subprocess.run(["bash", str(SCRIPT), "a", "b", "c"], env=environment, capture_output=True, text=True)
    assert said.returncode == 2
    assert "STUDIO_SIGNING_IDENTITY" in said.stderr
