"""Files of messages go up before what needs them, and what cannot go up stops nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.fixtures.studio import NUMBER, T0, Workspace
from tests.unit.core_storage.test_enclosures import launch
from whatsapp_studio.base.clock import FastClock, SystemClock
from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.services.media import MediaShelf
from whatsapp_studio.services.sending import Brakes
from whatsapp_studio.services.uploading import Uploader
from whatsapp_studio.storage.enclosures import EnclosureStore

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


class Cloud:
    """Takes files in, or fails as a test says; ``answers`` are used up one by one, then everything is taken."""

    def __init__(self, *answers: StudioError) -> None:
        self.answers = list(answers)
        self.got: list[tuple[bytes, str, str]] = []

    async def upload_media(self, path: Path, mime: str, number: str = "") -> str:
        if self.answers:
            raise self.answers.pop(0)
        self.got.append((path.read_bytes(), mime, number))
        return str(900 + len(self.got))

    @asynccontextmanager
    async def api(self) -> AsyncIterator[Cloud]:
        yield self


class Stand:
    def __init__(self, rooms: Workspace, tmp_path: Path, *answers: StudioError) -> None:
        self.rooms, self.cloud = rooms, Cloud(*answers)
        self.told: list[Changes] = []
        self.media = MediaShelf(rooms.store, rooms.paths.media, SystemClock(), self.told.append)
        picture = tmp_path / "spring.png"
        picture.write_bytes(PNG)
        self.hash = self.media.keep(picture)
        self.brakes = Brakes(rooms.store, self.told.append)

    def run(self, until: Callable[[], bool]) -> None:
        """Upload until it holds."""

        async def main() -> None:
            stop, looked = asyncio.Event(), asyncio.Event()
            with ThreadPoolExecutor(1) as database:
                uploader = Uploader(
                    EnclosureStore(self.rooms.store), lambda: self.media, self.cloud.api, self._brakes(looked),
                    FastClock(T0, 1000), database, self.told.append, uploaded=looked.set,
                )  # fmt: skip
                task = asyncio.create_task(uploader.run(stop))
                async with asyncio.timeout(10):
                    while not until():
                        looked.clear()
                        await asyncio.wait_for(looked.wait(), 10)
                stop.set()
                await task

        asyncio.run(main())

    def _brakes(self, looked: asyncio.Event) -> Brakes:
        loop = asyncio.get_running_loop()
        return Brakes(self.rooms.store, lambda _changes: loop.call_soon_threadsafe(looked.set) and None)

    def state(self, campaign: str) -> tuple[str, str]:
        found = self.rooms.campaigns.get(campaign)
        return found.state, found.pause_reason


@pytest.fixture
def picture(rooms: Workspace, tmp_path: Path) -> Callable[..., Stand]:
    rooms.connect()
    return lambda *answers: Stand(rooms, tmp_path, *answers)


def test_a_file_goes_up_once_and_what_waited_may_leave(rooms: Workspace, picture: Callable[..., Stand]) -> None:
    stand = picture()
    launch(rooms.outgoing, [f"file:{stand.hash}", f"file:{stand.hash}"])

    stand.run(lambda: bool(rooms.store.value("SELECT count(*) FROM media_uploads")))

    assert stand.cloud.got == [(PNG, "image/png", NUMBER)]
    assert [one.values["header.media"] for one in rooms.outgoing.claim()] == ["901", "901"]


def test_a_network_that_is_gone_is_waited_for(rooms: Workspace, picture: Callable[..., Stand]) -> None:
    stand = picture(WorldError("no-network"), WorldError("meta-131016", code=131016))
    campaign = launch(rooms.outgoing, [f"file:{stand.hash}"])

    stand.run(lambda: bool(rooms.store.value("SELECT count(*) FROM media_uploads")))

    assert stand.state(campaign) == ("sending", "")
    assert len(stand.cloud.got) == 1


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (UserError("meta-131053", code=131053, subcode=None), "meta-131053"),
        (UserError("file-unreadable", path="x"), "file-unreadable"),
    ],
)
def test_a_file_that_meta_does_not_take_pauses_what_needs_it_and_nothing_else(
    rooms: Workspace, picture: Callable[..., Stand], error: StudioError, reason: str
) -> None:
    stand = picture(error)
    campaign = launch(rooms.outgoing, [f"file:{stand.hash}"])
    other = launch(rooms.outgoing, ["123"], "Other")

    stand.run(lambda: stand.state(campaign)[0] == "paused")

    assert stand.state(campaign) == ("paused", reason)
    assert stand.state(other) == ("sending", "")
    assert stand.brakes.paused() == ""


def test_a_file_that_was_deleted_pauses_what_needs_it(rooms: Workspace, picture: Callable[..., Stand]) -> None:
    stand = picture()
    stand.media.path(stand.hash).unlink()
    campaign = launch(rooms.outgoing, [f"file:{stand.hash}"])

    stand.run(lambda: stand.state(campaign)[0] == "paused")

    assert stand.state(campaign) == ("paused", "media-gone")


@pytest.mark.parametrize(
    "error", [UserError("token-missing"), UserError("meta-190", code=190, subcode=463), UserError("not-connected")]
)
def test_a_token_that_is_refused_stops_everything(
    rooms: Workspace, picture: Callable[..., Stand], error: StudioError
) -> None:
    stand = picture(error)
    campaign = launch(rooms.outgoing, [f"file:{stand.hash}"])

    stand.run(lambda: bool(stand.brakes.paused()))

    assert stand.brakes.paused() == error.code
    assert stand.state(campaign) == ("sending", "")
