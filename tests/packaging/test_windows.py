"""What Windows is told of the program: installer, icons and payload say the same as the program itself."""

from __future__ import annotations

import importlib
import re
import struct
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QImage

from whatsapp_studio.base.paths import default_workspace
from whatsapp_studio.journeys.codec import SUFFIX

ROOT = Path(__file__).resolve().parents[2]
WINDOWS = ROOT / "packaging" / "windows"
SCRIPT = (WINDOWS / "installer.nsi").read_text(encoding="utf-8")
MIME = "application/vnd.whatsapp-studio.journey+json"
HASH = "--hash=sha256:" + "0" * 64


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch, qapp: object) -> dict[str, ModuleType]:
    """The modules that make the installer, by name."""
    monkeypatch.syspath_prepend(ROOT / "packaging")
    monkeypatch.syspath_prepend(WINDOWS)
    before = dict(sys.modules)
    found = {name: importlib.import_module(name) for name in ("iconfiles", "payload", "package")}
    for name in ("iconfiles", "payload", "package", "freezing"):
        if name not in before:
            monkeypatch.setitem(sys.modules, name, sys.modules[name])
    return found


def defined(name: str) -> str:
    found = re.search(rf'^!define {name} "(.*)"$', SCRIPT, re.MULTILINE)
    assert found, name
    return found[1]


def test_the_file_type_is_that_of_the_program_and_of_the_other_systems() -> None:
    linux = (ROOT / "packaging" / "linux" / "share" / "whatsapp-studio.xml").read_text(encoding="utf-8")
    assert defined("SUFFIX") == SUFFIX
    assert defined("MIME") == MIME
    assert f'type="{MIME}"' in linux


def test_removing_leaves_the_folder_of_the_workspaces() -> None:
    data = default_workspace().parent.name
    assert defined("NAME") == data
    assert f"$LOCALAPPDATA\\Programs\\{'${NAME}'}" in SCRIPT, "the program is not where the data are"
    assert "RMDir /r" not in SCRIPT
    assert SCRIPT.count("stay in $LOCALAPPDATA\\${NAME}") == SCRIPT.count("blijven in $LOCALAPPDATA\\${NAME}") == 1


def test_every_text_is_there_in_both_languages() -> None:
    texts = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\} \"(.+)\"$", SCRIPT, re.MULTILINE)
    spoken = {lang: {name for name, one, _ in texts if one == lang} for lang in ("ENGLISH", "DUTCH")}
    assert spoken["ENGLISH"] == spoken["DUTCH"] == set(re.findall(r"\$\((\w+)\)", SCRIPT))


def test_no_administrator_is_needed() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert not re.search(r"\b(HKLM|SHCTX)\b", SCRIPT)


def test_what_it_writes_it_removes() -> None:
    install, remove = SCRIPT.split('Section "Uninstall"')
    links = set(re.findall(r'CreateShortcut "(.*?)"', install))
    assert links == set(re.findall(r'Delete "(\$(?:SMPROGRAMS|DESKTOP).*?)"', remove))
    for key in set(re.findall(r'WriteReg(?:Str|DWORD) HKCU "(\$\{\w+\}(?:\\\$\{\w+\})?)', install)):
        assert f'DeleteRegKey HKCU "{key}"' in remove, key


def test_the_programs_are_those_that_the_build_makes(scripts: dict[str, ModuleType]) -> None:
    spec = (ROOT / "packaging" / "whatsapp-studio.spec").read_text(encoding="utf-8")
    for name in ("PROGRAM", "CONSOLE"):
        made = defined(name).removesuffix(".exe")
        assert f'"{made}":' in spec
        assert made in scripts["payload"].STARTERS


def test_the_values_that_the_script_takes_are_given(scripts: dict[str, ModuleType]) -> None:
    own = set(re.findall(r"^\s*!define (\w+)", SCRIPT, re.MULTILINE))
    taken = set(re.findall(r"\$\{([A-Z]+)\}", SCRIPT)) - own
    source = (WINDOWS / "package.py").read_text(encoding="utf-8")
    assert taken
    assert all(f'"{name}": ' in source for name in taken), taken


