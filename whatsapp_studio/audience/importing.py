"""Decides what an import is asked, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import msgspec

from whatsapp_studio.audience.contact import FieldKind

PREVIEW_ROWS = 100


class ReadOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a file is read. An empty value (``None`` for the header, 0 for the row) asks for a guess.

    ``first_row`` is the line of the file, or the row of the sheet, at which the table begins.
    """

    encoding: str = ""
    delimiter: str = ""
    has_header: bool | None = None
    sheet: str = ""
    first_row: int = 0


class ImportPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What an import is to do.

    ``mapping`` goes from column to target: one of ``fields.TARGETS``, the name of a custom field, or
    ``new:<label>``; columns left out or mapped to "" are not read; without any mapping the suggested one is
    used. ``new_kinds`` gives the kind of new fields by column; a field is text where none is given, and where
    a value of the column is not of that kind. ``country`` is meant
    for numbers without "+". Without ``consent_source`` nobody becomes reachable for marketing, unless a column
    gives a source for each row. ``consent_at`` is when consent was given; the time of the import if None;
    ``consent_wording`` is the text they agreed to.
    """

    mapping: Mapping[str, str] = {}
    country: str = ""
    consent_source: str = ""
    consent_at: datetime | None = None
    consent_wording: str = ""
    list_name: str = ""
    on_duplicate: Literal["update", "keep"] = "update"
    dry_run: bool = False
    options: ReadOptions = ReadOptions()
    is_sample: bool = False
    new_kinds: Mapping[str, FieldKind] = {}


class ImportPreview(msgspec.Struct, frozen=True, kw_only=True):
    """The first rows of a file as an import would read them.

    ``options`` are those in use and ``options_guessed`` names the ones that are guesses; ``phones`` holds for
    each row its E.164 number or the code of what is wrong with it; ``total_rows`` is an estimate; ``notes`` counts
    what was left out of these rows, by code.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    mapping: Mapping[str, str]
    kinds: Mapping[str, FieldKind]
    options: ReadOptions
    options_guessed: tuple[str, ...]
    phones: tuple[tuple[str | None, str | None], ...]
    total_rows: int | None
    sheets: tuple[str, ...] = ()
    notes: Mapping[str, int] = {}


class ImportResult(msgspec.Struct, frozen=True, kw_only=True):
    """What an import did: ``rows == added + updated + duplicates + invalid``, always.

    ``duplicates`` are later rows of a number already seen in the file, and with ``keep`` also numbers already
    in the workspace. ``errors_file`` holds the invalid rows and ``duplicates_file`` the repeated ones, each with
    its line and a reason. ``notes`` counts, by code, cells that were left empty because nobody could
    read them, and numbers that were mended.
    """

    rows: int
    added: int
    updated: int
    duplicates: int
    invalid: int
    errors_file: str | None
    seconds: float
    list_id: int | None = None
    duplicates_file: str | None = None
    notes: Mapping[str, int] = {}
    dry_run: bool = False
