"""Decides how moments, errors, changes, texts and paths behave: what every other room stands on."""

from __future__ import annotations

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.base import i18n
from whatsapp_studio.base.clock import SystemClock, from_iso, iso
from whatsapp_studio.base.errors import Blocked, Problem, StudioError, UserError
from whatsapp_studio.base.events import Changes, tell_nobody
from whatsapp_studio.base.paths import WorkspacePaths, default_workspace, resource
from whatsapp_studio.base.progress import Unwatched

moments = st.integers(0, 7_258_118_400_000_000).map(
    lambda n: datetime.fromtimestamp(0, UTC) + timedelta(microseconds=n)
)
changes = st.builds(
    Changes, contacts=st.booleans(), lists=st.booleans(), templates=st.booleans(), connection=st.booleans(),
    sending=st.booleans(), settings=st.booleans(), inbox=st.booleans(), campaigns=st.frozensets(st.text(max_size=2)),
)  # fmt: skip


@given(moments, moments)
def test_stored_moments_sort_as_they_happened(one: datetime, two: datetime) -> None:
    one, two = (m.replace(microsecond=m.microsecond // 1000 * 1000) for m in (one, two))

    assert from_iso(iso(one)) == one
    assert iso(one.astimezone(ZoneInfo("Asia/Kolkata"))) == iso(one)
    assert (iso(one) < iso(two)) == (one < two)
    assert len(iso(one)) == len(iso(two))


def test_a_moment_without_a_zone_cannot_be_stored() -> None:
    with pytest.raises(ValueError, match="time zone"):
        iso(datetime(2026, 3, 3))  # noqa: DTZ001


def test_the_systems_clock_is_aware() -> None:
    assert SystemClock().now().utcoffset() == timedelta(0)


@given(changes, changes, changes)
def test_changes_merge_in_any_order(a: Changes, b: Changes, c: Changes) -> None:
    assert a | b == b | a
    assert (a | b) | c == a | (b | c)
    assert a | a == a
    assert a | Changes() == a
    assert bool(a | b) == (bool(a) or bool(b))


def test_nothing_changed_is_false() -> None:
    assert not Changes()
    assert Changes(campaigns=frozenset({"1"}))
    tell_nobody(Changes(contacts=True))


def test_an_error_is_a_code_with_facts() -> None:
    error = UserError("name-taken", name="Spring")

    assert isinstance(error, StudioError)
    assert (error.code, error.facts, str(error)) == ("name-taken", {"name": "Spring"}, "name-taken")


def test_metas_code_can_be_one_of_the_facts() -> None:
    assert UserError("meta-190", code=190).facts == {"code": 190}


def test_being_blocked_carries_every_problem() -> None:
    problems = (Problem("a", "template"), Problem("b", severity="warning"))

    blocked = Blocked(problems)

    assert blocked.problems == problems
    assert (blocked.code, blocked.facts) == ("blocked", {"count": 2})


def test_texts_fall_back_to_english_and_fill_their_places() -> None:
    i18n.use_language("xx-YY")

    assert i18n.tr("Hello {name}", name="Maria") == "Hello Maria"
    assert i18n.tr("50% {of}") == "50% {of}"
    assert i18n.ntr("{n} person", "{n} people", 1) == "1 person"
    assert i18n.ntr("{n} of {all}", "{n} of {all}", 4812, all="9") == "4,812 of 9"
    assert i18n.ctr("noun", "Send {n}", n=1) == "Send 1"
    assert i18n.number(1_234_567) == "1,234,567"
    assert i18n.mark("Send") == "Send"


def test_a_missing_fact_stays_visible() -> None:
    assert i18n.fill("{count} of {total}", {"count": 3}) == "3 of …"


def test_a_workspace_is_its_owners_alone(tmp_path: Path) -> None:
    paths = WorkspacePaths(tmp_path / "a" / "b")

    paths.create()
    paths.create()

    assert all(folder.is_dir() for folder in (paths.root, paths.logs, paths.exports))
    assert {paths.database.parent, paths.settings.parent, paths.writer_lock.parent, paths.receiver_lock.parent} == {
        paths.root
    }
    if os.name == "posix":
        assert stat.S_IMODE(paths.root.stat().st_mode) == 0o700


def test_shipped_files_are_found() -> None:
    assert resource("samples").is_dir()


def test_the_workspace_without_a_name_lies_in_the_persons_data(home: Path) -> None:
    assert default_workspace().name == "workspace"
    assert home in default_workspace().parents


def test_unwatched_work_is_never_cancelled() -> None:
    progress = Unwatched()
    progress.report(1, 2)
    assert not progress.cancelled()
