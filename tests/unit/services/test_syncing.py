"""How the workspace's copy of the templates is brought up to date."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.fixtures.templates import body, raw
from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.cloudapi.client import CloudApi, Token, open_http
from whatsapp_studio.services.syncing import SyncResult, Templates
from whatsapp_studio.storage.db import Store

NL = raw(body("Hoi {{1}}!"))
DE = raw(body("Hallo {{1}}!"), id="2", language="de", status="PAUSED")
NEW = raw(body("Neu"), id="3", name="autumn", language="de", quality_score={"score": "GREEN"})


class Meta:
    """An account whose templates a test sets; ``broken`` cuts the connection."""

    def __init__(self) -> None:
        self.templates: list[dict[str, Any]] = [NL, DE]
        self.broken = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if self.broken:
            raise httpx.ConnectError("no way out")
        return httpx.Response(200, json={"data": self.templates})

    @asynccontextmanager
    async def api(self) -> AsyncIterator[CloudApi]:
        async with open_http(transport=httpx.MockTransport(self)) as http:
            yield CloudApi(http, token=Token("EAAG"), waba_id="100", phone_number_id="200")


class Watched:
    def __init__(self, stop_at: int = 0) -> None:
        self.told: list[int] = []
        self.stop_at = stop_at

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append(done)

    def cancelled(self) -> bool:
        return bool(self.stop_at) and len(self.told) >= self.stop_at


@pytest.fixture
def meta() -> Meta:
    return Meta()


@pytest.fixture
def told() -> list[Changes]:
    return []


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "studio.db")
    yield opened
    opened.close()


@pytest.fixture
def templates(store: Store, clock: Clock, meta: Meta, told: list[Changes]) -> Templates:
    return Templates(store, clock, told.append, meta.api)


def test_before_the_first_sync_there_is_nothing(templates: Templates):
    assert templates.all() == []
    assert templates.synced_at() is None
    assert templates.get("spring_offer", "nl") is None


def test_a_sync_keeps_what_meta_has(templates: Templates, clock: Clock, told: list[Changes]):
    watched = Watched()
    assert templates.sync(watched) == SyncResult(synced=2, by_status={"APPROVED": 1, "PAUSED": 1})
    assert [(t.name, t.language) for t in templates.all()] == [("spring_offer", "de"), ("spring_offer", "nl")]
    found = templates.get("spring_offer", "nl")
    assert found is not None
    assert (found.body, found.status) == ("Hoi {{1}}!", "APPROVED")
    assert templates.synced_at() == clock.now()
    assert told == [Changes(templates=True)]
    assert watched.told == [1, 2]


def test_the_next_sync_replaces_all_of_it(templates: Templates, meta: Meta, clock: Any):
    templates.sync()
    meta.templates = [NEW]
    clock.forward(hours=1)
    assert templates.sync().synced == 1
    assert [(t.name, t.quality) for t in templates.all()] == [("autumn", "GREEN")]
    assert templates.synced_at() == clock.now()


@pytest.mark.parametrize("how", ["broken", "cancelled"])
def test_a_sync_that_does_not_end_changes_nothing(
    templates: Templates, meta: Meta, told: list[Changes], clock: Any, how: str
):
    templates.sync()
    before, at = templates.all(), templates.synced_at()
    told.clear()
    clock.forward(hours=1)
    meta.templates, meta.broken = [NEW, NL], how == "broken"
    with pytest.raises(WorldError if how == "broken" else Cancelled):
        templates.sync(Watched(stop_at=1))
    assert (templates.all(), templates.synced_at(), told) == (before, at, [])


def test_it_works_from_a_thread_of_its_own(templates: Templates, store: Store):
    found: list[int] = []

    def work() -> None:
        found.append(templates.sync().synced)
        store.close_thread()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert found == [2]
    assert len(templates.all()) == 2


def test_without_a_network_the_stored_copy_is_there(templates: Templates, meta: Meta):
    templates.sync()
    meta.broken = True
    assert len(templates.all()) == 2
