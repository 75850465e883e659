"""What is handed in comes to Meta once, however the answer is lost; what cannot be handed in waits or is told of."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import httpx
import msgspec
import pytest

from tests.fixtures.at_meta import AtMeta, meta
from whatsapp_studio.base.errors import Blocked, UserError, WorldError
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.storage.drafts import DraftRows
from whatsapp_studio.templates.draft import Draft
from whatsapp_studio.templates.template import Header

__all__ = ["meta"]
PNG = b"\x89PNG\r\n\x1a\n" + bytes(400)


def is_creation(request: httpx.Request) -> bool:
    return request.method == "POST" and request.url.path.endswith("/message_templates")


def lose(error: Exception, *, only: str = "") -> object:
    """The connection breaks, at creations or at what has ``only`` in its address."""

    def trouble(request: httpx.Request) -> httpx.Response | None:
        if only in request.url.path if only else is_creation(request):
            raise error
        return None

    return trouble


def queued(meta: AtMeta, **facts: object) -> Draft:
    draft = meta.write(**facts)  # type: ignore[arg-type]
    meta.studio.writing.submit(draft.id)
    return draft


def test_without_a_network_it_waits_longer_and_longer(meta: AtMeta) -> None:
    draft = queued(meta)
    meta.before = lose(httpx.ConnectError("no way out"))  # type: ignore[assignment]
    waits = []
    for _ in range(8):
        (left,) = meta.studio.writing.submit_now()
        assert (left.state, left.problem and left.problem.code) == ("queued", "no-network")
        assert left.not_before is not None
        waits.append(left.not_before - meta.now)
        asked = len(meta.asked)
        meta.studio.submitter.work()
        assert len(meta.asked) == asked, "before its time it is not tried by itself"
    assert waits[:3] == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=120)]
    assert waits[-1] == timedelta(minutes=30)

    meta.before = lambda request: None
    meta.later(minutes=31)
    meta.studio.submitter.work()
    assert meta.studio.writing.drafts() == []
    assert meta.template(draft.template.name).status == "PENDING"
    assert len(meta.at_meta("lente_actie")) == 1


def test_an_answer_that_is_lost_is_looked_up(meta: AtMeta) -> None:
    queued(meta)
    meta.after = lose(httpx.ReadTimeout("nothing came"))  # type: ignore[assignment]
    assert meta.studio.writing.submit_now() == []
    assert meta.creations() == 1
    assert meta.template().meta_id == meta.at_meta("lente_actie")[0]["id"]


def test_a_request_that_was_lost_is_handed_in_again_later(meta: AtMeta) -> None:
    queued(meta)
    meta.before = lose(httpx.ReadTimeout("nothing came"))  # type: ignore[assignment]
    (left,) = meta.studio.writing.submit_now()
    assert (left.state, left.problem and left.problem.code) == ("queued", "no-answer")
    meta.before = lambda request: None
    assert meta.studio.writing.submit_now() == []
    assert len(meta.at_meta("lente_actie")) == 1


def test_while_nobody_knows_it_is_not_handed_in_again(meta: AtMeta) -> None:
    draft = queued(meta)
    meta.after = lose(httpx.ReadTimeout("nothing came"), only="message_templates")  # type: ignore[assignment]
    (left,) = meta.studio.writing.submit_now()
    assert left.state == "submitting"
    assert meta.studio.submitter.due() == meta.now + timedelta(seconds=30)
    for deed in (
        lambda: meta.studio.writing.save(draft.id, draft.template), lambda: meta.studio.writing.discard(draft.id),
        lambda: meta.studio.writing.withdraw(draft.id),
    ):  # fmt: skip
        with pytest.raises(UserError) as refused:
            deed()
        assert refused.value.code == "template-draft-leaving"
    (left,) = meta.studio.writing.submit_now()
    assert (left.state, meta.creations()) == ("submitting", 1)
    meta.after = lambda request: None
    assert meta.studio.writing.submit_now() == []
    assert meta.creations() == 1


def test_after_a_crash_it_is_looked_up_first(meta: AtMeta) -> None:
    draft = queued(meta)
    rows = DraftRows(meta.studio._store)
    rows.move(draft.id, ("queued",), "submitting")
    meta.studio.close()
    meta.open()
    assert meta.studio.writing.submit_now() == []
    assert (meta.asked[-2][0], meta.asked[-1][0]) == ("GET", "POST")
    assert len(meta.at_meta("lente_actie")) == 1


def test_what_meta_refuses_comes_back_with_its_words(meta: AtMeta) -> None:
    meta.made()
    other = meta.write("lente_kopie")
    DraftRows(meta.studio._store).move(other.id, ("draft",), "queued")
    (left,) = meta.studio.writing.submit_now()
    assert left.state == "refused"
    assert left.problem is not None
    assert left.problem.facts["subcode"] == 2388109
    assert left.problem.facts["details"]
    assert left.problem.facts["title"]
    assert sentence(left.problem)
    saved = meta.studio.writing.save(left.id, left.template)
    assert (saved.state, saved.problem) == ("draft", None)


def test_a_draft_with_something_wrong_is_not_queued(meta: AtMeta) -> None:
    draft = meta.write(body="Hallo {{1}}")
    with pytest.raises(Blocked):
        meta.studio.writing.submit(draft.id)
    assert meta.studio.writing.draft(draft.id).state == "draft"


@pytest.mark.parametrize("code", [80007, 4])
def test_too_much_at_once_waits_without_being_looked_up(meta: AtMeta, code: int) -> None:
    queued(meta)
    error = {"error": {"code": code, "message": "Too many calls"}}
    meta.before = lambda request: httpx.Response(400, json=error) if is_creation(request) else None
    (left,) = meta.studio.writing.submit_now()
    assert (left.state, left.not_before) == ("queued", meta.now + timedelta(minutes=5))
    assert [method for method, path in meta.asked if path.endswith("message_templates")] == ["POST"]


def test_a_token_that_is_no_good_keeps_the_queue(meta: AtMeta) -> None:
    queued(meta)
    queued(meta, name="lente_twee", body="Dag {{1}}, er ligt een pakket voor je klaar.")
    meta.box.world.settings.token_valid = False
    left = meta.studio.writing.submit_now()
    assert [one.state for one in left] == ["queued", "queued"]
    assert meta.creations() == 1, "the next one would meet the same"


def test_without_a_connection_nothing_happens_to_the_queue(meta: AtMeta) -> None:
    queued(meta)
    meta.studio.connection.forget()
    with pytest.raises(UserError) as refused:
        meta.studio.writing.submit_now()
    assert refused.value.code == "not-connected"
    assert [one.state for one in meta.studio.writing.drafts()] == ["queued"]


def test_no_more_than_a_hundred_an_hour(meta: AtMeta) -> None:
    for n in range(100):
        meta.made_before(n)
    draft = meta.write()
    (warning,) = meta.studio.writing.problems(draft)
    assert (warning.code, warning.severity) == ("template-create-hour", "warning")
    meta.studio.writing.submit(draft.id)
    (left,) = meta.studio.writing.submit_now()
    assert (left.state, meta.creations()) == ("queued", 0)
    assert left.not_before is not None
    assert meta.studio.submitter.due() == left.not_before
    meta.later(hours=1)
    meta.studio.submitter.work()
    assert meta.studio.writing.drafts() == []


def with_picture(meta: AtMeta, folder: Path) -> Draft:
    file = folder / "foto.jpg"
    file.write_bytes(PNG)
    hash = meta.studio.media.keep(file)
    assert meta.studio.media.facts(hash).mime == "image/png", "what is in it counts, not its name"
    return queued(meta, header=Header("IMAGE", samples=(("media", f"file:{hash}"),)))


def test_a_sample_goes_up_once(meta: AtMeta, tmp_path: Path) -> None:
    with_picture(meta, tmp_path)
    assert meta.studio.writing.submit_now() == []
    (made,) = meta.at_meta("lente_actie")
    assert made["components"][0]["example"]["header_handle"][0].startswith("http")
    begun = [path for method, path in meta.asked if path.endswith("/uploads")]
    assert len(begun) == 1
    second = meta.write("lente_twee", body="Dag {{1}}, er ligt een pakket voor je klaar.")
    header = meta.studio.media.keep(tmp_path / "foto.jpg")
    meta.studio.writing.save(
        second.id,
        msgspec.structs.replace(second.template, header=Header("IMAGE", samples=(("media", f"file:{header}"),))),
    )
    meta.studio.writing.submit(second.id)
    assert meta.studio.writing.submit_now() == []
    assert [path for method, path in meta.asked if path.endswith("/uploads")] == begun


def test_a_broken_upload_goes_on_where_it_was(meta: AtMeta, tmp_path: Path) -> None:
    with_picture(meta, tmp_path)
    broken: list[int] = []

    def half(request: httpx.Request) -> httpx.Response | None:
        if "upload:" in request.url.path and request.method == "POST" and not broken:
            broken.append(1)
            upload = request.url.path.rpartition("/")[2]
            meta.box.box.uploads.resume(upload, "0", PNG[:100])
            raise httpx.WriteError("gone")
        return None

    meta.before = half
    assert meta.studio.writing.submit_now() == []
    posts = [method for method, path in meta.asked if "upload:" in path]
    assert posts == ["POST", "GET", "POST"]


def test_a_handle_that_meta_forgot_is_made_anew(meta: AtMeta, tmp_path: Path) -> None:
    with_picture(meta, tmp_path)
    assert meta.studio.writing.submit_now() == []
    meta.box.box.uploads.forget()
    meta.later(20)
    draft = meta.studio.writing.duplicate(meta.template(), "lente_twee")
    hash = meta.studio.media.keep(tmp_path / "foto.jpg")
    changed = msgspec.structs.replace(
        draft.template, body="Dag {{1}}, er ligt een pakket voor je klaar.",
        header=Header("IMAGE", samples=(("media", f"file:{hash}"),)),
    )  # fmt: skip
    meta.studio.writing.save(draft.id, changed)
    meta.studio.writing.submit(draft.id)
    assert meta.studio.writing.submit_now() == []


def test_two_that_hand_in_at_once_hand_in_once(meta: AtMeta) -> None:
    queued(meta)
    inside: list[list[Draft]] = []
    others: list[threading.Thread] = []

    def other() -> None:
        inside.append(meta.studio.writing.submit_now())
        meta.studio.done_with_thread()

    def meanwhile(request: httpx.Request) -> httpx.Response | None:
        if is_creation(request) and not others:
            others.append(threading.Thread(target=other))
            others[0].start()
        return None

    meta.before = meanwhile
    assert meta.studio.writing.submit_now() == []
    others[0].join(10)
    assert inside == [[]], "the other one waits for the answer, too"
    assert meta.creations() == 1


def test_a_change_brings_the_picture_along_anew(meta: AtMeta, tmp_path: Path) -> None:
    with_picture(meta, tmp_path)
    assert meta.studio.writing.submit_now() == []
    meta.later(20)
    meta.studio.templates.sync()
    approved = meta.template()
    assert approved.header is not None
    assert dict(approved.header.samples)["media"].startswith("http"), "Meta gives an address back, no handle"
    meta.later(hours=25)
    draft = meta.studio.writing.edit(approved)
    changed = msgspec.structs.replace(draft.template, body="Dag {{1}}, je kunt je bestelling nu komen ophalen.")
    meta.studio.writing.save(draft.id, changed)
    meta.studio.writing.submit(draft.id)
    assert meta.studio.writing.submit_now() == []
    (made,) = meta.at_meta("lente_actie")
    assert made["components"][1]["text"].startswith("Dag")
    assert len([path for method, path in meta.asked if path.endswith("/uploads")]) == 2, "a handle is a day old"
    address = made["components"][0]["example"]["header_handle"][0]
    assert meta.box.call("GET", address).content == PNG


def test_a_sample_that_is_not_there_is_told(meta: AtMeta) -> None:
    draft = queued(meta, header=Header("IMAGE", samples=(("media", "http://sandbox/sandbox/samples/none.png"),)))
    (left,) = meta.studio.writing.submit_now()
    assert (left.state, left.problem and left.problem.code) == ("refused", "sample-unreachable")
    assert left.id == draft.id


def test_a_change_keeps_name_language_and_category(meta: AtMeta) -> None:
    approved = meta.made()
    meta.later(hours=25)
    writing = meta.studio.writing
    draft = writing.edit(approved)
    for wrong, code in (
        ({"name": "andere_naam"}, "template-edit-name"), ({"language": "de"}, "template-edit-name"),
        ({"category": "MARKETING"}, "template-edit-category"), ({}, ""),
    ):  # fmt: skip
        saved = writing.save(draft.id, msgspec.structs.replace(draft.template, **wrong))
        found = [one.code for one in writing.problems(saved) if one.code.startswith("template-edit")]
        assert found == ([code] if code else [])
    with meta.studio._store.write() as conn:
        conn.execute("DELETE FROM templates")
    assert writing.right(draft).why == "template-edit-gone"


def test_all_languages_are_duplicated_or_none(meta: AtMeta) -> None:
    approved = meta.made()
    meta.made(language="de", body="Hallo {{1}}, deine Bestellung liegt im Laden für dich bereit.")
    writing = meta.studio.writing
    assert writing.duplicate(approved, "kopie").template.language == "nl"
    assert [one.template.language for one in writing.drafts()] == ["de", "nl"]
    writing.discard(writing.drafts()[0].id)
    with pytest.raises(UserError):
        writing.duplicate(approved, "kopie")
    assert [one.template.language for one in writing.drafts()] == ["nl"]


def test_a_deletion_whose_answer_was_lost_can_be_done_again(meta: AtMeta) -> None:
    approved = meta.made()
    meta.after = lose(httpx.ReadTimeout("nothing came"), only="message_templates")  # type: ignore[assignment]
    with pytest.raises(WorldError):
        meta.studio.writing.delete(approved)
    assert meta.studio.templates.get("lente_actie", "nl") is not None
    meta.after = lambda request: None
    meta.studio.writing.delete(approved, all_languages=True)
    assert meta.studio.templates.get("lente_actie", "nl") is None
