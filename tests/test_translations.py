"""Decides that every text of the program can be found, is translated, and says the same in both languages."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import string
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

from whatsapp_studio.base import i18n, wording
from whatsapp_studio.base.paths import resource

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "whatsapp_studio"
UPDATE = "run: make translations, and translate what is new in resources/locale/studio_nl.ts"
# What one thing is called everywhere: (English, the beginning of the Dutch).
TERMS = (
    ("template", "sjab[lo]"), ("journey", "journey"), ("campaign", "campagne"), ("draft", "concept"),
    ("settings", "instelling"), ("keyring", "sleutelhanger"),
)  # fmt: skip
FORBIDDEN = re.compile(r"\b(u|uw|klantreis\w*|template\w*|draft\w*|workspace\w*)\b", re.IGNORECASE)
# Typed as they are, or names that Meta gives things.
_AS_TYPED = re.compile(r"--\w[\w-]*|\b[a-z]+_[a-z_]+\b|\{[^{}]*\}( u\b)?|“[^”]*”|`[^`]*`|\b\w+\.\w+\b|[A-Z]{3,}")


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """The script that finds texts."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None and spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = script
    spec.loader.exec_module(script)
    return script


@pytest.fixture(scope="module")
def found(translations: ModuleType) -> Any:
    """What the script finds in the code."""
    return translations.collect()


class Message:
    """One message of a ``.ts`` file."""

    def __init__(self, element: ElementTree.Element) -> None:
        translation = element.find("translation")
        assert translation is not None
        self.source, self.comment = element.findtext("source") or "", element.findtext("comment") or ""
        self.state = translation.get("type") or ""
        self.counted = element.get("numerus") == "yes"
        self.forms = (
            [one.text or "" for one in translation.findall("numerusform")] if self.counted else [translation.text or ""]
        )


def messages(code: str) -> list[Message]:
    tree = ElementTree.parse(ROOT / "resources" / "locale" / f"studio_{code}.ts")
    return [Message(one) for one in tree.getroot().iter("message")]


def places(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_every_text_can_be_found(found: Any) -> None:
    assert found.faults == []


def test_the_files_hold_the_texts_of_the_code_and_no_other(found: Any) -> None:
    used = {(one.text, one.comment, bool(one.one)) for one in found.texts}
    kept = {(one.source, one.comment, one.counted) for one in messages("nl")}
    assert (used - kept, kept - used) == (set(), set()), UPDATE
    assert {one.source for one in messages("en")} == {text for text, _, counted in used if counted}, UPDATE


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("tr(f'{n} contacts')", "put together"),
        ("tr('a' + b)", "put together"),
        ("tr('{n}'.format(n=1))", "put together"),
        ("ntr(one, 'many', 2)", "as they are"),
        ("ctr(where, 'text')", "as they are"),
        ("tr('same'); ntr('one', 'same', 2)", "otherwise"),
        ("ntr('one', 'same', 2); ntr('other', 'same', 2)", "otherwise"),
    ],
)
def test_what_cannot_be_translated_is_found_out(translations: ModuleType, code: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "some.py").write_text(code, encoding="utf-8")
    assert said in translations.collect(tmp_path).faults[0]


def test_texts_are_found_in_tables_choices_and_commands(translations: ModuleType, tmp_path: Path) -> None:
    place = tmp_path / "whatsapp_studio" / "cli"
    place.mkdir(parents=True)
    (place / "some.py").write_text(
        "TABLE = {'a': mark('In a table'), 'b': mark_many('{n} row', '{n} rows')}\n"
        "tr('Yes' if sure else 'No'); i18n.tr('By name'); ctr('place', 'Send'); tr(TABLE['a']); ntr(*TABLE['b'], 2)\n"
        "@group.command()\n@click.option('--x', help='An option.')\ndef run():\n    'What it does.'\n",
        encoding="utf-8",
    )
    found = translations.collect(place.parent)
    assert found.faults == []
    assert {(one.text, one.comment, one.one) for one in found.texts} == {
        ("In a table", "", ""), ("{n} rows", "", "{n} row"), ("Yes", "", ""), ("No", "", ""), ("By name", "", ""),
        ("Send", "place", ""), ("An option.", "", ""), ("What it does.", "", ""),
    }  # fmt: skip


def test_updating_changes_nothing(translations: ModuleType, tmp_path: Path) -> None:
    for code in translations.LANGUAGES:
        shutil.copy(resource("locale") / f"studio_{code}.ts", tmp_path)
    translations.update(tmp_path)
    translations.release(tmp_path)
    for code in translations.LANGUAGES:
        for ending in ("ts", "qm"):
            name = f"studio_{code}.{ending}"
            assert (tmp_path / name).read_bytes() == (resource("locale") / name).read_bytes(), f"{name}: {UPDATE}"


