"""Decides how the contact sheet looks: one page, by area, with a column for each look and each picture in full."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screens.render import Shot
    from tests.screens.variants import Variant

_STYLE = """
:root { color-scheme: light dark; --edge: #d5dce1; --paper: #fff; --ink: #16202a; --muted: #51606e; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --edge: #33404a; --paper: #1a2228; --ink: #e8edf0; --muted: #a9b6c0; --bad: #ff9a91; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.4 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header { position: sticky; top: 0; z-index: 1; padding: 12px 24px; background: var(--paper);
  border-bottom: 1px solid var(--edge); }
header h1 { display: inline; font-size: 18px; margin-right: 16px; }
nav { display: inline; } nav a, label { margin-right: 12px; }
fieldset { border: 0; margin: 8px 0 0; padding: 0; color: var(--muted); }
main { padding: 0 24px 48px; }
h2 { margin: 32px 0 4px; text-transform: capitalize; }
h3 { margin: 20px 0 6px; font-size: 15px; font-weight: 600; }
h3 code { color: var(--muted); font-weight: 400; margin-left: 8px; }
.row { display: flex; gap: 12px; overflow-x: auto; padding-bottom: 8px; align-items: flex-start; }
figure { margin: 0; flex: 0 0 320px; }
figure img { display: block; max-width: 320px; max-height: 260px; border: 1px solid var(--edge); border-radius: 6px; }
figcaption { font-size: 12px; color: var(--muted); }
.bad { color: var(--bad); font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
"""
_SCRIPT = """
for (const box of document.querySelectorAll("fieldset input")) box.addEventListener("change", () => {
  for (const one of document.querySelectorAll(`figure[data-look="${box.value}"]`)) one.hidden = !box.checked;
});
"""


def write_sheet(shots: Sequence[Shot], looks: Sequence[Variant], out: Path) -> Path:
    """Write ``index.html`` beside the pictures; returns its path."""
    titles = _titles()
    order = {name: place for place, name in enumerate(titles)}
    by_name = sorted(shots, key=lambda shot: order[shot.name])
    body = []
    areas = list(dict.fromkeys(shot.name.partition(".")[0] for shot in by_name))
    for area, of_area in groupby(by_name, key=lambda shot: shot.name.partition(".")[0]):
        body.append(f'<h2 id="{area}">{area}</h2>')
        for name, of_screen in groupby(of_area, key=lambda shot: shot.name):
            body.append(f"<h3>{escape(titles[name])}<code>{name}</code></h3><div class=row>")
            body += [_figure(shot, looks) for shot in of_screen]
            body.append("</div>")
    links = " ".join(f'<a href="#{area}">{area}</a>' for area in areas)
    boxes = " ".join(
        f'<label><input type=checkbox checked value="{look.name}"> {escape(look.title)}</label>' for look in looks
    )
    page = (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Screens of WhatsApp Studio</title>"
        f"<style>{_STYLE}</style><header><h1>Screens of WhatsApp Studio</h1><nav>{links}</nav>"
        f"<fieldset>{boxes}</fieldset></header><main>{''.join(body)}</main><script>{_SCRIPT}</script></html>\n"
    )
    index = out / "index.html"
    index.write_text(page, encoding="utf-8")
    return index


def _titles() -> dict[str, str]:
    from tests.screens import screens

    return {one.name: one.title for one in sorted(screens(), key=lambda one: one.area)}


def _figure(shot: Shot, looks: Sequence[Variant]) -> str:
    title = next(look.title for look in looks if look.name == shot.variant)
    wide, high = shot.size
    wrong = "\n".join([shot.failed] if shot.failed else [str(one) for one in shot.findings])
    picture = (
        "" if shot.failed else
        f'<a href="{shot.file}"><img loading=lazy src="{shot.file}" alt="{escape(shot.name)}, {escape(title)}"></a>'
    )  # fmt: skip
    bad = f"<div class=bad>{escape(wrong)}</div>" if wrong else ""
    return (
        f'<figure data-look="{shot.variant}">{picture}<figcaption>{escape(title)} · {wide} × {high}</figcaption>{bad}'
        "</figure>"
    )
