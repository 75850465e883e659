"""Decides where a template is used: in journeys, campaigns, recipes and drafts."""

from __future__ import annotations

from whatsapp_studio.storage.template_uses import live_uses, uses
from whatsapp_studio.templates.use import Use, UseKind

__all__ = ["Use", "UseKind", "live_uses", "uses"]
