"""Decides which templates may be chosen, and why the others may not."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.templates.template import Template
from whatsapp_studio.templates.unsupported import unsupported_words

REASON_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def why_not(template: Template) -> str:
    """Why this template cannot be chosen, or an empty text."""
    if template.status != "APPROVED":
        return wording.state_word(template.status)
    if template.unsupported:
        return tr("Has parts that cannot be filled here: {parts}", parts=unsupported_words(template.unsupported))
    return ""


def plain(text: str) -> str:
    """``text`` without case and accents, for a search."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in folded if not unicodedata.combining(c))


class TemplateModel(QAbstractListModel):
    """Templates that match a search, those that can be chosen first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Template] = []
        self._shown: list[Template] = []
        self._search = ""

    def show_all(self, templates: Sequence[Template], category: str) -> None:
        """Hold ``templates`` from now on; those of the category first, those that cannot be chosen last."""
        self._all = sorted(templates, key=lambda t: (bool(why_not(t)), t.category != category, t.name, t.language))
        self.search(self._search)

    def search(self, text: str) -> None:
        """Show the templates in which every word of ``text`` occurs."""
        self._search = text
        words = plain(text).split()
        self.beginResetModel()
        self._shown = [t for t in self._all if all(word in _searched(t) for word in words)]
        self.endResetModel()

    def template(self, row: int) -> Template | None:
        """The template of a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, name: str, language: str) -> int:
        """The row of a template, or -1."""
        return next((n for n, t in enumerate(self._shown) if (t.name, t.language) == (name, language)), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        # A template that cannot be chosen can still be walked to and looked at: the step refuses it in words.
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        template = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return template.name
            case Qt.ItemDataRole.UserRole:
                return template
            case Qt.ItemDataRole.ToolTipRole:
                return why_not(template) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                reason = why_not(template)
                said = f"{template.name}, {template.language}, {wording.state_word(template.category)}"
                return tr("{template}, cannot be chosen: {reason}", template=said, reason=reason) if reason else said
            case _:
                return reason if role == REASON_ROLE and (reason := why_not(template)) else None


class TemplateDelegate(QStyledItemDelegate):
    """Two lines: the name; then language and category, or why it cannot be chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: tuple[str, str] = ("", "")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() * 2 + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        template: Template = index.data(Qt.ItemDataRole.UserRole)
        reason = why_not(template)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(4, 2, -4, -2)
        chosen = (template.name, template.language) == self.chosen
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or selected:
            painter.setPen(theme.color("accent") if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if chosen else "surface_alt"))
            painter.drawRoundedRect(box, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus and selected:
            painter.setPen(theme.color("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        height = painter.fontMetrics().height()
        text = QRect(box.left() + 10, box.top() + 7, box.width() - 46, height)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("text_muted" if reason else "on_accent_soft" if chosen else "text"))
        name = painter.fontMetrics().elidedText(template.name, Qt.TextElideMode.ElideMiddle, text.width())
        painter.drawText(text, Qt.AlignmentFlag.AlignLeft, name)
        painter.setFont(option.font)
        facts = tr(
            "{language} · {category}", language=template.language, category=wording.state_word(template.category)
        )
        line = f"{template.language} · {reason}" if reason else facts
        below = text.translated(0, height + 2)
        painter.setPen(theme.color("text_muted" if reason or not chosen else "on_accent_soft"))
        line = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, line)
        if reason or chosen:
            mark_ = icon("lock", "text_muted") if reason else icon("circle-check", "accent")
            mark_.paint(painter, QRect(box.right() - 28, box.center().y() - 8, 16, 16))
        painter.restore()


def _searched(template: Template) -> str:
    buttons = " ".join(button.text for button in template.buttons)
    return plain(f"{template.name} {template.language} {template.body} {template.footer} {buttons}")
