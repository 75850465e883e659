"""Decides how the editor of expressions is shown, with its windows: helpers, snippets and samples."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.personalise.dialog import Filled, PersonaliseDialog, Wanted
from whatsapp_studio.qt.personalise.helpers_window import HelpersWindow
from whatsapp_studio.qt.personalise.reach import Reach, of_workspace, with_fields
from whatsapp_studio.qt.personalise.results import Asked
from whatsapp_studio.qt.personalise.samples_window import SamplesWindow
from whatsapp_studio.qt.personalise.snippets_window import SnippetsWindow
from whatsapp_studio.templates.template import places


def _reach(stage: Stage) -> Reach:
    reach = of_workspace(stage.desk.studio)
    reach = with_fields(reach, "event", [("order_id", "Order number", "text"), ("total", "Total", "number")])
    return with_fields(reach, "journey", [("name", "Name of the journey", "text")])


def _dialog(stage: Stage, expression: str, *, fallback: str = "", reach: Reach | None = None) -> PersonaliseDialog:
    studio = stage.desk.studio
    template = studio.templates.get("spring_offer", "nl")
    assert template is not None
    made = PersonaliseDialog(
        studio,
        Wanted(
            places(template)[0], Filled(expression, fallback), reach or _reach(stage), template,
            {"body.1": Mapping(expression=expression)}, block="Block the campaign", key="x",
        ),
    )  # fmt: skip
    stage.show(made)
    stage.settle()
    return made


@screen("personalise.filled")
def filled(stage: Stage) -> QWidget:
    """The editor with an expression, its result and the message."""
    stage.desk.studio.snippets.create("Opening hours", "Mon–Sat 9:00–18:00")
    text = 'Dear {{ contact.first_name | default: "friend" }} of {{ contact.country }}'
    made = _dialog(stage, text, fallback="there")
    made.outcome.together.add.click()
    made.outcome.walk.walk(1)
    stage.settle()
    made.outcome.together.add.click()
    return made


@screen("personalise.error")
def error(stage: Stage) -> QWidget:
    """The editor with an expression that cannot be used, each part told and underlined."""
    return _dialog(stage, "Dear {{ contact.frist_name | upcase }},\n{% if contact.country == 'NL' %}hallo{% endif %}")


@screen("personalise.empty")
def empty(stage: Stage) -> QWidget:
    """The editor of a place that nothing was said of yet, before an event."""
    reach = Reach(of_workspace(stage.desk.studio).fields, no_event="No event with fields comes before this step.")
    made = _dialog(stage, "", reach=reach)
    made.tree.empty.setChecked(True)
    return made


@screen("personalise.replace")
def replace(stage: Stage) -> QWidget:
    """The editor while words in it are replaced, several people side by side."""
    made = _dialog(stage, "Dear {{ contact.first_name }}, dear {{ contact.last_name }}")
    for _ in range(3):
        made.outcome.together.add.click()
        made.outcome.walk.walk(1)
        stage.settle()
    made.outcome.tabs.setCurrentIndex(1)
    made.pane.swap.click()
    made.pane.bar.wanted.setText("dear")
    made.text.moveCursor(QTextCursor.MoveOperation.Start)
    return made


@screen("personalise.helpers")
def helpers(stage: Stage) -> QWidget:
    """Every helper with Adobe's name for it and an example."""
    return stage.show(HelpersWindow())


@screen("personalise.snippets")
def snippets(stage: Stage) -> QWidget:
    """Snippets: one with versions, used by another and by a campaign."""
    studio = stage.desk.studio
    hours = studio.snippets.create("Opening hours", "Mon–Fri 9:00–18:00")
    studio.snippets.save(hours.id, "Mon–Sat 9:00–18:00")
    dear = 'Dear {{ contact.first_name | default: "friend" }}, we are open {% snippet "Opening hours" %}'
    studio.snippets.create("Greeting", dear)
    text = '{% snippet "Greeting" %}'
    studio.campaigns.create(stage.desk.complete("Summer", mapping={"body.1": Mapping(expression=text)}))
    made = stage.show(SnippetsWindow(studio))
    stage.settle()
    return made


@screen("personalise.snippet-uses")
def snippet_uses(stage: Stage) -> QWidget:
    """What uses a snippet."""
    made = snippets(stage)
    assert isinstance(made, SnippetsWindow)
    made.list.setCurrentRow(1)
    made.tabs.setCurrentIndex(2)
    return made


@screen("personalise.snippet-versions")
def snippet_versions(stage: Stage) -> QWidget:
    """Every text that a snippet had."""
    made = snippets(stage)
    assert isinstance(made, SnippetsWindow)
    made.list.setCurrentRow(1)
    made.tabs.setCurrentIndex(1)
    return made


@screen("personalise.snippets-empty")
def snippets_empty(stage: Stage) -> QWidget:
    """Before there is a snippet."""
    return stage.show(SnippetsWindow(stage.desk.studio))


def _samples(stage: Stage) -> SamplesWindow:
    studio = stage.desk.studio
    names = {"Long name": "Wilhelmina-Jacoba Adriana", "Short name": "Bo", "Nothing": "", "Ada": "Ada"}
    for name, first in names.items():
        studio.preview_samples.save(name, {"contact.first_name": first, "event.order_id": "A-17"})
    template = studio.templates.get("spring_offer", "nl")
    assert template is not None
    slot = Mapping(expression="{{ contact.first_name }}")
    return stage.show(SamplesWindow(studio, _reach(stage), Asked(places(template)[0], slot, template)))


@screen("personalise.samples")
def samples(stage: Stage) -> QWidget:
    """Saved samples and the values of one."""
    return _samples(stage)


@screen("personalise.samples-grid")
def samples_grid(stage: Stage) -> QWidget:
    """The message with several samples side by side, one of them without a value."""
    made = _samples(stage)
    made.tabs.setCurrentIndex(1)
    made.all.click()
    return made


@screen("personalise.samples-empty")
def samples_empty(stage: Stage) -> QWidget:
    """Before there is a sample."""
    return stage.show(SamplesWindow(stage.desk.studio, _reach(stage)))


@screen("personalise.completing")
def completing(stage: Stage) -> QWidget:
    """What fits where one types, listed under the cursor."""
    made = _dialog(stage, "Dear ")
    made.text.setFocus()
    stage.until(made.text.hasFocus)
    made.text.put_in("{{ contact.")
    made.text.offer()
    return made
