"""Decides how it is shown beside a template who uses it, and what has happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import mark, ntr, tr
from whatsapp_studio.qt.marks import IconLabel
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.templates.facets import value_word
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.templates.draft import Past
from whatsapp_studio.templates.use import Use, UseKind

_ICONS: dict[UseKind, str] = {
    "journey": "workflow", "campaign": "megaphone", "recipe": "clipboard-list", "draft": "pencil",
}  # fmt: skip
_PAGES: dict[UseKind, str] = {"journey": "journeys", "campaign": "campaigns"}
_SHOWN = 6
_PAST = {
    "added": mark("First seen on the account"),
    "removed": mark("Gone from the account"),
    "content": mark("Its text changed at Meta"),
    "created": mark("Submitted from here"),
    "edited": mark("A change was submitted from here"),
    "deleted": mark("Deleted from here"),
    "flagged": mark("Meta warned about it"),
}


class _Section(QFrame):
    """A title, and lines below it that are made anew each time."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title)
        self.title.setProperty("role", "strong")
        self._lines: list[QWidget] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 4, 0, 0)
        self._box.setSpacing(4)
        self._box.addWidget(self.title)

    def _clear(self) -> None:
        for line in self._lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []

    def _add(self, line: QWidget) -> None:
        self._lines.append(line)
        self._box.addWidget(line)


class UsedBy(_Section):
    """What uses a template, what is live first. ``wanted`` names the page and what to show on it.

    Names take ``room`` pixels at most.
    """

    wanted = Signal(str, object)

    def __init__(self, room: int = 180, parent: QWidget | None = None) -> None:
        super().__init__(tr("Where it is used"), parent)
        self._room = room

    def show_uses(self, uses: Sequence[Use]) -> None:
        """A line each; a word where nothing uses it."""
        self._clear()
        if not uses:
            self._add(muted(tr("Nothing uses it.")))
        ordered = sorted(uses, key=lambda one: (not one.live, one.kind, one.name))
        for use in ordered[:_SHOWN]:
            self._add(self._line(use))
        more = len(uses) - _SHOWN
        if more > 0:
            self._add(muted(ntr("and {n} more", "and {n} more", more)))

    def _line(self, use: Use) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(_ICONS[use.kind], "accent" if use.live else "text_muted"))
        state = wording.state_word(use.state)
        page = _PAGES.get(use.kind)
        if page:
            name = link_button("", partial(self.wanted.emit, page, use.id))
            name.setAccessibleName(tr("{name}, {state}", name=use.name, state=state))
            name.setText(self.fontMetrics().elidedText(use.name, Qt.TextElideMode.ElideRight, self._room))
            name.setToolTip(use.name)
            row.addWidget(name)
        else:
            row.addWidget(QLabel(self.fontMetrics().elidedText(use.name, Qt.TextElideMode.ElideRight, self._room)))
        row.addStretch(1)
        said = QLabel(state)
        said.setProperty("role", "muted")
        row.addWidget(said)
        return line


class PastOf(_Section):
    """What happened to a template, the latest first; hidden where nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What happened"), parent)

    def show_past(self, past: Sequence[Past], now: datetime) -> None:
        """A line each, with its day and reason."""
        self._clear()
        self.setVisible(bool(past))
        for entry in sorted(past, key=lambda one: one.at, reverse=True)[:_SHOWN]:
            said = QLabel(past_text(entry))
            said.setWordWrap(True)
            self._add(said)
            self._add(muted(_beside(entry, now)))


def past_text(entry: Past) -> str:
    """What happened, in words."""
    match entry.kind:
        case "status":
            words = (wording.state_word(one) for one in (entry.before, entry.after))
            return tr("{before} → {after}", **dict(zip(("before", "after"), words, strict=True)))
        case "quality":
            before, after = (value_word("quality", one or "UNKNOWN", "") for one in (entry.before, entry.after))
            return tr("Quality: {before} → {after}", before=before, after=after)
        case "category":
            before, after = wording.state_word(entry.before), wording.state_word(entry.after)
            return tr("Category: {before} → {after}", before=before, after=after)
        case "correct-category":
            return tr("Meta says the category should be {category}", category=wording.state_word(entry.after))
        case known if known in _PAST:
            return tr(_PAST[known])
        case other:
            return wording.state_word(other)


def _beside(entry: Past, now: datetime) -> str:
    when = day_and_time(entry.at, now)
    reason = wording.rejection(entry.reason).title if entry.reason and entry.after == "REJECTED" else ""
    reason = " ".join(filter(None, (reason, entry.details)))
    return tr("{when} · {reason}", when=when, reason=reason) if reason else when


def since(past: Sequence[Past], now: datetime) -> str:
    """Since when the template is in its state, as far as this program knows; empty where it does not."""
    states = [one.at for one in past if one.kind in ("status", "added", "created", "edited")]
    return tr("Since {when}", when=day_and_time(max(states), now)) if states else ""
