"""Decides how a page that stands alone is written: nothing is loaded from anywhere, and no text can become a tag."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from whatsapp_studio.base.paths import resource


class Markup(str):
    """Text that is HTML already; every other text is escaped when it is put in."""

    __slots__ = ()


def tag(name: str, *inside: str, cls: str = "", **attributes: str) -> Markup:
    """An element: ``tag("p", "a < b", cls="quiet")``."""
    given = {"class": cls, **attributes}
    said = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in given.items() if value)
    return Markup(f"<{name}{said}>{joined(inside)}</{name}>")


def joined(parts: Iterable[str]) -> Markup:
    """Parts one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else escape(part, quote=False) for part in parts))


def table(
    rows: Iterable[Sequence[str]], head: Sequence[str] = (), *, numbers: Sequence[int] = (), cls: str = ""
) -> Markup:
    """A table; without ``head`` the first cell of each row names it. ``numbers`` are columns set to the right."""

    def cell(name: str, at: int, text: str) -> Markup:
        scope = {"th": "row" if not head else "col"}.get(name, "")
        return tag(name, text, cls="number" if at in numbers else "", scope=scope)

    lines = [tag("tr", *(cell("th" if at == 0 and not head else "td", at, text) for at, text in enumerate(row)))
             for row in rows]  # fmt: skip
    top = tag("thead", tag("tr", *(cell("th", at, text) for at, text in enumerate(head)))) if head else Markup("")
    return tag("table", top, tag("tbody", *lines), cls=cls)


def page(title: str, *body: str, language: str = "en", rtl: bool = False) -> str:
    """A whole page with its style, for a screen in both themes and for paper."""
    style = resource("paper.css").read_text(encoding="utf-8")
    head = joined((
        Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width">'),
        tag("title", title), Markup(f"<style>{style}</style>"),
    ))  # fmt: skip
    whole = tag("html", tag("head", head), tag("body", *body), lang=language, dir="rtl" if rtl else "")
    return f"<!doctype html>\n{whole}\n"
