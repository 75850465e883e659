"""Decides the words for what happens to one contact in a journey, and for why it goes which way."""

from __future__ import annotations

from collections.abc import Mapping

from whatsapp_studio.base.i18n import fill, mark, tr

REASONS: dict[str, str] = {
    "entering": mark("Waits to be let in, until {until}."),
    "entered": mark("Enters the journey."),
    "disabled": mark("This step is disabled, so the contact passes straight through."),
    "step-unknown": mark("A newer version of the program made this step; nobody here knows what it does."),
    # Waits
    "wait": mark("Waits until {until}."),
    "wait-date": mark("Waits until the date: {until}."),
    "wait-field": mark("Waits for its own date: {until}."),
    "wait-window": mark("Waits for the opening hours: {until}."),
    "wait-over": mark("The moment to wait for is over ({until}), so it goes straight on."),
    "wait-open": mark("It is within the hours to wait for, so it goes straight on."),
    "wait-nothing": mark("There is no date to wait for, so it goes straight on."),
    "waited": mark("The wait is over."),
    "test-shortened": mark("This is a test, so that lasts a few seconds only."),
    # Branches
    "rule-fits": mark("Takes the path “{path}”, for its rule is true: {rule}."),
    "rule-none": mark("No rule is true, so it takes the other path."),
    "time-fits": mark("Takes the path “{path}”, for it is {at}."),
    "time-none": mark("It is {at}, and no path is for that time, so it takes the other path."),
    "date-fits": mark("Takes the path “{path}”, for it is {at}."),
    "date-none": mark("It is {at}, and no path is for that day, so it takes the other path."),
    "share": mark("Chance gives this contact the path “{path}” ({percent} %), the same each time."),
    "share-none": mark("No path has a share, so nobody can go on."),
    "held-out": mark("Chance holds this contact out ({percent} %), the same each time."),
    "cap-open": mark("{taken} of {most} contacts have passed, so it is let through."),
    "cap-full": mark("{most} contacts have passed already, so it takes the other path."),
    # Events and reactions
    "wait-for-event": mark("Waits for an event, until {until} at most."),
    "event-came": mark("The event “{event}” came."),
    "event-none": mark("No event came in time."),
    "wait-for-reaction": mark("Waits for a reaction, until {until} at most."),
    "no-message": mark("No message was sent to react to; it waits until {until}."),
    "reaction-delivered": mark("The message was delivered."),
    "reaction-read": mark("The contact read the message."),
    "reaction-clicked": mark("The contact tapped “{said}”."),
    "reaction-replied": mark("The contact replied: “{said}” fits."),
    "reaction-failed": mark("The message could not be delivered."),
    "reaction-none": mark("No such reaction in time."),
    # Messages
    "quiet": mark("It is quiet hours; the message waits until {until}."),
    "quiet-skipped": mark("It is quiet hours, in which messages are skipped, so it is not sent."),
    "late-skipped": mark("The message is too late, so it is not sent."),
    "late-ask": mark("The message is late: it was for {planned}. It waits until you say whether it still goes."),
    "decided-send": mark("You decided that it still goes."),
    "decided-skip": mark("You decided that it is not sent."),
    "sending": mark("The message is sent."),
    "sent": mark("WhatsApp took the message."),
    "refused": mark("WhatsApp refused the message."),
    "send-timed-out": mark("WhatsApp did not say in time whether it took the message."),
    "opted-out": mark("No message: the contact opted out."),
    "no-consent": mark("No message: the contact did not opt in."),
    "us-marketing": mark("No message: marketing is not delivered to numbers in the United States."),
    "template-not-set": mark("No message: no template is chosen."),
    "template-not-there": mark("No message: the template is not on the account in this language."),
    "template-not-sendable": mark("No message: the template may not be sent now."),
    "value-missing": mark("No message: a value is missing or cannot be worked out ({label})."),
    "never-wrote": mark("No message: the contact never wrote, so free text is not allowed."),
    "window-closed": mark("No message: the contact last wrote more than 24 hours ago."),
    # Actions
    "updated": mark("Changed: {fields}."),
    "updated-nothing": mark("Nothing could be changed."),
    "opted-in-now": mark("Opted in to marketing."),
    "opted-out-now": mark("Opted out of marketing."),
    "list-added": mark("Is now on the list “{list}”."),
    "list-removed": mark("Is no longer on the list “{list}”."),
    "calling": mark("A request goes to {url}."),
    "call-answered": mark("The other system answered."),
    "call-failed": mark("The other system refused the request."),
    "call-timed-out": mark("The other system did not answer in time."),
    "notified": mark("You are told: {title}"),
    "jumped": mark("Also enters the journey “{journey}”, and goes on here."),
    "end": mark("The journey ends here."),
    "goal": mark("The journey ends here, and its goal is reached."),
}
ENDS: dict[str, str] = {
    "end": mark("The contact reached an end."),
    "goal": mark("The contact reached the goal."),
    "output": mark("Nothing is connected here, so the contact left the journey."),
    "life": mark("The longest stay of the journey was over, so the contact left it."),
    "exit": mark("The contact left early: {name}."),
    "endless": mark("The contact would go round for ever."),
    "long": mark("The contact is still inside; the way is too long to show all of it."),
    "unknown": mark("What comes then, a newer version of the program knows."),
    "stopped": mark("The journey was stopped."),
    "discarded": mark("The journey was paused, and everyone inside was let go."),
    "restarted": mark("The contact started again from the beginning."),
    "gone": mark("The contact was deleted."),
    "nowhere": mark("The journey has no entry to begin at."),
}


def reason_words(code: str, facts: Mapping[str, object] | None = None) -> str:
    """What happened at a step, as a sentence; moments in ``facts`` are texts already. Never raises."""
    return fill(REASONS[code], facts or {}) if code in REASONS else code


def end_words(end: str, facts: Mapping[str, object] | None = None) -> str:
    """How a way ended, as a sentence; empty while it goes on."""
    return fill(ENDS[end], facts or {}) if end in ENDS else tr("…") if end else ""
