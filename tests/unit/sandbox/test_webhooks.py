"""Webhooks: batched, signed, escaped, repeated, out of order, and kept until somebody takes them."""

from __future__ import annotations

import asyncio
import json

import pytest

from tests.unit.sandbox.desk import Desk, template
from whatsapp_studio.sandbox import webhooks
from whatsapp_studio.sandbox.app import Sandbox
from whatsapp_studio.sandbox.reserved import phone_for
from whatsapp_studio.sandbox.truth import Truth
from whatsapp_studio.sandbox.webhooks import GATHER, LAST_GAP, Subscriber, Update, gap
from whatsapp_studio.sandbox.world import World


def test_statuses_are_batched_with_their_people_beside_them() -> None:
    desk = Desk()
    desk.set(rates={"silent": 1})
    for n in range(50):
        desk.send(f"+3161000{n:04d}")
    desk.time += 2
    desk.later(1)
    assert len(desk.posts) == 1
    (value,) = desk.changes()
    assert len(value["statuses"]) == 50
    assert [c["wa_id"] for c in value["contacts"]] == [s["recipient_id"] for s in value["statuses"]]
    assert value["metadata"] == {
        "display_phone_number": desk.world.number.digits,
        "phone_number_id": desk.world.number.id,
    }
    assert json.loads(desk.posts[0][0])["object"] == "whatsapp_business_account"


def test_the_body_is_ascii_and_the_signature_is_over_its_bytes() -> None:
    desk = Desk()
    desk.post("/sandbox/inbound", json={"from": "+31612345678", "text": "Ça va, Jürgen? 🚲", "name": "Zoë"})
    desk.later(1)
    (raw, headers) = desk.posts[0]
    assert raw.isascii() and b"\\u00c7a va" in raw and b"\\ud83d\\udeb2" in raw and b"Zo\\u00eb" in raw
    assert desk.inbound()[0]["text"]["body"] == "Ça va, Jürgen? 🚲"
    assert headers["Content-Type"] == "application/json"


def test_a_post_never_holds_more_than_its_share() -> None:
    desk = Desk(throughput=0)
    desk.set(rates={"silent": 1})
    for n in range(webhooks.MOST_PER_POST + 1):
        desk.send(f"+3161000{n:04d}")
    desk.time += 2
    desk.later(1)
    assert [len(v["statuses"]) for v in desk.changes()] == [webhooks.MOST_PER_POST, 1]


def test_what_is_not_taken_is_kept_and_comes_again_unchanged() -> None:
    desk = Desk()
    desk.hook_says = 500
    desk.send(phone_for("silent"))
    desk.later(3)
    tries = len(desk.posts)
    assert tries > 1 and len({body for body, _ in desk.posts}) == 1
    desk.send(phone_for("unread"))
    desk.later(10)
    stats = desk.stats()["webhooks"]
    assert stats["updates"] == 0 and stats["waiting"] == 3
    desk.hook_says = 204
    desk.posts.clear()
    desk.later(1)
    assert [s["status"] for s in desk.statuses()] == ["sent", "sent", "delivered"]
    assert desk.stats()["webhooks"] | {"posts": 0} == {"posts": 0, "updates": 3, "dropped": 0, "waiting": 0}


def test_what_waits_goes_to_the_new_address_at_once() -> None:
    desk = Desk()
    desk.hook_says = 500
    desk.send(phone_for("silent"))
    desk.later(60)
    desk.hook_says = 200
    desk.posts.clear()
    desk.set(webhook_url="http://elsewhere/")
    desk.later(1)
    assert [s["status"] for s in desk.statuses()] == ["sent"]
    assert [s.url for s in desk.box.subscribers.values()] == ["http://elsewhere/"]


def test_a_new_address_does_not_wait_for_the_old_ones_gap() -> None:
    came: list[str] = []

    async def talk() -> None:
        taken, failed = asyncio.Event(), asyncio.Event()

        async def post(url: str, body: bytes, headers: dict[str, str]) -> int:
            came.append(url)
            (taken if "new" in url else failed).set()
            return 200 if "new" in url else 0

        box = Sandbox(webhook_url="http://old/", post=post)
        box.messages.write("31612345678", {"type": "text", "text": {"body": "Hoi"}})
        await asyncio.wait_for(failed.wait(), 5)
        await asyncio.sleep(0)  # the try has ended and the next is set
        box.subscribe(box.world.app_id, "http://new/")
        await asyncio.wait_for(taken.wait(), 1.5)  # the gap is two seconds
        box.close()

    asyncio.run(talk())
    assert came == ["http://old/", "http://new/"]


def test_gaps_grow_to_an_hour_and_speed_shortens_them() -> None:
    gaps = [gap(n, 1.0) for n in range(1, 40)]
    assert gaps[:4] == [2, 4, 8, 16] and max(gaps) == LAST_GAP and gaps == sorted(gaps)
    assert gap(3, 4.0) == 2.0 and gap(1, 1e6) == GATHER and gap(0, 1.0) == GATHER


