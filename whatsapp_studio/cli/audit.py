"""Decides how the audit log is read on the command line, and taken along as a file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from whatsapp_studio.base import words_audit
from whatsapp_studio.base.audit import KINDS, AuditEntry, AuditFilter
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.local import day_and_clock
from whatsapp_studio.cli.shared import Context, Told

_MOMENTS = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S")


@click.command("audit")
@click.option("--since", type=click.DateTime(_MOMENTS), help="From this day or moment on, by this computer's clock.")
@click.option("--kind", "kinds", type=click.Choice(KINDS), multiple=True, help="Only what was done to this kind.")
@click.option("--text", default="", help="Only lines with this text.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=100, help="How many lines at most.")
@click.option("--export", "file", type=click.Path(path_type=Path, dir_okay=False), help="Write all of them to a file.")
@click.pass_obj
def audit(
    obj: Context, since: datetime | None, kinds: tuple[str, ...], text: str, limit: int, file: Path | None
) -> None:
    """Tell what was done in the workspace, the newest first."""
    wanted = AuditFilter(kinds=kinds, text=text, since=since.astimezone() if since else None)
    with obj.studio(writes=False) as studio:
        if file is not None:
            rows = studio.audit.export(file.absolute(), wanted, Told(tr("Audit log")))
            said = ntr("{n} line was written to {file}.", "{n} lines were written to {file}.", rows, file=file)
            obj.answer({"file": str(file), "lines": rows}, said)
            return
        ids = studio.audit.ids(wanted)
        shown = studio.audit.get_many(ids[:limit])
    said = "\n".join(_line(one) for one in shown) or ntr("{n} line", "{n} lines", 0)
    obj.answer({"lines": len(ids), "entries": [_told(one) for one in shown]}, said)


def _line(entry: AuditEntry) -> str:
    what = entry.name or entry.object
    return "  ".join((day_and_clock(entry.at), words_audit.action(entry.action), what)).rstrip()


def _told(entry: AuditEntry) -> dict[str, object]:
    return {
        "time": iso(entry.at), "action": entry.action, "kind": entry.kind, "object": entry.object, "name": entry.name,
        "before": entry.before, "after": entry.after,
    }  # fmt: skip
