"""Decides what is written to the log, and that no secret or phone number ever is."""

from __future__ import annotations

import logging
import logging.handlers
import re
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

_SECRET_KEYS = re.compile(r"token|secret|authorization|password|phone|wa_id|recipient|^to$", re.IGNORECASE)
_TOKEN = re.compile(r"\bEAA[A-Za-z0-9_\-]{8,}|(?i:(?<=bearer )\S+)")
_NAMED_SECRET = re.compile(
    r"(?i)((?:access_token|input_token|appsecret_proof|app_secret|client_secret|verify_token)[\"'\\]*\s*[=:]\s*[\"'\\]*)"
    r"[^&\s\"'\\,;}]+"
)
# Meta's message ids hold the recipient's number, encoded.
_MESSAGE_ID = re.compile(r"\bwamid\.[A-Za-z0-9+/=_-]+")
# Digits in a row, also after an escape of a URL or of a repr (%2B, \\n); not a part of a decimal fraction or a word.
_NUMBER = re.compile(r"(?:(?<![\w.])|(?<=%2B)|(?<=%2b)|(?<=\\[nrt])|(?<=[^\W\d_]\.)|(?<=_))\+?\d{9,15}(?!\w|\.\d)")
_SPACED_NUMBER = re.compile(
    r"\+(?=(?:[ \u00a0().-]{0,2}\d){8,15}(?!\d))\d{1,3}(?:[ \u00a0().-]{1,2}\d{1,10}){1,6}(?!\w|\.\d)"
)


def hide(text: str) -> str:
    """``text`` without access tokens, secrets in addresses, and anything that looks like a phone number."""
    text = _NAMED_SECRET.sub(r"\1[hidden]", _TOKEN.sub("[token]", text))
    return _NUMBER.sub("[number]", _SPACED_NUMBER.sub("[number]", _MESSAGE_ID.sub("[message]", text)))


def _redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for key, value in event.items():
        if _SECRET_KEYS.search(key):
            event[key] = "[hidden]"
        elif isinstance(value, str):
            event[key] = hide(value)
        elif isinstance(value, bool | float | None) or (isinstance(value, int) and abs(value) < 10**8):
            continue
        else:
            event[key] = hide(repr(value))
    return event


class _LastWord(logging.Formatter):
    """The finished line is searched once more, so that a traceback cannot carry a secret either."""

    def format(self, record: logging.LogRecord) -> str:
        return hide(_as_json().format(record))


@cache
def _as_json() -> logging.Formatter:
    # Not before there is something to say: it takes a tenth of a second, and most starts say nothing.
    import structlog

    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.stdlib.ExtraAdder(),
    ]
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            _redact,
            structlog.processors.JSONRenderer(default=repr),
        ],
    )


def log_to(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Write the program's log as JSON lines to ``folder``/studio.log (5 files of 1 MB); returns the handler."""
    handler = logging.handlers.RotatingFileHandler(
        folder / "studio.log", maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
    )
    handler.setFormatter(_LastWord())
    root = logging.getLogger("whatsapp_studio")
    root.setLevel(level)
    root.addHandler(handler)
    # Both name full addresses with ids at INFO for every request; their warnings are wanted.
    for noisy in ("httpx", "httpcore", "uvicorn"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
        if handler not in logging.getLogger(noisy).handlers:
            logging.getLogger(noisy).addHandler(handler)
    return handler


def stop_logging(handler: logging.Handler) -> None:
    """Undo :func:`log_to` and close its file."""
    for name in ("whatsapp_studio", "httpx", "httpcore", "uvicorn"):
        logging.getLogger(name).removeHandler(handler)
    handler.close()
