"""Decides how the later steps of the campaign wizard are shown: repeating, waves, limits, and a review with it all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import msgspec
from PySide6.QtWidgets import QWidget

from tests.fixtures.desk import in_days
from tests.fixtures.templates import body, buttons, raw
from tests.screens import screen
from tests.screens.scenes_campaigns import opened
from tests.screens.stage import Stage
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.campaigns.draft import Draft, Mapping, Schedule
from whatsapp_studio.campaigns.programme import Budget, Tags, Waves
from whatsapp_studio.qt.campaigns.reveal import reveal
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import content_hash, parse

# The clocks go back in Amsterdam on 31 October 2027 at 03:00, and forward on 28 March at 02:00.
SUNDAYS = Schedule(
    kind="recurring", local_time="2027-10-10T02:30", zone="Europe/Amsterdam", rule="FREQ=WEEKLY;BYDAY=SU", late="skip",
    late_minutes=120,
)  # fmt: skip
LATER = Schedule(kind="at", local_time="2027-03-01T09:00", zone="Europe/Amsterdam", each_zone=True, late="ask",
                 late_minutes=60)  # fmt: skip


def _abroad(stage: Stage) -> None:
    """Some of the people live elsewhere."""
    contacts = stage.desk.studio.contacts
    zones = "America/New_York", "Asia/Tokyo", "Asia/Tokyo", "Pacific/Auckland", "Asia/Kolkata"
    for id, zone in zip(stage.desk.people, zones, strict=False):
        contact = contacts.get(id)
        assert contact is not None
        contacts.save(msgspec.structs.replace(contact, time_zone=zone))


def _priced(stage: Stage) -> None:
    """What a message costs is known."""
    stage.desk.studio.rates.set("Netherlands", "marketing", Decimal("0.1131"), date(2026, 1, 1))


def _schedule(stage: Stage, schedule: Schedule, **more: object) -> tuple[QWidget, object]:
    window, page = opened(stage, stage.desk.complete("Weekly offer", schedule=schedule, step="schedule", **more))
    return window, page.wizard.schedule


@screen("wizard.recurring", small=True)
def recurring(stage: Stage) -> QWidget:
    """A campaign of every Sunday, with an hour that comes twice."""
    return _schedule(stage, SUNDAYS)[0]


@screen("wizard.monthly")
def monthly(stage: Stage) -> QWidget:
    """A campaign of every last Friday of the month, ten times."""
    rule = "FREQ=MONTHLY;BYDAY=-1FR;COUNT=10"
    return _schedule(stage, Schedule(kind="recurring", local_time=in_days(3), zone="UTC", rule=rule))[0]


@screen("wizard.own-rule")
def own_rule(stage: Stage) -> QWidget:
    """A rule of one's own that means nothing."""
    rule = "FREQ=SOMETIMES"
    return _schedule(stage, Schedule(kind="recurring", local_time=in_days(3), zone="UTC", rule=rule))[0]


@screen("wizard.each-zone")
def each_zone(stage: Stage) -> QWidget:
    """A campaign that goes by each contact's own clock."""
    _abroad(stage)
    return _schedule(stage, LATER)[0]


@screen("wizard.waves", small=True)
def waves(stage: Stage) -> QWidget:
    """A send in waves that covers everybody."""
    window, page = opened(stage, stage.desk.complete(schedule=LATER, waves=Waves(), step="schedule"))
    page.wizard.schedule.focus_field("schedule.waves")
    page.wizard.schedule.waves.opened.emit(True)
    stage.settle()
    reveal(page.wizard.schedule.pace)
    stage.settle()
    return window


@screen("wizard.waves-left")
def waves_left(stage: Stage) -> QWidget:
    """Waves of so many people, at times of their own, that leave somebody out."""
    chosen = Waves(
        sizes=(2, 3), unit="people", times=("2027-03-02T09:00",), rest="leave", hold_percent=None
    )  # fmt: skip
    window, page = opened(stage, stage.desk.complete(schedule=LATER, waves=chosen, step="schedule"))
    page.wizard.schedule.focus_field("schedule.waves")
    page.wizard.schedule.waves.opened.emit(True)
    stage.settle()
    reveal(page.wizard.schedule.pace)
    stage.settle()
    return window


