"""Decides what can be done before a send: everybody's message checked, a test sent, a file made for a second person."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, muted
from whatsapp_studio.qt.widgets.files import choose_save, file_name
from whatsapp_studio.qt.widgets.flow import FlowLayout
from whatsapp_studio.qt.widgets.progress import ProgressRow
from whatsapp_studio.qt.widgets.toast import Toast

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.services.launching import Review


class SecondLook(Card):
    """``check_wanted`` and ``test_wanted`` ask for what another part of the wizard does; files are written here."""

    check_wanted = Signal()
    test_wanted = Signal()

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Before you send"), parent)
        self._studio = studio
        self._draft = Draft()
        self._review: Review | None = None
        self._job: Job[Path] | None = None
        self.everybody = secondary_button(tr("Check everybody…"), self.check_wanted.emit, "clipboard-list")
        self.everybody.setToolTip(tr("Work out everybody's message, and see what is wrong in any of them"))
        self.test = secondary_button(tr("Send a test…"), self.test_wanted.emit, "send")
        self.test.setToolTip(tr("A real message to test contacts; it counts in no report"))
        self.test.setEnabled(not studio.read_only)
        self.file = secondary_button(tr("Save a review file"), None, "file-text")
        self.file.setToolTip(tr("A page for a second person that shows exactly what will be sent; it opens anywhere"))
        menu = QMenu(self.file)
        menu.addAction(tr("As a web page…"), partial(self.save, ".html"))
        menu.addAction(tr("As a PDF…"), partial(self.save, ".pdf"))
        menu.addSeparator()
        menu.addAction(tr("As a web page with everybody's message…"), partial(self.save, ".html", True))
        self.file.setMenu(menu)
        row = QWidget()
        line = FlowLayout(row)
        for button in (self.everybody, self.test, self.file):
            line.addWidget(button)
        self.code = muted("")
        self.code.hide()
        self.progress = ProgressRow(self._cancel)
        self.progress.hide()
        self.error = ErrorLine()
        for widget in (row, self.code, self.progress, self.error):
            self.body.addWidget(widget)
        self.show_review(Draft(), None, "")

    def show_review(self, draft: Draft, review: Review | None, code: str) -> None:
        """What would be sent now, and the code of exactly that; None while nobody knows."""
        self._draft, self._review = draft, review
        self.file.setEnabled(review is not None and bool(draft.template) and self._job is None)
        self.code.setText(
            tr("Code of this review: {code}. A review file shows the same one while nothing changes.", code=code)
        )
        self.code.setVisible(bool(code))

    def save(self, ending: str, everybody: bool = False) -> None:
        """Ask for a file, and write it outside the window's thread."""
        review, draft, files = self._review, self._draft, self._studio.review_files
        if review is None or self._job is not None:
            return
        title = tr("Review of “{name}”", name=draft.name or tr("Unnamed campaign"))
        kinds = tr("Web pages (*.html)") if ending == ".html" else tr("PDF files (*.pdf)")
        path = choose_save(self, "review", tr("Save a review file"), file_name(title, ending, "review"), kinds)
        if path is None:
            return

        def work(progress: Progress) -> Path:
            if ending == ".html":
                files.write(draft, review, path, progress, everybody=everybody)
            else:
                from whatsapp_studio.qt.paper import write_pdf

                write_pdf(files.page(draft, review, progress, everybody=everybody), path, title)
            return path

        self.error.say(None)
        self.progress.reset(tr("Writing the review file…"))
        self.progress.show()
        self.file.setEnabled(False)
        self._job = Job(self, work)
        self._job.on_progress(self.progress.show_progress).on_done(self._saved)
        self._job.on_failed(self._over).on_cancelled(lambda: self._over(None)).run()

    def _saved(self, path: Path) -> None:
        self._over(None)
        where = QUrl.fromLocalFile(str(path))
        Toast.show_in(
            self, tr("Saved as “{name}”.", name=path.name), tr("Open"), lambda: QDesktopServices.openUrl(where)
        )

    def _over(self, error: StudioError | None) -> None:
        self._job = None
        self.progress.hide()
        self.file.setEnabled(self._review is not None)
        self.error.say(error)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
