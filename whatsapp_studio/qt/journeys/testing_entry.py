"""Decides how it is said by which entry of a journey contacts come into a test, and what its event brings."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.names import carried
from whatsapp_studio.journeys.table import kind_of, ports_of, title_of
from whatsapp_studio.qt.journeys.fire_values import EventValues
from whatsapp_studio.qt.widgets.whole_words import tell_whole


class EntryChoice(QWidget):
    """The entries of a journey, each with its outputs. What leaves no choice is not asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: list[tuple[str, str]] = []
        self._journey = Journey(id="")
        self.box, self.values = QComboBox(), EventValues()
        tell_whole(self.box)
        self.box.setAccessibleName(tr("Where they come in"))
        self.box.activated.connect(lambda _at: self._tell())
        self.values.add.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.box)
        whole.addWidget(self.values)
        self._tell()

    @property
    def way(self) -> tuple[str, str]:
        """The entry and its output; empty where there is none."""
        at = self.box.currentIndex()
        return self._ways[at] if 0 <= at < len(self._ways) else ("", "")

    def given(self) -> dict[str, str]:
        """What the event brings, as it was written."""
        return self.values.given()

    def show_journey(self, journey: Journey) -> None:
        """Offer the entries of a journey as it is now; the one that was chosen stays so."""
        self._journey, chosen = journey, self.way
        entries = [one for one in journey.steps.values() if kind_of(one).is_entry and not one.disabled]
        entries.sort(key=lambda one: (*journey.places.get(one.id, (0, 0))[::-1], one.id))
        ways, texts = [], []
        for one in entries:
            ports = ports_of(one)
            for port in ports:
                several = tr("{step} · {output}", step=title_of(one), output=port.label)
                ways.append((one.id, port.name))
                texts.append(tr("Come in by: {step}", step=several if len(ports) > 1 else title_of(one)))
        if (ways, texts) != (self._ways, [self.box.itemText(n) for n in range(self.box.count())]):
            self._ways = ways
            self.box.clear()
            self.box.addItems(texts)
            self.box.setCurrentIndex(ways.index(chosen) if chosen in ways else 0 if ways else -1)
        self._tell()

    def _tell(self) -> None:
        step = self._journey.steps.get(self.way[0])
        kinds = carried(step) if step is not None else {}
        self.values.show_fields(kinds)
        self.values.setVisible(bool(kinds))
        self.box.setVisible(len(self._ways) > 1)
        self.setVisible(bool(kinds) or len(self._ways) > 1)
