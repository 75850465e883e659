"""Decides how the five parts of a connection test are shown, each with its remedy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.qt.icons import pixmap
from whatsapp_studio.qt.widgets.badge import look_of
from whatsapp_studio.services.connecting import CHECKS, Check


def names() -> dict[str, str]:
    """What each part of the test is called."""
    return {
        "network": tr("Meta can be reached"), "token": tr("The token is valid"),
        "permissions": tr("The token has both permissions"), "number": tr("The number is registered"),
        "templates": tr("Templates can be read"),
    }  # fmt: skip


class CheckList(QWidget):
    """Five rows: a mark, what was tried, and what to do where it failed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self._rows: dict[str, tuple[QLabel, QLabel, QLabel]] = {}
        for place, name in enumerate(CHECKS):
            mark, what, why = QLabel(), QLabel(names()[name]), QLabel()
            why.setWordWrap(True)
            why.setProperty("role", "muted")
            grid.addWidget(mark, place * 2, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(what, place * 2, 1)
            grid.addWidget(why, place * 2 + 1, 1)
            self._rows[name] = (mark, what, why)
        self.reset()

    def reset(self) -> None:
        """Nothing was tried yet."""
        for name in CHECKS:
            self.show_check(Check(name=name, state="skipped"))

    def show_check(self, check: Check) -> None:
        """How one part went."""
        mark, what, why = self._rows[check.name]
        state = {"ok": "ok", "failed": "error"}.get(check.state, "skipped")
        mark.setPixmap(pixmap(*look_of(state), 18, self.devicePixelRatioF()))
        words = explain(check.code, check.facts) if check.state == "failed" else None
        found = check.facts.get("verified_name") if check.state == "ok" else None
        why.setText(words.text if words else f"{found}, {check.facts['display_phone_number']}" if found else "")
        why.setVisible(bool(why.text()))
        said = {"ok": tr("good"), "failed": tr("failed")}.get(check.state, tr("not tried"))
        what.setAccessibleName(f"{names()[check.name]}: {said}. {why.text()}")
