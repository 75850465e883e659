"""Decides the words for what the checks find in a journey: for a marketer, with what to do now."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    # The whole
    "journey-empty": (
        mark("There is nothing in this journey yet."), mark("Contacts need a step that lets them in."),
        mark("Add an entry, for example “Read audience”."),
    ),
    "journey-large": (
        mark("This journey has {count} steps."), mark("More than {most} are hard to oversee."),
        mark("Consider splitting it: a jump leads from one journey to another."),
    ),
    "entry-missing": (
        mark("Nobody can enter this journey."), mark("It has no entry."),
        mark("Add an entry and connect it to the first step."),
    ),
    "entry-disabled": (
        mark("“{what}” is disabled, so nobody can enter."), mark("It is the only entry of this journey."),
        mark("Enable it, or add another entry."),
    ),
    "entry-several": (
        mark("“{what}” is a second entry that reads an audience."),
        mark("“{other}” reads one already, and a journey reads one audience at a time."),
        mark("Remove one of the two, or move it to a journey of its own."),
    ),
    "step-unreachable": (
        mark("Nobody ever comes to “{what}”."), mark("No way leads to it from an entry."),
        mark("Connect it to a step before it, or remove it. A step you want to keep for later can be disabled."),
    ),
    "loop-endless": (
        mark("Contacts would go round here without end: {steps}."),
        mark("No step of this loop makes them wait, so they would get message after message at once."),
        mark("Put a wait into the loop, or lead one of its outputs elsewhere."),
    ),
    "loop-no-way-out": (
        mark("There is no way out of this loop: {steps}."),
        mark("Contacts go round until the journey's longest stay is over."),
        mark("Add a condition or a reaction that leads out of it."),
    ),
    "link-lost": (
        mark("The connection from “{what}” to “{to}” leaves from an output that is gone."),
        mark("The path it belonged to was removed, so nobody takes it."),
        mark("Delete the connection, or lead it from another output."),
    ),
    "ends-here": (
        mark("The journey ends after “{what}”."), mark("Nothing is connected to it."),
        mark("Connect the next step, or an End to say that this is meant."),
    ),
    "output-ends-here": (
        mark("The journey ends for who leaves “{what}” by: {outputs}."), mark("Nothing is connected there."),
        mark("Connect the next step, or an End to say that this is meant."),
    ),
    "step-unknown": (
        mark("This program does not know the step “{kind}”."), mark("A newer version made it."),
        mark("Update the program, or remove the step."),
    ),
    "step-disabled": (
        mark("“{what}” is disabled."), mark("Contacts pass straight through it."),
        mark("Enable it, or remove it, if that is not meant."),
    ),
    # Jumps
    "jump-to-itself": (
        mark("“{what}” jumps to this journey itself."), mark("Contacts would never get out."),
        mark("Choose another journey, or connect a step of this one."),
    ),
    "jump-loop": (
        mark("“{what}” jumps to “{journey}”, which leads back here."), mark("Contacts would go round for ever."),
        mark("Choose another journey."),
    ),
    "jump-target-gone": (
        mark("The journey that “{what}” jumps to no longer exists."), mark("It was deleted."),
        mark("Choose another journey."),
    ),
    # Entries
    "entry-in-past": (
        mark("“{what}” begins at a time that is over."), mark("So nobody would ever enter."),
        mark("Choose a later time."),
    ),
    "entry-after-end": (
        mark("“{what}” begins after the journey has ended."), mark("Nobody enters after its end."),
        mark("Choose an earlier time, or a later end in the journey's settings."),
    ),
    "entry-before-start": (
        mark("“{what}” begins before the journey starts."), mark("Nobody enters before its start."),
        mark("Choose a later time, or an earlier start in the journey's settings."),
    ),
    "repeat-is-over": (
        mark("The repetition of “{what}” is over."), mark("Its last day lies in the past."),
        mark("Choose a later last day, or leave it empty."),
    ),
    "repeat-ends-first": (
        mark("The repetition of “{what}” ends before it begins."), mark("Its last day is before its first time."),
        mark("Choose a later last day, or an earlier first time."),
    ),
    "entry-no-receiver": (
        mark("“{what}” cannot hear incoming messages."), mark("No receiver is set up, so replies do not arrive here."),
        mark("Set up the receiver in the settings."),
    ),
    "entry-twice": (
        mark("“{what}” and “{other}” wait for the same."), mark("When it happens, a contact would enter by both."),
        mark("Change one of them, or remove it."),
    ),
    "nobody-leaves-all": (
        mark("“{what}” waits for contacts who leave all contacts."),
        mark("That happens only when a contact is deleted, and then nobody is left to enter."),
        mark("Choose a list or a rule."),
    ),
    # Messages
    "template-language-gone": (
        mark("The template “{template}” is not there in {language}."), mark("On the account it is in: {languages}."),
        mark("Choose one of these languages, or have it translated at Meta."),
    ),
    "template-paused": (
        mark("Meta paused “{template}” because of feedback."), mark("It cannot be sent until Meta allows it again."),
        mark("Choose another template, or wait."),
    ),
    "template-waiting": (
        mark("Meta has not approved “{template}” yet."), mark("Its status is: {status}."),
        mark("Wait until Meta has looked at it, or choose another template."),
    ),
    "event-name-sometimes": (
        mark("{label}: not everybody who comes to “{what}” has {field}."),
        mark("One of the entries that lead here does not carry it."),
        mark("Add it to that event, or give a fallback, for example with the default filter."),
    ),
    "marketing-without-consent": (
        mark("“{what}” sends marketing to people who never said yes to it."),
        mark("“{template}” is a marketing template, and those need consent."),
        mark("Send it to who opted in, or ask for consent in a condition before it."),
    ),
    "no-way-to-stop": (
        mark("“{template}” does not say how to hear no more."),
        mark("People who find no way to stop block the number, which lowers its quality."),
        mark("Consider a template with a “Stop” button, or a line such as “Reply STOP to unsubscribe”."),
    ),
    "window-never-open": (
        mark("“{what}” can never be sent."),
        mark("Free text is allowed for 24 hours after a contact wrote, and nobody who comes here did so in that time."),
        mark("Send a template instead, or put the step after a reply."),
    ),
    "window-may-close": (
        mark("“{what}” can come too late for some contacts."),
        mark("Free text is allowed for 24 hours after a contact wrote, and one of the ways here can take longer."),
        mark("Connect its output “closed” to a template, or shorten the waits before it."),
    ),
    # Waits and branches
    "wait-in-past": (
        mark("“{what}” waits until a date that is over."), mark("Contacts go straight on."),
        mark("Choose a later date, or remove the wait."),
    ),
    "wait-beyond-life": (
        mark("Nobody ever gets past “{what}”."), mark("Contacts leave the journey before this wait is over."),
        mark("Shorten the wait, or let contacts stay longer in the journey's settings."),
    ),
    "rule-not-set": (
        mark("“{what}” has a rule that is empty."), mark("Nobody can tell whom it means."), mark("Set the rule."),
    ),
    "rule-name-unknown": (
        mark("A rule of “{what}” asks for “{field}”, which is not known here."),
        mark("It is no field of the event that comes before, or nothing of that name does."),
        mark("Choose another field, or declare it at the event."),
    ),
    "path-no-rule": (
        mark("The path “{path}” of “{what}” has no rule."), mark("Nobody can tell who takes it."),
        mark("Set its rule, or remove the path."),
    ),
    "path-same-rule": (
        mark("The path “{path}” of “{what}” has the same rule as “{other}”."),
        mark("Paths are tried from the top, so nobody ever takes it."), mark("Change its rule, or remove the path."),
    ),
    "path-same-event": (
        mark("“{what}” waits for the event “{event}” twice."), mark("Nobody ever takes the lower of the two paths."),
        mark("Choose another event, or remove the path."),
    ),
    "path-never": (
        mark("Nobody ever takes the path “{path}” of “{what}”."),
        mark("Paths are tried from the top, and those up to “{other}” take everybody it could be for."),
        mark("Move it up, change it, or remove it."),
    ),
    "path-past": (
        mark("The path “{path}” of “{what}” is for days that are over."), mark("Nobody ever takes it."),
        mark("Choose later days, or remove the path."),
    ),
    "split-not-100": (
        mark("The shares of “{what}” make {sum} %."), mark("Together they have to make 100 %."),
        mark("Change the shares."),
    ),
    "share-of-nothing": (
        mark("Nobody ever takes the path “{path}” of “{what}”."), mark("Its share is 0."),
        mark("Give it a share, or remove the path."),
    ),
    "weights-nothing": (
        mark("No path of “{what}” has a weight."), mark("Nobody could take any of them."),
        mark("Give at least two paths a weight."),
    ),
    "experiment-of-one": (
        mark("“{what}” has one path only, so there is nothing to compare."), "",
        mark("Add a path, or hold out a part of the contacts."),
    ),
    "reaction-no-message": (
        mark("“{what}” has no message to react to."), mark("No message is sent on the way to it."),
        mark("Put it after a message."),
    ),
    "reaction-sometimes-no-message": (
        mark("Some contacts come to “{what}” without having got a message."),
        mark("One of the ways to it sends none."), mark("Put a message on every way, or say which message is meant."),
    ),
    "reaction-message-gone": (
        mark("The message that “{what}” is about is gone."), mark("That step was removed."),
        mark("Choose another message."),
    ),
    "reaction-not-to-message": (
        mark("What “{what}” is about is no message."), mark("Contacts can react to messages only."),
        mark("Choose a message."),
    ),
    "reaction-before-message": (
        mark("“{what}” comes before the message it is about."), mark("No way leads from that message to it."),
        mark("Choose a message that is sent before, or move the step."),
    ),
    "reaction-no-receiver": (
        mark("“{what}” will hear nothing."),
        mark("No receiver is set up: everybody takes the output for no reaction in time."),
        mark("Set up the receiver in the settings."),
    ),
    "outcome-never": (
        mark("An outcome of “{what}” never comes first."), mark("Outcome {other} already takes all of its kind."),
        mark("Move it up, or remove it."),
    ),
    "outcome-after-delivered": (
        mark("“{what}” takes “delivered” before anything else can happen."),
        mark("A message is delivered before it is read, clicked or answered, and the first to happen wins."),
        mark("Remove “delivered”, or ask for it in a reaction of its own."),
    ),
    "outcome-button-gone": (
        mark("The message has no button “{button}” that “{what}” waits for."), mark("Its buttons are: {buttons}."),
        mark("Choose one of them."),
    ),
    # Actions
    "list-not-there": (
        mark("There is no list “{list}”."), mark("“{what}” needs it."),
        mark("Choose another list, or make one of this name."),
    ),
    "contact-field-gone": (
        mark("Contacts have no field “{field}”."), mark("“{what}” needs it."),
        mark("Choose another field, or add this one to your contacts."),
    ),
    "contact-field-kind": (
        mark("The field “{field}” holds no dates."), mark("“{what}” waits for a date."),
        mark("Choose a field with dates."),
    ),
    "contact-field-fixed": (
        mark("“{what}” cannot change the phone number."), mark("It is what a contact is known by."),
        mark("Choose another field."),
    ),
    "field-changed-twice": (
        mark("“{what}” changes the field “{field}” twice."), mark("Only the last value stays."),
        mark("Remove one of them."),
    ),
    "change-does-not-fit": (
        mark("“{value}” does not fit the field “{field}”."), mark("“{what}” would write it there."),
        mark("Correct the value: numbers as 12.50, dates as 2026-12-24, yes or no."),
    ),
    "url-not-web": (
        mark("The address of “{what}” is no web address."), mark("It does not begin with https://."),
        mark("Correct the address."),
    ),
    "url-not-safe": (
        mark("“{what}” sends its data unprotected."), mark("The address begins with http:// instead of https://."),
        mark("Use https:// if the other system can."),
    ),
    "save-as-no-name": (
        mark("“{name}” cannot be used as a name by later steps."), mark("A name holds letters, digits and “_”."),
        mark("Choose another name, for example order."),
    ),
    "goal-not-counted": (
        mark("“{what}” is marked as the goal, but nobody counts it."),
        mark("The journey's settings have another goal, or none."),
        mark("Set the goal in the settings to reaching an end."),
    ),
    # Settings
    "end-in-past": (
        mark("The journey has ended already."), mark("Its end lies in the past, so nobody could enter."),
        mark("Choose a later end."),
    ),
    "quiet-all-day": (
        mark("The quiet hours last all day."), mark("They end at the time they begin, so nothing could be sent."),
        mark("Choose another end."),
    ),
    "exit-no-rule": (
        mark("The reason to leave early “{what}” has no rule."), "", mark("Set its rule, or remove it."),
    ),
    "exit-no-event": (
        mark("The reason to leave early “{what}” has no event."), "", mark("Name its event, or remove it."),
    ),
    "end-before-start": (
        mark("The journey ends before it starts."), "", mark("Choose a later end, or an earlier start."),
    ),
    "goal-no-end": (
        mark("No End is marked as the goal, so no goal is ever counted."),
        mark("The settings say that the goal is reached at an End."),
        mark("Tick “This is the goal” at an End, or choose another goal."),
    ),
}  # fmt: skip
