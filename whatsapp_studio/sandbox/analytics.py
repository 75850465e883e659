"""Decides what template analytics tell: by template and day of sending, what really became of the messages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from whatsapp_studio.sandbox.errors import GraphError
from whatsapp_studio.sandbox.listing import many
from whatsapp_studio.sandbox.refusals import bad
from whatsapp_studio.sandbox.world import World

DAY = 86400
MOST_TEMPLATES, MOST_DAYS = 10, 90
METRICS = ("SENT", "DELIVERED", "READ", "CLICKED", "REPLIED", "COST")
_NO_COST = METRICS[:4]


@dataclass(slots=True)
class Bucket:
    """What became of the messages of one template and day."""

    counts: Counter[str] = field(default_factory=Counter)
    clicks: Counter[tuple[str, str]] = field(default_factory=Counter)
    billed: float = 0.0


class Analytics:
    """The counts since the start or the last reset."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._days: dict[tuple[str, int], Bucket] = {}

    def clear(self) -> None:
        """Nothing was sent; insights are off again."""
        self._days.clear()
        self._world.insights = False

    def _bucket(self, template: str, at: float) -> Bucket:
        return self._days.setdefault((template, int(at) // DAY * DAY), Bucket())

    def count(self, template: str, at: float, what: str, cost: float = 0.0) -> None:
        """A message of ``template`` taken at ``at`` was ``sent``, ``delivered`` (at a cost), ``read``, ``replied``."""
        bucket = self._bucket(template, at)
        bucket.counts[what] += 1
        bucket.billed += cost

    def click(self, template: str, at: float, kind: str, words: str) -> None:
        """Somebody tapped a button of such a message."""
        self._bucket(template, at).clicks[kind, words] += 1

    def enable(self, value: str) -> dict[str, Any]:
        """Switch insights on, for good."""
        wanted = value.strip().lower()
        if wanted in ("false", "0"):
            raise GraphError(200006)
        if wanted not in ("true", "1"):
            raise bad("Param is_enabled_for_insights must be a boolean.")
        if not self._world.settings.insights_offered:
            raise GraphError(200005)
        self._world.insights = True
        return {"id": self._world.waba_id}

    def told(self, query: Mapping[str, str], known: Iterable[tuple[str, str]]) -> dict[str, Any]:
        """The answer to ``GET /{waba}/template_analytics``; ``known`` are ids of templates with their categories."""
        if not self._world.settings.insights_offered:
            raise GraphError(200005)
        if not self._world.insights:
            raise GraphError(200007)
        start, end = self._span(query)
        if query.get("granularity", "").upper() != "DAILY":
            raise bad("Param granularity must be one of {DAILY}.")
        if query.get("product_type", "cloud_api").lower() != "cloud_api":
            raise bad("Param product_type must be one of {CLOUD_API}.")
        ids = list(dict.fromkeys(many(query["template_ids"]))) if query.get("template_ids") else []
        if not 1 <= len(ids) <= MOST_TEMPLATES:
            raise bad(f"Param template_ids must have between 1 and {MOST_TEMPLATES} entries.")
        categories = dict(known)
        for one in ids:
            if one not in categories:
                raise bad(f"Param template_ids: there is no template {one}.")
        metrics = [one.upper() for one in many(query["metric_types"])] if query.get("metric_types") else list(_NO_COST)
        for one in metrics:
            if one not in METRICS:
                raise bad(f"Param metric_types must be one of {{{', '.join(METRICS)}}} - got {one!r}.")
        points = [
            self._point(one, day, metrics, categories[one]) for one in ids for day in range(start, end, DAY)
        ]  # fmt: skip
        found = {"granularity": "DAILY", "product_type": "cloud_api", "data_points": points}
        return {"data": [found], "paging": {"cursors": {"before": "MAZDZD", "after": "MjQZD"}}}

    def _span(self, query: Mapping[str, str]) -> tuple[int, int]:
        moments = []
        for name in ("start", "end"):
            value = query.get(name, "")
            if not value.isdigit():
                raise bad(f"The parameter {name} is required and is a Unix time in seconds.")
            moments.append(int(value))
        start = moments[0] // DAY * DAY
        end = -(-moments[1] // DAY) * DAY
        if start >= end:
            raise bad("Param end must be after start.")
        today = int(self._world.now()) // DAY * DAY
        if start < today - MOST_DAYS * DAY or end - start > (MOST_DAYS + 1) * DAY:
            raise bad(f"Param start must be at most {MOST_DAYS} days ago.")
        return start, min(end, max(today + DAY, start))

    def _point(self, template: str, day: int, metrics: Iterable[str], category: str) -> dict[str, Any]:
        bucket = self._days.get((template, day)) or Bucket()
        told: dict[str, Any] = {"template_id": template, "start": day, "end": day + DAY}
        for metric in metrics:
            if metric == "CLICKED":
                if category != "AUTHENTICATION":
                    told["clicked"] = [
                        {"type": kind, "button_content": words, "count": count}
                        for (kind, words), count in sorted(bucket.clicks.items())
                    ]
            elif metric == "COST":
                told["cost"] = _cost(bucket)
            else:
                told[metric.lower()] = bucket.counts[metric.lower()]
        return told


def _cost(bucket: Bucket) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = [{"type": "amount_spent", "value": round(bucket.billed, 4)}]
    clicks = sum(count for (kind, _), count in bucket.clicks.items() if kind == "url_button")
    if bucket.counts["delivered"]:
        told.append({"type": "cost_per_delivered", "value": round(bucket.billed / bucket.counts["delivered"], 4)})
    if clicks:
        told.append({"type": "cost_per_url_button_click", "value": round(bucket.billed / clicks, 4)})
    return told
