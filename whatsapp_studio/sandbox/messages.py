"""Decides what happens to a send request: checked, limited, taken, and handed to the person it is for."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec

from whatsapp_studio.sandbox import checks, filling, forms, news
from whatsapp_studio.sandbox.analytics import Analytics
from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.limits import TIERS, Opened, Pairs, Throughput
from whatsapp_studio.sandbox.media import Shelf, kind_of
from whatsapp_studio.sandbox.people import Occasion, Step, contact, plan
from whatsapp_studio.sandbox.pricing import Prices
from whatsapp_studio.sandbox.reserved import BY_DIGITS, Reserved
from whatsapp_studio.sandbox.script import Scene, Script, refusal
from whatsapp_studio.sandbox.templates import Template, TemplateStore
from whatsapp_studio.sandbox.timeline import Timeline
from whatsapp_studio.sandbox.truth import Truth
from whatsapp_studio.sandbox.webhooks import Subscriber, Update
from whatsapp_studio.sandbox.world import Number, World, digest, fractions

REMEMBERED = 200_000
WINDOW = 24 * 3600.0
_decode = msgspec.json.Decoder(dict).decode
_quoted = json.encoder.encode_basestring_ascii


class Dropped(Exception):
    """The connection ends here without an answer."""


class RawAnswer(Exception):
    """An answer that is not Graph's: what a broken machine in between may give."""

    def __init__(self, status: int, body: bytes, content_type: bytes) -> None:
        super().__init__(status)
        self.status, self.body, self.content_type = status, body, content_type


@dataclass(slots=True)
class Sent:
    """One message that was taken."""

    id: str
    number: Number
    phone: str
    key: str
    at: float
    category: str
    window: bool
    status: str
    history: list[tuple[str, float]]
    answers: Mapping[str, Mapping[str, Any]]
    template: Template | None = None


