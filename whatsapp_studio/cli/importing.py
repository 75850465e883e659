"""Decides how a file of contacts is imported from the command line, and the last import undone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

import click

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import FieldKind
from whatsapp_studio.base.i18n import number, tr
from whatsapp_studio.base.wording import explain
from whatsapp_studio.cli.shared import Context, Told, say

KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
_NAMED = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|"}


def take_in(
    obj: Context, studio: Studio, file: Path, maps: Mapping[str, str], kinds: Mapping[str, str], country: str,
    source: str, list_name: str, reading: Mapping[str, str], *, dry_run: bool,
) -> None:  # fmt: skip
    """Import FILE and answer with its counts. ``reading`` holds sheet, encoding and delimiter, empty for a guess."""
    from whatsapp_studio.audience.fields import chosen_mapping
    from whatsapp_studio.audience.importing import ImportPlan, ReadOptions

    delimiter = _NAMED.get(reading["delimiter"].lower(), reading["delimiter"])
    if len(delimiter) > 1:
        raise click.BadParameter(tr("It is one sign, or “tab”."), param_hint="--delimiter")
    if unknown := [kind for kind in kinds.values() if kind not in KINDS]:
        text = tr("“{kind}” is not a kind. Kinds are: {kinds}.", kind=unknown[0], kinds=", ".join(KINDS))
        raise click.BadParameter(text, param_hint="--kind")
    country = (country or studio.settings.default_country).upper()
    options = ReadOptions(encoding=reading["encoding"], delimiter=delimiter, sheet=reading["sheet"])
    preview = studio.contacts.preview(file, options, country=country)
    chosen = {column: cast(FieldKind, kinds.get(column, guess)) for column, guess in preview.kinds.items()}
    if missing := [column for column in kinds if column not in preview.columns]:
        text = explain("import-no-such-column", {"column": missing[0], "columns": ", ".join(preview.columns)}).text
        raise click.BadParameter(text, param_hint="--kind")
    plan = ImportPlan(
        mapping=chosen_mapping(preview.mapping, maps), country=country, consent_source=source,
        consent_at=studio.clock.now() if source else None, list_name=list_name, dry_run=dry_run,
        options=preview.options, new_kinds=chosen,
    )  # fmt: skip
    result = studio.contacts.import_file(file, plan, Told(tr("Contacts:")))
    for code, count in result.notes.items():
        say(tr("{n}×: {what}", n=number(count), what=explain(code).title))
    values = {
        "rows": result.rows, "added": result.added, "updated": result.updated, "duplicates": result.duplicates,
        "invalid": result.invalid, "errors_file": result.errors_file, "seconds": round(result.seconds, 3),
    }  # fmt: skip
    text = tr(
        "{rows} rows: {added} added, {updated} updated, {duplicates} duplicates, {invalid} not usable.",
        rows=number(result.rows), added=number(result.added), updated=number(result.updated),
        duplicates=number(result.duplicates), invalid=number(result.invalid),
    )  # fmt: skip
    if result.errors_file:
        text += "\n" + tr("The rows with a problem are in {file}.", file=result.errors_file)
    obj.answer(values, text)


def take_back(obj: Context, studio: Studio) -> None:
    """Undo the last import and answer with what came of it."""
    found = studio.contacts.undo_import(Told(tr("Contacts:")))
    values = {
        "file": found.record.file, "removed": found.removed, "restored": found.restored,
        "kept_written": found.kept_written, "kept_changed": found.kept_changed, "blocked": found.blocked,
    }  # fmt: skip
    text = tr(
        "{file}: {removed} contacts removed, {restored} as before.", file=found.record.file,
        removed=number(found.removed), restored=number(found.restored),
    )  # fmt: skip
    obj.answer(values, text)
