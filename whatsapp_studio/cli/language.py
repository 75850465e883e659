"""Decides in which language a command line speaks: what every command and option says of itself, too."""

from __future__ import annotations

import os
from inspect import cleandoc

import click

from whatsapp_studio.base.i18n import ENVIRONMENT, chosen, tr, use_language

# What commands and options said in the code, by the thing itself: a second change starts from there again.
_written: dict[int, str] = {}


def speak(root: click.Command, setting: str = "system") -> None:
    """Use the language of ``setting``, or the one this run was told, for everything below ``root``."""
    use_language(chosen(setting))
    _reword(root)


def for_this_run(ctx: click.Context, _option: click.Parameter, language: str | None) -> str | None:
    """Have the language of the option ``--language`` also for what comes after it on the line."""
    if language:
        # Programs started by this one speak it, too.
        os.environ[ENVIRONMENT] = language
        speak(ctx.command)
    return language


def _reword(command: click.Command) -> None:
    _say(command)
    for option in command.params:
        if isinstance(option, click.Option):
            _say(option)
    if isinstance(command, click.Group):
        for one in command.commands.values():
            _reword(one)


def _say(one: click.Command | click.Option) -> None:
    written = _written.setdefault(id(one), cleandoc(one.help or ""))
    if written:
        one.help = tr(written)
