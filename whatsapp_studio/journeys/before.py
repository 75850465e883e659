"""Decides what is certain of whoever stands at a step: how they came in, when they last wrote, what they were sent."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

from whatsapp_studio.journeys.flow import OPEN, Flow, Way
from whatsapp_studio.journeys.graph import Link

# Twenty-four hours after the contact wrote, free text is over: more need not be counted.
WINDOW = 1440
Name = TypeVar("Name")


class Before(msgspec.Struct, frozen=True):
    """What holds on every way to a step, and what can hold on one of them.

    ``entries`` are the entries it can be reached from, ``saved`` the answers kept on the way; of a reaction
    ``messages`` are the last message on each way (None: a way without one) and ``after_to`` is whether the message
    it names is sent on one of them; ``soonest`` and ``latest`` are minutes since the contact wrote,
    :data:`~whatsapp_studio.journeys.flow.OPEN` for never; ``consented`` is true where everybody said yes to
    marketing.
    """

    entries: frozenset[str] = frozenset()
    saved: frozenset[str] = frozenset()
    messages: frozenset[str | None] = frozenset()
    after_to: bool = False
    soonest: int = OPEN
    latest: int = OPEN
    consented: bool = False


class _State(msgspec.Struct, frozen=True, gc=False):
    entries: int
    saved: int
    messages: int
    sent: int
    # Minutes since the last message was sent, at most.
    since: int
    soonest: int
    latest: int
    consented: bool


class Web:
    """A journey's steps and links as numbers, made once and asked about loops, reach and ways."""

    def __init__(self, flows: Sequence[Flow], links: Mapping[str, Link]) -> None:
        self.flows = flows
        self.number = {flow.id: n for n, flow in enumerate(flows)}
        self.ends: dict[tuple[int, str], int] = {}
        for link in links.values():
            source, target = self.number.get(link.source), self.number.get(link.target)
            if source is not None and target is not None:
                self.ends[source, link.port] = target
        self.out: list[list[tuple[int, Way]]] = [
            [(end, way) for way in flow.ways if (end := self.ends.get((n, way.port))) is not None]
            for n, flow in enumerate(flows)
        ]
        for (source, port), target in self.ends.items():
            if not flows[source].kind:
                # Nobody knows what a step of a newer version does.
                self.out[source].append((target, Way(port, "path", 0, OPEN, True)))
        self.entries = [n for n, flow in enumerate(flows) if flow.entry and not flow.disabled]

    @cached_property
    def reached(self) -> frozenset[int]:
        """The steps a contact can come to."""
        seen = set(self.entries)
        left = list(seen)
        while left:
            for target, _ in self.out[left.pop()]:
                if target not in seen:
                    seen.add(target)
                    left.append(target)
        return frozenset(seen)

    @cached_property
    def order(self) -> list[list[int]]:
        """The steps that can be reached, in the order of the flow; those that lead to each other together."""
        return components([[target for target, _ in ways] for ways in self.out], self.entries)

    def loops(self, steps: Sequence[int], *, held: bool) -> list[list[int]]:
        """The groups among ``steps`` that lead to each other; without ``held`` only ways that hold nobody count."""
        among = set(steps)
        out: list[list[int]] = [
            [t for t, way in self.out[n] if t in among and (held or not way.holds)] if n in among else []
            for n in range(len(self.out))
        ]
        return [one for one in components(out, steps) if len(one) > 1 or one[0] in out[one[0]]]

    @cached_property
    def before(self) -> Mapping[str, Before]:
        """What is certain at each step that can be reached."""
        found: dict[int, _State] = {
            n: _State(1 << i, 0, 1, 0, OPEN, OPEN, OPEN, False) for i, n in enumerate(self.entries)
        }
        for group in self.order:
            left, waiting, inside = deque(group), set(group), set(group)
            while left:
                n = left.popleft()
                waiting.discard(n)
                state, flow = found[n], self.flows[n]
                named = 1 << (self.number[flow.to] + 1) if flow.to in self.number else 0
                for target, way in self.out[n]:
                    new = _along(state, flow, way, 1 << (n + 1), named)
                    old = found.get(target)
                    both = new if old is None else _both(old, new)
                    if both != old:
                        found[target] = both
                        if len(group) > 1 and target in inside and target not in waiting:
                            left.append(target)
                            waiting.add(target)
        return self._named(found)

    def _named(self, found: Mapping[int, _State]) -> Mapping[str, Before]:
        entry, flows = [self.flows[n].id for n in self.entries], self.flows
        entries = _Sets(lambda bit: entry[bit])
        saved = _Sets(lambda bit: flows[bit - 1].saves)
        messages: _Sets[str | None] = _Sets(lambda bit: flows[bit - 1].id if bit else None)
        return {
            flows[n].id: Before(
                entries[s.entries], saved[s.saved],
                # Only reactions ask for these, and there are as many of them as messages.
                messages[s.messages] if flows[n].kind == "reaction" else frozenset(),
                self._sent(flows[n].to, s.sent), s.soonest, s.latest, s.consented,
            )
            for n, s in found.items()
        }  # fmt: skip

    def _sent(self, step: str, sent: int) -> bool:
        n = self.number.get(step, -1) if step else -1
        return bool(sent >> (n + 1) & 1) if n >= 0 else False


