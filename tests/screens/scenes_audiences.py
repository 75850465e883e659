"""Decides how the audiences page, a segment that is built and the people behind a number are shown."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QMessageBox, QWidget

from tests.fixtures.desk import Desk
from tests.screens import screen
from tests.screens.scenes_steps import shown as step_shown
from tests.screens.stage import Stage
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.campaigns.draft import Audience
from whatsapp_studio.qt.audiences.history import Shape
from whatsapp_studio.qt.audiences.page import AudiencesPage
from whatsapp_studio.qt.reach.people import PeopleDialog

AGREED = {"consent": "marketing", "op": "is", "value": "yes"}
NL = {"field": "contact.country", "op": "is", "value": "NL"}
SIMPLE = {"all": [AGREED, NL]}
NESTED = {
    "all": [
        AGREED,
        {"any": [
            NL,
            {"all": [
                {"field": "contact.language", "op": "is_one_of", "value": ["nl", "nl_BE"]},
                {"none": [
                    {"list": "Regulars", "op": "in"},
                    {"field": "contact.birthday", "op": "in_last_days", "value": 30},
                ]},
            ]},
        ]},
        {"field": "contact.orders", "op": "at_least", "value": 3},
    ]
}  # fmt: skip
DID = {
    "all": [
        {"did": "read", "op": "did", "template": "spring_offer", "days": 30},
        {"did": "replied", "op": "did_not"},
        {"did": "inside", "op": "did_not", "journey": "Welcome"},
        {"segment": "Not asked yet", "op": "not_in"},
        {"consent": "utility", "op": "is", "value": "yes"},
    ]
}  # fmt: skip
WRONG = {
    "all": [
        {"field": "contact.city", "op": "is", "value": ""},
        {"list": "Gone", "op": "in"},
        {"any": []},
        {"field": "contact.orders", "op": "more", "value": "many"},
    ]
}  # fmt: skip


def fields(desk: Desk) -> None:
    """Fields of people that rules ask for."""
    for name, kind in (("birthday", "date"), ("orders", "number"), ("city", "text"), ("visit", "datetime")):
        desk.studio.contacts.add_field(CustomField(name=name, label=name.title(), kind=kind))  # type: ignore[arg-type]


def furnish(desk: Desk) -> int:
    """Segments and lists as somebody has them who works with the program; gives the segment that is shown."""
    fields(desk)
    segments = desk.studio.segments
    kept = segments.save("Dutch and agreed", json.dumps(SIMPLE)).id
    segments.save("Regulars who bought three times", json.dumps(NESTED))
    segments.save("Not asked yet", json.dumps({"all": [{**AGREED, "value": "unknown"}]}))
    for name, some in (("Market stall, spring", 3), ("Newsletter", 9), ("Test panel", 0)):
        made = desk.studio.contacts.create_list(name)
        desk.studio.contacts.add_to_list(made.id, desk.people[:some])
    desk.studio.campaigns.create(desk.complete("Spring offer", audience=Audience(kind="segment", segment_id=kept)))
    return kept


def page(stage: Stage, what: object = None) -> tuple[QWidget, AudiencesPage]:
    window = stage.window("audiences", what)
    shown = window.page("audiences")
    assert isinstance(shown, AudiencesPage)
    return window, shown


def full(stage: Stage) -> tuple[QWidget, AudiencesPage]:
    return page(stage, ("segment", furnish(stage.desk)))


def building(stage: Stage, rule: Mapping[str, Any], name: str = "Dutch and agreed") -> tuple[QWidget, AudiencesPage]:
    fields(stage.desk)
    made = stage.desk.studio.segments.save(name, json.dumps(rule))
    window, shown = page(stage, ("segment", made.id))
    stage.settle()
    shown.overview.edit.click()
    stage.settle()
    return window, shown


def begun(stage: Stage, rule: dict[str, Any]) -> QWidget:
    """A segment that is not saved yet."""
    furnish(stage.desk)
    window, shown = page(stage)
    stage.settle()
    shown.begin(None, Shape("Regulars in the city", rule))
    return window


@screen("audiences.empty", small=True)
def empty(stage: Stage) -> QWidget:
    """Audiences before there is any: a few to begin with."""
    return stage.window("audiences", studio=stage.bare())


@screen("audiences.segment", small=True)
def segment(stage: Stage) -> QWidget:
    """Lists and segments, and one segment with whom it reaches."""
    return full(stage)[0]


@screen("audiences.list")
def a_list(stage: Stage) -> QWidget:
    """A list with the answer why one person is left out."""
    window, shown = full(stage)
    shown.choose(("list", stage.desk.list_id))
    shown.overview.lookup.search.setText("Jansen")
    return window


@screen("audiences.nothing")
def nothing(stage: Stage) -> QWidget:
    """A search that finds no audience."""
    window, shown = full(stage)
    shown.search.setText("summer")
    return window


@screen("audiences.more")
def more(stage: Stage) -> QWidget:
    """What can be done with an audience as a whole."""
    _window, shown = full(stage)
    return stage.opened(lambda: shown.overview.more.menu().popup(shown.pos()), QMenu)


@screen("audiences.people")
def people(stage: Stage) -> QWidget:
    """The people behind a number."""
    _window, shown = page(stage, ("list", stage.desk.list_id))
    shown.overview.purpose.setCurrentIndex(0)
    stage.settle()
    return stage.opened(lambda: shown.overview.numbers.doors[None].click(), PeopleDialog)


@screen("audiences.new-list")
def new_list(stage: Stage) -> QWidget:
    """A name for a new list."""
    return stage.opened(full(stage)[1].new_list_button.click, QInputDialog)


@screen("audiences.freeze")
def freeze(stage: Stage) -> QWidget:
    """A segment is frozen into a list."""
    return stage.opened(full(stage)[1].overview.deeds["freeze"].trigger, QInputDialog)


@screen("audiences.delete")
def delete(stage: Stage) -> QWidget:
    """The question before a list is deleted."""
    _window, shown = full(stage)
    shown.choose(("list", stage.desk.list_id))
    stage.settle()
    return stage.opened(shown.overview.deeds["delete"].trigger, QMessageBox)


@screen("audiences.in-use")
def in_use(stage: Stage) -> QWidget:
    """A segment that a campaign uses is not deleted."""
    return stage.opened(full(stage)[1].overview.deeds["delete"].trigger, QMessageBox)


@screen("audiences.rename-refused")
def rename_refused(stage: Stage) -> QWidget:
    """A name that another segment has."""
    window, shown = full(stage)
    shown.overview.renamed.emit("Not asked yet")
    return window


@screen("audiences.start", small=True)
def start(stage: Stage) -> QWidget:
    """What a new segment may begin with."""
    window, shown = full(stage)
    shown.new_button.click()
    return window


@screen("audiences.build", small=True)
def build(stage: Stage) -> QWidget:
    """A simple segment that is edited."""
    return building(stage, SIMPLE)[0]


@screen("audiences.build-nested", small=True)
def build_nested(stage: Stage) -> QWidget:
    """Groups within groups."""
    return building(stage, NESTED)[0]


@screen("audiences.build-behaviour", small=True)
def build_behaviour(stage: Stage) -> QWidget:
    """What people did, a segment within another and the other consent."""
    return begun(stage, DID)


@screen("audiences.build-moment", small=True)
def build_moment(stage: Stage) -> QWidget:
    """A field that keeps a day with a time is asked by its day."""
    return begun(stage, {"all": [{"field": "visit", "op": "before", "value": "2026-03-01"}]})


@screen("audiences.build-wrong")
def build_wrong(stage: Stage) -> QWidget:
    """What is wrong is said at each comparison."""
    return begun(stage, WRONG)


@screen("audiences.build-blank")
def build_blank(stage: Stage) -> QWidget:
    """A segment that begins with nothing."""
    window, shown = page(stage)
    shown.starting.blank.click()
    return window


@screen("audiences.build-expression")
def build_expression(stage: Stage) -> QWidget:
    """The rule as an expression."""
    window, shown = building(stage, NESTED)
    shown.builder.rule.switch.click()
    return window


@screen("audiences.build-menu")
def build_menu(stage: Stage) -> QWidget:
    """What can be done with one comparison."""
    _window, shown = building(stage, SIMPLE)
    part = shown.builder.rule.group.parts[0]
    return stage.opened(lambda: part.menu.menu().popup(part.mapToGlobal(part.pos())), QMenu)


@screen("audiences.build-leave")
def build_leave(stage: Stage) -> QWidget:
    """The question before changes of a segment are lost."""
    _window, shown = building(stage, SIMPLE)
    shown.builder.rule.group.parts[0].menu.chosen.emit("copy")
    return stage.opened(shown.close_button.click, QDialog)


@screen("audiences.wizard", small=True)
def wizard(stage: Stage) -> QWidget:
    """A campaign goes to a segment, without those on a list; the numbers name the rule that decides."""
    segment = furnish(stage.desk)
    stage.desk.studio.consent.suppress(["+31600000009*"], "by-hand")
    audience = Audience(kind="segment", segment_id=segment, except_lists=(stage.desk.list_id,))
    draft = stage.desk.complete("Summer offer", step="audience", audience=audience)
    return stage.window("campaigns", stage.desk.studio.campaigns.create(draft).id)


@screen("audiences.step")
def step(stage: Stage) -> QWidget:
    """A step of a journey reads a segment."""
    furnish(stage.desk)
    reads = {"kind": "rule", "rule": {"segment": "Dutch and agreed", "op": "in"}}
    return step_shown("audience", {"audience": reads})(stage)
