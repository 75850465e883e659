"""Decides what stands above the text: nothing, words, a picture, a video, a document or a place, with its sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QComboBox, QWidget

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.media_field import MediaField
from whatsapp_studio.qt.templates.writing.section import Section, Spot, Write, mirror
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted, wheel_needs_focus
from whatsapp_studio.templates.counting import counter
from whatsapp_studio.templates.edits import gaps_closed, next_variable
from whatsapp_studio.templates.template import Header, Template, variables

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

KINDS = (
    ("", mark("None")), ("TEXT", mark("Text")), ("IMAGE", mark("Picture")), ("VIDEO", mark("Video")),
    ("DOCUMENT", mark("Document")), ("LOCATION", mark("Location")),
)  # fmt: skip
_MEDIA = ("IMAGE", "VIDEO", "DOCUMENT", "GIF")
_OF_OFFER = ("IMAGE", "VIDEO")


class HeaderSection(Section):
    """The header."""

    def __init__(self, studio: Studio, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("Header"), write, parent)
        self._offered: tuple[str, ...] = ()
        self._named = False
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of header"))
        wheel_needs_focus(self.kind)
        self.line = Line()
        self.text_row = FieldRow("header.text", tr("Text of the header"), self.line, counted=True)
        self.insert = link_button(tr("Insert variable"), self.insert_variable)
        self.text_row.head.insertWidget(1, self.insert)
        self.sample = Line()
        self.sample_row = FieldRow("header.sample", "", self.sample)
        self.media = MediaField(studio, tr("Sample of the header"))
        hint = tr("Meta looks at it before it approves. Each message can have its own.")
        self.media_row = FieldRow("header.sample", tr("Sample"), self.media, hint)
        self.place = muted(tr("Where it is, is said with each message."))
        self.spot = Spot("header", self.kind)
        self.body.addWidget(self.kind)
        for widget in (self.text_row, self.sample_row, self.media_row, self.place, self.spot):
            self.body.addWidget(widget)
        self.kind.activated.connect(self._kinded)
        self.line.textEdited.connect(self._written)
        self.sample.textEdited.connect(self._sampled)
        self.media.chosen.connect(self._chosen)

    def fits(self, t: Template) -> bool:
        return t.category != "AUTHENTICATION" and not t.cards

    def show_template(self, t: Template) -> None:
        header = t.header
        self._named = t.parameter_format == "NAMED"
        form = header.format if header is not None else ""
        self._offer(form, t.offer is not None)
        self.kind.setCurrentIndex(self.kind.findData(form))
        self.text_row.setVisible(form == "TEXT")
        self.media_row.setVisible(form in _MEDIA)
        self.place.setVisible(form == "LOCATION")
        found = variables(header.text) if header is not None and form == "TEXT" else ()
        self.sample_row.setVisible(bool(found))
        self.insert.setEnabled(not found)
        if header is None:
            return
        samples = dict(header.samples)
        if form == "TEXT":
            mirror(self.line, header.text)
            self.text_row.counter.show_count(counter("header.text", header.text))
        if found:
            variable = f"{{{{{found[0]}}}}}"
            self.sample_row.label.setText(tr("Sample for {variable}", variable=variable))
            self.sample.setAccessibleName(self.sample_row.label.text())
            mirror(self.sample, samples.get(found[0], ""))
        if form in _MEDIA:
            self.media.show_sample(form, samples.get("media", ""))

    def _offer(self, form: str, of_offer: bool) -> None:
        kinds = [(kind, tr(words)) for kind, words in KINDS if not of_offer or kind in _OF_OFFER]
        if form not in (kind for kind, _ in kinds):
            kinds.append((form, form.capitalize() or tr("None")))
        wanted = tuple(kind for kind, _ in kinds)
        if wanted == self._offered:
            return
        self._offered = wanted
        self.kind.clear()
        for kind, words in kinds:
            self.kind.addItem(words, kind)

    def insert_variable(self) -> None:
        """A variable at the cursor."""
        self.line.insert(f"{{{{{next_variable('', self._named)}}}}}")
        self.line.setFocus()
        self._written(self.line.text())

    def _kinded(self) -> None:
        form = str(self.kind.currentData())
        self.write(lambda t: replace(t, header=Header(form) if form else None), "")

    def _written(self, text: str) -> None:
        self.text_row.touched = True

        def change(t: Template) -> Template:
            assert t.header is not None
            closed, samples = gaps_closed(text, t.header.samples)
            return replace(t, header=replace(t.header, text=closed, samples=samples))

        self.write(change, "header.text")

    def _sampled(self, text: str) -> None:
        self.sample_row.touched = True

        def change(t: Template) -> Template:
            assert t.header is not None
            name = next(iter(variables(t.header.text)), "1")
            return replace(t, header=replace(t.header, samples=((name, text),) if text else ()))

        self.write(change, "header.sample")

    def _chosen(self, sample: str) -> None:
        self.media_row.touched = True

        def change(t: Template) -> Template:
            assert t.header is not None
            return replace(t, header=replace(t.header, samples=(("media", sample),) if sample else ()))

        self.write(change, "" if sample.startswith("file:") else "header.sample")
