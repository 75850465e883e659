"""Decides how drafts come to Meta: claimed before a byte leaves, handed in once, looked up where that is in doubt."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Set
from contextlib import AbstractAsyncContextManager, suppress
from datetime import datetime, timedelta
from typing import Any, Literal

from whatsapp_studio.base.clock import Clock
from whatsapp_studio.base.errors import Problem, StudioError, UserError, WorldError
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.progress import Cancelled, Progress, Unwatched
from whatsapp_studio.cloudapi.client import CloudApi
from whatsapp_studio.cloudapi.codes import rule_for
from whatsapp_studio.cloudapi.wire import Json
from whatsapp_studio.services.cancelling import finished
from whatsapp_studio.services.handles import Handles, is_bad_handle
from whatsapp_studio.services.limits import Limits
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.drafts import DraftRows
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.draft import Draft, DraftState, Past
from whatsapp_studio.templates.template import Template, parse

log = logging.getLogger(__name__)
Api = Callable[[], AbstractAsyncContextManager[CloudApi]]
# Meta's codes for too much at once; nothing was taken.
_TOO_MUCH = frozenset({4, 17, 613, 80007, 130429})
# Nothing left this machine, so nothing was taken either.
_NOT_SENT = frozenset({"no-network", "connection-untrusted", "proxy-refused"})
# What a person mends before anything can be handed in.
_NOT_READY = frozenset({"not-connected", "token-missing", "no-keyring", "keyring-locked"})
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=30)
_WAIT_WHEN_TOO_MUCH = timedelta(minutes=5)
_LOOK_EVERY = 0.2


class Submitter:
    """Works through the queue of drafts. Blocking calls; two threads never hand in the same draft."""

    def __init__(self, store: Store, handles: Handles, clock: Clock, tell: Tell, api: Api) -> None:
        self._store, self._handles, self._clock, self._tell, self._api = store, handles, clock, tell, api
        self._drafts, self._templates, self._limits = DraftRows(store), TemplateRows(store), Limits(store, clock)
        self._audit = Noting(store, clock, "template")
        self._lock = threading.Condition()
        self._held: set[int] = set()
        # After a look-up that failed; not kept, for at a start one looks at once.
        self._not_before: datetime | None = None

    def due(self) -> datetime | None:
        """When there is something to hand in or to look up; None where the queue is empty."""
        now = self._clock.now()
        with self._lock:
            held = set(self._held)
        moments = [
            max(draft.not_before or now, now)
            for draft in self._drafts.all()
            if draft.state in ("queued", "submitting") and draft.id not in held
        ]
        soonest = min(moments, default=None)
        return soonest if soonest is None or self._not_before is None else max(soonest, self._not_before)

    def work(self, progress: Progress = Unwatched(), *, at_once: bool = False) -> None:
        """Hand in what is queued and due, or all that is queued with ``at_once``, and look up what was left in doubt.

        Raises ``UserError`` and ``WorldError`` where Meta cannot be spoken to at all; the queue stays as it is then.
        """
        now = self._clock.now()
        waiting = [
            draft
            for draft in self._drafts.all()
            if draft.state == "submitting"
            or (draft.state == "queued" and (at_once or draft.not_before is None or draft.not_before <= now))
        ]
        if waiting:
            with suppress(Cancelled):  # what was on its way then is in doubt, and looked up later
                finished(self._work(waiting, progress), progress)
            self._wait_for_others({draft.id for draft in waiting}, progress)

    def _wait_for_others(self, ids: Set[int], progress: Progress) -> None:
        """What another thread has in hand, the engine's or a window's, is not done before that is."""
        with self._lock:
            while ids & self._held and not progress.cancelled():
                self._lock.wait(_LOOK_EVERY)

    def do(self, progress: Progress) -> None:
        """As an errand of the engine: what is due."""
        self.work(progress)

    async def _work(self, waiting: list[Draft], progress: Progress) -> None:
        async with self._api() as api:
            for done, draft in enumerate(waiting):
                progress.report(done, len(waiting))
                if progress.cancelled() or not await self._one(api, draft.id):
                    return
            progress.report(len(waiting), len(waiting))

    async def _one(self, api: CloudApi, id: int) -> bool:
        """Whatever is to be done with one draft; False where it is of no use to go on with others."""
        with self._lock:
            if id in self._held:
                return True
            self._held.add(id)
        draft = next((one for one in self._drafts.all() if one.id == id), None)
        try:
            if draft is None or draft.state not in ("queued", "submitting"):
                return True
            if draft.state == "submitting":
                match await self._looked_up(api, draft):
                    case "there":
                        return True
                    case "unknown":
                        self._not_before = self._clock.now() + _FIRST_WAIT
                        return False
                self._drafts.move(id, ("submitting",), "queued", problem=draft.problem)
            return await self._handed_in(api, draft)
        except StudioError as error:
            return draft is None or self._put_off(draft, error)
        finally:
            with self._lock:
                self._held.discard(id)
                self._lock.notify_all()
            self._tell(Changes(templates=True))

    async def _handed_in(self, api: CloudApi, draft: Draft) -> bool:
        right = self._limits.of(draft)
        if not right.allowed:
            problem = Problem(right.why, "name", {"name": draft.template.name, "at": _text(right.at)})
            after: DraftState = "queued" if right.at else "refused"
            self._drafts.move(draft.id, ("queued",), after, problem=problem, not_before=right.at)
            return True
        body = _body(await self._handles.swapped(api, draft.template))
        # From here on nobody but Meta knows how it ends: that is on the disk before a byte leaves.
        if not self._drafts.move(draft.id, ("queued",), "submitting"):
            return True
        try:
            answer = await self._answered(api, draft, body)
        except WorldError as error:
            if not _taken_by_nobody(error):
                match await self._looked_up(api, draft):
                    case "there":
                        return True
                    case "unknown":
                        self._not_before = self._clock.now() + _FIRST_WAIT
                        return False
            raise
        self._finish(draft, str(answer.get("id") or draft.base_id), answer.get("status"), answer.get("category"))
        return True

    async def _answered(self, api: CloudApi, draft: Draft, body: Json) -> Json:
        try:
            return await self._asked(api, draft, body)
        except UserError as error:
            if not is_bad_handle(error):
                raise
        return await self._asked(api, draft, _body(await self._handles.swapped(api, draft.template, fresh=True)))

    async def _asked(self, api: CloudApi, draft: Draft, body: Json) -> Json:
        if not draft.base_id:
            return await api.create_template(body)
        known = self._templates.get(draft.template.name, draft.template.language)
        left_out = {"name", "language"} | ({"category"} if known is not None and known.status == "APPROVED" else set())
        return await api.edit_template(draft.base_id, {k: v for k, v in body.items() if k not in left_out})

    async def _looked_up(self, api: CloudApi, draft: Draft) -> Literal["there", "not", "unknown"]:
        """Whether Meta has taken a draft of which nobody knows; one that it has is finished here.

        Name and language are unique at Meta, so the list tells (template management page).
        """
        wanted = parse({**_body(draft.template), "id": draft.base_id})
        try:
            async for raw in api.templates(draft.template.name):
                found = parse(raw)
                if (found.name, found.language) == (wanted.name, wanted.language) and self._is_it(found, wanted, draft):
                    self._finish(draft, found.meta_id, found.status, found.category, raw=found.raw)
                    return "there"
        except StudioError as error:
            log.info("whether %s was handed in cannot be looked up now: %s", draft.template.name, error.code)
            return "unknown"
        return "not"

    def _is_it(self, found: Template, wanted: Template, draft: Draft) -> bool:
        if not _alike(found, wanted):
            return False
        if not draft.base_id:
            return True
        # What a change leaves as it was, such as a sample, does not tell; that it is looked at again does.
        before = self._templates.get(wanted.name, wanted.language)
        same = before is not None and _alike(before, wanted)
        return found.meta_id == draft.base_id and (not same or found.status != (before.status if before else ""))

    def _finish(self, draft: Draft, meta_id: str, status: object, category: object, *, raw: str = "") -> None:
        """Meta has it: it is one of the account's templates now, and no draft any more."""
        before = self._templates.get(draft.template.name, draft.template.language) if draft.base_id else None
        kept = raw or json.dumps(
            {
                **_body(draft.template), "id": meta_id, "status": str(status or "PENDING"),
                "category": str(category or draft.template.category),
                "quality_score": {"score": before.quality if before else "UNKNOWN"},
            },
            ensure_ascii=False, separators=(",", ":"),
        )  # fmt: skip
        template = parse(kept)
        entry = Past(
            name=template.name, language=template.language, meta_id=meta_id, at=self._clock.now(), source="us",
            kind="edited" if draft.base_id else "created", before=before.status if before else "",
            after=template.status, reason=template.rejected_reason,
        )  # fmt: skip
        with self._store.write():
            self._templates.put(template, entry)
            self._drafts.drop(draft.id)
            self._audit(
                "template-edited" if draft.base_id else "template-submitted", f"{template.name}/{template.language}",
                template.name, {"status": before.status} if before else None,
                {"status": template.status, "category": template.category, "language": template.language},
            )  # fmt: skip
        self._tell(Changes(templates=True))

    def _put_off(self, draft: Draft, error: StudioError) -> bool:
        """Back in the queue, or refused; whether it is of use to go on with others."""
        among: tuple[DraftState, ...] = ("queued", "submitting")
        code = error.facts.get("code")
        everybody = isinstance(error, WorldError) or error.code in _NOT_READY
        if isinstance(error, UserError) and isinstance(code, int):
            subcode = error.facts.get("subcode")
            everybody = rule_for(code, subcode if isinstance(subcode, int) else None).reach == "all"
        if not everybody:
            self._drafts.move(draft.id, among, "refused", problem=_problem(error))
            return True
        tries = _tries(draft) + 1
        first = _WAIT_WHEN_TOO_MUCH if code in _TOO_MUCH or error.facts.get("status") == 429 else _FIRST_WAIT
        later = self._clock.now() + min(first * 2 ** min(tries - 1, 10), _LONGEST_WAIT)
        self._drafts.move(draft.id, among, "queued", problem=_problem(error, tries=tries), not_before=later)
        return False


def _body(template: Template) -> dict[str, Any]:
    from whatsapp_studio.templates.compose import creation

    return dict(creation(template))


def _alike(one: Template, other: Template) -> bool:
    from whatsapp_studio.templates.compose import alike

    return alike(one, other)


def _taken_by_nobody(error: StudioError) -> bool:
    return error.code in _NOT_SENT or error.facts.get("code") in _TOO_MUCH or error.facts.get("status") == 429


def _tries(draft: Draft) -> int:
    found = draft.problem.facts.get("tries") if draft.problem else 0
    return found if isinstance(found, int) else 0


def _problem(error: StudioError, **more: object) -> Problem:
    """What Meta, or the world, said; kept with the draft."""
    facts = {name: value for name, value in {**error.facts, **more}.items() if isinstance(value, str | int)}
    return Problem(error.code, "", facts)


def _text(at: datetime | None) -> str:
    return at.isoformat(timespec="minutes") if at else ""
