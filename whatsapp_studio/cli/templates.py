"""Decides the commands about templates: read, listed, written here, handed in, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import Blocked, UserError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.base.wording import sentence, state_word
from whatsapp_studio.cli.shared import DONE, FAILED, Context, Told, exit_with, problems_json


@click.group()
def templates() -> None:
    """The templates of the account, and those that are written here."""


@templates.command("sync")
@click.pass_obj
def templates_sync(obj: Context) -> None:
    """Fetch every template of the account."""
    with obj.studio() as studio:
        result = studio.templates.sync(Told(tr("Templates:")))
    text = ntr("{n} template.", "{n} templates.", result.synced)
    obj.answer({"synced": result.synced, "by_status": result.by_status}, text)


@templates.command("list")
@click.pass_obj
def templates_list(obj: Context) -> None:
    """List the stored templates."""
    with obj.studio(writes=False) as studio:
        found = studio.templates.all()
    rows = [{"name": t.name, "language": t.language, "category": t.category, "status": t.status} for t in found]
    obj.answer({"templates": rows}, "\n".join("\t".join(row.values()) for row in rows))


@templates.command("status")
@click.option("--language", default=None, help="Only this language.")
@click.argument("name", required=False)
@click.pass_obj
def templates_status(obj: Context, name: str | None, language: str | None) -> None:
    """What became of the templates, or of NAME, as last heard.

    JSON: {"templates": [{"name", "language", "status", "category", "quality", "since", "reason", "history": [{"at",
    "kind", "before", "after", "reason", "details", "source"}]}]}; the history only with NAME.
    """
    rows: list[dict[str, object]] = []
    with obj.studio(writes=False) as studio:
        for one in studio.templates.all():
            if name not in (None, one.name) or language not in (None, one.language):
                continue
            since = studio.templates.changed_at(one)
            row: dict[str, object] = {
                "name": one.name, "language": one.language, "status": one.status, "category": one.category,
                "quality": one.quality, "since": since.isoformat() if since else "", "reason": one.rejected_reason,
            }  # fmt: skip
            if name is not None:
                row["history"] = [
                    {"at": past.at.isoformat(), "kind": past.kind, "before": past.before, "after": past.after,
                     "reason": past.reason, "details": past.details, "source": past.source}
                    for past in studio.templates.history(one.name, one.language)
                ]  # fmt: skip
            rows.append(row)
    if name is not None and not rows:
        raise UserError("template-gone", template=name, language=language or "")
    lines = [f"{row['name']}\t{row['language']}\t{state_word(str(row['status']))}\t{row['since']}" for row in rows]
    obj.answer({"templates": rows}, "\n".join(lines))


@templates.command("draft")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_obj
def templates_draft(obj: Context, file: Path) -> None:
    """Keep FILE, a template as Meta's API takes it in JSON, as a draft.

    JSON: {"draft": {"name", "language", "state", "problem"}, "problems": [{"code", "where", "text", "severity"}]}.
    """
    from whatsapp_studio.templates.template import parse

    try:
        template = parse(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UserError("file-unreadable", path=str(file), details=str(error)) from error
    with obj.studio() as studio:
        draft = studio.writing.save(studio.writing.start(template.name, template.language).id, template)
        problems = studio.writing.problems(draft)
        row = _drafts(studio, [draft.id])[0]
    values = {"draft": row, "problems": problems_json(problems)}
    obj.answer(values, "\n".join([tr("Kept “{name}” as a draft.", name=draft.template.name), *map(sentence, problems)]))


@templates.command("drafts")
@click.pass_obj
def templates_drafts(obj: Context) -> None:
    """List the templates that are written here.

    JSON: {"drafts": [{"name", "language", "state", "problem", "not_before"}]}; the state is draft, queued, submitting
    or refused.
    """
    with obj.studio(writes=False) as studio:
        rows = _drafts(studio)
    obj.answer({"drafts": rows}, "\n".join("\t".join(row.values()) for row in rows))


@templates.command("submit")
@click.option("--language", default=None, help="Only this language; without it every language of the draft.")
@click.argument("name")
@click.pass_obj
def templates_submit(obj: Context, name: str, language: str | None) -> None:
    """Hand the draft NAME in to Meta, and wait for the answer.

    Without a connection to Meta it stays in the queue. JSON: {"submitted": [{"name", "language", "status"}], "waiting":
    [{"name", "language", "state", "problem", "not_before"}]}; exit 3 with {"problems"} where a rule stands against it,
    1 where Meta refused it or it waits.
    """
    with obj.studio() as studio:
        chosen = [
            one
            for one in studio.writing.drafts()
            if one.template.name == name and language in (None, one.template.language)
        ]
        if not chosen:
            raise UserError("template-draft-unknown")
        still = [one for one in chosen if one.state != "submitting"]
        wrong = tuple(
            problem for one in still for problem in studio.writing.problems(one) if problem.severity == "error"
        )
        if wrong:
            raise Blocked(wrong)
        for one in still:
            studio.writing.submit(one.id)
        studio.writing.submit_now(Told(tr("Templates:")))
        ids = [one.id for one in chosen]
        waiting = _drafts(studio, ids)
        left = {(row["name"], row["language"]) for row in waiting}
        taken = [
            {"name": found.name, "language": found.language, "status": found.status}
            for one in chosen
            if (one.template.name, one.template.language) not in left
            and (found := studio.templates.get(one.template.name, one.template.language)) is not None
        ]
    lines = [tr("“{name}” ({language}) was handed in.", name=row["name"], language=row["language"]) for row in taken]
    lines += [f"{row['name']}\t{row['language']}\t{row['state']}\t{row['problem']}" for row in waiting]
    obj.answer({"submitted": taken, "waiting": waiting}, "\n".join(lines))
    exit_with(FAILED if waiting else DONE)


def _drafts(studio: Studio, ids: Sequence[int] | None = None) -> list[dict[str, str]]:
    return [
        {
            "name": one.template.name, "language": one.template.language, "state": one.state,
            "problem": sentence(one.problem) if one.problem else "",
            "not_before": one.not_before.isoformat() if one.not_before else "",
        }
        for one in studio.writing.drafts()
        if ids is None or one.id in ids
    ]  # fmt: skip
