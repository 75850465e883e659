"""Decides how a person learns that the program ended by itself, or that something in it went wrong: in plain words.

Nothing of it leaves this machine by itself: the details can be copied, or saved as a file, and be sent by hand.
"""

from __future__ import annotations

import platform
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.widgets.buttons import primary_button, secondary_button
from whatsapp_studio.qt.widgets.fitting import fit
from whatsapp_studio.services.crashes import Crash, redacted


class CrashReport(QDialog):
    """What happened, what it means for the person's work, and the details for whoever mends the program."""

    def __init__(self, title: str, means: str, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("WhatsApp Studio"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.details = details
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(self._top(title, means))
        label = QLabel(tr("&Details"))
        self.text = QPlainTextEdit(details)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.text.setAccessibleName(tr("Details"))
        label.setBuddy(self.text)
        column.addWidget(label)
        column.addWidget(self.text, 1)
        told = QLabel(
            tr(
                "This stays on your computer; nothing is sent. It holds no access tokens, phone numbers or messages. "
                "If you want it mended, send it to whoever helps you with this program."
            )
        )
        told.setWordWrap(True)
        told.setProperty("role", "muted")
        column.addWidget(told)
        column.addLayout(self._foot())
        self.close_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit(self, 680, 480)

    def _top(self, title: str, means: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        sign = QLabel()
        sign.setPixmap(pixmap("triangle-alert", "warning", 28, self.devicePixelRatioF()))
        words = QVBoxLayout()
        words.setSpacing(4)
        heading, body = QLabel(title), QLabel(means)
        heading.setProperty("role", "title")
        for one in (heading, body):
            one.setTextFormat(Qt.TextFormat.PlainText)
            one.setWordWrap(True)
            words.addWidget(one)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.copy_button = secondary_button(tr("&Copy details"), self.copy)
        self.save_button = secondary_button(tr("&Save report…"), self.choose_file)
        row.addWidget(self.copy_button)
        row.addWidget(self.save_button)
        row.addStretch(1)
        self.close_button = primary_button(tr("Close"), self.accept)
        self.close_button.setDefault(True)
        row.addWidget(self.close_button)
        return row

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self.details)
        self.copy_button.setText(tr("Copied"))

    def choose_file(self) -> None:
        """Ask where the report is to be saved, and save it."""
        proposed = str(Path.home() / "whatsapp-studio-report.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save report"), proposed, tr("Text files (*.txt)"))
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the details to a file; a file that cannot be written is told."""
        try:
            path.write_text(self.details, encoding="utf-8")
        except OSError as error:
            QMessageBox.warning(
                self, tr("WhatsApp Studio"), tr("The report could not be saved: {why}", why=error.strerror or "")
            )
        else:
            self.save_button.setText(tr("Saved"))


def after_crash(crash: Crash, parent: QWidget | None = None) -> CrashReport:
    """The report about the run before this one."""
    by_itself = tr("WhatsApp Studio ended by itself last time.")
    happened, means = {
        "fault": (by_itself, tr("A part of the program failed and took it down.")),
        "error": (by_itself, tr("An error in the program stopped it.")),
        "killed": (
            tr("WhatsApp Studio was ended from outside last time."),
            tr("Somebody ended it, or the system did, for example because there was no memory left."),
        ),
        "power": (
            tr("The computer stopped while WhatsApp Studio was running."),
            tr("It was restarted, or lost its power, before the program could end."),
        ),
    }[crash.how]
    safe = tr(
        "Your contacts, journeys and campaigns are as they were last saved. Nobody gets a message twice: what was "
        "about to leave at that moment is listed as unknown on the page Sending."
    )
    return CrashReport(happened, f"{means} {safe}", _with_facts(crash), parent)


def after_error(traceback: str, parent: QWidget | None = None) -> CrashReport:
    """The report about an error during this run."""
    means = tr("The program goes on. If something you just did had no effect, try it again.")
    details = f"{_facts()}\n\n{redacted(traceback)}"
    return CrashReport(tr("Something went wrong in the program."), means, details, parent)


def offer_safe_mode() -> bool:
    """After two ends that nobody wanted: whether to start in safe mode now."""
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(tr("WhatsApp Studio"))
    box.setText(tr("WhatsApp Studio did not end as it should, twice in a row."))
    box.setInformativeText(
        tr(
            "In safe mode the window opens as new, nothing is sent and no journey moves. You can look at your data, "
            "make a backup and run the check-up, and leave safe mode at any time."
        )
    )
    safe = box.addButton(tr("Start in safe mode"), QMessageBox.ButtonRole.AcceptRole)
    usual = box.addButton(tr("Start as usual"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(safe)
    box.setEscapeButton(usual)
    box.exec()
    return box.clickedButton() is safe


def _with_facts(crash: Crash) -> str:
    facts = f"{_facts()}\nhow: {crash.how}\nbegan: {crash.began}\nnoticed: {crash.seen}\nin a row: {crash.row}"
    return f"{facts}\nsafe mode: {'yes' if crash.safe else 'no'}\n\n{crash.details}".rstrip() + "\n"


def _facts() -> str:
    """For whoever mends the program, in any language the same."""
    try:
        mine = version("whatsapp-studio")
    except PackageNotFoundError:
        mine = "?"
    qt, python = QLibraryInfo.version().toString(), platform.python_version()
    screen = QGuiApplication.platformName()
    built = "built" if getattr(sys, "frozen", False) else "source"
    return (
        f"WhatsApp Studio {mine} ({built})\nPython {python}, Qt {qt}, {screen}\n"
        f"{platform.system()} {platform.release()} {platform.machine()}"
    )