@screen("wizard.limits")
def limits(stage: Stage) -> QWidget:
    """Pace, quiet hours, a budget and the share of failures, opened."""
    draft = stage.desk.complete(
        step="schedule", per_day=5000, rate=12, budget=Budget(Decimal("99.50"), "EUR"), fail_percent=5
    )
    window, page = opened(stage, draft)
    for fold in (page.wizard.schedule.pace, page.wizard.schedule.brake):
        fold.set_open(True)
    stage.settle()
    return window


@screen("wizard.follows")
def follows(stage: Stage) -> QWidget:
    """The audience of a campaign that follows another one."""
    desk = stage.desk
    first = desk.launched("Spring in the nursery")
    desk.set_rows(first.id, "delivered", 5)
    desk.set_rows(first.id, "failed", 2, code=131026)
    return stage.window("campaigns", desk.studio.following.follow(first.id, "unread").id)


@screen("wizard.review", small=True)
def review(stage: Stage) -> QWidget:
    """A review with everything: waves, each contact's clock, a limit nearly used up, a budget."""
    desk = stage.desk
    _abroad(stage)
    _priced(stage)
    desk.connect(messaging_limit="TIER_50")
    draft = desk.complete(
        schedule=LATER, waves=Waves(), budget=Budget(Decimal("25"), desk.studio.rates.currency()), per_day=4,
        accepted_warnings=("no-receiver",),
    )  # fmt: skip
    return opened(stage, draft)[0]


@screen("wizard.review-below")
def review_below(stage: Stage) -> QWidget:
    """The same review further down."""
    desk = stage.desk
    _abroad(stage)
    _priced(stage)
    desk.connect(messaging_limit="TIER_50")
    draft = desk.complete(
        schedule=LATER, waves=Waves(), budget=Budget(Decimal("25"), desk.studio.rates.currency()), per_day=4,
        accepted_warnings=("no-receiver",),
    )  # fmt: skip
    window, page = opened(stage, draft)
    stage.until(lambda: page.wizard.review.review is not None)
    reveal(page.wizard.review.second)
    stage.settle()
    return window


@screen("wizard.review-blocked")
def review_blocked(stage: Stage) -> QWidget:
    """A review of what cannot be sent: waves of more than everybody, and a budget without prices."""
    desk = stage.desk
    budget = Budget(Decimal("25"), desk.studio.rates.currency())
    return opened(stage, desk.complete(waves=Waves(sizes=(80, 40)), budget=budget))[0]


@screen("wizard.review-recurring")
def review_recurring(stage: Stage) -> QWidget:
    """A review of a campaign that comes again, in a workspace that asks for a second look."""
    settings = stage.desk.studio.settings
    settings.type_count_above, settings.second_look = 5, True
    return opened(stage, stage.desk.complete(schedule=SUNDAYS))[0]


def _with_link(stage: Stage) -> Draft:
    """A draft whose template has a link that ends in a place, and people without a first name."""
    desk = stage.desk
    link = {"type": "URL", "text": "To the shop", "url": "https://bloom.example/{{1}}",
            "example": ["https://bloom.example/sale"]}  # fmt: skip
    template = parse(raw(body("Hi {{1}}, spring is here."), buttons(link), name="spring_shop"))
    TemplateRows(desk.store).replace_all([*desk.studio.templates.all(), template], datetime(2026, 3, 3, 9, tzinfo=UTC))
    for id in desk.people[:3]:
        contact = desk.studio.contacts.get(id)
        assert contact is not None
        desk.studio.contacts.save(msgspec.structs.replace(contact, first_name=""))
    mapping = {"body.1": Mapping(expression="{{ contact.first_name }}"),
               "button.0.1": Mapping(expression="{{ contact.voucher }}", fallback="sale")}  # fmt: skip
    return desk.complete(template=template.name, language=template.language, template_hash=content_hash(template),
                         mapping=mapping, step="mapping", tags=Tags(source="whatsapp", campaign="spring"))  # fmt: skip


@screen("wizard.tags", small=True)
def tags(stage: Stage) -> QWidget:
    """Values that some people do not have, and tags at the end of a link."""
    stage.desk.studio.contacts.add_field(CustomField(name="voucher", label="Voucher"))
    window, page = opened(stage, _with_link(stage))
    page.wizard.mapping.tags.set_open(True)
    stage.settle()
    return window
