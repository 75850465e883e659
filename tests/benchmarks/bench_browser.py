"""Decides how soon the page of templates answers: a keystroke among a thousand templates, and scrolling past them."""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk
from tests.fixtures.studio import T0
from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import Template, parse

MANY = 1000


def templates(many: int) -> list[Template]:
    """The shop's own templates under other names, with texts that all differ."""
    own = json.loads(resource("samples/sandbox_templates.json").read_text(encoding="utf-8"))
    found = []
    for n in range(many):
        raw = json.loads(json.dumps(own[n % len(own)]))
        raw |= {"id": str(n), "status": "APPROVED", "name": f"{raw['name']}_{n}"}
        for part in raw["components"]:
            if part.get("type") == "BODY" and "text" in part:
                part["text"] = f"{part['text']} Nummer {n}."
        found.append(parse(raw))
    return found


def bench_a_keystroke_and_a_scroll_among_a_thousand_templates(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path, qtbot)
    try:
        kept = templates(MANY)
        TemplateRows(desk.store).replace_all(kept, T0)
        page = desk.show(TemplatesPage)
        page.resize(1280, 720)
        desk.until(lambda: page.model.rowCount() == MANY)
        keystrokes = []
        for text in ("f", "fi", "fie", "fiet", "fiets", "fiets 77", "", "morgen", "zzz", ""):
            begun = time.perf_counter()
            page.search.setText(text)
            page._find()
            page.repaint()
            keystrokes.append((time.perf_counter() - begun) * 1000)
        page.show_as(grid=True)
        bar, frames = page.grid.verticalScrollBar(), []
        for n in range(200):
            bar.setValue(round(bar.maximum() * n / 200))
            begun = time.perf_counter()
            page.grid.viewport().repaint()
            frames.append((time.perf_counter() - begun) * 1000)
        again = []
        for _ in range(20):
            begun = time.perf_counter()
            page.grid.viewport().repaint()
            again.append((time.perf_counter() - begun) * 1000)
        parsed = time.perf_counter()
        [parse(one.raw) for one in kept]
        parsed = (time.perf_counter() - parsed) * 1000
    finally:
        desk.close()
    print(
        f"\n{MANY} templates: a keystroke takes {statistics.median(keystrokes):.0f} ms (worst {max(keystrokes):.0f});"
        f" a frame of cards never seen before {statistics.median(frames):.1f} ms (worst {max(frames):.0f}), seen before"
        f" {statistics.median(again):.1f} ms; reading every template anew would take {parsed:.0f} ms:"
        f" {parsed / statistics.median(keystrokes):.1f} times a keystroke"
    )
