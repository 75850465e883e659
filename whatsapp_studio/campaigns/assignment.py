"""Decides who gets which message of an experiment: by chance, the same each time, whoever else is in the audience."""

from __future__ import annotations

from collections.abc import Callable

from whatsapp_studio.campaigns.chance import drawn, key_of
from whatsapp_studio.campaigns.programme import Experiment

HOLDOUT = "holdout"
# Those who wait for the winner.
REST = ""


def assigned(campaign_id: str, experiment: Experiment) -> Callable[[int], str]:
    """What each contact (by id) gets: the key of a treatment, ``HOLDOUT`` (nothing), or ``REST``."""
    held, tested, chosen = (key_of(what, campaign_id) for what in ("holdout", "slice", "treatment"))
    bounds: list[tuple[float, str]] = []
    upto = 0.0
    for one in experiment.treatments:
        upto += one.share / 100
        bounds.append((upto, one.key))
    last = bounds[-1][1] if bounds else REST

    def of(contact_id: int) -> str:
        if experiment.holdout and drawn(held, contact_id) * 100 < experiment.holdout:
            return HOLDOUT
        if experiment.slice < 100 and drawn(tested, contact_id) * 100 >= experiment.slice:
            return REST
        draw = drawn(chosen, contact_id)
        return next((key for bound, key in bounds if draw < bound), last)

    return of


def treatment_of(campaign_id: str, contact_id: int, experiment: Experiment) -> str:
    """What one contact gets, as :func:`assigned` says."""
    return assigned(campaign_id, experiment)(contact_id)
