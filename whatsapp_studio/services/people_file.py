"""Decides how contacts are written to a CSV file that can be imported again: one row each, all fields, whole or not."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.services.intake import Contacts
from whatsapp_studio.services.rejects import harmless

_AT_A_TIME = 2000


def write_people(contacts: Contacts, path: Path, ids: Sequence[int], progress: Progress = Unwatched()) -> int:
    """Write the contacts ``ids`` to ``path`` (UTF-8 with a mark, commas) and return how many there were.

    The file is complete or not there: it takes its name when the last row is written. Raises ``Cancelled``, and
    ``UserError("cannot-write")`` with what the system says.
    """
    fields = contacts.fields()
    beside = path.with_name(path.name + ".part")
    written = 0
    try:
        with beside.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow([*STANDARD_FIELDS, "marketing", *(one.label or one.name for one in fields)])
            for start in range(0, len(ids), _AT_A_TIME):
                progress.report(start, len(ids))
                if progress.cancelled():
                    raise Cancelled
                for one in contacts.get_many(ids[start : start + _AT_A_TIME]):
                    standard = [getattr(one, name) for name in STANDARD_FIELDS]
                    own = [_cell(one.fields.get(field.name)) for field in fields]
                    # A number begins with a plus, which stays: it is read as text when it is imported.
                    rows.writerow([standard[0], *map(harmless, standard[1:]), one.marketing, *own])
                    written += 1
        beside.replace(path)
    except OSError as error:
        raise UserError("cannot-write", path=path.name, details=error.strerror or str(error)) from error
    finally:
        beside.unlink(missing_ok=True)
    return written


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (tuple, list)):
        return harmless("; ".join(map(str, value)))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return harmless(value) if isinstance(value, str) else str(value)
