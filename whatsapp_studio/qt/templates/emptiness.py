"""Decides what stands on the page of templates while there are none, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.widgets.empty import EmptyState

Act = Callable[[], object]


def places_without(sync: Act, new: Act, connect: Act) -> tuple[EmptyState, EmptyState, EmptyState]:
    """An account without templates, templates that were never read, and no account."""
    empty = EmptyState(
        "layout-template", tr("No templates on this account."),
        tr("Write one here; Meta usually answers within a day."), (tr("New template"), new), (tr("Sync"), sync),
    )  # fmt: skip
    unread = EmptyState(
        "layout-template", tr("Your templates are not here yet."),
        tr("Read them from Meta once; after that they are here without a network too."), (tr("Sync"), sync),
    )  # fmt: skip
    unconnected = EmptyState(
        "layout-template", tr("Connect an account to see its templates."),
        tr("A WhatsApp Business account at Meta, or the sandbox to try everything."), (tr("Connect…"), connect),
    )  # fmt: skip
    return empty, unread, unconnected
