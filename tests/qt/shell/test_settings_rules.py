"""Rules for writing, and who is not written to: the sections of the settings, and the window while practice is on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QSettings, QTime
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QDialog, QFileDialog, QMessageBox, QWidget

from tests.fixtures.desk import Desk
from whatsapp_studio.app import Studio
from whatsapp_studio.audience.caps import Cap, CountryLimit
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.audience.suppression import Suppression
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.settings.blocking.keywords_card import KeywordsDialog
from whatsapp_studio.qt.settings.blocking.section import BlockingSection
from whatsapp_studio.qt.settings.blocking.suppress_dialog import SuppressDialog
from whatsapp_studio.qt.settings.page import PLACES, SECTIONS, SettingsPage
from whatsapp_studio.qt.settings.rules.cap_dialog import CapDialog
from whatsapp_studio.qt.settings.rules.countries_card import CountryDialog
from whatsapp_studio.qt.settings.rules.quiet_dialog import QuietDialog
from whatsapp_studio.qt.settings.rules.rows import RuleRow
from whatsapp_studio.qt.settings.rules.section import RulesSection
from whatsapp_studio.qt.settings.rules.week_view import spans

AnyDialog = TypeVar("AnyDialog", bound=QDialog)


@pytest.fixture
def page(desk: Desk) -> SettingsPage:
    return desk.show(SettingsPage)


@pytest.fixture
def rules(page: SettingsPage) -> RulesSection:
    page.open("rules")
    found = page.stack.currentWidget()
    assert isinstance(found, RulesSection)
    return found


@pytest.fixture
def blocking(page: SettingsPage) -> BlockingSection:
    page.open("blocking")
    found = page.stack.currentWidget()
    assert isinstance(found, BlockingSection)
    return found


@pytest.fixture
def agree(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question is answered with its first button; what was asked is kept."""
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        monkeypatch.setattr(box, "clickedButton", lambda: box.buttons()[0])
        first = next(one for one in box.buttons() if box.buttonRole(one) != QMessageBox.ButtonRole.RejectRole)
        monkeypatch.setattr(box, "clickedButton", lambda: first)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return asked


def dialog_of(parent: QWidget, kind: type[AnyDialog]) -> AnyDialog:
    return next(one for one in parent.findChildren(kind) if one.isVisible())


def press(row: RuleRow, name: str) -> None:
    button = next(
        one for one in row.findChildren(QAbstractButton) if name in (one.accessibleName() or one.text())
    )
    button.click()


def titles(rows: list[RuleRow]) -> list[str]:
    return [row.title.text() for row in rows]


# -- sections --------------------------------------------------------------------------------------------


def test_every_place_of_the_settings_can_be_opened(desk: Desk, page: SettingsPage) -> None:
    for name, (section, card) in PLACES.items():
        if name == "backup":
            continue
        page.open(name)
        shown = page.stack.currentWidget()
        assert page.sections.current() == section
        assert getattr(shown if hasattr(shown, card) else page, card).isVisible(), name
    for one in SECTIONS:
        page.open(one.name)
        assert page.sections.current() == one.name


def test_a_page_made_anew_shows_the_same_section(desk: Desk, page: SettingsPage) -> None:
    page.open("rules")
    again = SettingsPage(desk.studio)
    desk.qtbot.addWidget(again)
    again.take(page.keep())
    assert again.sections.current() == "rules"


# -- quiet hours -----------------------------------------------------------------------------------------


def test_the_first_quiet_hours_are_the_default(desk: Desk, rules: RulesSection) -> None:
    assert rules.quiet.none.isVisible() and not rules.quiet.week.isVisible()
    rules.quiet.add.click()
    dialog = dialog_of(rules.quiet, QuietDialog)
    assert dialog.focusWidget() is dialog.name
    dialog.name.setText("Evenings")
    dialog.rows[0].days[6].click()
    dialog.rows[0].begin.setTime(QTime(22, 0))
    dialog.add.click()
    dialog.rows[1].remove.click()
    dialog.holidays.setCurrentIndex(dialog.holidays.findData("NL"))
    dialog.on_due.setCurrentIndex(dialog.on_due.findData("skip"))
    dialog.save.click()
    desk.until(lambda: [row.pill.text() for row in rules.quiet.rows.rows] == ["Default"])
    (kept,) = desk.studio.rules.quiet_presets()
    assert kept.periods == (Period((0, 1, 2, 3, 4, 5), "22:00", "09:00"),)
    assert (kept.holidays, kept.on_due, kept.is_default) == ("NL", "skip", True)
    row = rules.quiet.rows.rows[0]
    assert row.title.text() == "Evenings" and "Public holidays of Netherlands" in row.text.text()
    assert rules.quiet.week.isVisible() and "22:00" in rules.quiet.week.accessibleDescription()


