"""Decides what a list of contacts looks like as an example: the columns a template needs, with rows to write over."""

from __future__ import annotations

import csv
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from whatsapp_studio.audience.contact import STANDARD_FIELDS, CustomField, FieldKind
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.templates.expression import Expression, ExpressionError
from whatsapp_studio.templates.template import Template, places

# What somebody writes into a cell; a picture or a product is chosen in the campaign.
_WRITTEN = ("text", "code", "url", "time")
_ROWS = 3
_BY_KIND: dict[FieldKind, tuple[str, str, str]] = {
    "text": ("Delft", "Gent", ""), "number": ("12", "3", ""), "date": ("2026-11-22", "2026-12-01", ""),
    "datetime": ("2026-11-22 09:30", "2026-12-01 17:00", ""), "boolean": ("true", "false", ""),
    "list": ("a; b", "b", ""),
}  # fmt: skip


class Filled(Protocol):
    """What fills one place of a template."""

    @property
    def expression(self) -> str: ...


def sample_columns(
    template: Template | None = None, mapping: Mapping[str, Filled] | None = None, fields: Sequence[CustomField] = ()
) -> dict[str, tuple[str, ...]]:
    """The columns of an example, each with its values.

    Without a template it is every field of the workspace. ``mapping`` is what fills the places of ``template``: the
    fields it reads become columns. A place that nothing fills yet becomes a column of its own, by its name, with the
    example of the template.
    """
    columns: dict[str, tuple[str, ...]] = {
        tr("Phone number"): ("+31612345678", "+32470123456", "+4915112345678"),
        tr("First name"): ("Maria", "Jan", "Sofie"),
        tr("Last name"): ("de Vries", "Peeters", "Müller"),
        tr("Language"): ("nl", "nl", "de"),
        tr("Agreed to marketing"): (tr("yes"), tr("no"), ""),
        tr("Where they agreed"): (tr("Form on the website"), "", ""),
        tr("When they agreed"): ("2026-03-01", "", ""),
    }
    labels = {field.name: field.label for field in fields}
    if template is None:
        columns |= {field.label: _BY_KIND[field.kind] for field in fields if field.label not in columns}
    for place in places(template) if template is not None else ():
        filled = (mapping or {}).get(place.name)
        wanted = _fields(filled.expression) if filled is not None and filled.expression else {_own(place.name)}
        if place.kind in _WRITTEN:
            for name in sorted(wanted - set(STANDARD_FIELDS)):
                columns.setdefault(labels.get(name, _label(name)), (place.sample or tr("example"),) * _ROWS)
    return columns


def write_sample(path: Path, columns: Mapping[str, Sequence[str]]) -> None:
    """Write an example as CSV that spreadsheets open as it is. Raises WorldError where it cannot be written."""
    waiting = path.with_name(path.name + ".part")
    try:
        # The BOM makes spreadsheets read it as UTF-8.
        with waiting.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(columns)
            writer.writerows(zip(*columns.values(), strict=True))
        os.replace(waiting, path)
    except OSError as error:
        waiting.unlink(missing_ok=True)
        raise WorldError("sample-not-written", folder=str(path.parent), details=error.strerror or "") from error


def _fields(expression: str) -> set[str]:
    """The fields of a contact an expression reads; none where it cannot be read."""
    try:
        return set(Expression(expression).fields or ())
    except ExpressionError:
        return set()


def _own(place: str) -> str:
    """A name for what fills a place: that of its variable, or which one it is where it only has a number."""
    variable = place.rpartition(".")[2]
    return f"value_{variable}" if variable.isdigit() else variable


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
