"""Decides how what journeys and campaigns say to the person at this computer is read, and put away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.plain import plain_label, unmarked
from whatsapp_studio.services.running.notices import Notice

# So many are shown; the others follow as these are put away.
MOST = 4
_LONGEST = 180


class NoticesCard(Card):
    """The newest notices, each with whom it is about, where it comes from and its time; hidden while there are none.

    ``opened`` carries the page, and the id of the journey or campaign or the name of the template that was clicked.
    """

    opened = Signal(str, object)

    def __init__(self, put_away: Callable[[Sequence[str] | None], None], parent: QWidget | None = None) -> None:
        super().__init__(tr("For you"), parent)
        self._put_away = put_away
        self._shown: tuple[list[Notice], int] | None = None
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)
        self.more = plain_label("caption")
        self.clear = link_button(tr("Put all away"), lambda: put_away(None))
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.clear)
        self.body.addLayout(foot)
        self.hide()

    def show_notices(self, notices: list[Notice], count: int, now: datetime) -> None:
        """Show the newest of ``count`` notices."""
        latest = notices[:MOST]
        self.setVisible(bool(latest))
        if (latest, count) == self._shown:
            return
        self._shown = latest, count
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in latest:
            self._rows.addWidget(self._row(one, now))
        left = count - len(latest)
        self.more.setText(tr("And {n} more.", n=number(left)) if left > 0 else "")
        self.clear.setVisible(count > 1)

    def _row(self, one: Notice, now: datetime) -> QWidget:
        box = QWidget()
        across = QHBoxLayout(box)
        across.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(2)
        title, said = plain_label("strong", wrap=True), plain_label(wrap=True)
        title.setText(_cut(one.title) or tr("A journey calls you in"))
        # What this program says itself is short enough, and its end says what to do.
        said.setText(one.text if one.code else _cut(one.text))
        said.setVisible(bool(one.text.strip()))
        column.addWidget(title)
        column.addWidget(said)
        column.addWidget(self._about(one, now), 0, Qt.AlignmentFlag.AlignLeft)
        across.addLayout(column, 1)
        away = icon_button("x", tr("Put away: {notice}", notice=title.text()), lambda: self._put_away([one.key]))
        away.setToolTip(tr("Put away"))
        across.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return box

    def _about(self, one: Notice, now: datetime) -> QWidget:
        box = QWidget()
        across = QHBoxLayout(box)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(6)
        at = day_and_time(datetime.fromtimestamp(one.at / 1000, UTC), now)
        told = plain_label("caption")
        told.setText(tr("{who} · {time}", who=_cut(one.name), time=at) if one.name else at)
        across.addWidget(told)
        if one.journey_id:
            shown = self.fontMetrics().elidedText(one.journey, Qt.TextElideMode.ElideRight, 160)
            link = link_button(unmarked(shown), lambda: self.opened.emit("journeys", one.journey_id))
            link.setAccessibleName(tr("Open the journey “{name}”", name=one.journey))
            across.addWidget(link)
        if one.campaign:
            shown = self.fontMetrics().elidedText(one.journey, Qt.TextElideMode.ElideRight, 160)
            link = link_button(unmarked(shown), lambda: self.opened.emit("reports", one.campaign))
            link.setAccessibleName(tr("Open the report of “{name}”", name=one.journey))
            across.addWidget(link)
        if one.template:
            shown = self.fontMetrics().elidedText(one.template, Qt.TextElideMode.ElideRight, 160)
            link = link_button(unmarked(shown), lambda: self.opened.emit("templates", one.template))
            link.setAccessibleName(tr("Open the template “{name}”", name=one.template))
            across.addWidget(link)
        return box


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
