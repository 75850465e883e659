"""Decides how a sandbox is put together: one world, its parts, and the ASGI application in front of them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from whatsapp_studio.sandbox import control, control_templates, graph
from whatsapp_studio.sandbox.analytics import Analytics
from whatsapp_studio.sandbox.gate import Gate
from whatsapp_studio.sandbox.media import Shelf
from whatsapp_studio.sandbox.messages import Messages
from whatsapp_studio.sandbox.pricing import Prices
from whatsapp_studio.sandbox.templates import TemplateStore
from whatsapp_studio.sandbox.timeline import Timeline
from whatsapp_studio.sandbox.truth import Truth
from whatsapp_studio.sandbox.uploads import Uploads
from whatsapp_studio.sandbox.webhooks import Post, Subscriber, Update
from whatsapp_studio.sandbox.world import Now, World


class Sandbox:
    """All of one sandbox. ``by_hand`` lets nothing happen by itself: tests move ``now`` and call :meth:`advance`.

    ``pace`` is how many seconds ``now`` goes on in a second.
    """

    def __init__(
        self, *, seed: int = 1, webhook_url: str = "", latency_ms: float = 0, speed: float = 1.0,
        now: Now = time.time, by_hand: bool = False, post: Post | None = None, pace: float = 1.0,
    ) -> None:  # fmt: skip
        if not speed > 0:
            raise ValueError(f"speed must be above 0, not {speed}")
        self.world = World(seed, now)
        self.world.settings.latency_ms = float(latency_ms)
        self.world.settings.speed = float(speed)
        self.truth = Truth()
        self.timeline = Timeline(now, by_hand, pace)
        self.subscribers: dict[str, Subscriber] = {}
        self.media = Shelf(self.world)
        self.uploads = Uploads(self.world)
        self.analytics, self.prices = Analytics(self.world), Prices(self.world)
        self.templates = TemplateStore(self.world, self.timeline, self._tell, self.uploads)
        # Open connections by the client's address, so that one can be dropped; None in process.
        self.connections: dict[object, asyncio.Transport] | None = None
        self.outages: asyncio.Queue[float] = asyncio.Queue()
        self.closing = asyncio.Event()
        self.messages = Messages(
            self.world, self.truth, self.templates, self.media, self.timeline, self.subscribers, self.closing,
            self.analytics, self.prices,
        )  # fmt: skip
        self._post = post
        self._by_hand = by_hand
        self.webhook_url = webhook_url
        self.subscribe(self.world.app_id, webhook_url)

    def _tell(self, update: Update) -> None:
        self.messages.tell(update)

    def subscribe(self, app_id: str, url: str) -> None:
        """Send news to ``url`` from now on, also what waits already; an empty one ends it."""
        known = self.subscribers.get(app_id)
        if known is not None and url:
            known.move(url)
        elif known is not None:
            self.subscribers.pop(app_id).close()
        elif url:
            self.subscribers[app_id] = Subscriber(url, self.world, self.truth, self._post, self._by_hand)

    async def advance(self) -> int:
        """Do what is due and deliver what that tells; how many deeds. For sandboxes driven by hand."""
        done = self.timeline.run_due()
        for subscriber in self.subscribers.values():
            await subscriber.deliver()
        return done

    def reset(self) -> None:
        """Back to the state after the start: settings and subscribers stay, everything that happened goes."""
        self.close()
        self.messages.forget()
        self.media.forget()
        self.uploads.forget()
        self.analytics.clear()
        self.prices.clear()
        self.templates.seed()
        fresh = Truth()
        for name in fresh.__slots__:
            setattr(self.truth, name, getattr(fresh, name))

    def close(self) -> None:
        """Forget everything that would still happen or be told."""
        self.timeline.clear()
        for subscriber in self.subscribers.values():
            subscriber.close()


def create(
    seed: int = 1, webhook_url: str = "", latency_ms: float = 0, speed: float = 1.0, *, sandbox: Sandbox | None = None
) -> Starlette:
    """The application, for uvicorn or ``httpx.ASGITransport``; its parts are in ``app.state.sandbox``."""
    box = sandbox or Sandbox(seed=seed, webhook_url=webhook_url, latency_ms=latency_ms, speed=speed)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        box.close()

    app = Starlette(
        routes=[
            *control.routes(box),
            *control_templates.routes(box),
            control.ELSEWHERE,
            Route("/debug_token", graph.debug_token(box), methods=["GET"]),
            Route("/{node}/{edge}", graph.edge(box), methods=["GET", "POST", "DELETE"]),
            Route("/{node}", graph.node(box), methods=["GET", "POST", "DELETE"]),
        ],
        middleware=[Middleware(Gate, sandbox=box)],
        lifespan=lifespan,
    )
    app.state.sandbox = box
    return app
