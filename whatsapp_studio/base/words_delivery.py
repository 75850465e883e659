"""Decides the words for campaigns and sending: what blocks, what to know first, and why it waits."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "blocked": (mark("This cannot be sent yet."), "", mark("Mend what is listed and try again.")),
    "campaign-unknown": (mark("There is no campaign “{name}”."), "", mark("Check the name.")),
    "campaign-name-taken": (mark("There is already a campaign “{name}”."), "", mark("Choose another name.")),
    "campaign-not-a-draft": (
        mark("This campaign was launched already."),
        mark("A launched campaign is kept as it was sent."),
        mark("Duplicate it to change it."),
    ),
    "already-left": (
        mark("It is too late to undo: the first message has left."),
        "",
        mark("Pause or stop the campaign instead."),
    ),
    "code-not-typed": (
        mark("A second person has to look first."),
        mark("This workspace sends a campaign only with the code of its review file."),
        mark("Save the review file, have it read, and type the code that stands in it."),
    ),
    "nobody-to-follow": (
        mark("Nobody of “{name}” is left for this."),
        mark("They were written to, deleted, or their messages came to something else meanwhile."), "",
    ),
    "name-missing": (mark("The campaign has no name."), "", mark("Give it one.")),
    "sender-missing": (mark("No number is chosen to send from."), "", mark("Choose the connected number.")),
    "sender-gone": (
        mark("The chosen number is no longer the connected one."),
        "",
        mark("Choose the number that is connected now."),
    ),
    "template-missing": (mark("No template is chosen."), "", mark("Choose an approved template.")),
    "template-gone": (
        mark("The template “{template}” ({language}) is not on the account."),
        mark("It was deleted, or the copy here is old."),
        mark("Sync the templates, or choose another one."),
    ),
    "recipe-unknown": (mark("This recipe is not there any more."), "", mark("Choose another one.")),
    "recipe-name-missing": (mark("The recipe has no name."), "", mark("Give it one.")),
    "recipe-name-taken": (mark("There is a recipe called “{name}” already."), "", mark("Give this one another name.")),
    "mapping-unfinished": (
        mark("Not every place of the template is filled."), "", mark("Fill them on the step Personal values."),
    ),
    "proof-nobody": (
        mark("Nobody is chosen."), mark("A test message goes to test contacts only."),
        mark("Tick “Test contact” for somebody on the page Contacts, for example for yourself."),
    ),
    "proof-too-many": (
        mark("A test goes to {most} people at most; {count} are chosen."), "", mark("Choose fewer."),
    ),
    "proof-not-test": (
        mark("{name} is no test contact."), mark("A test message goes to test contacts only."),
        mark("Tick “Test contact” for that person on the page Contacts."),
    ),
    "template-not-approved": (
        mark("The template “{template}” may not be sent now: its status is {status}."),
        mark("Meta sends approved templates only."),
        mark("Choose another one, or wait until Meta approves it."),
    ),
    "template-is-marketing": (
        mark("Meta counts “{template}” as marketing."),
        mark("Marketing needs consent and has its own price."),
        mark("Set the purpose to marketing, or choose another template."),
    ),
    "template-other-category": (
        mark("“{template}” belongs to another category than this campaign's purpose."),
        "",
        mark("Change the purpose, or choose another template."),
    ),
    "template-unsupported": (
        mark("“{template}” has parts that cannot be sent from here yet: {parts}."),
        "",
        mark("Choose another template."),
    ),
    "template-changed": (
        mark("“{template}” changed at Meta since you chose it."),
        mark("What people would see is not what you looked at."),
        mark("Look at it again and choose it anew."),
    ),
    "list-missing": (mark("The list no longer exists."), "", mark("Choose another audience.")),
    "followed-missing": (
        mark("The campaign that this one follows no longer exists."), "", mark("Choose another audience."),
    ),
    "segment-missing": (mark("The segment no longer exists."), "", mark("Choose another audience.")),
    "list-unknown": (mark("There is no list or segment “{list}”."), "", mark("Check the name, or use all.")),
    "audience-two": (
        mark("“{name}” is a list and a segment."), "", mark("Give one of them another name.")
    ),
    "zone-unknown": (mark("The time zone “{zone}” is not known."), "", mark("Choose one from the list.")),
    "time-unreadable": (mark("The start time is not complete."), "", mark("Choose a date and a time.")),
    "start-in-past": (mark("The start lies in the past."), "", mark("Choose a later time, or send now.")),
    "value-blocks": (
        mark("{count} contacts have nothing for {place}."),
        mark("You asked for nobody to be left out there."),
        mark("Add a fallback, or leave those contacts out."),
    ),
    "audience-empty": (mark("The audience is empty."), "", mark("Choose another one, or import contacts.")),
    "nobody-reachable": (
        mark("Nobody of these {total} contacts may get this message."),
        "",
        mark("Look at the reasons, or choose another audience."),
    ),
    "count-not-typed": (
        mark("The number of recipients was not typed."),
        mark("It protects against sending to the wrong audience."),
        mark("Type {count} to go on."),
    ),
    "above-messaging-limit": (
        mark("This number may write to {limit} new people in 24 hours, and {count} get this."),
        mark("The rest waits for room and goes on by itself: it takes about {days} days."), "",
    ),
    "stops-at-messaging-limit": (
        mark("This number may write to {limit} new people in 24 hours, and {count} get this."),
        mark("It is paused there until you resume it."), mark("Let it go on by itself, or write to fewer."),
    ),
    "waves-leave-out": (
        mark("The waves leave {count} people out."), mark("What the waves do not cover gets nothing."),
        mark("Give the rest a wave of its own, or make the waves larger."),
    ),
    "budget-without-prices": (
        mark("A budget needs prices, and none are known."), "", mark("Import Meta's price list, or send without one."),
    ),
    "links-without-tags": (
        mark("The tags are not added to {buttons}."),
        mark("Meta lets a message fill only a link that ends in a place to fill."),
        mark("Write the tags into the template, or choose one whose link ends in a place to fill."),
    ),
    "leaves-at-night": (
        mark("{count} people would get this at night, by their own clock."),
        mark("It would reach them between 22:00 and 7:00, and no quiet hours hold it back."),
        mark("Choose another time or quiet hours, or go by each contact's clock."),
    ),
    "recurs-without-end": (
        mark("This campaign goes on until somebody stops it."), "", mark("Give it an end, if it should have one."),
    ),
    "template-low-quality": (
        mark("People gave “{template}” a low quality rating."),
        mark("Meta may pause it while you send."),
        mark("Consider a better text first."),
    ),
    "most-excluded": (
        mark("{excluded} of {total} contacts are left out."),
        "",
        mark("Look at the reasons before you send."),
    ),
    "takes-long": (
        mark("Sending takes more than two hours at this rate."),
        "",
        mark("Keep the program open, or raise the rate."),
    ),
    "no-receiver": (
        mark("Statuses cannot reach this program."),
        mark("You will see what Meta accepted, but not what was delivered."),
        mark("Set up the webhook receiver in the settings if you need it."),
    ),
    "not-finished": (mark("The campaign is not finished."), "", mark("Send it again to go on where it stopped.")),
    "answers-unclear": (
        mark("Sending paused: several answers in a row could not be understood."),
        mark("A proxy, a login page or a wrong address may stand between this computer and Meta."),
        mark("Check the connection, then resume. What was on its way is listed as in doubt and is not sent again."),
    ),
    "restored": (
        mark("It was being sent when the backup was made."),
        mark("Messages may have left since, and this copy does not know of them."),
        mark("Look at the report before you resume it."),
    ),
    "journey-paused": (
        mark("It waits, for its journey is paused."),
        "",
        mark("Resume the journey when you are ready."),
    ),
    "by-you": (mark("You paused it."), "", mark("Resume when you are ready.")),
    "interrupted": (
        mark("The program ended while messages were leaving."),
        mark("What was on its way is listed as in doubt."),
        mark("It settles when its status arrives, or you decide."),
    ),
}
