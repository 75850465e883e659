"""Decides what the helpers for texts do."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping
from urllib.parse import quote_plus, unquote_plus, urlsplit

from liquid.builtin.filters.array import concat as concat_lists
from liquid.exceptions import FilterArgumentError

from whatsapp_studio.templates.helpers_values import Filter, listed, nothing, text, whole

_WORDS = re.compile(r"[^\W_]+")
# What a pattern of one's own is held to: it runs for every recipient, and may not run for ever.
_PATTERN_MOST, _SEARCHED_MOST = 200, 400
# Repetition of what repeats itself ((a+)+), of alternatives ((a|a)*), and back references can take ages; comments may
# hide them, and what looks around tries again.
_DANGEROUS = re.compile(r"\)\s*(?:[*+]|\{\d*,?\d*\})|\\\d|[*+}][*+]|\(\?(?!:|i\)|P<)")
_ESCAPED = re.compile(r"\\[^\d]", re.DOTALL)
_MAYBE = re.compile(r"(?<!\()\?")
_REPEATS = re.compile(r"[*+]|\{\d*,\d*\}")
# Every repeat may try each length, every "|" and "?" both ways: so many tries take a part of a second.
_TRIES_MOST = 10**8


def _title(value: object) -> str:
    # Not str.title: it would write "It'S".
    return re.sub(r"[^\W_]+(?:['’][^\W_]+)*", lambda found: found[0][:1].upper() + found[0][1:].lower(), text(value))


def _camel(value: object) -> str:
    words = _WORDS.findall(text(value))
    return "".join(one.lower() if not n else one[:1].upper() + one[1:].lower() for n, one in enumerate(words))


def _concat(value: object, *others: object) -> object:
    if isinstance(value, list | tuple) and len(others) == 1:
        return concat_lists(value, others[0])
    return "".join(map(text, (value, *others)))


def _substring(value: object, start: object, end: object = None) -> str:
    given, begin = text(value), max(0, whole(start))
    return given[begin:] if nothing(end) else given[begin : max(0, whole(end))]


def _mask(value: object, first: object = 0, last: object = 0) -> str:
    given, begin, end = text(value), max(0, whole(first)), max(0, whole(last))
    hidden = max(0, len(given) - begin - end)
    return given[:begin] + "X" * hidden + given[begin + hidden :]


def _pattern(pattern: object) -> re.Pattern[str]:
    given = text(pattern)
    bare = _ESCAPED.sub("x", given)
    repeats, choices = len(_REPEATS.findall(bare)), bare.count("|") + len(_MAYBE.findall(bare))
    many = repeats > 2 or _SEARCHED_MOST ** (repeats + 1) * 2**choices > _TRIES_MOST
    if many or len(given) > _PATTERN_MOST or _DANGEROUS.search(bare):
        raise FilterArgumentError("this pattern could take too long; write a simpler one", token=None)
    try:
        return re.compile(given)
    except (re.error, OverflowError) as error:
        raise FilterArgumentError(f"this pattern cannot be read: {error}", token=None) from error


def _searched(value: object) -> str:
    given = text(value)
    if len(given) > _SEARCHED_MOST:
        raise FilterArgumentError("the text is too long to be searched by a pattern", token=None)
    return given


def _matches(value: object, pattern: object) -> bool:
    return _pattern(pattern).fullmatch(_searched(value)) is not None


def _regex_group(value: object, pattern: object, group: object = 0) -> str:
    found = _pattern(pattern).search(_searched(value))
    try:
        return (found[whole(group)] or "") if found else ""
    except IndexError as error:
        raise FilterArgumentError("the pattern has no such group", token=None) from error


def _like(value: object, pattern: object) -> bool:
    """As in a database: ``%`` is any text, ``_`` any one sign."""
    given = text(pattern)
    if given.count("%") > 3 or len(given) > _PATTERN_MOST:
        raise FilterArgumentError("this pattern could take too long; write a simpler one", token=None)
    parts = "".join({"%": ".*", "_": "."}.get(sign, re.escape(sign)) for sign in given)
    return re.fullmatch(parts, _searched(value), re.DOTALL | re.IGNORECASE) is not None


def _char_code(value: object, index: object = 0) -> int | str:
    given, place = text(value), whole(index)
    return ord(given[place]) if 0 <= place < len(given) else ""


def _host(value: object) -> str:
    return urlsplit(text(value)).hostname or ""


def _md5(value: object) -> str:
    return hashlib.md5(text(value).encode("utf-8", "replace"), usedforsecurity=False).hexdigest()


def _encode64(value: object) -> str:
    return base64.b64encode(text(value).encode("utf-8", "replace")).decode()


def _url_encode(value: object) -> str:
    return quote_plus(text(value), errors="replace")


def _email_domain(value: object) -> str:
    before, at, domain = text(value).strip().rpartition("@")
    return domain if at and before else ""


def _find(value: object, part: object) -> int:
    return text(value).find(text(part))


def _any_of(value: object, things: tuple[object, ...]) -> bool:
    every = [one for thing in things for one in (thing if isinstance(thing, list | tuple) else [thing])]
    return any(text(value) == text(one) for one in every)


def _to_bool(value: object) -> bool:
    return text(value).strip().lower() in ("true", "1", "yes", "y", "on")


FILTERS: Mapping[str, Filter] = {
    "upper": lambda value: text(value).upper(),
    "lower": lambda value: text(value).lower(),
    "titleCase": _title,
    "camelCase": _camel,
    "trim": lambda value: text(value).strip(),
    "leftTrim": lambda value: text(value).lstrip(),
    "rightTrim": lambda value: text(value).rstrip(),
    "concat": _concat,
    "substring": _substring,
    "replaceAll": lambda value, old, new="": text(value).replace(text(old), text(new)) if text(old) else text(value),
    "length": lambda value: len(value if isinstance(value, list | tuple | dict) else text(value)),
    "isIn": lambda value, *things: _any_of(value, things),
    "notIn": lambda value, *things: not _any_of(value, things),
    "mask": _mask,
    "md5": _md5,
    "encode64": _encode64,
    "urlEncode": _url_encode,
    "urlDecode": lambda value: unquote_plus(text(value)),
    "getUrlHost": _host,
    "getUrlPath": lambda value: urlsplit(text(value)).path,
    "getUrlProtocol": lambda value: urlsplit(text(value)).scheme,
    "extractEmailDomain": _email_domain,
    "regexGroup": _regex_group,
    "matches": _matches,
    "like": _like,
    "startsWith": lambda value, part: text(value).startswith(text(part)),
    "doesNotStartWith": lambda value, part: not text(value).startswith(text(part)),
    "endsWith": lambda value, part: text(value).endswith(text(part)),
    "doesNotEndWith": lambda value, part: not text(value).endswith(text(part)),
    "doesNotContain": lambda value, part: text(part) not in text(value),
    "equals": lambda value, other: text(value) == text(other),
    "equalsIgnoreCase": lambda value, other: text(value).casefold() == text(other).casefold(),
    "notEqualTo": lambda value, other: text(value) != text(other),
    "notEqualWithIgnoreCase": lambda value, other: text(value).casefold() != text(other).casefold(),
    "indexOf": _find,
    "lastIndexOf": lambda value, part: text(value).rfind(text(part)),
    "charCodeAt": _char_code,
    "isEmpty": lambda value: not listed(value),
    "isNotEmpty": lambda value: bool(listed(value)),
    "toBool": _to_bool,
    "toString": text,
}
