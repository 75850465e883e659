"""Decides how one template takes the place of another wherever it is used, with what fills it carried over."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.journeys.edits import SetFields, Together
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.services.designing import Journeys
from whatsapp_studio.services.launching import Campaigns
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.template_uses import steps_with, uses
from whatsapp_studio.templates.matching import Matching, languages_carried, matching
from whatsapp_studio.templates.template import Template, content_hash
from whatsapp_studio.templates.use import Use

__all__ = ["Matching", "Replaced", "Replacing"]


class Replaced(msgspec.Struct, frozen=True, kw_only=True):
    """What a replacement did: ``done`` are the uses that now name the new template.

    ``left`` stay as they are: what was launched or published goes on as it was, and a journey that is open in an editor
    is not changed behind its back. ``mend`` are those of ``done`` that name a language the new template does not have.
    """

    done: tuple[Use, ...] = ()
    left: tuple[Use, ...] = ()
    mend: tuple[Use, ...] = ()


class Replacing:
    """Finds what uses a template, what could stand in for it, and puts that there."""

    def __init__(
        self, store: Store, templates: Templates, journeys: Journeys, campaigns: Campaigns, clock: Clock, tell: Tell
    ) -> None:
        self._store, self._templates, self._journeys, self._campaigns = store, templates, journeys, campaigns
        self._clock, self._tell = clock, tell

    def uses(self, name: str, language: str | None = None) -> tuple[Use, ...]:
        """What uses a template, in one language or in any; what runs comes first."""
        return tuple(uses(self._store.db.conn, name, language))

    def replaceable(self, old: Template) -> list[tuple[Template, Matching]]:
        """The templates that can take the place of ``old``, best first: each with how its places are filled.

        Only those that can be sent, and whose required places are all filled by what fills ``old``.
        """
        fitting = [
            (new, found)
            for new in self._templates.all()
            if new.sendable and (new.name, new.language) != (old.name, old.language)
            and not (found := matching(old, new)).left
        ]  # fmt: skip

        def closeness(one: tuple[Template, Matching]) -> tuple[bool, bool, int, str, str]:
            new, found = one
            return new.language != old.language, new.category != old.category, -len(found.pairs), new.name, new.language

        return sorted(fitting, key=closeness)

    def replace(self, old: Template, new: Template, given: Mapping[str, str] | None = None) -> Replaced:
        """Let every draft that uses ``old`` use ``new``; ``given`` is new place → old place, where a person said so.

        Raises ``UserError("template-not-fitting")`` where a required place of ``new`` would stay empty.
        """
        found = matching(old, new, given)
        if found.left:
            raise UserError("template-not-fitting", template=new.name, places=", ".join(found.left))
        offered = frozenset(one.language for one in self._templates.all() if one.name == new.name and one.sendable)
        done: list[Use] = []
        left: list[Use] = []
        mend: list[Use] = []
        for use in self.uses(old.name, old.language):
            whole = None if use.live else self._one(use, old, new, found, offered)
            (left if whole is None else done).append(use)
            if whole is False:
                mend.append(use)
        return Replaced(done=tuple(done), left=tuple(left), mend=tuple(mend))

    def _one(self, use: Use, old: Template, new: Template, found: Matching, offered: frozenset[str]) -> bool | None:
        """Whether all of one use has its template now; None where nothing was changed."""
        match use.kind:
            case "journey":
                return self._in_journey(use.id, old, new, found, offered)
            case "campaign":
                return self._in_campaign(use.id, new, found, offered)
            case "recipe":
                return self._in_recipe(int(use.id), new, found)
            case _:
                return None

    def _in_journey(
        self, id: str, old: Template, new: Template, found: Matching, offered: frozenset[str]
    ) -> bool | None:
        if not self._journeys.hold(id):
            return None
        try:
            opened = self._journeys.open(id)
            if opened.read_only:
                return None
            edits, whole = _edits(opened.journey, old, new, found, offered)
            if not edits:
                return None
            self._journeys.save(Together(edits=edits).apply(opened.journey))
            return whole
        finally:
            self._journeys.release(id)

    def _in_campaign(self, id: str, new: Template, found: Matching, offered: frozenset[str]) -> bool:
        draft = self._campaigns.get(id).draft
        others = {
            one.language: content_hash(one)
            for one in self._templates.all()
            if one.name == new.name and one.language in draft.translations and one.language != new.language
        }
        self._campaigns.save(
            id,
            msgspec.structs.replace(
                draft, template=new.name, language=new.language, template_hash=content_hash(new), translations=others,
                mapping=found.carried(draft.mapping),
            ),
        )  # fmt: skip
        return all(one in offered for one in draft.translations)

    def _in_recipe(self, id: int, new: Template, found: Matching) -> bool | None:
        row = self._store.row("SELECT content FROM recipes WHERE id = ?", (id,))
        if row is None:
            return None
        content: dict[str, Any] = msgspec.json.decode(row["content"])
        mapping = content.get("mapping")
        content |= {
            "template": new.name, "language": new.language,
            "mapping": found.carried(mapping if isinstance(mapping, Mapping) else {}),
        }  # fmt: skip
        with self._store.write() as conn:
            conn.execute(
                "UPDATE recipes SET content = ?, updated_at = ? WHERE id = ?",
                (msgspec.json.encode(content).decode(), iso(self._clock.now()), id),
            )
        self._tell(Changes(content=True))
        return True


def _edits(
    journey: Journey, old: Template, new: Template, found: Matching, offered: frozenset[str]
) -> tuple[tuple[SetFields, ...], bool]:
    """The edits that put one template in another's place, and whether every language of the steps is there."""
    edits = []
    whole = True
    for id in steps_with(journey, old.name, old.language):
        fields = journey.steps[id].fields
        mapping = fields.get("mapping")
        chosen = fields["template"].get("language")
        edits.append(
            SetFields(
                step=id,
                fields={
                    "template": {"name": new.name, "language": chosen if chosen in offered else new.language},
                    "mapping": found.carried(mapping if isinstance(mapping, Mapping) else {}),
                },
            )
        )
        whole &= languages_carried(fields.get("languages"), offered)
    return tuple(edits), whole
