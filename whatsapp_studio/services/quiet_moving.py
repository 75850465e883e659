"""Decides how the quiet hours of an earlier version, kept with the settings, become the default preset."""

from __future__ import annotations

from whatsapp_studio.audience.quiet import Period, QuietHours
from whatsapp_studio.base.i18n import tr
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.services.writing_rules import WritingRules


def move_quiet(settings: Settings, rules: WritingRules) -> None:
    """Make a preset of them where there is no default yet; the settings are empty after that.

    The preset is on the disk before the settings are emptied: a crash in between loses nothing.
    """
    begin, end = settings.quiet_from, settings.quiet_to
    if begin and end and begin != end and rules.default_quiet() is None:
        taken = {one.name.casefold() for one in rules.quiet_presets()}
        name, n = tr("Quiet hours"), 2
        while name.casefold() in taken:
            name, n = tr("Quiet hours {n}", n=n), n + 1
        kept = rules.save_quiet(QuietHours(name=name, periods=(Period(begin=begin, end=end),)))
        rules.set_default(kept.id)
    settings.quiet_from = settings.quiet_to = ""
