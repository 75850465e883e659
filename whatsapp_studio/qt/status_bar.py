"""Decides the line that answers "is it safe?": connection, queue, sandbox; and how close one looks."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QToolButton

from whatsapp_studio.app import Studio
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import ltr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.phrases import duration
from whatsapp_studio.qt.practice import SWITCH
from whatsapp_studio.qt.widgets.one_line import OneLine
from whatsapp_studio.qt.widgets.zoom_field import ZoomField

_EVERY_MS = 500


class StatusBar(QFrame):
    """At the foot of the window. Each part opens its page through ``wanted``."""

    wanted = Signal(str, object)

    def __init__(self, studio: Studio) -> None:
        super().__init__()
        self._studio = studio
        self.setProperty("role", "status")
        self.setFixedHeight(max(32, self.fontMetrics().height() + 8))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 10, 0)
        row.setSpacing(12)
        self.connection = self._part("settings", "connection")
        self.queue = self._part("sending", None)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(120)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Sending progress"))
        self.practice = self._part(*SWITCH)
        self.practice.setProperty("on", "practice")
        self.practice.hide()
        self.sandbox = OneLine(tr("Sandbox: nothing is really sent"), "sandbox")
        row.addWidget(self.connection)
        row.addWidget(self.queue)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.practice)
        row.addWidget(self.sandbox)
        self.zoom = ZoomField()
        row.addWidget(self.zoom)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_EVERY_MS)
        self._later.timeout.connect(self._show_queue)
        self._show_connection()
        self._show_queue()

    def on_changes(self, changes: Changes) -> None:
        if changes.connection or changes.sending:
            self._show_connection()
        if (changes.sending or changes.campaigns) and not self._later.isActive():
            self._later.start()

    def say_practice(self, words: str) -> None:
        """That practice is on and for whom; empty: it is off."""
        self.practice.setVisible(bool(words))
        self._say(self.practice, "flask-conical", "surface", words)

    def _part(self, page: str, what: object) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "status")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(20, 14))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(page, what))
        return button

    def _show_connection(self) -> None:
        account = self._studio.connection.current()
        sandbox = account is not None and account.is_sandbox
        self.sandbox.setVisible(sandbox)
        if self.property("sandbox") != sandbox:
            self.setProperty("sandbox", sandbox)
            self.style().unpolish(self)
            self.style().polish(self)
        if account is None:
            self._say(self.connection, "circle-alert", "warning", tr("Not connected"))
            return
        quality = {
            "GREEN": tr("quality high"), "YELLOW": tr("quality medium"), "RED": tr("quality low"),
        }.get(account.quality_rating, tr("quality not rated yet"))  # fmt: skip
        text = f"{ltr(account.display_phone_number)} · {quality}"
        if self._studio.engine.status().offline:
            self._say(self.connection, "wifi-off", "warning", tr("Offline") + " · " + text)
        else:
            self._say(self.connection, "circle-check", "success", tr("Connected") + " · " + text)

    def _show_queue(self) -> None:
        status = self._studio.engine.status()
        running = [c for c in self._studio.campaigns.all() if c.state in ("sending", "paused", "scheduled")]
        total = sum(c.counts.total - c.counts.excluded for c in running)
        done = sum(c.counts.done for c in running)
        sending = any(c.state == "sending" for c in running)
        self.bar.setVisible(bool(total) and sending)
        if status.paused_reason:
            self._say(self.queue, "pause", "warning", tr("Paused: {why}", why=explain(status.paused_reason, {}).title))
        elif sending and total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)
            parts = [tr("Queue: {done} of {total}", done=number(done), total=number(total))]
            # While all wait for the end of quiet hours, how fast it went until then promises nothing.
            under_way = [c.id for c in running if c.state == "sending"]
            idle = all(map(self._studio.campaigns.waits, under_way))
            # Those of later waves do not leave at the rate of now.
            later = any(self._studio.campaigns.later(id)[0] for id in under_way)
            if status.rate >= 1 and not idle:
                parts.append(tr("{rate}/s", rate=number(round(status.rate))))
                if done < total and not later:
                    parts.append(tr("about {time} left", time=duration((total - done) / status.rate)))
            self._say(self.queue, "send", "text_muted", " · ".join(parts))
            self._later.start()
        elif running:
            waiting = tr("{n} waiting", n=number(total - done))
            self._say(self.queue, "clock", "text_muted", waiting)
        else:
            self._say(self.queue, "send", "text_muted", tr("Nothing to send"))

    def _say(self, part: QToolButton, icon_name: str, role: str, text: str) -> None:
        part.setIcon(icon(icon_name, role))
        part.setText(text)
        part.setToolTip(text)
        part.setAccessibleName(text)
