"""Decides which values are offered for a field: those that contacts have, the commonest first."""

from __future__ import annotations

from whatsapp_studio.storage.columns import column
from whatsapp_studio.storage.db import Store

_STANDARD = ("first_name", "last_name", "language", "country", "time_zone")
# Among so many contacts whatever is common is found, and a window waits for nobody.
_LOOKED_AT = 50_000


def known_values(store: Store, field: str, kind: str, most: int) -> list[str]:
    """Up to ``most`` values of a field of a ``kind``, looked for among the newest contacts; none for what is no field.

    A list gives its parts. Raises ``UserError("field-name-invalid")`` where no field can be called so.
    """
    if field in _STANDARD:
        cell, table = field, "contacts"
    elif kind == "list":
        cell, table = "part.value", f"contacts, json_each(contacts.{column(field)}) part"
    elif kind == "text":
        cell, table = column(field), "contacts"
    else:
        return []
    inner = f"SELECT {cell} AS value FROM {table} WHERE {cell} <> '' ORDER BY contacts.id DESC LIMIT {_LOOKED_AT}"
    rows = store.rows(f"SELECT value FROM ({inner}) GROUP BY value ORDER BY count(*) DESC, value LIMIT ?", (most,))
    return [str(row["value"]) for row in rows]
