"""Decides how a person says what goes into one place: from a tree, in an editor, with the result beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.qt.personalise import memory
from whatsapp_studio.qt.personalise.checking import checker
from whatsapp_studio.qt.personalise.editor_pane import EditorPane
from whatsapp_studio.qt.personalise.offers import Offer
from whatsapp_studio.qt.personalise.outcome import Outcome
from whatsapp_studio.qt.personalise.putting_in import Thing, output_end, written
from whatsapp_studio.qt.personalise.reach import Reach, of_workspace
from whatsapp_studio.qt.personalise.results import Asked
from whatsapp_studio.qt.personalise.tree import SourceTree
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import link_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask_text, show_error
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.templates.template import Place, Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_SIZE = (1000, 600)
IfEmpty = Literal["skip", "block"]


@dataclass(frozen=True, slots=True)
class Filled:
    """What the person decided for a place."""

    expression: str
    fallback: str = ""
    if_empty: IfEmpty = "skip"

    @classmethod
    def of(cls, slot: Slot) -> Filled:
        return cls(slot.expression, slot.fallback, slot.if_empty)

    @property
    def slot(self) -> Slot:
        """The same as a campaign's draft keeps it."""
        return Slot(expression=self.expression, fallback=self.fallback, if_empty=self.if_empty)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be filled. ``others`` is how the other places of ``template`` are filled, ``beside`` what is known
    of the event, journey and campaign; ``contact`` is whom to try it with first, ``block`` what that rule is called,
    ``key`` under what unused text is remembered.
    """

    place: Place
    filled: Filled
    reach: Reach | None = None
    template: Template | None = None
    others: Mapping[str, Slot] | None = None
    beside: Mapping[str, Mapping[str, object]] | None = None
    contact: int | None = None
    block: str = ""
    key: str = ""


class PersonaliseDialog(QDialog):
    """The editor of one place. :attr:`filled` is what the person made of it when the dialog was accepted."""

    def __init__(self, studio: Studio, wanted: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.studio, self.wanted = studio, wanted
        self.reach = wanted.reach if wanted.reach is not None else of_workspace(studio)
        self._snippets: dict[str, str] = {}
        self._used = False
        self.setWindowTitle(tr("Personalise: {place}", place=wanted.place.label))
        self.tree = SourceTree(studio, self.reach)
        self.tree.chosen.connect(self.put_in)
        self.tree.current.connect(lambda _thing: self._settle())
        self.pane = EditorPane(wanted.place.label, pills=memory.folded(studio))
        self.pane.folded.connect(lambda on: memory.keep_folded(studio, on))
        self.text = self.pane.text
        self.text.edited.connect(lambda _text: self._work())
        self.with_fallback = secondary_button(tr("Insert with fallback…"), self._put_in_with_fallback)
        self.with_fallback.setToolTip(tr("Put the chosen field in, with a text for when it is empty"))
        self.pane.tools.addWidget(self.with_fallback)
        self.outcome = Outcome(studio, wanted.beside or {}, bubble=wanted.template is not None)
        self.outcome.person.connect(self.tree.show_person)
        self._head = self._made_head()
        self.bring_back = Banner(
            "info", tr("You closed this with other text and did not use it."), (tr("Bring it back"), self._bring_back)
        )
        self.bring_back.setVisible(bool(memory.unused(studio, wanted.key)) and bool(wanted.key))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(8)
        box.addWidget(self._head)
        box.addWidget(self.bring_back)
        box.addWidget(self._made_panes(), 1)
        box.addLayout(self._made_foot())
        self.text.setText(wanted.filled.expression)
        self.read_snippets()
        self.outcome.walk.read(wanted.contact)
        self._settle()
        fit(self, *_SIZE)
        self.text.setFocus()

    @property
    def filled(self) -> Filled:
        """What the fields say now."""
        return Filled(self.text.text(), self.fallback.text(), self.if_empty.currentData())

    # -- its parts -----------------------------------------------------------------------------------

    def _made_head(self) -> QLabel:
        said = [self.wanted.place.label]
        if self.wanted.place.sample:
            said.append(tr("Example: {sample}", sample=self.wanted.place.sample))
        label = plain_label("muted", wrap=True)
        label.setText(" · ".join(said))
        return label

    def _made_panes(self) -> QSplitter:
        self.fallback = QLineEdit(self.wanted.filled.fallback)
        self.fallback.setAccessibleName(tr("Used when empty"))
        self.fallback.setPlaceholderText(tr("Nothing"))
        self.fallback.textEdited.connect(lambda _text: self._work())
        self.if_empty = QComboBox()
        self.if_empty.setAccessibleName(tr("When still empty"))
        self.if_empty.addItem(tr("Leave the person out"), "skip")
        self.if_empty.addItem(self.wanted.block or tr("Block the campaign"), "block")
        self.if_empty.setCurrentIndex(self.if_empty.findData(self.wanted.filled.if_empty))
        wheel_needs_focus(self.if_empty)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.pane, 1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, (words, field) in enumerate(
            ((tr("Used when empty"), self.fallback), (tr("When still empty"), self.if_empty))
        ):
            name = QLabel(words)
            name.setProperty("role", "caption")
            name.setBuddy(field)
            grid.addWidget(name, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 1)
        column.addLayout(grid)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        self.tree.setMinimumWidth(210)
        self.outcome.setMinimumWidth(290)
        for pane in (self.tree, middle, self.outcome):
            panes.addWidget(pane)
        panes.setSizes([270, 400, 300])
        for at, share in enumerate((2, 3, 2)):
            panes.setStretchFactor(at, share)
        self.tree.setContentsMargins(0, 0, 8, 0)
        self.outcome.setContentsMargins(8, 0, 0, 0)
        return panes

    def _made_foot(self) -> QHBoxLayout:
        self.help = link_button(tr("Helpers…"), self._show_helpers, "circle-help")
        self.snippet = link_button(tr("Save as snippet…"), self._save_snippet)
        self.snippets = link_button(tr("Snippets…"), self._show_snippets)
        self.samples = link_button(tr("Samples…"), self._show_samples)
        self.cancel = secondary_button(tr("Cancel"), self.reject)
        self.use = primary_button(tr("Use"), self.accept)
        self.use.setShortcut(QKeySequence("Ctrl+Return"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for link in (self.help, self.snippet, self.snippets, self.samples):
            foot.addWidget(link)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.use)
        return foot

    # -- working -------------------------------------------------------------------------------------

    def read_snippets(self) -> None:
        """Read the snippets anew, and check and work out with them."""
        self._snippets = self.studio.snippets.texts()
        self.tree.show_snippets(self._snippets)
        fields = [Offer("field", one.path, one.label) for one in self.reach.fields]
        named = [Offer("snippet", name, " ".join(text.split())[:60], f'{{% snippet "{name}" %}}')
                 for name, text in self._snippets.items()]  # fmt: skip
        self.text.set_offers([*fields, *named])
        template = self.wanted.template
        language = template.language if template is not None else "en"
        self.text.set_check(checker(self.reach, self._snippets, self.wanted.place.label, language))
        self._work()

    def _work(self) -> None:
        wanted = self.wanted
        asked = Asked(wanted.place, self.filled.slot, wanted.template, wanted.others or {})
        self.outcome.show_asked(asked, self._snippets)
        self._settle()

    def _settle(self) -> None:
        row = self.tree.current_row()
        self.with_fallback.setEnabled(row is not None and row.thing.kind == "field")
        self.snippet.setEnabled(bool(self.text.text().strip()))

    def put_in(self, thing: Thing, fallback: str | None = None) -> None:
        """Write something from the tree at the cursor."""
        before = self.text.halves()[0]
        room = output_end(before) if thing.kind == "filter" else None
        if room is not None:
            self.text.put_between(*room, f" | {thing.text or thing.name} ")
        else:
            text, back = written(thing, before, fallback)
            self.text.put_in(text, into=back)
        self.text.setFocus()

    def _put_in_with_fallback(self) -> None:
        row = self.tree.current_row()
        if row is None:
            return
        what = tr("Text for those without “{field}”:", field=row.label)
        given = ask_text(self, tr("Insert with fallback"), what, tr("Insert"))
        if given:
            self.put_in(row.thing, given)

    # -- leaving -------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Use what there is."""
        memory.keep_unused(self.studio, self.wanted.key, "")
        self._used = True
        super().accept()

    def reject(self) -> None:
        """Leave the place as it was; what was typed can be brought back the next time."""
        text = self.text.text()
        if not self._used and text.strip() and text != self.wanted.filled.expression:
            memory.keep_unused(self.studio, self.wanted.key, text)
        super().reject()

    def _bring_back(self) -> None:
        self.text.write(memory.unused(self.studio, self.wanted.key))
        self.bring_back.hide()
        self.text.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Enter belongs to the text and the tree; Ctrl+Enter uses what there is.
            event.accept()
            return
        super().keyPressEvent(event)

    # -- windows of its own --------------------------------------------------------------------------

    def _show_helpers(self) -> None:
        from whatsapp_studio.qt.personalise.helpers_window import show_helpers

        show_helpers(self)

    def _save_snippet(self) -> None:
        chosen = self.text.textCursor().selectedText().replace("\u2029", "\n")
        content = chosen or self.text.text()
        name = ask_text(self, tr("Save as snippet"), tr("Name of the snippet:"), tr("Save"))
        if not name:
            return
        try:
            made = self.studio.snippets.create(name, content)
        except StudioError as error:
            show_error(self, explain(error.code, error.facts))
            return
        tag = f'{{% snippet "{made.name}" %}}'
        if chosen:
            self.text.put_in(tag)
        else:
            self.text.write(tag)
        self.read_snippets()

    def _show_snippets(self) -> None:
        from whatsapp_studio.qt.personalise.snippets_window import SnippetsWindow

        SnippetsWindow(self.studio, self).exec()
        self.read_snippets()

    def _show_samples(self) -> None:
        from whatsapp_studio.qt.personalise.samples_window import SamplesWindow

        wanted = self.wanted
        asked = Asked(wanted.place, self.filled.slot, wanted.template, wanted.others or {})
        SamplesWindow(self.studio, self.reach, asked, self._snippets, self).exec()
        self.outcome.walk.read()


def edit_expression(parent: QWidget, studio: Studio, wanted: Wanted) -> Filled | None:
    """Let the person fill a place; None where he or she leaves it as it was."""
    dialog = PersonaliseDialog(studio, wanted, parent)
    used = dialog.exec() == QDialog.DialogCode.Accepted
    filled = dialog.filled
    dialog.deleteLater()
    return filled if used else None
