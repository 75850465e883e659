"""Decides how a person sees what a price list does before it counts: what is new, what changes, what is not read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDateEdit, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base import wording
from whatsapp_studio.base.cost_words import category_word, price_words
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import focus_first, follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, muted, wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import fit, with_letters
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.services.rates import Change, Outcome, Rate

_WIDTH, _HIGH, _SHOWN = 620, 220, 500


class ImportRates(QDialog):
    """What a file brings. ``imported`` carries what was kept."""

    imported = Signal(object)

    def __init__(self, studio: Studio, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Import prices"))
        self._studio, self._path = studio, path
        self._reading = Latest(self)
        self.name = plain_label("strong", wrap=True)
        self.name.setText(path.name)
        today = studio.clock.now().astimezone().date()
        self.begins = QDateEdit(QDate(today.year, today.month - (today.month - 1) % 3, 1))
        self.begins.setCalendarPopup(True)
        self.begins.setMaximumWidth(with_letters(180))
        self.begins.dateChanged.connect(lambda _date: self._look())
        wheel_needs_focus(self.begins)
        hint = tr("Meta's prices change on the first day of a quarter. A file that says the day itself keeps it.")
        self.summary = muted("")
        self.lines = QPlainTextEdit()
        self.lines.setAccessibleName(tr("What it changes"))
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(_HIGH)
        self.error = ErrorLine()
        self.save = primary_button(tr("Import"), self._keep, "file-up")
        self.save.setEnabled(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        for widget in (self.name, FormRow(tr("These prices count &from"), self.begins, hint), self.summary, self.lines,
                       self.error):  # fmt: skip
            box.addWidget(widget)
        box.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.save)
        box.addLayout(buttons)
        fit(self, _WIDTH)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        follow_layout(self)
        if not event.spontaneous():
            focus_first(self)

    def _day(self) -> date:
        chosen = self.begins.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _look(self) -> None:
        rates, path, begins = self._studio.rates, self._path, self._day()
        self.save.setEnabled(False)

        def look() -> Outcome | StudioError:
            try:
                return rates.look(path, begins)
            except StudioError as error:
                return error

        self._reading.ask(look, self._show)

    def _show(self, found: Outcome | StudioError) -> None:
        wrong: Problem | StudioError | None = None
        if isinstance(found, StudioError):
            wrong = found
        elif not (found.new or found.same):
            wrong = next((one for one in found.problems if not one.where), None)
        self.error.say(wrong)
        for widget in (self.summary, self.lines):
            widget.setVisible(wrong is None)
        if not isinstance(found, StudioError):
            self._say(found)
        fit(self, _WIDTH)

    def _say(self, found: Outcome) -> None:
        n = found.new
        self.save.setEnabled(bool(n))
        self.save.setText(ntr("Import {n} price", "Import {n} prices", n) if n else tr("Nothing to import"))
        parts = [
            ntr("{n} price is new.", "{n} prices are new.", len(found.adds)),
            ntr("{n} changes one that is known.", "{n} change ones that are known.", len(found.changes))
            if found.changes else "",
            ntr("{n} is there already.", "{n} are there already.", found.same) if found.same else "",
            ntr("{n} line cannot be used.", "{n} lines cannot be used.", len(found.problems))
            if found.problems else "",
        ]  # fmt: skip
        self.summary.setText(" ".join(filter(None, parts)))
        said = [*map(_problem, found.problems), *map(_change, found.changes), *map(_new, found.adds)]
        more = len(said) - _SHOWN
        if more > 0:
            said[_SHOWN:] = [ntr("And {n} more line.", "And {n} more lines.", more)]
        self.lines.setPlainText("\n".join(said))
        if not said:
            self.lines.hide()

    def _keep(self) -> None:
        rates, path, begins = self._studio.rates, self._path, self._day()
        self.save.setEnabled(False)

        def work(_progress: Progress) -> Outcome:
            return rates.bring_in(path, begins)

        Job(self, work).on_done(self._kept).on_failed(self._failed).run()

    def _kept(self, outcome: Outcome) -> None:
        self.imported.emit(outcome)
        self.accept()

    def _failed(self, error: StudioError) -> None:
        self.save.setEnabled(True)
        self.error.say(error)
        fit(self, _WIDTH)


def _problem(problem: Problem) -> str:
    why = wording.sentence(problem)
    return tr("Line {line}: {why}", line=problem.where, why=why) if problem.where else why


def _change(change: Change) -> str:
    return tr(
        "{market}, {category}: {after} instead of {before}", market=change.after.market,
        category=category_word(change.after.category).lower(),
        after=price_words(change.after.price, change.after.currency, change.after.above),
        before=price_words(change.before.price, change.before.currency),
    )  # fmt: skip


def _new(rate: Rate) -> str:
    return tr(
        "{market}, {category}: {price}", market=rate.market, category=category_word(rate.category).lower(),
        price=price_words(rate.price, rate.currency, rate.above),
    )  # fmt: skip
