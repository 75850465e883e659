"""Decides how the program tries itself out on the command line, and says part by part what works on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.importing import ImportPlan
from whatsapp_studio.base.errors import Blocked
from whatsapp_studio.base.i18n import ENVIRONMENT as LANGUAGE
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.local import decimal
from whatsapp_studio.base.paths import program
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.draft import Mapping as Filled
from whatsapp_studio.cli.shared import DONE, FAILED, Context, exit_with, say
from whatsapp_studio.services import selftest
from whatsapp_studio.services.sandboxing import NO_CONSOLE
from whatsapp_studio.services.selftest import NotWellError, Part, Trial
from whatsapp_studio.templates.template import content_hash

# Spaces, accents and letters of others: a folder that a program may well find itself in.
ROOM = "prova è – テスト"
_PEOPLE = 12
_SPEED = 200.0
_LONGEST = 90.0
_WINDOW_WITHIN = 180.0
# What Qt says before it gives up is in the last of what was written.
_LAST_WORDS = 600


def run(obj: Context, *, quick: bool, no_window: bool, allow_no_keyring: bool, window_in: Path | None) -> None:
    """Try the parts one by one, tell each, and end the command; with ``window_in`` only the window, in this process."""
    if window_in is not None:
        _window_here(obj, window_in)
    # What stands there for real work, such as an address or a token, is not for this.
    for name in [name for name in os.environ if name.startswith("WHATSAPP_STUDIO_") and name != LANGUAGE]:
        del os.environ[name]
    trials: dict[str, Trial] = {
        "resources": selftest.resources,
        "migrations": selftest.migrations,
        "keyring": partial(selftest.keyring, allow_none=allow_no_keyring),
        "libraries": selftest.libraries,
    }
    if not quick:
        trials["campaign"] = campaign
    if not no_window:
        trials["window"] = window
    parts = []
    with tempfile.TemporaryDirectory(prefix="whatsapp-studio-", ignore_cleanup_errors=True) as folder:
        for name, trial in trials.items():
            parts.append(selftest.try_part(name, trial, Path(folder) / ROOM))
            say(_line(parts[-1]))
    well = all(part.ok for part in parts)
    told = [{"part": one.part, "ok": one.ok, "said": one.said, "seconds": one.seconds} for one in parts]
    text = tr("Everything works.") if well else tr("Something does not work: see the lines marked with ✗.")
    obj.answer({"ok": well, "parts": told}, text)
    exit_with(DONE if well else FAILED)


def _line(part: Part) -> str:
    mark = "✓" if part.ok else "✗"
    return f"{mark} {tr(selftest.NAMES[part.part])} ({decimal(part.seconds)} s): {part.said}"


def campaign(room: Path) -> str:
    """A small campaign to the sandbox, which is a child of this program: each gets one message, and says so."""
    people = room / "contacts.csv"
    people.write_text(
        "phone,first name,language\n" + "".join(f"+3161200{n:04},Zoë {n},nl\n" for n in range(_PEOPLE)),
        encoding="utf-8",
    )
    studio = Studio.open(room / "workspace")
    try:
        studio.engine.start(port=0)
        studio.sample.connect(speed=_SPEED)
        preview = studio.contacts.preview(people, country="NL")
        studio.contacts.import_file(people, ImportPlan(
            mapping=preview.mapping, country="NL", consent_source="self-test", consent_at=studio.clock.now(),
            options=preview.options, new_kinds=preview.kinds,
        ))  # fmt: skip
        return _sent(studio)
    finally:
        studio.close()


def _sent(studio: Studio) -> str:
    account, template = studio.connection.current(), studio.templates.get("spring_offer", "nl")
    if account is None or template is None:
        raise NotWellError(tr("The sandbox gave no templates."))
    draft = Draft(
        name="self-test", sender=account.phone_number_id, template=template.name, language=template.language,
        template_hash=content_hash(template), rate=80, step="review",
        mapping={"body.first_name": Filled(expression="{{ contact.first_name }}", fallback="fietser")},
    )  # fmt: skip
    made = studio.campaigns.create(draft)
    review = studio.campaigns.review(draft)
    if review.problems:
        raise Blocked(review.problems)
    studio.campaigns.launch(made.id, typed_count=review.count.reachable, hold_seconds=0)
    changed = threading.Event()
    stop = studio.listen(lambda _: changed.set())
    ends = time.monotonic() + _LONGEST
    try:
        while True:
            counts = studio.reports.report(made.id).counts
            if counts.done == counts.delivered + counts.read + counts.failed == _PEOPLE:
                break
            if time.monotonic() > ends:
                raise NotWellError(
                    tr("Only {n} of {all} messages arrived in time.", n=number(counts.delivered + counts.read),
                       all=number(_PEOPLE))
                )  # fmt: skip
            changed.wait(0.5)
            changed.clear()
    finally:
        stop()
    seen = _counted_by_sandbox(studio)
    if (seen["accepted"], seen["recipients"], seen["duplicates"]) != (_PEOPLE, _PEOPLE, 0):
        raise NotWellError(tr("The sandbox counted differently: {counted}", counted=json.dumps(seen)))
    return tr(
        "{n} messages were sent to the sandbox and arrived, each once; the sandbox counted the same.",
        n=number(_PEOPLE),
    )


def _counted_by_sandbox(studio: Studio) -> Mapping[str, int]:
    import httpx

    if studio.sandbox.info is None:
        raise NotWellError(tr("The sandbox has ended by itself."))
    found: dict[str, int] = httpx.get(f"{studio.sandbox.info.url}/sandbox/stats", timeout=10).json()
    return found


def window(room: Path) -> str:
    """The window in a child of this program, for Qt ends the whole program where it cannot go on."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not any(
        environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [*program(), "--json", "self-test", "--window-in", str(room)]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", errors="replace", check=False,
            timeout=_WINDOW_WITHIN, stdin=subprocess.DEVNULL, creationflags=NO_CONSOLE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise NotWellError(tr("The window did not come to an end in time.")) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        last = " ".join(done.stderr.split())[-_LAST_WORDS:]
        raise NotWellError(
            tr("The window ended the program (exit code {code}): {details}", code=done.returncode, details=last)
        ) from None
    if not answer["ok"]:
        raise NotWellError(answer["said"])
    return str(answer["said"])


def _window_here(obj: Context, room: Path) -> None:
    from whatsapp_studio.qt import application

    part = selftest.try_part("window", application.try_out, room)
    obj.answer({"ok": part.ok, "said": part.said}, part.said)
    exit_with(DONE if part.ok else FAILED)
