"""Decides how Meta is asked about templates: listed, created, changed, deleted, with samples, and their figures."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from whatsapp_studio.base.errors import StudioError, UserError, WorldError
from whatsapp_studio.cloudapi.wire import Json

PAGE = 100
# Template analytics page: at most ten templates in one call.
MOST_IN_FIGURES = 10
_FIELDS = (
    "id,name,language,status,category,previous_category,correct_category,parameter_format,components,rejected_reason,"
    "quality_score,message_send_ttl_seconds"
)
_RESTARTS = 3
_MOST_PAGES = 1_000
_METRICS = '["SENT","DELIVERED","READ","CLICKED","COST"]'


class TemplateCalls:
    """The calls of one business account that are about templates; raises ``WorldError`` and ``UserError``."""

    _waba: str

    async def _call(
        self, method: str, path: str, *, more_headers: Mapping[str, str] | None = None, **request: Any
    ) -> Json:
        raise NotImplementedError

    async def _get(self, path: str, params: Mapping[str, str]) -> Json:
        return await self._call("GET", path, params=params)

    async def templates(self, name: str = "") -> AsyncIterator[Json]:
        """Every template of the account, page by page; those whose name holds ``name`` where one is given.

        A paging cursor that Meta forgot starts the reading anew; no template comes twice. Addresses of further
        pages are not followed, only their cursors are used: the token goes nowhere else.
        """
        seen: set[object] = set()
        after, restarts = "", 0
        for _ in range(_MOST_PAGES):
            params = {"fields": _FIELDS, "limit": str(PAGE)} | ({"name": name} if name else {})
            try:
                page = await self._get(f"{self._waba}/message_templates", params | ({"after": after} if after else {}))
            except StudioError as error:
                if error.code != "meta-131059" or restarts == _RESTARTS:
                    raise
                after, restarts = "", restarts + 1
                continue
            for template in page.get("data") or ():
                if isinstance(template, dict):
                    mark = template.get("id") or (template.get("name"), template.get("language"))
                    if mark not in seen:
                        seen.add(mark)
                        yield template
            following = next_cursor(page.get("paging"))
            if not following or following == after:
                return
            after = following
        raise WorldError("meta-unclear", details="too many pages")

    async def create_template(self, template: Json) -> Json:
        """Hand a template in for review; Meta's id, status and category come back."""
        return await self._call("POST", f"{self._waba}/message_templates", json=template)

    async def edit_template(self, meta_id: str, template: Json) -> Json:
        """Replace the components of a template, its category or its lifetime; it is reviewed again."""
        return await self._call("POST", meta_id, json=template)

    async def delete_template(self, name: str, meta_id: str = "") -> None:
        """Delete a template: in every language, or only the one with ``meta_id``."""
        params = {"name": name} | ({"hsm_id": meta_id} if meta_id else {})
        await self._call("DELETE", f"{self._waba}/message_templates", params=params)

    # -- samples: the resumable upload (Graph API guide "Resumable Upload API") ----------------------

    async def begin_sample(self, name: str, size: int, mime: str, app_id: str) -> str:
        """Announce a file of ``size`` bytes; returns the id of the upload."""
        params = {"file_name": name, "file_length": str(size), "file_type": mime}
        found = (await self._call("POST", f"{app_id}/uploads", params=params)).get("id")
        if not isinstance(found, str) or not found.startswith("upload:"):
            raise WorldError("meta-unclear", details="no upload id")
        return found

    async def sample_offset(self, upload: str) -> int:
        """How many bytes of an upload Meta has."""
        found = (await self._call("GET", upload, more_headers=self._upload_headers())).get("file_offset")
        return found if isinstance(found, int) else 0

    async def send_sample(self, upload: str, path: Path, offset: int = 0) -> str:
        """Send the bytes of a file from ``offset`` on; returns the handle that a template names it by."""
        try:
            content = await asyncio.to_thread(_from, path, offset)
        except OSError as error:
            raise UserError("file-unreadable", path=str(path), details=error.strerror or "") from error
        headers = {**self._upload_headers(), "file_offset": str(offset), "content-type": "application/octet-stream"}
        found = (await self._call("POST", upload, more_headers=headers, content=content)).get("h")
        if not isinstance(found, str) or not found:
            raise WorldError("meta-unclear", details="no handle")
        return found

    def _upload_headers(self) -> dict[str, str]:
        raise NotImplementedError

    # -- figures (template analytics page) -----------------------------------------------------------

    async def insights_enabled(self) -> bool:
        """Whether the account counts what becomes of each template."""
        answer = await self._get(self._waba, {"fields": "id,is_enabled_for_insights"})
        return answer.get("is_enabled_for_insights") is True

    async def enable_insights(self) -> None:
        """Let Meta count what becomes of each template; this cannot be taken back."""
        await self._call("POST", self._waba, params={"is_enabled_for_insights": "true"})

    async def template_figures(self, ids: Sequence[str], start: datetime, end: datetime) -> list[Json]:
        """The data points of up to ten templates, one for each day (UTC) from ``start`` to ``end``."""
        params = {
            "start": str(int(start.timestamp())), "end": str(int(end.timestamp())), "granularity": "DAILY",
            "template_ids": "[" + ",".join(f'"{one}"' for one in ids) + "]", "metric_types": _METRICS,
        }  # fmt: skip
        found: list[Json] = []
        after = ""
        for _ in range(_MOST_PAGES):
            page = await self._get(f"{self._waba}/template_analytics", params | ({"after": after} if after else {}))
            for group in page.get("data") or ():
                points = group.get("data_points") if isinstance(group, dict) else None
                found += [one for one in points or () if isinstance(one, dict)]
            following = next_cursor(page.get("paging"))
            if not following or following == after:
                return found
            after = following
        raise WorldError("meta-unclear", details="too many pages")


def next_cursor(paging: object) -> str:
    """The cursor of the following page; empty on the last one."""
    if not isinstance(paging, dict) or not isinstance(paging.get("next"), str):
        return ""
    import httpx

    cursors = paging.get("cursors")
    after = cursors.get("after") if isinstance(cursors, dict) else None
    return after if isinstance(after, str) else httpx.URL(paging["next"]).params.get("after", "")


def _from(path: Path, offset: int) -> bytes:
    with path.open("rb") as source:
        source.seek(offset)
        return source.read()
