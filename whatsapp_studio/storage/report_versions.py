"""Decides which version of which template, in which language, the rows of a campaign got: by what was frozen for it."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from whatsapp_studio.storage.db import Store
from whatsapp_studio.templates.template import content_hash, parse

_IDS = "(SELECT value FROM json_each(?))"


class VersionStore:
    """Reads the frozen templates of campaigns."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def reader(self, ids: Sequence[str]) -> Callable[[str, str, str], tuple[str, str]]:
        """What says, for a campaign, treatment and language as a row has them, the language and the version.

        The language is Meta's code; a version is its template's name, that code and the hash of what it says.
        """
        known = self._frozen(ids)

        def read(campaign: str, treatment: str, language: str) -> tuple[str, str]:
            for key in ((campaign, treatment, language), (campaign, "", language), (campaign, treatment, "")):
                if key in known:
                    break
            own, version = known.get(key) or known.get((campaign, "", "")) or ("", "")
            return language or own, version

        return read

    def of(self, ids: Sequence[str], key: str, *, language: bool = False) -> tuple[tuple[str, str, str], ...]:
        """The (campaign, treatment, language) of rows that have the version, or the language, ``key``."""
        read = self.reader(ids)
        with_rows = self._store.rows(
            f"SELECT DISTINCT campaign_id, treatment, language FROM outbox WHERE campaign_id IN {_IDS}",
            (json.dumps(list(ids)),),
        )
        found = [(row["campaign_id"], row["treatment"], row["language"]) for row in with_rows]
        return tuple(one for one in found if read(*one)[0 if language else 1] == key)

    def _frozen(self, ids: Sequence[str]) -> dict[tuple[str, str, str], tuple[str, str]]:
        asked = (json.dumps(list(ids)),)
        rows = self._store.rows(
            f"SELECT id, '' AS treatment, '' AS language, template_raw AS raw FROM campaigns WHERE id IN {_IDS}", asked
        )
        rows += self._store.rows(
            "SELECT campaign_id AS id, treatment, language, raw FROM campaign_translations"
            f" WHERE campaign_id IN {_IDS}",
            asked,
        )
        found: dict[tuple[str, str, str], tuple[str, str]] = {}
        for row in rows:
            if row["raw"]:
                template = parse(row["raw"])
                version = f"{template.name} {template.language} {content_hash(template)[:8]}"
                found[row["id"], row["treatment"], row["language"]] = (template.language, version)
        return found