def test_only_what_was_installed_is_removed(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    (tmp_path / "Lib" / "è").mkdir(parents=True)
    (tmp_path / "a$b.txt").touch()
    (tmp_path / "Lib" / "è" / "c.py").touch()
    assert scripts["package"].removal(tmp_path).splitlines() == [
        'Delete "$INSTDIR\\Lib\\è\\c.py"',
        'Delete "$INSTDIR\\a$$b.txt"',
        'RMDir "$INSTDIR\\Lib\\è"',
        'RMDir "$INSTDIR\\Lib"',
    ]


@pytest.mark.parametrize(
    ("version", "said"), [("0.1.0", "0.1.0.0"), ("1.2.3rc1", "1.2.31.0"), ("2.0+local", "2.0.0.0")]
)
def test_windows_wants_four_numbers(scripts: dict[str, ModuleType], version: str, said: str) -> None:
    assert scripts["package"].numbers(version) == said


def test_the_version_of_the_project_has_four_numbers(scripts: dict[str, ModuleType]) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert re.fullmatch(r"\d+(\.\d+){3}", scripts["package"].numbers(version))


def test_the_payload_has_what_windows_needs_with_its_hashes(scripts: dict[str, ModuleType]) -> None:
    lock = scripts["payload"].needed((ROOT / "requirements.lock").read_text(encoding="utf-8"))
    names = {line.split("==")[0] for line in lock.splitlines()}
    assert {"pywin32-ctypes", "pyside6-essentials", "shiboken6", "numpy", "keyring"} <= names
    assert not {"secretstorage", "jeepney", "pytest", "mypy", "ruff"} & names
    assert all("--hash=sha256:" in line for line in lock.splitlines())


def test_of_several_versions_the_one_for_its_python_is_taken(scripts: dict[str, ModuleType]) -> None:
    text = (
        f"numpy==2.4.0 ; python_full_version < '3.12' \\\n    {HASH}\n"
        f"numpy==2.5.0 ; python_full_version >= '3.12' \\\n    {HASH}\n"
        f"uvloop==1 ; sys_platform == 'linux' \\\n    {HASH}\n"
    )
    assert dict(scripts["payload"]._entries(text)) == {"numpy": f"numpy==2.4.0 {HASH}"}


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("PySide6/Qt6Core.dll", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/translations/qtbase_nl.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/qml/QtQml/plugin.dll", False),
        ("PySide6/designer.exe", False),
        ("numpy/_core/tests/test_a.py", False),
        ("numpy/_core/multiarray.py", True),
    ],
)
def test_what_of_a_wheel_goes_in(scripts: dict[str, ModuleType], name: str, taken: bool) -> None:
    assert scripts["payload"].is_taken(name) is taken


@pytest.mark.parametrize("name", ["app", "journey-file"])
def test_icons_can_be_read_in_every_size(scripts: dict[str, ModuleType], tmp_path: Path, name: str) -> None:
    icons = scripts["iconfiles"]
    data = icons.ico(name)
    assert struct.unpack_from("<HHH", data) == (0, 1, len(icons.WINDOWS))
    for n, side in enumerate(icons.WINDOWS):
        width, height, *_rest, size, at = struct.unpack_from("<BBBBHHII", data, 6 + 16 * n)
        assert (width or 256, height or 256) == (side, side)
        one = QImage.fromData(data[:4] + struct.pack("<H", 1) + data[6 + 16 * n : 18 + 16 * n]
                              + struct.pack("<I", 22) + data[at : at + size], "ICO")  # fmt: skip
        drawn = icons.draw(name, side)
        assert one.size() == drawn.size()
        for x, y in ((side // 2, side // 2), (side // 3, side // 4), (0, 0)):
            assert one.pixel(x, y) == drawn.pixel(x, y), "upside down, or its colours exchanged"


def test_an_icon_of_macos_has_every_density(scripts: dict[str, ModuleType]) -> None:
    data = scripts["iconfiles"].icns("app")
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    at, found = 8, {}
    while at < len(data):
        kind, size = struct.unpack_from(">4sI", data, at)
        found[kind.decode()] = QImage.fromData(data[at + 8 : at + size], "PNG").width()
        at += size
    assert found == {
        "ic11": 32,
        "ic12": 64,
        "ic07": 128,
        "ic08": 256,
        "ic13": 256,
        "ic09": 512,
        "ic14": 512,
        "ic10": 1024,
    }
