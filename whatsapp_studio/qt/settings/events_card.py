"""Decides how a person learns where other programs send events: an address with its token, and a folder."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.opening import open_file
from whatsapp_studio.qt.widgets.buttons import link_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.copied import CopiedField
from whatsapp_studio.qt.widgets.dialogs import ask
from whatsapp_studio.qt.widgets.fields import FormRow, muted
from whatsapp_studio.qt.widgets.plain import plain_label
from whatsapp_studio.qt.widgets.toast import Toast


class EventsCard(Card):
    """Address, token and folder for the events that journeys wait for."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Events from other programs"), parent)
        self._studio = studio
        self.body.addWidget(
            muted(tr("A shop, a form or a script on this computer can tell of events, such as an order. Journeys that "
                     "wait for one let its contact in."))
        )  # fmt: skip
        self.address = CopiedField(tr("Address for events"))
        hint = tr("A POST to it; the last part is the name of the event. It is heard on this computer only.")
        self._address_row = FormRow(tr("Add&ress"), self.address, hint)
        self.token = CopiedField(tr("Token"), secret=True)
        self._token_row = FormRow(tr("T&oken"), self.token, tr("Sent along in the header “Authorization: Bearer …”."))
        self.renew = secondary_button(tr("New token…"), self._ask_renew, "refresh-cw")
        self.example = link_button(tr("Copy an example for curl"), self._copy_example, "copy")
        self.folder = plain_label(wrap=True)
        self.open = secondary_button(tr("Open events folder"), self._open, "folder-open")
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        self.body.addWidget(_heading(tr("By a request")))
        self.body.addWidget(self._address_row)
        self.body.addWidget(self._token_row)
        self.body.addLayout(_row(self.renew, self.example))
        self.body.addSpacing(6)
        self.body.addWidget(_heading(tr("By a file in this folder")))
        self.body.addWidget(self.folder)
        self.body.addWidget(
            muted(tr("CSV with the columns “event” and “phone”, every other column a value; or JSON. A file that was "
                     "taken moves to “done”; one with a mistake to “failed”, with the reason beside it."))
        )  # fmt: skip
        self.body.addLayout(_row(self.open))

    def refresh(self) -> None:
        """Show where events are taken now."""
        studio = self._studio
        url = studio.engine.status().receiver_url.rpartition("/")[0]
        self.address.set_text(f"{url}/events/order_placed" if url else "")
        self._address_row.set_error("" if url else tr("Nothing listens now. See “Statuses and replies” above."))
        self.folder.setText(str(studio.events.folder))
        self.example.setEnabled(bool(url and self.token.text()))
        self.renew.setEnabled(bool(self.token.text()))
        self.open.setEnabled(not studio.read_only)

    def load(self) -> None:
        """Read the token, which the system's keyring may take a while for."""
        studio = self._studio
        if self.token.text():
            return
        if studio.read_only:
            self._token_row.set_error(tr("The program that has this workspace open shows it."))
            return

        def work(_progress: Progress) -> tuple[str, bool]:
            return studio.events.token.get(), studio.events.token.stays()

        Job(self, work).on_done(lambda found: self._got(*found)).on_failed(self._failed).run()

    def _got(self, token: str, stays: bool) -> None:
        self.token.set_text(token)
        words = tr("This machine has no keyring to keep it, so it is another one after each start.")
        self._token_row.set_error("" if stays else words)
        self.refresh()

    def _failed(self, error: StudioError) -> None:
        self._token_row.set_error(sentence(error))

    def _ask_renew(self) -> None:
        title = tr("Make a new token?")
        text = tr("Programs that send the old one are refused from then on, until they send the new one.")
        if not ask(self, title, text, tr("Make a new token"), tr("Keep the old one")):
            return
        studio = self._studio

        def work(_progress: Progress) -> tuple[str, bool]:
            return studio.events.token.renew(), studio.events.token.stays()

        Job(self, work).on_done(lambda found: self._got(*found)).on_failed(self._failed).run()

    def _copy_example(self) -> None:
        body = '{"phone": "+31612345678", "fields": {"total": 25}}'
        QApplication.clipboard().setText(
            f"curl -X POST {self.address.text()} -H 'Authorization: Bearer {self.token.text()}' -d '{body}'"
        )
        Toast.show_in(self, tr("The example was copied, with the token in it."))

    def _open(self) -> None:
        folder = self._studio.events.folder
        folder.mkdir(parents=True, exist_ok=True)
        open_file(self, folder)


def _heading(text: str) -> QWidget:
    label = plain_label("strong")
    label.setText(text)
    return label


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
