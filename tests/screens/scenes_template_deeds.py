"""Decides how is shown what is done with a template: tried on test contacts, deleted, replaced everywhere."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.fixtures.live_desk import BEGIN
from tests.fixtures.studio import T0
from tests.screens import screen
from tests.screens.scenes_templates import samples
from tests.screens.stage import Stage
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.recipe import Recipe
from whatsapp_studio.delivery.outcome import Accepted, Refused
from whatsapp_studio.qt.proofing import ProofDialog
from whatsapp_studio.qt.recipes import RecipeDialog
from whatsapp_studio.qt.templates.delete_dialog import DeleteDialog
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.qt.templates.replace_dialog import ReplaceDialog
from whatsapp_studio.services.proofing import ProofMessage
from whatsapp_studio.services.replacing import Matching
from whatsapp_studio.storage.template_figures import FigureRows
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.figures import Click, Day
from whatsapp_studio.templates.template import Template, parse
from whatsapp_studio.templates.use import Use

USES = (
    Use(kind="journey", id="a", name="Welcome to the shop", language="nl", state="live", live=True),
    Use(kind="campaign", id="b", name="Spring in the nursery", language="nl"),
    Use(kind="journey", id="c", name="A journey whose name is longer than the room beside its state", language="nl"),
)


def template(stage: Stage, name: str = "appointment_reminder") -> Template:
    samples(stage)
    found = stage.desk.studio.templates.get(name, "nl")
    assert found is not None
    return found


def proof(stage: Stage, testers: int = 3) -> ProofDialog:
    desk, one = stage.desk, template(stage)
    with desk.store.write() as conn:
        conn.executemany("UPDATE contacts SET is_test = 1 WHERE id = ?", [(id,) for id in desk.people[:testers]])
    stuck = desk.people[2]

    def compose(contact: Contact) -> ProofMessage | Problem:
        if contact.id == stuck:
            return Problem("value-empty", facts={"label": "Text {{first_name}}"})
        return ProofMessage(contact=contact, template=one, values={"body.first_name": contact.first_name})

    dialog = ProofDialog(desk.studio, compose)
    stage.show(dialog)
    desk.until(lambda: len(dialog.people) == testers)
    return dialog


@screen("templates.proof", small=True)
def ready(stage: Stage) -> QWidget:
    """Test contacts, one of whom cannot get it."""
    return proof(stage)


@screen("templates.proof-sent")
def sent(stage: Stage) -> QWidget:
    """What became of a test."""
    dialog = proof(stage)
    dialog.send.click()
    leaving = stage.desk.outgoing.claim(now=stage.desk.studio.clock.now())
    stage.desk.outgoing.outbox.settle([(leaving[0], Accepted("wamid.1"), T0), (leaving[1], Refused(131026), T0)])
    dialog._follow()
    return dialog


@screen("templates.proof-nobody")
def nobody(stage: Stage) -> QWidget:
    """Nobody is a test contact."""
    dialog = proof(stage, 0)
    stage.desk.until(lambda: not dialog.none.isHidden())
    return dialog


@screen("templates.delete", small=True)
def delete(stage: Stage) -> QWidget:
    """A template that is used, in several languages."""
    return stage.show(DeleteDialog(stage.desk.studio, template(stage), ("ar", "en", "nl"), USES))


@screen("templates.delete-unused")
def delete_unused(stage: Stage) -> QWidget:
    """A template that nothing uses, in one language."""
    return stage.show(DeleteDialog(stage.desk.studio, template(stage), ("nl",), ()))


@screen("templates.replace", small=True)
def replace(stage: Stage) -> QWidget:
    """Templates that can take the place of one."""
    old = template(stage)
    offers = [
        (other, Matching(pairs={"body.first_name": "body.first_name", "body.day": "body.time"}))
        for other in (template(stage, "event_tomorrow"), template(stage, "event_reminder"))
    ]
    return stage.show(ReplaceDialog(stage.desk.studio, old, offers, USES))


@screen("templates.replace-none")
def replace_none(stage: Stage) -> QWidget:
    """No template can take its place."""
    old = template(stage)
    return stage.show(ReplaceDialog(stage.desk.studio, old, [(old, Matching(left=("body.1",)))], USES))


@screen("recipes.some", small=True)
def recipes(stage: Stage) -> QWidget:
    """Recipes, one of which is looked at."""
    template(stage)
    for name, of in (("Appointment, friendly", "appointment_reminder"), ("Evening in the workshop", "event_tomorrow")):
        mapping = {"body.first_name": Mapping(expression="{{ contact.first_name }}", fallback="you")}
        stage.desk.studio.recipes.add(name, Recipe(template=of, language="nl", mapping=mapping))
    return stage.show(RecipeDialog(stage.desk.studio))


@screen("recipes.gone")
def recipe_gone(stage: Stage) -> QWidget:
    """A recipe whose template is not there any more."""
    stage.desk.studio.recipes.add("Old offer", Recipe(template="long_ago", language="nl"))
    return stage.show(RecipeDialog(stage.desk.studio))


@screen("recipes.none")
def no_recipes(stage: Stage) -> QWidget:
    """Before there is a recipe."""
    return stage.show(RecipeDialog(stage.desk.studio))


def beside(stage: Stage) -> tuple[QWidget, TemplatesPage]:
    """The page with a template that much is known of, scrolled to what stands below its facts."""
    desk, one = stage.desk, template(stage)
    desk.studio.campaigns.create(Draft(name="Spring in the nursery", template=one.name, language="nl"))
    paused = msgspec.structs.replace(one, status="PAUSED", raw=one.raw.replace('"APPROVED"', '"PAUSED"'))
    for at, status in ((BEGIN, one), (BEGIN + timedelta(days=2), paused), (BEGIN + timedelta(days=3), one)):
        TemplateRows(desk.store).replace_named([one.name], [parse(status.raw)], at)
    window = stage.window("templates")
    page = window.page("templates")
    assert isinstance(page, TemplatesPage)
    page.open(one.name)
    return window, page


def _scrolled(stage: Stage, window: QWidget, page: TemplatesPage) -> QWidget:
    stage.desk.until(lambda: page.panel._known_of is page.panel.template)
    page.panel.past.show()
    area = page.panel.findChildren(QScrollArea)[0]
    stage.desk.until(lambda: area.verticalScrollBar().maximum() > 0)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    return window


@screen("templates.known", small=True)
def known(stage: Stage) -> QWidget:
    """Who uses a template, what Meta counted and what happened to it."""
    window, page = beside(stage)
    one = page.panel.template
    assert one is not None
    taps = (Click("quick_reply_button", "Ja, tot morgen", 412),)
    day = Day(day=BEGIN.date(), sent=1240, delivered=1198, read=803, clicks=taps)
    FigureRows(stage.desk.store).keep(one.meta_id, [day], BEGIN + timedelta(days=4))
    page.panel.refresh()
    return _scrolled(stage, window, page)


@screen("templates.uncounted")
def uncounted(stage: Stage) -> QWidget:
    """An account for which Meta does not count."""
    window, page = beside(stage)
    with stage.desk.store.write() as conn:
        conn.execute("INSERT OR REPLACE INTO facts VALUES ('insights.state', 'off')")
    page.panel.refresh()
    return _scrolled(stage, window, page)


@screen("templates.proof-consent")
def proof_without_consent(stage: Stage) -> QWidget:
    """One of the test contacts never said yes to marketing, and one said no."""
    with stage.desk.store.write() as conn:
        conn.execute("UPDATE contacts SET marketing = 'unknown' WHERE id = 1")
        conn.execute("UPDATE contacts SET marketing = 'no' WHERE id = 2")
    desk = stage.desk
    with desk.store.write() as conn:
        conn.executemany("UPDATE contacts SET is_test = 1 WHERE id = ?", [(id,) for id in desk.people[:3]])
    offer = next(one for one in desk.studio.templates.all() if one.name == "spring_offer")

    def compose(contact: Contact) -> ProofMessage | Problem:
        return ProofMessage(contact=contact, template=offer, values={"body.1": contact.first_name})

    dialog = stage.show(ProofDialog(desk.studio, compose))
    desk.until(lambda: len(dialog.people) == 3)
    return dialog
