"""Decides how the journey itself is set up: its name, and the form of its settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.edits import RenameJourney, SetSettings
from whatsapp_studio.journeys.settings import SETTINGS
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.forms.text import show_line
from whatsapp_studio.qt.inspector.form import Form
from whatsapp_studio.qt.inspector.outlook import InspectorContext, Outlook
from whatsapp_studio.qt.inspector.undo import Scribe
from whatsapp_studio.qt.widgets.fields import muted

_OWNER = "settings"
# So many rows are in sight when a journey is opened.
_IN_SIGHT = 4


class SettingsForm(QWidget):
    """Follows the document's name and settings through :meth:`mirror`."""

    def __init__(
        self, document: JourneyDocument, context: InspectorContext, scribe: Scribe, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._scribe = document, scribe
        self._defaults = {field.name: field.default for field in SETTINGS}
        title = QLabel(tr("Journey"))
        title.setProperty("role", "muted")
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the journey"))
        self.name.setPlaceholderText(tr("Untitled"))
        self.name.setMaxLength(200)
        self.name.textEdited.connect(self._named)
        self.form = Form(SETTINGS, Outlook(document, context), at_once=_IN_SIGHT)
        self.form.edited.connect(self._edited)
        head = QVBoxLayout()
        head.setSpacing(6)
        head.addWidget(title)
        head.addWidget(self.name)
        head.addWidget(muted(tr("Nothing is selected: these settings are for the whole journey.")))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(16)
        box.addLayout(head)
        box.addWidget(self.form)
        box.addStretch(1)

    def mirror(self) -> None:
        """Show the journey as it is now."""
        journey = self._document.journey
        show_line(self.name, journey.name)
        self.form.show_fields(_OWNER, journey.settings)
        self.setEnabled(not self._document.read_only)
        self.tell()

    def tell(self) -> None:
        """Say what is wrong with the settings, each at its field."""
        self.form.tell(self._document.problems_of(_OWNER), _OWNER)

    def look_around(self) -> None:
        """The workspace is another."""
        self.form.look_around()

    def focus_field(self, path: str) -> QWidget | None:
        """Put the focus on a setting; on the name for none."""
        if path and path != "name":
            return self.form.focus_field(path)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.name

    def _named(self, name: str) -> None:
        self._scribe.write(RenameJourney(name=name), (_OWNER, ""), self._document.journey.name, name)

    def _edited(self, name: str, value: object, key: str) -> None:
        before = self._document.journey.settings.get(name, self._defaults[name])
        self._scribe.write(SetSettings(fields={name: value}, key=key), (_OWNER, name), before, value)
        if self._document.read_only:
            self.mirror()