def test_quiet_hours_that_never_end_are_not_kept(desk: Desk, rules: RulesSection) -> None:
    rules.quiet.add.click()
    dialog = dialog_of(rules.quiet, QuietDialog)
    dialog.name.setText("Always")
    dialog.rows[0].end.setTime(dialog.rows[0].begin.time())
    dialog.save.click()
    desk.until(lambda: "quiet all week" in dialog.error.text)
    assert dialog.isVisible() and desk.studio.rules.quiet_presets() == ()
    dialog.rows[0].end.setTime(QTime(6, 0))
    assert dialog.error.text == ""


def test_another_default_is_chosen_and_quiet_hours_are_deleted(
    desk: Desk, rules: RulesSection, agree: list[str]
) -> None:
    made = desk.studio.rules
    made.set_default(made.save_quiet(QuietHours(name="Evenings", periods=(Period(),))).id)
    made.save_quiet(QuietHours(name="Nights", periods=(Period(begin="23:00", end="07:00"),)))
    desk.until(lambda: titles(rules.quiet.rows.rows) == ["Evenings", "Nights"])
    press(rules.quiet.rows.rows[1], "Make default")
    desk.until(lambda: titles(rules.quiet.rows.rows) == ["Nights", "Evenings"])
    press(rules.quiet.rows.rows[0], "Delete")
    desk.until(lambda: titles(rules.quiet.rows.rows) == ["Evenings"])
    assert agree == ["Delete the quiet hours “Nights”?"]
    press(rules.quiet.rows.rows[0], "Edit")
    dialog = dialog_of(rules.quiet, QuietDialog)
    assert not dialog.default.isChecked()
    dialog.default.click()
    dialog.save.click()
    desk.until(lambda: made.default_quiet() is not None)


def test_for_how_many_it_is_quiet_now_is_said(desk: Desk, rules: RulesSection) -> None:
    made = desk.studio.rules
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET time_zone = 'Asia/Tokyo' WHERE id <= 4")
        conn.execute("UPDATE contacts SET time_zone = 'America/New_York' WHERE id > 4")
    here = desk.studio.clock.now().astimezone(ZoneInfo("Asia/Tokyo"))
    begin, end = (here - timedelta(hours=1)).strftime("%H:%M"), (here + timedelta(hours=1)).strftime("%H:%M")
    hours = made.save_quiet(QuietHours(name="Tokyo now", periods=(Period(begin=begin, end=end),)))
    assert made.quiet_now(hours) == (4, 12)
    made.set_default(hours.id)
    desk.until(lambda: rules.quiet.now.text() == "At this moment it is quiet for 4 of 12 contacts.")
    desk.until(rules.quiet.now.isVisible)


def test_a_week_is_drawn_over_midnight() -> None:
    assert sorted(spans([Period((6,), "22:00", "07:00")])) == [(0, 0, 420), (6, 1320, 1440)]
    assert sorted(spans([Period((0,), "12:00", "13:30")])) == [(0, 720, 810)]
    assert sorted(spans([Period((0,), "18:00", "00:00")])) == [(0, 1080, 1440)]


# -- caps and countries ----------------------------------------------------------------------------------


