"""Decides what the templates page remembers from one start to the next, and where."""

from __future__ import annotations

import json
from typing import get_args

from PySide6.QtCore import QSettings

from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.qt.templates.catalogue import Chosen, SortKey
from whatsapp_studio.qt.templates.facets import FACETS


class Memory:
    """View, order, filters and the look of the phone; what cannot be read counts as never said."""

    def __init__(self, paths: WorkspacePaths) -> None:
        self._kept = QSettings(str(paths.root / "window.ini"), QSettings.Format.IniFormat)

    @property
    def grid(self) -> bool:
        return str(self._kept.value("templates/view")) != "list"

    @grid.setter
    def grid(self, grid: bool) -> None:
        self._kept.setValue("templates/view", "grid" if grid else "list")

    @property
    def order(self) -> tuple[SortKey, bool]:
        key, _, way = str(self._kept.value("templates/order", "name")).partition("-")
        return next((one for one in get_args(SortKey) if one == key), "name"), way == "down"

    @order.setter
    def order(self, order: tuple[SortKey, bool]) -> None:
        self._kept.setValue("templates/order", order[0] + ("-down" if order[1] else ""))

    @property
    def filters(self) -> Chosen:
        try:
            found = json.loads(str(self._kept.value("templates/filters", "[]")))
        except ValueError:
            return frozenset()
        pairs = [one for one in found if isinstance(one, list) and len(one) == 2] if isinstance(found, list) else []
        return frozenset((facet, value) for facet, value in pairs if facet in FACETS and isinstance(value, str))

    @filters.setter
    def filters(self, chosen: Chosen) -> None:
        self._kept.setValue("templates/filters", json.dumps(sorted(chosen)))

    @property
    def phone_dark(self) -> bool:
        return str(self._kept.value("templates/phone_dark")) == "yes"

    @phone_dark.setter
    def phone_dark(self, dark: bool) -> None:
        self._kept.setValue("templates/phone_dark", "yes" if dark else "no")

    @property
    def phone_large(self) -> bool:
        return str(self._kept.value("templates/phone_large")) == "yes"

    @phone_large.setter
    def phone_large(self, large: bool) -> None:
        self._kept.setValue("templates/phone_large", "yes" if large else "no")
