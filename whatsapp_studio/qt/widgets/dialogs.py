"""Decides how an error and a question are put: what happened, why, what to do; buttons that name the action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import Words


def show_error(parent: QWidget | None, words: Words) -> None:
    """A message box with the words of a problem. It does not block the program."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("WhatsApp Studio"))
    # What files and people call things is shown as it is.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(words.title)
    box.setInformativeText(" ".join(part for part in (words.why, words.fix) if part))
    box.addButton(tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def ask(parent: QWidget | None, title: str, text: str, action: str, keep: str, *, danger: bool = False) -> bool:
    """Ask before something that cannot be undone; the buttons say what they do. True for ``action``."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
    box.setWindowTitle(tr("WhatsApp Studio"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    yes = box.addButton(action, QMessageBox.ButtonRole.DestructiveRole if danger else QMessageBox.ButtonRole.AcceptRole)
    no = box.addButton(keep, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(no if danger else yes)
    box.setEscapeButton(no)
    box.exec()
    return box.clickedButton() is yes


def ask_text(parent: QWidget, title: str, what: str, action: str, given: str = "") -> str:
    """Ask for a line of text; the button says what is done with it. Empty where the person leaves."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(what)
    box.setTextValue(given)
    box.setOkButtonText(action)
    box.setCancelButtonText(tr("Cancel"))
    agreed = box.exec()
    box.deleteLater()
    return box.textValue().strip() if agreed else ""
