"""Decides what a list of templates shows: filters, fields, pages and their cursors."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.life import Template

SHOWN = ("name", "parameter_format", "components", "language", "status", "category", "sub_category", "id")
FIELDS = (
    *SHOWN, "previous_category", "correct_category", "rejected_reason", "quality_score", "message_send_ttl_seconds",
    "cta_url_link_tracking_opted_out", "library_template_name", "degrees_of_freedom_spec", "health_status", "source",
)  # fmt: skip
MOST_PER_PAGE = 1000
Show = Callable[[Template], dict[str, Any]]


def fields(query: Mapping[str, str]) -> tuple[str, ...]:
    """Which fields are asked for; those that Graph shows by itself where none are named."""
    asked = [name.split("{")[0].strip() for name in query.get("fields", "").split(",") if name.strip()]
    for name in asked:
        if name not in FIELDS:
            raise GraphError(100, message=f"(#100) Tried accessing nonexisting field ({name})")
    return tuple(asked) or SHOWN


def page(known: Sequence[Template], query: Mapping[str, str], here: str, show: Show) -> dict[str, Any]:
    """One page of ``known``; ``here`` is the address without its query, for ``paging.next``."""
    found = [t for t in known if _wanted(t.raw, query)]
    size = _limit(query.get("limit", "25"))
    start, end = 0, size
    if query.get("after"):
        start = _place(found, query["after"]) + 1
        end = start + size
    elif query.get("before"):
        end = _place(found, query["before"])
        start = max(0, end - size)
    shown = found[start:end]
    answer: dict[str, Any] = {"data": [show(t) for t in shown]}
    if shown:
        cursors = {"before": _cursor(shown[0]), "after": _cursor(shown[-1])}
        answer["paging"] = {"cursors": cursors}
        kept = {k: v for k, v in query.items() if k not in ("after", "before")} | {"limit": str(size)}
        if end < len(found):
            answer["paging"]["next"] = f"{here}?{urlencode(kept | {'after': cursors['after']})}"
        if start > 0:
            answer["paging"]["previous"] = f"{here}?{urlencode(kept | {'before': cursors['before']})}"
    if "summary" in query:
        answer["summary"] = {"total_count": len(found), "message_template_count": len(known)}
    return answer


def _limit(value: str) -> int:
    if not value.isdigit() or int(value) < 1:
        raise GraphError(100, message="(#100) Param limit must be a positive integer")
    return min(int(value), MOST_PER_PAGE)


def many(value: str) -> list[str]:
    """Values given as one word, ``a,b`` or ``["a","b"]``."""
    try:
        found = json.loads(value)
    except json.JSONDecodeError:
        found = value.split(",")
    return [str(item).strip() for item in (found if isinstance(found, list) else [found])]


def _wanted(raw: Mapping[str, Any], query: Mapping[str, str]) -> bool:
    name, within, both = raw["name"], query.get("content", "").casefold(), query.get("name_or_content", "").casefold()
    content = json.dumps(raw["components"], ensure_ascii=False).casefold() if within or both else ""
    return (
        query.get("name", "") in name
        and within in content
        and (both in name or both in content)
        and all(
            not query.get(key) or str(value).casefold() in [one.casefold() for one in many(query[key])]
            for key, value in (
                ("language", raw["language"]),
                ("category", raw["category"]),
                ("status", raw["status"]),
                ("quality_score", raw["quality_score"]["score"]),
                ("source", raw["source"]),
            )
        )
    )


def _cursor(template: Template) -> str:
    return base64.b64encode(f"t{template.raw['id']}".encode()).decode().rstrip("=") + "ZD"


def _place(found: Sequence[Template], cursor: str) -> int:
    bare = cursor.removesuffix("ZD")
    try:
        key = base64.b64decode(bare + "=" * (-len(bare) % 4), validate=True).decode().removeprefix("t")
    except (binascii.Error, UnicodeDecodeError):
        key = ""
    for n, template in enumerate(found):
        if template.raw["id"] == key:
            return n
    raise GraphError(131059, "The cursor expired or is not valid; start again from the first page.")
