"""Decides what is written where something of the tree is put into an expression."""

from __future__ import annotations

from typing import NamedTuple


class Thing(NamedTuple):
    """Something to put in. ``kind`` is ``field``, ``snippet``, ``filter``, ``tag`` or ``operator``."""

    kind: str
    name: str
    # What is written for it, where that is more than its name: a filter with what it takes.
    text: str = ""


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
        what = thing.text or thing.name
        if opened:
            return Written(f"{_gap(before)}| {what} ")
        return Written(f"{{{{  | {what} }}}}", len(what) + 6)
    if thing.kind == "operator":
        return Written(f"{_gap(before)}{thing.name} ") if opened else Written(thing.name)
    if thing.kind == "tag":
        return tag(thing.name)
    value = thing.name if fallback is None else f"{thing.name} | default: {quoted(fallback)}"
    return Written(value) if opened else Written(f"{{{{ {value} }}}}")


def quoted(text: str) -> str:
    """A text as Liquid writes it: between the quotes that it does not hold."""
    return f"'{text}'" if '"' in text and "'" not in text else '"' + text.replace('"', "”") + '"'


def _gap(before: str) -> str:
    return "" if before.endswith((" ", "\n")) or not before else " "


def output_end(before: str) -> tuple[int, int] | None:
    """Where a filter goes in the output that ends right before the cursor: from, up to; None where none does."""
    if inside(before) or not before.endswith("}}"):
        return None
    end = len(before) - (3 if before.endswith("-}}") else 2)
    return len(before[:end].rstrip()), end


def tag(name: str) -> Written:
    """A tag with what closes it, the cursor where its condition or name goes."""
    match name:
        case "if" | "unless" | "case" | "for" | "capture":
            closed = f" %}}{{% end{name} %}}"
            return Written(f"{{% {name} {closed}", len(closed))
        case "snippet":
            return Written('{% snippet "" %}', 4)
        case "assign":
            return Written("{% assign  = %}", 5)
        case _:
            return Written(f"{{% {name} %}}")