def test_a_cap_is_called_by_what_it_does(desk: Desk, rules: RulesSection) -> None:
    rules.caps.add.click()
    dialog = dialog_of(rules.caps, CapDialog)
    assert dialog.sentence.text() == "At most 2 marketing messages in any 7 days"
    dialog.most.setValue(1)
    dialog.window_.setCurrentIndex(dialog.window_.findData("month"))
    assert not dialog.length.isVisible() and dialog.sentence.text() == "At most 1 marketing message in a month"
    dialog.save.click()
    desk.until(lambda: titles(rules.caps.rows.rows) == ["At most 1 marketing message in a month"])
    (cap,) = desk.studio.rules.caps()
    assert (cap.most, cap.window, cap.purpose, cap.enabled) == (1, "month", "marketing", True)


def test_a_cap_is_switched_off_counted_anew_and_deleted(desk: Desk, rules: RulesSection, agree: list[str]) -> None:
    made = desk.studio.rules
    made.save_cap(Cap(name="Two a week"))
    desk.until(lambda: titles(rules.caps.rows.rows) == ["Two a week"])
    press(rules.caps.rows.rows[0], "is on")
    desk.until(lambda: not made.caps()[0].enabled)
    press(rules.caps.rows.rows[0], "anew")
    desk.until(lambda: any(one.action == "cap-reset" for one in desk.studio.audit.entries()))
    press(rules.caps.rows.rows[0], "Delete")
    desk.until(lambda: made.caps() == ())
    assert agree == ["Count “Two a week” anew?", "Delete the cap “Two a week”?"]


def test_a_name_that_is_taken_is_said(desk: Desk, rules: RulesSection) -> None:
    desk.studio.rules.save_cap(Cap(name="Two a week"))
    rules.caps.add.click()
    dialog = dialog_of(rules.caps, CapDialog)
    dialog.name.setText("two A WEEK")
    dialog.save.click()
    desk.until(lambda: "already" in dialog.error.text)
    assert dialog.save.isEnabled()


def test_countries_have_limits_beside_the_one_that_is_always_on(desk: Desk, rules: RulesSection) -> None:
    assert "Canada" in rules.countries.us.text.text()
    rules.countries.add.click()
    dialog = dialog_of(rules.countries, CountryDialog)
    dialog.country.setCurrentIndex(dialog.country.findData("DE"))
    dialog.most.setValue(0)
    assert dialog.sentence.text() == "No marketing at all" and not dialog.days.isEnabled()
    dialog.save.click()
    desk.until(lambda: titles(rules.countries.rows.rows) == ["Germany"])
    assert desk.studio.rules.country_limits() == (CountryLimit(country="DE", most=0, days=7),)
    press(rules.countries.rows.rows[0], "Edit")
    dialog = dialog_of(rules.countries, CountryDialog)
    dialog.most.setValue(3)
    dialog.save.click()
    desk.until(lambda: "At most 3" in rules.countries.rows.rows[0].text.text())
    press(rules.countries.rows.rows[0], "Delete")
    desk.until(lambda: desk.studio.rules.country_limits() == ())


# -- the suppression list --------------------------------------------------------------------------------


def on_list(blocking: BlockingSection) -> list[str]:
    model = blocking.suppression.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_numbers_are_blocked_until_a_day_and_taken_off(
    desk: Desk, blocking: BlockingSection, agree: list[str]
) -> None:
    desk.until(lambda: blocking.suppression.none.isVisible())
    blocking.suppression.add.click()
    dialog = dialog_of(blocking.suppression, SuppressDialog)
    dialog.numbers.setPlainText("06 12345678\n+3190*\n12")
    dialog.reason.setCurrentIndex(dialog.reason.findData("complaint"))
    dialog.ends.click()
    dialog.until.setDate(QDate(2099, 5, 1))
    dialog.save.click()
    desk.until(lambda: len(on_list(blocking)) == 2)
    assert dialog.numbers.toPlainText() == "12" and "2 numbers are blocked now." in dialog.error.text
    dialog.numbers.setPlainText("")
    dialog.save.click()
    assert dialog.error.text == "Fill in a number."
    dialog.reject()
    kept = desk.studio.consent.suppressions()
    assert [(one.is_prefix, one.reason) for one in kept] == [(True, "complaint"), (False, "complaint")]
    assert all(one.until == datetime(2099, 5, 1).astimezone() + timedelta(days=1) for one in kept)
    card = blocking.suppression
    assert [card.model.index(0, column).data() for column in (1, 2)] == ["Complained", "1 May 2099"]
    card.table.selectRow(1)
    assert card.count.text() == "1 of 2 chosen"
    card.remove.click()
    desk.until(lambda: len(on_list(blocking)) == 1)
    assert agree == ["Take 1 entry off the list?"]


