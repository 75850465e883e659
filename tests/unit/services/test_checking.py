"""Everybody's message is looked over: only whose turn it would be, each in their language, from page to page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.fixtures.studio import Workspace, add_people, offer, rooms
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.progress import Cancelled
from whatsapp_studio.campaigns.draft import Audience, Draft, Mapping
from whatsapp_studio.campaigns.programme import Tags
from whatsapp_studio.journeys.graph import Journey, Step
from whatsapp_studio.services.checking import Checking, Report
from whatsapp_studio.services.media import MediaShelf
from whatsapp_studio.templates.findings import Finding
from whatsapp_studio.templates.repairs import leave_out, repair
from whatsapp_studio.templates.template import Template, parse

__all__ = ["rooms"]
NAME = "{{ contact.first_name }}"


@pytest.fixture
def checking(rooms: Workspace, tmp_path: Path) -> Checking:
    rooms.connect()
    rooms.keep_templates(offer(), offer("Hi {{1}}, in English", language="en"), _with_picture())
    shelf = MediaShelf(rooms.store, tmp_path / "media", rooms.clock, rooms.told.append)  # type: ignore[arg-type]
    return Checking(
        rooms.store, rooms.contacts, rooms.templates, rooms.journeys, rooms.settings, lambda: shelf,
        rooms.clock,  # type: ignore[arg-type]
    )  # fmt: skip


def _with_picture() -> Template:
    return parse(
        {
            "id": "2", "name": "picture", "language": "nl", "status": "APPROVED", "category": "UTILITY",
            "components": [{"type": "HEADER", "format": "IMAGE"}, {"type": "BODY", "text": "Look at this now"}],
        }
    )  # fmt: skip


def draft(**more: Any) -> Draft:
    given: dict[str, Any] = {
        "name": "Spring", "template": "spring_offer", "language": "nl", "mapping": {"body.1": Mapping(NAME)},
    }  # fmt: skip
    return Draft(**{**given, **more})


def name(rooms: Workspace, id: int, first_name: str, **more: str) -> None:
    with rooms.store.write() as conn:
        conn.execute("UPDATE contacts SET first_name = ? WHERE id = ?", (first_name, id))
        for column, value in more.items():
            conn.execute(f"UPDATE contacts SET {column} = ? WHERE id = ?", (value, id))


def finding(report: Report, code: str, place: str = "body.1") -> Finding:
    (found,) = [one for one in report.findings if (one.code, one.place) == (code, place)]
    return found


def of_place(report: Report) -> list[str]:
    return [one.code for one in report.findings if one.place == "body.1"]


def test_only_who_would_get_it_is_looked_at_and_the_others_are_counted(rooms: Workspace, checking: Checking) -> None:
    ids = add_people(rooms.store, 5)
    add_people(rooms.store, 2, first=10, marketing="unknown")
    name(rooms, ids[1], "")
    name(rooms, ids[2], "two\nlines")

    report = checking.check(draft())

    assert (report.total, report.checked, report.left_out, report.refused) == (7, 5, {"no-consent": 2}, 2)
    assert list(finding(report, "value-empty").contacts) == [ids[1]]
    assert list(finding(report, "value-newline").contacts) == [ids[2]]
    assert finding(report, "lint-no-way-to-stop", "footer").count == 5
    assert report.warned == 3 and report.fine == 0


def test_who_stays_empty_and_is_left_out_by_the_mapping_is_no_error(rooms: Workspace, checking: Checking) -> None:
    (one,) = add_people(rooms.store, 1)
    name(rooms, one, "")

    assert finding(checking.check(draft()), "value-empty").weight == "warning"
    blocks = draft(mapping={"body.1": Mapping(NAME, if_empty="block")})
    assert finding(checking.check(blocks), "value-empty").weight == "error"


def test_the_audience_of_the_campaign_is_asked(rooms: Workspace, checking: Checking) -> None:
    ids = add_people(rooms.store, 3)
    some = rooms.contacts.create_list("Some").id
    rooms.contacts.add_to_list(some, ids[:2])
    assert checking.check(draft(audience=Audience("list", some))).total == 2


def test_everybody_is_checked_in_the_own_language_and_alike_is_one_finding(
    rooms: Workspace, checking: Checking
) -> None:
    ids = add_people(rooms.store, 4)
    name(rooms, ids[0], "a\tb", language="en")
    name(rooms, ids[1], "c\td", language="nl")

    report = checking.check(draft(translations={"en": ""}))

    tabs = finding(report, "value-tab")
    assert sorted(tabs.contacts) == ids[:2] and report.checked == 4
    seen = checking.people(report, finding(report, "lint-no-way-to-stop", "footer"), 0, 10)
    assert {one.text for one in seen if one.contact.language == "en"} == {"Hi {{1}}, in English"}
    assert "Hi Name3, spring is here" in {one.text for one in seen}


def test_the_people_behind_a_finding_come_with_what_was_read_and_what_would_be_sent(
    rooms: Workspace, checking: Checking
) -> None:
    ids = add_people(rooms.store, 5)
    for one in ids:
        name(rooms, one, f"two\nlines {one}")
    report = checking.check(draft())

    found = checking.people(report, finding(report, "value-newline"), 1, 3)

    assert [one.contact.id for one in found] == ids[1:4]
    assert found[0].read == (("first_name", f"two\nlines {ids[1]}"),)
    assert found[0].text == f"two\nlines {ids[1]}"
    rooms.contacts.delete([ids[1]])
    assert [one.contact.id for one in checking.people(report, finding(report, "value-newline"), 1, 3)] == ids[2:4]


@pytest.mark.parametrize(
    ("value", "code"), [("", "value-empty"), ("a\nb", "value-newline"), ("x" * 1100, "value-too-long")]
)
def test_after_a_repair_the_same_people_are_fine(rooms: Workspace, checking: Checking, value: str, code: str) -> None:
    ids = add_people(rooms.store, 3)
    name(rooms, ids[1], value)
    asked = draft()
    report = checking.check(asked)
    assert list(finding(report, code).contacts) == [ids[1]]

    mended = repair(asked.mapping, finding(report, code), "friend")

    after = checking.check(draft(mapping=mended))
    assert code not in of_place(after) and after.refused == 0 and after.checked == 3


def test_a_long_text_of_several_parts_is_shortened_too(rooms: Workspace, checking: Checking) -> None:
    ids = add_people(rooms.store, 2)
    name(rooms, ids[0], "\u20ac" * 1100)
    both = {"body.1": Mapping("Dear " + NAME)}
    report = checking.check(draft(mapping=both))

    mended = repair(both, finding(report, "value-too-long"))

    assert checking.check(draft(mapping=mended)).refused == 0


def test_whoever_has_nothing_can_be_left_out(rooms: Workspace, checking: Checking) -> None:
    ids = add_people(rooms.store, 2)
    name(rooms, ids[0], "")
    blocks = {"body.1": Mapping(NAME, if_empty="block")}
    empty = finding(checking.check(draft(mapping=blocks)), "value-empty")
    assert empty.weight == "error"

    mended = leave_out(blocks, empty)

    assert mended["body.1"] == Mapping(NAME)
    assert finding(checking.check(draft(mapping=mended)), "value-empty").weight == "warning"


def test_problems_of_the_mapping_itself_come_first(rooms: Workspace, checking: Checking) -> None:
    add_people(rooms.store, 2)
    report = checking.check(draft(mapping={"body.1": Mapping("{{ contact.nothing }}")}))
    assert [one.code for one in report.problems] == ["field-unknown"] and report.checked == 0


def test_without_a_template_there_is_nothing_to_check(checking: Checking) -> None:
    for asked in (draft(template=""), draft(template="gone"), draft(translations={"fr": ""})):
        with pytest.raises(UserError) as caught:
            checking.check(asked)
        assert caught.value.code == "checking-no-template"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("123456", "media-number"), ("http://shop.example/a.png", "media-insecure"), (f"file:{'a' * 64}", "media-gone"),
        ("https://shop.example/a.png", ""),
    ],
)  # fmt: skip
def test_files_that_may_be_gone_are_told(rooms: Workspace, checking: Checking, value: str, code: str) -> None:
    add_people(rooms.store, 1)
    asked = draft(template="picture", purpose="utility", mapping={"header.media": Mapping(value)})
    assert [one.code for one in checking.check(asked).findings] == ([code] if code else [])


def test_the_brand_kit_of_the_settings_counts(rooms: Workspace, checking: Checking) -> None:
    ids = add_people(rooms.store, 2)
    name(rooms, ids[0], "Cheap")
    rooms.settings.brand_banned = "cheap\n\n free "
    rooms.settings.brand_signature = "Team Bloom"

    report = checking.check(draft())

    assert list(finding(report, "lint-brand-word").contacts) == [ids[0]]
    assert finding(report, "lint-brand-signature", "footer").count == 2


class _Stops:
    def __init__(self) -> None:
        self.told: list[tuple[int, int | None]] = []

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))

    def cancelled(self) -> bool:
        return len(self.told) > 1


def test_it_can_be_stopped_and_tells_how_far_it_is(rooms: Workspace, checking: Checking) -> None:
    add_people(rooms.store, 3)
    stops = _Stops()
    with pytest.raises(Cancelled):
        checking.check(draft(), stops)
    assert stops.told == [(0, 3), (3, 3)]


def journey(**more: Any) -> Journey:
    fields = {
        "template": {"name": "spring_offer", "language": "nl"}, "mapping": {"body.1": {"expression": NAME}}, **more,
    }  # fmt: skip
    entry = Step(id="in", kind="audience", fields={"audience": {"kind": "all"}})
    return Journey(id="j", steps={"in": entry, "say": Step(id="say", kind="send_template", fields=fields)})


def test_a_step_of_a_journey_is_checked_for_whom_it_may_write_to(rooms: Workspace, checking: Checking) -> None:
    ids = add_people(rooms.store, 3)
    add_people(rooms.store, 1, first=10, marketing="unknown")
    add_people(rooms.store, 1, first=11, marketing="no")
    name(rooms, ids[0], "")

    report = checking.check_step(journey(), "say")

    assert report.checked == 3 and report.left_out == {"no-consent": 1, "opted-out": 1}
    assert list(finding(report, "value-empty").contacts) == [ids[0]]
    anyone = checking.check_step(journey(consent="anyone"), "say")
    assert anyone.checked == 3 and anyone.left_out == {"no-consent": 1, "opted-out": 1}


def test_the_rules_of_a_step_say_who_gets_which_language(rooms: Workspace, checking: Checking) -> None:
    ids = add_people(rooms.store, 3)
    name(rooms, ids[0], "Ann", language="en")
    rule = {"field": "contact.language", "op": "is", "value": "en"}
    step = journey(languages=[{"language": "en", "rule": rule}])

    report = checking.check_step(step, "say")

    assert set(report.subject.versions) == {"nl", "en"} and report.checked == 3
    everybody = checking.people(report, finding(report, "lint-no-way-to-stop", "footer"), 0, 10)
    assert [one.contact.id for one in everybody if one.text.endswith("in English")] == ids[:1]


def test_what_an_event_will_bring_is_taken_as_its_example(rooms: Workspace, checking: Checking) -> None:
    add_people(rooms.store, 2)
    step = journey(mapping={"body.1": {"expression": "{{ event.order }}"}})
    report = checking.check_step(step, "say")
    assert report.subject.assumed and of_place(report) == [] and not report.problems


def test_a_step_that_sends_no_template_has_nothing_to_check(rooms: Workspace, checking: Checking) -> None:
    for id in ("in", "elsewhere"):
        with pytest.raises(UserError):
            checking.check_step(journey(), id)


def test_nothing_is_told_as_changed(rooms: Workspace, checking: Checking) -> None:
    add_people(rooms.store, 1)
    rooms.told.clear()
    checking.check(draft())
    assert rooms.told == list[Changes]()
    assert rooms.store.row("SELECT count(*) AS n FROM outbox")["n"] == 0  # type: ignore[index]


def test_a_link_that_its_tags_make_too_long_is_found(rooms: Workspace, checking: Checking) -> None:
    link = {"type": "URL", "text": "Shop", "url": "https://shop.example/{{1}}", "example": ["https://shop.example/x"]}
    parts = [{"type": "BODY", "text": "Hi, spring is here"}, {"type": "BUTTONS", "buttons": [link]}]
    rooms.keep_templates(offer(components=parts))
    ids = add_people(rooms.store, 2)
    name(rooms, ids[0], "x" * 1970)
    made = draft(mapping={"button.0.1": Mapping(NAME)})

    assert "value-too-long" not in [one.code for one in checking.check(made).findings]
    tagged = msgspec.structs.replace(made, tags=Tags(source="whatsapp"))
    found = finding(checking.check(tagged), "value-too-long", "button.0.1")
    assert list(found.contacts) == ids[:1]
