"""Decides whether a draft may be handed in now, by Meta's limits on names, changes and creations."""

from __future__ import annotations

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.template_history import HistoryRows
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.draft import CREATE_WITHIN, Draft, EditRight, may_create, may_edit, name_free
from whatsapp_studio.templates.template import Template


class Limits:
    """What is known of earlier changes decides, so it is told before Meta refuses."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._history, self._templates, self._clock = HistoryRows(store), TemplateRows(store), clock

    def of(self, draft: Draft) -> EditRight:
        """Whether this draft may be handed in now."""
        template, now = draft.template, self._clock.now()
        account = self._templates.all()
        if draft.base_id:
            known = next((one for one in account if one.meta_id == draft.base_id), None)
            if known is None:
                return EditRight(False, None, "template-edit-gone")
            if (known.name, known.language) != (template.name, template.language):
                return EditRight(False, None, "template-edit-name")
            if known.status == "APPROVED" and known.category != template.category:
                return EditRight(False, None, "template-edit-category")
            return self.edit(known)
        free = name_free(template.name, template.language, self._history.of(template.name), account, now)
        return free if not free.allowed else may_create(self._history.moments("created", now - CREATE_WITHIN), now)

    def edit(self, template: Template) -> EditRight:
        """Whether a template that Meta has may be changed now."""
        return may_edit(template, self._history.of(template.name, template.language), self._clock.now())
