"""Decides how a free message of a journey reads in Meta's JSON: text, a file, reply buttons or a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from whatsapp_studio.templates.bubble import file_name
from whatsapp_studio.templates.rules import is_media_id

Json = dict[str, Any]
_FILES = ("image", "video", "document", "audio")
# What Meta takes at most (messages page): characters of a text, a caption, a body with answers, and of their parts.
_TEXT, _CAPTION, _BODY, _BUTTON, _TITLE, _DESCRIPTION = 4096, 1024, 1024, 20, 24, 72
_BUTTONS, _ROWS = 3, 10
_BUTTON_ID, _ROW_ID = 256, 200


def free_body(details: Mapping[str, Any], to: str, key: str) -> Json:
    """The JSON of a message that ``details`` of a ``send`` effect describe; ``key`` comes back with every status.

    Raises ``ValueError`` for what Meta would not take.
    """
    words = _str(details.get("text"))
    match details.get("what"):
        case "text":
            kind, content = "text", {"preview_url": False, "body": _within(words, _TEXT, "text")}
        case "media":
            kind, content = _file(_dict(details.get("media")), words)
        case "buttons":
            kind, content = "interactive", _asked("button", words, _BODY, {"buttons": _replies(details.get("choices"))})
        case "list":
            kind, content = "interactive", _asked("list", words, _TEXT, _menu(_dict(details.get("choices"))))
        case other:
            raise ValueError(f"no message is a {other!r}")
    return {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": to,
        "type": kind,
        kind: content,
        "biz_opaque_callback_data": key,
    }


def _file(media: Mapping[str, Any], caption: str) -> tuple[str, Json]:
    kind, where = _str(media.get("kind")), _str(media.get("url")).strip()
    if kind not in _FILES:
        raise ValueError(f"no file is a {kind!r}")
    if not where:
        raise ValueError("a file without an address")
    content: Json = {"id" if is_media_id(where) else "link": where}
    if caption and kind != "audio":
        content["caption"] = _within(caption, _CAPTION, "caption")
    if kind == "document" and (called := file_name(where)):
        content["filename"] = called
    return kind, content


def _asked(kind: str, words: str, most: int, action: Json) -> Json:
    return {"type": kind, "body": {"text": _within(words, most, "text")}, "action": action}


def _replies(choices: object) -> list[Json]:
    found = [
        {
            "id": _within(_str(row.get("id")), _BUTTON_ID, "button's id"),
            "title": _within(_str(row.get("text")), _BUTTON, "button"),
        }
        for row in _rows(choices, _BUTTONS)
    ]
    _apart([one["title"] for one in found])
    return [{"type": "reply", "reply": one} for one in found]


def _menu(menu: Mapping[str, Any]) -> Json:
    found: list[Json] = []
    for row in _rows(menu.get("rows"), _ROWS):
        one = {
            "id": _within(_str(row.get("id")), _ROW_ID, "row's id"),
            "title": _within(_str(row.get("title")), _TITLE, "title"),
        }
        more = _str(row.get("description"))
        found.append(one | ({"description": _within(more, _DESCRIPTION, "description")} if more else {}))
    _apart([one["id"] for one in found])
    return {"button": _within(_str(menu.get("button")), _BUTTON, "button"), "sections": [{"rows": found}]}


def _rows(value: object, most: int) -> Sequence[Mapping[str, Any]]:
    rows = [row for row in value if isinstance(row, Mapping)] if isinstance(value, list | tuple) else []
    if not 1 <= len(rows) <= most:
        raise ValueError(f"between 1 and {most} answers, not {len(rows)}")
    return rows


def _apart(names: Sequence[str]) -> None:
    if len(set(names)) < len(names):
        raise ValueError("two answers that are the same")


def _within(words: str, most: int, what: str) -> str:
    if not 1 <= len(words) <= most:
        raise ValueError(f"a {what} of between 1 and {most} characters, not {len(words)}")
    return words


def _dict(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""
