"""Decides what is found by typing a few letters anywhere: commands, pages' things and contacts, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.audience.phone import shown
from whatsapp_studio.audience.segment import ContactQuery
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import fold, ltr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.latest import Latest

_WIDTH, _HEIGHT, _LINE = 620, 420, 44
_CONTACTS, _MOST = 8, 60
_WHAT = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}


class Found(msgspec.Struct, frozen=True):
    """One line: its ``title``, what it is or where it is (``about``), its keys, and what Enter does."""

    title: str
    about: str
    icon: str
    act: Callable[[], object]
    keys: str = ""


def rank(title: str, query: str) -> int | None:
    """How well a title fits what is typed, 0 the best; None where a word of it is nowhere in the title.

    A title that begins with the words is before one with a word that does, and that before one that contains them.
    """
    within, words = fold(title), fold(query).split()
    if not all(word in within for word in words):
        return None
    if within.startswith(fold(query).strip()):
        return 0
    begins = within.split()
    return 1 if all(any(one.startswith(word) for one in begins) for word in words) else 2


def commands(found: Sequence[tuple[str, QAction]]) -> list[Found]:
    """The commands that can be used now, as lines."""
    shown = [(path, one) for path, one in found if one.isEnabled()]
    return [
        Found(
            one.text().replace("&&", "\0").replace("&", "").replace("\0", "&"), path, "square-terminal", one.trigger,
            one.shortcut().toString(one.shortcut().SequenceFormat.NativeText),
        )
        for path, one in shown
    ]  # fmt: skip


class CommandPalette(QDialog):
    """``go`` shows a page with something on it. ``actions`` are the menus' commands, read when it opens."""

    def __init__(
        self, studio: Studio, go: Callable[[str, object], None], actions: Sequence[tuple[str, QAction]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Find a command or anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._studio, self._go = studio, go
        self._fixed = [*commands(actions), *self._things()]
        self._latest = Latest(self)
        self.search = SearchField(tr("A command, journey, campaign, template or contact"))
        self.search.setAccessibleName(self.windowTitle())
        self.search.textChanged.connect(self._typed)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setProperty("role", "plain")
        self.list.setAccessibleName(tr("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.itemClicked.connect(self._take)
        self.none = QLabel(tr("Nothing found. Try another word."))
        self.none.setProperty("role", "muted")
        self.none.setContentsMargins(8, 8, 8, 8)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 12, 12)
        box.setSpacing(8)
        box.addWidget(self.search)
        box.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.list, 1)
        self.resize(min(_WIDTH, parent.width() - 48), min(_HEIGHT, parent.height() - 96))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - self.width()) // 2, corner.y() + 64)
        self._typed("")

    def _things(self) -> list[Found]:
        studio = self._studio
        names = [(row.name, tr("Journey"), "workflow", "journeys", row.id) for row in studio.journeys.all()]
        names += [(one.name, tr("Campaign"), "megaphone", "campaigns", one.id) for one in studio.campaigns.all()]
        things = [
            Found(name or tr("No name"), what, drawing, partial(self._go, page, id))
            for name, what, drawing, page, id in names
        ]
        audiences = [(one.name, tr("Segment"), "filter", ("segment", one.id)) for one in studio.segments.all()]
        audiences += [(one.name, tr("List"), "list", ("list", one.id)) for one in studio.contacts.lists()]
        things += [
            Found(name, what, drawing, partial(self._go, "audiences", key)) for name, what, drawing, key in audiences
        ]
        seen: dict[str, set[str]] = {}
        for template in studio.templates.all():
            seen.setdefault(template.name, set()).add(template.language)
        return things + [
            Found(
                name, tr("Template, {languages}", languages=", ".join(sorted(languages))), "layout-template",
                partial(self._go, "templates", name),
            )
            for name, languages in seen.items()
        ]  # fmt: skip

    def _typed(self, query: str) -> None:
        ranked = [(fits, n, one) for n, one in enumerate(self._fixed) if (fits := rank(one.title, query)) is not None]
        self._show([one for *_, one in sorted(ranked, key=lambda line: line[:2])][:_MOST])
        if len(query.strip()) > 1:
            self._latest.ask(partial(self._contacts, query.strip()), partial(self._add_contacts, query))

    def _contacts(self, query: str) -> list[Found]:
        """The first few contacts that a name or number finds; read outside the window's thread."""
        ids = self._studio.contacts.ids(ContactQuery(search=query))[:_CONTACTS]
        return [self._contact(one) for one in self._studio.contacts.get_many(ids)]

    def _contact(self, one: Contact) -> Found:
        phone = ltr(shown(one.phone))
        name = f"{one.first_name} {one.last_name}".strip()
        return Found(name or phone, tr("Contact {phone}", phone=phone), "user", partial(self._go, "contacts", one.id))

    def _add_contacts(self, query: str, found: list[Found]) -> None:
        if query == self.search.text():
            for one in found:
                self._add(one)
            self._settle()

    def _show(self, found: Sequence[Found]) -> None:
        self.list.clear()
        for one in found:
            self._add(one)
        self._settle()

    def _add(self, one: Found) -> None:
        item = QListWidgetItem(one.title)
        item.setData(_WHAT, one)
        told = " ".join(part for part in (one.about, one.keys) if part)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, told)
        self.list.addItem(item)

    def _settle(self) -> None:
        some = self.list.count() > 0
        self.list.setVisible(some)
        self.none.setVisible(not some)
        if some and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if (by := _MOVES.get(Qt.Key(event.key()))) is not None:
                self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (current := self.list.currentItem()) is not None:
                    self._take(current)
                return True
        return super().eventFilter(watched, event)

    def _take(self, item: QListWidgetItem) -> None:
        found: Found = item.data(_WHAT)
        # Gone before the command begins: it may open a window of its own.
        self.close()
        found.act()


