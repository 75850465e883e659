"""Decides how a test of the writing window opens it on a draft."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.fixtures.desk import Desk
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.qt.templates.writing.view import WritingView
from whatsapp_studio.services.template_examples import begin, examples
from whatsapp_studio.templates.template import Template


class Writer:
    """The templates page with the writing window open, and shortcuts to write and look."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.studio = desk, desk.studio
        self.page = desk.show(TemplatesPage)
        self.host = self.page.writing

    @property
    def view(self) -> WritingView:
        assert self.host.view is not None
        return self.host.view

    @property
    def template(self) -> Template:
        found = self.view.session.template
        assert found is not None
        return found

    def start(self, name: str) -> WritingView:
        """A blank template by its category, or an example by its name, opened."""
        example = next(one for one in examples() if name in (one.id, one.category if not one.id else ""))
        self.open(begin(self.studio.writing, self.studio.media, example, self.studio.templates).id)
        return self.view

    def open(self, id: int) -> None:
        self.page.open(("write", id))
        self.settle()

    def settle(self) -> None:
        """Have what is typed checked and on the disk now, without waiting for somebody to pause."""
        self.view.session.saver.flush()
        self.view.checks.check()
        self.desk.until(lambda: self.view.session.saver.clean)
        self.desk.until(lambda: not self.view.checks._latest.busy and not self.view._asking.busy)

    def type(self, field: QLineEdit | QPlainTextEdit, text: str) -> None:
        """Replace a field's text by typing."""
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text) if text else QTest.keyClick(field, "\b")

    def codes(self, language: str = "en") -> set[str]:
        """What is wrong with a language, without warnings."""
        return {one.code for one in self.view.checks.of(language) if one.severity == "error"}


@pytest.fixture
def writer(desk: Desk) -> Writer:
    """The writing window of a made workspace."""
    return Writer(desk)
