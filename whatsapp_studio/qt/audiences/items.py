"""Decides what stands in the list of audiences: every list and every segment, found by any part of its name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import fold, sort_key
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.qt.icons import icon

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio

Kind = Literal["segment", "list"]
Key = tuple[Kind, int]
Index = QModelIndex | QPersistentModelIndex
KEY_ROLE = Qt.ItemDataRole.UserRole + 1
_ICONS = {"segment": "filter", "list": "list"}


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """A list or a segment. ``size`` is None until it was counted; ``rule`` is JSON, of a segment only."""

    kind: Kind
    id: int
    name: str
    size: int | None = None
    rule: str = ""
    uses: int = 0

    @property
    def key(self) -> Key:
        return self.kind, self.id

    @property
    def audience(self) -> Audience:
        """It as a campaign names it."""
        if self.kind == "segment":
            return Audience(kind="segment", segment_id=self.id)
        return Audience(kind="list", list_id=self.id)


def read_items(studio: Studio, uses: Mapping[Key, int]) -> list[Item]:
    """Everything there is, by name; ``uses`` are how many places each is used in."""
    segments = [
        Item(kind="segment", id=one.id, name=one.name, rule=one.rule, uses=uses.get(("segment", one.id), 0))
        for one in studio.segments.all()
    ]
    lists = [
        Item(kind="list", id=one.id, name=one.name, size=one.size, uses=uses.get(("list", one.id), 0))
        for one in studio.contacts.lists()
    ]
    return sorted([*segments, *lists], key=lambda one: (sort_key(one.name), one.kind))


def about(item: Item) -> str:
    """The softer line under a name: what it is, how many, and where it is used."""
    kind = tr("Segment") if item.kind == "segment" else tr("List")
    size = tr("counting…") if item.size is None else ntr("{n} contact", "{n} contacts", item.size)
    parts = [kind, size]
    if item.uses:
        parts.append(ntr("used in {n} place", "used in {n} places", item.uses))
    return " · ".join(parts)


class AudienceModel(QAbstractListModel):
    """The audiences whose name holds what is searched."""

    def __init__(self, parent: object = None) -> None:
        super().__init__()
        self._all: tuple[Item, ...] = ()
        self._sizes: dict[Key, int] = {}
        self._said = ""
        self.items: list[Item] = []

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these; a segment keeps the size that was counted last while it is counted again."""
        self._all = tuple(
            one if one.size is not None else msgspec.structs.replace(one, size=self._sizes.get(one.key))
            for one in items
        )
        self._refilter()

    def tell_size(self, key: Key, size: int) -> None:
        """A size was counted."""
        self._sizes[key] = size
        self._all = tuple(msgspec.structs.replace(one, size=size) if one.key == key else one for one in self._all)
        row = self.row_of(key)
        if row >= 0:
            self.items[row] = msgspec.structs.replace(self.items[row], size=size)
            self.dataChanged.emit(self.index(row), self.index(row))

    def search(self, said: str) -> None:
        """Leave those out whose name does not hold ``said``."""
        self._said = fold(said.strip())
        self._refilter()

    def _refilter(self) -> None:
        found = [one for one in self._all if self._said in fold(one.name)]
        if [one.key for one in found] == [one.key for one in self.items]:
            self.items = found
            if found:
                self.dataChanged.emit(self.index(0), self.index(len(found) - 1))
            return
        self.beginResetModel()
        self.items = found
        self.endResetModel()

    @property
    def everything(self) -> tuple[Item, ...]:
        """All of them, found or not."""
        return self._all

    def item(self, key: Key) -> Item | None:
        """One of them, found or not."""
        return next((one for one in self._all if one.key == key), None)

    def row_of(self, key: Key | None) -> int:
        """Where one stands; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.items) if one.key == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{item.name}\n{about(item)}"
        if role == Qt.ItemDataRole.DecorationRole:
            return icon(_ICONS[item.kind], "text_muted")
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.name
        return item.key if role == KEY_ROLE else None
