"""Decides how smooth the window stays: the gaps of its event loop while 80 messages a second leave.

Baseline: the same window on the same workspace with nothing to send.
"""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer

from tests.fixtures.program import running_sandbox
from whatsapp_studio.app import Studio
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.qt import application, jobs, theme
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.main_window import MainWindow, load_pages
from whatsapp_studio.services.connecting import Credentials
from whatsapp_studio.templates.template import content_hash

PEOPLE, SECONDS, TICK_MS, RATE = 100_000, 30.0, 10, 80
PAGES = ("sending", "home", "contacts", "campaigns", "reports", "sending")


def bench_event_loop_gaps_while_sending(tmp_path: Path) -> None:
    with running_sandbox("--speed", "20", "--latency-ms", "100") as box:
        studio = Studio.open(tmp_path / "workspace")
        try:
            studio.settings.messages_per_second = RATE
            studio.engine.start(port=0)
            box.settings(webhook_url=studio.engine.status().receiver_url)
            credentials = Credentials(waba_id=box.waba_id, phone_number_id=box.phone_number_id, graph_url=box.url)
            studio.connection.save(credentials, box.token, box.app_secret, for_this_run=True)
            studio.templates.sync()
            fill(studio)
            window = show(studio)
            jobs.Job(window, lambda _progress: load_pages()).on_done(lambda _: window.warm_up()).run()
            gaps(window, 6.0)
            idle = gaps(window, 10.0)
            launch(studio)
            busy = gaps(window, SECONDS)
            status = studio.engine.status()
            counts = studio.campaigns.all()[0].counts
            window.deleteLater()
            jobs.wait_for_all()
        finally:
            studio.close()
    print(f"\n{PEOPLE:,} contacts, {counts.done:,} sent at {status.rate:.0f}/s, pages {', '.join(PAGES)}")
    for name, found in (("idle (baseline)", idle), ("sending", busy)):
        found.sort()
        p50, p99 = found[len(found) // 2], found[int(len(found) * 0.99)]
        print(f"{name:>16}: gap p50 {p50:.1f} ms, p99 {p99:.1f} ms, max {found[-1]:.1f} ms over {len(found)} ticks")
    print(f"max gap, sending against idle: {busy[-1] / idle[-1]:.2f}")


def fill(studio: Studio) -> None:
    now = iso(studio.clock.now())
    with studio._store.write() as conn:
        conn.executemany(
            "INSERT INTO contacts (phone, first_name, last_name, country, marketing, created_at, updated_at)"
            " VALUES (?, ?, 'Jansen', 'NL', 'yes', ?, ?)",
            ((f"+3161{n:07d}", f"Person{n}", now, now) for n in range(2_000_000, 2_000_000 + PEOPLE)),
        )


def show(studio: Studio) -> MainWindow:
    app = application.make_application()
    theme.apply(app, "light")
    jobs.at_job_end(studio.done_with_thread)
    bridge = Bridge()
    studio.listen(bridge.tell)
    window = MainWindow(studio, bridge, QSettings(str(studio.paths.root / "w.ini"), QSettings.Format.IniFormat))
    bridge.setParent(window)
    window.show()
    return window


def launch(studio: Studio) -> None:
    account = studio.connection.current()
    template = studio.templates.get("spring_offer", "nl")
    assert account is not None
    assert template is not None
    draft = Draft(
        name="Big", sender=account.phone_number_id, template="spring_offer", language="nl",
        template_hash=content_hash(template), rate=RATE,
        mapping={"body.first_name": Mapping(expression="{{ contact.first_name }}", fallback="you")},
    )  # fmt: skip
    campaign = studio.campaigns.create(draft)
    jobs.Job(
        application.make_application(),
        lambda progress: studio.campaigns.launch(campaign.id, typed_count=PEOPLE, hold_seconds=0, progress=progress),
    ).run()


def gaps(window: MainWindow, seconds: float) -> list[float]:
    """The time between ticks beyond what was asked for, in ms, while the pages are walked through."""
    found: list[float] = []
    loop = QEventLoop()
    began = time.perf_counter()
    last = [began]

    def tick() -> None:
        now = time.perf_counter()
        gap = max(0.0, (now - last[0]) * 1000 - TICK_MS)
        found.append(gap)
        if gap > 60:
            page = next(name for name, shown in window.pages.items() if shown is window.stack.currentWidget())
            print(f"  {gap:.0f} ms at {now - began:.1f} s on {page}")
        last[0] = now

    ticking = QTimer()
    ticking.setTimerType(Qt.TimerType.PreciseTimer)
    ticking.timeout.connect(tick)
    ticking.start(TICK_MS)
    walk = QTimer()
    turn = iter(PAGES * 10)
    walk.timeout.connect(lambda: window.go(next(turn)))
    walk.start(int(seconds * 1000 / len(PAGES)))
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
    ticking.stop()
    walk.stop()
    return found
