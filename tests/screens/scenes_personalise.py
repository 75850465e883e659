"""Decides how the editor of expressions is shown, with its windows: helpers, snippets and samples."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.personalise.dialog import Filled, PersonaliseDialog, Wanted
from whatsapp_studio.qt.personalise.reach import Reach, of_workspace, with_fields
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
    reach = Reach(of_workspace(stage.desk.studio).fields, no_event="No event comes before this step.")
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
