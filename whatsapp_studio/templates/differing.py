"""Decides what is different between two readings of the account's templates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from whatsapp_studio.templates.draft import Past, Source
from whatsapp_studio.templates.template import Template, content_hash


def changes(before: Template | None, after: Template | None, at: datetime, source: Source) -> Iterator[Past]:
    """What became of one template (a name in a language) between two readings; None is that it was not there."""
    known = after or before
    if known is None:
        return
    of = {"name": known.name, "language": known.language, "at": at, "source": source}
    if before is None or after is None:
        kind = "added" if before is None else "removed"
        old, new = before.status if before else "", after.status if after else ""
        yield Past(**of, meta_id=known.meta_id, kind=kind, before=old, after=new)  # type: ignore[arg-type]
        return
    pairs = (
        ("category", before.category, after.category, ""),
        ("correct-category", before.correct_category, after.correct_category, ""),
        ("quality", before.quality, after.quality, ""),
        ("content", content_hash(before)[:12], content_hash(after)[:12], ""),
        ("status", before.status, after.status, after.rejected_reason),
    )
    for kind, old, new, reason in pairs:
        if old != new:
            yield Past(**of, meta_id=after.meta_id, kind=kind, before=old, after=new, reason=reason)  # type: ignore[arg-type]
