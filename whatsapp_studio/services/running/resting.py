"""Decides whether there is anything to be done for journeys by now, and what waits where there is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import msgspec

from whatsapp_studio.base.clock import Clock, iso, speed_of
from whatsapp_studio.storage import runs
from whatsapp_studio.storage.db import Store

# What is due sooner than this, in seconds of the machine, is waited for.
SOON = 10.0
_ALIVE = "('running', 'paused', 'closed')"
# News to be heard, a request under way, a message that may leave, somebody who is due: all as of one moment.
_BUSY = f"""SELECT EXISTS (SELECT 1 FROM signals WHERE parked = 0)
    OR EXISTS (SELECT 1 FROM effects WHERE kind = 'call' AND state IN ('ready', 'doing'))
    OR EXISTS (SELECT 1 FROM campaigns c JOIN outbox o ON o.campaign_id = c.id
        WHERE c.kind = 'stream' AND c.state = 'sending' AND (o.state = 'sending'
            OR o.state = 'ready' AND o.not_before <= :stamp))
    OR EXISTS (SELECT 1 FROM lives l JOIN plans p ON p.journey_id = l.journey_id AND p.test = l.test
        JOIN runs r ON r.plan_id = p.id AND r.due <= :soon
        WHERE l.state IN {_ALIVE} AND NOT (l.state = 'paused' AND l.pause = 'hold'))"""
_INSIDE = f"""SELECT count(*) AS n FROM runs r JOIN lives l ON l.journey_id = r.journey_id AND l.test = r.test
    WHERE r.ended IS NULL AND l.state IN {_ALIVE}"""


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """How journeys stand: whether anything is to be done, how many contacts wait inside, and when one is due next."""

    busy: bool
    inside: int = 0
    next: datetime | None = None


def resting(store: Store, clock: Clock, engine: Callable[[], tuple[bool, datetime | None]]) -> Rest:
    """How journeys stand now; ``engine`` says whether its journeys rest, and until when."""
    rests, due = engine()
    now = clock.now()
    soon = now + timedelta(seconds=SOON * speed_of(clock))
    if not rests or (due is not None and due <= soon):
        return Rest(busy=True)
    if store.value(_BUSY, {"stamp": iso(now), "soon": runs.ms(soon)}):
        return Rest(busy=True)
    return Rest(busy=False, inside=int(str(store.value(_INSIDE))), next=due)
