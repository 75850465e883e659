"""The client against the look-alike of the Cloud API: two readings of Meta's rules, written apart, must agree."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from tests.fixtures.templates import GOOD_VALUES
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.cloudapi.client import CloudApi, Token, open_http
from whatsapp_studio.cloudapi.codes import rule_for
from whatsapp_studio.delivery.message import Message
from whatsapp_studio.delivery.outcome import Accepted, NotTaken, Outcome, Refused, Unsure
from whatsapp_studio.sandbox.app import Sandbox, create
from whatsapp_studio.sandbox.reserved import RESERVED, phone_for
from whatsapp_studio.templates.template import Template, parse, places

T = TypeVar("T")
SOMEBODY = "+31612345678"


def speak(call: Callable[[CloudApi, Sandbox], Coroutine[Any, Any, T]], token: str = "") -> T:
    async def run() -> T:
        sandbox = Sandbox(by_hand=True)
        world = sandbox.world
        world.settings.throughput = 0
        async with open_http(transport=httpx.ASGITransport(create(sandbox=sandbox))) as http:
            cloud = CloudApi(
                http,
                token=Token(token or world.token),
                waba_id=world.waba_id,
                phone_number_id=world.number.id,
                graph_url="http://sandbox",
            )
            try:
                return await call(cloud, sandbox)
            finally:
                sandbox.close()

    return asyncio.run(run())


async def read(cloud: CloudApi) -> list[Template]:
    return [parse(raw) async for raw in cloud.templates()]


async def put(cloud: CloudApi, sandbox: Sandbox, template: Template, to: str, **more: str) -> Outcome:
    values = {place.name: GOOD_VALUES[place.kind] for place in places(template)} | more
    message = Message(
        id=1, key=f"test:{template.name}", campaign="test", contact=1, to=to, sender=sandbox.world.number.id,
        template_raw=template.raw, values=values,
    )  # fmt: skip
    return await cloud.send(message)


def test_the_account_can_be_read():
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        phone, token, waba = await cloud.phone(), await cloud.debug_token(), await cloud.waba()
        assert (phone.status, phone.can_send, phone.quality_rating) == ("CONNECTED", "AVAILABLE", "GREEN")
        assert token.valid
        assert token.waba_ids == (sandbox.world.waba_id,) == (waba["id"],)
        assert "whatsapp_business_messaging" in token.scopes

    speak(call)


def test_every_template_that_can_be_sent_is_taken(tmp_path: Path):
    film = tmp_path / "film.mp4"
    film.write_bytes(b"\x00\x00\x00\x18ftypmp42" + bytes(200))

    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        media = await cloud.upload_media(film, "video/mp4")
        templates = await read(cloud)
        sendable = [template for template in templates if template.sendable]
        assert len(sendable) > 15
        assert not any(template.unsupported for template in templates)
        for template in sendable:
            uploaded = {place.name: media for place in places(template) if place.kind == "video"}
            assert isinstance(await put(cloud, sandbox, template, SOMEBODY, **uploaded), Accepted), template.name

    speak(call)


def test_a_template_that_is_not_approved_is_refused_for_the_campaign():
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        for template in await read(cloud):
            if not template.sendable:
                found = await put(cloud, sandbox, template, SOMEBODY)
                assert isinstance(found, Refused)
                assert (found.code in (132001, 132015, 132016), found.reach) == (True, "campaign"), template.name

    speak(call)


def test_every_refusal_of_metas_ends_as_our_table_says():
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        template = next(t for t in await read(cloud) if t.name == "spring_offer")
        for row in RESERVED.values():
            if row.how not in ("sync", "once"):
                continue
            found = await put(cloud, sandbox, template, row.phone)
            rule = rule_for(row.code, found.subcode if isinstance(found, Refused) else None)
            if rule.effect == "refused":
                assert isinstance(found, Refused), row
                assert (found.code, found.reach) == (row.code or 190, rule.reach)
            else:
                assert isinstance(found, NotTaken), row
                assert (found.code, found.slow_down) == (row.code, rule.effect == "slow")
            if row.how == "once":
                assert isinstance(await put(cloud, sandbox, template, row.phone), Accepted), row

    speak(call)


@pytest.mark.parametrize(
    ("act", "ending"),
    [
        ("garbage-200", Unsure("unreadable")),
        ("empty-500", Unsure("http-500")),
        ("gateway-502", Unsure("http-502")),
    ],
)
def test_an_unclear_answer_leaves_it_open(act: str, ending: Outcome):
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        template = next(t for t in await read(cloud) if t.name == "spring_offer")
        assert await put(cloud, sandbox, template, phone_for(act)) == ending

    speak(call)


def test_a_held_message_says_so():
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        template = next(t for t in await read(cloud) if t.name == "spring_offer")
        found = await put(cloud, sandbox, template, phone_for("held"))
        assert isinstance(found, Accepted)
        assert found.held

    speak(call)


def test_what_our_rules_refuse_meta_refuses_too():
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        template = next(t for t in await read(cloud) if t.name == "spring_offer")
        (place,) = places(template)
        for bad in ("a\nb", "a\tb", "a     b"):
            found = await put(cloud, sandbox, template, SOMEBODY, **{place.name: bad})
            assert isinstance(found, Refused)
            assert (found.code, found.reach) == (132018, "recipient")

    speak(call)


def test_a_wrong_token_is_the_persons_to_mend():
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        with pytest.raises(UserError) as caught:
            await cloud.phone()
        assert caught.value.code == "meta-190"
        assert caught.value.facts["trace"]

    speak(call, token="EAAwrong")


def test_a_template_is_handed_in_and_deleted():
    async def call(cloud: CloudApi, sandbox: Sandbox) -> None:
        content = {
            "name": "thanks", "language": "en", "category": "UTILITY",
            "components": [{"type": "BODY", "text": "Thank you for your visit to the shop."}],
        }  # fmt: skip
        assert (await cloud.create_template(content))["status"] == "PENDING"
        assert "thanks" in [template.name for template in await read(cloud)]
        await cloud.delete_template("thanks")
        assert "thanks" not in [template.name for template in await read(cloud) if template.status == "APPROVED"]
        with pytest.raises(UserError) as caught:
            await cloud.delete_template("thanks_again")
        assert caught.value.code == "meta-100"

    speak(call)
