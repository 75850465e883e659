"""Decides how a journey is tried out on the command line: real messages to test contacts, told step by step."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import click

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.cli.events import pair
from whatsapp_studio.cli.journeys import journey, known_journey
from whatsapp_studio.cli.shared import DONE, FAILED, Context, exit_with, say
from whatsapp_studio.journeys.codec import SUFFIX
from whatsapp_studio.journeys.table import title_of
from whatsapp_studio.journeys.telling import why

# Most tests are over long before; whoever waits for replies gives more.
WITHIN = 600


@journey.command("test")
@click.argument("file")
@click.option("--contact", "who", metavar="PHONE", multiple=True, required=True, help="A contact marked for tests.")
@click.option("--entry", metavar="STEP", default="", help="The entry they come in by; without it the first.")
@click.option("--set", "sets", metavar="NAME=VALUE", multiple=True, help="A value that the event carries.")
@click.option("--within", type=click.IntRange(1), default=WITHIN, show_default=True, metavar="SECONDS",
              help="After so long the test is stopped.")  # fmt: skip
@click.option("--log", "log_file", type=click.Path(path_type=Path, dir_okay=False), help="Write the log here, too.")
@click.pass_obj
def journey_test(
    obj: Context, file: str, who: tuple[str, ...], entry: str, sets: tuple[str, ...], within: int,
    log_file: Path | None,
) -> None:  # fmt: skip
    """Let test contacts go through FILE: messages are really sent to them, and no wait lasts longer than 10 seconds."""
    event = dict(pair(one) for one in sets)
    with obj.studio() as studio:
        id = _brought_in(studio, Path(file)) if _is_file(file) else known_journey(studio, file)
        contacts = [studio.running.watch.contact(one) for one in who]
        studio.testing.start(id, contacts, entry=entry, event=event)
        over = _until(studio, id, within)
        if log_file is not None:
            studio.testing.export(id, log_file.absolute())
        found = studio.testing.log(id)
    ended = ntr("The test of {n} contact is over.", "The test of {n} contacts is over.", len(found["contacts"]))
    obj.answer(found, ended if over else tr("The test was stopped: it was not over in time."))
    exit_with(DONE if over else FAILED)


def _is_file(text: str) -> bool:
    return text.endswith(SUFFIX) or Path(text).is_file()


def _brought_in(studio: Studio, path: Path) -> str:
    """Make a file the draft of its journey; its id."""
    drawn = studio.journeys.read_file(path)
    if drawn.id in {one.id for one in studio.journeys.all()}:
        studio.journeys.save(drawn)
        return drawn.id
    return studio.journeys.import_file(path).id


def _until(studio: Studio, id: str, within: int) -> bool:
    """Run the engine and tell every step until nobody is inside; false when that was not so in time."""
    changed = threading.Event()
    unlisten = studio.listen(lambda changes: changed.set() if changes.runs else None)
    studio.engine.start(receiving=studio.settings.webhook_enabled)
    drawn, told, ends, held = studio.testing.journey_of(id), set[tuple[int, int]](), time.monotonic() + within, ""
    try:
        while True:
            over = not studio.testing.runs(id)
            for one in studio.testing.stories(id):
                for n, stay in enumerate(one.stays):
                    last = stay is one.stays[-1]
                    if (one.run, n) not in told and (not last or over):
                        told.add((one.run, n))
                        step = drawn.steps.get(stay.step)
                        said = " ".join(why(stay.reasons, one.zone, one.ending if last else ""))
                        say(f"  {title_of(step) if step else stay.step}: {said}")
            if over:
                return True
            if (reason := studio.engine.status().paused_reason) and reason != held:
                held = reason
                say(sentence(Problem(reason)))
            left = ends - time.monotonic()
            if left <= 0:
                return False
            changed.wait(min(1.0, left))
            changed.clear()
    finally:
        unlisten()
        studio.testing.stop(id)
        studio.engine.stop()
