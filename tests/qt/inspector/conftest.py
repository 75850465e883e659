"""Decides what the tests of the inspector work with: a journey, a workspace around it, a few people, and a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.journeys.edits import SetFields
from whatsapp_studio.journeys.fields import Field
from whatsapp_studio.journeys.graph import Journey, Link, Step
from whatsapp_studio.journeys.surroundings import OtherJourney, Surroundings
from whatsapp_studio.journeys.table import KINDS
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.canvas.document import JourneyDocument
from whatsapp_studio.qt.inspector.form import Form
from whatsapp_studio.qt.inspector.inspector import Inspector
from whatsapp_studio.qt.inspector.outlook import Outlook
from whatsapp_studio.qt.inspector.row import FieldRow
from whatsapp_studio.qt.inspector.step_tab import scrolled
from whatsapp_studio.qt.inspector.undo import Scribe
from whatsapp_studio.qt.jobs import wait_for_all
from whatsapp_studio.templates.template import Template, parse


def template(
    name: str, body: str, *, language: str = "nl", status: str = "APPROVED", category: str = "MARKETING"
) -> Template:
    return parse(
        {
            "name": name, "language": language, "status": status, "category": category,
            "components": [{"type": "BODY", "text": body, "example": {"body_text": [["Maria", "SPRING10"]]}}],
        }
    )  # fmt: skip


TEMPLATES = (
    template("spring_offer", "Hi {{1}}, use {{2}}"),
    template("spring_offer", "Hello {{1}}, use {{2}}", language="en"),
    template("order_ready", "Your order {{1}} of {{2}}", language="en", category="UTILITY"),
    template("tired_offer", "Paused {{1}} {{2}} text", status="PAUSED"),
)
AROUND = Surroundings(
    templates={(one.name, one.language): one for one in TEMPLATES},
    lists=("Newsletter", "VIP"),
    fields={
        "phone": "text", "first_name": "text", "last_name": "text", "language": "text", "country": "text",
        "time_zone": "text", "age": "number", "birthday": "date", "member": "boolean",
    },
    journeys={"j2": OtherJourney("Win back"), "j3": OtherJourney("Back here", ("j1",))},
    time_zone="Europe/Amsterdam",
    now=datetime(2026, 11, 22, 14, tzinfo=UTC),
)  # fmt: skip


# What the narrowest inspector leaves for a form: 280 without the margins and the scroll bar.
WIDE = 236


class People:
    """A workspace of three."""

    def __init__(self) -> None:
        self.all = [
            Contact(id=n, phone=f"+3161234567{n}", first_name=name)
            for n, name in enumerate(("Maria", "Maximiliaan-Alexander", "Bo"))
        ]

    def contact_ids(self) -> Sequence[int]:
        return [one.id for one in self.all]

    def contacts(self, ids: Sequence[int]) -> Sequence[Contact]:
        return [self.all[id] for id in ids]

    def count(self, audience: Mapping[str, Any]) -> int | None:
        return len(self.all) if audience.get("kind") == "all" else None

    def segments(self) -> Sequence[str]:
        return ("Agreed", "Regulars who agreed")

    def campaigns(self) -> Sequence[str]:
        return ("Spring",)


def step(id: str, kind: str, **fields: Any) -> Step:
    return Step(id=id, kind=kind, fields={**KINDS[kind].defaults(), **fields})


def welcome() -> Journey:
    """Everybody gets a template, waits, and ends."""
    steps = (
        step("in", "audience"), step("send", "send_template", template={"name": "spring_offer", "language": "nl"}),
        step("wait", "wait"), step("branch", "condition"), step("end", "end"),
    )  # fmt: skip
    ways = (("in", "next", "send"), ("send", "next", "wait"), ("wait", "next", "branch"), ("branch", "other", "end"))
    links = [Link(*way) for way in ways]
    return Journey(
        id="j1", name="Welcome", steps={one.id: one for one in steps}, links={link.id: link for link in links},
        places={one.id: (0, 120 * n) for n, one in enumerate(steps)},
    )  # fmt: skip


def a_document(journey: Journey, *, read_only: bool = False) -> JourneyDocument:
    return JourneyDocument(
        journey, check=problems, words=lambda code, facts: code, surroundings=AROUND, read_only=read_only
    )


class Bench:
    """A form of one field (and what it depends on) over a document; what it writes is counted."""

    def __init__(self, *fields: Field, **values: Any) -> None:
        self.field = fields[0]
        self.document = a_document(Journey(id="j1", steps={"s": Step(id="s", kind="end", fields=values)}))
        self.form = Form(fields, Outlook(self.document, People()))
        self.scribe = Scribe(self.document)
        self.written: list[SetFields] = []
        self.form.edited.connect(self._write)
        self.document.changed.connect(lambda _what: self.mirror())
        self.mirror()
        self.window = scrolled(self.form)
        self.window.resize(WIDE, 600)
        self.window.show()

    def _write(self, name: str, value: Any, key: str) -> None:
        edit = SetFields(step="s", fields={name: value}, key=key)
        self.written.append(edit)
        self.scribe.write(edit, ("s", name), self.document.journey.steps["s"].fields.get(name), value)

    def mirror(self) -> None:
        self.form.show_fields("s", self.document.journey.steps["s"].fields)

    @property
    def row(self) -> FieldRow:
        return self.form.rows[self.field.name]

    @property
    def editor(self) -> Any:
        return self.row.editor

    @property
    def value(self) -> Any:
        return self.document.journey.steps["s"].fields[self.field.name]

    def set(self, value: Any) -> None:
        """The value comes from elsewhere."""
        self.document.do(SetFields(step="s", fields={self.field.name: value}))


class Stand:
    """An inspector over a document, in a window of its own."""

    def __init__(self, journey: Journey, *, read_only: bool = False) -> None:
        self.document = a_document(journey, read_only=read_only)
        self.people = People()
        self.inspector = Inspector(self.document, self.people)
        self.inspector.resize(328, 700)
        self.inspector.show()
        self.document.check_now()

    def select(self, *ids: str) -> None:
        self.document.select(ids)

    @property
    def form(self) -> Form:
        form = self.inspector.step_tab.step.form
        assert form is not None
        return form

    def row(self, name: str) -> FieldRow:
        return self.form.rows[name]


class Workshop:
    """Makes benches and stands, and clears them away."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self._widgets: list[QWidget] = []
        self._kept: list[object] = []

    def bench(self, *fields: Field, **values: Any) -> Bench:
        made = Bench(*fields, **values)
        self._widgets.append(made.window)
        self._kept.append(made)
        return made

    def stand(self, journey: Journey | None = None, *, read_only: bool = False) -> Stand:
        made = Stand(journey if journey is not None else welcome(), read_only=read_only)
        self._widgets.append(made.inspector)
        self._kept.append(made)
        made.inspector.activateWindow()
        QApplication.processEvents()
        return made

    def close(self) -> None:
        for widget in self._widgets:
            widget.close()
            widget.deleteLater()
        wait_for_all()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def shop(qapp: QApplication, qtbot: QtBot) -> Iterator[Workshop]:
    theme.apply(qapp, "light")
    made = Workshop(qtbot)
    yield made
    made.close()
