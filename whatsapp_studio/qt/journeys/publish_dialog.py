"""Decides what a person is told before a journey is published: who enters, what becomes of whoever is inside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.words_running import must_be_open
from whatsapp_studio.journeys.amending import Amendment
from whatsapp_studio.journeys.compare import Comparison
from whatsapp_studio.journeys.compare_words import in_words
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.kept import one_line
from whatsapp_studio.journeys.living import Impact
from whatsapp_studio.journeys.phrases import listed, parts
from whatsapp_studio.journeys.table import summary_of, title_of
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.plain import plain_label

Chosen = Literal["", "publish", "amend", "compare"]
_WIDTH, _TALLEST, _MOST_LINES, _MOST_PLACES = 560, 560, 12, 4


class About(msgspec.Struct, frozen=True, kw_only=True):
    """What the question rests on: the draft, what publishing it does, how it differs, and how many warnings stay."""

    draft: Journey
    impact: Impact
    amendment: Amendment | None = None
    warnings: int = 0


class PublishDialog(QDialog):
    """The question. ``chosen`` is what was decided: ``publish``, ``amend`` what runs, ``compare`` first, or nothing."""

    def __init__(self, about: About, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Chosen = ""
        self.choices: dict[Chosen, QRadioButton] = {}
        self.setWindowTitle(tr("Publish"))
        self._inner = QWidget()
        self._box = QVBoxLayout(self._inner)
        self._box.setContentsMargins(24, 20, 24, 8)
        self._box.setSpacing(10)
        self._say(about)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self._inner)
        buttons = QDialogButtonBox()
        self.publish_button = buttons.addButton(self._deed(about), QDialogButtonBox.ButtonRole.AcceptRole)
        self.publish_button.setDefault(True)
        self.publish_button.setProperty("role", "primary")
        buttons.addButton(tr("Not now"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        for choice in self.choices.values():
            choice.toggled.connect(lambda _on: self.publish_button.setText(self._deed(about)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.addWidget(scroll, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addWidget(buttons)
        whole.addLayout(foot)
        self._inner.setFixedWidth(_WIDTH)
        self.setFixedWidth(_WIDTH + scroll.verticalScrollBar().sizeHint().width())
        self.resize(self.width(), min(_TALLEST, self._inner.heightForWidth(_WIDTH) + 84))

    # -- what is said --------------------------------------------------------------------------------

    def _say(self, about: About) -> None:
        impact, name = about.impact, one_line(about.draft.name) or tr("Unnamed journey")
        title = plain_label("subtitle", wrap=True)
        title.setText(tr("Publish “{name}”?", name=name))
        self._box.addWidget(title)
        for line in self._what(impact):
            self._line(line)
        if about.amendment is not None and impact.amends:
            self._choose(about.amendment, impact)
        elif about.amendment is not None and about.amendment.structural:
            self._structural(about.amendment, impact)
        self._entries(about)
        if about.warnings:
            self._line(ntr("{n} warning stays.", "{n} warnings stay.", about.warnings), "triangle-alert", "warning")
        self._line(must_be_open(), "power", "text_muted")
        self._box.addStretch(1)

    def _what(self, impact: Impact) -> Iterable[str]:
        if impact.first:
            yield tr("It is kept as it is now, as a version that never changes, and begins to let contacts in.")
        elif impact.state == "paused":
            yield tr("The journey is paused: the new version lets contacts in when you resume it.")
        elif impact.state == "closed":
            yield tr("The journey is closed to new contacts: publishing opens it again.")
        if impact.amends:
            return
        for one in impact.inside:
            inside = ntr("{n} contact is inside", "{n} contacts are inside", one.inside)
            stay = tr("They stay where they are and finish that version as it is.")
            yield " ".join((tr("{inside} version {n}.", inside=inside, n=one.publication), stay))
            there = [(step, n) for version, step, n in impact.standing if version == one.publication]
            said = [tr("{n} at “{step}”", n=number(n), step=step) for step, n in there[:_MOST_PLACES]]
            rest = sum(n for _, n in there[_MOST_PLACES:])
            yield listed([*said, *([tr("{n} elsewhere", n=number(rest))] if rest else [])])

    def _choose(self, found: Amendment, impact: Impact) -> None:
        """Nothing that differs moves anybody: it may be applied to what runs."""
        running = impact.inside[0].publication if impact.inside else max(1, impact.next_publication - 1)
        inside = sum(one.inside for one in impact.inside)
        lines = tuple(_touched(found))
        whom = " ".join(lines) or tr("Only names, notes or places differ: nobody is treated differently.")
        stay = ntr(
            "{n} contact inside finishes the earlier version as it is; whoever enters from now on goes by this one.",
            "{n} contacts inside finish the earlier version as it is; whoever enters from now on goes by this one.",
            inside,
        )  # fmt: skip
        group = QButtonGroup(self)
        for which, words, meaning in (
            ("amend", tr("Apply to version {n}, which runs", n=running), whom),
            ("publish", tr("Publish as version {n}", n=impact.next_publication), stay),
        ):
            if which == "publish" and impact.same:
                continue
            card = QFrame()
            card.setProperty("role", "choice")
            inner = QVBoxLayout(card)
            choice = QRadioButton(words)
            choice.setProperty("role", "strong")
            choice.setAccessibleDescription(meaning)
            said = plain_label("muted", wrap=True)
            said.setText(meaning)
            inner.addWidget(choice)
            inner.addWidget(said)
            group.addButton(choice)
            self._box.addWidget(card)
            self.choices["amend" if which == "amend" else "publish"] = choice
        self.choices["amend" if inside or impact.same else "publish"].setChecked(True)
        self._differences(found.comparison, tr("What differs from what runs"))

    def _structural(self, found: Amendment, impact: Impact) -> None:
        """Something moves what contacts stand on: it can only be a version of its own."""
        if sum(one.inside for one in impact.inside):
            self._line(tr("Steps, arrows or rules differ, so it cannot be applied to those inside."))
        self._differences(found.comparison, tr("What differs from what runs"))

    def _differences(self, comparison: Comparison, heading: str) -> None:
        groups = in_words(comparison)
        if not groups:
            return
        self._heading(heading)
        lines = [
            f"{group.title}: {'; '.join(group.lines)}" if group.lines else _whole(group.title, group.mark)
            for group in groups
        ]
        said = plain_label("muted", wrap=True)
        rest = len(lines) - _MOST_LINES
        more = [ntr("and {n} more", "and {n} more", rest)] if rest > 0 else []
        said.setText("\n".join(f"• {line}" for line in [*lines[:_MOST_LINES], *more]))
        self._box.addWidget(said)
        compare = link_button(tr("See it on the canvas"), self._compare)
        self._box.addWidget(compare, 0, Qt.AlignmentFlag.AlignLeft)

    def _entries(self, about: About) -> None:
        self._heading(tr("Who enters"))
        for id in about.impact.entries:
            step = about.draft.steps[id]
            n = about.impact.audiences.get(id)
            now = "" if n is None else ntr("{n} contact in it now", "{n} contacts in it now", n)
            self._line(parts(title_of(step), summary_of(step), now), "users", "n_entry")
        if not about.impact.entries:
            self._line(tr("Nobody: the journey has no entry that is switched on."), "triangle-alert", "warning")

    # -- pieces --------------------------------------------------------------------------------------

    def _heading(self, text: str) -> None:
        label = QLabel(text)
        label.setProperty("role", "strong")
        self._box.addSpacing(4)
        self._box.addWidget(label)

    def _line(self, text: str, icon: str = "", ink: str = "") -> None:
        said = plain_label(wrap=True)
        said.setText(text)
        if not icon:
            self._box.addWidget(said)
            return
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, ink), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(said, 1)
        self._box.addLayout(row)

    def _deed(self, about: About) -> str:
        amends = self.choices.get("amend")
        if amends is not None and amends.isChecked():
            return tr("Apply")
        if about.impact.first:
            return tr("Publish")
        return tr("Publish as version {n}", n=about.impact.next_publication)

    def _accept(self) -> None:
        amends = self.choices.get("amend")
        self.chosen = "amend" if amends is not None and amends.isChecked() else "publish"
        self.accept()

    def _compare(self) -> None:
        self.chosen = "compare"
        self.reject()

    @property
    def texts(self) -> Sequence[str]:
        """Everything that is said, from the top."""
        return [one.text() for one in self._inner.findChildren(QLabel) if one.text()]


def _touched(found: Amendment) -> Iterable[str]:
    """Whom each safe change concerns."""
    for one in found.touched:
        title = title_of(found.after.steps[one.step])
        ahead = ntr("{n} contact inside may still come to it", "{n} contacts inside may still come to it", one.ahead)
        if one.here:
            here = ntr("{n} who is there keeps what it has", "{n} who are there keep what they have", one.here)
            yield tr("“{step}”: {ahead}, {here}.", step=title, ahead=ahead, here=here)
        else:
            yield tr("“{step}”: {ahead}.", step=title, ahead=ahead)


def _whole(title: str, mark: str) -> str:
    return tr("{title} is new", title=title) if mark == "added" else tr("{title} is gone", title=title)
