"""From the first word to the approval, in the window, against the sandbox: handed in, rejected, mended, approved."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.fixtures.at_meta import AtMeta, meta
from whatsapp_studio.base.events import Changes
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.jobs import wait_for_all
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.qt.templates.writing import host
from whatsapp_studio.qt.templates.writing.submit_dialog import SubmitDialog
from whatsapp_studio.qt.widgets.toast import Toast

__all__ = ["meta"]


class Road:
    """The page at the sandbox."""

    def __init__(self, meta: AtMeta, qtbot: QtBot) -> None:
        self.meta, self.qtbot = meta, qtbot
        self.page = TemplatesPage(meta.studio)
        self.page.resize(1280, 700)
        self.page.show()
        self.page.on_shown()

    def tell(self) -> None:
        self.page.on_changes(Changes(templates=True))
        self.until(lambda: not self.view.checks._latest.busy and not self.view._asking.busy)

    @property
    def view(self):  # type: ignore[no-untyped-def]
        assert self.page.writing.view is not None
        return self.page.writing.view

    def until(self, holds) -> None:  # type: ignore[no-untyped-def]
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=5000)

    def write(self, name: str, text: str) -> None:
        self.page.writing.new_button.click()
        assert self.page.writing.gallery is not None
        self.page.writing.gallery.cards["UTILITY"].click()
        QTest.keyClicks(self.view.form.basics.name, name)
        QTest.keyClicks(self.view.form.text.text.paper, text)
        self.until(lambda: self.page.writing.submit_button.isEnabled())

    def submit(self) -> SubmitDialog:
        self.page.writing.submit_button.click()
        dialog = self.page.findChildren(SubmitDialog)[-1]
        dialog.submit.click()
        return dialog

    def toasts(self) -> list[str]:
        return [one.label.text() for one in self.page.window().findChildren(Toast) if one.isVisible()]

    def said(self) -> str:
        return " ".join(banner.label.text() for banner in self.view.notes.banners)


@pytest.fixture
def road(qapp: QApplication, qtbot: QtBot, meta: AtMeta) -> Iterator[Road]:
    theme.apply(qapp, "light")
    made = Road(meta, qtbot)
    yield made
    made.page.close()
    made.page.deleteLater()
    wait_for_all()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_rejected_says_why_and_what_is_mended_is_approved(road: Road, monkeypatch: pytest.MonkeyPatch) -> None:
    road.write("lente_reject", "Your order is ready at the counter of our shop.")
    road.submit()
    road.until(lambda: any("Handed in" in one for one in road.toasts()))
    road.tell()
    assert road.meta.studio.writing.drafts() == []
    assert road.view.session.entry.state == "PENDING"
    assert "In review" in road.page.pill.text()
    assert not road.view.form.text.isEnabled()

    road.meta.later(20)
    road.tell()
    assert road.view.session.entry.state == "REJECTED"
    assert any("is rejected" in one for one in road.toasts())
    assert len(road.said()) > 40, "Meta's reason, and what to do"
    assert road.view.notes.edit.isEnabled()

    monkeypatch.setattr(host, "ask_text", lambda *_: "lente_actie")
    road.view.notes.duplicate.click()
    road.until(lambda: road.page.title.text() == "lente_actie")
    road.view.form.text.text.paper.setPlainText("Your order is ready now: come by at the counter of our shop.")
    road.until(lambda: road.page.writing.submit_button.isEnabled())
    road.submit()
    road.until(lambda: not road.meta.studio.writing.drafts())
    road.tell()
    road.meta.later(20)
    road.tell()
    assert road.meta.template("lente_actie", "en").status == "APPROVED"
    assert any("is approved" in one for one in road.toasts())
    assert road.view.session.entry.state == "APPROVED"


def test_what_was_edited_today_says_when_it_can_be_edited_again(road: Road) -> None:
    road.write("lente_actie", "Your order is ready at the counter of our shop.")
    road.submit()
    road.until(lambda: not road.meta.studio.writing.drafts())
    road.meta.later(20)
    road.tell()
    road.view.notes.edit.click()
    road.view.form.text.text.paper.setPlainText("Your order is ready at the desk of our shop.")
    road.until(lambda: road.page.writing.submit_button.isEnabled())
    road.submit()
    road.until(lambda: not road.meta.studio.writing.drafts())
    road.meta.later(20)
    road.tell()
    assert road.view.session.entry.state == "APPROVED"
    assert not road.view.notes.edit.isEnabled()
    assert "24 hours" in road.view.notes.edit.toolTip()


def test_without_a_network_it_waits_in_the_queue_and_can_be_taken_back(road: Road) -> None:
    def lost(request: httpx.Request) -> httpx.Response | None:
        raise httpx.ConnectError("no way out")

    road.meta.before = lost
    road.write("lente_actie", "Your order is ready at the counter of our shop.")
    road.submit()
    road.until(lambda: any("in the queue" in one for one in road.toasts()))
    road.tell()
    assert road.view.session.entry.state == "queued"
    assert "waits" in road.said()
    assert not road.page.writing.submit_button.isEnabled()
    road.view.notes.withdraw.click()
    assert road.view.session.entry.state == "draft"
    road.tell()
    road.until(lambda: road.page.writing.submit_button.isEnabled())
    road.meta.before = lambda request: None
    road.submit()
    road.until(lambda: not road.meta.studio.writing.drafts())
    assert len(road.meta.at_meta("lente_actie")) == 1
