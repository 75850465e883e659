"""How many template messages a second the sandbox takes on one core, with webhooks told all the while.

Run: python tests/benchmarks/bench_sandbox.py [--seconds 10] [--rate 1000] [--assert]
Load comes from a second process over raw sockets; the webhook receiver is a third. Linux only (reads /proc).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import time
from multiprocessing.connection import Connection

CONNECTIONS = 32


def cpu_seconds(pid: int) -> float:
    """Processor time a process has used."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def request(info: dict[str, str], n: int) -> bytes:
    """One message of about 900 bytes to its own person, with its own key."""
    body = json.dumps(
        {
            "messaging_product": "whatsapp",
            "recipient_type": "individual",
            "to": f"+316{10_000_000 + n}",
            "type": "template",
            "biz_opaque_callback_data": f"campaign:{n:08d}",
            "template": {
                "name": "order_update",
                "language": {"code": "nl"},
                "components": [
                    {"type": "header", "parameters": [{"type": "text", "text": f"FG-{n}"}]},
                    {
                        "type": "body",
                        "parameters": [
                            {"type": "text", "text": "Chloé"},
                            {"type": "text", "text": "onderweg, met een bedankje voor het wachten erbij"},
                            {"type": "text", "text": "vrijdag 24 april tussen 9.30 en 11.00 uur"},
                        ],
                    },
                    {
                        "type": "button",
                        "sub_type": "url",
                        "index": "0",
                        "parameters": [{"type": "text", "text": f"FG-{n}"}],
                    },
                ],
            },
        }
    ).encode()
    head = (
        f"POST /v25.0/{info['phone_number_id']}/messages HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {info['token']}\r\nContent-Type: application/json\r\n"
        f"User-Agent: bench\r\nAccept: */*\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def load(info: dict[str, str], rate: float, seconds: float) -> dict[str, float]:
    """Offer ``rate`` messages a second (0: as many as are answered) for ``seconds``; how it went."""
    port = int(info["url"].rpartition(":")[2])
    started = time.perf_counter()
    ends = started + seconds
    count = 0
    good = 0
    waits: list[float] = []

    async def one() -> None:
        nonlocal count, good
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while True:
            n = count
            count += 1
            due = started + n / rate if rate else time.perf_counter()
            if due >= ends or time.perf_counter() >= ends + 5:
                break
            wait = due - time.perf_counter()
            if wait > 0:
                await asyncio.sleep(wait)
            sent = time.perf_counter()
            if not rate and sent >= ends:
                break
            writer.write(request(info, n))
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
            await reader.readexactly(length)
            good += head.startswith(b"HTTP/1.1 200")
            waits.append(time.perf_counter() - sent)
        writer.close()

    await asyncio.gather(*(one() for _ in range(CONNECTIONS)))
    took = time.perf_counter() - started
    waits.sort()
    return {
        "good": good,
        "seconds": took,
        "rate": good / max(took, seconds if rate else took),
        "p50_ms": waits[len(waits) // 2] * 1000,
        "p99_ms": waits[int(len(waits) * 0.99)] * 1000,
    }


def run_load(pipe: Connection, info: dict[str, str], rate: float, seconds: float) -> None:
    pipe.send(asyncio.run(load(info, rate, seconds)))


def receive(pipe: Connection) -> None:
    """A receiver that says 200 to everything."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                await reader.readexactly(int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0]))
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(handle, "127.0.0.1", 0, limit=1 << 22)
        pipe.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(main())


def stats(info: dict[str, str]) -> dict[str, object]:
    with socket.create_connection(("127.0.0.1", int(info["url"].rpartition(":")[2]))) as link:
        link.sendall(b"GET /sandbox/stats HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: link.recv(65536), b""))
    told: dict[str, object] = json.loads(answer.partition(b"\r\n\r\n")[2])
    return told


def measure(rate: float, seconds: float, speed: float) -> dict[str, float]:
    """One run on a fresh sandbox: what was reached and what it cost."""
    theirs, ours = multiprocessing.Pipe()
    receiver = multiprocessing.Process(target=receive, args=(theirs,), daemon=True)
    receiver.start()
    server = subprocess.Popen(
        [
            sys.executable, "-m", "whatsapp_studio.sandbox.server", "--throughput", "0", "--speed", str(speed),
            "--webhook-url", f"http://127.0.0.1:{ours.recv()}/",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip
    try:
        assert server.stdout is not None
        info = json.loads(server.stdout.readline())
        there, here = multiprocessing.Pipe()
        before = cpu_seconds(server.pid)
        began = time.perf_counter()
        loader = multiprocessing.Process(target=run_load, args=(there, info, rate, seconds), daemon=True)
        loader.start()
        found: dict[str, float] = here.recv()
        used, wall = cpu_seconds(server.pid) - before, time.perf_counter() - began
        told = stats(info)
        assert told["accepted"] == found["good"] and told["duplicates"] == 0, told
        webhooks = told["webhooks"]
        assert isinstance(webhooks, dict)
        found |= {"cpu_us": used / found["good"] * 1e6, "cores": used / wall, "updates": float(webhooks["updates"])}
        return found
    finally:
        server.terminate()
        server.wait()
        receiver.terminate()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rate", type=float, default=1000)
    parser.add_argument("--speed", type=float, default=5)
    parser.add_argument("--assert", dest="check", action="store_true", help="fail below 1,000 a second on one core")
    given = parser.parse_args()
    flat = measure(0, given.seconds / 2, given.speed)
    offered = measure(given.rate, given.seconds, given.speed)
    for name, found in (("as fast as it goes", flat), (f"{given.rate:.0f}/s offered", offered)):
        print(
            f"{name}: {found['rate']:.0f}/s, {found['cpu_us']:.0f} µs CPU a message, {found['cores']:.2f} core, "
            f"p50 {found['p50_ms']:.1f} ms, p99 {found['p99_ms']:.1f} ms, {found['updates']:.0f} webhook updates"
        )
    per_core = 1e6 / offered["cpu_us"]
    print(f"one core carries {per_core:.0f}/s with webhooks")
    return 0 if not given.check or per_core >= 1000 else 1


if __name__ == "__main__":
    sys.exit(main())
