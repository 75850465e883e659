"""Decides how a command is run, and how it ends: every trouble becomes a sentence and an exit code."""

from __future__ import annotations

import json

import click

from whatsapp_studio.base.errors import Blocked, StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.cli.commands import studio_command
from whatsapp_studio.cli.language import speak
from whatsapp_studio.cli.shared import BLOCKED, DONE, FAILED, INTERRUPTED, WRONG_USAGE, problems_json, say


def run(argv: list[str]) -> int:
    """Run the command of a command line; returns what to exit with."""
    speak(studio_command)
    try:
        # Outside its standalone mode click returns what a command exits with instead of raising it.
        ended: object = studio_command.main(args=argv, prog_name="whatsapp-studio", standalone_mode=False)
        return ended if isinstance(ended, int) else DONE
    except (click.Abort, KeyboardInterrupt):
        say(tr("Interrupted."))
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else FAILED
    except Blocked as error:
        for problem in error.problems:
            say(sentence(problem))
        _answer(argv, {"problems": problems_json(error.problems)})
        return BLOCKED
    except StudioError as error:
        say(sentence(error))
        _answer(argv, {"error": {"code": error.code, "text": sentence(error)}})
        return FAILED


def _answer(argv: list[str], values: dict[str, object]) -> None:
    """The one JSON object of a command that did not come to its own."""
    if "--json" in argv:
        click.echo(json.dumps(values, ensure_ascii=False))
