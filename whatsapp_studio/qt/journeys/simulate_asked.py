"""Decides how a rehearsal is asked for: who takes part, from when, for how long, and what they are assumed to do."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from whatsapp_studio.audience.segment import ContactList
from whatsapp_studio.base.i18n import mark, ntr, number, tr
from whatsapp_studio.base.zones import moment_of
from whatsapp_studio.journeys.entries import entries
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.made_up import NO, YES
from whatsapp_studio.journeys.phrases import audience
from whatsapp_studio.journeys.reading import inner
from whatsapp_studio.journeys.rehearsal import MOST_DAYS, MOST_MADE_UP, Wanted, Whom
from whatsapp_studio.journeys.running import setup
from whatsapp_studio.journeys.surroundings import Surroundings
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.qt.journeys.simulate_rates import RatesForm
from whatsapp_studio.qt.widgets.fields import FormRow, spin_box, wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.whole_words import tell_whole

_WHOM: tuple[tuple[Whom, str], ...] = (
    ("own", mark("The journey's own audience")), ("sample", mark("A sample of them")), ("list", mark("A list")),
    ("all", mark("All contacts")), ("made_up", mark("Made-up contacts")),
)  # fmt: skip
_MADE_UP = 1000


class Asked(QFrame):
    """Left of the canvas. ``changed`` says that something else is asked for than before."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self._zone, self._lists, self._people = ZoneInfo("UTC"), (), 0
        self._about: dict[str, str] = {}
        self.whom, self.list, self.entry = QComboBox(), QComboBox(), QComboBox()
        tell_whole(self.whom, self.list, self.entry)
        for choice, label in _WHOM:
            self.whom.addItem(tr(label), choice)
        for box in (self.whom, self.list, self.entry):
            box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.most = spin_box(1, MOST_MADE_UP, _MADE_UP)
        self.most.setGroupSeparatorShown(True)
        self.who_note = plain_label("caption", wrap=True)
        self.start = QDateTimeEdit()
        self.start.setCalendarPopup(True)
        self.start.setDisplayFormat("d MMM yyyy HH:mm")
        self.days = spin_box(1, MOST_DAYS, 30)
        self.days.setSuffix(tr(" days"))
        self.rates = RatesForm()
        self._rows = {
            "list": FormRow(tr("Which list"), self.list), "most": FormRow(tr("How many"), self.most),
            "entry": FormRow(tr("Enters by"), self.entry),
        }  # fmt: skip
        wheel_needs_focus(self.whom, self.list, self.entry, self.most, self.start, self.days)
        self._lay_out()
        self.whom.currentIndexChanged.connect(self._tell)
        for signal in (
            self.whom.currentIndexChanged, self.list.currentIndexChanged, self.entry.currentIndexChanged,
            self.most.valueChanged, self.start.dateTimeChanged, self.days.valueChanged, self.rates.changed,
        ):  # fmt: skip
            signal.connect(self.changed)
        self.entry.currentIndexChanged.connect(self._tell)
        self._tell()

    def _lay_out(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(16, 12, 12, 16)
        box.setSpacing(8)
        who = FormRow(tr("Who takes part"), self.whom)
        box.addWidget(who)
        for row in (self._rows["list"], self._rows["most"]):
            box.addWidget(row)
        box.addWidget(self.who_note)
        box.addWidget(self._rows["entry"])
        box.addSpacing(4)
        box.addWidget(FormRow(tr("Begins"), self.start))
        box.addWidget(FormRow(tr("Goes on for"), self.days))
        box.addSpacing(8)
        box.addWidget(self.rates)
        box.addStretch(1)
        scroll = QScrollArea()
        # Tab goes to what is in it, and brings that into sight.
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        inside.setProperty("role", "surface")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    # -- what there is -------------------------------------------------------------------------------

    def show_journey(self, journey: Journey, around: Surroundings) -> None:
        """Offer the entries of a journey, times on its clock, and the numbers that count in it."""
        self._zone = setup(journey, around).zone
        found = entries(journey)
        self._about = {step.id: audience(inner(step.fields, "audience")) if "audience" in step.fields else ""
                       for step in found}  # fmt: skip
        chosen = self.entry.currentData()
        self.entry.blockSignals(True)
        self.entry.clear()
        for step in found:
            self.entry.addItem(title_of(step), step.id)
        self.entry.setCurrentIndex(max(0, self.entry.findData(chosen)))
        self.entry.blockSignals(False)
        self.rates.show_journey(journey)
        self._tell()

    def show_people(self, lists: Sequence[ContactList], people: int) -> None:
        """Offer these lists; ``people`` is how many contacts there are."""
        self._people = people
        chosen = self.list.currentData()
        self.list.blockSignals(True)
        self.list.clear()
        for one in lists:
            self.list.addItem(f"{one.name} ({number(one.size)})", one.name)
        self.list.setCurrentIndex(max(0, self.list.findData(chosen)))
        self.list.blockSignals(False)
        self._tell()

    def show_wanted(self, wanted: Wanted) -> None:
        """Ask for this."""
        self.whom.setCurrentIndex(self.whom.findData(wanted.whom))
        self.list.setCurrentIndex(self.list.findData(wanted.list))
        self.most.setValue(wanted.most)
        if wanted.entry:
            self.entry.setCurrentIndex(self.entry.findData(wanted.entry))
        wall = wanted.start.astimezone(self._zone)
        self.start.setDateTime(QDateTime(QDate(wall.year, wall.month, wall.day), QTime(wall.hour, wall.minute)))
        self.days.setValue(wanted.days)
        self.rates.show_assumptions(wanted.assumed)
        self.rates.use_learned.setChecked(wanted.learn)

    @property
    def wanted(self) -> Wanted:
        """What is asked for now."""
        return Wanted(
            start=self._moment(), days=self.days.value(), whom=self.whom.currentData(),
            list=str(self.list.currentData() or ""), most=self.most.value(),
            entry=str(self.entry.currentData() or "") if self.entry.count() > 1 else "",
            assumed=self.rates.assumed, learn=self.rates.learns,
        )  # fmt: skip


    # -- inside --------------------------------------------------------------------------------------

    def _moment(self) -> datetime:
        shown = self.start.dateTime()
        day, clock = shown.date(), shown.time()
        wall = datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())  # noqa: DTZ001
        return moment_of(wall, self._zone)

    def _tell(self) -> None:
        whom = self.whom.currentData()
        self._rows["list"].setVisible(whom == "list")
        self._rows["most"].setVisible(whom in ("sample", "made_up"))
        self._rows["entry"].setVisible(self.entry.count() > 1)
        said = self._note(whom)
        self.who_note.setText(said)
        self.who_note.setVisible(bool(said))

    def _note(self, whom: Whom) -> str:
        own = self._about.get(str(self.entry.currentData() or ""), "")
        match whom:
            case "own" | "sample" if own:
                return own
            case "own" | "sample":
                return tr("Anybody can enter here, so this is done as if all contacts did.")
            case "all":
                return ntr("{n} contact", "{n} contacts", self._people)
            case "made_up":
                return tr("Nobody real: of a hundred, {yes} said yes to marketing and {no} said no.", yes=YES, no=NO)
            case _:
                return "" if self.list.count() else tr("There is no list yet.")
