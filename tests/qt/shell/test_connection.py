"""Connecting an account: the wizard, its test in parts, and the token asked at a start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWizard
from pytestqt.qtbot import QtBot

from tests.conftest import MemoryKeyring
from tests.fixtures.desk import Desk, type_into
from whatsapp_studio.qt import jobs
from whatsapp_studio.qt.connection import pasted
from whatsapp_studio.qt.connection.token_dialog import ask_for_token
from whatsapp_studio.qt.connection.wizard import ConnectionWizard
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.services.sandboxing import SandboxInfo

CURL = """curl -i -X POST https://graph.facebook.com/v25.0/106540352242922/messages \\
  -H 'Authorization: Bearer EAAGm0PX4ZCpsBAKZC' -H 'Content-Type: application/json' -d '{ "to": "31612345678" }'"""


def test_a_command_holds_the_token_and_the_number() -> None:
    assert pasted.read(CURL) == pasted.Pasted("EAAGm0PX4ZCpsBAKZC", "", "106540352242922")


def test_a_command_for_templates_holds_the_account() -> None:
    found = pasted.read("curl 'https://graph.facebook.com/v25.0/102290129340398/message_templates' -H 'Bearer EAAB'")
    assert (found.waba_id, found.phone_number_id) == ("102290129340398", "")


def test_a_bare_token_is_one_and_a_number_is_none() -> None:
    assert pasted.read("EAAGm0PX4ZCpsBAKZCabcdefgh").token == "EAAGm0PX4ZCpsBAKZCabcdefgh"
    assert pasted.read("102290129340398") == pasted.Pasted()


@pytest.fixture
def wizard(desk: Desk) -> Iterator[ConnectionWizard]:
    made = ConnectionWizard(desk.studio)
    made.show()
    yield made
    desk.until(lambda: not jobs.Job._running)
    made.close()
    made.deleteLater()


@pytest.fixture
def sandbox(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> SandboxInfo:
    info = desk.studio.sandbox.start()
    monkeypatch.setenv("WHATSAPP_STUDIO_GRAPH_URL", info.url)
    return info


def go_through(wizard: ConnectionWizard, token: str, account: str, number: str) -> None:
    wizard.token_page.token.setText(token)
    wizard.next()
    wizard.account_page.waba.setText(account)
    wizard.next()
    wizard.number_page.number.setText(number)
    wizard.next()


def test_secrets_are_masked_until_one_asks(wizard: ConnectionWizard) -> None:
    page = wizard.token_page
    assert {page.token.echoMode(), page.secret.echoMode()} == {QLineEdit.EchoMode.Password}


def test_without_a_keyring_it_says_that_the_token_is_asked_again(desk: Desk, wizard: ConnectionWizard) -> None:
    desk.until(lambda: "asked for both at each start" in wizard.token_page._where.text())


def test_with_a_keyring_it_says_that_secrets_are_kept_there(
    memory_keyring: MemoryKeyring, desk: Desk, wizard: ConnectionWizard
) -> None:
    desk.until(lambda: "keyring, never in a file" in wizard.token_page._where.text())


def test_a_pasted_command_fills_every_field(wizard: ConnectionWizard) -> None:
    QApplication.clipboard().setText(CURL)
    wizard.token_page.token.setFocus()
    QTest.keySequence(wizard.token_page.token, QKeySequence.StandardKey.Paste)
    assert wizard.token_page.token.text() == "EAAGm0PX4ZCpsBAKZC"
    assert wizard.number_page.number.text() == "106540352242922"


def test_next_waits_for_what_the_page_needs(wizard: ConnectionWizard) -> None:
    following = wizard.button(QWizard.WizardButton.NextButton)
    assert not following.isEnabled()
    wizard.token_page.token.setText("EAAx")
    assert following.isEnabled()
    wizard.next()
    wizard.account_page.waba.setText("not digits")
    assert not following.isEnabled()
    wizard.account_page.waba.setText("102290129340398")
    assert following.isEnabled()


@pytest.mark.slow
def test_five_ticks_and_the_connection_is_kept(desk: Desk, wizard: ConnectionWizard, sandbox: SandboxInfo) -> None:
    go_through(wizard, sandbox.token, sandbox.waba_id, sandbox.phone_number_id)
    desk.until(lambda: wizard.test_page.isComplete(), 20_000)
    rows = [what.accessibleName() for _, what, _ in wizard.test_page.checks._rows.values()]
    assert len(rows) == 5 and all(": good." in row for row in rows)
    found = desk.studio.connection.current()
    assert found is not None and found.waba_id == sandbox.waba_id and found.is_sandbox
    assert desk.studio.connection.token_state() == "session"
    assert sandbox.token not in str([path.read_bytes() for path in desk.studio.paths.root.rglob("*") if path.is_file()])


@pytest.mark.slow
def test_a_wrong_token_says_what_to_do_and_keeps_the_old_connection(
    desk: Desk, wizard: ConnectionWizard, sandbox: SandboxInfo
) -> None:
    before = desk.studio.connection.current()
    go_through(wizard, "EAAwrongwrongwrongwrongwrong", sandbox.waba_id, sandbox.phone_number_id)
    desk.until(lambda: wizard.test_page.banner is not None, 20_000)
    assert wizard.test_page.banner is not None
    assert "Nothing was stored" in wizard.test_page.banner.label.text()
    rows = {name: what.accessibleName() for name, (_, what, _) in wizard.test_page.checks._rows.items()}
    assert ": good." in rows["network"] and ": failed." in rows["token"]
    assert all(": not tried." in rows[name] for name in ("permissions", "number", "templates"))
    assert wizard.test_page.checks._rows["token"][2].isVisible()
    assert not wizard.test_page.isComplete()
    assert desk.studio.connection.current() == before


def test_without_a_network_it_says_so(
    desk: Desk, wizard: ConnectionWizard, monkeypatch: pytest.MonkeyPatch, unused_port: int
) -> None:
    monkeypatch.setenv("WHATSAPP_STUDIO_GRAPH_URL", f"http://127.0.0.1:{unused_port}")
    go_through(wizard, "EAAx", "1", "2")
    desk.until(lambda: wizard.test_page.banner is not None, 20_000)
    assert ": failed." in wizard.test_page.checks._rows["network"][1].accessibleName()


@pytest.fixture
def unused_port() -> int:
    """A port nobody listens on."""
    import socket

    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def test_the_token_dialog_lends_the_token_for_this_run(desk: Desk, qtbot: QtBot) -> None:
    page = desk.show(JourneysPage)
    assert desk.studio.connection.token_state() == "missing"
    dialog = ask_for_token(page, desk.studio)
    assert not dialog.use.isEnabled()
    type_into(dialog.token, " EAAgiven ")
    dialog.use.click()
    assert desk.studio.connection.token_state() == "session"
    assert not dialog.isVisible()


