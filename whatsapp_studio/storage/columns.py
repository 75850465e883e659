"""Decides which column of the contacts keeps a custom field."""

from __future__ import annotations

import re

from whatsapp_studio.base.errors import UserError

_FIELD_NAME = re.compile(r"[a-z_][a-z0-9_]{0,60}")


def column(field: str) -> str:
    """The quoted column that keeps a custom field."""
    if not _FIELD_NAME.fullmatch(field):
        raise UserError("field-name-invalid", name=field)
    return f'"f_{field}"'
