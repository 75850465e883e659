"""What becomes of a template at Meta reaches whatever uses it: it stops, is told of, and goes on when it may."""

from __future__ import annotations

import json
from datetime import timedelta

import msgspec
import pytest

from tests.fixtures.at_meta import AtMeta, meta
from tests.fixtures.running import FILLED, Stage, journey_of
from tests.fixtures.studio import add_people
from whatsapp_studio.campaigns.draft import Draft, Mapping, Schedule
from whatsapp_studio.services.receiving import Intake
from whatsapp_studio.services.reviews import Reviews, next_look
from whatsapp_studio.storage.ledger import LedgerStore
from whatsapp_studio.storage.streams import PAUSED
from whatsapp_studio.templates.draft import Past
from whatsapp_studio.templates.template import Template, content_hash

__all__ = ["meta"]
LINES = ("in audience next=hello", "hello send_template next=out failed=bad timeout=late", "out end", "bad end",
         "late end")  # fmt: skip


def campaign(meta: AtMeta, template: Template, name: str = "Lente", **facts: object) -> str:
    """A campaign that is being sent; nothing of it has left."""
    given: dict[str, object] = {
        "name": name, "sender": meta.box.world.number.id, "purpose": "utility", "template": template.name,
        "language": template.language, "template_hash": content_hash(template),
        "mapping": {"body.1": Mapping(expression="{{ contact.first_name }}")}, "accepted_warnings": ("no-receiver",),
        **facts,
    }  # fmt: skip
    made = meta.studio.campaigns.create(Draft(**given))  # type: ignore[arg-type]
    meta.studio.campaigns.launch(made.id, typed_count=None, hold_seconds=0)
    return made.id


def journey(meta: AtMeta, template: Template, **fields: object) -> Stage:
    """A journey in which everybody's message waits to leave."""
    stage = Stage(meta.studio._store, meta.now)
    stage.templates = {(template.name, template.language): template}
    chosen = {"template": {"name": template.name, "language": template.language}, "mapping": FILLED, **fields}
    plan = stage.publish(journey_of(*LINES, fields={"hello": chosen}))
    stage.enter(plan, add_people(meta.studio._store, 2, first=50))
    stage.settle()
    return stage


def streams(meta: AtMeta) -> list[tuple[str, str]]:
    rows = meta.studio._store.rows("SELECT state, pause_reason FROM campaigns WHERE kind = 'stream'")
    return [tuple(row) for row in rows]  # type: ignore[misc]


def state(meta: AtMeta, id: str) -> tuple[str, str]:
    found = meta.studio.campaigns.get(id)
    return found.state, found.pause_reason


@pytest.mark.parametrize("by", ["webhook", "sync"])
def test_a_pause_stops_what_uses_it_until_it_is_over(meta: AtMeta, by: str) -> None:
    template = meta.made()
    sending = campaign(meta, template)
    stopped = campaign(meta, template, "Door mij gepauzeerd")
    meta.studio.campaigns.pause(stopped)
    journey(meta, template)
    assert {(one.kind, one.name, one.state) for one in meta.studio.watching.affected(template)} == {
        ("campaign", "Lente", "sending"), ("campaign", "Door mij gepauzeerd", "paused"), ("journey", "Spring", "live")
    }  # fmt: skip
    meta.told.clear()

    meta.meta_does("pause", "lente_actie")
    meta.later(2, deaf=by == "sync")
    if by == "sync":
        meta.studio.templates.sync()
    assert meta.template().status == "PAUSED"
    assert state(meta, sending) == ("paused", "held-paused")
    assert state(meta, stopped) == ("paused", "by-you")
    assert streams(meta) == [("paused", "held-paused")]
    running = meta.studio.running
    (life,) = running.lives().values()
    edition = life.editions[0]
    troubles = {one.code: one for one in running.watch.troubles(life, edition)}
    assert troubles["stream-paused"].facts["reason"] == "held-paused"
    assert troubles["template-paused"].step == "hello"
    assert any(sending in one.campaigns and one.notices for one in meta.told)
    notice = meta.studio.notices.all()[0]
    assert notice.title == "Meta paused “lente_actie”."
    assert "“Spring”" in notice.text and "“Lente”" in notice.text
    assert meta.outgoing.claim(now=meta.now) == []

    meta.later(3 * 3600, deaf=by == "sync")
    if by == "sync":
        meta.studio.templates.sync()
    assert meta.template().status == "APPROVED"
    assert state(meta, sending) == ("sending", "")
    assert state(meta, stopped) == ("paused", "by-you")
    assert streams(meta) == [("sending", "")]
    assert meta.outgoing.claim(now=meta.now)


