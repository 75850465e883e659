"""Decides that a connection is proven part by part before anything is kept, against the sandbox in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import msgspec
import pytest

from tests.conftest import MemoryKeyring, SettableClock
from tests.fixtures.studio import NUMBER, T0, Workspace, later, offer
from whatsapp_studio.base.errors import StudioError, WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.cloudapi.client import open_http
from whatsapp_studio.sandbox.app import Sandbox, create
from whatsapp_studio.services import connecting
from whatsapp_studio.services.connecting import ACKNOWLEDGEMENTS, PREREQUISITES, Check, Connections, Credentials
from whatsapp_studio.services.vault import Vault

URL = "http://127.0.0.1:9"


@pytest.fixture
def box() -> Iterator[Sandbox]:
    made = Sandbox(seed=1, by_hand=True)
    yield made
    made.close()


@pytest.fixture
def network(box: Sandbox, monkeypatch: pytest.MonkeyPatch) -> list[httpx.AsyncBaseTransport]:
    """The way to the sandbox; a test may put another one in its place."""
    way: list[httpx.AsyncBaseTransport] = [httpx.ASGITransport(app=create(sandbox=box))]
    monkeypatch.setattr(connecting, "open_http", lambda: open_http(transport=way[0]))
    return way


@pytest.fixture
def vault() -> Vault:
    return Vault("w1", MemoryKeyring())


@pytest.fixture
def connections(
    rooms: Workspace, vault: Vault, clock: SettableClock, network: list[httpx.AsyncBaseTransport]
) -> Connections:  # fmt: skip
    found = Connections(rooms.store, vault, rooms.settings, clock, rooms.told.append)
    found.forget()
    rooms.told.clear()
    return found


@pytest.fixture
def right(box: Sandbox) -> Credentials:
    return Credentials(waba_id=box.world.waba_id, phone_number_id=box.world.number.id, graph_url=URL)


def states(checks: tuple[Check, ...]) -> list[str]:
    assert [check.name for check in checks] == list(connecting.CHECKS)
    return [check.state for check in checks]


def code_of(call: Callable[[], object]) -> str:
    with pytest.raises(StudioError) as caught:
        call()
    return caught.value.code


def test_a_good_connection_is_told_part_by_part(connections: Connections, right: Credentials, box: Sandbox) -> None:
    told: list[Check] = []

    checks = connections.test(right, box.world.token, told.append)

    assert states(checks) == ["ok"] * 5
    assert tuple(told) == checks
    assert checks[3].facts["verified_name"]
    assert connections.current() is None


def test_a_wrong_token_skips_the_rest(connections: Connections, right: Credentials) -> None:
    checks = connections.test(right, "EAAwrongwrongwrong")

    assert states(checks) == ["ok", "failed", "skipped", "skipped", "skipped"]
    assert checks[1].code == "meta-190"


def test_a_token_with_a_blank_in_it_is_no_token(connections: Connections, right: Credentials) -> None:
    assert code_of(lambda: connections.test(right, "EAA with blanks")) == "token-malformed"


def test_a_missing_permission_is_named(connections: Connections, right: Credentials, box: Sandbox) -> None:
    box.world.scopes.discard("whatsapp_business_management")

    checks = connections.test(right, box.world.token)

    assert states(checks)[:4] == ["ok", "ok", "failed", "skipped"]
    assert (checks[2].code, checks[2].facts) == ("permission-missing", {"scopes": "whatsapp_business_management"})


def test_a_number_that_is_not_there(connections: Connections, right: Credentials, box: Sandbox) -> None:
    wrong = msgspec.structs.replace(right, phone_number_id="999")

    assert states(connections.test(wrong, box.world.token)) == ["ok", "ok", "ok", "failed", "skipped"]


def test_an_account_that_is_not_there(connections: Connections, right: Credentials, box: Sandbox) -> None:
    wrong = msgspec.structs.replace(right, waba_id="999")

    assert states(connections.test(wrong, box.world.token))[-1] == "failed"


def test_without_a_network_nothing_is_blamed_on_the_token(
    connections: Connections, right: Credentials, network: list[httpx.AsyncBaseTransport], vault: Vault
) -> None:  # fmt: skip
    def gone(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no route")

    network[0] = httpx.MockTransport(gone)

    assert states(connections.test(right, "EAAtoken")) == ["failed", "skipped", "skipped", "skipped", "skipped"]
    with pytest.raises(WorldError):
        connections.save(right, "EAAtoken")
    assert connections.current() is None
    assert vault.get("access-token") == ""


def test_a_connection_that_is_proven_is_kept(
    connections: Connections, right: Credentials, box: Sandbox, rooms: Workspace, vault: Vault
) -> None:  # fmt: skip
    made = connections.save(right, box.world.token, box.world.app_secret)

    assert connections.current() == made
    assert (made.waba_id, made.graph_url, made.is_sandbox, made.checked_at) == (right.waba_id, URL, True, T0)
    assert made.verified_name and made.display_phone_number and made.throughput == "STANDARD"
    assert connections.token_state() == "stored"
    assert vault.get("access-token") == box.world.token
    assert connections.app_secret() == box.world.app_secret
    assert len(connections.verify_token()) >= 24
    assert rooms.told == [Changes(connection=True, templates=True, sending=True)]


def test_a_failed_save_keeps_what_was_there(connections: Connections, right: Credentials, box: Sandbox) -> None:
    made = connections.save(right, box.world.token)

    assert code_of(lambda: connections.save(right, "EAAwrongwrongwrong")) == "meta-190"
    assert connections.current() == made
    assert connections.token_state() == "stored"


def test_the_verify_token_stays_when_the_account_is_connected_again(
    connections: Connections, right: Credentials, box: Sandbox, rooms: Workspace
) -> None:  # fmt: skip
    first = connections.save(right, box.world.token).verify_token
    rooms.keep_templates(offer())

    assert connections.save(right, box.world.token).verify_token == first
    assert len(rooms.templates.all()) == 1


def test_another_account_brings_other_templates(
    connections: Connections, right: Credentials, box: Sandbox, rooms: Workspace
) -> None:  # fmt: skip
    rooms.connect(number=NUMBER)
    rooms.keep_templates(offer())

    connections.save(right, box.world.token)

    assert rooms.templates.all() == []


def test_another_account_does_not_keep_the_former_ones_app_secret(
    connections: Connections, right: Credentials, box: Sandbox, rooms: Workspace
) -> None:
    connections.save(right, box.world.token, "secret-of-the-first")
    connections.save(right, box.world.token)
    assert connections.app_secret() == "secret-of-the-first"
    other = msgspec.structs.replace(connections.current(), waba_id="1")
    connections._kept.save(other)
    connections.save(right, box.world.token)
    assert connections.app_secret() == ""


def test_a_token_for_this_run_is_not_kept(
    connections: Connections, right: Credentials, box: Sandbox, rooms: Workspace, vault: Vault
) -> None:  # fmt: skip
    connections.save(right, box.world.token, for_this_run=True)

    assert connections.token_state() == "session"
    assert Vault("w1", vault._backend()).get("access-token") == ""
    connections.give_token("EAAother", "secret")
    assert (vault.get("access-token"), connections.app_secret()) == ("EAAother", "secret")


def test_refreshing_asks_for_the_facts_again(
    connections: Connections, right: Credentials, box: Sandbox, clock: SettableClock
) -> None:  # fmt: skip
    assert code_of(connections.refresh) == "not-connected"
    made = connections.save(right, box.world.token)
    clock.forward(days=1)

    again = connections.refresh()

    assert again == msgspec.structs.replace(made, checked_at=later(days=1))


def test_forgetting_removes_account_and_secrets(
    connections: Connections, right: Credentials, box: Sandbox, vault: Vault
) -> None:  # fmt: skip
    connections.save(right, box.world.token, box.world.app_secret)

    connections.forget()

    assert connections.current() is None
    assert (connections.token_state(), connections.app_secret(), connections.verify_token()) == ("missing", "", "")
    assert vault._backend().kept == {}  # type: ignore[union-attr]


def test_the_environment_may_point_elsewhere(
    connections: Connections, rooms: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    account = rooms.connect()
    assert connections.url(account) == "https://graph.example"
    assert Credentials(waba_id="1", phone_number_id="2").base_url == connecting.META
    monkeypatch.setenv("WHATSAPP_STUDIO_GRAPH_URL", "http://127.0.0.1:1/")
    assert connections.url(account) == "http://127.0.0.1:1"
    assert Credentials(waba_id="1", phone_number_id="2").base_url == "http://127.0.0.1:1"


def test_the_checklist_ticks_itself_and_keeps_what_was_acknowledged(
    connections: Connections, right: Credentials, box: Sandbox, rooms: Workspace, clock: SettableClock
) -> None:  # fmt: skip
    def done() -> list[str]:
        return [item.code for item in connections.checklist() if item.done]

    assert [item.code for item in connections.checklist()] == [*PREREQUISITES, *ACKNOWLEDGEMENTS]
    assert done() == []
    connections.save(right, box.world.token)
    assert done() == ["business-account", "verified-number", "token"]
    rooms.keep_templates(offer())
    clock.forward(hours=1)
    connections.acknowledge("meta-policies")
    assert done() == [*PREREQUISITES, "meta-policies"]
    assert {item.code: item.at for item in connections.checklist()}["meta-policies"] == later(hours=1)
    connections.acknowledge("meta-policies", done=False)
    assert done() == list(PREREQUISITES)


@pytest.mark.parametrize(("days", "left"), [(None, None), (60, None), (14, 14), (1, 1), (-1, -1)])
def test_a_token_that_ends_soon_is_known(rooms: Workspace, days: int | None, left: int | None) -> None:
    account = msgspec.structs.replace(rooms.connect(), token_expires_at=None if days is None else later(days=days))

    found = connecting.expires_soon(account, T0)

    assert (found.days if found is not None else None) == left
