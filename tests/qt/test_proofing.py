"""Trying a message on test contacts, from the window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.fixtures.desk import Desk, desk
from tests.fixtures.studio import T0, offer
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.events import Changes
from whatsapp_studio.delivery.outcome import Accepted, Refused
from whatsapp_studio.qt.proofing import Compose, ProofDialog
from whatsapp_studio.services.proofing import ProofMessage

__all__ = ["desk"]


def compose(contact: Contact) -> ProofMessage | Problem:
    return ProofMessage(contact=contact, template=offer(), values={"body.1": contact.first_name})


def opened(desk: Desk, qtbot: QtBot, how: Compose = compose, testers: int = 2) -> ProofDialog:
    with desk.store.write() as conn:
        conn.executemany("UPDATE contacts SET is_test = 1 WHERE id = ?", [(id,) for id in desk.people[:testers]])
    dialog = ProofDialog(desk.studio, how)
    qtbot.addWidget(dialog)
    dialog.open()
    desk.until(lambda: len(dialog.people) == testers)
    return dialog


def test_test_contacts_are_ticked_and_what_became_of_each_is_shown(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    assert dialog.send.text() == "Send to 2 people"

    dialog.send.click()

    assert not dialog.send.isEnabled()
    first, second = dialog.people.values()
    assert first.badge.text() == "Queued"
    sent = desk.outgoing.claim(now=desk.studio.clock.now())
    desk.outgoing.outbox.settle([(sent[0], Accepted("wamid.1"), T0), (sent[1], Refused(131026), T0)])
    desk.studio._hub.tell(Changes(sending=True))
    desk.until(lambda: first.badge.text() == "Accepted by Meta")
    assert second.badge.text() == "Failed"
    assert second.about.text() not in ("", second.contact.phone)
    assert not dialog.paused.isHidden()  # no engine runs in this test, and that is told


def test_only_the_ticked_get_it(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot)
    first, second = dialog.people.values()
    first.chosen.click()
    assert dialog.send.text() == "Send to 1 person"

    dialog.send.click()

    assert [one.contact for one in desk.outgoing.claim(now=desk.studio.clock.now())] == [second.contact.id]
    noted = desk.studio.audit.entries(limit=1)[0]
    assert (noted.action, noted.after) == ("proof-sent", {"messages": 1, "ids": [second.contact.id]})
    second.chosen.click()
    assert not dialog.send.isEnabled()


def test_whom_it_cannot_be_made_for_is_told_why(desk: Desk, qtbot: QtBot) -> None:
    def half(contact: Contact) -> ProofMessage | Problem:
        stuck = Problem("value-empty", facts={"label": "Text {{1}}"})
        return compose(contact) if contact.id == desk.people[0] else stuck

    dialog = opened(desk, qtbot, half)

    fine, stuck = dialog.people.values()
    assert fine.chosen.isChecked() and not stuck.chosen.isEnabled()
    assert "Text {{1}}" in stuck.about.text()


def test_without_test_contacts_it_leads_to_them(desk: Desk, qtbot: QtBot) -> None:
    dialog = opened(desk, qtbot, testers=0)
    desk.until(lambda: not dialog.none.isHidden())
    assert not dialog.send.isEnabled()

    with qtbot.waitSignal(dialog.wanted) as asked:
        dialog.none.action.click()

    assert asked.args == ["contacts", None]


@pytest.mark.parametrize("close", ["reject", "accept"])
def test_a_closed_dialog_hears_nothing_more(desk: Desk, qtbot: QtBot, close: str) -> None:
    dialog = opened(desk, qtbot)
    before = len(desk.studio._hub._listeners)

    getattr(dialog, close)()

    assert len(desk.studio._hub._listeners) == before - 1


def test_without_consent_it_says_so_and_takes_it_down(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'unknown' WHERE id = ?", (desk.people[0],))
        conn.execute("UPDATE contacts SET marketing = 'no' WHERE id = ?", (desk.people[1],))
    dialog = opened(desk, qtbot, testers=3)
    unknown, refused, fine = dialog.people.values()
    assert not unknown.chosen.isEnabled() and "needs consent" in unknown.about.text()
    assert not refused.chosen.isEnabled() and refused.consent.isHidden() and not unknown.consent.isHidden()
    assert dialog.send.text() == "Send to 1 person" and fine.chosen.isChecked()

    monkeypatch.setattr("whatsapp_studio.qt.proofing.ask_text", lambda *_: "")
    unknown.consent.click()
    assert desk.studio.consent.history(desk.people[0]) == ()
    monkeypatch.setattr("whatsapp_studio.qt.proofing.ask_text", lambda *_: "asked at the counter")
    unknown.consent.click()

    desk.until(lambda: dialog.send.text() == "Send to 2 people")
    (said,) = desk.studio.consent.history(desk.people[0])
    assert (said.purpose, said.state, said.source) == ("marketing", "yes", "asked at the counter")


def test_what_is_no_marketing_needs_no_yes(desk: Desk, qtbot: QtBot) -> None:
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'no' WHERE id = ?", (desk.people[0],))

    def order(contact: Contact) -> ProofMessage | Problem:
        return ProofMessage(contact=contact, template=offer("Your order is ready", category="UTILITY"))

    dialog = opened(desk, qtbot, order, testers=1)
    assert dialog.send.text() == "Send to 1 person"
