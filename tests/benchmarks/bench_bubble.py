"""Decides what looking at messages may cost: drawing one again, and scrolling a thousand small ones.

Baseline: the same drawing by a painter that keeps nothing.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.golden.cases import CASES
from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt.widgets import bubble as bubbles
from whatsapp_studio.qt.widgets.bubble import bubble_picture
from whatsapp_studio.qt.widgets.bubble_paint import BubblePaint
from whatsapp_studio.qt.widgets.bubble_phone import Phone
from whatsapp_studio.templates.bubble import Bubble, bubble
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.template import parse

WIDTH, BUDGET_MS, TIMES = 340.0, 8.0, 40
SHOWN, SIZE, ZOOM = 16, QSize(248, 132), 0.78


def milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def high(taken: list[float]) -> float:
    """What 19 of 20 stay below."""
    return sorted(taken)[int(len(taken) * 0.95)]


def bench_a_message_is_drawn_again_within_8_ms(qapp: QApplication) -> None:
    image = QImage(340, 900, QImage.Format.Format_RGB32)
    kept, anew = [], []
    for case in CASES.values():
        shown, phone = case.bubble(), Phone(font=qapp.font(), dark=case.dark, side=case.side, scale=case.scale)

        def draw(paint: BubblePaint) -> None:
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint.height(WIDTH)
            paint.draw(painter, WIDTH)
            painter.end()

        paint = BubblePaint(shown, phone)
        draw(paint)
        kept += [milliseconds(lambda paint=paint: draw(paint)) for _ in range(TIMES)]
        anew += [milliseconds(lambda shown=shown, phone=phone: draw(BubblePaint(shown, phone))) for _ in range(TIMES)]
    ratio = sum(anew) / sum(kept)
    print(
        f"\n{len(CASES)} messages: {sum(kept) / len(kept):.2f} ms again (19 of 20 within {high(kept):.2f}), "
        f"{sum(anew) / len(anew):.2f} ms when laid out each time (within {high(anew):.2f}); {ratio:.1f} times"
    )
    assert high(kept) < BUDGET_MS
    assert high(anew) < BUDGET_MS  # what typing a letter costs
    assert ratio > 1.3


def _thousand() -> list[Bubble]:
    raw = json.loads(resource("samples/sandbox_templates.json").read_text(encoding="utf-8"))
    made = []
    for number in range(1000):
        one = raw[number % len(raw)]
        template = parse({**one, "id": str(number), "name": f"{one['name']}_{number}"})
        shown = bubble(template, {**sample_values(template), "body.1": f"Person {number}"})
        made.append(Bubble(body=shown.body, header=shown.header, footer=f"Number {number}", buttons=shown.buttons))
    return made


def bench_a_thousand_small_messages_scroll(qapp: QApplication) -> None:
    shown, phone = _thousand(), Phone(font=qapp.font())
    first = [milliseconds(lambda one=one: bubble_picture(one, phone, SIZE, ZOOM)) for one in shown]
    last = shown[-SHOWN:]
    again = [milliseconds(lambda one=one: bubble_picture(one, phone, SIZE, ZOOM)) for one in last for _ in range(10)]
    anew = [milliseconds(lambda one=one: bubbles._drawn(one, phone, SIZE, ZOOM)) for one in last for _ in range(10)]
    frame = sum(again) / len(again) * SHOWN
    print(
        f"\n1,000 small messages: {sum(first) / len(first):.2f} ms each the first time (19 of 20 within "
        f"{high(first):.2f}); a window of {SHOWN} again {frame:.2f} ms, "
        f"{sum(anew) / sum(again):.0f} times less than anew"
    )
    assert high(first) < BUDGET_MS
    assert frame < BUDGET_MS
    assert sum(anew) / sum(again) > 5
