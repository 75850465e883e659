"""Decides that no token and no phone number ever reaches the log file, whatever way it comes."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.base.log import hide, log_to, stop_logging

TOKEN = "EAAGm0PX4ZCpsBO7Yk9token-of_the_day"
DIGITS = "31612345678"
log = logging.getLogger("whatsapp_studio.tests.log")


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    handler = log_to(tmp_path)
    yield tmp_path / "studio.log"
    stop_logging(handler)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def clean(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    assert TOKEN not in text
    assert "token-of_the_day" not in text
    assert DIGITS not in text
    return text


@pytest.mark.parametrize(
    "text",
    [
        f"sent to +{DIGITS}", f"sent to +{DIGITS}.", f"sent to {DIGITS}, and on", f"(+{DIGITS})", f"'{DIGITS}'",
        f"to={DIGITS}&x=1", f"https://x/?to=%2B{DIGITS}", f"https://x/?to=%2b{DIGITS}", f"https://x/{DIGITS}/messages",
        f"{{'to': '{DIGITS}'}}", f'{{"wa_id":"{DIGITS}"}}', f"a\n{DIGITS}", f"{['a' + chr(10) + DIGITS]!r}",
        f"contact_{DIGITS}", f"tel:{DIGITS}", f"number {DIGITS}!", f"phone.{DIGITS}",
        f"Bearer {TOKEN}", f"bearer {TOKEN}", f"token {TOKEN}", f"https://x/?access_token={TOKEN}&a=1",
    ],
)  # fmt: skip
def test_a_secret_is_hidden_wherever_it_stands(text: str) -> None:
    shown = hide(text)

    assert DIGITS not in shown
    assert TOKEN not in shown
    assert "[" in shown


@pytest.mark.parametrize(
    "text",
    [
        "access_token=s3cret", "x?input_token=s3cret&y", "hub.verify_token=s3cret", "appsecret_proof=s3cret",
        '{"access_token": "s3cret"}', "{'app_secret': 's3cret'}", 'client_secret="s3cret"',
        "Authorization: Bearer s3cret",
    ],
)  # fmt: skip
def test_a_secret_with_a_name_is_hidden_whatever_it_looks_like(text: str) -> None:
    assert "s3cret" not in hide(text)


@pytest.mark.parametrize("number", ["+31 6 1234 5678", "+31 6 12345678", "+1 (415) 555-0100", "+49-151-1234567"])
def test_a_number_written_for_people_is_hidden(number: str) -> None:
    assert hide(f"wrote to {number} today") == "wrote to [number] today"


def test_a_message_id_holds_a_number_and_is_hidden() -> None:
    assert hide("settled wamid.HBgLMzE2MTIzNDU2NzgVAgARGBI= late") == "settled [message] late"


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-03T09:00:00.000000Z", "took 0.123456789012 s", "1234567890.12 seconds", "error 131026 of 4 tries",
        "v25.0", "port 8765", "12 of 4812", "a1b2c3d4e5f6 done", "+5 more, -3 fewer",
    ],
)  # fmt: skip
def test_what_helps_to_find_trouble_stays(text: str) -> None:
    assert hide(text) == text


@given(st.from_regex(r"\+[1-9][0-9]{8,13}", fullmatch=True), st.sampled_from(list(" \t\n,;:'\"()[]{}<>/=&?!|-")))
def test_any_number_between_any_marks_is_hidden(number: str, mark: str) -> None:
    assert number.lstrip("+") not in hide(f"a{mark}{number}{mark}b")


def test_messages_arguments_and_extras_are_searched(written: Path) -> None:
    log.info("sent to %s with %s", f"+{DIGITS}", TOKEN)
    log.info("extras", extra={"to": DIGITS, "access_token": "anything", "n": int(DIGITS), "who": [f"+{DIGITS}"]})
    log.info(
        "more", extra={"_hidden": DIGITS, "nested": {"token": TOKEN}, "campaign": "Spring", "count": 4812, DIGITS: 1}
    )

    clean(written)
    found = lines(written)
    assert found[1]["to"] == found[1]["access_token"] == "[hidden]"
    assert (found[2]["campaign"], found[2]["count"]) == ("Spring", 4812)
    assert found[0]["level"] == "info"
    assert found[0]["logger"] == "whatsapp_studio.tests.log"


def test_tracebacks_are_searched_too(written: Path, expect_logs: object) -> None:
    expect_logs("sending raised")  # type: ignore[operator]
    try:
        try:
            raise ValueError(f"no answer for +{DIGITS}.\n{DIGITS}")
        except ValueError as error:
            raise RuntimeError(f"https://graph.example/me?access_token={TOKEN}") from error
    except RuntimeError:
        log.exception("sending raised")

    text = clean(written)
    assert "RuntimeError" in text
    assert "test_log.py" in text
    assert len(lines(written)) == 1


def test_what_http_says_is_searched_and_its_chatter_left_out(written: Path, expect_logs: object) -> None:
    expect_logs("retry")  # type: ignore[operator]
    logging.getLogger("httpx").info("HTTP Request: POST https://graph.example/%s", DIGITS)
    logging.getLogger("httpx").warning("retry https://graph.example/?access_token=%s", TOKEN)

    clean(written)
    assert len(lines(written)) == 1


def test_the_log_begins_anew_before_it_is_large(tmp_path: Path) -> None:
    handler = log_to(tmp_path)
    assert isinstance(handler, logging.handlers.RotatingFileHandler)
    handler.maxBytes = 2000
    for n in range(100):
        log.info("line %s", n)
    stop_logging(handler)

    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["studio.log", *(f"studio.log.{n}" for n in range(1, 5))]
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())


def test_after_the_end_nothing_is_written(tmp_path: Path) -> None:
    handler = log_to(tmp_path)
    log.info("one")
    stop_logging(handler)
    log.info("two")

    assert len(lines(tmp_path / "studio.log")) == 1
    assert not any(
        handler in logging.getLogger(name).handlers for name in ("whatsapp_studio", "httpx", "httpcore", "uvicorn")
    )
