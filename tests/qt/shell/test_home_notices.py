"""What journeys say to the person at this computer is read at home, and put away."""

from __future__ import annotations

import json

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton

from tests.fixtures.desk import Desk
from tests.fixtures.studio import offer
from whatsapp_studio.base.events import Changes
from whatsapp_studio.qt.home.page import HomePage
from whatsapp_studio.storage.campaign_log import note
from whatsapp_studio.storage.templates import TemplateRows


def say(desk: Desk, *said: tuple[str, str]) -> None:
    """A journey's steps notify, one a minute, about the first person."""
    journey = desk.studio.journeys.create("Spring welcome")
    with desk.studio._store.write() as conn:
        conn.execute(
            "INSERT INTO plans (id, journey_id, version, zone, made) VALUES (1, ?, 1, 'UTC', 0)", (journey.id,)
        )
        conn.execute(
            "INSERT INTO runs (id, plan_id, journey_id, contact_id, entered, step, came, state)"
            " VALUES (1, 1, ?, ?, 0, 's', 0, x'')",
            (journey.id, desk.people[0]),
        )
        for n, (title, text) in enumerate(said):
            conn.execute(
                "INSERT INTO effects (key, run_id, step, visit, kind, details, at)"
                " VALUES (?, 1, 's', 1, 'notify', ?, ?)",
                (f"run:1:s:{n}", json.dumps({"title": title, "text": text}), 60_000 * n),
            )
    desk.studio._hub.tell(Changes(notices=True))


@pytest.fixture
def home(desk: Desk) -> HomePage:
    page = desk.show(HomePage)
    desk.until(lambda: page.people._number.text() != "–")
    return page


def texts(page: HomePage) -> list[str]:
    return [label.text() for label in page.notices.findChildren(QLabel) if label.isVisible()]


def test_nothing_is_shown_while_nobody_says_anything(home: HomePage) -> None:
    assert not home.notices.isVisible()


def test_a_notice_of_a_template_is_whole_and_leads_to_it(desk: Desk, home: HomePage) -> None:
    desk.launched("Spring")
    TemplateRows(desk.store).replace_all(
        [offer("Hi {{1}}, spring is here", status="PAUSED")], desk.studio.clock.now()
    )
    desk.studio._hub.tell(Changes(notices=True))
    desk.until(lambda: "Meta paused “spring_offer”." in texts(home))
    (said,) = [one for one in texts(home) if "“Spring”" in one]
    assert said.endswith("once it is approved.")
    next(one for one in home.notices.findChildren(QPushButton) if one.text() == "spring_offer").click()
    assert desk.went[-1] == ("templates", "spring_offer")


def test_a_notice_comes_with_whom_it_is_about_and_leads_to_its_journey(desk: Desk, home: HomePage) -> None:
    say(desk, ("A question", "<b>When</b> do you open?"))
    desk.until(lambda: "A question" in texts(home))
    person = desk.studio.contacts.get(desk.people[0])
    assert person is not None
    assert "<b>When</b> do you open?" in texts(home)
    assert any(person.first_name in text for text in texts(home))
    next(one for one in home.notices.findChildren(QPushButton) if one.text() == "Spring welcome").click()
    assert desk.went[-1][0] == "journeys"


def test_notices_are_put_away_one_by_one_or_all(desk: Desk, home: HomePage) -> None:
    say(desk, *((f"Notice {n}", "") for n in range(6)))
    desk.until(lambda: "Notice 5" in texts(home))
    assert "Notice 1" not in texts(home) and "And 2 more." in texts(home)
    next(one for one in home.notices.findChildren(QToolButton) if one.accessibleName().endswith("Notice 5")).click()
    desk.until(lambda: "Notice 1" in texts(home))
    assert "Notice 5" not in texts(home)
    home.notices.clear.click()
    desk.until(lambda: not home.notices.isVisible())
    assert desk.studio.notices.count() == 0


def test_what_happened_to_a_campaign_leads_to_its_report(desk: Desk, home: HomePage) -> None:
    campaign = desk.launched("Spring").id
    with desk.store.write() as conn:
        note(conn, campaign, desk.studio.clock.now(), "too-many-failures", {"percent": 40, "most": 20})
    desk.studio._hub.tell(Changes(campaigns=frozenset({campaign})))
    desk.until(lambda: "“Spring” waits for you." in texts(home))
    opened: list[tuple[str, object]] = []
    home.notices.opened.connect(lambda page, what: opened.append((page, what)))
    (link,) = [one for one in home.notices.findChildren(QPushButton) if one.text() == "Spring"]
    link.click()
    assert opened == [("reports", campaign)]
    (away,) = home.notices.findChildren(QToolButton)
    away.click()
    desk.until(lambda: not home.notices.isVisible())
    assert desk.studio.alerts.count() == 0
    assert [one.seen for one in desk.studio.alerts.of(campaign)] == [True]
