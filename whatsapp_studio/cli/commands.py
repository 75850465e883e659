"""Decides the command line: its commands, their options and their JSON."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from whatsapp_studio.app import restore
from whatsapp_studio.base.i18n import LANGUAGES, number, tr
from whatsapp_studio.base.paths import default_workspace
from whatsapp_studio.cli import contacts as contact_commands
from whatsapp_studio.cli import events as _events  # noqa: F401 - its command is one of ``journey``
from whatsapp_studio.cli import lives as _lives  # noqa: F401 - its commands are those of ``journey``
from whatsapp_studio.cli import simulating as _simulating  # noqa: F401 - and so is this one
from whatsapp_studio.cli import testing as _testing  # noqa: F401
from whatsapp_studio.cli.audit import audit
from whatsapp_studio.cli.campaigns import campaign
from whatsapp_studio.cli.journeys import journey
from whatsapp_studio.cli.language import for_this_run
from whatsapp_studio.cli.rates import rates
from whatsapp_studio.cli.shared import DONE, FAILED, Context, exit_with, pairs, say
from whatsapp_studio.cli.templates import templates


class _Studio(click.Group):
    """A file in the place of a command is opened in the window: that is how desktops start programs."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if self.get_command(ctx, args[0]) is None and (Path(args[0]).suffix or Path(args[0]).exists()):
            return "gui", gui, args
        return super().resolve_command(ctx, args)


