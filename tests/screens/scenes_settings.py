"""Decides how the settings, the connection wizard and the question for a token are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from tests.screens import Make, screen
from tests.screens.stage import Stage
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.qt.about import show_about
from whatsapp_studio.qt.connection.token_dialog import ask_for_token
from whatsapp_studio.qt.connection.wizard import ConnectionWizard
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.services.connecting import Check


def page(stage: Stage) -> tuple[QWidget, SettingsPage]:
    window = stage.window("settings")
    shown = window.page("settings")
    assert isinstance(shown, SettingsPage)
    return window, shown


def _card(name: str) -> Make:
    def make(stage: Stage) -> QWidget:
        window, shown = page(stage)
        shown.open(name)
        return window

    make.__doc__ = f"Settings: {name}."
    return make


for _name in ("connection", "sending", "safety", "receiver", "events", "look", "workspace", "about"):
    screen(f"settings.{_name}")(_card(_name))


@screen("settings.unconnected")
def unconnected(stage: Stage) -> QWidget:
    """Settings before there is an account."""
    return stage.window("settings", studio=stage.bare())


@screen("settings.forget")
def forget(stage: Stage) -> QWidget:
    """The question before the connection is forgotten."""
    _window, shown = page(stage)
    return stage.opened(shown.connection.forget.click, QMessageBox)


@screen("settings.new-token")
def new_token(stage: Stage) -> QWidget:
    """The question before other programs need a new token."""
    _window, shown = page(stage)
    return stage.opened(shown.events._ask_renew, QMessageBox)


@screen("connection.ask-token")
def ask_token(stage: Stage) -> QWidget:
    """The token is asked for at a start, where there is no keyring."""
    window = stage.window("home")
    return stage.opened(lambda: ask_for_token(window, stage.desk.studio))


def _wizard(stage: Stage) -> ConnectionWizard:
    window = stage.window("home")
    wizard = stage.opened(lambda: window.go("connection"), ConnectionWizard)
    wizard.token_page.token.setText("EAAGm0PX4ZCpsBAKZC")
    return wizard


@screen("connection.token")
def token(stage: Stage) -> QWidget:
    """The first page of the connection: the token."""
    return _wizard(stage)


@screen("connection.account")
def account(stage: Stage) -> QWidget:
    """The second page: the account."""
    wizard = _wizard(stage)
    wizard.next()
    return wizard


@screen("connection.number")
def number(stage: Stage) -> QWidget:
    """The third page: the number."""
    wizard = _wizard(stage)
    wizard.next()
    wizard.account_page.waba.setText("102290129340398")
    wizard.next()
    return wizard


def _tested(stage: Stage, *checks: Check) -> QWidget:
    def save(_credentials: object, _token: str, _secret: str, *, on_check: object) -> object:
        for check in checks:
            on_check(check)  # type: ignore[operator]
        if any(check.state == "failed" for check in checks):
            raise UserError("meta-190")
        return stage.desk.studio.connection.current()

    stage.desk.studio.connection.save = save  # type: ignore[assignment, method-assign]
    wizard = _wizard(stage)
    wizard.next()
    wizard.account_page.waba.setText("102290129340398")
    wizard.next()
    wizard.number_page.number.setText("106540352242922")
    wizard.next()
    stage.settle()
    return wizard


@screen("connection.passed")
def passed(stage: Stage) -> QWidget:
    """The last page: every part is good."""
    parts = ("network", "token", "permissions", "number", "templates")
    return _tested(stage, *(Check(name=one, state="ok") for one in parts))


@screen("connection.failed")
def failed(stage: Stage) -> QWidget:
    """The last page: the token is refused."""
    return _tested(stage, Check(name="network", state="ok"), Check(name="token", state="failed", code="meta-190"))


@screen("about.program")
def about_program(stage: Stage) -> QWidget:
    """What the program says of itself."""
    return stage.opened(stage.window("home").show_about, QDialog)


@screen("about.licences")
def about_licences(stage: Stage) -> QWidget:
    """The licences of what the program stands on."""
    window = stage.window("home")
    return stage.opened(lambda: show_about(window.studio.paths, window, at_licences=True), QDialog)
