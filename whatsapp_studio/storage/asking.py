"""Decides by which fields, segments and clock rules are asked of the database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from whatsapp_studio.base.zones import machine_zone, zone_of
from whatsapp_studio.storage.db import Store, world_errors
from whatsapp_studio.storage.segment_sql import Compiler
from whatsapp_studio.storage.segments import SegmentStore


@contextmanager
def asking(store: Store, now: datetime) -> Iterator[Compiler]:
    """Whoever makes rules into conditions on this thread's connection, with the workspace's fields and segments."""
    with world_errors():
        conn = store.db.conn
        fields = dict(conn.execute("SELECT name, kind FROM fields").fetchall())
        zone = zone_of(machine_zone()) or ZoneInfo("UTC")
        compiler = Compiler(conn, fields, SegmentStore(store).rules(), now, zone)
        try:
            yield compiler
        finally:
            compiler.done()
