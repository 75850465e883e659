"""Decides how a command line ends: every trouble becomes a sentence and an exit code."""

from __future__ import annotations

import json
import sys

import click

from whatsapp_studio.base.errors import Blocked, Problem, StudioError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.wording import sentence
from whatsapp_studio.cli.commands import studio_command
from whatsapp_studio.cli.shared import BLOCKED, DONE, FAILED, INTERRUPTED, WRONG_USAGE, say


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns what to exit with."""
    try:
        studio_command.main(args=argv, prog_name="whatsapp-studio", standalone_mode=False)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (click.Abort, KeyboardInterrupt):
        say(tr("Interrupted."))
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return WRONG_USAGE
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else FAILED
    except Blocked as error:
        _blocked(error, argv if argv is not None else sys.argv[1:])
        return BLOCKED
    except StudioError as error:
        say(sentence(error))
        return FAILED
    return DONE


def _blocked(error: Blocked, argv: list[str]) -> None:
    for problem in error.problems:
        say(sentence(problem))
    if "--json" in argv:
        click.echo(json.dumps({"problems": problems_json(error.problems)}, ensure_ascii=False))


def problems_json(problems: tuple[Problem, ...]) -> list[dict[str, object]]:
    """Problems as JSON: code, place, sentence."""
    return [{"code": p.code, "where": p.where, "text": sentence(p), "severity": p.severity} for p in problems]
