"""Work on other threads, and how its news reaches the windows."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.errors import BugError, StudioError, UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.jobs import Job


def test_a_result_arrives_on_the_windows_thread(qtbot: QtBot) -> None:
    parent, seen = QObject(), []
    where: list[threading.Thread] = []

    def work(_progress: Progress) -> int:
        where.append(threading.current_thread())
        return 7

    Job(parent, work).on_done(lambda result: seen.append((result, threading.current_thread()))).run()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(7, threading.main_thread())]
    assert where[0] is not threading.main_thread()


def test_what_a_jobs_thread_has_open_is_closed_on_that_thread(qtbot: QtBot) -> None:
    parent, closed, worked = QObject(), [], []
    jobs.at_job_end(lambda: closed.append(threading.current_thread()))
    Job(parent, lambda _p: worked.append(threading.current_thread())).run()
    qtbot.waitUntil(lambda: bool(closed))
    jobs.at_job_end(lambda: None)
    assert closed == worked


def test_an_error_goes_to_who_asked_for_it(qtbot: QtBot) -> None:
    parent, errors = QObject(), list[StudioError]()

    def work(_progress: Progress) -> None:
        raise UserError("not-connected")

    Job(parent, work).on_failed(errors.append).run()
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].code == "not-connected"


def test_an_error_nobody_asked_for_is_shown_in_words(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def work(_progress: Progress) -> None:
        raise UserError("not-connected")

    Job(parent, work).run()
    qtbot.waitUntil(lambda: bool(parent.findChildren(QMessageBox)))
    (box,) = parent.findChildren(QMessageBox)
    assert box.text() and "not-connected" not in box.text() + box.informativeText()
    box.close()


def test_a_mistake_of_ours_is_logged_and_told_as_one(qtbot: QtBot, expect_logs: object) -> None:
    expect_logs("a job raised")  # type: ignore[operator]
    parent, errors = QObject(), list[StudioError]()
    Job(parent, lambda _p: 1 / 0).on_failed(errors.append).run()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], BugError)


def test_cancelling_reaches_the_work_and_ends_in_silence(qtbot: QtBot) -> None:
    parent, ended, started = QObject(), [], threading.Event()
    stop = threading.Event()

    def work(progress: Progress) -> None:
        started.set()
        while not progress.cancelled():
            stop.wait(0.01)
        raise Cancelled

    job = Job(parent, work).on_cancelled(lambda: ended.append("cancelled")).on_done(lambda _: ended.append("")).run()
    assert started.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["cancelled"] and not job.running


def test_nothing_arrives_for_a_page_that_is_gone(qtbot: QtBot) -> None:
    parent, seen, go = QObject(), list[object](), threading.Event()
    job = Job(parent, lambda _p: go.wait(5)).on_done(seen.append).run()
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(parent, QEvent.Type.DeferredDelete.value)
    go.set()
    qtbot.waitUntil(lambda: not job.running)
    assert seen == []


def test_progress_is_told_rarely_but_to_the_end(qtbot: QtBot) -> None:
    parent, told, over = QObject(), list[object](), list[object]()

    def work(progress: Progress) -> None:
        for n in range(1, 10_001):
            progress.report(n, 10_000)

    Job(parent, work).on_progress(lambda *n: told.append(n)).on_done(over.append).run()
    qtbot.waitUntil(lambda: bool(over))
    assert told[-1] == (10_000, 10_000)
    assert len(told) < 50


def test_a_storm_of_changes_becomes_a_few_merged_ones(qapp: QApplication, qtbot: QtBot) -> None:
    bridge, heard = Bridge(), list[Changes]()
    where = set[threading.Thread]()

    def hear(changes: Changes) -> None:
        heard.append(changes)
        where.add(threading.current_thread())

    bridge.changed.connect(hear)

    def storm(kind: int) -> None:
        for n in range(500):
            bridge.tell(Changes(campaigns=frozenset({f"{kind}-{n}"})))

    threads = [threading.Thread(target=storm, args=(kind,)) for kind in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    everything = {f"{kind}-{n}" for kind in range(4) for n in range(500)}
    qtbot.waitUntil(lambda: set[str]().union(*(c.campaigns for c in heard)) == everything)
    assert len(heard) <= 3
    assert where == {threading.main_thread()}


def test_a_change_told_while_resting_is_not_lost(qtbot: QtBot) -> None:
    bridge, heard = Bridge(), list[Changes]()
    bridge.changed.connect(heard.append)
    bridge.tell(Changes(contacts=True))
    assert heard == [Changes(contacts=True)]
    bridge.tell(Changes(templates=True))
    bridge.tell(Changes(settings=True))
    assert len(heard) == 1
    with qtbot.waitSignal(bridge.changed, timeout=2000):
        pass
    assert heard[1] == Changes(templates=True, settings=True)


@pytest.fixture(autouse=True)
def _no_job_left() -> object:
    yield
    assert jobs.wait_for_all()
