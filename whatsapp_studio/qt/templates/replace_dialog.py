"""Decides how another template is chosen to take the place of one, wherever that is used."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import fold, language_name, listed
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.templates.side_cards import UsedBy
from whatsapp_studio.qt.widgets.bubble import BubbleView
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.empty import EmptyState
from whatsapp_studio.qt.widgets.fields import ErrorLine, SearchField, muted
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.services.replacing import Matching, Replaced
from whatsapp_studio.templates.bubble import bubble
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.template import Template, places
from whatsapp_studio.templates.use import Use

Offer = tuple[Template, Matching]
_ROW = 32


class ReplaceDialog(QDialog):
    """Offers only templates all of whose places can be filled as before. ``replaced`` carries what was done."""

    replaced = Signal(object)
    wanted = Signal(str, object)

    def __init__(
        self, studio: Studio, template: Template, offers: Sequence[Offer], uses: Sequence[Use],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._studio, self._template = studio, template
        self._offers = [one for one in offers if not one[1].left]
        self.setWindowTitle(tr("Replace template"))
        title = QLabel(tr("Use another template instead of “{name}”", name=template.name))
        title.setProperty("role", "subtitle")
        title.setWordWrap(True)
        self.search = SearchField(tr("Find in names"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Templates that can take its place"))
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSpacing(2)
        self.list.setUniformItemSizes(True)
        self.bubble = BubbleView()
        self.bubble.set_dark(theme.is_dark())
        self.pairs = muted("")
        self.used = UsedBy(260)
        self.used.show_uses([one for one in uses if not one.live])
        self.used.title.setText(tr("What will use it"))
        self.used.wanted.connect(self._go)
        self.live = muted(tr("What is live goes on as it is. Publish or launch it anew to change it."))
        self.live.setVisible(any(one.live for one in uses))
        self.none = EmptyState(
            "layout-template", tr("No template can take its place."),
            tr("It needs one that is approved, and whose places can be filled from those of this one."), None,
        )  # fmt: skip
        self.error = ErrorLine(self.list)
        self.replace = primary_button(tr("Replace"), self._replace)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        right.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        right.addWidget(self.bubble)
        for widget in (self.pairs, self.used, self.live):
            right.addWidget(widget)
        right.addStretch(1)
        self._choice = QWidget()
        across = QHBoxLayout(self._choice)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        across.addLayout(left, 1)
        beside = QWidget()
        beside.setLayout(right)
        right.setContentsMargins(0, 0, 8, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setAccessibleName(tr("What will use it"))
        scroll.setWidget(beside)
        across.addWidget(scroll, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(secondary_button(tr("Cancel"), self.reject))
        buttons.addWidget(self.replace)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 20)
        box.setSpacing(12)
        box.addWidget(title)
        box.addWidget(self._choice, 1)
        box.addWidget(self.none, 1)
        self._choice.setVisible(bool(self._offers))
        self.none.setVisible(not self._offers)
        box.addWidget(self.error)
        box.addLayout(buttons)
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self._chosen())
        self.list.itemActivated.connect(lambda _item: self._replace())
        self._fill("")
        fit(self, 780, 560)

    def _fill(self, search: str) -> None:
        self.list.clear()
        for number, (one, _matching) in enumerate(self._offers):
            if all(word in fold(one.name) for word in fold(search).split()):
                said = tr("{name} · {language}", name=one.name, language=language_name(one.language))
                item = QListWidgetItem(said)
                item.setSizeHint(QSize(0, _ROW))
                item.setData(Qt.ItemDataRole.UserRole, number)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._chosen()

    @property
    def offer(self) -> Offer | None:
        """The template that is chosen, and how its places are filled."""
        chosen = self.list.selectedItems()
        return self._offers[int(chosen[0].data(Qt.ItemDataRole.UserRole))] if chosen else None

    def _chosen(self) -> None:
        offer = self.offer
        self.replace.setEnabled(offer is not None)
        self.bubble.show_bubble(bubble(offer[0], sample_values(offer[0])) if offer else None)
        self.pairs.setText(self._paired(*offer) if offer else "")
        self.pairs.setVisible(bool(self.pairs.text()))

    def _paired(self, template: Template, matching: Matching) -> str:
        labels = {place.name: place.label for one in (template, self._template) for place in places(one)}
        moved = [
            tr("{new} from {old}", new=labels.get(new, new), old=labels.get(old, old))
            for new, old in matching.pairs.items()
            if new != old
        ]
        return tr("Filled otherwise than before: {places}.", places=listed(moved)) if moved else ""

    def _replace(self) -> None:
        offer = self.offer
        if offer is None or not self.replace.isEnabled():
            return
        (new, matching), old, writing = offer, self._template, self._studio.writing

        def work(_progress: Progress) -> Replaced:
            return writing.replace(old, new, matching.pairs)

        self.replace.setEnabled(False)
        Job(self, work).on_done(self._done).on_failed(self._failed).run()

    def _done(self, done: Replaced) -> None:
        self.replaced.emit(done)
        self.accept()

    def _failed(self, error: StudioError) -> None:
        self.replace.setEnabled(True)
        self.error.say(error)

    def _go(self, page: str, what: object) -> None:
        self.reject()
        self.wanted.emit(page, what)
