"""Decides how a million contacts are shown in a table: their ids at once, their rows when looked at."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.audience.segment import SortKey
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.contacts.values import shown
from whatsapp_studio.qt.icons import icon

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGE, _KEPT = 64, 64
# What a click on a header sorts by; custom fields are not indexed and so not sortable.
SORTS: tuple[SortKey, ...] = ("first_name", "phone", "country", "language", "marketing")


class ContactModel(QAbstractTableModel):
    """Rows by the ids of a query; ``read`` fetches contacts in the order asked for."""

    def __init__(self, read: Callable[[Sequence[int]], list[Contact]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, Contact]] = OrderedDict()
        self._fields: list[CustomField] = []
        self.everything = False
        self.whole = True
        self._spared: set[int] = set()

    def show_ids(self, ids: array[int], fields: Sequence[CustomField], *, whole: bool = True) -> None:
        """Show other contacts; :meth:`show_rest` follows where these are not the ``whole``."""
        self.beginResetModel()
        self._ids, self._fields, self.whole = ids, list(fields), whole
        self._pages.clear()
        self.everything = False
        self._spared.clear()
        self.endResetModel()

    def show_rest(self, ids: array[int]) -> bool:
        """All that were found, where those that are shown are the first of them; False: something changed since."""
        shown = len(self._ids)
        if ids[:shown] != self._ids:
            return False
        self.whole = True
        # What stands in the last page so far has more beside it now.
        self._pages.pop(shown // _PAGE, None)
        if len(ids) > shown:
            self.beginInsertRows(_NOWHERE, shown, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        return True

    @property
    def fields(self) -> list[CustomField]:
        """The custom fields that are shown."""
        return self._fields

    @property
    def ids(self) -> array[int]:
        return self._ids

    def mark_everything(self, on: bool) -> None:
        """Select all rows, or none, without Qt having to keep a million of them."""
        if on != self.everything or self._spared:
            self.everything = on
            self._spared.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1))

    def spare(self, row: int) -> None:
        """Leave a row out of everything, or take it in again."""
        self._spared ^= {self._ids[row]}
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def marked(self, row: int) -> bool:
        """Whether a row is part of everything."""
        return self.everything and self._ids[row] not in self._spared

    def marked_ids(self) -> array[int]:
        """The ids of everything but the rows that were left out."""
        if not self._spared:
            return self._ids
        return array("q", (one for one in self._ids if one not in self._spared))

    def marked_count(self) -> int:
        """How many rows are part of everything."""
        return len(self._ids) - len(self._spared)

    def contact(self, row: int) -> Contact | None:
        """The contact of a row; None when it was deleted meanwhile."""
        page = row // _PAGE
        found = self._pages.get(page)
        if found is None:
            wanted = self._ids[page * _PAGE : (page + 1) * _PAGE]
            found = {contact.id: contact for contact in self._read(wanted)}
            self._pages[page] = found
            while len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(page)
        return found.get(self._ids[row])

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 6 + len(self._fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        fixed = (tr("Name"), tr("Phone"), tr("Country"), tr("Language"), tr("Marketing"), tr("Status"))
        return fixed[section] if section < len(fixed) else self._fields[section - len(fixed)].label

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1:
            contact = self.contact(index.row())
            return theme.color("text_muted") if contact is not None and not contact.phone else None
        if role == Qt.ItemDataRole.BackgroundRole:
            return theme.color("accent_soft") if self.marked(index.row()) else None
        if role not in (
            Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):  # fmt: skip
            return None
        contact = self.contact(index.row())
        if contact is None:
            gone = index.column() == 0 and role == Qt.ItemDataRole.DisplayRole
            return tr("(deleted)") if gone else None
        if role == Qt.ItemDataRole.DecorationRole:
            return _icon(contact, index.column())
        return self._text(contact, index.column())

    def _text(self, contact: Contact, column: int) -> str:
        match column:
            case 0:
                return name_of(contact)
            case 1:
                return ltr(contact.phone) or tr("No number")
            case 2:
                return contact.country
            case 3:
                return contact.language
            case 4:
                return consent_word(contact)
            case 5:
                words = [tr("Blocked")] * contact.blocked + [tr("Test contact")] * contact.is_test
                return ", ".join(words)
        field = self._fields[column - 6]
        return shown(contact.fields.get(field.name), field.kind)


def column_key(column: int, fields: Sequence[CustomField]) -> str:
    """What a column is remembered by."""
    fixed = ("name", "phone", "country", "language", "marketing", "status")
    return fixed[column] if column < len(fixed) else f"field:{fields[column - len(fixed)].name}"


def name_of(contact: Contact) -> str:
    """First and last name, or an empty text."""
    return f"{contact.first_name} {contact.last_name}".strip()


def consent_word(contact: Contact) -> str:
    """The answer to marketing as a word."""
    if contact.blocked and contact.marketing != "yes":
        return tr("Opted out")
    return {"yes": tr("Agreed"), "no": tr("Opted out"), "unknown": tr("Not asked")}[contact.marketing]


def _icon(contact: Contact, column: int) -> QIcon | None:
    if column == 4:
        if contact.marketing == "yes":
            return icon("circle-check", "success")
        return icon("ban", "error") if contact.marketing == "no" else icon("circle-help", "text_muted")
    if column == 5 and contact.blocked:
        return icon("ban", "error")
    return None