class _Lines(QStyledItemDelegate):
    """Icon, title over what it is, and the keys at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, max(_LINE, 2 * option.fontMetrics.height() + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Found = index.data(_WHAT)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ink, soft = ("on_accent_soft", "on_accent_soft") if chosen else ("text", "text_muted")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or over:
            painter.setBrush(theme.color("accent_soft" if chosen else "surface_alt"))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        whole = option.rect.adjusted(12, 0, -12, 0)

        def placed(part: QRect) -> QRect:
            return QStyle.visualRect(option.direction, whole, part)

        drawing = placed(QRect(whole.left(), whole.center().y() - 8, 18, 18))
        icon(found.icon, ink).paint(painter, drawing)
        small = QFont(option.font)
        small.setPointSizeF(max(option.font.pointSizeF() * 0.85, 8.0))
        painter.setFont(small)
        keys_wide = painter.fontMetrics().horizontalAdvance(found.keys) + 8 if found.keys else 0
        painter.setPen(theme.color(soft))
        at_end = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        )
        end = placed(QRect(whole.right() - keys_wide, whole.top(), keys_wide, whole.height()))
        painter.drawText(end, at_end, found.keys)
        text = QRect(whole.left() + 30, whole.top(), whole.width() - 30 - keys_wide - 12, whole.height())
        half = whole.height() // 2
        start = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        upper = placed(QRect(text.left(), text.top() + 3, text.width(), half - 2 if found.about else text.height() - 6))
        if found.about:
            lower = placed(QRect(text.left(), text.top() + half, text.width(), half - 4))
            about = painter.fontMetrics().elidedText(found.about, Qt.TextElideMode.ElideRight, lower.width())
            painter.drawText(lower, start | Qt.AlignmentFlag.AlignVCenter, about)
        painter.setFont(option.font)
        painter.setPen(theme.color(ink))
        title = painter.fontMetrics().elidedText(found.title, Qt.TextElideMode.ElideRight, upper.width())
        painter.drawText(upper, start | Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()
