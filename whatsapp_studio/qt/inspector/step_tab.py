"""Decides what can be edited of the selection: one step, the journey itself, or several things at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from whatsapp_studio.journeys.edits import ChangeStep, SetFields
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.journeys.table import UNKNOWN, kind_of
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.inspector.connection import Connection
from whatsapp_studio.qt.inspector.form import Form, in_order, set_order
from whatsapp_studio.qt.inspector.loose import Loose
from whatsapp_studio.qt.inspector.many import Many
from whatsapp_studio.qt.inspector.outlook import InspectorContext, Outlook
from whatsapp_studio.qt.inspector.row import FieldRow
from whatsapp_studio.qt.inspector.settings_form import SettingsForm
from whatsapp_studio.qt.inspector.step_head import StepHead
from whatsapp_studio.qt.inspector.step_help import StepHelp
from whatsapp_studio.qt.inspector.undo import Scribe

MARGIN = 16


class StepForm(QWidget):
    """One step: its head and the form of its kind. Forms are kept, one for each kind."""

    def __init__(
        self, document: JourneyDocument, context: InspectorContext, scribe: Scribe, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._context, self._scribe = document, context, scribe
        self.step: Step | None = None
        self._refused = False
        self._forms: dict[str, Form] = {}
        self.head = StepHead()
        self.head.named.connect(self._named)
        self.head.switched.connect(self._switched)
        self.head.asked.connect(self._help)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        box.setSpacing(16)
        box.addWidget(self.head)
        self._place = QVBoxLayout()
        box.addLayout(self._place)
        box.addStretch(1)
        self.form: Form | None = None
        # What was filled while it was hidden has not told its new height to whatever stands around it.
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)

    def _settle(self) -> None:
        for one in (self.head, *(self.form.findChildren(QWidget) if self.form is not None else ())):
            if one.layout() is not None:
                one.updateGeometry()

    def show_step(self, step: Step) -> None:
        """Mirror a step."""
        if step is self.step and not self._refused:
            return
        self._refused = False
        fresh = self.step is None or self.step.id != step.id
        self.step = step
        self.head.show_step(step, fresh=fresh)
        form = self._form_of(step)
        if form is not self.form:
            if self.form is not None:
                self.form.hide()
            self.form = form
            form.show()
        form.show_fields(step.id, step.fields)
        self.setEnabled(not self._document.read_only and kind_of(step) is not UNKNOWN)
        self.tell()

    def _form_of(self, step: Step) -> Form:
        kind = kind_of(step)
        if kind.name not in self._forms:
            form = Form(kind.fields, Outlook(self._document, self._context))
            form.edited.connect(self._edited)
            self._forms[kind.name] = form
            self._place.addWidget(form)
        return self._forms[kind.name]

    def tell(self) -> None:
        """Say what is wrong with the step, each at its field."""
        if self.form is not None and self.step is not None:
            self.form.tell(self._document.problems_of(self.step.id), self.step.id)
            self._settling.start()

    def look_around(self) -> None:
        """The workspace or the journey around is another."""
        if self.form is not None:
            self.form.look_around()

    def _edited(self, name: str, value: object, key: str) -> None:
        if self.step is None:
            return
        step = self.step
        before = step.fields.get(name, kind_of(step).by_name[name].default)
        self._scribe.write(SetFields(step=step.id, fields={name: value}, key=key), (step.id, name), before, value)
        self._mirror(step)

    def _mirror(self, step: Step) -> None:
        # What was refused is shown as it still is.
        now = self._document.journey.steps.get(step.id)
        if now is not None and self.step is step and now == step:
            self._refused = True
            self.show_step(now)

    def _help(self) -> None:
        if self.step is not None:
            StepHelp(self.step.kind, self.window()).open()

    def _named(self, name: str) -> None:
        if self.step is not None:
            step = self.step
            self._scribe.write(ChangeStep(step=step.id, name=name), (step.id, ""), step.name, name)

    def _switched(self, off: bool) -> None:
        if self.step is not None:
            self._document.do(ChangeStep(step=self.step.id, disabled=off))


class StepTab(QStackedWidget):
    """Follows the selection. ``wants`` carries a command for the things selected, by its name."""

    wants = Signal(str)

    def __init__(
        self, document: JourneyDocument, context: InspectorContext, scribe: Scribe, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self.step = StepForm(document, context, scribe)
        self.settings = SettingsForm(document, context, scribe)
        self.many = Many()
        self.many.wants.connect(self.wants)
        self.loose = Loose(document, scribe)
        self.connection = Connection()
        self.connection.wanted.connect(lambda step: document.select({step}, step))
        pages = (self.step, self.settings, self.many, self.loose, self.connection)
        self._scrolls = {page: scrolled(page) for page in pages}
        for scroll in self._scrolls.values():
            self.addWidget(scroll)
        # Rows that are new have their place only after the layout.
        self._bring_into_view = QTimer(self, singleShot=True, interval=0)
        self._bring_into_view.timeout.connect(self._show_focus)

    @property
    def shown(self) -> tuple[QWidget | None, Form | None]:
        """Which page is shown, and which form of a step is in it."""
        page = self.currentWidget()
        return page, self.step.form if page is self._scrolls[self.step] else None

    def show_selection(self) -> None:
        """Mirror what is selected now."""
        document = self._document
        journey, chosen = document.journey, document.selection
        things = [i for i in chosen if i in journey.steps or i in journey.notes or i in journey.frames]
        step = journey.steps.get(document.current)
        page: QWidget
        if len(things) > 1:
            self.many.show_chosen(journey, chosen)
            page = self.many
        elif step is not None:
            self.step.show_step(step)
            page = self.step
        elif things:
            self.loose.show_thing(things[0])
            page = self.loose
        elif len(chosen) == 1 and (link := journey.links.get(next(iter(chosen)))) is not None:
            self.connection.show_link(journey, link)
            page = self.connection
        else:
            self.settings.mirror()
            page = self.settings
        if self.currentWidget() is not self._scrolls[page]:
            self.setCurrentWidget(self._scrolls[page])
            set_order(page)

    def tell(self) -> None:
        """Say what is wrong at the fields that are shown."""
        self.step.tell()
        self.settings.tell()

    def look_around(self) -> None:
        """The workspace or the journey around is another."""
        self.step.look_around()
        self.settings.look_around()

    def focus_field(self, path: str) -> None:
        """Put the focus on a field of what is shown and bring it into view."""
        scroll = self.currentWidget()
        assert isinstance(scroll, QScrollArea)
        page = next(page for page, one in self._scrolls.items() if one is scroll)
        target: QWidget | None = None
        if page is self.step and path == "name":
            target = self.step.head.name
        elif page is self.step and self.step.form is not None:
            target = self.step.form.focus_field(path)
        elif page is self.settings:
            target = self.settings.focus_field(path)
        if target is None:
            target = next((one for one in in_order(page) if one.isVisibleTo(page)), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view.start()

    def _show_focus(self) -> None:
        target: QWidget | None = self.window().focusWidget()
        for page, scroll in self._scrolls.items():
            if scroll is self.currentWidget() and target is not None and page.isAncestorOf(target):
                row = _row_of(target, page)
                scroll.ensureWidgetVisible(row if row.height() < scroll.viewport().height() else target, 0, 24)
                scroll.ensureWidgetVisible(target, 0, 24)


def _row_of(widget: QWidget, page: QWidget) -> QWidget:
    at: QWidget | None = widget
    while at is not None and at is not page:
        if isinstance(at, FieldRow):
            return at
        at = at.parentWidget()
    return widget


def scrolled(page: QWidget) -> QScrollArea:
    """A page that scrolls up and down; sideways only where even its narrowest form has no room."""
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(page)
    return scroll
