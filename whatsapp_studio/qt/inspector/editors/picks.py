"""Decides what can be picked of what the workspace and the journey have: lists, fields, steps, journeys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.checks_jump import legal_jumps
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.qt.forms.plain import Pick
from whatsapp_studio.qt.inspector.outlook import Outlook


class ListPick(Pick):
    """A contact list by name."""

    outlook: Outlook

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent=parent)
        self.look_around()

    def look_around(self) -> None:
        lists = self.outlook.document.surroundings.lists
        self.box.setPlaceholderText(tr("Choose a list") if lists else tr("There are no lists yet"))
        self.set_options([(one, one) for one in lists])

    def missing(self, value: str) -> str:
        return tr("{name} (no such list here)", name=value)


class FieldPick(Pick):
    """A contact field; ``kinds`` are those that fit."""

    outlook: Outlook

    def __init__(self, outlook: Outlook, name: str, kinds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent=parent)
        self._kinds = kinds
        self.look_around()

    def look_around(self) -> None:
        fields = self.outlook.contact_fields(self._kinds)
        self.box.setPlaceholderText(tr("Choose a field") if fields else tr("No contact has such a field yet"))
        self.set_options(fields)

    def missing(self, value: str) -> str:
        return tr("{name} (no such field here)", name=value)


class StepPick(Pick):
    """Another step of some kinds; the first choice is the one right before."""

    outlook: Outlook

    def __init__(self, outlook: Outlook, name: str, kinds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent=parent)
        self._kinds = kinds
        self.look_around()

    def look_around(self) -> None:
        journey, own = self.outlook.document.journey, self.outlook.owner
        before = journey.upstream(own) if own in journey.steps else frozenset()
        found = [
            (i, title_of(step))
            for i, step in journey.steps.items()
            if i != own and (not self._kinds or step.kind in self._kinds)
        ]
        found.sort(key=lambda one: (one[0] not in before, *reversed(journey.places.get(one[0], (0, 0)))))
        self.set_options([("", tr("The message right before")), *found])

    def missing(self, value: str) -> str:
        return tr("A step that is gone")


class JourneyPick(Pick):
    """Another journey that may be jumped to: none that leads back here."""

    outlook: Outlook

    def __init__(self, outlook: Outlook, name: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent=parent)
        self.look_around()

    def look_around(self) -> None:
        document = self.outlook.document
        others = document.surroundings.journeys
        legal = legal_jumps(document.journey, document.surroundings)
        self.box.setPlaceholderText(tr("Choose a journey") if legal else tr("There is no other journey yet"))
        self.set_options([(i, others[i].name or tr("Untitled")) for i in legal])

    def missing(self, value: str) -> str:
        other = self.outlook.document.surroundings.journeys.get(value)
        if other is not None:
            return tr("{name} (leads back here)", name=other.name)
        return tr("A journey that is gone")

    def show_value(self, value: Any) -> None:
        super().show_value(value)
        if not value:
            self.box.setCurrentIndex(-1)