class Messages:
    """The messages of the account, and the people who get them."""

    def __init__(
        self,
        world: World,
        truth: Truth,
        templates: TemplateStore,
        media: Shelf,
        timeline: Timeline,
        subscribers: Mapping[str, Subscriber],
        closing: asyncio.Event,
        analytics: Analytics,
        prices: Prices,
    ) -> None:
        self.analytics, self.prices = analytics, prices
        self.world = world
        self.truth = truth
        self.templates = templates
        self.media = media
        self.timeline = timeline
        self.subscribers = subscribers
        self.closing = closing
        self.pairs, self.opened = Pairs(), Opened()
        self.throughput: dict[str, Throughput] = {}
        self.sent: dict[str, Sent] = {}
        self.windows: dict[str, float] = {}
        self.stopped: set[str] = set()
        self.script = Script()
        self.inbound_ids: dict[str, None] = {}
        self.user_ids: dict[str, str] = {}
        self._written = 0
        self._turns: dict[str, int] = {}
        self._refused_once: set[str] = set()

    def forget(self) -> None:
        """Back to a world nobody has written to."""
        self.pairs.clear()
        self.opened.clear()
        self.throughput.clear()
        self._refused_once.clear()
        for memory in (self.sent, self.windows, self.inbound_ids, self.user_ids, self._turns):
            memory.clear()
        self.stopped.clear()
        self.script.clear()
        self._written = 0

    async def accept(self, number: Number, raw: bytes, version: int) -> bytes:
        """The JSON answer to ``POST /{number}/messages``; raises GraphError, Dropped or RawAnswer."""
        try:
            body = _decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise GraphError(100, message="(#100) The parameter messaging_product is required.") from None
        if body.get("messaging_product") != "whatsapp":
            raise GraphError(100, message="(#100) The parameter messaging_product is required.")
        if not number.registered:
            raise GraphError(133010)
        if body.get("status") == "read":
            return self._mark_read(body)
        if body.get("recipient_type", "individual") != "individual":
            raise checks.invalid("Param recipient_type must be one of {individual}.")
        phone = self._recipient(body)
        key = body.get("biz_opaque_callback_data", "")
        if not isinstance(key, str) or len(key) > 512:
            raise checks.invalid("Param biz_opaque_callback_data must be at most 512 characters long.")
        kind = body.get("type", "text")
        template = None
        if kind == "template":
            template = self._check_template(body, number, version)
        else:
            checks.free_form(str(kind), body, lambda media_id: self.media.usable(media_id, number.id))
        if template is not None and template.raw["category"] == "AUTHENTICATION" and not body.get("to"):
            raise GraphError(131062, "Authentication templates need a phone number.")
        if phone == number.digits:
            raise GraphError(131021, "The recipient's phone number is the sender's own.")
        now = self.world.now()
        row = BY_DIGITS.get(phone)
        if row is not None:
            self._reserved(row)
        self._limits(number, phone, now, opens=template is not None)
        scene = self.script.next(phone)
        if code := refusal(scene):
            raise GraphError(code, "The script says so.")
        return await self._take(number, phone, key, body, template, row, now, scene)

    def _recipient(self, body: dict[str, Any]) -> str:
        """The WhatsApp id behind ``to``, or behind ``recipient``: an id that webhooks gave."""
        if body.get("to") or not body.get("recipient"):
            return checks.wa_id(body.get("to"))
        phone = self.user_ids.get(str(body["recipient"]))
        if phone is None:
            raise checks.invalid("Param recipient is not a known business-scoped user ID.")
        return phone

    def _contact(self, phone: str, name: str = "") -> dict[str, object]:
        """How webhooks show somebody; from then on they can be written to by the id that stands there."""
        told = contact(self.world.seed, phone, name)
        if len(self.user_ids) >= REMEMBERED:
            del self.user_ids[next(iter(self.user_ids))]
        self.user_ids[str(told["user_id"])] = phone
        return told

    def _mark_read(self, body: dict[str, Any]) -> bytes:
        wamid = checks.text(body, "message_id", 512, "message_id")
        if wamid not in self.inbound_ids:
            raise checks.invalid("Param message_id is not a message this number received.")
        typing = body.get("typing_indicator")
        if typing is not None and (not isinstance(typing, dict) or typing.get("type") != "text"):
            raise checks.invalid("Param typing_indicator['type'] must be one of {text}.")
        return b'{"success":true}'

    def _check_template(self, body: dict[str, Any], number: Number, version: int) -> Template:
        wanted = checks.child(body, "template")
        name = checks.text(wanted, "name", 512, "template['name']")
        code = checks.text(checks.child(wanted, "language"), "code", 16, "template['language']['code']")
        template = self.templates.sendable(name, code)
        components = wanted.get("components")
        filling.check(template.form, components, lambda media_id: self.media.usable(media_id, number.id), version)
        return template

    def _reserved(self, row: Reserved) -> None:
        if row.how == "sync" or (row.how == "once" and row.phone not in self._refused_once):
            if row.how == "once":
                self._refused_once.add(row.phone)
            subcode = 463 if row.code == 190 else 33 if row.code == 100 else None
            details = "" if row.code < 1000 else "Wanted: a reserved number of the sandbox."
            raise GraphError(row.code, details, subcode=subcode)
        if row.act == "drop-before":
            raise Dropped
        if row.act == "empty-500":
            raise RawAnswer(500, b"", b"text/plain")
        if row.act == "gateway-502":
            raise RawAnswer(502, b"<html><body><h1>502 Bad Gateway</h1></body></html>", b"text/html")

    def _limits(self, number: Number, phone: str, now: float, *, opens: bool) -> None:
        settings = self.world.settings
        bucket = self.throughput.get(number.id)
        if bucket is None or bucket.per_second != settings.throughput:
            bucket = self.throughput[number.id] = Throughput(settings.throughput)
        if not bucket.take(now):
            raise GraphError(130429, "Message failed to send because there were too many messages in a short time.")
        if settings.pair_limit and not self.pairs.take(f"{number.id}:{phone}", now):
            raise GraphError(
                131056, "Message failed to send because there were too many messages to the same phone number."
            )
        # Counted for the whole business, whichever of its numbers sends.
        most = TIERS.get(number.limit) if settings.enforce_limit else None
        if opens and not self._in_window(phone, now) and not self.opened.may(phone, now, self.world.span(WINDOW), most):
            raise GraphError(131048, f"{most} people were written to within 24 hours, outside their service windows.")

    def _in_window(self, phone: str, now: float) -> bool:
        """Whether somebody wrote less than 24 hours ago."""
        return self.windows.get(phone, 0.0) > now

    async def _take(
        self,
        number: Number,
        phone: str,
        key: str,
        body: dict[str, Any],
        template: Template | None,
        row: Reserved | None,
        now: float,
        scene: Scene | None,
    ) -> bytes:
        turn = self._turns.get(phone, 0)
        self._turns[phone] = turn + 1
        wamid = self._wamid(phone, turn, now)
        window = self._in_window(phone, now)
        if template is not None and not window:
            self.opened.add(phone, now)
        category = template.raw["category"].lower() if template is not None else "service"
        act = row.act if row is not None else ""
        luck = fractions(self.world.seed, phone, turn, "webhooks")
        held = template is not None and (
            act in ("held", "held-dropped")
            or (category == "marketing" and scene is None and luck[0] < self.world.rates.held)
        )
        status = "held_for_quality_assessment" if held else "accepted"
        self.prices.answered(phone, now)
        taps = news.answers(body)
        if template is not None:
            taps = forms.taps(template.form, body["template"].get("components") or ())
        message = Sent(wamid, number, phone, key, now, category, window, status, [], taps, template)
        self.truth.accept(phone, key, status)
        if len(self.sent) >= REMEMBERED:
            del self.sent[next(iter(self.sent))]
        self.sent[wamid] = message
        replies = template.form.quick_replies if template is not None else ()
        occasion = Occasion(category == "marketing", window, template is not None, replies)
        steps = plan(self.world.seed, phone, turn, occasion, self.world.rates, phone in self.stopped, scene)
        wrong = self._wrong_media(template, body)
        if wrong:
            steps = [Step(0.4, "failed", wrong, 131053)]
        elif held and act not in ("held", "held-dropped"):
            steps = [step._replace(at=step.at + 15) for step in steps]
        twice = act == "twice" or (scene is None and luck[1] < self.world.rates.duplicate)
        self._plan(message, steps, now, twice, scene is None and luck[2] < self.world.rates.shuffle)
        if act == "drop-after":
            raise Dropped
        if act == "garbage-200":
            raise RawAnswer(200, b"<!-- the answer was lost on its way -->", b"text/html")
        if act == "slow":
            await self._linger()
        told = b'{"messaging_product":"whatsapp","contacts":[{"input":%s,"%s":%s}],"messages":[{"id":"%s"%s}]}'
        extra = b',"message_status":"%s"' % status.encode() if template is not None else b""
        given = _quoted(body.get("to") or body["recipient"]).encode()
        known = (b"wa_id", b'"%s"' % phone.encode()) if body.get("to") else (b"user_id", given)
        return told % (given, *known, wamid.encode(), extra)

    async def _linger(self) -> None:
        """Keep the client waiting; when the sandbox ends meanwhile, the connection ends with it."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self.closing.wait(), self.world.settings.slow_seconds)
            raise Dropped

    def _wamid(self, phone: str, turn: int, now: float) -> str:
        # The time is part of it: a sandbox started anew must not give an id that was given before.
        tail = digest(self.world.seed, phone, turn, now, "wamid", size=9).hex().upper().encode()
        raw = b"\x1c\x18" + bytes([len(phone)]) + phone.encode() + b"\x15\x02\x00\x11\x18\x12" + tail + b"\x00"
        return "wamid." + base64.b64encode(raw).decode()

    def _wrong_media(self, template: Template | None, body: dict[str, Any]) -> str:
        if template is not None:
            pairs = list(filling.media_ids(body["template"].get("components") or ()))
        else:
            kind = body.get("type", "text")
            given = body.get(kind)
            media_id = given.get("id") if isinstance(given, dict) and kind in checks.MEDIA_KINDS else None
            pairs = [(kind, str(media_id))] if media_id else []
        for kind, media_id in pairs:
            found = self.media.items[media_id]
            if kind_of(found.mime) != ("video" if kind == "gif" else kind) and kind != "document":
                return f"Unsupported {kind.title()} mime type {found.mime}."
        return ""

    def _plan(self, message: Sent, steps: Sequence[Step], now: float, twice: bool, shuffle: bool) -> None:
        speed = self.world.settings.speed
        for n, step in enumerate(steps):
            due = now + step.at / speed
            shown_late = shuffle and n == 0 and len(steps) > 1
            self.timeline.at(due, partial(self._happen, message, step, twice, shown_late))

    def _happen(self, message: Sent, step: Step, twice: bool, late: bool) -> None:
        now = self.world.now()
        if step.what in ("sent", "delivered", "read", "failed"):
            where = (message.number.id, message.phone, message.category, message.window, now)
            kind, cost = self.prices.of(*where, arrives=step.what == "delivered")
            self._count(message, step.what, cost)
            self._status(message, step, now, twice, late, kind)
        elif step.what == "preference":
            self.prefer(message.phone, step.arg)
        elif step.what == "tap":
            if message.template is not None:
                self.analytics.click(message.template.raw["id"], message.at, "quick_reply_button", step.arg)
            tapped = {"type": "button", "button": {"payload": step.arg, "text": step.arg}}
            self.write(message.phone, dict(message.answers.get(step.arg, tapped)), answers=message)
        else:
            self._count(message, "replied")
            self.write(message.phone, {"type": "text", "text": {"body": step.arg}})

    def _count(self, message: Sent, what: str, cost: float = 0.0) -> None:
        """What template analytics will tell of it; some of those who read a message open its link."""
        if message.template is None or what == "failed":
            return
        key, links = message.template.raw["id"], message.template.form.links
        self.analytics.count(key, message.at, what, cost)
        if what == "read" and links:
            luck = fractions(self.world.seed, message.id, "visit")
            if luck[0] < self.world.rates.visit:
                for kind in ("unique_url_button", "url_button"):
                    self.analytics.click(key, message.at, kind, links[int(luck[1] * len(links))])

    def _status(self, message: Sent, step: Step, now: float, twice: bool, late: bool, kind: str) -> None:
        rank = ("accepted", "held_for_quality_assessment", "sent", "delivered", "read", "failed")
        if rank.index(step.what) > rank.index(message.status):
            self.truth.move(message.status, step.what)
            message.status = step.what
        message.history.append((step.what, now))
        if not self.subscribers:
            return
        update = news.status(
            message.number.id, message.id, step.what, now, message.phone, message.key, message.category, kind,
            step.code, step.arg or self._details(message, step), self._contact(message.phone),
        )  # fmt: skip
        speed = self.world.settings.speed
        if late:
            self.timeline.at(now + 9 / speed, lambda: self.tell(update))
        else:
            self.tell(update)
        if twice:
            self.timeline.at(now + 2 / speed, lambda: self.tell(update))

    @staticmethod
    def _details(message: Sent, step: Step) -> str:
        row = BY_DIGITS.get(message.phone)
        return row.details if step.what == "failed" and row is not None else ""

    def tell(self, update: Update) -> None:
        """Give an update to everyone subscribed."""
        for subscriber in self.subscribers.values():
            subscriber.offer(update)

    def write(
        self, phone: str, content: dict[str, Any], answers: Sent | None = None, name: str = "", *, hidden: bool = False
    ) -> str:
        """Somebody writes to the business: opens the window, told by webhook; the message's id.

        ``hidden`` is somebody who shows a user id in place of the number.
        """
        now = self.world.now()
        number = answers.number if answers is not None else self.world.number
        self._written += 1
        tail = digest(self.world.seed, phone, self._written, now, "inbound", size=10).hex().upper().encode()
        raw = b"\x1c\x18" + bytes([len(phone)]) + phone.encode() + b"\x15\x02\x00\x12\x18\x14" + tail + b"\x00"
        wamid = "wamid." + base64.b64encode(raw).decode()
        if content["type"] != "system":
            self.windows[phone] = now + WINDOW
        if "referral" in content:
            self.prices.came(phone, now)
        if len(self.inbound_ids) >= REMEMBERED:
            del self.inbound_ids[next(iter(self.inbound_ids))]
        self.inbound_ids[wamid] = None
        message: dict[str, Any] = {"id": wamid, "timestamp": str(int(now)), **content}
        if answers is not None:
            message["context"] = {"from": number.digits, "id": answers.id}
        contact = {k: v for k, v in self._contact(phone, name).items() if not (hidden and k == "wa_id")}
        self.tell(news.inbound(number, contact, message))
        return wamid

    def prefer(self, phone: str, value: str) -> None:
        """Somebody stops or resumes marketing inside WhatsApp."""
        (self.stopped.add if value == "stop" else self.stopped.discard)(phone)
        self.tell(news.preference(self.world.number, self._contact(phone), value, self.world.now()))
