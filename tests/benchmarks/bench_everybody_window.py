"""Decides how long it takes to check 100,000 people of a workspace, and how smooth the window stays meanwhile.

Baseline: the same expressions worked out for each contact by itself by Liquid as it comes, and every rule asked of
each message.
"""

from __future__ import annotations

import gc
import random
import time
from pathlib import Path

from liquid import Environment
from PySide6.QtCore import QEventLoop, Qt, QTimer

from tests.fixtures.studio import T0, offer
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.qt import application, jobs, theme
from whatsapp_studio.qt.checking.asked import Asked
from whatsapp_studio.qt.checking.window import CheckWindow
from whatsapp_studio.qt.collecting import Collector
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.content_lint import filled_lint
from whatsapp_studio.templates.rules import filled_problems

PEOPLE, SOME, TICK_MS = 100_000, 4_000, 5
EXPRESSIONS = (
    "{{ contact.first_name | strip | downcase | capitalize }}",
    '{{ contact.last_name | default: "customer" }}',
    '{% if contact.country == "NL" %}Nederland{% else %}{{ contact.country }}{% endif %}',
    "{{ contact.phone }}",
)
BODY = "Hi {{1}} {{2}} in {{3}}, we have you as {{4}} on our list"


def bench_everybody_of_a_workspace(tmp_path: Path) -> None:
    studio = Studio.open(tmp_path / "workspace")
    try:
        fill(studio)
        mapping = {f"body.{n}": Mapping(one) for n, one in enumerate(EXPRESSIONS, 1)}
        draft = Draft(name="Spring", template="spring_offer", language="nl", mapping=mapping)
        naive = one_by_one(studio)
        begin = time.perf_counter()
        report = studio.checking.check(draft)
        took = time.perf_counter() - begin
        idle, busy, shown = watched(studio, draft)
    finally:
        studio.close()
    found = {one.code: one.count for one in report.findings}
    print(f"\n{PEOPLE:,} contacts read and checked in {took:.2f} s ({PEOPLE / took:,.0f}/s); found {found}")
    print(f"one by one, by Liquid and all rules: {naive:.1f} s (of {SOME:,}); {naive / took:.1f} times as long")
    for name, gaps in (("idle", idle), ("checking", busy)):
        print(f"event loop, {name}: gap p99 {gaps[int(len(gaps) * 0.99)]:.1f} ms, longest {gaps[-1]:.1f} ms")
    print(f"in the window {shown:.2f} s")
    assert report.checked == PEOPLE
    assert took < 10
    assert shown < 10
    assert naive > took


def fill(studio: Studio) -> None:
    """People, one in ten of whom has something wrong."""
    luck, now = random.Random(6), iso(studio.clock.now())
    odd = ("", "two\nlines", "a\ttab", "SHOUTED", "a      gap")
    with studio._store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, first_name, last_name, country, marketing, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, 'yes', ?, ?)",
            (
                (
                    f"+3161{n:07d}", luck.choice(odd) if luck.random() < 0.1 else f"person{luck.randrange(20_000)}",
                    f"de {n}", luck.choice(("NL", "BE", "DE")), now, now,
                )
                for n in range(2_000_000, 2_000_000 + PEOPLE)
            ),
        )  # fmt: skip
    TemplateRows(studio._store).replace_all([offer(BODY)], T0)


def one_by_one(studio: Studio) -> float:
    """Seconds for everybody, when each is read, worked out by Liquid and checked by itself, as measured on some."""
    engine = Environment()
    places = {f"body.{n}": engine.from_string(source) for n, source in enumerate(EXPRESSIONS, 1)}
    template = offer(BODY)
    begin = time.perf_counter()
    for contact in studio.contacts.get_many(studio.contacts.ids()[:SOME]):
        values = contact.values()
        texts = {name: one.render(contact=values).strip() for name, one in places.items()}
        filled_problems(template, texts)
        filled_lint(template, texts)
    return (time.perf_counter() - begin) * PEOPLE / SOME


def watched(studio: Studio, draft: Draft) -> tuple[list[float], list[float], float]:
    """The event loop's gaps in ms, idle and while the window checks, each from short to long; and its seconds."""
    theme.apply(application.make_application(), "light")
    jobs.at_job_end(studio.done_with_thread)
    asked = Asked(
        lambda progress: studio.checking.check(draft, progress), lambda: draft.mapping, lambda mapping: None
    )
    window = CheckWindow(studio, asked)
    # As the program does it: see qt.collecting.
    Collector(window)
    window.show()
    ticks(window)
    begin = time.perf_counter()
    window.look()
    busy = ticks(window)
    took = time.perf_counter() - begin
    idle = ticks(window)
    window.deleteLater()
    jobs.wait_for_all()
    gc.enable()
    return idle, busy, took


def ticks(window: CheckWindow, least: float = 1.0) -> list[float]:
    """The gaps until the window has its report and has shown its people, at least for a while."""
    found: list[float] = []
    loop, begin = QEventLoop(), time.perf_counter()
    last = [begin]

    def tick() -> None:
        now = time.perf_counter()
        found.append(max(0.0, (now - last[0]) * 1000 - TICK_MS))
        last[0] = now
        if window.report is not None and not window.people.reading.busy and now - begin > least:
            loop.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(TICK_MS)
    loop.exec()
    timer.stop()
    return sorted(found)
