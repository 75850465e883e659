"""How news of templates is written down: at once where it can be, else to be read again."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.fixtures.studio import T0, offer
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.template_history import HistoryRows
from whatsapp_studio.storage.template_news import TO_READ, hear
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.draft import Past
from whatsapp_studio.templates.news import TemplateNews
from whatsapp_studio.templates.template import Template


@pytest.fixture
def rows(store: Store) -> TemplateRows:
    made = TemplateRows(store)
    made.replace_all([offer(), offer(language="de", id="2")], T0)
    return made


def tell(store: Store, *, at: datetime = T0 + timedelta(minutes=1), **facts: Any) -> list[Past]:
    news = TemplateNews(**{"name": "spring_offer", "language": "nl", "meta_id": "1", "at": at, **facts})
    with store.write() as conn:
        return list(hear(conn, [news], at).entries)


def to_read(store: Store) -> list[str]:
    found = ConnectionStore(store).fact(TO_READ)
    return list(json.loads(found)) if found else []


def nl(rows: TemplateRows) -> Template:
    found = rows.get("spring_offer", "nl")
    assert found is not None
    return found


def test_a_status_is_there_at_once(store: Store, rows: TemplateRows) -> None:
    (entry,) = tell(store, status="REJECTED", reason="SCAM", details="Too good to be true.")
    assert (nl(rows).status, nl(rows).rejected_reason) == ("REJECTED", "SCAM")
    assert (entry.kind, entry.before, entry.after, entry.reason) == ("status", "APPROVED", "REJECTED", "SCAM")
    assert entry.details == "Too good to be true."
    assert HistoryRows(store).of("spring_offer", "nl")[0] == entry
    assert store.value("SELECT status FROM templates WHERE language = 'nl'") == "REJECTED"
    assert store.value("SELECT status FROM templates WHERE language = 'de'") == "APPROVED"
    assert tell(store, status="REJECTED", reason="SCAM") == []
    assert to_read(store) == []


def test_category_and_quality(store: Store, rows: TemplateRows) -> None:
    tell(store, correct_category="UTILITY")
    assert nl(rows).correct_category == "UTILITY"
    tell(store, category="UTILITY", quality="RED")
    assert (nl(rows).category, nl(rows).quality, nl(rows).correct_category) == ("UTILITY", "RED", "")
    kinds = [one.kind for one in HistoryRows(store).of("spring_offer", "nl")]
    assert sorted(kinds) == ["added", "category", "correct-category", "correct-category", "quality"]


def test_new_texts_are_shown_and_read_again_for_the_rest(store: Store, rows: TemplateRows) -> None:
    (entry,) = tell(store, texts={"BODY": "Hi {{1}}, it is summer", "HEADER": "New"})
    assert nl(rows).body == "Hi {{1}}, it is summer"
    assert entry.kind == "content"
    assert to_read(store) == ["spring_offer"]


def test_a_deletion_takes_it_away(store: Store, rows: TemplateRows) -> None:
    (entry,) = tell(store, status="DELETED")
    assert (entry.kind, rows.get("spring_offer", "nl"), len(rows.all())) == ("removed", None, 1)


def test_a_warning_is_written_once(store: Store, rows: TemplateRows) -> None:
    (entry,) = tell(store, flag="FLAGGED", details="31 January")
    assert (entry.kind, entry.after, entry.details) == ("flagged", "FLAGGED", "31 January")
    assert tell(store, flag="FLAGGED", details="31 January") == []
    assert len(tell(store, flag="FLAGGED", details="2 February")) == 1
    assert nl(rows).status == "APPROVED"


def test_what_is_older_than_the_copy_does_not_turn_it_back(store: Store, rows: TemplateRows) -> None:
    assert tell(store, at=T0 - timedelta(minutes=1), status="PAUSED") == []
    assert nl(rows).status == "APPROVED"
    assert to_read(store) == ["spring_offer"]


def test_what_is_not_known_is_read(store: Store, rows: TemplateRows) -> None:
    tell(store, name="another", meta_id="9", status="APPROVED")
    tell(store, language="fr", meta_id="8", status="APPROVED")
    assert to_read(store) == ["another", "spring_offer"]


def test_one_is_known_by_its_id_or_by_its_name(store: Store, rows: TemplateRows) -> None:
    tell(store, name="renamed", status="PAUSED")
    assert nl(rows).status == "PAUSED"
    rows.replace_all([offer(language="en_US")], T0)
    tell(store, meta_id="", language="en_US", status="PAUSED")
    found = rows.get("spring_offer", "en_US")
    assert found is not None
    assert found.status == "PAUSED"
