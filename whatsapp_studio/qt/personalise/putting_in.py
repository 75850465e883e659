"""Decides what is written where something of the tree is put into an expression."""

from __future__ import annotations

from typing import NamedTuple


class Thing(NamedTuple):
    """Something to put in. ``kind`` is ``field``, ``snippet``, ``filter``, ``tag`` or ``operator``."""

    kind: str
    name: str


class Written(NamedTuple):
    """A text for the cursor's place, and how many characters before its end the cursor goes."""

    text: str
    back: int = 0


def inside(before: str) -> str:
    """What the text before the cursor leaves open: ``{{``, ``{%`` or nothing."""
    output, tag = before.rfind("{{"), before.rfind("{%")
    if output > max(before.rfind("}}"), tag):
        return "{{"
    return "{%" if tag > max(before.rfind("%}"), output) else ""


def written(thing: Thing, before: str, fallback: str | None = None) -> Written:
    """The text for ``thing`` after ``before``; ``fallback`` is what a field is followed by where it is empty."""
    opened = inside(before)
    if thing.kind == "snippet":
        return Written(f'{{% snippet "{thing.name}" %}}')
    if thing.kind == "filter":
        if opened:
            return Written(f"{_gap(before)}| {thing.name} ")
        return Written(f"{{{{  | {thing.name} }}}}", len(thing.name) + 6)
    if thing.kind == "operator":
        return Written(f"{_gap(before)}{thing.name} ") if opened else Written(thing.name)
    if thing.kind == "tag":
        return _tag(thing.name)
    value = thing.name if fallback is None else f"{thing.name} | default: {quoted(fallback)}"
    return Written(value) if opened else Written(f"{{{{ {value} }}}}")


def quoted(text: str) -> str:
    """A text as Liquid writes it: between the quotes that it does not hold."""
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', "”") + '"'


def _gap(before: str) -> str:
    return "" if before.endswith((" ", "\n")) or not before else " "


def _tag(name: str) -> Written:
    match name:
        case "if" | "unless" | "case" | "for" | "capture":
            closed = f" %}}{{% end{name} %}}"
            return Written(f"{{% {name} {closed}", len(closed))
        case "assign" | "let":
            return Written("{% assign  = %}", 5)
        case _:
            return Written(f"{{% {name} %}}")
