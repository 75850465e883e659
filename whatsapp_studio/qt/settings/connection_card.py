"""Decides how the connected number is shown: what Meta said of it, and when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import danger_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.dialogs import ask


class ConnectionCard(Card):
    """Facts of the number with their age; test again, change, forget."""

    navigate = Signal(str, object)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Connection"), parent)
        self._studio = studio
        self.none = QLabel(tr("No account is connected. The sandbox on the home page needs none."))
        self.none.setWordWrap(True)
        self.body.addWidget(self.none)
        self._facts = QWidget()
        grid = QGridLayout(self._facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._values: dict[str, QLabel] = {}
        names = {
            "name": tr("Name"), "number": tr("Number"), "quality": tr("Quality"), "rate": tr("Throughput"),
            "limit": tr("Messaging limit"), "token": tr("Token"), "age": tr("As of"),
        }  # fmt: skip
        for row, (key, label) in enumerate(names.items()):
            name, value = QLabel(label), QLabel()
            name.setProperty("role", "muted")
            value.setWordWrap(True)
            grid.addWidget(name, row, 0)
            grid.addWidget(value, row, 1)
            self._values[key] = value
        self.body.addWidget(self._facts)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setProperty("role", "error")
        self.said.hide()
        self.body.addWidget(self.said)
        row_of_buttons = QHBoxLayout()
        self.connect_button = primary_button(tr("Connect…"), lambda: self.navigate.emit("connection", None))
        self.change = secondary_button(tr("Change…"), lambda: self.navigate.emit("connection", None))
        self.again = secondary_button(tr("Ask Meta again"), self._ask_again, "refresh-cw")
        self.forget = danger_button(tr("Forget…"), self._forget)
        for button in (self.connect_button, self.again, self.change, self.forget):
            button.setEnabled(not studio.read_only)
            row_of_buttons.addWidget(button)
        row_of_buttons.addStretch(1)
        self.body.addLayout(row_of_buttons)
        self.refresh()

    def refresh(self) -> None:
        """Show the connection as it is kept."""
        account = self._studio.connection.current()
        self.none.setVisible(account is None)
        self.connect_button.setVisible(account is None)
        for widget in (self._facts, self.again, self.change, self.forget):
            widget.setVisible(account is not None)
        if account is None:
            return
        quality = {"GREEN": tr("High"), "YELLOW": tr("Medium"), "RED": tr("Low")}
        rates = {"STANDARD": tr("80 messages per second"), "HIGH": tr("1,000 messages per second")}
        limits = {
            "TIER_50": tr("50 people in 24 hours"), "TIER_250": tr("250 people in 24 hours"),
            "TIER_1K": tr("1,000 people in 24 hours"), "TIER_2K": tr("2,000 people in 24 hours"),
            "TIER_10K": tr("10,000 people in 24 hours"), "TIER_100K": tr("100,000 people in 24 hours"),
            "TIER_UNLIMITED": tr("Unlimited"),
        }  # fmt: skip
        now = self._studio.clock.now()
        values = {
            "name": account.verified_name or tr("not known"),
            "number": ltr(account.display_phone_number),
            "quality": quality.get(account.quality_rating, tr("Not rated yet")),
            "rate": rates.get(account.throughput, tr("not known")),
            "limit": limits.get(account.messaging_limit, tr("not known")),
            "age": day_and_time(account.checked_at, now),
            "token": tr("works until {time}", time=day_and_time(account.token_expires_at, now))
            if account.token_expires_at
            else tr("does not expire"),
        }
        for key, text in values.items():
            self._values[key].setText(text)

    def _ask_again(self) -> None:
        self.said.hide()
        self.again.setEnabled(False)
        studio = self._studio

        def work(_progress: Progress) -> None:
            studio.connection.refresh()

        def over(text: str) -> None:
            self.again.setEnabled(True)
            self.said.setText(text)
            self.said.setVisible(bool(text))
            self.refresh()

        Job(self, work).on_done(lambda _: over("")).on_failed(lambda error: over(sentence(error))).run()

    def _forget(self) -> None:
        sure = ask(
            self, tr("Forget this connection?"),
            tr("The token leaves the keyring and the copy of the templates is removed. Contacts, campaigns and reports "
               "stay. You can connect again at any time."),
            tr("Forget the connection"), tr("Keep it"), danger=True,
        )  # fmt: skip
        if sure:
            studio = self._studio
            Job(self, lambda _progress: studio.connection.forget()).on_done(lambda _: self.refresh()).run()
