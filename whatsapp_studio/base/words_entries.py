"""Decides the words for how contacts come into journeys: what is wrong with an event, and why somebody was kept out."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "event-name": (
        mark("This is not the name of an event."),
        "",
        mark("Give it a name of at most {most} characters, such as order_placed."),
    ),
    "event-fields-many": (
        mark("The event carries too many values."),
        "",
        mark("Send at most {most} with each event."),
    ),
    "event-field": (
        mark("The value “{field}” of the event cannot be used."),
        mark("A value has a name, and is a text, a number, true or false."),
        "",
    ),
    "event-field-long": (
        mark("The value “{field}” of the event is too long."),
        "",
        mark("Send at most {most} characters."),
    ),
    "event-phone-unknown": (
        mark("No contact has the phone number “{value}”."),
        "",
        mark("Add the contact first, or check the number."),
    ),
    "event-contact-needed": (
        mark("Choose whom the event “{event}” is about."),
        mark("It lets in one contact at a time."),
        "",
    ),
    "events-file-kind": (
        mark("The file {name} is not read."),
        mark("Only files that end in .csv or .json are."),
        mark("Save it as one of them."),
    ),
    "events-file-large": (
        mark("The file is larger than {most} MB."),
        "",
        mark("Split it into smaller ones."),
    ),
    "events-many": (
        mark("These are more than {most} events."),
        "",
        mark("Split them into several files or requests."),
    ),
    "events-none": (mark("There is no event in this file."), "", mark("Look whether the right file was saved.")),
    "events-columns": (
        mark("The first line does not name the columns “event” and “phone”."),
        mark("Every other column is a value that the event carries."),
        mark("Add a first line such as: event,phone,total"),
    ),
    "events-shape": (
        mark("The JSON is not what is expected."),
        mark("Each event is an object with “event”, “phone” and “fields”; a file holds a list of them."),
        "",
    ),
    "events-json": (
        mark("The JSON has a mistake on line {line}."),
        "",
        mark("Correct it, or have the program that wrote it do so."),
    ),
}
LOG: dict[str, str] = {
    "audience-read": mark("Its audience was read: {found} found, {entered} let in, {refused} not."),
    "audience-empty": mark("Its audience was read, and nobody was found."),
    "audience-remembered": mark("Its audience was looked at for the first time: {found} are in it already."),
    "audience-changed": mark("Its audience changed: {joined} joined and {left} left; {entered} let in, {refused} not."),
    "readings-missed": mark("Its audience was to be read {count} times more while this program was closed."),
    "readings-shut": mark("Its audience was not read {count} times, for the journey lets nobody in."),
    "readings-left-off": mark("A new version has another audience, so what the old one was reading was left off."),
    "closed-at-end": mark("The journey ended, so nobody enters any more; whoever is inside goes on."),
    "list-gone": mark("The list of its audience does not exist any more."),
    "rule-unreadable": mark("The rule of its audience cannot be read."),
    "business-event": mark("The business event “{event}” came; its audience is looked up."),
    "business-event-reused": mark(
        "The business event “{event}” came; it takes the audience that was found {minutes} min ago."
    ),
    "goal-reached": mark("The goal was reached: the event “{event}” came."),
    "event-ignored": mark("The event “{event}” came after another had been first, so it was ignored."),
    "kept-out-inside-already": mark("Not let in: the contact is inside already."),
    "kept-out-never-again": mark("Not let in: the contact was in this journey before, and nobody enters it twice."),
    "kept-out-too-soon": mark("Not let in: the contact left only a short time ago."),
    "kept-out-not-test": mark("Not let in: only test contacts can enter a test."),
    "kept-out-closed": mark("Not let in: the journey is closed to new contacts."),
    "kept-out-paused": mark("Not let in: the journey is paused and discards whoever comes."),
    "kept-out-loop": mark("Not let in: journeys that jump to each other would send the contact round and round."),
    "kept-out-not-begun": mark("Not let in: the journey has not started yet."),
    "kept-out-ended": mark("Not let in: the journey has ended."),
    "kept-out-gone": mark("Not let in: the contact was deleted."),
}
