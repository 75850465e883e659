"""Decides what the program says of itself: its version, where everything is, and the licences of what it stands on."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.base.paths import WorkspacePaths, built, resource
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import SearchField
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.services.licences import Licence, licences

_SIZE = (900, 600)
_ICON = 56
_TRADEMARK = mark("WhatsApp is a trademark of Meta. This program is not made by Meta.")
_REPLACEABLE = mark(
    "This program uses Qt and Qt for Python under the LGPL, version 3. They are separate files that you may replace by "
    "versions of your own; the text under Licences says where they are and how."
)


def facts() -> list[tuple[str, str]]:
    """What somebody who helps would want to know; nothing of the person's own."""
    return [
        (tr("Version"), version("whatsapp-studio")),
        (tr("Runs as"), tr("Built program") if built() else tr("Source code")),
        (tr("Qt"), f"{qVersion()}, {QApplication.platformName()}"),
        (tr("Python"), platform.python_version()),
        (tr("System"), _system()),
    ]


def _system() -> str:
    if sys.platform == "linux":
        try:
            found = platform.freedesktop_os_release()
        except OSError:
            found = {}
        if name := found.get("PRETTY_NAME"):
            return f"{name}, {platform.machine()}"
    return f"{platform.system()} {platform.release()}, {platform.machine()}"


class AboutDialog(QDialog):
    """Version and places under one tab, licences under another."""

    def __init__(self, places: WorkspacePaths, parent: QWidget | None = None, *, at_licences: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About WhatsApp Studio"))
        self.resize(*_SIZE)
        self._facts = facts()
        self.tabs = QTabWidget()
        self.tabs.addTab(self._about(places), tr("Program"))
        self.licences = LicenceList()
        self.tabs.addTab(self.licences, tr("Licences"))
        self.tabs.setCurrentIndex(int(at_licences))
        self.copy = secondary_button(tr("Copy details"), self._copy)
        close = secondary_button(tr("Close"), self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 16, 20, 16)
        box.setSpacing(12)
        box.addLayout(self._head())
        box.addWidget(self.tabs, 1)
        box.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        picture = QLabel()
        picture.setPixmap(QApplication.windowIcon().pixmap(_ICON, _ICON))
        name = QLabel(tr("WhatsApp Studio"))
        name.setProperty("role", "title")
        number = QLabel(tr("Version {version}", version=version("whatsapp-studio")))
        number.setProperty("role", "muted")
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addStretch(1)
        lines.addWidget(name)
        lines.addWidget(number)
        lines.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture)
        head.addLayout(lines, 1)
        return head

    def _about(self, places: WorkspacePaths) -> QWidget:
        where = [
            (tr("Workspace"), str(places.root)),
            (tr("Log"), str(places.logs)),
            (tr("Program"), str(Path(sys.executable).parent if built() else resource("").resolve().parent)),
        ]
        tab = QWidget()
        form = QFormLayout(tab)
        form.setContentsMargins(0, 16, 0, 0)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(8)
        for label, value in [*self._facts[1:], *where]:
            said = plain_label(wrap=True)
            said.setText(value)
            said.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            said.setAccessibleName(f"{label}: {value}")
            name = QLabel(label)
            name.setProperty("role", "muted")
            form.addRow(name, said)
        for text in (_REPLACEABLE, _TRADEMARK):
            said = QLabel(tr(text))
            said.setWordWrap(True)
            said.setContentsMargins(0, 8, 0, 0)
            form.addRow(said)
        scroll = QScrollArea()
        scroll.setWidget(tab)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setAccessibleName(tr("Program"))
        return scroll

    def _copy(self) -> None:
        QApplication.clipboard().setText("\n".join(f"{label}: {value}" for label, value in self._facts))
        self.copy.setText(tr("Copied"))


class LicenceList(QWidget):
    """Every work by others that is in the program; beside it the text of its licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Licence] = ()
        self.search = SearchField(tr("Find a library"))
        self.search.textChanged.connect(self._filter)
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Works by others"))
        self.names.currentRowChanged.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Licence"))
        self.terms = plain_label("strong", wrap=True)
        self.terms.setMinimumHeight(self.search.sizeHint().height())
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 0)
        box.setSpacing(16)
        box.addWidget(_column(self.search, self.names), 2)
        box.addWidget(_column(self.terms, self.text), 5)
        # A hundred files are read, or every installed package is asked.
        jobs.Job(self, lambda _progress: licences()).on_done(self._fill).run()

    def _fill(self, found: Sequence[Licence]) -> None:
        self._all = found
        for one in found:
            line = QListWidgetItem(f"{one.name} {one.version}".strip())
            line.setSizeHint(QSize(0, self.names.fontMetrics().height() + 10))
            self.names.addItem(line)
        self.names.setCurrentRow(0)

    def _show(self, row: int) -> None:
        shown = self._all[row] if 0 <= row < len(self._all) else None
        self.terms.setText(shown.terms if shown else "")
        self.text.setPlainText(shown.text if shown else "")

    def _filter(self, query: str) -> None:
        for row, one in enumerate(self._all):
            self.names.item(row).setHidden(query.strip().casefold() not in f"{one.name} {one.terms}".casefold())


def _column(above: QWidget, below: QWidget) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(above)
    column.addWidget(below, 1)
    return made


def show_about(places: WorkspacePaths, parent: QWidget, *, at_licences: bool = False) -> AboutDialog:
    """Open the dialog above a window; it goes when it is closed."""
    dialog = AboutDialog(places, parent, at_licences=at_licences)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
