"""What a webhook says of the price of a message is news; what was charged is asked as the documentation has it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.fixtures.cloud import ask
from whatsapp_studio.cloudapi.webhook import parse


def news(pricing: object) -> tuple[str, str]:
    status = {"id": "wamid.1", "status": "sent", "timestamp": "1798000000", "recipient_id": "31612345678"}
    if pricing is not None:
        status["pricing"] = pricing  # type: ignore[assignment]
    value = {"messaging_product": "whatsapp", "statuses": [status]}
    body = {"object": "whatsapp_business_account", "entry": [{"changes": [{"field": "messages", "value": value}]}]}
    (one,) = parse(json.dumps(body).encode()).statuses
    return one.billed, one.billed_as


@pytest.mark.parametrize(
    ("pricing", "said"),
    [
        ({"billable": True, "type": "regular", "category": "marketing"}, ("regular", "marketing")),
        ({"type": "free_customer_service", "category": "service"}, ("free_customer_service", "service")),
        ({"type": "free_entry_point", "category": "utility"}, ("free_entry_point", "utility")),
        ({"type": "regular", "category": "authentication_international"}, ("regular", "authentication-international")),
        # The older model has no type.
        ({"billable": True, "pricing_model": "CBP", "category": "marketing"}, ("regular", "marketing")),
        ({"billable": False, "pricing_model": "CBP", "category": "service"}, ("free", "service")),
        ({"category": "marketing"}, ("", "marketing")), (None, ("", "")), ("odd", ("", "")), ({"type": 3}, ("", "")),
    ],
)  # fmt: skip
def test_how_a_message_is_charged_is_news(pricing: Any, said: tuple[str, str]) -> None:
    assert news(pricing) == said


START, END = datetime(2026, 11, 1, tzinfo=UTC), datetime(2026, 11, 3, tzinfo=UTC)


def test_what_was_charged_is_asked_by_day_country_category_kind_and_tier() -> None:
    asked: list[httpx.URL] = []
    point = {"start": 1, "end": 2, "country": "NL", "volume": 3, "cost": 0.4}

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url)
        told = {"data": [{"data_points": [point, "odd"]}, {"data_points": [point]}, "odd", {}]}
        return httpx.Response(200, json={"pricing_analytics": told, "id": "100"})

    assert ask(handler, lambda api: api.pricing(START, END)) == [point, point]
    (url,) = asked
    assert url.path.endswith("/100")
    assert url.params["fields"] == (
        f"pricing_analytics.start({int(START.timestamp())}).end({int(END.timestamp())}).granularity(DAILY)"
        '.metric_types(["COST","VOLUME"]).dimensions(["COUNTRY","PRICING_CATEGORY","PRICING_TYPE","TIER"])'
    )


@pytest.mark.parametrize("content", [{"id": "100"}, {"pricing_analytics": []}, {"pricing_analytics": {"data": None}}])
def test_an_account_without_figures_has_none(content: object) -> None:
    assert ask(lambda _request: httpx.Response(200, json=content), lambda api: api.pricing(START, END)) == []
