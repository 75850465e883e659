"""Decides what is said above the form: what Meta made of the template, what is under way, and what can be done now."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import listed
from whatsapp_studio.qt.templates.writing.session import Entry
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.services.writing import EditRight, Use

_SHOWN_USES = 4
_KINDS = {"REJECTED": "error", "DISABLED": "error", "APPROVED": "ok", "PENDING": "info", "IN_APPEAL": "info"}


class StateNotes(QWidget):
    """Boxes above the form. ``acts`` are what can be done: edit, duplicate, withdraw, each by name."""

    def __init__(self, acts: dict[str, Callable[[], object]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._said: object = None
        self.banners: list[Banner] = []
        self.edit = secondary_button(tr("Edit"), acts["edit"], "pencil")
        self.duplicate = secondary_button(tr("Duplicate as new…"), acts["duplicate"], "copy")
        self.withdraw = secondary_button(tr("Take it back"), acts["withdraw"], "undo-2")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(24, 8, 16, 0)
        self._box.setSpacing(8)
        row = QHBoxLayout()
        for button in (self.edit, self.duplicate, self.withdraw):
            row.addWidget(button)
        row.addStretch(1)
        self._box.addLayout(row)

    def show_entry(self, entry: Entry | None, right: EditRight | None, why_not: str, uses: Sequence[Use]) -> None:
        """Say what there is to say of a language; ``why_not`` is why it cannot be edited now."""
        key = (entry, right, why_not, tuple(uses))
        if key == self._said:
            return
        self._said = key
        for old in self.banners:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        said = notes(entry, uses) if entry is not None else []
        self.banners = [Banner(kind, text) for kind, text in said]
        for place, banner in enumerate(self.banners):
            self._box.insertWidget(place, banner)
        known = entry is not None and entry.draft is None
        self.edit.setVisible(known)
        self.edit.setEnabled(right is not None and right.allowed)
        self.edit.setToolTip(why_not)
        self.edit.setAccessibleDescription(why_not)
        self.duplicate.setVisible(known)
        self.withdraw.setVisible(entry is not None and entry.state == "queued")
        if known and why_not:
            self.banners.append(Banner("warning", why_not))
            self._box.insertWidget(len(self.banners) - 1, self.banners[-1])
        self.setVisible(bool(self.banners) or known)


def notes(entry: Entry, uses: Sequence[Use]) -> list[tuple[str, str]]:
    """What is to be said of a language, as kinds of box and words."""
    found: list[tuple[str, str]] = []
    draft, known = entry.draft, entry.known
    if draft is not None:
        if draft.state == "queued":
            words = tr("It waits to be handed in, as soon as Meta can be reached. Changing it takes it back.")
            found.append(("info", words if draft.problem is None else f"{_of(draft.problem)} {words}"))
        elif draft.state == "submitting":
            found.append(("info", tr("It is on its way to Meta. What came of it is known in a moment.")))
        elif draft.state == "refused" and draft.problem is not None:
            found.append(("error", _of(draft.problem)))
        if draft.base_id and known is not None and known.status == "REJECTED":
            found.append(("warning", rejected(known.rejected_reason)))
    elif known is not None:
        words = wording.template_status(known.status).text
        if known.status == "REJECTED":
            words = rejected(known.rejected_reason)
        found.append((_KINDS.get(known.status, "warning"), words))
    if uses and (draft is None or draft.base_id):
        names = [tr("“{name}” ({state})", name=use.name, state=wording.state_word(use.state)) for use in uses]
        more = len(names) - _SHOWN_USES
        if more > 0:
            names = [*names[:_SHOWN_USES], ntr("{n} more", "{n} more", more)]
        found.append(("info", tr("It is used by {names}. They get what Meta approves.", names=listed(names))))
    return found


def rejected(reason: str) -> str:
    """Why Meta rejected a template, and what to do about it."""
    words = wording.rejection(reason) if reason else wording.template_status("REJECTED")
    return words.text


def _of(problem: Problem) -> str:
    return wording.sentence(problem)
