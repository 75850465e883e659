"""The whole way of a template: written, handed in, rejected, made anew, approved, used in a campaign."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from tests.fixtures.at_meta import AtMeta, meta
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.templates.template import content_hash

__all__ = ["meta"]


def test_from_the_first_word_to_the_campaign(meta: AtMeta) -> None:
    writing, templates = meta.studio.writing, meta.studio.templates
    draft = meta.write("lente_reject")
    assert writing.problems(draft) == ()

    writing.submit(draft.id)
    assert writing.draft(draft.id).state == "queued"
    assert writing.submit_now() == [] == writing.drafts()
    assert meta.template("lente_reject").status == "PENDING"
    assert [one.status for one in templates.pending()] == ["PENDING"]

    meta.later(20)
    rejected = meta.template("lente_reject")
    assert rejected.status == "REJECTED"
    assert rejected.rejected_reason
    assert templates.changed_at(rejected) == templates.history("lente_reject", "nl")[0].at
    (notice,) = meta.studio.notices.all()
    assert notice.title == "Meta rejected “lente_reject”."
    words = templates.history("lente_reject", "nl")[0].details
    assert words
    assert words in notice.text

    again = writing.duplicate(rejected, "lente_actie")
    assert again.template.status == "DRAFT"
    assert again.base_id == ""
    body = "Hallo {{1}}, je bestelling ligt nu klaar bij de balie in de winkel."
    writing.save(again.id, msgspec.structs.replace(again.template, body=body))
    writing.submit(again.id)
    writing.submit_now()
    meta.later(20)

    approved = meta.template()
    assert (approved.status, approved.sendable) == ("APPROVED", True)
    kinds = [(one.kind, one.after, one.source) for one in reversed(templates.history("lente_actie", "nl"))]
    assert kinds == [("created", "PENDING", "us"), ("status", "APPROVED", "webhook")]

    campaign = meta.studio.campaigns.create(
        Draft(
            name="Lente", sender=meta.box.world.number.id, purpose="utility", template="lente_actie", language="nl",
            template_hash=content_hash(approved), mapping={"body.1": Mapping(expression="{{ contact.first_name }}")},
            accepted_warnings=("no-receiver",),
        )
    )  # fmt: skip
    meta.studio.campaigns.launch(campaign.id, typed_count=None, hold_seconds=0)
    assert {one.values["body.1"] for one in meta.outgoing.claim(now=meta.now)} == {"Name1", "Name2", "Name3"}
    (use,) = writing.uses("lente_actie")
    assert (use.kind, use.name, use.live) == ("campaign", "Lente", True)


def test_a_sync_finds_what_webhooks_told_already(meta: AtMeta) -> None:
    meta.made()
    before = meta.studio.templates.history("lente_actie")
    meta.studio.templates.sync()
    assert meta.studio.templates.history("lente_actie") == before


def test_deleted_at_meta_its_name_rests(meta: AtMeta) -> None:
    found = meta.made()
    meta.studio.writing.delete(found)
    assert meta.studio.templates.get("lente_actie", "nl") is None
    assert meta.at_meta("lente_actie") == []

    draft = meta.write()
    right = meta.studio.writing.right(draft)
    assert (right.allowed, right.why) == (False, "template-name-rests")
    assert right.at == meta.now + timedelta(days=30)
    with pytest.raises(UserError):
        meta.studio.writing.submit(draft.id)
    meta.later(days=30, deaf=True)
    assert meta.studio.writing.right(draft).allowed


def test_an_approved_one_is_changed_once_a_day(meta: AtMeta) -> None:
    writing = meta.studio.writing
    found = meta.made()
    draft = writing.edit(found)
    assert draft.base_id == found.meta_id
    assert writing.edit(found) == draft, "there is one draft of a change"
    writing.save(draft.id, msgspec.structs.replace(draft.template, body="Dag {{1}}, kom je bestelling snel ophalen."))
    writing.submit(draft.id)
    assert writing.submit_now() == []
    assert meta.template().body.startswith("Dag")
    assert meta.template().status == "PENDING"
    assert not writing.allowed(meta.template()).allowed
    meta.later(20)

    changed = meta.template()
    assert changed.status == "APPROVED"
    right = writing.allowed(changed)
    assert (right.allowed, right.why) == (False, "template-edit-day")
    with pytest.raises(UserError) as refused:
        writing.edit(changed)
    assert refused.value.code == "template-edit-day"
    meta.later(hours=24)
    assert writing.allowed(changed).allowed


def test_a_rejected_one_may_be_changed_at_once(meta: AtMeta) -> None:
    meta.studio.writing.submit(meta.write("lente_reject").id)
    meta.studio.writing.submit_now()
    meta.later(20)
    assert meta.studio.writing.allowed(meta.template("lente_reject")).allowed


def test_a_name_and_language_are_drafted_once(meta: AtMeta) -> None:
    writing = meta.studio.writing
    first = meta.write()
    with pytest.raises(UserError) as twice:
        writing.start("lente_actie", "nl")
    assert twice.value.code == "template-draft-exists"
    german = writing.add_language(first.id, "de")
    assert (german.template.language, german.template.body) == ("de", first.template.body)
    with pytest.raises(UserError):
        writing.save(german.id, msgspec.structs.replace(german.template, language="nl"))
    assert [writing.start().template.name, writing.start().template.name] == ["", ""]
    writing.discard(first.id)
    assert writing.start("lente_actie", "nl").template.language == "nl"


def test_what_is_written_is_kept(meta: AtMeta) -> None:
    draft = meta.write(footer="Antwoord stop om te stoppen")
    meta.studio.close()
    meta.open()
    assert meta.studio.writing.draft(draft.id) == draft
    with pytest.raises(UserError):
        meta.studio.writing.draft(99)