def test_that_it_can_be_sent_is_no_news_once_it_cannot(meta: AtMeta) -> None:
    meta.made()
    meta.meta_does("pause", "lente_actie")
    meta.later(2)
    meta.later(3 * 3600)
    meta.studio.writing.start()
    shown = [one.title for one in meta.studio.notices.all()]

    meta.meta_does("disable", "lente_actie")
    meta.later(2)

    assert meta.template().status == "DISABLED"
    left = [one.title for one in meta.studio.notices.all()]
    assert not any("approved" in one for one in left), (shown, left)


def test_what_came_while_a_sync_was_reading_stays(meta: AtMeta, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = meta.made()
    sending = campaign(meta, kept)
    read = meta.studio.templates._read

    async def slowly(*given: object) -> list[Template]:
        found = [one for one in await read(*given) if one.name != kept.name]  # type: ignore[arg-type]
        at = meta.now + timedelta(seconds=1)
        meta.studio.templates.put(kept, Past(name=kept.name, language=kept.language, meta_id=kept.meta_id, at=at,
                                             kind="edited", after="APPROVED", source="us"))  # fmt: skip
        return found

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(meta.studio.templates, "_read", slowly)
        meta.studio.templates.sync()

    assert meta.template().status == "APPROVED"
    assert state(meta, sending) == ("sending", "")
    meta.later(2, deaf=True)
    meta.studio.templates.sync()
    assert meta.template().status == "APPROVED"


def test_one_that_is_gone_stops_what_uses_it(meta: AtMeta) -> None:
    template = meta.made()
    sending = campaign(meta, template)
    meta.box.call("DELETE", f"/{meta.box.world.waba_id}/message_templates?name=lente_actie")
    meta.studio.templates.sync()
    assert state(meta, sending) == ("paused", "held-gone")
    assert meta.studio.templates.history("lente_actie", "nl")[0].kind == "removed"


def test_a_change_of_ours_waits_for_its_review(meta: AtMeta) -> None:
    template = meta.made()
    sending = campaign(meta, template)
    draft = meta.studio.writing.edit(template)
    changed = msgspec.structs.replace(draft.template, body="Dag {{1}}, je kunt je bestelling nu komen ophalen.")
    meta.studio.writing.save(draft.id, changed)
    meta.studio.writing.submit(draft.id)
    meta.studio.writing.submit_now()
    assert state(meta, sending) == ("paused", "held-review")
    meta.later(20)
    assert state(meta, sending) == ("sending", "")


@pytest.mark.parametrize("by", ["webhook", "sync"])
def test_what_became_marketing_goes_only_to_who_agreed(meta: AtMeta, by: str) -> None:
    template = meta.made()
    add_people(meta.studio._store, 2, first=20, marketing="unknown")
    utility = campaign(meta, template)
    agreed = campaign(meta, template, "Alleen wie ja zei")
    with meta.studio._store.write() as conn:
        conn.execute("UPDATE campaigns SET marketing = 1 WHERE id = ?", (agreed,))
    journey(meta, template, consent="anyone")
    meta.meta_does("category", "lente_actie", category="MARKETING")
    meta.later(2, deaf=by == "sync")
    if by == "sync":
        meta.studio.templates.sync()
    assert meta.template().category == "MARKETING"
    assert state(meta, utility) == ("paused", "held-marketing")
    assert state(meta, agreed) == ("sending", ""), "it asked for consent already"
    assert streams(meta) == [("paused", "held-marketing")]
    notice = meta.studio.notices.all()[0]
    assert "costs what marketing costs" in notice.text

    meta.studio.campaigns.stop(agreed)
    meta.studio.campaigns.resume(utility)
    claimed = meta.outgoing.claim(now=meta.now)
    assert {one.contact for one in claimed} == set(meta.people)
    assert meta.studio._store.value(
        "SELECT count(*) FROM outbox WHERE campaign_id = ? AND reason = 'no-consent'", (utility,)
    ) == 2

    meta.meta_does("category", "lente_actie", category="UTILITY")
    meta.later(2)
    assert streams(meta) == [("sending", "")]


def test_what_waits_for_its_hour_waits_for_it_again(meta: AtMeta) -> None:
    template = meta.made()
    later = campaign(meta, template, schedule=Schedule(kind="at", local_time="2026-06-01T09:00", zone="UTC"))
    assert state(meta, later) == ("scheduled", "")
    meta.meta_does("pause", "lente_actie")
    meta.later(2)
    assert state(meta, later) == ("paused", "held-paused")
    meta.meta_does("resume", "lente_actie")
    meta.later(2)
    assert state(meta, later) == ("scheduled", "")


def test_streams_of_a_paused_journey_wait_for_it(meta: AtMeta) -> None:
    template = meta.made()
    journey(meta, template)
    meta.meta_does("pause", "lente_actie")
    meta.later(2)
    with meta.studio._store.write() as conn:
        conn.execute("UPDATE lives SET state = 'paused'")
    meta.meta_does("resume", "lente_actie")
    meta.later(2)
    assert streams(meta) == [("paused", PAUSED)]


def test_quality_is_told_where_it_matters(meta: AtMeta) -> None:
    template = meta.made()
    meta.meta_does("quality", "lente_actie", quality="RED")
    meta.later(2)
    assert [one.code for one in meta.studio.notices.all()] == ["template-approved"], "nothing uses it"
    campaign(meta, template)
    meta.meta_does("quality", "lente_actie", quality="GREEN")
    meta.meta_does("quality", "lente_actie", quality="RED")
    meta.later(2)
    assert meta.studio.notices.all()[0].code == "template-quality-red"
    assert [one.after for one in meta.studio.templates.history("lente_actie") if one.kind == "quality"] == [
        "RED", "GREEN", "RED"
    ]  # fmt: skip


def test_those_in_review_are_asked_after_now_and_then(meta: AtMeta) -> None:
    reviews = Reviews(meta.studio._store, meta.studio.templates, meta.studio.connection, meta.studio.clock)
    assert reviews.due() is None
    meta.box.world.settings.review_seconds = 10**6
    meta.studio.writing.submit(meta.write().id)
    meta.studio.writing.submit_now()
    since = meta.now
    looked = []
    for _ in range(8):
        due = reviews.due()
        assert due is not None
        meta.later((due - meta.now).total_seconds(), deaf=True)
        reviews.do(_Never())
        looked.append((meta.now - since).total_seconds() / 60)
    assert [round(one) for one in looked] == [1, 2, 5, 10, 20, 30, 60, 120]
    meta.meta_does("approve", "lente_actie")
    meta.later(3600, deaf=True)
    reviews.do(_Never())
    assert meta.template().status == "APPROVED"
    assert reviews.due() is None


def test_news_of_a_template_we_do_not_have_is_read(meta: AtMeta) -> None:
    name = meta.box.get(f"/{meta.box.world.waba_id}/message_templates?limit=1")["data"][0]["name"]
    value = {"event": "APPROVED", "message_template_id": 7, "message_template_name": name,
             "message_template_language": "xx", "reason": "NONE"}  # fmt: skip
    body = {"entry": [{"id": "1", "time": int(meta.box.time), "changes": [
        {"field": "message_template_status_update", "value": value}]}]}  # fmt: skip
    Intake(
        LedgerStore(meta.studio._store), meta.studio.clock, meta.told.append, meta.studio.engine.brakes
    ).take(json.dumps(body).encode())
    reviews = Reviews(meta.studio._store, meta.studio.templates, meta.studio.connection, meta.studio.clock)
    assert reviews.due() == meta.now
    reviews.do(_Never())
    assert {one.name for one in meta.studio.templates.all()} == {name}
    assert reviews.due() is None


class _Never:
    def report(self, done: int, total: int | None = None) -> None:
        pass

    def cancelled(self) -> bool:
        return False


def test_the_moments_to_ask_at(meta: AtMeta) -> None:
    since = meta.now
    first = next_look(since, None)
    assert (first - since).total_seconds() == 60
    assert next_look(since, since - timedelta(days=1)) == first
    assert next_look(since, since + timedelta(hours=5, minutes=3)) == since + timedelta(hours=6)
