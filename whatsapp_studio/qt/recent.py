"""Decides what stands under File › Open recent: the last ten things that were opened, those that are gone greyed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.qt.icons import icon
from whatsapp_studio.qt.widgets.plain import unmarked

_KEPT, _KEY = 10, "window/recent"
# Page → how its things are called here, and their icon.
_KINDS = {"journeys": (mark("Journey"), "workflow"), "campaigns": (mark("Campaign"), "megaphone")}


class Opened(msgspec.Struct, frozen=True):
    """One thing that was opened: its page, its id there, and the name it had."""

    page: str
    id: str
    name: str


class OpenRecent:
    """``menu`` goes into the File menu; it is filled when it opens."""

    def __init__(self, studio: Studio, memory: QSettings, go: Callable[[str, object], None], parent: QWidget) -> None:
        self._studio, self._memory, self._go = studio, memory, go
        self.menu = QMenu(tr("Open &recent"), parent)
        self.menu.aboutToShow.connect(self._fill)

    def note(self, page: str, id: str) -> None:
        """Something was opened: it stands first from now on. What the page does not know is left out."""
        name = self._names(page).get(id)
        if name is not None:
            kept = [one for one in self.kept() if (one.page, one.id) != (page, id)]
            self._keep([Opened(page, id, name), *kept][:_KEPT])

    def kept(self) -> list[Opened]:
        """What was opened, the latest first."""
        try:
            return msgspec.json.decode(str(self._memory.value(_KEY, "[]")), type=list[Opened])
        except msgspec.DecodeError:
            return []

    def clear(self) -> None:
        """Forget all of it."""
        self._keep([])

    def _keep(self, kept: list[Opened]) -> None:
        self._memory.setValue(_KEY, msgspec.json.encode(kept).decode())

    def _names(self, page: str) -> dict[str, str]:
        if page == "journeys":
            return {row.id: row.name for row in self._studio.journeys.all()}
        if page == "campaigns":
            return {one.id: one.name for one in self._studio.campaigns.all()}
        return {}

    def _fill(self) -> None:
        self.menu.clear()
        names = {page: self._names(page) for page in _KINDS}
        for n, one in enumerate(self.kept(), 1):
            kind, icon_name = _KINDS.get(one.page, ("", ""))
            name = unmarked(names.get(one.page, {}).get(one.id, one.name)) or tr("No name")
            text = f"&{n % 10}  {name.replace('&', '&&')}"
            there = one.id in names.get(one.page, {})
            action = self.menu.addAction(
                icon(icon_name, "text"), text if there else tr("{name} (deleted)", name=text),
                partial(self._go, one.page, one.id),
            )  # fmt: skip
            action.setEnabled(there)
            action.setStatusTip(tr(kind) if kind else "")
        if not self.menu.actions():
            self.menu.addAction(tr("Nothing opened yet")).setEnabled(False)
            return
        self.menu.addSeparator()
        self.menu.addAction(tr("&Clear this list"), self.clear)
