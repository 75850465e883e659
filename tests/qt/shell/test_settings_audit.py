"""The audit log of the settings: a table of any length, found, told, exported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.fixtures.desk import Desk
from whatsapp_studio.base.audit import AuditEntry, AuditFilter
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.settings.audit.section import AuditSection
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.storage.audit import note, note_many


@pytest.fixture
def audit(desk: Desk) -> AuditSection:
    with desk.store.write() as conn:
        now = desk.studio.clock.now()
        note(conn, now, "contact-changed", "contact", "3", "", {"language": "nl", "phone": "+31612345678"},
             {"language": "de", "phone": "+31612345679", "country": "DE"})  # fmt: skip
        note(conn, now, "campaign-launched", "campaign", "c1", "Spring", {"state": "draft"}, {"messages": 4790})
    page = desk.show(SettingsPage)
    page.open("audit")
    desk.until(lambda: page.audit.model.rowCount() > 0)
    return page.audit


def shown(audit: AuditSection) -> list[str]:
    return [audit.model.index(row, 1).data() for row in range(audit.model.rowCount())]


def parts(audit: AuditSection) -> list[tuple[str, ...]]:
    table = audit.detail.parts
    rows = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(3)]
        rows.append(tuple(item.text() if item is not None else "" for item in items))
    return rows


def test_the_newest_is_first_and_a_row_tells_what_changed(audit: AuditSection) -> None:
    assert shown(audit)[:2] == ["Campaign launched", "Contact changed"]
    audit.table.setCurrentIndex(audit.model.index(1, 0))
    assert audit.detail.object.text() == "Contact 3"
    assert parts(audit) == [
        ("Language", "nl", "de"), ("Phone", "(hidden)", "(hidden)"), ("Country", "", "DE"),
    ]  # fmt: skip
    changed, new = audit.detail.parts.item(0, 2), audit.detail.parts.item(2, 2)
    assert changed is not None and changed.background().color() == theme.color("accent_soft") and changed.font().bold()
    assert new is not None and new.background().style() == Qt.BrushStyle.NoBrush
    audit.table.setCurrentIndex(audit.model.index(0, 0))
    assert parts(audit) == [("State", "Draft", ""), ("Messages", "", "4,790")]


def test_kind_period_and_words_narrow_it_down(desk: Desk, audit: AuditSection) -> None:
    audit.kind.setCurrentIndex(audit.kind.findData("contact"))
    desk.until(lambda: shown(audit) == ["Contact changed"])
    audit.search.setText("nothing has this")
    desk.until(lambda: audit.found_none.isVisible())
    audit.found_none.action.click()
    desk.until(lambda: len(shown(audit)) > 2)
    audit.search.setText("launched")
    desk.until(lambda: shown(audit) == ["Campaign launched"])
    audit.period.setCurrentIndex(audit.period.findData(1))
    desk.until(lambda: audit._reading is not None and not audit._reading.running)
    assert shown(audit) == ["Campaign launched"]


def test_what_is_done_meanwhile_appears_and_the_choice_stays(desk: Desk, audit: AuditSection) -> None:
    audit.table.setCurrentIndex(audit.model.index(1, 0))
    desk.studio.contacts.create_list("Regulars again")
    desk.until(lambda: shown(audit)[0] == "List made")
    assert audit.table.currentIndex().row() == 2 and audit.detail.object.text() == "Contact 3"


@pytest.mark.parametrize(("row", "went"), [(0, ("campaigns", "c1")), (1, ("contacts", 3))])
def test_a_row_leads_to_its_object(desk: Desk, audit: AuditSection, row: int, went: tuple[str, object]) -> None:
    audit.table.setCurrentIndex(audit.model.index(row, 0))
    audit.detail.go.click()
    assert desk.went == [went]


def test_another_page_can_ask_for_one_object(desk: Desk) -> None:
    with desk.store.write() as conn:
        for contact in ("3", "4"):
            note(conn, desk.studio.clock.now(), "contact-changed", "contact", contact)
    page = desk.show(SettingsPage)
    page.open(("audit", "contact", "4"))
    desk.until(lambda: page.audit.model.rowCount() == 1)
    assert page.sections.current() == "audit" and page.audit.model.index(0, 2).data() == "Contact 4"


def test_it_is_exported_as_it_is_shown(
    desk: Desk, audit: AuditSection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "log.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    audit.kind.setCurrentIndex(audit.kind.findData("contact"))
    desk.until(lambda: len(shown(audit)) == 1)
    audit.export.click()
    desk.until(lambda: bool(audit.window().findChildren(Toast)))
    assert len(target.read_text(encoding="utf-8-sig").splitlines()) == 2
    audit.export_to(tmp_path / "nowhere" / "log.csv")
    desk.until(lambda: audit.error.isVisible())
    assert audit.export.isEnabled()


def test_a_log_that_cannot_be_read_says_why(
    desk: Desk, audit: AuditSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> object:
        raise WorldError("disk-error", details="")

    monkeypatch.setattr(desk.studio.audit, "ids", broken)
    audit.read()
    desk.until(lambda: audit.error.isVisible())
    monkeypatch.undo()
    audit.read()
    desk.until(lambda: not audit.error.isVisible())


def test_a_hundred_thousand_rows_are_read_where_one_looks(desk: Desk, audit: AuditSection) -> None:
    with desk.store.write() as conn:
        note_many(conn, desk.studio.clock.now(), "contact-deleted", "contact", (
            (n, "", None, None) for n in range(100_000)
        ))  # fmt: skip
    asked: list[int] = []
    read = desk.studio.audit.get_many

    def counted(ids: Sequence[int]) -> list[AuditEntry]:
        asked.append(len(ids))
        return read(ids)

    desk.studio.audit.get_many = counted  # type: ignore[method-assign]
    audit.read()
    desk.until(lambda: audit.model.rowCount() > 100_000)
    audit.table.scrollToBottom()
    assert audit.model.index(audit.model.rowCount() - 1, 1).data()
    audit.table.setCurrentIndex(audit.model.index(50_000, 0))
    assert audit.detail.object.text().startswith("Contact ")
    assert sum(asked) < 2_000


def test_a_campaigns_life_is_written_down(desk: Desk) -> None:
    campaigns = desk.studio.campaigns
    made = campaigns.create(desk.complete("Spring", accepted_warnings=("no-receiver",)))
    campaigns.launch(made.id, typed_count=None, hold_seconds=60)
    campaigns.undo_launch(made.id)
    campaigns.launch(made.id, typed_count=None, hold_seconds=0)
    campaigns.pause(made.id)
    campaigns.pause(made.id)
    campaigns.resume(made.id)
    (row,) = desk.set_rows(made.id, "unknown", 1)
    campaigns.settle_unknown([row], as_sent=True)
    campaigns.stop(made.id)
    campaigns.delete(campaigns.create(desk.complete("Autumn")).id)
    told = desk.studio.audit.entries(AuditFilter(kinds=("campaign",)))[::-1]
    assert [one.action.removeprefix("campaign-") for one in told] == [
        "created", "launched", "launch-undone", "launched", "paused", "resumed", "unknown-settled", "stopped",
        "created", "deleted",
    ]  # fmt: skip
    launched, stopped = told[1], told[7]
    assert launched.before == {"state": "draft"} and launched.after["messages"] == 9
    assert launched.after["left_out"] == {"no-consent": 2, "opted-out": 1}
    assert stopped.after["unsent"] == 8 and stopped.name == "Spring"


