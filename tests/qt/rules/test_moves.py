"""Parts of a rule move as they are read: in order, into groups and out of them, and nothing is ever lost."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.rules import Group, parse
from whatsapp_studio.audience.rules import tests as asked
from whatsapp_studio.qt.rules.moves import DEEPEST, Deed, done, join_of, part_at, parts_of

A, B, C = ({"field": f"contact.{name}", "op": "is_filled"} for name in "abc")


@pytest.mark.parametrize(
    ("deed", "place", "before", "after", "to"),
    [
        ("up", (1,), {"all": [A, B]}, {"all": [B, A]}, (0,)),
        ("down", (0,), {"all": [A, B]}, {"all": [B, A]}, (1,)),
        ("up", (0,), {"all": [A, B]}, {"all": [A, B]}, (0,)),
        ("down", (1,), {"all": [A, B]}, {"all": [A, B]}, (1,)),
        ("down", (0,), {"all": [A, {"any": [B, C]}]}, {"all": [{"any": [A, B, C]}]}, (0, 0)),
        ("up", (1,), {"all": [{"any": [A, B]}, C]}, {"all": [{"any": [A, B, C]}]}, (0, 2)),
        ("up", (0, 0), {"all": [{"any": [A, B]}, C]}, {"all": [A, {"any": [B]}, C]}, (0,)),
        ("down", (0, 1), {"all": [{"any": [A, B]}, C]}, {"all": [{"any": [A]}, B, C]}, (1,)),
        ("down", (0, 0), {"all": [{"none": [A]}, C]}, {"all": [A, C]}, (0,)),
        ("copy", (0,), {"all": [A, B]}, {"all": [A, A, B]}, (1,)),
        ("wrap", (1,), {"all": [A, B]}, {"all": [A, {"any": [B]}]}, (1, 0)),
        ("open", (0,), {"all": [{"any": [A, B]}, C]}, {"all": [A, B, C]}, (0,)),
        ("remove", (0,), {"all": [A, B]}, {"all": [B]}, (0,)),
        ("remove", (0, 0), {"all": [{"any": [A]}, B]}, {"all": [{"any": []}, B]}, (0,)),
        ("copy", (0,), A, {"all": [A, A]}, (1,)),
    ],
)
def test_a_part_goes_where_it_is_read_next(
    deed: Deed, place: tuple[int, ...], before: Any, after: Any, to: tuple[int, ...]
) -> None:
    assert done(before, place, deed) == (after, to)


leaves = st.builds(lambda n: {"field": f"contact.f{n}", "op": "is_filled"}, st.integers(0, 99))
groups = st.recursive(
    st.builds(lambda how, some: {how: some}, st.sampled_from(["all", "any", "none"]), st.lists(leaves, max_size=3)),
    lambda inner: st.builds(
        lambda how, some: {how: some},
        st.sampled_from(["all", "any", "none"]),
        st.lists(st.one_of(leaves, inner), min_size=1, max_size=3),
    ),
    max_leaves=8,
)


def places(raw: Any, at: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
    return [where for n, one in enumerate(parts_of(raw)) for where in ((*at, n), *places(one, (*at, n)))]


def fields(raw: Any) -> list[str]:
    return sorted(one.field for one in asked(parse(raw)))  # type: ignore[union-attr]


def depth(raw: Any) -> int:
    return 1 + max((depth(one) for one in parts_of(raw)), default=0) if join_of(raw) else 0


@given(raw=groups, data=st.data(), deed=st.sampled_from(["up", "down", "wrap", "open", "copy"]))
def test_nothing_is_lost_by_moving(raw: dict[str, Any], data: st.DataObject, deed: Deed) -> None:
    every = places(raw)
    if not every:
        return
    place = data.draw(st.sampled_from(every))
    part = part_at(raw, place)
    if deed == "open" and not join_of(part):
        return
    after, to = done(raw, place, deed)
    assert isinstance(parse(after), Group)
    if deed == "copy":
        assert fields(after) == sorted([*fields(raw), *fields(part)]) and part_at(after, to) == part
    else:
        assert fields(after) == fields(raw)
        if deed in ("up", "down"):
            assert part_at(after, to) == part
        assert depth(after) <= max(depth(raw), DEEPEST + 1)


@given(raw=groups, data=st.data())
def test_what_went_down_comes_up_again(raw: dict[str, Any], data: st.DataObject) -> None:
    alone = [at for at in places(raw) if len(parts_of(part_at(raw, at[:-1]))) > 1]
    empty = any(join_of(one) and not parts_of(one) for one in (part_at(raw, at) for at in places(raw)))
    if not alone or empty or depth(raw) > DEEPEST:
        return
    place = data.draw(st.sampled_from(alone))
    after, to = done(raw, place, "down")
    if to != place:
        assert done(after, to, "up") == (raw, place)
