"""The sandbox as a program: its first line, its dropped connections, its outages and its end."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from tests.unit.sandbox.desk import MARIA, spring
from whatsapp_studio.sandbox import server
from whatsapp_studio.sandbox.reserved import phone_for

COMMAND = [sys.executable, "-m", "whatsapp_studio.sandbox.server"]


class Running:
    """A sandbox in its own process."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen([*COMMAND, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.info: dict[str, str] = json.loads(self.process.stdout.readline())
        self.client = httpx.Client(
            base_url=self.info["url"],
            headers={"Authorization": f"Bearer {self.info['token']}"},
            timeout=5,
            trust_env=False,
        )

    def send(self, to: str = MARIA, **rest: Any) -> httpx.Response:
        body = {"messaging_product": "whatsapp", "to": to, **spring(), **rest}
        return self.client.post(f"/v25.0/{self.info['phone_number_id']}/messages", json=body)

    def stats(self) -> Any:
        return self.client.get("/sandbox/stats").json()

    def end(self) -> str:
        """Stop it; what it said on standard error."""
        self.client.close()
        self.process.terminate()
        _, said = self.process.communicate(timeout=10)
        return said


@pytest.fixture
def running() -> Iterator[Running]:
    sandbox = Running("--seed", "7", "--speed", "50")
    yield sandbox
    assert sandbox.end() == ""


def test_the_first_line_says_how_to_connect(running: Running) -> None:
    assert set(running.info) == {"url", "token", "waba_id", "phone_number_id", "app_secret"}
    assert running.info["url"].startswith("http://127.0.0.1:")
    assert running.send().status_code == 200
    assert running.client.get(f"/{running.info['waba_id']}/message_templates?limit=1").json()["data"]


@pytest.mark.parametrize(("act", "accepted"), [("drop-before", 0), ("drop-after", 1)])
def test_connections_are_dropped_without_an_answer(running: Running, act: str, accepted: int) -> None:
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        running.send(phone_for(act))
    assert running.stats()["accepted"] == accepted
    assert running.send().status_code == 200


def test_a_client_that_went_away_leaves_no_trace_in_the_log(running: Running) -> None:
    with pytest.raises(httpx.ReadTimeout):
        running.client.post(
            f"/{running.info['phone_number_id']}/messages",
            json={"messaging_product": "whatsapp", "to": phone_for("slow"), **spring()},
            timeout=0.2,
        )
    assert running.stats()["accepted"] == 1


def test_offline_and_outages(running: Running) -> None:
    running.client.post("/sandbox/settings", json={"offline": True})
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        running.send()
    running.client.post("/sandbox/settings", json={"offline": False, "outage_seconds": 0.4})
    deadline, refused = time.monotonic() + 5, 0
    while time.monotonic() < deadline:
        try:
            running.stats()
        except httpx.ConnectError:
            refused += 1
            time.sleep(0.02)
        except httpx.TransportError:
            continue
        else:
            if refused:
                break
    assert refused and running.send().status_code == 200


def test_webhooks_come_from_the_child() -> None:
    got: list[bytes] = []
    came = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.end_headers()
            if b'"read"' in got[-1]:
                came.set()

        def log_message(self, format: str, *args: object) -> None:
            pass

    hook = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=hook.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    sandbox = Running("--speed", "50", "--webhook-url", f"http://127.0.0.1:{hook.server_address[1]}/")
    try:
        sandbox.send(phone_for("reads"), biz_opaque_callback_data="k1")
        assert came.wait(10)
        assert b"k1" in got[0]
    finally:
        assert sandbox.end() == ""
        hook.shutdown()
        thread.join()
        hook.server_close()


def test_a_port_in_use_is_said_plainly() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = subprocess.run(
            [*COMMAND, "--port", str(taken.getsockname()[1])], capture_output=True, text=True, timeout=30
        )
    assert answer.returncode == 1 and "cannot listen on port" in answer.stderr and answer.stdout == ""


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT for a child there")
def test_ctrl_c_ends_it_quietly() -> None:
    sandbox = Running()
    sandbox.client.close()
    sandbox.process.send_signal(signal.SIGINT)
    _, said = sandbox.process.communicate(timeout=10)
    assert sandbox.process.returncode == 130 and said == ""


def test_time_cannot_stand_still(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        server.main(["--speed", "0"])
    assert ended.value.code == 2 and "--speed" in capsys.readouterr().err
    with pytest.raises(ValueError, match="speed"):
        server.serve(speed=0)


def test_help_has_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        server.main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    assert phone_for("drop-after") in shown and "/sandbox/settings" in shown