def test_the_list_is_searched_brought_in_and_taken_along(
    desk: Desk, blocking: BlockingSection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("number,reason\n+31612345678,\n+4915112345678,complaint\n12,\n+31612345678,\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(source), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    card = blocking.suppression
    card.bring.click()
    desk.until(lambda: card.result.isVisible())
    said = card.result.label.text()
    assert "2 entries are new." in said and "1 was on the list already." in said and "Line 4:" in said
    desk.until(lambda: len(on_list(blocking)) == 2)
    assert card.bring.isEnabled() and not card.progress.isVisible()
    card.search.setText("49151")
    desk.until(lambda: len(on_list(blocking)) == 1)
    card.search.setText("777777")
    desk.until(lambda: card.found_none.isVisible())
    card.search.clear()
    desk.until(lambda: len(on_list(blocking)) == 2)
    card.export.click()
    desk.until(target.exists)
    card.import_from(tmp_path / "nowhere.csv")
    desk.until(lambda: bool(card.error.text))
    assert not card.progress.isVisible()


def test_a_hundred_thousand_are_read_where_one_looks(desk: Desk, blocking: BlockingSection) -> None:
    with desk.store.write() as conn:
        conn.executemany(
            "INSERT INTO suppressions (phone, reason, source, at) VALUES (?, 'by-hand', '', ?)",
            ((f"+49{n:010}", "2026-03-03T09:00:00.000+00:00") for n in range(100_000)),
        )
    asked: list[int] = []
    read = desk.studio.consent.suppressions_of

    def counted(keys: Sequence[tuple[str, bool]]) -> list[Suppression]:
        asked.append(len(keys))
        return read(keys)

    desk.studio.consent.suppressions_of = counted  # type: ignore[method-assign]
    blocking.suppression.refresh()
    desk.until(lambda: blocking.suppression.model.rowCount() == 100_000)
    blocking.suppression.table.scrollToBottom()
    assert blocking.suppression.model.index(99_999, 0).data()
    assert sum(asked) <= 1_000


# -- keywords --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [("STOP.", "gets no marketing any more"), ("  Arrêter ", "gets no marketing"), ("start", "gets marketing again"),
     ("Info", "Nothing changes"), ("don’t stop, I love it", "no keyword")],
)  # fmt: skip
def test_a_message_can_be_tried(blocking: BlockingSection, text: str, said: str) -> None:
    blocking.keywords.tried.setText(text)
    assert said in blocking.keywords.outcome.text()


def test_words_and_answer_are_changed_and_put_back(desk: Desk, blocking: BlockingSection) -> None:
    card = blocking.keywords
    card.language.setCurrentIndex(card.language.findData("nl"))
    press(card.rows.rows[0], "Edit")
    dialog = dialog_of(card, KeywordsDialog)
    dialog.words.setPlainText("stop\nhoudoe")
    dialog.reply.setPlainText("Je krijgt niets meer.")
    dialog.save.click()
    desk.until(lambda: "houdoe" in card.rows.rows[0].text.text())
    card.tried.setText("Houdoe!")
    assert "Je krijgt niets meer." in card.outcome.text()
    press(card.rows.rows[0], "As built in")
    desk.until(lambda: "afmelden" in card.rows.rows[0].text.text())


def test_a_word_of_two_kinds_is_refused(desk: Desk, blocking: BlockingSection) -> None:
    press(blocking.keywords.rows.rows[1], "Edit")
    dialog = dialog_of(blocking.keywords, KeywordsDialog)
    dialog.words.setPlainText("Stop")
    dialog.save.click()
    desk.until(lambda: bool(dialog.error.text))


# -- practice --------------------------------------------------------------------------------------------


