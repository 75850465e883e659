"""Decides which texts are translated: finds them in the code, has Qt's lupdate merge and lrelease compile them.

    python packaging/translations.py update    # the code's texts -> resources/locale/studio_*.ts
    python packaging/translations.py release   # studio_*.ts -> studio_*.qm, what the program reads
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
CODE, LOCALE = ROOT / "whatsapp_studio", ROOT / "resources" / "locale"
# English is written in the code; its file holds nothing but what one and many are called.
LANGUAGES = ("en", "nl")
CONTEXT = "studio"
_ONE_TEXT = frozenset({"tr", "mark", "fill"})
_TWO_TEXTS = frozenset({"ntr", "mark_many"})


@dataclass(frozen=True)
class Text:
    """One text to translate; ``one`` is set where a count decides, and ``text`` is the form for many then."""

    text: str
    comment: str = ""
    one: str = ""


@dataclass
class Found:
    """The texts of the code with the places that use them, and what cannot be found by reading."""

    texts: dict[Text, list[str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)


def collect(code: Path = CODE) -> Found:
    """Every text of the Python files below ``code``."""
    found = Found()
    for path in sorted(code.rglob("*.py")):
        where = path.relative_to(code.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                _look_at(node, where, found)
            elif isinstance(node, ast.FunctionDef) and "/cli/" in where:
                _look_at_command(node, where, found)
    if code == CODE:
        _look_at_examples(found)
    plain = {one.text for one in found.texts if not one.one and not one.comment}
    forms: dict[str, str] = {}
    for one in found.texts:
        if one.one and (one.text in plain or forms.setdefault(one.text, one.one) != one.one):
            place = found.texts[one][0]
            found.faults.append(f"{place}: the text for many is used otherwise elsewhere: {one.text!r}")
    return found


def _look_at(call: ast.Call, where: str, found: Found) -> None:
    name = _called(call)
    place = f"{where}:{call.lineno}"
    if name in _ONE_TEXT and call.args:
        if name == "fill" and not isinstance(call.func, ast.Name):
            return
        for text in _literals(call.args[0]):
            _keep(found, Text(text), place)
        _check(call.args[:1], name, place, found)
    elif name in _TWO_TEXTS | {"ctr"} and len(call.args) >= 2 and not isinstance(call.args[0], ast.Starred):
        first, second = (list(_literals(one)) for one in call.args[:2])
        if len(first) == len(second) == 1:
            pair = Text(second[0], one=first[0]) if name in _TWO_TEXTS else Text(second[0], comment=first[0])
            _keep(found, pair, place)
        else:
            found.faults.append(f"{place}: {name} needs its texts as they are: {ast.unparse(call)[:80]}")
        _check(call.args[:2], name, place, found)


def _look_at_command(function: ast.FunctionDef, where: str, found: Found) -> None:
    """What a command of the command line says of itself is its docstring, and that of its options their help."""
    made = [one for one in function.decorator_list if isinstance(one, ast.Call)]
    kinds = {one.func.attr for one in made if isinstance(one.func, ast.Attribute)}
    place = f"{where}:{function.lineno}"
    if kinds & {"command", "group"}:
        _keep(found, Text(ast.get_docstring(function) or ""), place)
        for one in made:
            for said in one.keywords:
                if said.arg == "help":
                    for text in _literals(said.value):
                        _keep(found, Text(text), place)
                    _check([said.value], "help", place, found)


def _look_at_examples(found: Found) -> None:
    """The journeys that one can start from are files; which of their words are read, the program knows."""
    from whatsapp_studio.services.examples import CONTEXT as comment
    from whatsapp_studio.services.examples import FOLDER, example_words

    for text in example_words():
        _keep(found, Text(text, comment=comment), FOLDER)


def _called(call: ast.Call) -> str:
    if isinstance(call.func, ast.Name):
        return call.func.id
    if isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name) and call.func.value.id == "i18n":
        return call.func.attr
    return ""


def _literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)


def _check(texts: list[ast.expr], name: str, place: str, found: Found) -> None:
    """A text that is put together on the way can be found by nobody."""
    for text in texts:
        outer = [text.body, text.orelse] if isinstance(text, ast.IfExp) else [text]
        if any(isinstance(one, ast.JoinedStr | ast.BinOp) or _formats(one) for one in outer):
            found.faults.append(f"{place}: {name} gets a text that is put together: {ast.unparse(text)[:80]}")


def _formats(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join")


def _keep(found: Found, text: Text, place: str) -> None:
    if text.text.strip():
        found.texts.setdefault(text, []).append(place)


def update(locale: Path = LOCALE, code: Path = CODE) -> None:
    """Bring the ``.ts`` files up to date: new texts unfinished, what nobody uses any more gone."""
    found = collect(code)
    if found.faults:
        raise SystemExit("\n".join(found.faults))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.cpp"
        source.write_text(_as_cpp(found), encoding="utf-8")
        for language in LANGUAGES:
            plural = ["-pluralonly"] if language == "en" else []
            target = ["-source-language", "en", "-target-language", language, "-ts", str(_ts(locale, language))]
            quiet = ["-silent", "-no-obsolete", "-no-sort", "-locations", "none"]
            _run("lupdate", [str(source), *plural, *quiet, "-disable-heuristic", "similartext", *target])
    _word_english(_ts(locale, "en"), found)


def release(locale: Path = LOCALE) -> None:
    """Compile the ``.ts`` files; what is not finished is shown in English."""
    for language in LANGUAGES:
        ts = _ts(locale, language)
        _run("lrelease", ["-silent", str(ts), "-qm", str(ts.with_suffix(".qm"))])


def _as_cpp(found: Found) -> str:
    lines = ["#include <QCoreApplication>", "void texts(int n) {"]
    for one in sorted(found.texts, key=lambda text: (text.text, text.comment)):
        about = [_quoted(CONTEXT), _quoted(one.text)]
        if one.one:
            lines.append(f"//: One: {one.one}".replace("\n", " "))
        if one.comment or one.one:
            about.append(_quoted(one.comment) if one.comment else "nullptr")
        lines.append(f"QCoreApplication::translate({', '.join([*about, *(['n'] if one.one else [])])});")
    return "\n".join([*lines, "}", ""])


def _quoted(text: str) -> str:
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{text}"'


def _word_english(ts: Path, found: Found) -> None:
    """English is in the code already: both its forms are written down as they stand there."""
    ones = {one.text: one.one for one in found.texts if one.one}
    write(ts, lambda source, _comment: (ones[source], source) if source in ones else None)


def write(ts: Path, worded: Callable[[str, str], Sequence[str] | None]) -> None:
    """Put translations into a ``.ts`` file: ``worded`` gives one's form or forms, None where it stays as it is."""
    tree = ElementTree.parse(ts).getroot()
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{tree.get("language")}" sourcelanguage="en">')
    lines += ["<context>", f"    <name>{CONTEXT}</name>"]
    for message in tree.iter("message"):
        lines += _message(message, worded(message.findtext("source") or "", message.findtext("comment") or ""))
    ts.write_text("\n".join([*lines, "</context>", "</TS>", ""]), encoding="utf-8")