class _Sets(dict[int, frozenset[Name]], Generic[Name]):
    """Sets written as bits, each made once."""

    def __init__(self, name: Callable[[int], Name]) -> None:
        super().__init__()
        self._name = name

    def __missing__(self, bits: int) -> frozenset[Name]:
        found = self[bits] = frozenset(map(self._name, _bits(bits)))
        return found


def _along(state: _State, flow: Flow, way: Way, bit: int, named: int) -> _State:
    """``bit`` stands for the step itself, ``named`` for the message it says it is to (0: none)."""
    since = _later(state.since, way.high)
    soonest, latest = _later(state.soonest, way.low), _later(state.latest, way.high)
    if way.wrote:
        # What a reaction hears can have been said as soon as the message was sent, long before they come to it.
        earlier = state.since if named in (0, state.messages) else OPEN
        soonest, latest = 0, earlier if flow.kind == "reaction" else 0
    return _State(
        state.entries,
        state.saved | bit if flow.saves and way.role == "next" else state.saved,
        bit if way.sent else state.messages,
        state.sent | bit if way.sent else state.sent,
        0 if way.sent else since,
        soonest,
        latest,
        state.consented if not way.consent else way.consent == "yes",
    )


def _both(a: _State, b: _State) -> _State:
    return _State(
        a.entries | b.entries,
        a.saved | b.saved,
        a.messages | b.messages,
        a.sent | b.sent,
        max(a.since, b.since),
        min(a.soonest, b.soonest),
        max(a.latest, b.latest),
        a.consented and b.consented,
    )


def _later(since: int, minutes: int) -> int:
    return since + minutes if since + minutes < WINDOW else OPEN


def _bits(number: int) -> list[int]:
    found: list[int] = []
    while number:
        lowest = number & -number
        found.append(lowest.bit_length() - 1)
        number ^= lowest
    return found


def components(out: Sequence[Sequence[int]], starts: Sequence[int]) -> list[list[int]]:
    """The strongly connected groups that can be reached from ``starts``, each before those it leads to."""
    index, low = [-1] * len(out), [0] * len(out)
    on_stack = bytearray(len(out))
    stack: list[int] = []
    found: list[list[int]] = []
    count = 0
    for start in starts:
        if index[start] >= 0:
            continue
        work = [(start, iter(out[start]))]
        index[start] = low[start] = count
        count += 1
        stack.append(start)
        on_stack[start] = True
        while work:
            node, left = work[-1]
            for target in left:
                if index[target] < 0:
                    index[target] = low[target] = count
                    count += 1
                    stack.append(target)
                    on_stack[target] = True
                    work.append((target, iter(out[target])))
                    break
                if on_stack[target] and index[target] < low[node]:
                    low[node] = index[target]
            else:
                work.pop()
                if work and low[node] < low[work[-1][0]]:
                    low[work[-1][0]] = low[node]
                if low[node] == index[node]:
                    group: list[int] = []
                    while not group or group[-1] != node:
                        group.append(stack.pop())
                        on_stack[group[-1]] = False
                    found.append(group[::-1])
    return found[::-1]
