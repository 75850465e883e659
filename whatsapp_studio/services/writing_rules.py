"""Decides what a person can do with the rules of writing to people: quiet hours, caps and limits of countries."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

import msgspec

from whatsapp_studio.audience import caps as cap_rules
from whatsapp_studio.audience import quiet as quiet_rules
from whatsapp_studio.audience.caps import Cap, CapPurpose, CountryLimit
from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.audience.zones import zone_for
from whatsapp_studio.base.clock import Clock, iso
from whatsapp_studio.base.events import Changes, Tell
from whatsapp_studio.base.zones import machine_zone, zone_of
from whatsapp_studio.services.noting import Noting
from whatsapp_studio.storage.caps import CapStore
from whatsapp_studio.storage.connection import ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.quiet import QuietStore
from whatsapp_studio.storage.standing import QUIET_CHANGED

__all__ = ["Cap", "CapPurpose", "CountryLimit", "Period", "QuietHours", "WritingRules"]


class WritingRules:
    """Who may be written to when and how often. What is changed counts for what is queued already, too.

    Every method may be called from any thread.
    """

    def __init__(self, store: Store, clock: Clock, tell: Tell, wake: Callable[[], None]) -> None:
        self._store, self._clock, self._tell, self._wake = store, clock, tell, wake
        self._quiet, self._caps = QuietStore(store), CapStore(store)
        self._audit = Noting(store, clock, "rule")

    # -- quiet hours ---------------------------------------------------------------------------------

    def quiet_presets(self) -> tuple[QuietHours, ...]:
        """Every preset, the default first and the others by name."""
        return self._quiet.all()

    def default_quiet(self) -> QuietHours | None:
        """The preset that counts where a campaign or a journey chooses nothing of its own."""
        return self._quiet.default()

    def save_quiet(self, hours: QuietHours) -> QuietHours:
        """Add (id 0) or change a preset; ``is_default`` is kept as it was (see :meth:`set_default`).

        Raises ``UserError`` as ``audience.quiet.checked``, and ``quiet-name-taken``.
        """
        tidy = quiet_rules.checked(hours)
        with self._store.write():
            before = self._quiet.get(tidy.id) if tidy.id else None
            kept = self._quiet.get(self._quiet.save(tidy)) or tidy
            self._audit("quiet-saved", kept.id, kept.name, _hours(before), _hours(kept))
        self._changed(quiet=True)
        return kept

    def delete_quiet(self, id: int) -> None:
        """Remove a preset; what went by it goes by the default."""
        with self._store.write():
            before = self._quiet.get(id)
            if before is None:
                return
            self._quiet.delete(id)
            self._audit("quiet-deleted", id, before.name, _hours(before))
        self._changed(quiet=True)

    def set_default(self, id: int | None) -> None:
        """Make a preset the default, or with None have no default."""
        with self._store.write():
            before = self._quiet.default()
            self._quiet.set_default(id)
            after = self._quiet.default()
            self._audit(
                "quiet-default", id or "", after.name if after else "", {"name": before.name if before else None},
                {"name": after.name if after else None},
            )  # fmt: skip
        self._changed(quiet=True)

    def quiet_now(self, hours: QuietHours) -> tuple[int, int]:
        """For how many contacts it is quiet at this moment by these hours, and how many contacts there are.

        Looks at all of them: not for the window's thread.
        """
        now, workspace = self._clock.now(), zone_of(machine_zone()) or ZoneInfo("UTC")
        quiet = total = 0
        for row in self._quiet.areas():
            zone = zone_for(row["time_zone"], row["area"], "", workspace)
            total += row["n"]
            quiet += row["n"] * (quiet_rules.until(now, hours, zone) is not None)
        return quiet, total

    # -- caps ----------------------------------------------------------------------------------------

    def caps(self) -> tuple[Cap, ...]:
        """Every cap by name, those that are switched off too."""
        return self._caps.all()

    def save_cap(self, cap: Cap) -> Cap:
        """Add (id 0) or change a cap; raises ``UserError`` as ``audience.caps.checked``, and ``cap-name-taken``."""
        tidy = cap_rules.checked(cap)
        with self._store.write():
            before = self._caps.get(tidy.id) if tidy.id else None
            kept = self._caps.get(self._caps.save(tidy)) or tidy
            self._audit("cap-saved", kept.id, kept.name, _cap(before), _cap(kept))
        self._changed()
        return kept

    def delete_cap(self, id: int) -> None:
        with self._store.write():
            before = self._caps.get(id)
            if before is None:
                return
            self._caps.delete(id)
            self._audit("cap-deleted", id, before.name, _cap(before))
        self._changed()

    def reset_cap(self, id: int, contact_id: int | None = None) -> None:
        """Forget what was sent until now, for one contact or for everybody: counting begins anew."""
        with self._store.write():
            cap = self._caps.get(id)
            if cap is None:
                return
            self._caps.reset(id, contact_id, iso(self._clock.now()))
            self._audit("cap-reset", id, cap.name, after={"contacts": contact_id} if contact_id else None)
        self._changed()

    # -- countries -----------------------------------------------------------------------------------

    def country_limits(self) -> tuple[CountryLimit, ...]:
        """Every limit, by country and purpose."""
        return self._caps.limits()

    def save_country_limit(self, limit: CountryLimit) -> None:
        """Keep a limit, instead of the one of that country and purpose; raises as ``audience.caps.checked_limit``."""
        tidy = cap_rules.checked_limit(limit)
        with self._store.write():
            before = self._limit(limit.country, limit.purpose)
            self._caps.save_limit(tidy)
            self._audit("country-limit-saved", tidy.country, tidy.country, _limit(before), _limit(tidy))
        self._changed()

    def delete_country_limit(self, country: str, purpose: CapPurpose) -> None:
        with self._store.write():
            before = self._limit(country, purpose)
            if before is None:
                return
            self._caps.delete_limit(country, purpose)
            self._audit("country-limit-deleted", country, country, _limit(before))
        self._changed()

    def _limit(self, country: str, purpose: CapPurpose) -> CountryLimit | None:
        found = (one for one in self._caps.limits() if (one.country, one.purpose) == (country, purpose))
        return next(found, None)

    def _changed(self, *, quiet: bool = False) -> None:
        if quiet:
            ConnectionStore(self._store).set_fact(QUIET_CHANGED, "1")
        self._wake()
        self._tell(Changes(rules=True, audit=True))


def _hours(hours: QuietHours | None) -> dict[str, object] | None:
    return None if hours is None else {
        "hours": [msgspec.to_builtins(one) for one in hours.periods], "holidays": hours.holidays or None,
        "on_due": hours.on_due,
    }  # fmt: skip


def _cap(cap: Cap | None) -> dict[str, object] | None:
    return None if cap is None else {
        "most": cap.most, "purpose": cap.purpose, "window": cap.window, "length": cap.length, "enabled": cap.enabled,
    }  # fmt: skip


def _limit(limit: CountryLimit | None) -> dict[str, object] | None:
    return None if limit is None else {"most": limit.most, "purpose": limit.purpose, "days": limit.days}
