"""Decides how the templates page is shown: its catalogue, a template on the phone, and what stands in its place."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QMenu, QWidget

from tests.fixtures.live_desk import BEGIN
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.paths import resource
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.template import parse


def samples(stage: Stage) -> None:
    """The templates of the sandbox: every kind of header, button and state."""
    raw = json.loads(resource("samples/sandbox_templates.json").read_text(encoding="utf-8"))
    rows = raw["templates"] if isinstance(raw, dict) else raw
    made = [parse({"id": str(n), "status": "APPROVED", **one}) for n, one in enumerate(rows)]
    TemplateRows(stage.desk.store).replace_all(made, BEGIN)


def page(stage: Stage) -> tuple[QWidget, TemplatesPage]:
    samples(stage)
    window = stage.window("templates")
    shown = window.page("templates")
    assert isinstance(shown, TemplatesPage)
    return window, shown


@screen("templates.grid", small=True)
def grid(stage: Stage) -> QWidget:
    """Templates as cards."""
    window, shown = page(stage)
    shown.show_as(grid=True)
    return window


@screen("templates.list", small=True)
def listing(stage: Stage) -> QWidget:
    """Templates as a list, with a dark phone."""
    window, shown = page(stage)
    shown.show_as(grid=False)
    shown.panel.dark.click()
    return window


@screen("templates.large-phone")
def large(stage: Stage) -> QWidget:
    """A template on the phone with large letters."""
    window, shown = page(stage)
    shown.panel.large.click()
    return window


@screen("templates.nothing")
def nothing(stage: Stage) -> QWidget:
    """A search that finds no template."""
    window, shown = page(stage)
    shown.search.setText("zomer in Zwijndrecht")
    return window


@screen("templates.order")
def order(stage: Stage) -> QWidget:
    """What templates can be sorted by."""
    _window, shown = page(stage)
    return stage.opened(lambda: shown.order.menu().popup(shown.pos()), QMenu)


@screen("templates.filter")
def filters(stage: Stage) -> QWidget:
    """A filter with its counts."""
    _window, shown = page(stage)
    menu = shown.filters.findChildren(QMenu)[0]
    return stage.opened(lambda: menu.popup(shown.pos()), QMenu)


@screen("templates.none")
def none(stage: Stage) -> QWidget:
    """An account without templates."""
    TemplateRows(stage.desk.store).replace_all([], BEGIN)
    return stage.window("templates")


@screen("templates.unconnected", small=True)
def unconnected(stage: Stage) -> QWidget:
    """Templates before there is an account."""
    return stage.window("templates", studio=stage.bare())


@screen("templates.sync-failed")
def failed(stage: Stage) -> QWidget:
    """A sync that Meta refused."""
    window, shown = page(stage)

    def refuse(*_: object, **__: object) -> None:
        raise WorldError("meta-190")

    stage.desk.studio.templates.sync = refuse  # type: ignore[assignment, method-assign]
    shown.sync()
    return window


@screen("templates.syncing")
def syncing(stage: Stage) -> QWidget:
    """A sync under way."""
    window, shown = page(stage)
    shown.sync_bar.progress.reset("")
    shown.sync_bar.progress.show_progress(14, 40)
    shown.sync_bar.progress.show()
    shown.sync_bar.show()
    return window
