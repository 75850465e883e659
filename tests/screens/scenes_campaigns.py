"""Decides how the campaigns page is shown: its list, each step of the wizard, its review, and the seconds to undo."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from tests.fixtures.desk import in_days
from tests.screens import Make, screen
from tests.screens.scenes_templates import samples
from tests.screens.stage import Stage
from whatsapp_studio.campaigns.draft import STEPS, Audience, Draft, Mapping, Schedule, Step
from whatsapp_studio.qt.campaigns.page import CampaignsPage


def opened(stage: Stage, draft: Draft) -> tuple[QWidget, CampaignsPage]:
    window = stage.window("campaigns", stage.desk.studio.campaigns.create(draft).id)
    page = window.page("campaigns")
    assert isinstance(page, CampaignsPage)
    return window, page


def _filled(step: Step) -> Make:
    def make(stage: Stage) -> QWidget:
        return opened(stage, stage.desk.complete("Spring in the nursery", step=step))[0]

    make.__doc__ = f"Step “{step}” of a campaign, filled in."
    return make


def _empty(step: Step) -> Make:
    def make(stage: Stage) -> QWidget:
        window, page = opened(stage, Draft(name="New campaign", step="purpose"))
        for one in STEPS[: STEPS.index(step) + 1]:
            page.wizard.go(one)
        return window

    make.__doc__ = f"Step “{step}” of a new campaign, with what is missing."
    return make


for _step in STEPS:
    screen(f"campaigns.{_step}", small=True)(_filled(_step))
    screen(f"campaigns.{_step}-empty")(_empty(_step))


@screen("campaigns.empty", small=True)
def empty(stage: Stage) -> QWidget:
    """Campaigns before there are any."""
    return stage.window("campaigns", studio=stage.bare())


@screen("campaigns.list", small=True)
def listing(stage: Stage) -> QWidget:
    """Campaigns in every state."""
    desk = stage.desk
    campaigns = desk.studio.campaigns
    campaigns.create(desk.complete("A draft with a name that is longer than most names of campaigns are"))
    campaigns.launch(
        campaigns.create(desk.complete("Later", schedule=Schedule(kind="at", local_time=in_days(3), zone="UTC"))).id,
        typed_count=None,
    )
    desk.set_rows(desk.launched("On its way").id, "accepted", 4)
    campaigns.pause(desk.launched("Held up").id, "meta-132015")
    campaigns.stop(desk.launched("Stopped").id)
    return stage.window("campaigns")


@screen("campaigns.undo")
def undo(stage: Stage) -> QWidget:
    """The seconds in which a launch can be undone."""
    window = stage.window("campaigns")
    page = window.page("campaigns")
    assert isinstance(page, CampaignsPage)
    page.undo_bar.watch(stage.desk.launched("Spring", hold_seconds=30))
    return window


@screen("campaigns.blocked")
def blocked(stage: Stage) -> QWidget:
    """A review with what blocks and what warns."""
    return opened(stage, stage.desk.complete(mapping={"body.1": Mapping()}))[0]


@screen("campaigns.typed")
def typed(stage: Stage) -> QWidget:
    """A review that asks for the number to be typed."""
    stage.desk.studio.settings.type_count_above = 5
    return opened(stage, stage.desk.complete(accepted_warnings=("no-receiver",)))[0]


@screen("campaigns.scheduled")
def scheduled(stage: Stage) -> QWidget:
    """A campaign for a later day."""
    at = Schedule(kind="at", local_time=in_days(2), zone="Europe/Amsterdam")
    return opened(stage, stage.desk.complete(schedule=at, step="schedule"))[0]


@screen("campaigns.to-a-list")
def to_a_list(stage: Stage) -> QWidget:
    """A campaign to the members of a list."""
    audience = Audience(kind="list", list_id=stage.desk.list_id)
    return opened(stage, stage.desk.complete(audience=audience, step="audience"))[0]


@screen("campaigns.many-templates")
def many(stage: Stage) -> QWidget:
    """Templates to choose from, with every kind of header and button."""
    samples(stage)
    return opened(stage, stage.desk.complete(step="template", template="", template_hash="", mapping={}))[0]


@screen("campaigns.unconnected")
def unconnected(stage: Stage) -> QWidget:
    """The sender of a campaign before there is an account."""
    draft = stage.desk.complete(step="sender", sender="")
    stage.desk.studio.connection.forget()
    return opened(stage, draft)[0]


@screen("campaigns.name-taken")
def name_taken(stage: Stage) -> QWidget:
    """A name that another campaign has."""
    stage.desk.studio.campaigns.create(Draft(name="Taken"))
    window, page = opened(stage, stage.desk.complete("Mine", step="purpose"))
    page.wizard.purpose.name.setText("Taken")
    page.wizard.purpose.name.textEdited.emit("Taken")
    return window


@screen("campaigns.people")
def people(stage: Stage) -> QWidget:
    """The people behind a number."""
    _window, page = opened(stage, stage.desk.complete(step="audience"))
    show: Any = page.wizard._show_people
    return stage.opened(lambda: show(None))


@screen("campaigns.people-left-out")
def left_out(stage: Stage) -> QWidget:
    """The people who are left out for a reason."""
    _window, page = opened(stage, stage.desk.complete(step="audience"))
    show: Any = page.wizard._show_people
    return stage.opened(lambda: show("no-consent"))


@screen("campaigns.personal")
def personal(stage: Stage) -> QWidget:
    """A message whose places are filled with Liquid."""
    mapping = {"body.1": Mapping(expression='{{ contact.first_name | default: "you" | upcase }}', fallback="friend")}
    return opened(stage, stage.desk.complete(mapping=mapping, step="mapping"))[0]


@screen("campaigns.languages", small=True)
def languages(stage: Stage) -> QWidget:
    """A template that is sent to each person in the language he or she reads."""
    samples(stage)
    template = stage.desk.studio.templates.get("appointment_reminder", "nl")
    assert template is not None
    draft = stage.desk.complete(
        step="template", purpose="utility", template=template.name, language="nl", template_hash=""
    )
    window, page = opened(stage, draft)
    page.wizard.template.translations.each.click()
    return window
