"""Decides which templates the account has: listed by filters and cursors, created, edited, deleted, sendable."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from whatsapp_studio.base.paths import resource
from whatsapp_studio.sandbox import filling, news
from whatsapp_studio.sandbox.creating import refuse_template
from whatsapp_studio.sandbox.errors import GraphError, no_such_object
from whatsapp_studio.sandbox.timeline import Timeline
from whatsapp_studio.sandbox.webhooks import Update
from whatsapp_studio.sandbox.world import World, made_id

SHOWN = ("name", "parameter_format", "components", "language", "status", "category", "sub_category", "id")
FIELDS = (
    *SHOWN, "previous_category", "correct_category", "rejected_reason", "quality_score", "message_send_ttl_seconds",
    "cta_url_link_tracking_opted_out", "library_template_name", "degrees_of_freedom_spec", "health_status", "source",
)  # fmt: skip
EDITABLE = ("components", "category", "message_send_ttl_seconds", "parameter_format")
MOST_PER_PAGE = 1000
JUDGED = 1_776_157_200  # when the shop's own templates were last judged: April 2026
Tell = Callable[[Update], None]


@dataclass(slots=True)
class Template:
    """One template: its facts as Graph tells them, and what it asks for when sent."""

    raw: dict[str, Any]
    form: filling.Form


def _read(raw: dict[str, Any]) -> Template:
    return Template(raw, filling.form(raw["components"], raw.get("parameter_format") == "NAMED"))


class TemplateStore:
    """The templates of the account, in the order they were made."""

    def __init__(self, world: World, timeline: Timeline, tell: Tell) -> None:
        self._world = world
        self._timeline = timeline
        self._tell = tell
        self._by_id: dict[str, Template] = {}
        self._by_name: dict[tuple[str, str], Template] = {}
        self._count = 0
        self._base = ""
        self.seed()

    def seed(self) -> None:
        """Back to the shop's own templates."""
        self._by_id.clear()
        self._by_name.clear()
        self._count = 0
        for raw in json.loads(resource("samples/sandbox_templates.json").read_text(encoding="utf-8")):
            self._add({"status": "APPROVED", "parameter_format": "POSITIONAL", **raw})

    def _add(self, raw: dict[str, Any]) -> Template:
        raw.setdefault("id", made_id(self._world.seed, "template", raw["name"], raw["language"], self._count))
        raw.setdefault("rejected_reason", "NONE")
        raw["quality_score"] = {"date": JUDGED, "score": "UNKNOWN", **raw.get("quality_score", {})}
        raw.setdefault("source", "USER")
        self._count += 1
        template = _read(raw)
        self._by_id[raw["id"]] = template
        self._by_name[raw["name"], raw["language"]] = template
        return template

    def sendable(self, name: str, language: str) -> Template:
        """The approved template of that name and language; the refusal Meta gives for any other."""
        template = self._by_name.get((name, language))
        status = template.raw["status"] if template is not None else ""
        if template is None or status in ("PENDING", "REJECTED", "DELETED", "IN_APPEAL", "ARCHIVED", "LIMIT_EXCEEDED"):
            raise GraphError(132001, f"template name ({name}) does not exist in {language}")
        if status == "PAUSED":
            raise GraphError(132015, f"template name ({name}) is paused because of low quality")
        if status == "DISABLED":
            raise GraphError(132016, f"template name ({name}) is disabled because of low quality")
        return template

    def get(self, template_id: str, query: Mapping[str, str], base: str) -> dict[str, Any] | None:
        """One template's facts; None when the id is no template's."""
        template = self._by_id.get(template_id)
        return self._told(template, _fields(query), base) if template is not None else None

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
            # Samples are told as addresses that any client may fetch, on whatever port we run.
            told["components"] = json.loads(json.dumps(told["components"]).replace("sample:", f"{base}/sandbox/media/"))
        return told

    def page(self, query: Mapping[str, str], base: str, here: str) -> dict[str, Any]:
        """One page of the list; ``here`` is the address without its query, for ``paging.next``."""
        found = [t for t in self._by_id.values() if _wanted(t.raw, query)]
        fields = _fields(query)
        size = _limit(query.get("limit", "25"))
        start, end = 0, 0
        if query.get("after"):
            start = _place(found, query["after"], self._by_id) + 1
            end = start + size
        elif query.get("before"):
            end = _place(found, query["before"], self._by_id)
            start = max(0, end - size)
        else:
            end = size
        shown = found[start:end]
        answer: dict[str, Any] = {"data": [self._told(t, fields, base) for t in shown]}
        if shown:
            cursors = {"before": _cursor(shown[0]), "after": _cursor(shown[-1])}
            answer["paging"] = {"cursors": cursors}
            kept = {k: v for k, v in query.items() if k not in ("after", "before")} | {"limit": str(size)}
            if end < len(found):
                answer["paging"]["next"] = _address(here, kept | {"after": cursors["after"]})
            if start > 0:
                answer["paging"]["previous"] = _address(here, kept | {"before": cursors["before"]})
        if "summary" in query:
            answer["summary"] = {
                "total_count": len(found),
                "message_template_count": len(self._by_id),
                "message_template_limit": 6000,
                "are_translations_complete": False,
            }
        return answer

    def create(self, body: Mapping[str, Any], handle_known: Callable[[str], bool]) -> dict[str, Any]:
        """Check and add a template; review follows by itself after a while."""
        others = [t.raw for t in self._by_id.values()]
        raw = refuse_template(body, others, handle_known)
        template = self._add({**raw, "status": "PENDING"})
        due = self._world.now() + self._world.settings.review_seconds / self._world.settings.speed
        self._timeline.at(due, lambda: self._review(template))
        return {"id": template.raw["id"], "status": "PENDING", "category": template.raw["category"]}

    def edit(self, template_id: str, body: Mapping[str, Any], handle_known: Callable[[str], bool]) -> dict[str, Any]:
        """Replace components or category of a template; it is reviewed again."""
        template = self._by_id[template_id]
        if template.raw["status"] not in ("APPROVED", "REJECTED", "PAUSED"):
            raise GraphError(100, subcode=2388039, title="Template status cannot be changed",
                             text="Only approved, rejected or paused templates can be edited.")  # fmt: skip
        category = template.raw["category"]
        if template.raw["status"] == "APPROVED" and body.get("category", category) != category:
            raise GraphError(100, subcode=2388039, title="Category cannot be changed",
                             text="The category of an approved template is fixed.")  # fmt: skip
        merged = template.raw | {name: body[name] for name in EDITABLE if name in body}
        others = [t.raw for t in self._by_id.values() if t is not template]
        raw = refuse_template(merged, others, handle_known)
        template.raw |= raw | {"status": "PENDING"}
        template.form = _read(template.raw).form
        due = self._world.now() + self._world.settings.review_seconds / self._world.settings.speed
        self._timeline.at(due, lambda: self._review(template))
        return {"success": True}

    def unpause(self, template_id: str) -> dict[str, Any]:
        """Let a paused template be sent again."""
        template = self._by_id[template_id]
        if template.raw["status"] != "PAUSED":
            return {"success": False, "reason": "The template is not paused."}
        self.change(template, status="APPROVED")
        return {"success": True}

    def _review(self, template: Template) -> None:
        if template.raw["status"] != "PENDING" or self._by_id.get(template.raw["id"]) is not template:
            return
        refused = "reject" in template.raw["name"]
        if refused:
            self.change(template, status="REJECTED", reason="INVALID_FORMAT")
        else:
            self.change(template, status="APPROVED")

    def delete(self, query: Mapping[str, str]) -> dict[str, Any]:
        """Delete by name (every language), or the one of ``hsm_id``, or many by ``hsm_ids``."""
        if query.get("hsm_ids"):
            doomed = [t for key in _many(query["hsm_ids"]) if (t := self._by_id.get(key)) is not None]
        elif not query.get("name"):
            raise GraphError(100, message="(#100) The parameter name is required.")
        else:
            doomed = [
                t
                for t in self._by_id.values()
                if t.raw["name"] == query["name"] and query.get("hsm_id", t.raw["id"]) == t.raw["id"]
            ]
        if not doomed:
            raise GraphError(100, subcode=2593002, title="Message Template Not Found",
                             text="No template of that name was found for this account.")  # fmt: skip
        for template in doomed:
            if template.raw["status"] == "DISABLED":
                raise GraphError(100, subcode=2388039, title="Template cannot be deleted",
                                 text="Disabled templates cannot be deleted.")  # fmt: skip
        for template in doomed:
            del self._by_id[template.raw["id"]]
            del self._by_name[template.raw["name"], template.raw["language"]]
        return {"success": True}

    def find(self, name: str, language: str = "") -> Template:
        """A template by name, and language where there are more; for the sandbox's own settings."""
        for (known, code), template in self._by_name.items():
            if known == name and language in ("", code):
                return template
        raise no_such_object(f"{name}/{language}", "post")

    def change(
        self,
        template: Template,
        *,
        status: str = "",
        category: str = "",
        quality: str = "",
        components: list[dict[str, Any]] | None = None,
        reason: str = "NONE",
    ) -> None:
        """Change what Meta may change by itself, and tell it by webhook."""
        raw, now = template.raw, self._world.now()
        if status and status != raw["status"]:
            raw["status"], raw["rejected_reason"] = status, reason
            self._tell(news.template_status(raw, status, reason, now))
        if category and category != raw["category"]:
            raw["previous_category"], before = raw["category"], raw["category"]
            raw["category"] = category
            self._tell(news.template_category(raw, before, category, now))
        if quality and quality != raw["quality_score"]["score"]:
            before = raw["quality_score"]["score"]
            raw["quality_score"] = {"score": quality, "date": int(now)}
            self._tell(news.template_quality(raw, before, quality, now))
        if components is not None:
            raw["components"] = components
            template.form = _read(raw).form


