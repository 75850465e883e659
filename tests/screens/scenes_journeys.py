"""Decides how the journeys page and the editor are shown: list, gallery, every part beside the canvas, versions."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QWidget

from tests.fixtures.desk import Desk
from tests.qt.journeys.conftest import small_journey
from tests.screens import Make, screen
from tests.screens.scenes_templates import samples
from tests.screens.stage import Stage
from whatsapp_studio.journeys.edits import AddStep, RemoveItems, RenameJourney, SetFields
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.table import new_step
from whatsapp_studio.qt.canvas.chooser import Chooser
from whatsapp_studio.qt.journeys.editor import JourneyEditor
from whatsapp_studio.qt.journeys.issues import IssueList
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.qt.journeys.publish_dialog import About, PublishDialog
from whatsapp_studio.qt.main_window import MainWindow


def kept(desk: Desk, journey: Journey | str) -> str:
    """A journey in the workspace: a value, or the name of an example; returns its id."""
    journeys = desk.studio.journeys
    if isinstance(journey, str):
        return journeys.create("" if journey else "New journey", example=journey).id
    made = journeys.create(journey.name)
    journeys.save(msgspec.structs.replace(journey, id=made.id))
    return made.id


def edited(stage: Stage, journey: Journey | str) -> tuple[MainWindow, JourneyEditor]:
    """A journey in the editor, with what it reads of the workspace."""
    window = stage.window("journeys", kept(stage.desk, journey))
    page = window.page("journeys")
    assert isinstance(page, JourneysPage)
    assert page.editor is not None
    editor = page.editor
    stage.until(lambda: editor.document.surroundings.known)
    stage.settle()
    return window, editor


def select(editor: JourneyEditor, kind: str) -> str:
    """Have the first step of a kind in the inspector."""
    found = next(id for id, step in editor.document.journey.steps.items() if step.kind == kind)
    editor.edit(found, "")
    return found


@screen("journeys.empty", small=True)
def empty(stage: Stage) -> QWidget:
    """Journeys before there are any."""
    return stage.window("journeys", studio=stage.bare())


@screen("journeys.list", small=True)
def listing(stage: Stage) -> QWidget:
    """Journeys in their states."""
    desk = stage.live()
    desk.enter(desk.journey.id, desk.people)
    desk.studio.running.stop(desk.published(name="Over").id)
    desk.studio.running.pause(desk.published(name="Held up for a while because of the holidays").id)
    for example in desk.studio.journeys.examples():
        desk.studio.journeys.create(example=example.name)
    return stage.window("journeys", studio=desk.studio)


@screen("journeys.list-menu")
def list_menu(stage: Stage) -> QWidget:
    """What can be done with a journey in the list."""
    kept(stage.desk, "welcome")
    window = stage.window("journeys")
    page = window.page("journeys")
    assert isinstance(page, JourneysPage)
    menu = QMenu(page)
    for deed in page.list.deeds():
        menu.addAction(deed) if deed is not None else menu.addSeparator()
    return stage.opened(lambda: menu.popup(window.pos()), QMenu)


@screen("journeys.nothing")
def nothing(stage: Stage) -> QWidget:
    """A search that finds no journey."""
    kept(stage.desk, "welcome")
    window = stage.window("journeys")
    page = window.page("journeys")
    assert isinstance(page, JourneysPage)
    page.list.search.setText("zomer in Zwijndrecht")
    return window


@screen("journeys.gallery", small=True)
def gallery(stage: Stage) -> QWidget:
    """What a new journey can start from."""
    return stage.window("journeys", "new")


@screen("journeys.blank", small=True)
def blank(stage: Stage) -> QWidget:
    """A journey without any step."""
    return edited(stage, "")[0]


def _example(name: str) -> Make:
    def make(stage: Stage) -> QWidget:
        samples(stage)
        return edited(stage, name)[0]

    make.__doc__ = f"The example “{name}” in the editor."
    return make


for _name in ("welcome", "abandoned-cart", "event-reminder", "feedback", "re-engage"):
    screen(f"journeys.example-{_name}", small=_name == "welcome")(_example(_name))


def _tab(place: int, name: str) -> Make:
    def make(stage: Stage) -> QWidget:
        samples(stage)
        window, editor = edited(stage, "welcome")
        select(editor, "send_template")
        editor.inspector.tabs.setCurrentIndex(place)
        return window

    make.__doc__ = f"The inspector of a step: {name}."
    return make


for _place, _tab_name in enumerate(("step", "preview", "notes", "issues")):
    screen(f"journeys.inspector-{_tab_name}", small=_place == 0)(_tab(_place, _tab_name))


@screen("journeys.inspector-journey")
def inspector_of_journey(stage: Stage) -> QWidget:
    """The settings of a journey."""
    window, editor = edited(stage, "welcome")
    editor.edit("", "")
    return window


@screen("journeys.inspector-issues-all")
def all_issues(stage: Stage) -> QWidget:
    """Everything wrong with a journey, in the inspector."""
    window, editor = edited(stage, small_journey())
    editor.document.select((), "")
    editor.inspector.tabs.setCurrentIndex(3)
    return window


@screen("journeys.inspector-many")
def many(stage: Stage) -> QWidget:
    """Several steps selected."""
    window, editor = edited(stage, small_journey())
    editor.document.select(set(editor.document.journey.steps), "offer")
    return window


@screen("journeys.inspector-note")
def note(stage: Stage) -> QWidget:
    """A note selected."""
    window, editor = edited(stage, small_journey())
    editor.document.select({"note"}, "note")
    return window


@screen("journeys.inspector-arrow")
def arrow(stage: Stage) -> QWidget:
    """An arrow selected."""
    window, editor = edited(stage, small_journey())
    editor.document.select({"offer:next"}, "offer:next")
    return window


@screen("journeys.inspector-frame")
def frame(stage: Stage) -> QWidget:
    """A frame selected."""
    window, editor = edited(stage, small_journey())
    editor.document.select({"frame"}, "frame")
    return window


@screen("journeys.all-parts", small=True)
def all_parts(stage: Stage) -> QWidget:
    """The editor with every part beside the canvas."""
    window, editor = edited(stage, small_journey())
    for name in ("steps", "history"):
        editor.commands[name].setChecked(True)
    editor.document.do(SetFields(step="pause", fields={"duration": {"amount": 2, "unit": "days"}}))
    editor.document.do(RenameJourney(name="Smaller"))
    return window


@screen("journeys.find")
def find(stage: Stage) -> QWidget:
    """A search in a journey."""
    window, editor = edited(stage, small_journey())
    editor.find_bar.begin()
    editor.find_bar.field.setText("offer")
    return window


@screen("journeys.find-nothing")
def find_nothing(stage: Stage) -> QWidget:
    """A search in a journey that finds nothing."""
    window, editor = edited(stage, small_journey())
    editor.find_bar.begin()
    editor.find_bar.field.setText("zomer in Zwijndrecht")
    return window


@screen("journeys.issues")
def issues(stage: Stage) -> QWidget:
    """The list of issues."""
    _window, editor = edited(stage, small_journey())
    return stage.opened(editor.header.issues.open_list, IssueList)


@screen("journeys.quick-add")
def quick_add(stage: Stage) -> QWidget:
    """A step is added by typing."""
    _window, editor = edited(stage, small_journey())
    return stage.opened(editor.edits["quick_add"].trigger, Chooser)


@screen("journeys.step-menu")
def step_menu(stage: Stage) -> QWidget:
    """What can be done with a step."""
    _window, editor = edited(stage, small_journey())
    select(editor, "wait")
    menu = QMenu(editor)
    for name in ("open", "rename", "duplicate", "disable", "frame", "heal", "delete"):
        menu.addAction(editor.edits[name])
    return stage.opened(lambda: menu.popup(editor.pos()), QMenu)


@screen("journeys.step-help")
def step_help(stage: Stage) -> QWidget:
    """What a kind of step does."""
    _window, editor = edited(stage, "welcome")
    select(editor, "send_template")
    return stage.opened(editor._about_step, QDialog)


@screen("journeys.kinds")
def kinds(stage: Stage) -> QWidget:
    """Every kind of step, explained."""
    return stage.opened(edited(stage, "welcome")[1].commands["kinds"].trigger, QDialog)


@screen("journeys.locked")
def locked(stage: Stage) -> QWidget:
    """A journey that is open elsewhere."""
    id = kept(stage.desk, "welcome")
    stage.desk.studio.journeys.hold(id)
    return stage.window("journeys", id)


@screen("journeys.keep")
def keep(stage: Stage) -> QWidget:
    """A version is kept under a name."""
    return stage.opened(edited(stage, "welcome")[1].past.keep, QInputDialog)


@screen("journeys.versions", small=True)
def versions(stage: Stage) -> QWidget:
    """A version compared with the draft."""
    journeys = stage.desk.studio.journeys
    id = kept(stage.desk, small_journey())
    first = journeys.get(id)
    journeys.keep(id, "Before the sale")
    draft = first
    for edit in (
        SetFields(step="pause", fields={"duration": {"amount": 2, "unit": "days"}}),
        RemoveItems(ids=frozenset({"loose"})), AddStep(step=new_step("notify"), place=(600, 600)),
        RenameJourney(name="Smaller"),
    ):  # fmt: skip
        draft = edit.apply(draft)
    journeys.save(draft)
    window = stage.window("journeys", id)
    page = window.page("journeys")
    assert isinstance(page, JourneysPage)
    assert page.editor is not None
    page.editor.past.look()
    return window


@screen("journeys.versions-none")
def no_versions(stage: Stage) -> QWidget:
    """Versions before any was kept."""
    window, editor = edited(stage, "welcome")
    editor.past.look()
    return window


@screen("journeys.publish")
def publish(stage: Stage) -> QWidget:
    """What publishing means, before it is done."""
    desk = stage.live()
    made = desk.studio.journeys.get(desk.journey.id)
    desk.enter(made.id, desk.people)
    changed = SetFields(step=_kind(made, "notify"), fields={"title": "Bye"}).apply(made)
    desk.studio.journeys.save(
        SetFields(step=_kind(made, "wait"), fields={"duration": {"amount": 2, "unit": "days"}}).apply(changed)
    )
    return _asked(stage, desk.studio, made.id)


@screen("journeys.publish-structural")
def structural(stage: Stage) -> QWidget:
    """Publishing what those inside cannot follow."""
    desk = stage.live()
    desk.enter(desk.journey.id, desk.people)
    desk.studio.journeys.save(RemoveItems(ids=frozenset({_kind(desk.journey, "notify")})).apply(desk.journey))
    running, id = desk.studio.running, desk.journey.id
    about = About(
        draft=desk.studio.journeys.get(id), impact=running.impact(id), amendment=running.amendment(id), warnings=2
    )
    return stage.show(PublishDialog(about))


def _kind(journey: Journey, kind: str) -> str:
    return next(id for id, step in journey.steps.items() if step.kind == kind)


def _asked(stage: Stage, studio: object, id: str) -> QWidget:
    window = stage.window("journeys", id, studio=studio)  # type: ignore[arg-type]
    page = window.page("journeys")
    assert isinstance(page, JourneysPage)
    assert page.editor is not None
    editor = page.editor
    stage.until(lambda: editor.document.surroundings.known and editor.past.life is not None)
    return stage.opened(editor.publish, PublishDialog)
