"""Decides what news of a template is, as a webhook of Meta's brings it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec


class TemplateNews(msgspec.Struct, frozen=True, kw_only=True):
    """What Meta tells of one template at ``at``; what is empty is not told.

    ``status`` is as in the list of templates (``APPROVED``, ``PAUSED``, …); ``flag`` a warning that changes no status
    (``FLAGGED``, ``LOCKED``); ``reason`` is Meta's code, ``details`` its words (a recommendation, the date on which it
    is disabled); ``texts`` are new texts by component (``HEADER``, ``BODY``, ``FOOTER``).
    """

    name: str
    language: str
    meta_id: str = ""
    at: datetime
    status: str = ""
    flag: str = ""
    category: str = ""
    correct_category: str = ""
    quality: str = ""
    reason: str = ""
    details: str = ""
    texts: Mapping[str, str] = {}
