"""Decides in which frame steps are after they were moved by hand: in the one they were put in, or in none."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.journeys.boxes import Rect, size_of
from whatsapp_studio.journeys.edits import PutFrame, replace
from whatsapp_studio.journeys.graph import Journey, Point


def reframed(journey: Journey, places: Mapping[str, Point], areas: Mapping[str, Rect]) -> dict[str, tuple[str, ...]]:
    """The steps of each frame that gets or loses some when steps stand at ``places``.

    ``areas`` is where each frame that is open stood before. The middle of a step counts: inside the area of its own
    frame it stays, inside another it joins that (the smallest), else it is in none. A frame whose steps all move goes
    along with them and stays as it is.
    """
    along = {i for i, frame in journey.frames.items() if frame.steps and set(frame.steps) <= places.keys()}
    home = {step: i for i, frame in journey.frames.items() for step in frame.steps}
    steps = {i: list(frame.steps) for i, frame in journey.frames.items()}
    for step, place in places.items():
        was = home.get(step, "")
        if step not in journey.steps or was in along or (was and was not in areas):
            continue
        wide, high = size_of(journey, step)
        middle = place[0] + wide // 2, place[1] + high // 2
        under = [i for i, area in areas.items() if i not in along and i in steps and _holds(area, middle)]
        now = was if was in under else min(under, key=lambda i: _extent(areas[i]), default="")
        if now != was:
            if was:
                steps[was].remove(step)
            if now:
                steps[now].append(step)
    return {i: tuple(some) for i, some in steps.items() if tuple(some) != journey.frames[i].steps}


def put_frames(journey: Journey, framed: Mapping[str, tuple[str, ...]]) -> tuple[PutFrame, ...]:
    """The edits that give frames these steps: who loses some lets go of them first."""
    losing_first = sorted(framed, key=lambda i: not set(journey.frames[i].steps) - set(framed[i]))
    return tuple(PutFrame(frame=replace(journey.frames[i], steps=framed[i])) for i in losing_first)


def _holds(area: Rect, point: Point) -> bool:
    return area[0] <= point[0] <= area[2] and area[1] <= point[1] <= area[3]


def _extent(area: Rect) -> int:
    return (area[2] - area[0]) * (area[3] - area[1])