@pytest.fixture
def window(desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    bridge = Bridge()
    made = MainWindow(desk.studio, bridge, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    stop = desk.studio.listen(bridge.tell)
    desk.qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    stop()


def test_practice_is_switched_after_a_question_and_lets_numbers_through(
    desk: Desk, blocking: BlockingSection, agree: list[str]
) -> None:
    card = blocking.practice
    card.number.setText("12")
    card.add.click()
    assert card.error.text
    card.number.setText("06 12345678")
    card.add.click()
    desk.until(lambda: desk.studio.consent.practice().people == ("+31612345678",))
    assert not card.error.text and card.number.text() == ""
    card.switch.click()
    desk.until(lambda: desk.studio.consent.practice().on)
    desk.until(lambda: "off" in card.switch.text())
    press(card.rows.rows[0], "Remove")
    desk.until(lambda: desk.studio.consent.practice().people == ())
    card.switch.click()
    desk.until(lambda: not desk.studio.consent.practice().on)
    assert agree == ["Switch practice on?", "Switch practice off?"]


def test_the_window_is_tinted_while_practice_is_on(desk: Desk, window: MainWindow) -> None:
    assert not window._frame.band.isVisible() and not window.status.practice.isVisible()
    with desk.store.write() as conn:
        conn.executemany("UPDATE contacts SET is_test = 1 WHERE id = ?", [(one,) for one in desk.people[:3]])
    desk.studio.consent.set_practice_people(["+31699999999"])
    desk.studio.consent.set_practice(True)
    desk.until(lambda: window._frame.band.isVisible())
    assert window.status.practice.text() == "Practice: only 4 people can be reached"
    picture = window.grab().toImage()
    edges = {picture.pixelColor(1, 400).name(), picture.pixelColor(picture.width() - 2, 400).name()}
    from whatsapp_studio.qt import theme

    assert edges == {theme.color("n_branch").name()}
    window.status.practice.click()
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage) and page.sections.current() == "blocking"
    desk.studio.consent.set_practice(False)
    desk.until(lambda: not window._frame.band.isVisible())
    assert not window.status.practice.isVisible()


def test_the_tint_is_there_from_the_start_and_in_another_language(desk: Desk, window: MainWindow) -> None:
    desk.studio.consent.set_practice(True)
    desk.until(lambda: window._frame.band.isVisible())
    assert window.status.practice.text() == "Practice: nobody can be reached"
    assert window.reword()
    desk.until(lambda: window._frame.band.isVisible())


def test_whoever_only_reads_changes_no_rule(desk: Desk) -> None:
    second = Studio.open(desk.studio.paths.root)
    try:
        page = SettingsPage(second)
        desk.qtbot.addWidget(page)
        page.open("rules")
        rules = page.stack.currentWidget()
        page.open("blocking")
        blocking = page.stack.currentWidget()
        assert isinstance(rules, RulesSection) and isinstance(blocking, BlockingSection)
        for button in (
            rules.quiet.add, rules.caps.add, rules.countries.add, blocking.suppression.add, blocking.practice.switch
        ):
            assert not button.isEnabled()
        desk.until(lambda: not blocking.suppression._reading.busy and not blocking.practice._reading.busy)
    finally:
        second.close()


def test_a_list_that_nobody_looks_at_is_read_when_somebody_does(
    desk: Desk, page: SettingsPage, blocking: BlockingSection
) -> None:
    desk.until(lambda: not blocking.suppression._reading.busy)
    page.open("general")
    desk.studio.consent.suppress(["+31612345678"])
    assert not blocking.suppression._reading.busy and on_list(blocking) == []
    page.open("blocking")
    desk.until(lambda: len(on_list(blocking)) == 1)


def test_the_focus_stays_where_a_row_is_made_anew(desk: Desk, rules: RulesSection) -> None:
    desk.studio.rules.save_cap(Cap(name="Two a week"))
    desk.until(lambda: len(rules.caps.rows.rows) == 1)

    def box() -> QCheckBox:
        return rules.caps.rows.rows[0].findChildren(QCheckBox)[0]

    before = box()
    before.setFocus()
    before.click()
    desk.until(lambda: box() is not before and not box().isChecked())
    assert rules.window().focusWidget() is box()
