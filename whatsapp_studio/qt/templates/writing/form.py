"""Decides which parts of the form a template has, and where each problem is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.qt.templates.writing.auth import PasswordSection
from whatsapp_studio.qt.templates.writing.basics import Basics
from whatsapp_studio.qt.templates.writing.body import BodySection
from whatsapp_studio.qt.templates.writing.buttons import ButtonsSection
from whatsapp_studio.qt.templates.writing.carousel import CarouselSection
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.footer import FooterSection
from whatsapp_studio.qt.templates.writing.header import HeaderSection
from whatsapp_studio.qt.templates.writing.more import MoreSection
from whatsapp_studio.qt.templates.writing.offer import OfferSection
from whatsapp_studio.qt.templates.writing.section import Section, Spot, Write
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

_WIDEST = 960
Place = FieldRow | Spot


class Form(QScrollArea):
    """Everything that can be written of one language of a template."""

    def __init__(self, studio: Studio, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.basics = Basics(write)
        self.header = HeaderSection(studio, write)
        self.offer = OfferSection(write)
        self.text = BodySection(write)
        self.password = PasswordSection(write)
        self.footer = FooterSection(write)
        self.buttons = ButtonsSection(write)
        self.carousel = CarouselSection(studio, write)
        self.more = MoreSection(write)
        self.sections: tuple[Section, ...] = (
            self.basics, self.header, self.offer, self.text, self.password, self.footer, self.buttons, self.carousel,
            self.more,
        )  # fmt: skip
        self._shown: tuple[Problem, ...] = ()
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST)
        box = QVBoxLayout(inner)
        box.setContentsMargins(24, 12, 16, 16)
        box.setSpacing(12)
        for section in self.sections:
            box.addWidget(section)
        box.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        self.carousel.turned.connect(lambda _n: self._say())

    def show_template(self, t: Template, *, editable: bool, known: bool, approved: bool) -> None:
        """Mirror a template. ``known``: Meta has it, so its name stays; ``approved``: so its category does, too."""
        for section in self.sections:
            fits = section.fits(t)
            section.setHidden(not fits)
            if fits:
                section.show_template(t)
            section.setEnabled(editable)
        self.basics.fix(known, known and approved)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say each problem beside the field it is about."""
        self._shown = tuple(problems)
        self._say()

    def places(self) -> list[Place]:
        """Everything in sight that a problem can be about."""
        found: list[Place] = [
            place
            for section in self.sections if not section.isHidden()
            for place in section.findChildren(QWidget) if isinstance(place, FieldRow | Spot)
        ]  # fmt: skip
        return [place for place in found if isinstance(place, Spot) or not place.isHidden()]

    def place_of(self, where: str) -> Place | None:
        """The nearest place to where a problem is: the field, else the part around it."""
        there = {place.where: place for place in reversed(self.places())}
        name = where
        while name:
            if name in there:
                return there[name]
            name = name.rpartition(".")[0]
        return next((place for own, place in there.items() if own.startswith(f"{where}.")), None)

    def go(self, where: str) -> None:
        """Bring the place of a problem into sight, with the keyboard in it."""
        for section in self.sections:
            section.reveal(where)
        place = self.place_of(where)
        if place is None:
            return
        place.focus()
        self._say()
        # The words below the field may have just come.
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(place, 0, 80))

    def _say(self) -> None:
        by_place: dict[Place, list[Problem]] = {place: [] for place in self.places()}
        cards: dict[int, int] = {}
        number = self.carousel.number
        for problem in self._shown:
            parts = problem.where.split(".")
            if parts[0] == "cards" and len(parts) > 1:
                cards[int(parts[1])] = cards.get(int(parts[1]), 0) + 1
                if int(parts[1]) != number:
                    continue
            place = self.place_of(problem.where)
            if place is not None:
                by_place[place].append(problem)
        for place, found in by_place.items():
            place.show_problems(found)
        self.carousel.count_problems(cards)
        self._underline()

    def _underline(self) -> None:
        for where, block in (("body", self.text.text), (f"cards.{self.carousel.number}.body", self.carousel.text)):
            found = [problem for problem in self._shown if problem.where == where and problem.severity == "error"]
            pieces = [str(problem.facts[key]) for problem in found for key in ("variable", "variables", "emoji")
                      if key in problem.facts]  # fmt: skip
            block.paper.marks.underline(pieces)
