"""Decides the words for experiments: what cannot be compared, and what was found."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "experiment-treatments": (
        mark("An experiment compares {least} to {most} messages."), "", mark("Add one, or take one away."),
    ),
    "experiment-shares": (
        mark("The shares of the messages add up to {sum} %."), "", mark("Let them add up to 100 %, each above 0."),
    ),
    "experiment-holdout": (
        mark("At most {most} % of the people can be held out."), "", mark("Choose a smaller share."),
    ),
    "experiment-slice": (mark("Nobody is tested."), "", mark("Test 1 to 100 % of the people.")),
    "experiment-goal": (mark("The goal has no segment."), "", mark("Choose the segment that people should come into.")),
    "experiment-waves": (
        mark("A test on a part of the people and waves do not go together."),
        mark("Both say who gets the message later."), mark("Test everybody, or send without waves."),
    ),
    "experiment-zones": (
        mark("A test on a part of the people does not go by each contact's clock."),
        mark("The rest gets the winner when it is known."), mark("Test everybody, or start for all at once."),
    ),
    "experiment-decided": (mark("This experiment is decided."), "", ""),
    "experiment-won": (mark("“{treatment}” is better beyond doubt."), "", ""),
    "experiment-inconclusive": (
        mark("The experiment showed no difference."), mark("There were too few people for one that is so small."), "",
    ),
    "experiment-chosen": (mark("You chose “{treatment}”."), "", ""),
    "experiment-asks": (
        mark("The experiment showed no difference, and people wait for the winner."), "",
        mark("Choose in the report what they get."),
    ),
}  # fmt: skip
