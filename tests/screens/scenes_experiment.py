"""Decides how an experiment is shown: made in a dialog, and told in a report."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import QWidget

from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.experiment import begun, evenly
from whatsapp_studio.campaigns.programme import Experiment, Treatment
from whatsapp_studio.qt.campaigns.experiment_dialog import ExperimentDialog
from whatsapp_studio.qt.campaigns.experiment_values import TreatmentValues
from whatsapp_studio.qt.reports.experiment_card import ExperimentCard
from whatsapp_studio.qt.widgets.page import Page


def compared(stage: Stage, **more: object) -> Draft:
    draft = stage.desk.complete("Spring")
    return msgspec.structs.replace(draft, experiment=msgspec.structs.replace(begun(draft), **more))


@screen("experiment.new", small=True)
def new(stage: Stage) -> QWidget:
    """A comparison that was just begun."""
    return stage.show(ExperimentDialog(stage.desk.studio, compared(stage), 4800))


@screen("experiment.slice")
def part(stage: Stage) -> QWidget:
    """Three messages, a hold-out, and a rest that waits for the winner."""
    draft = compared(stage, holdout=10, slice=20, otherwise="ask", expected=20, lift=30)
    assert draft.experiment is not None
    third = msgspec.structs.replace(draft.experiment.treatments[1], key="c", name="With a joke")
    treatments = evenly((*draft.experiment.treatments, third))
    plan = msgspec.structs.replace(draft.experiment, treatments=treatments)
    return stage.show(ExperimentDialog(stage.desk.studio, msgspec.structs.replace(draft, experiment=plan), 9000))


@screen("experiment.wrong")
def wrong(stage: Stage) -> QWidget:
    """Shares that do not add up."""
    plan = Experiment(treatments=(Treatment(key="a", share=50), Treatment(key="b", share=30)))
    draft = msgspec.structs.replace(stage.desk.complete("Spring"), experiment=plan)
    return stage.show(ExperimentDialog(stage.desk.studio, draft))


@screen("experiment.values")
def values(stage: Stage) -> QWidget:
    """What fills the second message."""
    desk = stage.desk
    draft = desk.complete("Spring")
    template = desk.studio.templates.get(draft.template, draft.language)
    assert template is not None
    return stage.show(TreatmentValues(desk.studio, template, {"body.1": Mapping("{{ contact.first_name }}")}))


def told(stage: Stage, reads: tuple[int, int], **more: object) -> QWidget:
    studio = stage.desk.studio
    campaign = studio.campaigns.create(compared(stage, **more))
    studio.campaigns.launch(campaign.id, typed_count=None, hold_seconds=0)
    with studio._store.write() as conn:
        ids = [row[0] for row in conn.execute("SELECT id FROM outbox WHERE campaign_id = ?", (campaign.id,))]
        for key, read in zip("ab", reads, strict=True):
            conn.executemany(
                "INSERT INTO outbox (key, campaign_id, contact_id, phone, state, treatment) VALUES (?, ?, ?, ?, ?, ?)",
                [(f"{key}{n}", campaign.id, 1000 + n, f"+3161{n:07d}", "read" if n < read else "delivered", key)
                 for n in range(900)],
            )  # fmt: skip
        assert ids
    page = Page(studio, "Report")
    card = ExperimentCard(studio)
    page.content.addWidget(card)
    page.content.addStretch(1)
    page.resize(1200, 640)
    stage.show(page)
    card.show_campaign(campaign.id)
    stage.settle()
    return page


@screen("experiment.won")
def won(stage: Stage) -> QWidget:
    """One message is better beyond doubt."""
    return told(stage, (390, 560))


@screen("experiment.asks")
def asks(stage: Stage) -> QWidget:
    """No difference, and people who wait for a word."""
    return told(stage, (450, 462), slice=40)
