"""Decides how the workspace's folder and its backup are offered."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.opening import open_file
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.files import choose_save
from whatsapp_studio.qt.widgets.toast import Toast


class WorkspaceCard(Card):
    """Where everything is kept, and one file with all of it."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Workspace"), parent)
        self._studio = studio
        where = QLabel(tr("Everything is kept in {folder}.", folder=studio.paths.root))
        where.setWordWrap(True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        note = QLabel(
            tr("A backup is one file with all of it, without the token. To put it back, close the Studio and run "
               "“whatsapp-studio restore FILE”.")
        )  # fmt: skip
        note.setWordWrap(True)
        note.setProperty("role", "muted")
        self.body.addWidget(where)
        self.body.addWidget(note)
        row = QHBoxLayout()
        self.backup = secondary_button(tr("Back up…"), self.ask_backup, "save")
        self.folder = secondary_button(tr("Open folder"), self._open, "folder-open")
        row.addWidget(self.backup)
        row.addWidget(self.folder)
        row.addStretch(1)
        self.body.addLayout(row)

    def ask_backup(self) -> None:
        """Ask where to, then write it outside this thread."""
        name = f"whatsapp-studio-{self._studio.clock.now():%Y-%m-%d}.wsbackup"
        path = choose_save(self, "backup", tr("Back up workspace"), name, tr("Backup (*.wsbackup)"))
        if path is not None:
            self.write_backup(path)

    def write_backup(self, target: Path) -> None:
        studio = self._studio

        def work(_progress: Progress) -> int:
            return studio.backup(target)

        def done(size: int) -> None:
            Toast.show_in(self, tr("Backed up {size} kB to {file}.", size=number(size // 1000), file=target.name))

        Job(self, work).on_done(done).run()

    def _open(self) -> None:
        open_file(self, self._studio.paths.root)