def _message(message: ElementTree.Element, forms: Sequence[str] | None) -> Iterator[str]:
    translation = message.find("translation")
    assert translation is not None
    several = message.get("numerus") == "yes"
    had = [one.text or "" for one in translation.findall("numerusform")] if several else [translation.text or ""]
    kind = f' type="{translation.get("type")}"' if translation.get("type") and forms is None else ""
    yield '    <message numerus="yes">' if several else "    <message>"
    for name in ("source", "comment", "extracomment", "translatorcomment"):
        if (said := message.findtext(name)) is not None:
            yield f"        <{name}>{_escaped(said)}</{name}>"
    shown = [_escaped(one) for one in (had if forms is None else forms)]
    if several:
        yield f"        <translation{kind}>"
        yield from (f"            <numerusform>{one}</numerusform>" for one in shown)
        yield "        </translation>"
    else:
        yield f"        <translation{kind}>{shown[0]}</translation>"
    yield "    </message>"


def _escaped(text: str) -> str:
    """As Qt writes it, so that a later merge changes no line without need."""
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def _ts(locale: Path, language: str) -> Path:
    return locale / f"studio_{language}.ts"


def _run(tool: str, given: list[str]) -> None:
    import PySide6

    subprocess.run([str(Path(PySide6.__path__[0]) / tool), *given], check=True)


def main(asked: list[str]) -> int:
    """``update``, ``release`` or both, in the order given."""
    steps = {"update": update, "release": release}
    if not asked or not set(asked) <= set(steps):
        print(__doc__, file=sys.stderr)
        return 2
    for step in asked:
        steps[step]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
