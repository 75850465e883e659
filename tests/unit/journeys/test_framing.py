"""Decides which frame a step is in once it was moved: the one under its middle, its own first, or none."""

from __future__ import annotations

from whatsapp_studio.journeys.framing import put_frames, reframed
from whatsapp_studio.journeys.graph import Frame, Journey, Step
from whatsapp_studio.journeys.table import KINDS

AREAS = {"left": (0, 0, 400, 400), "right": (600, 0, 1000, 400), "inner": (640, 40, 900, 300)}


def journey(**frames: tuple[str, ...]) -> Journey:
    steps = {i: Step(id=i, kind="wait", fields=KINDS["wait"].defaults()) for i in "abcd"}
    return Journey(
        id="j", name="Framed", steps=steps, places=dict.fromkeys(steps, (100, 100)),
        frames={i: Frame(id=i, title=i, steps=some) for i, some in frames.items()},
    )  # fmt: skip


def after(value: Journey, framed: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    for edit in put_frames(value, framed):
        value = edit.apply(value)
    return {i: frame.steps for i, frame in value.frames.items()}


def test_a_loose_step_joins_the_frame_under_its_middle() -> None:
    value = journey(left=("a", "b"))
    found = reframed(value, {"c": (150, 200)}, AREAS)
    assert found == {"left": ("a", "b", "c")} and after(value, found) == found
    assert reframed(value, {"c": (340, 200)}, AREAS) == {}, "its corner alone is inside"


def test_a_member_dragged_out_is_in_none_and_one_that_stays_inside_stays() -> None:
    value = journey(left=("a", "b"))
    assert reframed(value, {"a": (450, 0)}, AREAS) == {"left": ("b",)}
    assert reframed(value, {"a": (150, 300)}, AREAS) == {}


def test_from_one_frame_to_another_in_one_go_and_the_smaller_wins() -> None:
    value = journey(left=("a", "b"), right=("c",), inner=("d",))
    found = reframed(value, {"a": (660, 100)}, AREAS)
    assert found == {"left": ("b",), "inner": ("d", "a")}
    assert after(value, found) == {"left": ("b",), "inner": ("d", "a"), "right": ("c",)}


def test_a_frame_that_moves_whole_keeps_its_steps() -> None:
    value = journey(left=("a", "b"), right=("c",))
    assert reframed(value, {"a": (700, 100), "b": (700, 200)}, AREAS) == {}


def test_a_collapsed_frame_lets_nobody_in_or_out() -> None:
    value = journey(left=("a", "b"))
    open_ones = {"right": AREAS["right"]}
    assert reframed(value, {"a": (450, 0), "c": (150, 100)}, open_ones) == {}
