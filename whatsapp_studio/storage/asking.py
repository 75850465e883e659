"""Decides by which fields, segments and clock rules are asked of the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from whatsapp_studio.base.zones import machine_zone, zone_of
from whatsapp_studio.storage.db import world_errors
from whatsapp_studio.storage.segment_sql import Compiler
from whatsapp_studio.storage.segments import rules_of


@contextmanager
def asking(conn: sqlite3.Connection, now: datetime, *, few: bool = False) -> Iterator[Compiler]:
    """Whoever makes rules into conditions on a connection, with the workspace's fields and segments."""
    with world_errors():
        fields = dict(conn.execute("SELECT name, kind FROM fields").fetchall())
        zone = zone_of(machine_zone()) or ZoneInfo("UTC")
        compiler = Compiler(conn, fields, rules_of(conn), now, zone, few=few)
        try:
            yield compiler
        finally:
            compiler.done()
