"""Decides how an amount of money is typed and shown in a field, with the point or the comma of either language."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation


def read_amount(text: str) -> Decimal | None:
    """The amount somebody typed; None where it is none."""
    plain = text.strip().replace("\u00a0", "").replace(" ", "")
    if "," in plain and "." not in plain:
        plain = plain.replace(",", ".")
    try:
        found = Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def amount_text(amount: Decimal) -> str:
    """An amount as it stands in a field: whole, or with two digits."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"
