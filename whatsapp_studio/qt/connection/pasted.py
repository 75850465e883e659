"""Decides what was pasted: a token, an id, or a whole command with all of them in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\bEA[A-Za-z0-9]{20,}")
_BEARER = re.compile(r"Bearer\s+([^\s'\"]+)")
_PHONE_PATH = re.compile(r"/(?:v\d+\.\d+/)?(\d{8,20})/(?:messages|media|register)\b")
_WABA_PATH = re.compile(r"/(?:v\d+\.\d+/)?(\d{8,20})/(?:message_templates|phone_numbers|subscribed_apps)\b")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a pasted text held; an empty text where it held none."""

    token: str = ""
    waba_id: str = ""
    phone_number_id: str = ""


def read(text: str) -> Pasted:
    """Find token and ids in a text, for example a cURL command copied from Meta's dashboard."""
    bearer = _BEARER.search(text)
    token = bearer.group(1) if bearer else (found.group(0) if (found := _TOKEN.search(text)) else "")
    waba, phone = _WABA_PATH.search(text), _PHONE_PATH.search(text)
    return Pasted(token, waba.group(1) if waba else "", phone.group(1) if phone else "")