@click.group(cls=_Studio, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--workspace", type=click.Path(path_type=Path, file_okay=False), help="The workspace folder.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object on standard output.")
@click.option("--safe-mode", is_flag=True, help="Open the window without the engine, and as new.")
@click.option(
    "--language", type=click.Choice(tuple(LANGUAGES)), is_eager=True, expose_value=False, callback=for_this_run,
    help="The language of this run.",
)  # fmt: skip
@click.version_option(package_name="whatsapp-studio")
@click.pass_context
def studio_command(ctx: click.Context, workspace: Path | None, as_json: bool, safe_mode: bool) -> None:
    """Design and send WhatsApp campaigns through Meta's Cloud API. Without a command the window opens.

    Files in the place of a command are opened in it: journeys, or a table of contacts.
    """
    ctx.obj = Context(workspace or default_workspace(), as_json, safe_mode)
    if ctx.invoked_subcommand is None:
        ctx.invoke(gui)


studio_command.add_command(journey)
studio_command.add_command(templates)
studio_command.add_command(audit)
studio_command.add_command(campaign)
studio_command.add_command(rates)


@studio_command.command()
@click.option("--sample", is_flag=True, help="Open with sample data, connected to the built-in sandbox.")
@click.option("--safe-mode", is_flag=True, help="Without the engine, and as new.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def gui(obj: Context, sample: bool, safe_mode: bool, files: tuple[Path, ...]) -> None:
    """Open the window, with journeys or a table of contacts from FILES."""
    from whatsapp_studio.qt import application

    safe = safe_mode or obj.safe_mode
    exit_with(application.run(obj.workspace, sample=sample, safe=safe, files=files))


@studio_command.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("build/demo"), show_default=True)
@click.pass_obj
def demo(obj: Context, out: Path) -> None:
    """Play the whole road without a window: sandbox, contacts, campaign, report, screenshots."""
    from whatsapp_studio.cli.demo import play

    values = play(out.absolute(), say)
    obj.answer(values, str(values["text"]))
    exit_with(DONE if values["agrees"] else FAILED)


@studio_command.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def backup_command(obj: Context, file: Path) -> None:
    """Write the whole workspace, without secrets, to FILE."""
    with obj.studio(writes=False) as studio:
        size = studio.backup(file.absolute())
    obj.answer({"file": str(file), "bytes": size}, tr("Wrote {file} ({size} bytes).", file=file, size=number(size)))


@studio_command.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.pass_obj
def restore_command(obj: Context, file: Path) -> None:
    """Put a backup in the place of the workspace; the former database is set aside."""
    former = restore(file, obj.workspace)
    text = tr("Restored.") if former is None else tr("Restored. The former database is {path}.", path=former)
    obj.answer({"restored": str(file), "former": str(former) if former else None}, text)


@studio_command.command()
@click.pass_obj
def doctor(obj: Context) -> None:
    """Check connection, keyring, disk, clock and receiver, part by part."""
    with obj.studio(writes=False) as studio:
        findings = studio.doctor.examine()
    lines = [f"{'✓' if one.ok else '✗'} {one.part}: {one.text}" for one in findings]
    checks = [{"key": one.key, "part": one.part, "ok": one.ok, "text": one.text} for one in findings]
    obj.answer({"checks": checks}, "\n".join(lines))
    exit_with(DONE if all(one.ok for one in findings) else FAILED)


@studio_command.command("self-test")
@click.option("--quick", is_flag=True, help="Nothing is sent; the rest of the parts.")
@click.option("--no-window", is_flag=True, help="Without the window, for a machine that has none of its libraries.")
@click.option("--allow-no-keyring", is_flag=True, help="A machine without a keyring is as it should be.")
@click.option("--window-in", type=click.Path(path_type=Path, file_okay=False), hidden=True)
@click.pass_obj
def self_test(obj: Context, quick: bool, no_window: bool, allow_no_keyring: bool, window_in: Path | None) -> None:
    """Try every part of the program for real, on made-up data in a folder that is removed again."""
    from whatsapp_studio.cli.selftest import run as try_out

    try_out(obj, quick=quick, no_window=no_window, allow_no_keyring=allow_no_keyring, window_in=window_in)


@studio_command.command()
@click.option("--until-idle", is_flag=True, help="End when nothing is left to send.")
@click.pass_obj
def run(obj: Context, until_idle: bool) -> None:
    """The engine in the foreground: schedules, journeys, sender, webhook receiver.

    To watch a journey of weeks in minutes, give this and the sandbox a faster clock:
    WHATSAPP_STUDIO_CLOCK=2026-12-07T09:00+01:00@1000@1765094400 is a moment, a speed, and when (in seconds since 1970)
    that moment was shown.
    """
    from whatsapp_studio.cli.sending import watch_engine

    with obj.studio() as studio:
        watch_engine(obj, studio, until_idle)


@studio_command.group()
def webhook() -> None:
    """The webhook receiver."""


@webhook.command("receive")
@click.option("--port", type=click.IntRange(1, 65535))
@click.pass_obj
def webhook_receive(obj: Context, port: int | None) -> None:
    """Take in statuses and replies, and nothing else, until interrupted."""
    from whatsapp_studio.cli.sending import receive

    with obj.studio("receiver") as studio:
        receive(obj, studio, port)


class _SandboxCommand(click.Command):
    """Its help ends with the numbers that behave in a special way; the table is read only when asked for."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from whatsapp_studio.services.sandboxing import sandbox_guide

        formatter.write("\n" + sandbox_guide())


@studio_command.command(cls=_SandboxCommand)
@click.option("--port", type=int, default=0, show_default=True, help="0 takes a free one.")
@click.option("--seed", type=int, default=1, show_default=True)
@click.option("--latency-ms", type=click.IntRange(0), default=0, show_default=True)
@click.option("--webhook-url", default="", help="Where statuses and replies are posted.")
@click.option("--speed", type=float, default=1.0, show_default=True, help="How much faster people answer than in life.")
@click.option("--with-parent", is_flag=True, hidden=True)
def sandbox(port: int, seed: int, latency_ms: int, webhook_url: str, speed: float, with_parent: bool) -> None:
    """Run the look-alike of the Cloud API. The first line printed is JSON with its address and secrets."""
    from whatsapp_studio.services.sandboxing import run_sandbox

    run_sandbox(
        port=port, seed=seed, latency_ms=latency_ms, webhook_url=webhook_url, speed=speed, with_parent=with_parent
    )


@studio_command.command()
@click.option("--waba-id", required=True)
@click.option("--phone-number-id", required=True)
@click.option("--token-stdin", is_flag=True, required=True, help="Read the access token from standard input.")
@click.option("--app-secret-stdin", is_flag=True, help="Read the app secret from the next line of standard input.")
@click.pass_obj
def connect(obj: Context, waba_id: str, phone_number_id: str, token_stdin: bool, app_secret_stdin: bool) -> None:
    """Check a connection part by part and keep it, the token in the keyring."""
    from whatsapp_studio.services.connecting import Credentials

    token = sys.stdin.readline().strip()
    secret = sys.stdin.readline().strip() if app_secret_stdin else ""
    if not token:
        raise click.UsageError(tr("There was no token on standard input."))
    with obj.studio() as studio:
        credentials = Credentials(waba_id=waba_id, phone_number_id=phone_number_id)
        found = studio.connection.save(credentials, token, secret)
        stored = studio.connection.keyring_available()
    if not stored:
        say(tr("This machine has no keyring: set WHATSAPP_STUDIO_TOKEN for each run. The token was not stored."))
    sender = {
        "display_phone_number": found.display_phone_number, "verified_name": found.verified_name,
        "quality_rating": found.quality_rating, "throughput": found.throughput,
    }  # fmt: skip
    text = tr("Connected to {name}, {number}.", name=found.verified_name, number=found.display_phone_number)
    obj.answer({"sender": sender, "token_stored": stored}, text)


@studio_command.group()
def contacts() -> None:
    """The people of the workspace."""


for command in contact_commands.COMMANDS:
    contacts.add_command(command)


@contacts.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--map", "maps", multiple=True, metavar="COLUMN=FIELD")
@click.option("--country", default="", help="Country of numbers without +, such as NL.")
@click.option("--consent", default="", metavar="marketing=SOURCE", help="Everybody in the file agreed, and where.")
@click.option("--list", "list_name", default="", help="Put everybody in the file on this list.")
@click.option("--kind", "kinds", multiple=True, metavar="COLUMN=KIND", help="What a new field holds, such as date.")
@click.option("--sheet", default="", help="The sheet of a workbook; else the first that holds anything.")
@click.option("--encoding", default="", help="How letters are written, such as cp1252; else a guess.")
@click.option("--delimiter", default="", help="What columns are apart by, such as ; or tab; else a guess.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.pass_obj
def contacts_import(
    obj: Context, file: Path, maps: tuple[str, ...], country: str, consent: str, list_name: str,
    kinds: tuple[str, ...], sheet: str, encoding: str, delimiter: str, dry_run: bool,
) -> None:  # fmt: skip
    """Read people from FILE: CSV, Excel, OpenDocument or vCard."""
    from whatsapp_studio.cli.importing import take_in

    purpose, _, source = consent.partition("=")
    if consent and (purpose != "marketing" or not source.strip()):
        raise click.BadParameter(tr("Write it as marketing=SOURCE."), param_hint="--consent")
    reading = {"sheet": sheet, "encoding": encoding, "delimiter": delimiter}
    with obj.studio() as studio:
        take_in(
            obj, studio, file, pairs(maps, "--map"), pairs(kinds, "--kind"), country, source.strip(), list_name,
            reading, dry_run=dry_run,
        )  # fmt: skip


@contacts.command("undo-import")
@click.pass_obj
def contacts_undo_import(obj: Context) -> None:
    """Take the last import back: what it added is removed, what it changed is as before."""
    from whatsapp_studio.cli.importing import take_back

    with obj.studio() as studio:
        take_back(obj, studio)
