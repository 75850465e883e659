"""Decides how the charts of a report are drawn in a page that stands alone: as shapes that take the page's colours."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from whatsapp_studio.base.html import Markup, joined, tag
from whatsapp_studio.base.i18n import number
from whatsapp_studio.base.local import percent

WIDTH = 900
_DASHES = ("", "7 4", "2 3", "7 3 2 3")
_COLORS = ("#0b6e66", "#c2570c", "#1f5fbf", "#a3316f", "#6b3fb5", "#6a7681")
# Colours by the page's own, so that it follows a dark screen; without a style the attributes hold.
STYLE = (
    "svg{display:block;width:100%;height:auto;margin:4px 0 12px}svg text{font:13px system-ui,sans-serif;"
    "fill:var(--ink)}svg .q{fill:var(--quiet)}svg .t{fill:var(--soft)}svg .g{stroke:var(--line)}"
    "svg .b,svg .h{fill:var(--accent)}@media (prefers-color-scheme:dark){svg .l1{stroke:#ff9f5a}svg .l2{stroke:#7fb2ff}"
    "svg .l3{stroke:#f59ac7}svg .l0{stroke:#4fd1c1}}@media print{svg .l0{stroke:#0b6e66}svg .l1{stroke:#c2570c}"
    "svg .l2{stroke:#1f5fbf}svg .l3{stroke:#a3316f}}"
)


def bars(rows: Sequence[tuple[str, float | None, str]], title: str, most: float | None = None) -> Markup:
    """Bars with a name before and a text behind; a value of None is not known: its track is empty and dashed."""
    high, names, numbers = 30, 250, 230
    room = WIDTH - names - numbers
    top = most or max((value or 0.0 for _, value, _ in rows), default=0.0) or 1.0
    parts: list[str] = []
    for at, (name, value, text) in enumerate(rows):
        y = at * high
        parts.append(_text(0, y + 20, name[:36]))
        dashes = {} if value is not None else {"stroke": "#7d8a96", "stroke-dasharray": "4 3"}
        parts.append(_box(names, y + 6, room, 18, "t", "#eef1f3", **dashes))
        if value:
            parts.append(_box(names, y + 6, max(2.0, room * min(1.0, value / top)), 18, "b", _COLORS[0]))
        parts.append(_text(names + room + 10, y + 20, text))
    return _svg(high * len(rows), title, parts)


def lines(names: Sequence[str], labels: Sequence[str], series: Sequence[Sequence[int]], title: str, ticks: Sequence[int]
          ) -> Markup:  # fmt: skip
    """Lines over spans; told apart by dash and colour."""
    left, top, high, wide = 60, 34, 230, WIDTH - 80
    parts: list[str] = []
    x = 0.0
    for at, name in enumerate(names):
        parts += [_stroke([(x, 12), (x + 28, 12)], at), _text(x + 34, 17, name)]
        x += 34 + 9 * len(name) + 24
    for value in ticks:
        y = top + high - high * value / ticks[-1]
        parts.append(Markup(f'<path class="g" d="M{left} {y:.1f}H{left + wide}" stroke="#d5dce1"/>'))
        parts.append(_text(left - 8, y + 5, number(value), "q", anchor="end"))
    step = wide / max(1, len(labels) - 1)
    for at, values in enumerate(series):
        points = [(left + step * n, top + high - high * value / ticks[-1]) for n, value in enumerate(values)]
        if len(points) == 1:
            points = [(left, points[0][1]), (left + 12, points[0][1])]
        parts.append(_stroke(points, at))
    every = max(1, -(-len(labels) * 70 // wide))
    for at in range(0, len(labels), every):
        parts.append(_text(left + step * at, top + high + 20, labels[at], "q", anchor="middle"))
    return _svg(top + high + 30, title, parts)


def heat(days: Sequence[str], cells: Iterable[tuple[int, int, float, bool]], title: str) -> Markup:
    """A week of hours: day, hour, rate and whether it is thin. Stronger is higher; thin ones have a dashed edge."""
    known = list(cells)
    left, wide, high = 110, (WIDTH - 110) / 24, 24
    rates = [rate for *_, rate, thin in known if not thin] or [rate for *_, rate, _ in known] or [0.0]
    low, span = min(rates), max(rates) - min(rates)
    parts: list[str] = [_text(0, day * high + 17, name) for day, name in enumerate(days)]
    parts += [
        _text(left + hour * wide + wide / 2, 7 * high + 16, f"{hour:02}", "q", anchor="middle")
        for hour in range(0, 24, 2)
    ]
    for day, hour, rate, thin in known:
        edge = {"stroke": "#7d8a96", "stroke-dasharray": "3 2"} if thin else {}
        strength = f"{0.14 + 0.86 * (min(1.0, max(0.0, (rate - low) / span)) if span else 1.0):.3f}"
        parts.append(_box(left + hour * wide + 1, day * high + 1, wide - 2, high - 2, "h", _COLORS[0],
                          **{"fill-opacity": strength}, **edge))  # fmt: skip
    parts.append(_text(left, 7 * high + 38, f"{percent(low)} – {percent(low + span)}", "q"))
    return _svg(7 * high + 46, title, parts)


def _svg(height: float, title: str, parts: Iterable[str]) -> Markup:
    inside = joined((tag("title", title), *parts))
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" width="{WIDTH}"'
        f' height="{height:.0f}" role="img">{inside}</svg>'
    )


def _text(x: float, y: float, text: str, cls: str = "", anchor: str = "start") -> Markup:
    fill = "#51606e" if cls == "q" else "#16202a"
    said = f' class="{cls}"' if cls else ""
    return Markup(
        f'<text{said} x="{x:.1f}" y="{y:.1f}" fill="{fill}" font-size="13" font-family="sans-serif"'
        f' text-anchor="{anchor}">{escape(text, quote=False)}</text>'
    )


def _box(x: float, y: float, wide: float, high: float, cls: str, fill: str, **more: str) -> Markup:
    given = "".join(f' {name}="{value}"' for name, value in more.items())
    return Markup(
        f'<rect class="{cls}" x="{x:.1f}" y="{y:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="3" fill="{fill}"'
        f"{given}/>"
    )


def _stroke(points: Sequence[tuple[float, float]], at: int) -> Markup:
    said = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dash = f' stroke-dasharray="{_DASHES[at % 4]}"' if _DASHES[at % 4] else ""
    return Markup(
        f'<polyline class="l{at % 4}" points="{said}" fill="none" stroke="{_COLORS[at % 6]}" stroke-width="2"{dash}/>'
    )