def test_memory_is_bounded_and_the_oldest_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "MOST_WAITING_BYTES", 1000)
    world, truth = World(1), Truth()
    taken: list[bytes] = []

    async def post(url: str, body: bytes, headers: dict[str, str]) -> int:
        taken.append(body)
        return 200

    subscriber = Subscriber("http://hook/", world, truth, post, by_hand=True)
    for n in range(100):
        subscriber.offer(Update(world.number.id, b'{"n":%03d}' % (n + 100), b"{}"))
    asyncio.run(subscriber.deliver())
    kept = [s["n"] for s in json.loads(taken[0])["entry"][0]["changes"][0]["value"]["statuses"]]
    assert kept == list(range(200 - len(kept), 200)) and 70 < len(kept) < 100
    assert truth.webhook_dropped == 100 - len(kept)


def test_kinds_of_news_keep_their_order_and_their_entries() -> None:
    desk = Desk()
    first, second = desk.world.numbers
    (subscriber,) = desk.box.subscribers.values()
    for update in (
        Update(first, b"1", b"{}"),
        Update(first, b"2", b"{}"),
        Update(second, b"3", b"{}"),
        Update("", b'{"field":"messages","value":4}'),
        Update("", b'{"field":"account","value":5}', time=77),
        Update(first, b"6", b"{}"),
    ):
        subscriber.offer(update)
    asyncio.run(subscriber.deliver())
    entries = json.loads(desk.posts[0][0])["entry"]
    assert [entry.get("time") for entry in entries] == [None, 77, None]
    told = [c["value"] for e in entries for c in e["changes"]]
    assert [v["statuses"] if isinstance(v, dict) else v for v in told] == [[1, 2], [3], 4, 5, [6]]
    assert told[1]["metadata"]["phone_number_id"] == second


def test_some_are_told_twice_and_some_late() -> None:
    desk = Desk()
    desk.set(rates={"duplicate": 1, "read": 1})
    desk.send()
    desk.later()
    assert sorted(s["status"] for s in desk.statuses()) == ["delivered", "delivered", "read", "read", "sent", "sent"]
    late = Desk()
    late.set(rates={"shuffle": 1, "read": 0})
    for n in range(8):
        late.send(f"+3161000{n:04d}")
    late.later()
    told = late.statuses()
    assert len(told) == 16 and told[0]["status"] == "delivered"
    sent, delivered = (
        next(s for s in told if s["status"] == w and s["id"] == told[0]["id"]) for w in ("sent", "delivered")
    )
    assert int(sent["timestamp"]) <= int(delivered["timestamp"])


def test_without_a_subscriber_nothing_is_kept_but_the_truth_goes_on() -> None:
    desk = Desk(hook="")
    desk.send(phone_for("reads"))
    desk.later()
    assert desk.stats()["by_status"] == {"read": 1}
    desk.set(webhook_url="http://hook/")
    desk.later()
    assert desk.posts == []


def test_a_sandbox_on_a_running_loop_tells_by_itself_and_tries_again() -> None:
    answers = [500, 200]
    seen: list[bytes] = []

    async def talk() -> None:
        taken = asyncio.Event()

        async def post(url: str, body: bytes, headers: dict[str, str]) -> int:
            seen.append(body)
            if not answers or answers.pop(0) == 200:
                taken.set()
                return 200
            return 500

        box = Sandbox(webhook_url="http://hook/", speed=100, post=post)
        box.messages.write("31612345678", {"type": "text", "text": {"body": "Hoi"}})
        await asyncio.wait_for(taken.wait(), 5)
        assert len(seen) == 2 and seen[0] == seen[1]
        body = {"messaging_product": "whatsapp", "to": phone_for("reads"), **template("welcome", "nl")}
        await box.messages.accept(box.world.number, json.dumps(body).encode(), 25)
        taken.clear()
        await asyncio.wait_for(taken.wait(), 5)
        box.close()

    asyncio.run(talk())
    assert b'"sent"' in seen[2]


def test_a_stream_of_messages_does_not_keep_news_from_coming() -> None:
    """Each new moment once pushed the next look at the clock ahead of itself."""

    async def talk() -> int:
        box = Sandbox(speed=50)
        box.world.settings.throughput = 0
        start = asyncio.get_running_loop().time()
        n = 0
        while asyncio.get_running_loop().time() < start + 0.6:
            n += 1
            body = {"messaging_product": "whatsapp", "to": f"+316{n:08d}", **template("welcome", "nl")}
            await box.messages.accept(box.world.number, json.dumps(body).encode(), 25)
            await asyncio.sleep(0.001)
        moved = n - box.truth.by_status["accepted"]
        box.close()
        return moved

    assert asyncio.run(talk()) > 50
