"""Decides how the list of campaigns is narrowed: a search, a state, archive and trash, purpose, tag and template."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, number, tr
from whatsapp_studio.base.local import sort_key
from whatsapp_studio.campaigns.campaign import STATES
from whatsapp_studio.qt.campaigns.listing import CampaignModel
from whatsapp_studio.qt.campaigns.listing_rows import matches
from whatsapp_studio.qt.campaigns.listing_words import PURPOSES
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.plain import unmarked

SHELVES = {"archived": mark("Archive"), "trash": mark("Trash")}
_SEARCH = 172


class CampaignFilters(QWidget):
    """The row over the table. ``changed`` tells that the model shows something else now."""

    changed = Signal()

    def __init__(self, model: CampaignModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        line = FlowLayout(self, 6)
        self.search = SearchField(tr("Search campaigns"))
        self.search.setFixedWidth(_SEARCH)
        self.search.searched.connect(lambda text: self._ask(text=text))
        line.addWidget(self.search)
        group = QButtonGroup(self)
        self.chips: dict[str, QPushButton] = {}
        for key in ("", *STATES, *SHELVES):
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.setChecked(not key)
            chip.clicked.connect(partial(self.show_state, key))
            group.addButton(chip)
            self.chips[key] = chip
            line.addWidget(chip)
        self.more = QPushButton()
        self.more.setProperty("role", "chip")
        self.more.setIcon(icon("filter", "text"))
        self.menu = QMenu(tr("Filter"), self)
        self.menu.aboutToShow.connect(self._fill)
        self.more.setMenu(self.menu)
        line.addWidget(self.more)
        self.tell()

    def show_state(self, key: str, *_checked: object) -> None:
        """Show the campaigns of one state, all of them (empty), the archive or the trash."""
        self.chips[key].setChecked(True)
        if key in SHELVES:
            self._ask(shelf=key, state="")
        else:
            self._ask(shelf="", state=key)

    def clear(self) -> None:
        """Without search and filters."""
        self.search.clear()
        self.chips[""].setChecked(True)
        self._ask(text="", state="", shelf="", purpose="", tag="", template="")

    def tell(self) -> None:
        """Say how many campaigns each has."""
        wanted = self._model.wanted
        sizes, shelves = self._model.sizes(), self._model.shelves()
        if wanted.shelf:
            sizes = Counter()
        for key, chip in self.chips.items():
            if key in SHELVES:
                words, n = tr(SHELVES[key]), shelves[key]
            else:
                words = wording.state_word(key) if key else tr("All")
                n = shelves[""] if wanted.shelf and not key else sizes[key]
            chip.setText(tr("{what}  {n}", what=words, n=number(n)))
            chip.setVisible(bool(n) or not key or chip.isChecked())
        purpose = tr(PURPOSES[wanted.purpose]) if wanted.purpose else ""
        said = [one for one in (purpose, wanted.tag, wanted.template) if one]
        self.more.setText(unmarked(" · ".join(said)))
        self.more.setAccessibleName(tr("Filter by purpose, tag or template"))
        self.more.setToolTip(tr("Filter by purpose, tag or template"))

    def _ask(self, **parts: str) -> None:
        self._model.ask_for(**parts)
        self.tell()
        self.changed.emit()

    def _fill(self) -> None:
        self.menu.clear()
        wanted = self._model.wanted
        here = [one for one in self._model.campaigns if matches(one, type(wanted)(shelf=wanted.shelf))]
        purposes: Counter[str] = Counter(one.draft.purpose for one in here)
        tags = Counter(tag for one in here for tag in one.tags)
        templates = Counter(one.draft.template for one in here if one.draft.template)
        self._part("purpose", tr("Purpose"), {key: (tr(words), purposes[key]) for key, words in PURPOSES.items()})
        self._part("tag", tr("Tag"), {tag: (tag, tags[tag]) for tag in sorted(tags, key=sort_key)})
        self._part("template", tr("Template"), {one: (one, templates[one]) for one in sorted(templates, key=sort_key)})
        self.menu.addSeparator()
        self.menu.addAction(tr("Show all"), self.clear)

    def _part(self, name: str, title: str, choices: Mapping[str, tuple[str, int]]) -> None:
        menu = self.menu.addMenu(title)
        chosen = getattr(self._model.wanted, name)
        for key, (words, n) in choices.items():
            action = QAction(unmarked(tr("{what}  {n}", what=words, n=number(n))), menu)
            action.setCheckable(True)
            action.setChecked(key == chosen)
            action.triggered.connect(lambda on, key=key: self._ask(**{name: key if on else ""}))
            menu.addAction(action)
        menu.setEnabled(bool(menu.actions()))
