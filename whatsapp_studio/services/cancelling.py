"""Decides how work that waits for Meta is given up when nobody wants its answer any more."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from whatsapp_studio.base.progress import Cancelled, Progress

T = TypeVar("T")
_LOOK_EVERY = 0.2


def finished(work: Coroutine[Any, Any, T], progress: Progress) -> T:
    """What ``work`` comes to; blocks. Cancelled while it waits, it is broken off, and raises ``Cancelled``."""

    async def run() -> T:
        task = asyncio.ensure_future(work)
        while not (await asyncio.wait([task], timeout=_LOOK_EVERY))[0]:
            if progress.cancelled():
                task.cancel()
                await asyncio.wait([task])
                if task.cancelled():
                    raise Cancelled
        return task.result()

    return asyncio.run(run())