def _fields(query: Mapping[str, str]) -> tuple[str, ...]:
    asked = [name.split("{")[0].strip() for name in query.get("fields", "").split(",") if name.strip()]
    for name in asked:
        if name not in FIELDS:
            raise GraphError(100, message=f"(#100) Tried accessing nonexisting field ({name})")
    return tuple(asked) or SHOWN


def _limit(value: str) -> int:
    if not value.isdigit() or int(value) < 1:
        raise GraphError(100, message="(#100) Param limit must be a positive integer")
    return min(int(value), MOST_PER_PAGE)


def _many(value: str) -> set[str]:
    """A filter's values, given as one word, ``a,b`` or ``["a","b"]``."""
    try:
        found = json.loads(value)
    except json.JSONDecodeError:
        found = value.split(",")
    return {str(item).strip().casefold() for item in (found if isinstance(found, list) else [found])}


def _wanted(raw: Mapping[str, Any], query: Mapping[str, str]) -> bool:
    name, content = raw["name"], json.dumps(raw["components"], ensure_ascii=False).casefold()
    both = query.get("name_or_content", "").casefold()
    quality = raw["quality_score"]["score"].casefold()
    return (
        query.get("name", "") in name
        and query.get("content", "").casefold() in content
        and (both in name or both in content)
        and (not query.get("language") or raw["language"].casefold() in _many(query["language"]))
        and (not query.get("category") or raw["category"].casefold() in _many(query["category"]))
        and (not query.get("status") or raw["status"].casefold() in _many(query["status"]))
        and (not query.get("quality_score") or quality in _many(query["quality_score"]))
    )


def _cursor(template: Template) -> str:
    return base64.b64encode(f"t{template.raw['id']}".encode()).decode().rstrip("=") + "ZD"


def _place(found: list[Template], cursor: str, known: Mapping[str, Template]) -> int:
    bare = cursor.removesuffix("ZD")
    try:
        key = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True).decode().removeprefix("t")
    except (binascii.Error, UnicodeDecodeError):
        key = ""
    for n, template in enumerate(found):
        if template.raw["id"] == key:
            return n
    raise GraphError(131059, "The cursor expired or is not valid; start again from the first page.")


def _address(here: str, query: Mapping[str, str]) -> str:
    return f"{here}?{urlencode(query)}"
