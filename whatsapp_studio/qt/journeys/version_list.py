"""Decides how the versions of a journey are listed, the newest first, with the draft on top."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt import phrases
from whatsapp_studio.qt.icons import icon

if TYPE_CHECKING:
    from whatsapp_studio.services.designing import Version

# The draft, among the numbers of the versions.
DRAFT = 0
_NUMBER = Qt.ItemDataRole.UserRole


def name_of(version: Version) -> str:
    """What a version is called: ``Published 2``, ``Before Christmas``, ``Saved by itself``."""
    match version.kind:
        case "published":
            return tr("Published, version {n}", n=version.publication)
        case "kept":
            return version.label or tr("Kept")
        case _:
            return tr("Saved by itself")


def full_name(version: Version, now: datetime) -> str:
    """Its name and when, for where there is no second line."""
    return tr("{name}, {moment}", name=name_of(version), moment=phrases.day_and_time(version.at, now))


class VersionList(QFrame):
    """The versions by number. ``chosen`` carries the number of the one to look at."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        title = QLabel(tr("Versions"))
        title.setProperty("role", "strong")
        self.rows = QListWidget()
        self.rows.setProperty("role", "plain")
        self.rows.setAccessibleName(tr("Versions of the journey"))
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.currentRowChanged.connect(self._choose)
        self.hint = QLabel(
            tr("The program keeps what a journey was like before you work on it, and every published version.")
        )
        self.hint.setProperty("role", "muted")
        self.hint.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 12, 8, 12)
        box.setSpacing(6)
        box.addWidget(title)
        box.addWidget(self.rows, 1)
        box.addWidget(self.hint)

    def fill(self, versions: Sequence[Version], now: datetime) -> None:
        """List these below the draft. Nothing is told of what is current then."""
        self.rows.blockSignals(True)
        self.rows.clear()
        self._add(DRAFT, tr("The draft"), tr("as it is now"), "pencil")
        for version in versions:
            look = {"published": "badge-check", "kept": "star"}.get(version.kind, "clock")
            self._add(version.number, name_of(version), phrases.day_and_time(version.at, now), look)
        self.rows.blockSignals(False)

    def select(self, number: int) -> None:
        """Make a version current; its number is told, also when it is so already."""
        for row in range(self.rows.count()):
            if self.rows.item(row).data(_NUMBER) == number:
                if self.rows.currentRow() == row:
                    self.chosen.emit(number)
                self.rows.setCurrentRow(row)

    def _add(self, number: int, name: str, when: str, look: str) -> None:
        item = QListWidgetItem(icon(look, "text_muted"), f"{name}\n{when}")
        item.setData(_NUMBER, number)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {when}")
        self.rows.addItem(item)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(self.rows.item(row).data(_NUMBER))
