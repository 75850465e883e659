"""Decides how everything known of one contact is changed in place: each value by its kind, kept when it is left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from zoneinfo import available_timezones

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QLineEdit, QWidget

from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.languages import CODES
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.contacts.values import HINTS, Value, read, typed
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import FormRow, wheel_needs_focus

_CODES = ("phone", "country", "language", "time_zone")


class ContactFields(Card):
    """``changed`` tells the name of a value and what it is to be; the page saves it and says what is wrong.

    Enter and leaving a field keep it; Escape brings back what was kept last.
    """

    changed = Signal(str, object)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Details"), parent)
        self.body.setSpacing(12)
        self.rows: dict[str, FormRow] = {}
        self.new: QWidget | None = None
        self._kinds: dict[str, CustomField] = {}
        self._kept: dict[str, str] = {}
        self._custom: tuple[CustomField, ...] = ()
        self._beside(("first_name", tr("First name"), ""), ("last_name", tr("Last name"), ""))
        self._line("phone", tr("Phone"), "")
        self._beside(
            ("country", tr("Country"), tr("Two letters, such as NL.")),
            ("language", tr("Language"), tr("Such as nl or en_US.")),
        )
        self._line("time_zone", tr("Time zone"), "")
        self._complete("language", CODES)
        self.is_test = QCheckBox(tr("Test contact: may get test messages"))
        self.is_test.clicked.connect(lambda on: self.changed.emit("is_test", bool(on)))
        self.body.addWidget(self.is_test)
        self.new = link_button(tr("New field…"), self.new_wanted.emit, "plus")
        self.body.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)

    def show_contact(self, contact: Contact, fields: Sequence[CustomField], zone: str, writable: bool) -> None:
        """Show a contact; ``zone`` says where its time zone comes from. What is being typed stays."""
        if tuple(fields) != self._custom:
            self._make_custom(fields)
        values: Mapping[str, object] = {
            **{name: getattr(contact, name) for name in self.rows if name not in self._kinds},
            **{name: contact.fields.get(name) for name in self._kinds},
        }
        for name, row in self.rows.items():
            self._show(name, row.field, values[name])
            # The country of a number is the number's own.
            row.field.setEnabled(writable and not (name == "country" and contact.phone))
        self.is_test.setChecked(contact.is_test)
        self.is_test.setEnabled(writable)
        self.rows["time_zone"].set_hint(zone)
        self.rows["country"].set_hint(tr("By the number.") if contact.phone else tr("Two letters, such as NL."))
        if self.new is not None:
            self.new.setEnabled(writable)

    def set_error(self, name: str, text: str) -> None:
        """Say what is wrong with a value; an empty text takes that back."""
        if name in self.rows:
            self.rows[name].set_error(text)

    def _make_custom(self, fields: Sequence[CustomField]) -> None:
        for name in self._kinds:
            row = self.rows.pop(name)
            self.body.removeWidget(row)
            row.deleteLater()
        self._custom = tuple(fields)
        self._kinds = {field.name: field for field in fields}
        for field in fields:
            if field.kind == "boolean":
                self._choice(field)
            else:
                self._line(field.name, field.label, tr(HINTS[field.kind]) if field.kind in HINTS else "")
                if field.options:
                    self._complete(field.name, field.options)

    def _beside(self, *parts: tuple[str, str, str]) -> None:
        across = QHBoxLayout()
        across.setSpacing(12)
        self.body.addLayout(across)
        for name, label, hint in parts:
            self._line(name, label, hint)
            self.body.removeWidget(self.rows[name])
            across.addWidget(self.rows[name], 1, Qt.AlignmentFlag.AlignTop)

    def _line(self, name: str, label: str, hint: str) -> None:
        field = QLineEdit()
        if name in _CODES:
            field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if name == "time_zone":
            field.textEdited.connect(self._offer_zones)
        field.installEventFilter(self)
        field.editingFinished.connect(partial(self._left, name))
        self._add(name, FormRow(label.replace("&", "&&"), field, hint))

    def _choice(self, field: CustomField) -> None:
        box = QComboBox()
        for label, value in ((tr("Not filled in"), None), (tr("Yes"), True), (tr("No"), False)):
            box.addItem(label, value)
        wheel_needs_focus(box)
        box.activated.connect(lambda _index: self.changed.emit(field.name, box.currentData()))
        self._add(field.name, FormRow(field.label.replace("&", "&&"), box))

    def _add(self, name: str, row: FormRow) -> None:
        self.rows[name] = row
        self.body.insertWidget(self.body.indexOf(self.new) if self.new else self.body.count(), row)

    def _complete(self, name: str, words: Sequence[str]) -> None:
        field = self.rows[name].field
        assert isinstance(field, QLineEdit)
        offered = QCompleter(list(words), field)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(offered)

    def _offer_zones(self) -> None:
        """The names of time zones are read from the disk: once somebody types one."""
        field = self.rows["time_zone"].field
        if isinstance(field, QLineEdit) and field.completer() is None:
            self._complete("time_zone", sorted(available_timezones()))

    def _show(self, name: str, field: QWidget, value: object) -> None:
        if isinstance(field, QComboBox):
            field.setCurrentIndex(max(0, field.findData(value)))
        elif isinstance(field, QLineEdit):
            said = self._typed(name, value)
            if field.text() == self._kept.get(name, "") or not field.hasFocus():
                field.setText(said)
            self._kept[name] = said

    def _typed(self, name: str, value: object) -> str:
        kept: Value = value if isinstance(value, (str, int, float, bool, tuple)) else None
        return typed(kept, self._kinds[name].kind if name in self._kinds else "text")

    def _left(self, name: str) -> None:
        field = self.rows[name].field
        assert isinstance(field, QLineEdit)
        if field.text().strip() == self._kept.get(name, ""):
            self.set_error(name, "")
            return
        if name in self._kinds:
            self.changed.emit(name, read(field.text(), self._kinds[name].kind))
        else:
            self.changed.emit(name, field.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape and isinstance(watched, QLineEdit)
        ):  # fmt: skip
            name = next((name for name, row in self.rows.items() if row.field is watched), "")
            if name and watched.text() != self._kept.get(name, ""):
                watched.setText(self._kept.get(name, ""))
                self.set_error(name, "")
                event.accept()
                return True
        return super().eventFilter(watched, event)
