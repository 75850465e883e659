"""Decides how a rule of Meta's is explained where it is broken: why it is there, and the page it is from."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from whatsapp_studio.base import wording, words_template_why
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.copied import CopiedField
from whatsapp_studio.qt.widgets.plain import plain_label

WIDTH = 380


def reason(problem: Problem) -> str:
    """Why the rule is there, in a sentence or two."""
    told = words_template_why.why(problem.code) or wording.explain(problem.code, problem.facts).why
    return told or tr("People read the message as it is: it is worth a second look.")


class WhyPopover(QFrame):
    """The explanation of one problem, beside the link that asks for it. It closes with Esc or a click elsewhere."""

    def __init__(self, problem: Problem, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Why?"))
        words = wording.explain(problem.code, problem.facts)
        title = plain_label("strong", wrap=True)
        title.setText(words.title)
        self.text = plain_label(wrap=True)
        self.text.setText(reason(problem))
        source = QLabel(tr("Meta's page:"))
        source.setProperty("role", "caption")
        self.address = CopiedField(tr("Address of Meta's page"))
        self.address.set_text(words_template_why.page(problem.code))
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 16, 12)
        box.setSpacing(6)
        for widget in (title, self.text, source, self.address):
            box.addWidget(widget)
        for widget in (source, self.address):
            widget.setVisible(bool(self.address.text()))
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(words.title)
        self.setAccessibleDescription(self.text.text())

    def open_at(self, beside: QWidget) -> None:
        """Show it below what asked for it, whole on its screen."""
        self.ensurePolished()
        for label in self.findChildren(QLabel):
            label.ensurePolished()
        self.adjustSize()
        tall = self.heightForWidth(WIDTH) if self.hasHeightForWidth() else self.height()
        self.resize(WIDTH, max(tall, self.height()))
        at = beside.mapToGlobal(QPoint(0, beside.height() + 4))
        area = beside.screen().availableGeometry()
        at.setX(max(area.left(), min(at.x(), area.right() - self.width())))
        if at.y() + self.height() > area.bottom():
            at.setY(max(area.top(), beside.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4))
        self.move(at)
        self.show()
        (self.address.field if self.address.text() else self).setFocus(Qt.FocusReason.PopupFocusReason)
