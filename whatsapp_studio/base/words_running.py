"""Decides the words for journeys that run: their states, their log, and what stands in their way."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.base import words_entries
from whatsapp_studio.base.i18n import fill, mark, number, tr

WORDS: dict[str, tuple[str, str, str]] = {
    # -- starting, pausing and ending ----------------------------------------------------------------
    "journey-never-ran": (
        mark("The journey “{name}” does not run."),
        mark("It was never published, so nobody can be inside."),
        mark("Publish it first."),
    ),
    "journey-not-pausable": (
        mark("The journey “{name}” cannot be paused now."),
        "",
        mark("Only a journey that runs, or is closed with contacts inside, can be paused."),
    ),
    "journey-not-resumable": (
        mark("The journey “{name}” cannot go on."),
        mark("It is neither paused nor closed."),
        mark("Publish it to start it again."),
    ),
    "journey-not-closable": (
        mark("The journey “{name}” lets nobody in already."),
        "",
        mark("Publish it to let contacts in again."),
    ),
    "journey-not-stoppable": (
        mark("The journey “{name}” is over already."),
        "",
        mark("Publish it to start it again."),
    ),
    "journey-runs": (
        mark("The journey “{name}” runs, so it is not deleted."),
        mark("Contacts may be inside, and messages on their way."),
        mark("Stop it first."),
    ),
    "amend-structural": (
        mark("The draft of “{name}” cannot be applied to the version that runs."),
        mark("Steps, arrows or rules differ, and whoever is inside would stand elsewhere."),
        mark("Publish it as a new version."),
    ),
    "plan-unknown": (
        mark("This part of the journey's history is not in the workspace."),
        "",
        mark("Open the journey again."),
    ),
    "contact-unknown": (
        mark("There is no contact {who}."),
        "",
        mark("Give a phone number with its country, or a name that only one contact has."),
    ),
    "contact-name-twice": (
        mark("{count} contacts are found for “{who}”."),
        "",
        mark("Give the phone number of the one you mean."),
    ),
    # -- tests -----------------------------------------------------------------------------------------
    "contact-not-test": (
        mark("{name} is not marked as a test contact, so no test writes to them."),
        mark("Tests send real messages."),
        mark("Tick “Test contact” where you edit the contact, or choose another one."),
    ),
    "test-without-contacts": (
        mark("Nobody is chosen for the test."),
        "",
        mark("Choose at least one contact that is marked as a test contact."),
    ),
    "test-entry-unknown": (
        mark("“{name}” has no entry {entry}."),
        "",
        mark("Give the id of an entry that is not disabled, or leave it out."),
    ),
    # -- what a person should know of a step that runs -----------------------------------------------
    "audience-nobody": (
        mark("Nobody was found when this audience was read."),
        "",
        mark("Look at the audience: at its list, its rule and its filters."),
    ),
    "calls-timed-out": (
        mark("{count} requests to another system had no answer in time."),
        mark("Whoever waited went on by “timed out”."),
        mark("Look whether the address of this step is right and the system is up."),
    ),
    "stream-paused": (
        mark("{count} messages of this step are held back."),
        mark("{why}"),
        mark("They leave once the template is allowed again; for another reason, mend it and pause and resume the "
             "journey. Whoever waits too long goes on by “timed out”."),
    ),
    "messages-in-doubt": (
        mark("Of {count} messages of this step nobody knows whether they left."),
        mark("The connection broke while they were sent, so they are not sent again by themselves."),
        mark("Decide about them on the page Sending."),
    ),
}
LIFE: dict[str, tuple[str, str]] = {
    "running": (mark("Running"), mark("Contacts come in and go on.")),
    "paused": (mark("Paused"), mark("Nobody goes on and no message leaves until it is resumed.")),
    "closed": (mark("Closed"), mark("Nobody new comes in; whoever is inside goes on to the end.")),
    "stopped": (mark("Stopped"), mark("It was ended for everybody who was inside.")),
    "done": (mark("Finished"), mark("Nobody is inside any more, and nobody comes in.")),
}
PAUSES: dict[str, tuple[str, str]] = {
    "hold": (
        mark("Hold"),
        mark(
            "Everybody stays where they are. When you resume, whoever was due meanwhile goes on then; messages that "
            "are late by then follow the journey's rule for late messages."
        ),
    ),
    "discard": (
        mark("Discard"),
        mark(
            "Whoever waits for a message that has not left, or becomes due while the journey is paused, leaves it for "
            "good, without the rest of its messages. Everybody else stays where they are."
        ),
    ),
}
LOG: dict[str, str] = {
    "published": mark("Version {publication} was published and lets contacts in."),
    "published-next": mark("Version {publication} was published and lets contacts in; whoever is inside "
                           "({inside}) finishes an earlier one."),
    "amended": mark("Changed while running, now version {publication} ({steps})."),
    "paused-hold": mark("Paused; whoever is inside ({inside}) is held there."),
    "paused-discard": mark("Paused; {discarded} left at once, and whoever becomes due meanwhile leaves too."),
    "resumed": mark("Resumed."),
    "reopened": mark("Opened to new contacts again."),
    "closed": mark("Closed to new contacts; whoever is inside ({inside}) goes on to the end."),
    "stopped": mark("Stopped; it was ended for {inside} who were inside, and {messages} messages were not sent."),
    "done": mark("Finished: nobody is inside any more."),
    "test-started": mark("A test began with {contacts} contacts."),
    "test-stopped": mark("A test was stopped; {inside} were inside, and {messages} messages were not sent."),
    "late-decided-send": mark("{count} late messages were sent after all."),
    "late-decided-skip": mark("{count} late messages were skipped."),
    "step-broken": mark("{count} could not go on because of a mistake of the program; it tries again in an hour."),
    "message-outranked": mark("A message was not sent: one of higher priority took the last place under “{cap}”."),
    "jump-refused": mark("The contact did not enter the other journey. {why}"),
    **words_entries.LOG,
}  # fmt: skip


def life_word(state: str) -> str:
    """The word for how a journey runs; the code itself where it is new."""
    return tr(LIFE[state][0]) if state in LIFE else state


def life_meaning(state: str) -> str:
    """What it means for contacts, as a sentence; empty where nobody knows."""
    return tr(LIFE[state][1]) if state in LIFE else ""


def pause_meaning(how: str) -> str:
    """What a way of pausing means for contacts, as a sentence; empty where nobody knows."""
    return tr(PAUSES[how][1]) if how in PAUSES else ""


def must_be_open() -> str:
    """What a person has to know of journeys that run on this computer."""
    return tr(
        "Journeys move while this program is open: its window, or “whatsapp-studio run”. What was due while it was "
        "closed happens when it starts, in order."
    )


def log_words(code: str, facts: Mapping[str, object]) -> str:
    """A line of a journey's log as a sentence; the code itself where nobody here words it."""
    shown = {
        name: number(one) if isinstance(one, int) and not isinstance(one, bool) else one for name, one in facts.items()
    }
    kept_out = LOG.get(f"kept-out-{facts.get('why')}")
    if kept_out is not None:
        shown["why"] = tr(kept_out)
    return fill(LOG[code], shown) if code in LOG else code