@pytest.mark.parametrize("code", list(i18n.LANGUAGES))
def test_everything_is_translated(code: str) -> None:
    left = [one.source for one in messages(code) if one.state or not all(form.strip() for form in one.forms)]
    assert left == [], UPDATE


def test_a_translation_has_the_places_of_its_text() -> None:
    wrong = []
    for one in messages("nl"):
        for n, form in enumerate(one.forms):
            lacking = places(one.source) - places(form)
            # The form for one may say “one” in words.
            if places(form) - places(one.source) or (
                lacking and not (n == 0 and one.counted and set(lacking) == {"n"})
            ):
                wrong.append((one.source, form))
    assert wrong == []


def test_a_translation_has_a_letter_for_the_keyboard_where_its_text_has() -> None:
    wrong = [
        (one.source, one.forms[0])
        for one in messages("nl")
        if bool(re.search(r"&\w", one.source)) != bool(re.search(r"&\w", one.forms[0]))
    ]
    assert wrong == []


def test_a_translation_ends_and_is_parted_as_its_text() -> None:
    wrong = [
        (one.source, form)
        for one in messages("nl")
        for form in one.forms
        if one.source.endswith("…") != form.endswith("…")
        or one.source[:1].isspace() != form[:1].isspace()
        or one.source[-1:].isspace() != form[-1:].isspace()
        or one.source.count("\t") != form.count("\t")
    ]
    assert wrong == []


def test_what_is_fixed_is_called_the_same_everywhere() -> None:
    wrong = [
        (one.source, form)
        for one in messages("nl")
        for form in one.forms
        for english, dutch in TERMS
        if re.search(rf"\b{english}s?\b", _AS_TYPED.sub("", one.source.replace("&", "")), re.IGNORECASE)
        and not re.search(dutch, form.replace("&", ""), re.IGNORECASE)
    ]
    assert wrong == []


def test_dutch_says_je_and_none_of_the_words_that_are_ours_in_english() -> None:
    wrong = [
        (found[0], form)
        for one in messages("nl")
        for form in one.forms
        if (found := FORBIDDEN.search(_AS_TYPED.sub("", form.replace("&", ""))))
    ]
    assert wrong == []


def test_the_places_of_english_are_those_of_both_its_forms() -> None:
    for one in messages("en"):
        first, many = one.forms
        assert many == one.source
        assert places(first) - places(many) == Counter(), one.source


def test_every_code_has_words_in_dutch() -> None:
    i18n.use_language("nl")
    try:
        for code, entry in wording.WORDS.items():
            said = wording.explain(code, {"details": "x"})
            for part, english in zip((said.title, said.why, said.fix), entry, strict=True):
                assert bool(part) == bool(english), code
                assert re.search(r"(?<!{){\w+}", part) is None, code
        for reason, english in wording.EXCLUSIONS.items():
            assert wording.exclusion(reason) != english, reason
    finally:
        i18n.use_language("en")


def _runs_at_import(tree: ast.Module) -> list[ast.Call]:
    """Calls that are made while a module is imported: at its top, in class bodies, as default values."""
    found: list[ast.Call] = []

    def look(node: ast.AST) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            defaults = [*node.args.defaults, *(one for one in node.args.kw_defaults if one is not None)]
            for one in defaults:
                look(one)
            for one in getattr(node, "decorator_list", []):
                look(one)
            return
        if isinstance(node, ast.Call):
            found.append(node)
        for child in ast.iter_child_nodes(node):
            look(child)

    look(tree)
    return found


def test_no_words_are_kept_from_before_the_language_was_known() -> None:
    kept = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted(CODE.rglob("*.py"))
        for call in _runs_at_import(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.func, ast.Name) and call.func.id in {"tr", "ntr", "ctr", "fill", "explain", "number"}
    ]
    assert kept == []


def test_what_is_remembered_for_ever_holds_no_words() -> None:
    kept = []
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.FunctionDef):
                continue
            remembers = any(
                re.search(r"\b(lru_cache|cache|once|once_for_both)\b", ast.unparse(one)) for one in node.decorator_list
            )
            says = {
                one.func.id for one in ast.walk(node) if isinstance(one, ast.Call) and isinstance(one.func, ast.Name)
            }
            if remembers and says & {"tr", "ntr", "ctr", "fill", "explain"}:
                kept.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert kept == []
