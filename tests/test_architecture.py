"""Decides that the rooms of the program stay apart, by breaking each rule once and seeing it caught."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "whatsapp_studio"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
STATIONS = ("audience", "templates", "journeys", "campaigns", "delivery", "reports")
PAGES = (
    "home", "journeys", "campaigns", "templates", "contacts", "audiences", "delivery", "reports", "settings",
    "connection",
)  # fmt: skip

# For each contract: who imports what it may not. Names of ours are relative to the package.
BREACHES: dict[str, list[tuple[str, str]]] = {
    "order": [
        *zip(("base", *STATIONS), (*STATIONS, "storage"), strict=True),
        ("storage", "cloudapi"),
        ("storage", "sandbox"),
        ("cloudapi", "storage"),
        ("sandbox", "storage"),
        ("storage", "services"),
        ("services", "app"),
        ("app", "qt"),
        ("services", "qt"),
        ("qt", "cli"),
    ],
    "stations": [
        (room, library)
        for room in ("base", *STATIONS)
        for library in ("httpx", "sqlite3", "sqlite_utils", "keyring", "starlette", "uvicorn", "PySide6")
    ],
    "storage": [("storage", name) for name in ("cloudapi", "sandbox", "httpx", "PySide6")],
    "cloudapi": [("cloudapi", name) for name in ("storage", "sandbox", "sqlite3", "sqlite_utils", "PySide6")],
    "cloudapi-stations": [("cloudapi", name) for name in ("audience", "journeys", "campaigns", "reports")],
    "sandbox": [("sandbox", name) for name in (*STATIONS, "cloudapi", "storage", "PySide6")],
    "headless": [("services", "PySide6"), ("app", "PySide6")],
    "window": [("qt", name) for name in ("storage", "cloudapi", "sandbox")],
    "pages": [(f"qt.{one}", f"qt.{two}") for one in PAGES for two in PAGES if one != two],
    "shared-parts": [
        (f"qt.{shared}", f"qt.{page}")
        for shared in (
            "bridge", "forms", "icons", "jobs", "personalise", "phrases", "reach", "rules", "sheet", "theme", "widgets",
        )
        for page in PAGES
    ],
    "cli": [("cli", name) for name in ("qt.main_window", "storage", "cloudapi", "sandbox", "PySide6")],
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the program's source in which rules may be broken."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / PACKAGE, tmp_path / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def lint(tree: Path, *arguments: str) -> str:
    """What import-linter says of ``tree``, in lines that are not folded."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-logo", "--no-cache", *arguments],
        cwd=tree,
        env={**os.environ, "COLUMNS": "1000"},
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr


def plant(tree: Path, importer: str, imported: str, number: int) -> str:
    """Make ``importer`` import ``imported``; gives the arrow by which import-linter will name it."""
    ours = (tree / PACKAGE / imported.replace(".", "/")).with_suffix(".py").is_file() or (
        tree / PACKAGE / imported.replace(".", "/")
    ).is_dir()
    target = f"{PACKAGE}.{imported}" if ours else imported
    place = tree / PACKAGE / importer.replace(".", "/")
    if place.is_dir():
        source, name = place / f"planted_{number}.py", f"{PACKAGE}.{importer}.planted_{number}"
    else:
        source, name = place.with_suffix(".py"), f"{PACKAGE}.{importer}"
        assert source.is_file(), f"there is no room called {importer}"
    with source.open("a", encoding="utf-8") as file:
        file.write(f"\nimport {target}\n")
    return f"{name} -> {target}"


def test_the_rooms_are_apart(tree: Path) -> None:
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in lint(tree)


def test_every_contract_has_its_breaches() -> None:
    assert set(BREACHES) == {contract["id"] for contract in CONTRACTS}


@pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["id"])
def test_each_contract_breaks(tree: Path, contract: dict[str, object]) -> None:
    arrows = [plant(tree, *breach, number) for number, breach in enumerate(BREACHES[str(contract["id"])])]

    said = lint(tree, "--contract", str(contract["id"]))

    assert f"{contract['name']} BROKEN" in said
    # A direct import is named by its arrow, and by "&" where several modules come before the same arrow.
    missed = [arrow for arrow in arrows if not re.search(rf"{re.escape(arrow)}\b", said)]
    assert not missed, said


def test_a_new_room_has_to_be_given_its_place(tree: Path) -> None:
    (tree / PACKAGE / "attic").mkdir()
    (tree / PACKAGE / "attic" / "__init__.py").touch()

    said = lint(tree, "--contract", "order")

    assert "not listed as layers" in said
    assert f"{PACKAGE}.attic" in said


@pytest.mark.parametrize("module", ["app", "cli"])
def test_the_studio_is_there_without_a_window(module: str) -> None:
    code = f"import sys, {PACKAGE}.{module}; print(*sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    loaded = done.stdout.split()
    assert f"{PACKAGE}.{module}" in loaded
    assert [name for name in loaded if name.startswith(("PySide", "shiboken"))] == []


def python_files() -> list[Path]:
    """Every Python file of the project."""
    return sorted(path for folder in (PACKAGE, "tests", "packaging") for path in (ROOT / folder).rglob("*.py"))


def test_every_module_says_first_what_it_decides() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in python_files()
        if not (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").strip()
    ]
    assert silent == []


def test_no_file_of_the_program_holds_more_than_a_reader_can() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in (ROOT / PACKAGE).rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_texts_are_whole_so_that_they_can_be_translated() -> None:
    built = []
    for path in (ROOT / PACKAGE).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("tr", "ntr", "ctr", "mark")
                and any(isinstance(argument, (ast.JoinedStr, ast.BinOp)) for argument in node.args)
            ):
                built.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert built == []


def test_the_token_is_revealed_in_one_place() -> None:
    reveals = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in (ROOT / PACKAGE).rglob("*.py")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ".reveal()" in line
    ]
    assert len(reveals) == 1, reveals
    assert reveals[0].startswith(f"{PACKAGE}/cloudapi/client.py")


def tracked_texts() -> Iterator[tuple[str, str]]:
    """Name and text of every file that is, or is about to be, part of the project."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    for name in filter(None, listing.stdout.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and b"\0" not in (content := path.read_bytes()):
            yield name, content.decode("utf-8", errors="replace")


# In brackets, so that this file does not name what it looks for.
REGISTRIES = re.compile(r"pypi[.]org|pythonhoste[d]|npmjs[.]|proxy[.]golan[g]|deb[.]debia[n]|crates[.]i[o]")
SOMEBODYS_FOLDER = re.compile(r"(?<![\w.~:/-])/(roo[t]|hom[e]|User[s]|wor[k])/\w|C:\\\\?User[s]\\")


@pytest.mark.parametrize("unwanted", [REGISTRIES, SOMEBODYS_FOLDER], ids=["registries", "folders"])
def test_the_project_names_no_machine(unwanted: re.Pattern[str]) -> None:
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    named = [
        f"{name}:{number}: {line.strip()[:120]}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if unwanted.search(line)
    ]
    assert named == []
