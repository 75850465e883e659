"""Decides the manual page: what is always true is written here, the commands are read from the command line itself.

    python packaging/linux/manpage.py FILE VERSION DATE
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[2]

HEAD = """\
.TH WHATSAPP\\-STUDIO 1 "{date}" "WhatsApp Studio {version}" "User Commands"
.SH NAME
whatsapp\\-studio \\- design WhatsApp journeys and campaigns, and send them
.SH SYNOPSIS
.B whatsapp\\-studio
.RI [ options ]
.RI [ command
.RI [ arguments ]]
.SH DESCRIPTION
Draws journeys, makes campaigns, and sends both from this computer through Meta's Cloud API.
Without a command the window opens.
With a command the same work is done without a window, so that scripts can do it.
.PP
Everything is kept in a workspace: a folder with a database, settings, logs and exports.
Access tokens are kept in the keyring of the system and nowhere else.
"""

TAIL = """\
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Something failed; standard error says what.
.TP
.B 2
Wrong usage.
.TP
.B 3
Blocked by a check; the problems are listed.
.TP
.B 130
Interrupted.
.SH ENVIRONMENT
.TP
.B WHATSAPP_STUDIO_TOKEN
The access token for one run where the machine has no keyring. It is never stored.
.TP
.B WHATSAPP_STUDIO_GRAPH_URL
The address to use instead of Meta's, for a sandbox or another test server.
.SH FILES
.TP
.I ~/.local/share/WhatsApp Studio/workspace
The workspace that opens when none is named. Removing the program leaves it where it is.
.TP
.I *.wsjourney
A journey as a file, to give to others and to keep under version control.
.SH EXAMPLES
Try everything on made-up people, without an account:
.PP
.RS
.B whatsapp\\-studio \\-\\-workspace trial gui \\-\\-sample
.RE
.PP
Ask the checks about a journey:
.PP
.RS
.B whatsapp\\-studio journey check welcome.wsjourney
.RE
.PP
See what would come in from a file of contacts:
.PP
.RS
.B whatsapp\\-studio contacts import people.csv \\-\\-country NL \\-\\-dry\\-run
.RE
"""


def page(command: click.Command, version: str, date: str) -> str:
    """The whole page in the language of man: ``command`` is the top of the command line."""
    ctx = click.Context(command, info_name="whatsapp-studio")
    lines = [HEAD.format(version=_safe(version), date=date), ".SH OPTIONS\n", *_options(command), ".SH COMMANDS\n"]
    for path, one in commands(command, ctx):
        takes = " ".join(p.human_readable_name.upper() for p in one.params if isinstance(p, click.Argument))
        lines += [
            f".SS {_safe(path)} {_safe(takes)}".rstrip() + "\n",
            _line(inspect.cleandoc(one.help or "").replace("\b", "").replace("\n", " ")),
            *_options(one),
        ]
    return "".join([*lines, TAIL])


def commands(group: click.Command, ctx: click.Context, before: str = "") -> list[tuple[str, click.Command]]:
    """Every command that does something, with the words that call it."""
    found: list[tuple[str, click.Command]] = []
    if isinstance(group, click.Group):
        for name in group.list_commands(ctx):
            one = group.get_command(ctx, name)
            if one is None or one.hidden:
                continue
            path = f"{before} {name}".strip()
            found += commands(one, ctx, path) if isinstance(one, click.Group) else [(path, one)]
    return found


def _options(command: click.Command) -> list[str]:
    lines = []
    for one in command.params:
        if isinstance(one, click.Option) and not one.hidden:
            names = ", ".join([*one.opts, *one.secondary_opts])
            value = "" if one.is_flag else f" \\fI{_safe((one.metavar or one.type.name).upper())}\\fR"
            lines += [".TP\n", f"\\fB{_safe(names)}\\fR{value}\n", _line(one.help or _known(one))]
    return lines


def _known(option: click.Option) -> str:
    """What to say of an option that its maker left without words: its name says it."""
    name = (option.name or "").replace("_", " ")
    return f"The {name}." if not option.is_flag else f"With {name}."


def _line(text: str) -> str:
    safe = _safe(text)
    return ("\\&" if safe.startswith((".", "'")) else "") + safe + "\n"


def _safe(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")


def main(arguments: list[str]) -> int:
    """Write the page; gives the exit code."""
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    sys.path.insert(0, str(ROOT))
    from whatsapp_studio.cli.commands import studio_command

    Path(arguments[0]).write_text(page(studio_command, arguments[1], arguments[2]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
