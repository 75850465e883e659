"""Decides that settings have types and bounds, survive a broken file, and lose nothing of a newer program."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.base.errors import UserError, WorldError
from whatsapp_studio.base.settings import Setting, Settings

ALL = {name: one for name, one in vars(Settings).items() if isinstance(one, Setting)}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def kept(path: Path) -> dict[str, object]:
    found = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_without_a_file_everything_has_its_default(path: Path) -> None:
    settings = Settings(path)

    assert {name: getattr(settings, name) for name in ALL} == {name: one.default for name, one in ALL.items()}
    assert not path.exists()


def test_every_default_fits_its_own_bounds() -> None:
    assert all(one.fits(one.default) for one in ALL.values())
    assert len({one.key for one in ALL.values()}) == len(ALL)


def test_a_change_is_kept_and_told(path: Path) -> None:
    told: list[tuple[str, object, object]] = []
    settings = Settings(path, lambda *what: told.append(what))

    settings.messages_per_second = 55
    settings.webhook_enabled = False
    settings.language = "nl"

    again = Settings(path)
    assert (again.messages_per_second, again.webhook_enabled, again.language) == (55, False, "nl")
    assert told == [
        ("sending.messages_per_second", 20, 55), ("webhook.enabled", True, False), ("look.language", "system", "nl"),
    ]  # fmt: skip
    assert [one.name for one in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("messages_per_second", 0), ("messages_per_second", 1001), ("messages_per_second", 20.0),
        ("messages_per_second", "20"), ("messages_per_second", True), ("webhook_port", 80), ("webhook_enabled", 1),
        ("theme", "pink"), ("theme", None), ("graph_version", "v1.0"), ("undo_seconds", -1), ("undo_seconds", 10**400),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused(path: Path, name: str, value: object) -> None:
    settings = Settings(path)

    with pytest.raises(UserError) as caught:
        setattr(settings, name, value)

    assert caught.value.code == "setting-out-of-range"
    assert caught.value.facts["key"] == ALL[name].key
    assert getattr(settings, name) == ALL[name].default
    assert not path.exists()


@pytest.mark.parametrize(("value", "fits"), [(1, True), (1000, True), (0, False), (1001, False)])
def test_bounds_belong_to_what_fits(value: int, fits: bool) -> None:
    assert Settings.messages_per_second.fits(value) is fits


def test_what_does_not_fit_in_the_file_counts_as_the_default(path: Path) -> None:
    path.write_text('{"sending.messages_per_second": "many", "look.theme": "pink", "webhook.port": 9000}')
    settings = Settings(path)

    assert (settings.messages_per_second, settings.theme, settings.webhook_port) == (20, "system", 9000)


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"null", b"\xff\xfe\x00garbage", b'"text"', b"\x00" * 50])
def test_a_broken_file_is_no_reason_not_to_open(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    settings = Settings(path)

    assert settings.theme == "system"
    settings.theme = "dark"
    assert Settings(path).theme == "dark"


def test_keys_of_a_newer_program_are_kept(path: Path) -> None:
    path.write_text('{"future.thing": [1, 2], "look.theme": "dark"}')
    settings = Settings(path)

    settings.theme = "light"

    assert kept(path) == {"future.thing": [1, 2], "look.theme": "light"}


def test_two_programs_do_not_undo_each_other(path: Path) -> None:
    one, two = Settings(path), Settings(path)

    one.theme = "dark"
    two.language = "nl"

    assert kept(path) == {"look.theme": "dark", "look.language": "nl"}


def test_threads_do_not_undo_each_other(path: Path) -> None:
    settings = Settings(path)
    together = threading.Barrier(2)

    def change(name: str, values: list[object]) -> None:
        together.wait()
        for value in values:
            setattr(settings, name, value)

    threads = [
        threading.Thread(target=change, args=("messages_per_second", list(range(1, 41)))),
        threading.Thread(target=change, args=("webhook_port", list(range(2000, 2040)))),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert kept(path) == {"sending.messages_per_second": 40, "webhook.port": 2039}


def test_a_disk_that_refuses_is_told_and_nothing_changes(tmp_path: Path) -> None:
    told: list[int] = []
    settings = Settings(tmp_path / "nowhere" / "settings.json", lambda: told.append(1))

    with pytest.raises(WorldError) as caught:
        settings.theme = "dark"

    assert caught.value.code == "cannot-write"
    assert settings.theme == "system"
    assert told == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(sorted(ALL)), json_values)
def test_no_value_of_the_file_can_break_a_setting(name: str, value: object) -> None:
    settings = Settings(Path("not-there.json"))
    settings.values = {ALL[name].key: value}

    assert type(getattr(settings, name)) is type(ALL[name].default)
    assert ALL[name].fits(getattr(settings, name))
