"""Decides how the rules of writing are shown: quiet hours, caps, countries; what is blocked, and practice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QMessageBox, QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.audience.caps import Cap, CountryLimit
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.base.errors import Problem, UserError
from whatsapp_studio.qt.settings.blocking.keywords_card import KeywordsDialog
from whatsapp_studio.qt.settings.blocking.section import BlockingSection
from whatsapp_studio.qt.settings.blocking.suppress_dialog import SuppressDialog
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.settings.rules.cap_dialog import CapDialog
from whatsapp_studio.qt.settings.rules.countries_card import CountryDialog
from whatsapp_studio.qt.settings.rules.quiet_dialog import QuietDialog
from whatsapp_studio.qt.settings.rules.section import RulesSection
from whatsapp_studio.services.consent import Listed

_WEEK = (0, 1, 2, 3, 4)
_EVENINGS = QuietHours(
    name="Evenings and Sundays", periods=(Period(_WEEK, "20:00", "09:00"), Period((5, 6), "18:00", "10:00")),
    holidays="NL",
)  # fmt: skip
_CAPS = (
    Cap(name="Two offers a week", most=2, window="days", length=7),
    Cap(name="One message a day", most=1, purpose="any", window="day", enabled=False),
)


def _rules(stage: Stage) -> tuple[QWidget, RulesSection]:
    rules = stage.desk.studio.rules
    rules.set_default(rules.save_quiet(_EVENINGS).id)
    rules.save_quiet(QuietHours(name="Nights", periods=(Period(begin="22:30", end="07:00"),), on_due="skip"))
    for cap in _CAPS:
        rules.save_cap(cap)
    rules.save_country_limit(CountryLimit(country="DE", most=0))
    rules.save_country_limit(CountryLimit(country="FR", most=1, days=7))
    window = stage.window("settings", "rules")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    found = page.stack.currentWidget()
    assert isinstance(found, RulesSection)
    return window, found


@screen("rules.section", small=True)
def section(stage: Stage) -> QWidget:
    """The rules for writing."""
    return _rules(stage)[0]


@screen("rules.caps")
def caps(stage: Stage) -> QWidget:
    """Caps and countries, further down."""
    window, _found = _rules(stage)
    window.go("settings", "caps")  # type: ignore[attr-defined]
    return window


@screen("rules.empty")
def empty(stage: Stage) -> QWidget:
    """Before there is any rule."""
    return stage.window("settings", "rules", studio=stage.bare())


@screen("rules.error")
def error(stage: Stage) -> QWidget:
    """A rule that could not be written."""
    window, found = _rules(stage)
    found.quiet.error.say(UserError("quiet-name-taken", name="Nights"))
    return window


@screen("rules.delete")
def delete(stage: Stage) -> QWidget:
    """The question before quiet hours are deleted."""
    _window, found = _rules(stage)
    (hours, *_others) = stage.desk.studio.rules.quiet_presets()
    return stage.opened(lambda: found.quiet._delete(hours), QMessageBox)


@screen("rules.quiet-edit", small=True)
def quiet_edit(stage: Stage) -> QWidget:
    """Quiet hours are changed."""
    rules = stage.desk.studio.rules
    return stage.show(QuietDialog(stage.desk.studio, rules.save_quiet(_EVENINGS)))


@screen("rules.quiet-wrong")
def quiet_wrong(stage: Stage) -> QWidget:
    """Quiet hours that would never end."""
    dialog = stage.show(QuietDialog(stage.desk.studio))
    dialog.name.setText("Always")
    dialog.rows[0].end.setTime(dialog.rows[0].begin.time())
    dialog.accept()
    return dialog


@screen("rules.cap-edit")
def cap_edit(stage: Stage) -> QWidget:
    """A cap is changed."""
    return stage.show(CapDialog(stage.desk.studio, _CAPS[0]))


@screen("rules.cap-wrong")
def cap_wrong(stage: Stage) -> QWidget:
    """A cap under a name that is taken."""
    stage.desk.studio.rules.save_cap(_CAPS[0])
    dialog = stage.show(CapDialog(stage.desk.studio))
    dialog.name.setText("Two offers a week")
    dialog.accept()
    return dialog


@screen("rules.country-edit")
def country_edit(stage: Stage) -> QWidget:
    """A limit of a country."""
    return stage.show(CountryDialog(stage.desk.studio))


# -- consent and blocking --------------------------------------------------------------------------------


def _blocking(stage: Stage) -> tuple[QWidget, BlockingSection]:
    consent = stage.desk.studio.consent
    with stage.desk.store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 1 WHERE id <= 3")
    consent.suppress(["+31612345678", "+4915112345678", "+3190*"], "complaint", datetime.now(UTC) + timedelta(days=40))
    consent.suppress([f"+3161234{n:04}" for n in range(60)], "opted-out")
    consent.set_practice_people(["+31687654321"])
    consent.save_keywords("en", "stop", ["stop", "unsubscribe"], "You get no offers any more.")
    window = stage.window("settings", "blocking")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    found = page.stack.currentWidget()
    assert isinstance(found, BlockingSection)
    return window, found


@screen("blocking.section", small=True)
def blocking(stage: Stage) -> QWidget:
    """Practice, and the suppression list below."""
    return _blocking(stage)[0]


@screen("blocking.list")
def suppression(stage: Stage) -> QWidget:
    """The suppression list with what an import left out."""
    window, found = _blocking(stage)
    trouble = Problem("phone-too-short", "", {"value": "12"})
    found.suppression._imported(Listed(added=1204, known=3, invalid=((7, "12", trouble),)))
    window.go("settings", "suppression")  # type: ignore[attr-defined]
    stage.settle()
    found.suppression.table.selectRow(1)
    return window


@screen("blocking.keywords")
def keywords(stage: Stage) -> QWidget:
    """Keywords, with a message that is tried."""
    window, found = _blocking(stage)
    found.keywords.tried.setText("STOP.")
    window.go("settings", "keywords")  # type: ignore[attr-defined]
    return window


@screen("blocking.empty")
def blocking_empty(stage: Stage) -> QWidget:
    """Nobody is blocked yet."""
    return stage.window("settings", "suppression", studio=stage.bare())


@screen("blocking.error")
def blocking_error(stage: Stage) -> QWidget:
    """A number that is none, for practice."""
    window, found = _blocking(stage)
    found.practice.number.setText("12")
    found.practice._add()
    return window


@screen("blocking.add")
def block(stage: Stage) -> QWidget:
    """Numbers are blocked."""
    dialog = stage.show(SuppressDialog(stage.desk.studio))
    dialog.numbers.setPlainText("+31612345678\n+3190*")
    dialog.ends.setChecked(True)
    return dialog


@screen("blocking.add-wrong")
def block_wrong(stage: Stage) -> QWidget:
    """One of the numbers is none."""
    dialog = stage.show(SuppressDialog(stage.desk.studio))
    dialog.numbers.setPlainText("+31612345678\n12")
    dialog._save()
    return dialog


@screen("blocking.remove")
def unblock(stage: Stage) -> QWidget:
    """The question before numbers are taken off the list."""
    _window, found = _blocking(stage)
    found.suppression.table.selectRow(1)
    return stage.opened(found.suppression._remove, QMessageBox)


@screen("blocking.words")
def words(stage: Stage) -> QWidget:
    """The stop words of a language."""
    (first, *_others) = stage.desk.studio.consent.keywords()
    return stage.show(KeywordsDialog(stage.desk.studio, first))


@screen("practice.ask")
def practice_ask(stage: Stage) -> QWidget:
    """The question before practice is switched on."""
    _window, found = _blocking(stage)
    return stage.opened(found.practice._ask, QMessageBox)


@screen("practice.home", small=True)
def practice_home(stage: Stage) -> QWidget:
    """The window while practice is on."""
    with stage.desk.store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 1 WHERE id <= 3")
    stage.desk.studio.consent.set_practice_people(["+31687654321"])
    stage.desk.studio.consent.set_practice(True)
    return stage.window("home")


@screen("practice.switch")
def practice_switch(stage: Stage) -> QWidget:
    """The switch while it is on."""
    window, _found = _blocking(stage)
    stage.desk.studio.consent.set_practice(True)
    stage.settle()
    return window


@screen("practice.review")
def practice_review(stage: Stage) -> QWidget:
    """The review of a campaign while practice is on."""
    with stage.desk.store.write() as conn:
        conn.execute("UPDATE contacts SET is_test = 1 WHERE id <= 3")
    stage.desk.studio.consent.set_practice(True)
    made = stage.desk.studio.campaigns.create(stage.desk.complete("Spring"))
    return stage.window("campaigns", made.id)
