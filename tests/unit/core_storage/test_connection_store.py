"""Decides that a connection and what was acknowledged come back as they were kept, and no secret has a place there."""

from __future__ import annotations

import msgspec

from tests.fixtures.studio import T0, later, offer
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.templates import TemplateRows

ACCOUNT = Connection(
    waba_id="1", phone_number_id="2", graph_url="https://graph.example", display_phone_number="+31 20 1",
    verified_name="Bloom", quality_rating="GREEN", throughput="HIGH", messaging_limit="TIER_2K", is_sandbox=True,
    checked_at=T0, token_expires_at=later(days=60), verify_token="v",
)  # fmt: skip


def test_a_connection_comes_back_as_it_was_kept(store: Store) -> None:
    keep = ConnectionStore(store)
    assert keep.current() is None
    keep.save(ACCOUNT)
    assert keep.current() == ACCOUNT
    other = msgspec.structs.replace(ACCOUNT, verified_name="Other", token_expires_at=None, is_sandbox=False)
    keep.save(other)
    assert keep.current() == other


def test_forgetting_drops_the_account_and_its_templates(store: Store) -> None:
    keep = ConnectionStore(store)
    keep.save(ACCOUNT)
    TemplateRows(store).replace_all([offer()], T0)
    keep.set_fact("kept", "yes")

    keep.forget()

    assert keep.current() is None
    assert TemplateRows(store).all() == []
    assert keep.fact("kept") == "yes"


def test_an_acknowledgement_keeps_its_first_date(store: Store) -> None:
    keep = ConnectionStore(store)
    keep.acknowledge("content-rules", T0)
    keep.acknowledge("content-rules", later(days=1))
    keep.acknowledge("meta-policies", later(days=2))

    assert keep.acknowledged() == {"content-rules": T0, "meta-policies": later(days=2)}
    keep.acknowledge("content-rules", None)
    assert set(keep.acknowledged()) == {"meta-policies"}


def test_facts_are_texts_and_empty_when_unknown(store: Store) -> None:
    keep = ConnectionStore(store)
    assert keep.fact("sending.paused") == ""
    keep.set_fact("sending.paused", "by-you")
    keep.set_fact("sending.paused", "meta-190")
    assert keep.fact("sending.paused") == "meta-190"


def test_no_column_is_meant_for_a_secret(store: Store) -> None:
    names = {
        row["name"]
        for table in ("connection", "facts", "campaigns", "outbox", "acknowledgements")
        for row in store.rows(f"SELECT name FROM pragma_table_info('{table}')")
    }

    assert not {name for name in names if "secret" in name or name in ("token", "access_token", "password")}
