"""Decides how the page of one contact is shown: full, empty, blocked and gone, with its timeline, notes and merges."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QDialog, QMenu, QWidget

from tests.fixtures.studio import T0, later
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.audience.contact import Contact, CustomField
from whatsapp_studio.base.clock import iso
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.contacts.contact_view import ContactView
from whatsapp_studio.qt.contacts.erase_dialog import EraseDialog
from whatsapp_studio.qt.contacts.field_form import FieldForm
from whatsapp_studio.qt.contacts.fields_dialog import FieldsDialog
from whatsapp_studio.qt.contacts.merge_dialog import MergeDialog
from whatsapp_studio.qt.contacts.page import ContactsPage
from whatsapp_studio.qt.main_window import MainWindow

FIELDS = (
    CustomField(name="city", label="City"), CustomField(name="points", label="Points", kind="number"),
    CustomField(name="birthday", label="Birthday", kind="date"), CustomField(name="vip", label="VIP", kind="boolean"),
    CustomField(name="likes", label="Likes", kind="list", options=("tulips", "roses", "lilies")),
    CustomField(name="visit", label="Last visit", kind="datetime"),
)  # fmt: skip


def page(stage: Stage, what: object = None) -> tuple[MainWindow, ContactsPage]:
    window = stage.window("contacts", what)
    shown = window.page("contacts")
    assert isinstance(shown, ContactsPage)
    return window, shown


def somebody(stage: Stage) -> int:
    """A contact with everything a contact can have."""
    desk = stage.desk
    for field in FIELDS:
        desk.studio.contacts.add_field(field)
    person = desk.studio.contacts.save(
        Contact(
            id=0, phone="+31612345678", first_name="Maria", last_name="de Vries", language="nl", is_test=True,
            fields={"city": "Delft", "points": 120.0, "birthday": "1988-04-12", "vip": True,
                    "likes": ("tulips", "roses"), "visit": "2026-02-01T13:30:00.000+00:00"},
        )
    )  # fmt: skip
    desk.studio.consent.record([person.id], "marketing", "yes", "newsletter form", T0,
                               wording="I would like to hear about offers of Bloom on WhatsApp.")  # fmt: skip
    desk.studio.contacts.add_to_list(desk.list_id, [person.id])
    desk.studio.people.add_note(person.id, "Likes to be called Mies. Comes by on Saturdays, usually with her sister.")
    desk.studio.people.add_note(person.id, "Ordered 200 tulips for the wedding on 12 June.")
    campaign = desk.launched("Spring")
    with desk.store.write() as conn:
        conn.execute(
            "UPDATE outbox SET state = 'read', wamid = 'w.m', claimed_at = ?, settled_at = ? WHERE contact_id = ?",
            (iso(later(minutes=1)), iso(later(minutes=1)), person.id),
        )
        for minutes, status in ((2, "sent"), (3, "delivered"), (44, "read")):
            conn.execute("INSERT INTO news (wamid, status, at) VALUES ('w.m', ?, ?)",
                         (status, iso(later(minutes=minutes))))  # fmt: skip
        conn.execute("INSERT INTO inbox (wamid, phone, at, kind, text, context) VALUES ('r', ?, ?, 'text', ?, 'w.m')",
                     (person.phone, iso(later(minutes=50)), "Lovely! Are you open on Monday?"))  # fmt: skip
    assert campaign.id
    inside(stage, person.id)
    return person.id


def inside(stage: Stage, *ids: int) -> None:
    """Put contacts into a journey."""
    journey = stage.desk.studio.journeys.create("Welcome").id
    with stage.desk.store.write() as conn:
        conn.execute("INSERT INTO plans (id, journey_id, version, zone, made) VALUES (1, ?, 1, 'UTC', 0)", (journey,))
        conn.executemany(
            "INSERT INTO runs (plan_id, journey_id, contact_id, entered, step, came, state)"
            " VALUES (1, ?, ?, ?, 's', 0, x'')", [(journey, id, int(T0.timestamp() * 1000)) for id in ids],
        )  # fmt: skip


def opened(stage: Stage, id: int) -> tuple[MainWindow, ContactView]:
    window, shown = page(stage, id)
    stage.until(shown.contact_view.isVisible)
    stage.settle()
    return window, shown.contact_view


@screen("contact.full", small=True)
def full(stage: Stage) -> QWidget:
    """A contact of whom much is known."""
    return opened(stage, somebody(stage))[0]


@screen("contact.empty")
def empty(stage: Stage) -> QWidget:
    """A contact that is only a number."""
    person = stage.desk.studio.contacts.save(Contact(id=0, phone="+5511987654321"))
    return opened(stage, person.id)[0]


@screen("contact.blocked")
def blocked(stage: Stage) -> QWidget:
    """A contact that opted out."""
    stage.desk.studio.contacts.block(["+31600000003"], "opted-out", "by phone")
    return opened(stage, stage.desk.people[2])[0]


@screen("contact.gone")
def gone(stage: Stage) -> QWidget:
    """A contact that was deleted while its page was open."""
    window, _view = opened(stage, stage.desk.people[2])
    stage.desk.studio.contacts.delete([stage.desk.people[2]])
    stage.settle()
    return window


@screen("contact.wrong")
def wrong(stage: Stage) -> QWidget:
    """A value that cannot be kept."""
    window, view = opened(stage, somebody(stage))
    view.fields.changed.emit("phone", "call me")
    view.fields.changed.emit("language", "klingon")
    stage.settle()
    return window


@screen("contact.timeline-long")
def timeline_long(stage: Stage) -> QWidget:
    """A timeline of many pages."""
    person = somebody(stage)
    with stage.desk.store.write() as conn:
        conn.executemany(
            "INSERT INTO inbox (wamid, phone, at, kind, text) VALUES (?, '+31612345678', ?, 'text', ?)",
            [(f"m{n}", iso(T0 - timedelta(hours=7 * n)), f"Message number {n}") for n in range(450)],
        )
    return opened(stage, person)[0]


@screen("contact.timeline-empty")
def timeline_empty(stage: Stage) -> QWidget:
    """A timeline narrowed to what never happened."""
    window, view = opened(stage, stage.desk.people[0])
    view.timeline.kinds.setCurrentIndex(view.timeline.kinds.findData("merge"))
    stage.settle()
    return window


@screen("contact.notes")
def notes(stage: Stage) -> QWidget:
    """Notes, one of them being changed."""
    window, view = opened(stage, somebody(stage))
    view.tabs.setCurrentWidget(view.notes)
    stage.settle()
    return window


@screen("contact.notes-empty")
def notes_empty(stage: Stage) -> QWidget:
    """A contact without notes."""
    window, view = opened(stage, stage.desk.people[0])
    view.tabs.setCurrentWidget(view.notes)
    stage.settle()
    return window


@screen("contact.menu")
def menu(stage: Stage) -> QWidget:
    """What can be done with one contact."""
    _window, view = opened(stage, stage.desk.people[0])
    return stage.opened(lambda: view.head.menu.popup(view.pos()), QMenu)


def twins(stage: Stage) -> tuple[int, int]:
    """One Brazilian under two spellings."""
    contacts = stage.desk.studio.contacts
    for field in FIELDS[:2]:
        contacts.add_field(field)
    with stage.desk.store.write() as conn:
        for id, phone, first, last, city, points in (
            (901, "+551187654321", "Ana", "Souza", "Recife", None),
            (902, "+5511987654321", "Ana Maria", "Souza", None, 12),
        ):  # fmt: skip
            conn.execute(
                "INSERT INTO contacts (id, phone, first_name, last_name, country, marketing, f_city, f_points,"
                " created_at, updated_at) VALUES (?, ?, ?, ?, 'BR', ?, ?, ?, ?, ?)",
                (id, phone, first, last, "yes" if id == 901 else "no", city, points, iso(T0), iso(T0)),
            )
    return 901, 902


@screen("contact.twins")
def twins_told(stage: Stage) -> QWidget:
    """Somebody may be there twice."""
    twins(stage)
    window, shown = page(stage)
    stage.until(shown.twins.isVisible)
    return window


@screen("contact.merge")
def merge(stage: Stage) -> QWidget:
    """Two contacts side by side."""
    pair = twins(stage)
    _window, shown = page(stage)
    return stage.opened(lambda: shown.deeds.merge_pairs([pair, (1, 2)]), MergeDialog)


@screen("contact.merge-with")
def merge_with(stage: Stage) -> QWidget:
    """The other contact is looked for."""
    _window, view = opened(stage, stage.desk.people[0])
    return stage.opened(lambda: view.wanted.emit("merge", view._contact), QDialog)


@screen("contact.merge-refused")
def merge_refused(stage: Stage) -> QWidget:
    """Two contacts that are in one journey at the same time."""
    pair = twins(stage)
    inside(stage, *pair)
    _window, shown = page(stage)
    dialog = stage.opened(lambda: shown.deeds.merge_pairs([pair]), MergeDialog)
    stage.settle()
    dialog.go.click()
    stage.settle()
    return dialog


@screen("contact.columns")
def columns(stage: Stage) -> QWidget:
    """Which columns the table shows."""
    somebody(stage)
    _window, shown = page(stage)
    return stage.opened(lambda: shown.columns.menu.popup(shown.pos()), QMenu)


@screen("contact.fields")
def fields(stage: Stage) -> QWidget:
    """The fields of a workspace, one of them used in a segment."""
    somebody(stage)
    _window, shown = page(stage)
    return stage.opened(shown.page_menu.open_fields, FieldsDialog)


@screen("contact.fields-empty")
def fields_empty(stage: Stage) -> QWidget:
    """A workspace without fields."""
    _window, shown = page(stage)
    return stage.opened(shown.page_menu.open_fields, FieldsDialog)


@screen("contact.fields-used")
def fields_used(stage: Stage) -> QWidget:
    """A field that is used is not deleted."""
    somebody(stage)
    draft = stage.desk.complete("Summer", mapping={"body.1": Mapping(expression="{{ contact.city }}", fallback="x")})
    stage.desk.studio.campaigns.create(draft)
    _window, shown = page(stage)
    dialog = stage.opened(shown.page_menu.open_fields, FieldsDialog)
    stage.settle()
    dialog.delete.click()
    stage.settle()
    return dialog


@screen("contact.field-new")
def field_new(stage: Stage) -> QWidget:
    """A field is made."""
    return stage.show(FieldForm(stage.desk.studio))


@screen("contact.field-unfit")
def field_unfit(stage: Stage) -> QWidget:
    """A field whose values are not of the kind that was chosen."""
    somebody(stage)
    form = stage.show(FieldForm(stage.desk.studio, FIELDS[0]))
    form.kind.setCurrentIndex(form.kind.findData("number"))
    form.save.click()
    stage.settle()
    return form


@screen("contact.erase")
def erase(stage: Stage) -> QWidget:
    """What goes when a person is erased."""
    person = somebody(stage)
    _window, view = opened(stage, person)
    return stage.opened(lambda: view._want("erase"), EraseDialog)
