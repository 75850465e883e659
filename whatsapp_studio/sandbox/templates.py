"""Decides which templates the account has: created, edited, deleted, found, and which of them can be sent."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any

from whatsapp_studio.base.paths import resource
from whatsapp_studio.sandbox import listing
from whatsapp_studio.sandbox.allowances import MOST_DELETED, UNVERIFIED_MOST, VERIFIED_MOST, Allowances
from whatsapp_studio.sandbox.creating import refuse_template
from whatsapp_studio.sandbox.creating_kinds import OLD_SAMPLE
from whatsapp_studio.sandbox.errors import GraphError, no_such_object
from whatsapp_studio.sandbox.life import Life, Tell, Template, read
from whatsapp_studio.sandbox.refusals import bad, refuse
from whatsapp_studio.sandbox.timeline import Timeline
from whatsapp_studio.sandbox.uploads import Uploads
from whatsapp_studio.sandbox.world import World, made_id

__all__ = ["Template", "TemplateStore"]
EDITABLE = ("components", "category", "message_send_ttl_seconds", "parameter_format")
JUDGED = 1_776_157_200  # when the shop's own templates were last judged: April 2026
_OWN = "sample:"


class TemplateStore:
    """The templates of the account, in the order they were made."""

    def __init__(self, world: World, timeline: Timeline, tell: Tell, uploads: Uploads) -> None:
        self._world = world
        self._uploads = uploads
        self.life = Life(world, timeline, tell)
        self._allowed = Allowances(world.span)
        self._by_id: dict[str, Template] = {}
        self._by_name: dict[tuple[str, str], Template] = {}
        self._count = 0
        self.seed()

    def seed(self) -> None:
        """Back to the shop's own templates."""
        self._by_id.clear()
        self._by_name.clear()
        self._allowed.clear()
        self._count = 0
        for raw in json.loads(resource("samples/sandbox_templates.json").read_text(encoding="utf-8")):
            self._add({"status": "APPROVED", "parameter_format": "POSITIONAL", **raw}, JUDGED)

    def _add(self, raw: dict[str, Any], judged: float) -> Template:
        raw.setdefault("id", made_id(self._world.seed, "template", raw["name"], raw["language"], self._count))
        raw.setdefault("rejected_reason", "NONE")
        raw["quality_score"] = {"date": int(judged), "score": "UNKNOWN", **raw.get("quality_score", {})}
        raw.setdefault("source", "USER")
        self._count += 1
        template = Template(raw, read(raw))
        self._by_id[raw["id"]] = template
        self._by_name[raw["name"], raw["language"]] = template
        return template

    def sendable(self, name: str, language: str) -> Template:
        """The approved template of that name and language; the refusal Meta gives for any other."""
        template = self._by_name.get((name, language))
        status = template.raw["status"] if template is not None else ""
        if status == "PAUSED":
            raise GraphError(132015, f"template name ({name}) is paused because of low quality")
        if status == "DISABLED":
            raise GraphError(132016, f"template name ({name}) is disabled because of low quality")
        if template is None or status != "APPROVED":
            raise GraphError(132001, f"template name ({name}) does not exist in {language}")
        return template

    def known(self, template_id: str) -> Template | None:
        """A template by its id; None where it is no template's."""
        return self._by_id.get(template_id)

    def get(self, template_id: str, query: Mapping[str, str], base: str) -> dict[str, Any] | None:
        """One template's facts; None when the id is no template's."""
        template = self._by_id.get(template_id)
        return self._told(template, listing.fields(query), base) if template is not None else None

    def _told(self, template: Template, fields: tuple[str, ...], base: str) -> dict[str, Any]:
        told = {name: template.raw[name] for name in fields if name in template.raw}
        if "health_status" in fields:
            sendable = "AVAILABLE" if template.raw["status"] == "APPROVED" else "BLOCKED"
            told["health_status"] = {
                "can_send_message": sendable,
                "entities": [
                    {"entity_type": "MESSAGE_TEMPLATE", "id": template.raw["id"], "can_send_message": sendable}
                ],
            }
        told["id"] = template.raw["id"]
        if "components" in told:
            told["components"] = copy.deepcopy(told["components"])
            self._show_samples(told["components"], base)
        return told

    def _show_samples(self, components: list[dict[str, Any]], base: str) -> None:
        """Samples are told as addresses that any client may fetch, on whatever port we run: never as handles."""
        for component in components:
            example = component.get("example")
            if isinstance(example, dict) and isinstance(example.get("header_handle"), list):
                example["header_handle"] = [self._address(str(one), base) for one in example["header_handle"]]
            for card in component.get("cards", ()):
                self._show_samples(card["components"], base)

    def _address(self, sample: str, base: str) -> str:
        if sample.startswith(_OWN):
            return f"{base}/sandbox/media/{sample.removeprefix(_OWN)}"
        return self._uploads.address(sample.splitlines()[0], base)

    def page(self, query: Mapping[str, str], base: str, here: str) -> dict[str, Any]:
        """One page of the list; ``here`` is the address without its query, for ``paging.next``."""
        fields = listing.fields(query)
        answer = listing.page(list(self._by_id.values()), query, here, lambda t: self._told(t, fields, base))
        if "summary" in answer:
            most = VERIFIED_MOST if self._world.settings.verified else UNVERIFIED_MOST
            answer["summary"] |= {"message_template_limit": most, "are_translations_complete": False}
        return answer

    def create(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """Check and add a template; review follows by itself after a while."""
        now = self._world.now()
        name, language = str(body.get("name")), str(body.get("language"))
        self._allowed.create(name, language, now, len(self._by_id), self._world.settings.verified)
        raw = refuse_template(body, [t.raw for t in self._by_id.values()], self._uploads.type_of)
        self._allowed.created(now)
        template = self._add({**copy.deepcopy(raw), "status": "PENDING"}, now)
        self.life.submit(template)
        return {"id": template.raw["id"], "status": "PENDING", "category": template.raw["category"]}

    def edit(self, template_id: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Replace components, category or time to live of a template; new words are reviewed again."""
        template = self._by_id[template_id]
        now, raw = self._world.now(), template.raw
        changed = {name: body[name] for name in EDITABLE if name in body}
        if not changed:
            raise bad("The parameter components is required.")
        if raw["status"] not in ("APPROVED", "REJECTED", "PAUSED"):
            raise refuse(2388039, "Only approved, rejected or paused templates can be edited.")
        if raw["status"] == "APPROVED":
            if str(body.get("category", raw["category"])).upper() != raw["category"]:
                raise refuse(2388039, "The category of an approved template is fixed.")
            self._allowed.edit(template.edits, now)
        others = [t.raw for t in self._by_id.values() if t is not template]
        # New components bring new handles; where none are given the old samples stay.
        type_of = self._uploads.type_of if "components" in changed else lambda sample: OLD_SAMPLE
        fresh = refuse_template({**raw, **changed}, others, type_of)
        if raw["status"] == "APPROVED":
            template.edits.append(now)
        names = {"components", "category", "parameter_format"} & changed.keys()
        kept = {name: copy.deepcopy(fresh[name]) for name in (*names, "message_send_ttl_seconds") if name in fresh}
        self.life.rewrite(template, kept)
        if names:
            self.life.submit(template)
        return {"success": True}

    def unpause(self, template_id: str) -> dict[str, Any]:
        """Let a paused template be sent again."""
        template = self._by_id[template_id]
        if template.raw["status"] != "PAUSED":
            return {"success": False, "reason": "The template is not paused."}
        self.life.status(template, "APPROVED", title="UNPAUSE")
        return {"success": True}

    def delete(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Delete by name (every language), or the one of ``hsm_id``, or many by ``hsm_ids``."""
        whole = ""
        if query.get("hsm_ids"):
            keys = listing.many(query["hsm_ids"])
            if len(keys) > MOST_DELETED:
                raise bad(f"Param hsm_ids must have at most {MOST_DELETED} entries.")
            doomed = [t for key in dict.fromkeys(keys) if (t := self._by_id.get(key)) is not None]
        elif not query.get("name"):
            raise bad("The parameter name is required.")
        else:
            doomed = [t for t in self._by_id.values() if t.raw["name"] == query["name"]]
            if "hsm_id" in query:
                doomed = [t for t in doomed if t.raw["id"] == query["hsm_id"]]
            else:
                whole = query["name"]
        if not doomed:
            raise refuse(2593002, "No template of that name was found for this account.")
        if any(t.raw["status"] == "DISABLED" for t in doomed):
            raise refuse(2388039, "Disabled templates cannot be deleted.")
        now = self._world.now()
        for template in doomed:
            name, language = template.raw["name"], template.raw["language"]
            del self._by_id[template.raw["id"]]
            del self._by_name[name, language]
            self._allowed.block(name, "" if whole else language, now)
            self.life.forget(template)
        return {"success": True}

    def named(self, name: str, language: str = "") -> list[Template]:
        """Every language of a name, or one of them; for the sandbox's own addresses."""
        found = [t for (known, code), t in self._by_name.items() if known == name and language in ("", code)]
        if not found:
            raise no_such_object(f"{name}/{language}", "post")
        return found

    def find(self, name: str, language: str = "") -> Template:
        """A template by name, and language where there are more; for the sandbox's own settings."""
        return self.named(name, language)[0]

    def every(self) -> list[Template]:
        """All of them, in the order they were made."""
        return list(self._by_id.values())

    def change(
        self,
        template: Template,
        *,
        status: str = "",
        category: str = "",
        quality: str = "",
        components: list[dict[str, Any]] | None = None,
    ) -> None:
        """Change what Meta may change by itself, for good, and tell it by webhook."""
        if status:
            self.life.status(template, status, title="FIRST_PAUSE" if status == "PAUSED" else "")
        if category:
            self.life.move(template, category)
        if quality:
            self.life.quality(template, quality)
        if components is not None:
            self.life.rewrite(template, {"components": components})
