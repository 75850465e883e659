"""Decides how a person fires an event by hand: which one, about whom, with what, and who will hear it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import StudioError, UserError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.words_running import must_be_open
from whatsapp_studio.qt.inspector.step_tab import scrolled
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.journeys.fire_values import EventValues
from whatsapp_studio.qt.journeys.fire_whom import Whom
from whatsapp_studio.qt.phrases import clock_time
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.latest import Latest
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.services.running.outside import Event, Listener, Source

_PAUSE_MS = 150


class FireEvent(QDialog):
    """Fires as many events as wanted, one after the other. Nothing happens before the button is pressed."""

    def __init__(self, studio: Studio, parent: QWidget | None = None, event: str = "") -> None:
        super().__init__(parent)
        self._studio = studio
        self._listeners: Sequence[Listener] = ()
        self._asking, self._knowing = Latest(self), Latest(self)
        self.setWindowTitle(tr("Fire an event"))
        self.event_name = QComboBox()
        field = QLineEdit()
        field.setPlaceholderText(tr("order_placed"))
        field.setMaxLength(64)
        self.event_name.setEditable(True)
        self.event_name.setLineEdit(field)
        self.event_name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.source = QComboBox()
        for name, label in (
            ("manual", tr("By hand, in this program")),
            ("file", tr("As if in a dropped file")),
            ("http", tr("As if by a request")),
        ):
            self.source.addItem(label, name)
        self.whom = Whom(studio)
        self.values = EventValues()
        self.outlook = plain_label(wrap=True)
        self.outlook.setAccessibleName(tr("Who hears it"))
        self.wrong = ErrorLine(self.event_name)
        self.fired = plain_label("muted", wrap=True)
        self.fire_button = primary_button(tr("Fire event"), self.fire, "zap")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self._look)
        self._lay_out()
        self.event_name.editTextChanged.connect(self._renamed)
        self.source.currentIndexChanged.connect(lambda: self._soon.start())
        self.whom.changed.connect(self._soon.start)
        self._wanted = event
        self._allow()

    def _lay_out(self) -> None:
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(24, 20, 24, 4)
        box.setSpacing(12)
        box.addWidget(FormRow(tr("&Event"), self.event_name))
        box.addWidget(FormRow(tr("&Comes from"), self.source))
        box.addWidget(self.whom, 100)
        box.addWidget(self.values)
        box.addWidget(self.outlook)
        box.addWidget(self.wrong)
        box.addStretch(1)
        box.addWidget(muted(must_be_open()))
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 20)
        row.addWidget(self.fired, 1)
        row.addWidget(secondary_button(tr("Close"), self.reject))
        row.addWidget(self.fire_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(inside), 1)
        whole.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """What journeys wait for may be another by now."""
        super().showEvent(event)
        fit(self, 560, 600)
        self._knowing.ask(self._studio.events.listeners, lambda found: self._know(found, self._wanted))

    # -- what there is ---------------------------------------------------------------------------------

    def _know(self, listeners: Sequence[Listener], event: str) -> None:
        self._listeners, self._wanted = listeners, ""
        names = sorted({one.ear.event for one in listeners})
        typed = event or self.event_name.currentText() or (names[0] if names else "")
        blocked = self.event_name.blockSignals(True)
        self.event_name.clear()
        self.event_name.addItems(names)
        self.event_name.blockSignals(blocked)
        self.event_name.setEditText(typed)
        self._renamed(typed)

    @property
    def name(self) -> str:
        """The event as it is named."""
        return self.event_name.currentText().strip()

    def _renamed(self, name: str) -> None:
        """Another event: what its entries say of it is offered."""
        self.outlook.setText("")
        known = [one.ear for one in self._listeners if one.ear.event == name.strip()]
        sources = [ear.source for ear in known if ear.source]
        if sources and self.source.currentData() not in sources:
            self.source.setCurrentIndex(self.source.findData(sources[0]))
        kinds: dict[str, str] = {}
        for ear in known:
            kinds.update(ear.fields)
        self.values.show_fields(kinds)
        self.whom.set_business(bool(known) and all(ear.what == "business_event" for ear in known))
        self._allow()
        self._soon.start()

    def _allow(self) -> None:
        self.fire_button.setEnabled(bool(self.name) and not self._studio.read_only)
        self.wrong.say(None)

    def _event(self, contact: Contact | None, fields: Mapping[str, str]) -> Event:
        return Event(name=self.name, contact=contact.id if contact else None, fields=dict(fields))

    def _look(self) -> None:
        """Say who hears it as it stands now."""
        if not self.name:
            self.outlook.setText("")
            return
        event, source = self._event(self.whom.contact, {}), self._source()
        self._asking.ask(lambda: self._studio.events.outlook(event, source), self.outlook.setText)

    def _source(self) -> Source:
        found: Source = self.source.currentData()
        return found

    # -- firing ----------------------------------------------------------------------------------------

    def fire(self) -> None:
        """Let it have happened."""
        contact, source = self.whom.contact, self._source()
        if contact is None and self.whom.one.isChecked():
            self.wrong.say(UserError("event-contact-needed", event=self.name))
            self.whom.search.setFocus()
            return
        event, studio = self._event(contact, self.values.given()), self._studio
        self.fire_button.setEnabled(False)

        def work(_progress: Progress) -> None:
            studio.events.fire(event.name, event.contact, event.fields, source=source)

        Job(self, work).on_done(lambda _: self._done(event, contact)).on_failed(self._failed).run()

    def _done(self, event: Event, contact: Contact | None) -> None:
        self._allow()
        at = clock_time(self._studio.clock.now())
        who = f"{contact.first_name} {contact.last_name}".strip() or contact.phone if contact else ""
        self.fired.setText(
            tr("“{event}” was fired for {who} at {time}.", event=event.name, who=who, time=at)
            if who
            else tr("“{event}” was fired at {time}.", event=event.name, time=at)
        )
        self._soon.start()

    def focusNextPrevChild(self, ahead: bool) -> bool:
        follow_layout(self)
        return super().focusNextPrevChild(ahead)

    def _failed(self, error: StudioError) -> None:
        self._allow()
        self.wrong.say(error)
        self.event_name.setFocus(Qt.FocusReason.OtherFocusReason)
