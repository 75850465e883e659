"""Decides that windows are mirrored where a language runs from right to left, and numbers and codes never are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.fixtures.desk import Desk
from tests.fixtures.pseudo import Pseudo
from whatsapp_studio.audience.phone import read_phone, shown
from whatsapp_studio.base import i18n
from whatsapp_studio.qt import language
from whatsapp_studio.qt.connection.wizard import ConnectionWizard
from whatsapp_studio.qt.contacts.editing import ContactDialog
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.status_bar import StatusBar

LTR = Qt.LayoutDirection.LeftToRight


@pytest.fixture(autouse=True)
def mirrored(qapp: QApplication) -> Iterator[None]:
    """Everything is laid out from right to left, and said in longer words."""
    i18n.use(Pseudo(right_to_left=True))
    language.follow(qapp)
    yield
    i18n.use_language("en")
    language.follow(qapp)


def test_phone_numbers_are_kept_from_left_to_right_in_tables_and_texts(desk: Desk) -> None:
    page = desk.show(ContactsPage)
    desk.until(lambda: page.model.rowCount() == 12)
    assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    number = page.model.index(0, 1).data()
    assert (number[0], number[1], number[-1]) == ("\u2066", "+", "\u2069")
    status = StatusBar(desk.studio)
    desk.qtbot.addWidget(status)
    assert any("\u2066+31 20 123 4567\u2069" in one for one in _texts(status))


def test_a_number_copied_from_there_is_still_a_number() -> None:
    assert shown("+31612345678") == "\u2066+31 6 12345678\u2069"
    read = read_phone(shown("+31612345678"))
    assert not isinstance(read, str) and read[0] == "+31612345678"


def test_fields_for_numbers_and_codes_are_typed_from_left_to_right(desk: Desk) -> None:
    dialog = ContactDialog(desk.studio)
    desk.qtbot.addWidget(dialog)
    assert dialog.rows["phone"].field.layoutDirection() == LTR
    assert dialog.rows["first_name"].field.layoutDirection() != LTR
    settings = desk.show(SettingsPage)
    assert settings.receiver.url.layoutDirection() == settings.receiver.verify.layoutDirection() == LTR
    wizard = ConnectionWizard(desk.studio)
    desk.qtbot.addWidget(wizard)
    fields = [one for one in wizard.findChildren(QLineEdit) if not one.objectName().startswith("qt_")]
    assert fields and {one.layoutDirection() for one in fields} == {LTR}


def _texts(status: StatusBar) -> list[str]:
    from PySide6.QtWidgets import QAbstractButton, QLabel

    labels = [one.text() for one in status.findChildren(QLabel)]
    return labels + [one.text() for one in status.findChildren(QAbstractButton)]
