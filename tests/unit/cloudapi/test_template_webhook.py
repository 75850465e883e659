"""What webhooks about templates say, in Meta's published examples and in every field of theirs."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.meta import EXAMPLES, with_examples
from whatsapp_studio.cloudapi.webhook import parse
from whatsapp_studio.templates.news import TemplateNews

AT = datetime(2026, 3, 3, 9, tzinfo=UTC)
OF = {"message_template_id": 7, "message_template_name": "spring_offer", "message_template_language": "nl"}


def told(field: str, **value: Any) -> TemplateNews:
    change = {"field": field, "value": {**OF, **value}}
    body = {"entry": [{"id": "1", "time": int(AT.timestamp()), "changes": [change]}]}
    found = parse(json.dumps(body).encode())
    assert found.template_changes
    (news,) = found.templates
    assert (news.name, news.language, news.meta_id, news.at) == ("spring_offer", "nl", "7", AT)
    return news


@pytest.mark.parametrize(
    ("event", "status"),
    [
        ("APPROVED", "APPROVED"), ("REINSTATED", "APPROVED"), ("UNPAUSED", "APPROVED"), ("UNARCHIVED", "APPROVED"),
        ("PAUSED", "PAUSED"), ("DISABLED", "DISABLED"), ("REJECTED", "REJECTED"), ("SOMETHING_NEW", "SOMETHING_NEW"),
    ],
)  # fmt: skip
def test_an_event_is_a_status(event: str, status: str) -> None:
    assert told("message_template_status_update", event=event, reason="NONE").status == status


def test_a_warning_changes_no_status() -> None:
    news = told("message_template_status_update", event="FLAGGED", disable_info={"disable_date": "January 31, 2027"})
    assert (news.status, news.flag, news.details) == ("", "FLAGGED", "January 31, 2027")


def test_why_is_kept_in_metas_words() -> None:
    info = {"reason": "A place stands alone.", "recommendation": "Write words around it."}
    news = told("message_template_status_update", event="REJECTED", reason="INVALID_FORMAT", rejection_info=info)
    assert (news.reason, news.details) == ("INVALID_FORMAT", "A place stands alone. Write words around it.")
    other = told("message_template_status_update", event="PAUSED", other_info={"title": "FIRST", "description": "3 h"})
    assert other.details == "3 h"


def test_quality_category_and_texts() -> None:
    assert told("message_template_quality_update", new_quality_score="RED").quality == "RED"
    moved = told("template_category_update", previous_category="UTILITY", new_category="MARKETING")
    assert (moved.category, moved.correct_category) == ("MARKETING", "")
    assert told("template_category_update", correct_category="MARKETING").correct_category == "MARKETING"
    texts = told(
        "message_template_components_update", message_template_element="Body", message_template_title="Head",
        message_template_footer="Foot",
    ).texts  # fmt: skip
    assert texts == {"HEADER": "Head", "BODY": "Body", "FOOTER": "Foot"}


@with_examples
def test_metas_examples() -> None:
    def of(name: str) -> TemplateNews:
        (found,) = parse((EXAMPLES / f"webhook-message-template-status-update-{name}.json").read_bytes()).templates
        return found

    rejected, flagged = of("rejected"), of("flagged")
    assert (rejected.status, rejected.reason, rejected.language) == ("REJECTED", "SCAM", "pt_BR")
    assert (flagged.flag, flagged.language) == ("FLAGGED", "en_US")


@given(st.dictionaries(st.sampled_from((*OF, "event", "reason", "rejection_info", "new_category")),
                       st.none() | st.integers() | st.text(max_size=5) | st.lists(st.none(), max_size=1)))  # fmt: skip
def test_whatever_comes_is_read_or_left(value: dict[str, Any]) -> None:
    body = {"entry": [{"changes": [{"field": "message_template_status_update", "value": value}]}]}
    found = parse(json.dumps(body).encode())
    assert all(one.name for one in found.templates)
