"""Decides how it is chosen who gets a campaign: everybody, a segment or a list, and which lists are left out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from whatsapp_studio.audience.segment import ContactList, Segment
from whatsapp_studio.base.i18n import ntr, number, tr
from whatsapp_studio.base.local import listed
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.qt.campaigns.fields import ChoiceCard
from whatsapp_studio.qt.campaigns.follows_card import FollowsCard
from whatsapp_studio.qt.widgets.buttons import secondary_button
from whatsapp_studio.qt.widgets.fields import wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import unmarked
from whatsapp_studio.qt.widgets.whole_words import tell_whole

_NAMED = 2


class Whom(QWidget):
    """Mirrors an audience; ``chosen`` carries the one a person chose, ``campaign_wanted`` the campaign it follows."""

    chosen = Signal(object)
    campaign_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audience = Audience()
        self._lists: Sequence[ContactList] = ()
        self._group = QButtonGroup(self)
        self.everybody = ChoiceCard(tr("All contacts"), "")
        self.a_segment = ChoiceCard(tr("A segment"), tr("Everybody for whom a rule holds when the campaign is sent."))
        self.a_list = ChoiceCard(tr("The people on a list"), "")
        self.segments, self.lists = QComboBox(), QComboBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card, box, name in (
            (self.everybody, None, ""), (self.a_segment, self.segments, tr("Segment")),
            (self.a_list, self.lists, tr("List")),
        ):  # fmt: skip
            self._group.addButton(card.radio)
            column.addWidget(card)
            if box is not None:
                # Until they are read there is none to choose.
                card.setEnabled(False)
                box.setAccessibleName(name)
                box.setMinimumWidth(260)
                box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
                wheel_needs_focus(box)
                tell_whole(box)
                card.body.addWidget(box, 2, 1, Qt.AlignmentFlag.AlignLeft)
        self.follows = FollowsCard()
        self.follows.hide()
        self._group.addButton(self.follows.radio)
        column.insertWidget(0, self.follows)
        self.leave_out = secondary_button("")
        self._menu = QMenu(self)
        self.leave_out.setMenu(self._menu)
        said = QLabel(tr("Leave out whoever is on"))
        said.setBuddy(self.leave_out)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(said)
        row.addWidget(self.leave_out)
        row.addStretch(1)
        column.addLayout(row)
        self.everybody.chosen.connect(lambda: self._choose(kind="all"))
        self.a_segment.chosen.connect(self._choose_segment)
        self.a_list.chosen.connect(self._choose_list)
        self.segments.activated.connect(self._choose_segment)
        self.lists.activated.connect(self._choose_list)
        self.follows.wanted.connect(self._choose_outcome)
        self.follows.campaign_wanted.connect(self.campaign_wanted)
        self._say_left_out()

    def show_audience(self, audience: Audience) -> None:
        """Mirror an audience; emits nothing."""
        self._audience = audience
        self._group.setExclusive(False)
        cards = (self.everybody, "all"), (self.a_segment, "segment"), (self.a_list, "list"), (self.follows, "outcome")
        for card, kind in cards:
            card.set_chosen(audience.kind == kind)
        if audience.kind == "outcome":
            self.follows.show_outcome(audience.campaign_id, audience.outcome)
            self.follows.show()
        self._group.setExclusive(True)
        self._say_left_out()

    def offer(self, lists: Sequence[ContactList], segments: Sequence[Segment], everybody: int) -> None:
        """What there is to choose from."""
        self._lists = lists
        audience = self._audience
        sized = [(tr("{name} ({size})", name=one.name, size=number(one.size)), one.id) for one in lists]
        _fill(self.lists, sized, audience.list_id, lost=audience.kind == "list")
        named = [(one.name, one.id) for one in segments]
        _fill(self.segments, named, audience.segment_id, lost=audience.kind == "segment")
        self.a_list.setEnabled(bool(lists) or audience.kind == "list")
        self.a_segment.setEnabled(bool(segments) or audience.kind == "segment")
        self.everybody.radio.setText(ntr("All {n} contact", "All {n} contacts", everybody))
        self._menu.clear()
        for one, (words, id) in zip(lists, sized, strict=True):
            action = self._menu.addAction(unmarked(words))
            action.setCheckable(True)
            action.setChecked(one.id in audience.except_lists)
            action.toggled.connect(lambda on, id=id: self._leave_out(id, on))
        self.leave_out.setEnabled(bool(lists))
        self._say_left_out()

    def _say_left_out(self) -> None:
        left = set(self._audience.except_lists)
        names = [one.name for one in self._lists if one.id in left]
        rest = len(names) - _NAMED
        if rest > 0:
            names = [*names[:_NAMED], ntr("{n} more", "{n} more", rest)]
        words = listed(names) or (tr("no list") if self._lists else tr("There are no lists yet"))
        self.leave_out.setText(unmarked(words))
        self.leave_out.setAccessibleName(tr("Leave out whoever is on: {lists}", lists=words))

    def _choose_segment(self, *_at: object) -> None:
        self._choose(kind="segment", segment_id=self.segments.currentData())

    def _choose_list(self, *_at: object) -> None:
        self._choose(kind="list", list_id=self.lists.currentData())

    def _choose_outcome(self, campaign_id: str, outcome: str) -> None:
        self._choose(kind="outcome", campaign_id=campaign_id, outcome=outcome)

    def _leave_out(self, id: int, on: bool) -> None:
        left = [one for one in self._audience.except_lists if one != id]
        audience = msgspec.structs.replace(self._audience, except_lists=tuple([*left, id] if on else left))
        self.show_audience(audience)
        self.chosen.emit(audience)

    def _choose(self, **whom: object) -> None:
        audience = Audience(**whom, except_lists=self._audience.except_lists)  # type: ignore[arg-type]
        self.show_audience(audience)
        self.chosen.emit(audience)

    def focus_first(self) -> None:
        """Put the focus on what is chosen."""
        boxes: dict[str, QWidget] = {
            "list": self.lists, "segment": self.segments, "outcome": self.follows.outcome,
        }  # fmt: skip
        boxes.get(self._audience.kind, self.everybody.radio).setFocus()


def _fill(box: QComboBox, options: Sequence[tuple[str, int]], chosen: int | None, *, lost: bool) -> None:
    """Offer ``options``; what was chosen and is ``lost`` leaves the box empty."""
    blocked = box.blockSignals(True)
    box.clear()
    for words, id in options:
        box.addItem(words, id)
    at = box.findData(chosen)
    box.setCurrentIndex(at if at >= 0 or lost else 0)
    box.blockSignals(blocked)
