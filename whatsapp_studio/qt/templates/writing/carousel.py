"""Decides how the cards of a carousel are written: one at a time, all of the same make."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabBar, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.writing.body import is_rtl
from whatsapp_studio.qt.templates.writing.buttons import ButtonList
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.media_field import MediaField
from whatsapp_studio.qt.templates.writing.section import Section, Spot, Write
from whatsapp_studio.qt.templates.writing.text_block import TextBlock
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.fields import muted, wheel_needs_focus
from whatsapp_studio.templates.counting import counter
from whatsapp_studio.templates.edits import CARDS, gaps_closed, same_shape, with_card, with_new_card, with_sample
from whatsapp_studio.templates.template import Card, Header, Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio


class CarouselSection(Section):
    """The cards. ``turned`` carries the card that is written, so that the phone shows it."""

    turned = Signal(int)

    def __init__(self, studio: Studio, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("Cards"), write, parent)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(tr("Cards"))
        self.earlier = icon_button("chevron-left", tr("Move the card to the front"), lambda: self._move(-1))
        self.later = icon_button("chevron-right", tr("Move the card to the back"), lambda: self._move(1))
        self.take_out = icon_button("trash-2", tr("Take the card out"), self._remove)
        self.add = secondary_button(tr("Add a card"), self._add, "plus")
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.tabs, 1)
        for widget in (self.earlier, self.later, self.take_out, self.add):
            head.addWidget(widget)
        self.kind = QComboBox()
        self.kind.addItem(tr("Picture"), "IMAGE")
        self.kind.addItem(tr("Video"), "VIDEO")
        wheel_needs_focus(self.kind)
        self.kind_row = FieldRow("cards.0.header", tr("Header of every card"), self.kind)
        self.media = MediaField(studio, tr("Sample of the card"))
        self.media_row = FieldRow("cards.0.header.sample", tr("Sample"), self.media)
        self.text = TextBlock("cards.0.body", tr("Text of the card"), 2)
        self.list = ButtonList("cards.0.buttons", card=True)
        self.spot = Spot("cards", self.tabs)
        self.body.addLayout(head)
        self.body.addWidget(muted(tr("Every card has the same kind of header and the same kinds of buttons.")))
        for part in (self.kind_row, self.media_row, self.text, self.list, self.spot):
            self.body.addWidget(part)
        self._cards: tuple[Card, ...] = ()
        self._template: Template | None = None
        self.tabs.currentChanged.connect(self._turned)
        self.kind.activated.connect(self._kinded)
        self.media.chosen.connect(self._chosen)
        self.text.written.connect(self._written)
        self.text.sampled.connect(self._sampled)
        self.list.changed.connect(lambda buttons, key: self._edit(lambda card: replace(card, buttons=buttons), key))

    @property
    def number(self) -> int:
        """The card that is written, from 0."""
        return max(0, self.tabs.currentIndex())

    def fits(self, t: Template) -> bool:
        return bool(t.cards)

    def show_template(self, t: Template) -> None:
        self._template, self._cards = t, t.cards
        if not t.cards:
            return
        with QSignalBlocker(self.tabs):
            while self.tabs.count() > len(t.cards):
                self.tabs.removeTab(self.tabs.count() - 1)
            while self.tabs.count() < len(t.cards):
                self.tabs.addTab("")
            for number in range(len(t.cards)):
                self.tabs.setTabText(number, tr("Card {n}", n=number + 1))
        self._show_card()

    def reveal(self, where: str) -> None:
        parts = where.split(".")
        if len(parts) > 1 and parts[0] == "cards" and parts[1].isdigit():
            self.tabs.setCurrentIndex(min(int(parts[1]), self.tabs.count() - 1))

    def count_problems(self, counts: dict[int, int]) -> None:
        """Say at each card how many problems it has."""
        for number in range(self.tabs.count()):
            n = counts.get(number, 0)
            self.tabs.setTabText(number, tr("Card {n} ({problems})", n=number + 1, problems=n) if n
                                 else tr("Card {n}", n=number + 1))  # fmt: skip

    def _show_card(self) -> None:
        t = self._template
        if t is None or not t.cards:
            return
        number = self.number
        card, where = t.cards[number], f"cards.{number}"
        form = card.header.format if card.header is not None else "IMAGE"
        sample = dict(card.header.samples).get("media", "") if card.header is not None else ""
        self.kind_row.where, self.media_row.where = f"{where}.header", f"{where}.header.sample"
        self.kind.setCurrentIndex(max(0, self.kind.findData(form)))
        self.media.show_sample(form, sample)
        self.text.set_where(f"{where}.body")
        named = t.parameter_format == "NAMED"
        self.text.show_text(
            card.body, card.samples, counter("cards.0.body", card.body), named=named, rtl=is_rtl(t.language)
        )
        self.list.show_buttons(card.buttons, f"{where}.buttons")
        least, most = CARDS
        self.add.setEnabled(len(t.cards) < most)
        self.take_out.setEnabled(len(t.cards) > least)
        self.earlier.setEnabled(number > 0)
        self.later.setEnabled(number < len(t.cards) - 1)

    def _turned(self) -> None:
        self._show_card()
        self.turned.emit(self.number)

    # -- editing -------------------------------------------------------------------------------------

    def _edit(self, change: Callable[[Card], Card], key: str = "") -> None:
        number = self.number
        self.write(lambda t: with_card(t, number, change), key)

    def _kinded(self) -> None:
        form = str(self.kind.currentData())
        self._edit(lambda card: replace(card, header=Header(form)))

    def _chosen(self, sample: str) -> None:
        self.media_row.touched = True
        form = str(self.kind.currentData())
        samples = (("media", sample),) if sample else ()
        self._edit(lambda card: replace(card, header=Header(form, samples=samples)),
                   "" if sample.startswith("file:") else self.media_row.where)  # fmt: skip

    def _written(self, text: str) -> None:
        def change(card: Card) -> Card:
            body, samples = gaps_closed(text, card.samples)
            return replace(card, body=body, samples=samples)

        self._edit(change, self.text.row.where)

    def _sampled(self, name: str, sample: str) -> None:
        self._edit(lambda card: replace(card, samples=with_sample(card.samples, name, sample)),
                   f"{self.text.row.where}.samples.{name}")  # fmt: skip

    def _add(self) -> None:
        self.write(with_new_card, "")
        self.tabs.setCurrentIndex(self.tabs.count() - 1)

    def _remove(self) -> None:
        number = self.number
        self.write(lambda t: replace(t, cards=tuple(card for n, card in enumerate(t.cards) if n != number)), "")

    def _move(self, by: int) -> None:
        number = self.number
        to = number + by

        def change(t: Template) -> Template:
            cards = list(t.cards)
            cards.insert(to, cards.pop(number))
            return replace(t, cards=same_shape(tuple(cards), to))

        self.write(change, "")
        self.tabs.setCurrentIndex(to)
