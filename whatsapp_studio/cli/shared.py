"""Decides what every command has in common: its workspace, how it answers, and its exit codes."""

from __future__ import annotations

import json
import signal
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from whatsapp_studio.app import Role, Studio
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import chosen, number, tr, use_language
from whatsapp_studio.base.progress import Progress
from whatsapp_studio.base.wording import sentence

DONE, FAILED, WRONG_USAGE, BLOCKED, INTERRUPTED = 0, 1, 2, 3, 130


class Context:
    """What every command is given: the workspace folder, and how to answer."""

    def __init__(self, workspace: Path, as_json: bool, safe_mode: bool = False) -> None:
        self.workspace, self.as_json, self.safe_mode = workspace, as_json, safe_mode

    @contextmanager
    def studio(self, role: Role = "studio", *, writes: bool = True) -> Iterator[Studio]:
        """The workspace opened for one command; commands that write refuse when another program has it."""
        with _ended_gently():
            studio = Studio.open(self.workspace, role=role)
            use_language(chosen(studio.settings.language))
            try:
                if writes:
                    studio.must_write()
                if role != "teller":
                    ask_for_token(studio)
                yield studio
            finally:
                studio.close()

    def answer(self, values: Mapping[str, object], text: str) -> None:
        """The result: one JSON object, or text for a person."""
        click.echo(json.dumps(values, ensure_ascii=False) if self.as_json else text)


@contextmanager
def _ended_gently() -> Iterator[None]:
    """To be told to end, or to lose the terminal, is as Ctrl+C: what is in flight lands, and nothing is in doubt."""
    caught: list[int] = []
    if threading.current_thread() is threading.main_thread():
        for name in ("SIGTERM", "SIGHUP"):
            found = getattr(signal, name, None)  # Windows has no SIGHUP
            if found is not None and signal.getsignal(found) is signal.SIG_DFL:
                signal.signal(found, signal.default_int_handler)
                caught.append(found)
    try:
        yield
    finally:
        for found in caught:
            signal.signal(found, signal.SIG_DFL)


def say(text: str) -> None:
    """Progress and messages, on standard error."""
    click.echo(text, err=True)


def ask_for_token(studio: Studio) -> None:
    """Without a keyring the token is asked for at each start, where somebody can be asked."""
    if studio.connection.current() is None or not sys.stdin.isatty() or studio.read_only:
        return
    if studio.connection.token_state() == "missing":
        token = click.prompt(tr("Access token (not stored on this machine)"), hide_input=True, default="", err=True)
        if token:
            studio.connection.give_token(token.strip())


class Told(Progress):
    """Progress as a line on standard error, at most twice a second."""

    def __init__(self, what: str) -> None:
        self._what, self._last = what, 0.0

    def report(self, done: int, total: int | None = None) -> None:
        if time.monotonic() - self._last > 0.5:
            self._last = time.monotonic()
            of = tr(" of {total}", total=number(total)) if total else ""
            say(f"{self._what} {number(done)}{of}")

    def cancelled(self) -> bool:
        return False


def exit_with(code: int) -> NoReturn:
    """End the command with a code, closing everything on the way."""
    raise click.exceptions.Exit(code)

def pairs(texts: tuple[str, ...], option: str) -> dict[str, str]:
    """What was given as NAME=VALUE, by name."""
    found = {}
    for text in texts:
        left, equals, right = text.partition("=")
        if not equals or not left.strip():
            raise click.BadParameter(tr("Write {text} as NAME=VALUE.", text=text), param_hint=option)
        found[left.strip()] = right.strip()
    return found


def problems_json(problems: tuple[Problem, ...]) -> list[dict[str, object]]:
    """Problems as JSON: code, place, sentence."""
    return [{"code": p.code, "where": p.where, "text": sentence(p), "severity": p.severity} for p in problems]
