"""Shows that a contact that is looked at leads to its ways through journeys."""

from __future__ import annotations

from tests.fixtures.desk import Desk
from whatsapp_studio.qt.contacts.page import ContactsPage


def test_a_contact_leads_to_where_it_is_in_journeys(desk: Desk) -> None:
    page = desk.show(ContactsPage)
    desk.until(lambda: page.model.rowCount() == 12)
    page.table.selectRow(2)
    desk.until(lambda: page.detail.isVisible())

    page.detail.journeys.click()
    assert desk.went == [("journeys", page.model.ids[2])]
