"""Decides how Meta is asked what messages cost: its figures by day, country, category and kind."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from whatsapp_studio.cloudapi.wire import Json

# A year back at most (pricing analytics, since December 2025); a month at a time keeps an answer small.
_DIMENSIONS = '["COUNTRY","PRICING_CATEGORY","PRICING_TYPE","TIER"]'


class PriceCalls:
    """The calls of one business account that are about prices; raises ``WorldError`` and ``UserError``."""

    _waba: str

    async def _get(self, path: str, params: Mapping[str, str]) -> Json:
        raise NotImplementedError

    async def pricing(self, start: datetime, end: datetime) -> list[Json]:
        """What was charged between two moments, one data point a day, country, category, kind and tier.

        A point has ``cost``, in the account's currency, only where the account pays Meta itself.
        """
        asked = (
            f"pricing_analytics.start({int(start.timestamp())}).end({int(end.timestamp())}).granularity(DAILY)"
            f'.metric_types(["COST","VOLUME"]).dimensions({_DIMENSIONS})'
        )
        answer = (await self._get(self._waba, {"fields": asked})).get("pricing_analytics")
        groups = answer.get("data") if isinstance(answer, dict) else None
        found: list[Json] = []
        for group in groups or ():
            points = group.get("data_points") if isinstance(group, dict) else None
            found += [one for one in points or () if isinstance(one, dict)]
        return found
