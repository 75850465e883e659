"""Decides how the sandbox runs as a program: on loopback, one process, first line of output says how to connect."""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import sys
from collections.abc import Callable
from typing import Any

import uvicorn
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from whatsapp_studio.base.clock import given_clock, speed_of
from whatsapp_studio.sandbox.app import Sandbox, create
from whatsapp_studio.sandbox.control import GUIDE
from whatsapp_studio.sandbox.reserved import help_text

HOST = "127.0.0.1"
Ready = Callable[[dict[str, str]], None]
Connections = dict[object, asyncio.Transport]


def _protocol(connections: Connections) -> type[asyncio.Protocol]:
    """uvicorn's own protocol, that also remembers which transport belongs to which client."""

    class Remembering(AutoHTTPProtocol):  # type: ignore[misc, valid-type]
        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            connections[self.client] = transport

        def connection_lost(self, exc: Exception | None) -> None:
            connections.pop(self.client, None)
            super().connection_lost(exc)

    return Remembering


class _Server(uvicorn.Server):
    """Tells when it listens, and stops listening for a while when asked to."""

    def __init__(
        self,
        config: uvicorn.Config,
        listener: socket.socket,
        box: Sandbox,
        connections: Connections,
        ready: Callable[[], None],
    ) -> None:
        super().__init__(config)
        self._listener = listener
        self._box = box
        self._connections = connections
        self._ready = ready
        self._watch: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._watch = asyncio.create_task(self._outages())
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self._watch is not None:
            self._watch.cancel()
        self._box.closing.set()
        await super().shutdown(sockets)

    async def _outages(self) -> None:
        address = self._listener.getsockname()
        while True:
            seconds = await self._box.outages.get()
            await asyncio.sleep(0.05)  # the answer to whoever asked for it goes out first
            for server in self.servers:
                server.close()
            for transport in list(self._connections.values()):
                transport.abort()
            await asyncio.sleep(seconds)
            self._listener = _listen(address[1])
            self.servers = [
                await asyncio.get_running_loop().create_server(
                    lambda: self.config.http_protocol_class(  # type: ignore[call-arg]
                        config=self.config, server_state=self.server_state, app_state=self.lifespan.state
                    ),
                    sock=self._listener,
                )
            ]


def _listen(port: int) -> socket.socket:
    # With the protocol named, asyncio turns Nagle's delay off; without, every answer waits 40 ms for an ACK.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((HOST, port))
    listener.listen(2048)
    return listener


def serve(
    port: int = 0,
    seed: int = 1,
    latency_ms: float = 0,
    webhook_url: str = "",
    speed: float = 1.0,
    ready: Ready | None = None,
    throughput: int = 80,
) -> None:
    """Run until interrupted. ``port`` 0 takes a free one; ``ready`` gets url, token and ids once it listens."""
    clock = given_clock()
    box = Sandbox(
        seed=seed, webhook_url=webhook_url, latency_ms=latency_ms, speed=speed, pace=speed_of(clock),
        now=lambda: clock.now().timestamp(),
    )  # fmt: skip
    box.world.settings.throughput = throughput
    connections: Connections = {}
    box.connections = connections
    listener = _listen(port)
    url = f"http://{HOST}:{listener.getsockname()[1]}"
    config = uvicorn.Config(
        create(sandbox=box),
        http=_protocol(connections),
        ws="none",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=1,
        timeout_keep_alive=75,
    )

    def announce() -> None:
        if ready is not None:
            ready(box.world.info(url))

    _Server(config, listener, box, connections, announce).run(sockets=[listener])


def _print(info: dict[str, str]) -> None:
    sys.stdout.write(json.dumps(info) + "\n")
    sys.stdout.flush()


def main(arguments: list[str] | None = None) -> int:
    """The command line of ``python -m whatsapp_studio.sandbox.server``."""
    parser = argparse.ArgumentParser(
        prog="whatsapp-studio sandbox",
        description="A look-alike of Meta's Cloud API on this machine.",
        epilog=GUIDE + help_text(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 takes a free one")
    parser.add_argument("--seed", type=int, default=1, help="what the world is made from")
    parser.add_argument("--latency-ms", type=float, default=0, help="wait before every answer")
    parser.add_argument("--webhook-url", default="", help="where statuses and replies are posted")
    parser.add_argument("--speed", type=float, default=1.0, help="how many times faster people are")
    parser.add_argument("--throughput", type=int, default=80, help="messages a second per number; 0 lifts the limit")
    given = parser.parse_args(arguments)
    if not given.speed > 0:
        parser.error("--speed must be above 0")
    try:
        serve(given.port, given.seed, given.latency_ms, given.webhook_url, given.speed, _print, given.throughput)
    except OSError as error:
        sys.stderr.write(f"cannot listen on port {given.port}: {error.strerror}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
