"""Decides which numbers of a step are shown on the canvas of a journey that runs, and which of them make it hot."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.base.i18n import ctr, mark, ntr, number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.journeys.graph import Journey, link_id
from whatsapp_studio.journeys.living import FAILED, Counts, Place
from whatsapp_studio.journeys.table import ports_of, title_of
from whatsapp_studio.qt.canvas.counters import Counter, Spot, Tone

# What a heat view goes by: its name, and the colour of the tint.
HEATS: Mapping[str, tuple[str, str]] = {
    "": (mark("No heat"), ""),
    "waiting": (mark("Heat: who waits"), "warning"),
    "passed": (mark("Heat: who went on"), "accent"),
    "failed": (mark("Heat: what failed"), "error"),
}
_SHORT = 9_999


def cards(journey: Journey, counts: Mapping[str, Counts]) -> dict[str, tuple[Counter, ...]]:
    """The numbers on each card: who came, who is there, what failed, whose way ended; none where nothing happened."""
    return {i: _card(counts.get(i) or Counts()) for i in journey.steps}


def _card(one: Counts) -> tuple[Counter, ...]:
    if not one.entered:
        return ()
    came = ntr("{n} came to this step", "{n} came to this step", one.entered)
    here = ntr("{n} is here now", "{n} are here now", one.waiting)
    found = [Counter("entered", short(one.entered), "arrow-down", "quiet", came, main=not one.waiting)]
    if one.waiting:
        found.append(Counter("waiting", short(one.waiting), "hourglass", "strong", here, main=True))
    if one.failed:
        failed = ntr("{n} failed here", "{n} failed here", one.failed)
        found.append(Counter("failed", short(one.failed), "circle-x", "warning", failed, main=True))
    if one.over:
        over = ntr("{n} left the journey here", "{n} left the journey here", one.over)
        found.append(Counter("ended", short(one.over), "flag", "plain", over))
    return tuple(found)


def outputs(journey: Journey, counts: Mapping[str, Counts]) -> dict[str, Counter]:
    """How many left by each output, by the id of its link."""
    found = {}
    for i, step in journey.steps.items():
        for port in ports_of(step, journey):
            n = counts[i].passed.get(port.name, 0) if i in counts else 0
            if n:
                tone: Tone = "warning" if port.name == FAILED else "plain"
                tip = ntr("{n} went on by “{output}”", "{n} went on by “{output}”", n, output=port.label)
                found[link_id(i, port.name)] = Counter("passed", short(n), "", tone, tip)
    return found


def heat(which: str, counts: Mapping[str, Counts]) -> dict[str, float]:
    """How hot each step is: its share of the most; nothing where no step has any."""
    numbers = {i: amount(which, one) for i, one in counts.items()}
    most = max(numbers.values(), default=0)
    return {i: n / most for i, n in numbers.items() if n} if most else {}


def heat_of_links(which: str, journey: Journey, counts: Mapping[str, Counts]) -> dict[str, float]:
    """How hot each arrow is, by how many went along it: all of them, or those for whom the step failed."""
    if which not in ("passed", "failed"):
        return {}
    went = {
        link.id: counts[link.source].passed.get(link.port, 0)
        for link in journey.links.values()
        if link.source in counts and (which == "passed" or link.port == FAILED)
    }
    most = max(went.values(), default=0)
    return {i: n / most for i, n in went.items() if n} if most else {}


def amount(which: str, one: Counts) -> int:
    """What a heat view counts of a step."""
    return {"waiting": one.waiting, "passed": one.left, "failed": one.failed}.get(which, 0)


def place_of(plan: int, spot: Spot) -> Place:
    """Whom a number counts."""
    return Place(plan=plan, step=spot.step, what=spot.which, port=spot.port)


def count_at(place: Place, counts: Mapping[str, Counts]) -> int:
    """How many are at a place by the numbers."""
    if not place.step:
        return sum(one.waiting for one in counts.values())
    one = counts.get(place.step) or Counts()
    match place.what:
        case "passed":
            return one.passed.get(place.port, 0) if place.port else one.left
        case "ended":
            return one.ended.get(place.port, 0) if place.port else one.over
        case _:
            return {"entered": one.entered, "waiting": one.waiting, "failed": one.failed}.get(place.what, 0)


def place_words(journey: Journey, place: Place) -> str:
    """Whom a place is about, as the title of a list."""
    step = journey.steps.get(place.step)
    if step is None:
        return tr("Everybody inside") if place.what == "inside" else tr("Who was inside when it was stopped")
    title = title_of(step)
    match place.what:
        case "entered":
            return tr("Who came to “{step}”", step=title)
        case "failed":
            return tr("For whom “{step}” failed", step=title)
        case "ended":
            return tr("Who left the journey at “{step}”", step=title)
        case "passed":
            label = next((one.label for one in ports_of(step, journey) if one.name == place.port), "")
            if label and len(ports_of(step, journey)) > 1:
                return tr("Who went on from “{step}” by “{output}”", step=title, output=label)
            return tr("Who went on from “{step}”", step=title)
        case _:
            return tr("Who is at “{step}” now", step=title)


def short(n: int) -> str:
    """A number that fits on a card: ``1,204``, ``12.3k``, ``1.2M``."""
    if n <= _SHORT:
        return number(n)
    if n < 999_950:
        return ctr("thousands", "{n}k", n=decimal(n / 1000, least=0))
    return ctr("millions", "{n}M", n=decimal(n / 1_000_000, least=0))
