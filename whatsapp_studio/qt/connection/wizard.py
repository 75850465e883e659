"""Decides how an account is connected: token, account, number, test; nothing is kept before the test passes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget, QWizard, QWizardPage

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.connection import pasted
from whatsapp_studio.qt.connection.checks import CheckList
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.tab_order import follow_layout
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.fields import FormRow
from whatsapp_studio.qt.widgets.fitting import with_letters
from whatsapp_studio.services.connecting import Check, Connection, Credentials


class _Checks(QObject):
    """Brings each part of the test to the window's thread as soon as it is known."""

    came = Signal(object)

    def __init__(self, shown: CheckList) -> None:
        super().__init__(shown)
        self._shown = shown
        self.failed: Check | None = None
        self.came.connect(self._show)

    @Slot(object)
    def _show(self, check: Check) -> None:
        self._shown.show_check(check)
        if check.state == "failed":
            self.failed = check


class _Form(QWizardPage):
    """A page of the wizard with text and fields."""

    def __init__(self, title: str, subtitle: str) -> None:
        super().__init__()
        self.setTitle(title)
        self.setSubTitle(subtitle)
        self.box = QVBoxLayout(self)
        self.box.setSpacing(14)

    def field_row(self, label: str, name: str, hint: str, *, secret: bool = False) -> QLineEdit:
        field = QLineEdit()
        field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers, codes
        if secret:
            field.setEchoMode(QLineEdit.EchoMode.Password)
            show = QCheckBox(tr("Show"))
            show.setAccessibleName(tr("Show: {what}", what=label.replace("&", "")))
            show.toggled.connect(
                lambda on: field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
            )
        self.box.addWidget(FormRow(label, field, hint))
        if secret:
            self.box.addWidget(show)
        self.registerField(name, field)
        field.textChanged.connect(self.completeChanged)
        return field


class TokenPage(_Form):
    """The token, and where it will be kept."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(
            tr("Access token"),
            tr("Make a system user in Meta's Business settings, assign the WhatsApp account to it, copy its token."),
        )
        needs = tr("It needs both WhatsApp permissions. A whole cURL command from Meta's dashboard fills every field.")
        self.token = self.field_row(tr("Access &token"), "token*", needs, secret=True)
        self.secret = self.field_row(
            tr("App &secret (optional)"), "secret", tr("Proves that statuses and replies come from Meta."), secret=True
        )
        self._where = QLabel()
        self._where.setWordWrap(True)
        self._where.setProperty("role", "muted")
        self.box.addWidget(self._where)
        self.box.addStretch(1)
        Job(self, lambda progress: studio.connection.keyring_available()).on_done(self._say_where).run()

    def _say_where(self, keyring: bool) -> None:
        self._where.setText(
            tr("Both are kept in this system's keyring, never in a file of the program.")
            if keyring
            else tr("This system has no keyring that can be trusted: you will be asked for both at each start, and "
                    "nothing is written down.")
        )  # fmt: skip


class AccountPage(_Form):
    """Which WhatsApp Business account."""

    def __init__(self) -> None:
        super().__init__(
            tr("WhatsApp Business account"),
            tr("Its id stands in WhatsApp Manager under Settings, and in Meta's dashboard under API setup."),
        )
        self.waba = self.field_row(tr("Account &id"), "waba_id*", tr("Digits only, for example 102290129340398."))
        self.box.addStretch(1)

    def isComplete(self) -> bool:
        return self.waba.text().strip().isdecimal()


class NumberPage(_Form):
    """Which number of the account sends."""

    def __init__(self) -> None:
        super().__init__(
            tr("Phone number"),
            tr("Meta gives each number an id of its own. It stands beside the number under API setup; it is not the "
               "phone number itself."),
        )  # fmt: skip
        self.number = self.field_row(tr("Phone number i&d"), "phone_number_id*", tr("Digits only."))
        self.box.addStretch(1)

    def isComplete(self) -> bool:
        return self.number.text().strip().isdecimal()


class TestPage(_Form):
    """Tries every part and keeps the connection when all are good."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(tr("Test"), tr("Each part is tried in turn. Only a connection that passes is kept."))
        self._studio = studio
        self.checks = CheckList()
        self._came = _Checks(self.checks)
        self.banner: Banner | None = None
        self.box.addWidget(self.checks)
        self.box.addStretch(1)
        self._passed = False
        self._job: Job[Connection] | None = None

    def initializePage(self) -> None:
        self._passed = False
        self.checks.reset()
        self._came.failed = None
        self._drop_banner()
        credentials = Credentials(
            waba_id=self.field("waba_id").strip(), phone_number_id=self.field("phone_number_id").strip()
        )
        token, secret = self.field("token").strip(), self.field("secret").strip()
        studio, came = self._studio, self._came

        def work(_progress: Progress) -> Connection:
            return studio.connection.save(credentials, token, secret, on_check=came.came.emit)

        self._job = Job(self, work).on_done(self._done).on_failed(self._failed).run()
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        return self._passed

    def cleanupPage(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, connection: Connection) -> None:
        self._passed = True
        self._say("ok", tr("Connected to {name}.", name=connection.verified_name or connection.display_phone_number))
        self.completeChanged.emit()

    def _failed(self, error: StudioError) -> None:
        # The part that failed has its words beside it; an ending of another kind is said here.
        failed = self._came.failed
        words = explain(failed.code, failed.facts) if failed else explain(error.code, error.facts)
        self._say("error", words.title + " " + tr("Nothing was stored. Go back and mend it, or try again."))

    def _say(self, kind: str, text: str) -> None:
        self._drop_banner()
        again = (tr("Try again"), self.initializePage) if kind == "error" else None
        self.banner = Banner(kind, text, again)
        self.box.insertWidget(self.box.count() - 1, self.banner)

    def _drop_banner(self) -> None:
        if self.banner is not None:
            self.banner.deleteLater()
            self.banner = None


class ConnectionWizard(QWizard):
    """The four pages in a dialog."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Connect WhatsApp"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        room = self.screen().availableSize() - QSize(48, 48)
        self.setMinimumSize(QSize(with_letters(640), with_letters(460)).boundedTo(room))
        self.token_page, self.account_page = TokenPage(studio), AccountPage()
        self.number_page, self.test_page = NumberPage(), TestPage(studio)
        for page in (self.token_page, self.account_page, self.number_page, self.test_page):
            self.addPage(page)
        for field in (self.token_page.token, self.account_page.waba, self.number_page.number):
            field.textEdited.connect(self._pasted)
        self.setButtonText(QWizard.WizardButton.FinishButton, tr("Done"))
        self.setButtonText(QWizard.WizardButton.CancelButton, tr("Cancel"))
        self.setButtonText(QWizard.WizardButton.NextButton, tr("Next"))
        self.setButtonText(QWizard.WizardButton.BackButton, tr("Back"))

        for which in (QWizard.WizardButton.NextButton, QWizard.WizardButton.FinishButton):
            button = self.button(which)
            button.setProperty("role", "primary")
            # The wizard has polished its buttons already.
            button.style().unpolish(button)
            button.style().polish(button)

    def _pasted(self, text: str) -> None:
        """A command pasted into any field fills them all."""
        found = pasted.read(text)
        for name, value in (
            ("token", found.token), ("waba_id", found.waba_id), ("phone_number_id", found.phone_number_id),
        ):  # fmt: skip
            if value and value != text:
                self.setField(name, value)

    def focusNextPrevChild(self, ahead: bool) -> bool:
        follow_layout(self)
        return super().focusNextPrevChild(ahead)
