"""Decides whether what a message brings for a button fits the button: payloads, codes, flows, products, calls."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.sandbox.checks import Json, invalid, items, missing, text
from whatsapp_studio.sandbox.errors import GraphError

# sub_type of a send component: (the button's own type, the parameters it may carry).
KINDS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "quick_reply": ("QUICK_REPLY", ("payload",)),
    "url": ("URL", ("text",)),
    "copy_code": ("COPY_CODE", ("coupon_code",)),
    "flow": ("FLOW", ("action",)),
    "catalog": ("CATALOG", ("action",)),
    "mpm": ("MPM", ("action",)),
    "voice_call": ("VOICE_CALL", ("payload", "ttl_minutes")),
    "order_details": ("ORDER_DETAILS", ("action",)),
}
PAYLOAD_MOST, COUPON_MOST, MINUTES_MOST = 256, 20, 43_200
SECTIONS_MOST, PRODUCTS_MOST, TITLE_MOST = 10, 30, 24


def sub_type(component: Json) -> tuple[str, tuple[str, ...]]:
    """The type of button that a component means, and the parameters it may carry."""
    found = KINDS.get(str(component.get("sub_type", "")).lower())
    if found is None:
        raise invalid(f"Param template['components']['sub_type'] must be one of {{{', '.join(KINDS)}}}.")
    return found


def index_of(component: Json) -> int:
    """Which button a component means."""
    value = component.get("index")
    if value is None:
        raise missing("Parameter 'template.components.index'")
    try:
        return int(value)
    except (TypeError, ValueError):
        raise invalid("Param template['components']['index'] must be a number.") from None


def button_value(where: str, kind: str, allowed: tuple[str, ...], parameter: Json) -> None:
    """Refuse a parameter that a button of ``kind`` cannot take; texts are looked at elsewhere."""
    got = str(parameter.get("type", "")).lower()
    if kind == "QUICK_REPLY" and got == "text":
        allowed = ("text",)  # taken for an old spelling of payload
    if got not in allowed:
        wanted = " or ".join(allowed).upper()
        raise GraphError(132012, f"{where}: Format mismatch, expected {wanted}, received {got.upper() or 'UNKNOWN'}")
    value = parameter.get(got)
    if value is None or value == "":
        raise GraphError(131008, f"{where}: Parameter of type {got} is missing its value")
    if got == "coupon_code" and (not isinstance(value, str) or len(value) > COUPON_MOST):
        raise GraphError(132018, f"{where}: a coupon code may have at most {COUPON_MOST} characters")
    if got == "payload" and len(str(value)) > PAYLOAD_MOST:
        raise invalid(f"{where}: payload must be at most {PAYLOAD_MOST} characters long.")
    if got == "ttl_minutes" and (
        isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MINUTES_MOST
    ):
        raise invalid(f"{where}: ttl_minutes must be between 1 and {MINUTES_MOST}.")
    if got == "action":
        if not isinstance(value, dict):
            raise invalid(f"{where}: action must be a JSON object.")
        _action(where, kind, value)


def _action(where: str, kind: str, action: Json) -> None:
    if kind == "FLOW":
        if not isinstance(action.get("flow_token", ""), str):
            raise invalid(f"{where}: flow_token must be a string.")
        if not isinstance(action.get("flow_action_data", {}), dict):
            raise invalid(f"{where}: flow_action_data must be a JSON object.")
    elif kind == "CATALOG":
        text(action, "thumbnail_product_retailer_id", 256, f"{where}: thumbnail_product_retailer_id")
    elif kind == "MPM":
        text(action, "thumbnail_product_retailer_id", 256, f"{where}: thumbnail_product_retailer_id")
        sections = items(action, "sections", 1, SECTIONS_MOST, f"{where}: sections")
        count = 0
        for section in sections:
            text(section, "title", TITLE_MOST, f"{where}: sections['title']", least=1 if len(sections) > 1 else 0)
            for product in items(section, "product_items", 1, PRODUCTS_MOST, f"{where}: product_items"):
                text(product, "product_retailer_id", 256, f"{where}: product_retailer_id")
                count += 1
        if count > PRODUCTS_MOST:
            raise invalid(f"{where}: Total product count exceed max allowed count: {PRODUCTS_MOST}.")
