"""Decides the words for Meta's error codes that a sender meets: plain, with what to do now."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark
from whatsapp_studio.base.words_meta_account import ACCOUNT_WORDS, REPORT, Entry, each

_WAITING = mark("Nothing to do: the program waits and tries again by itself.")
_NEW_TOKEN = mark("Sending is paused and nothing is lost. Paste a new token under Connection.")
_ASSIGN = mark(
    "In Meta's Business settings, give the system user full control of the WhatsApp account, then try again."
)
_SKIPPED = mark("This contact is skipped; the others go on.")
_ACCOUNT = mark("Open Meta's Business Support Home to see the reason and what you can do.")

_SENDING: dict[str, Entry] = {
    **each(
        (
            mark("Meta no longer accepts this access token."),
            mark("It expired, was withdrawn, or does not belong to this account."),
            _NEW_TOKEN,
        ),
        "0", "190",
    ),
    "meta-190-463": (mark("The access token has expired."), mark("Temporary tokens last one day."), _NEW_TOKEN),
    "meta-190-467": (mark("The access token was withdrawn."), "", _NEW_TOKEN),
    "meta-190-460": (mark("The access token ended because a password was changed."), "", _NEW_TOKEN),
    "meta-1": (mark("Meta could not handle the request just now."), "", _WAITING),
    "meta-2": (mark("Meta's service is down or too busy for a moment."), "", _WAITING),
    "meta-3": (
        mark("Meta does not allow this app to send."),
        mark("A capability or permission is missing on the app."),
        mark("Check in Meta's app dashboard that the WhatsApp product is added to the app."),
    ),
    "meta-4": (mark("Meta slowed this app down."), mark("It made many calls in a short time."), _WAITING),
    "meta-10": (
        mark("Meta refused permission."),
        mark("A permission was never given or was taken away, or the business may not use this feature."),
        _ASSIGN,
    ),
    "meta-17": (mark("Meta slowed this user down."), mark("It made many calls in a short time."), _WAITING),
    "meta-33": (
        mark("Meta does not know this phone number any more."),
        mark("It was deleted or moved to another account."),
        mark("Check the phone number id under Connection."),
    ),
    "meta-100": (mark("Meta did not understand the request."), "{details}", REPORT),
    "meta-100-33": (
        mark("Meta cannot find this account or number with this token."),
        mark("An id is wrong, or the token has no access to it."),
        mark("Check the account id and the phone number id under Connection, and what the system user may use."),
    ),
    "meta-104": (
        mark("Meta asks for a proof with the access token."),
        mark("The app is set to require an app secret proof, or the token is missing."),
        mark("Switch off “Require app secret” in the app's advanced settings, or check the token."),
    ),
    "meta-192": (mark("Meta refused the phone number."), "", mark("Check that it is complete, with its country code.")),
    "meta-200": (
        mark("The access token may not do this."),
        mark("A permission is missing, or the WhatsApp account is not assigned to the system user."),
        _ASSIGN,
    ),
    "meta-368": (
        mark("Meta blocked this account for a time."),
        mark("It found a breach of its policies."),
        _ACCOUNT,
    ),
    "meta-613": (mark("Meta slowed these calls down."), mark("Too many were made in a short time."), _WAITING),
    "meta-803": (
        mark("Meta does not know one of the ids."),
        mark("It is wrong, or what it named was deleted."),
        mark("Check the account id and the phone number id under Connection."),
    ),
    "meta-1005": (
        mark("Meta refused access to this number."),
        mark("It still belongs to a kind of service that has ended."),
        mark("Register the number for the Cloud API."),
    ),
    "meta-1026": (mark("The phone of this contact cannot show this kind of message."), "", _SKIPPED),
    "meta-80007": (
        mark("Meta slowed down calls about this account."),
        mark("Only a number of them is allowed each hour."),
        mark("Wait a few minutes and try again. Sending is not affected."),
    ),
    "meta-130403": (
        mark("You blocked this person at Meta."),
        "",
        mark("Unblock the number in WhatsApp Manager to write to it again."),
    ),
    "meta-130429": (mark("Meta asked to send more slowly."), "", _WAITING),
    "meta-130472": (
        mark("Meta left this person out of marketing messages for a test."),
        mark("About one in a hundred people is in it at any time; the message is not charged."),
        mark("Do not send it again. If the person writes to you, you may answer."),
    ),
    "meta-130497": (
        mark("Meta does not let this account write to that country."),
        mark("The rules for your line of business, or for numbers across these borders, do not allow it."),
        mark("Leave contacts of that country out of the campaign."),
    ),
    "meta-130501": (mark("The person sent a kind of message that cannot be shown."), "", ""),
    "meta-131000": (mark("Something went wrong at Meta."), "", _WAITING),
    "meta-131005": (
        mark("Meta denied access."),
        mark("A permission of the access token was taken away."),
        _ASSIGN,
    ),
    "meta-131008": (mark("Meta misses a part of the message."), "{details}", REPORT),
    "meta-131009": (mark("Meta refused a value in the message."), "{details}", mark("Check what fills the template.")),
    "meta-131014": (
        mark("Meta could not fetch the picture, video or document."),
        mark("Its address did not answer as it should."),
        mark("Open the address in a browser without signing in. If that fails, use another address."),
    ),
    "meta-131016": (mark("WhatsApp is not available for a moment."), "", _WAITING),
    "meta-131021": (mark("This is your own number."), mark("A number cannot write to itself."), _SKIPPED),
    "meta-131026": (
        mark("WhatsApp could not deliver to this number."),
        mark("It may not use WhatsApp, have an old version, or not have accepted the terms. Meta does not say which."),
        mark("Ask the person for the right number. Do not keep trying."),
    ),
    "meta-131030": (
        mark("This number is not on the list of allowed recipients."),
        mark("Meta's free test number may write only to numbers confirmed before."),
        mark("Add the number in the app dashboard under API setup, or use your own business number."),
    ),
    "meta-131031": (
        mark("Meta locked this account."),
        mark("A policy was breached, or the two-step PIN did not match."),
        _ACCOUNT,
    ),
    "meta-131035": (mark("Meta could not hand over a status in time."), mark("It is lost."), ""),
    "meta-131036": (
        mark("One of this person's devices could not get the message."),
        mark("Another device of theirs may have shown it."),
        mark("Nothing to do."),
    ),
    "meta-131037": (
        mark("The display name of your number is not approved yet."),
        "",
        mark("Ask for approval of the display name in WhatsApp Manager, then resume."),
    ),
    "meta-131042": (
        mark("Meta could not charge for messages."),
        mark("A payment method is missing or was declined, or the credit line is used up."),
        mark("Add or correct the payment method in Meta's Billing page, then resume."),
    ),
    "meta-131044": (
        mark("Meta could not charge for calls."),
        "",
        mark("Add or correct the payment method in Meta's Billing page."),
    ),
    "meta-131045": (
        mark("Your number is not registered correctly."),
        "",
        mark("Register it again in WhatsApp Manager, then resume."),
    ),
    "meta-131047": (
        mark("This contact last wrote more than 24 hours ago."),
        mark("Free text is not allowed then."),
        mark("Send an approved template instead."),
    ),
    "meta-131048": (
        mark("Meta stopped this number because people blocked or reported its messages."),
        mark("Sending more now makes it worse."),
        mark("Wait at least a day. Look at the quality of the number, and write only to people who expect it."),
    ),
    "meta-131049": (
        mark("Meta did not deliver this, to limit the marketing this person gets."),
        mark("It counts the marketing of all businesses, and delivers none to US numbers."),
        mark("Do not send it again today; try again after some days, at most once or twice."),
    ),
    "meta-131050": (
        mark("This person stopped marketing messages from you in WhatsApp."),
        "",
        mark("Do not send them marketing any more, until they allow it again."),
    ),
    "meta-131051": (mark("Meta does not know this kind of message."), "", REPORT),
    "meta-131052": (
        mark("Meta could not download a file."),
        mark("Its address did not answer, or it is too large."),
        mark("Check the address and the size of the file."),
    ),
    "meta-131053": (
        mark("Meta refused the picture, video or document."),
        mark("Its type, size or encoding is not one that WhatsApp shows, or its address leads elsewhere."),
        mark("Choose another file, then resume."),
    ),
    "meta-131055": (mark("Only marketing templates can be sent this way."), "", REPORT),
    "meta-131056": (mark("Too many messages went to this person in a short time."), "", _WAITING),
    "meta-131057": (mark("Meta is working on this account."), mark("It takes about a minute."), _WAITING),
    "meta-131058": (
        mark("The “hello_world” template cannot be sent from your own number."),
        mark("Meta allows it from its test numbers only."),
        mark("Choose another template."),
    ),
    "meta-131059": (mark("Meta lost its place in a long list."), "", mark("Try again: the list is read anew.")),
    "meta-131061": (
        mark("This template has a price limit and cannot be sent this way."),
        "",
        mark("Choose a template without a maximum price."),
    ),
    "meta-131062": (
        mark("This person's number is not known, and a code cannot be sent without it."),
        "",
        mark("Ask the person for the phone number."),
    ),
    "meta-131063": (
        mark("This account does not take marketing templates through the Cloud API."),
        mark("A setting of the account sends them another way."),
        mark("Switch that setting off in WhatsApp Manager, then resume."),
    ),
    "meta-131064": (
        mark("Meta limited this account because templates had the wrong category."),
        mark("The limit ends by itself after some days."),
        mark("Look at the account's notices in WhatsApp Manager, and use the right category."),
    ),
    "meta-132000": (
        mark("The number of values does not fit the template."),
        "{details}",
        mark("The template was probably changed. Refresh the templates and fill its places again."),
    ),
    "meta-132001": (
        mark("Meta does not know this template in this language."),
        mark("It was deleted, renamed or is not approved."),
        mark("Refresh the templates and choose another."),
    ),
    "meta-132005": (
        mark("The filled text is too long for this contact."),
        "",
        mark("Shorten the contact's fields that go into it."),
    ),
    "meta-132007": (
        mark("The text of this template breaks Meta's content policy."),
        "",
        mark("Choose another template, or change this one and hand it in again."),
    ),
    "meta-132008": (mark("Meta refused a value of the template."), "{details}", mark("Check what fills the template.")),
    "meta-132012": (
        mark("A value does not fit its place in the template."),
        "{details}",
        mark("The template was probably changed. Refresh the templates and fill its places again."),
    ),
    "meta-132015": (
        mark("Meta paused this template because of feedback from people."),
        mark("The first pause lasts 3 hours, the second 6."),
        mark("Wait until it is approved again, or choose another template."),
    ),
    "meta-132016": (
        mark("Meta disabled this template for good."),
        mark("It was paused for low quality too often."),
        mark("Make a new template with other words."),
    ),
    "meta-132018": (
        mark("Meta refused a value for this contact."),
        mark("Values may have no line breaks, no tabs and no long gaps."),
        mark("Correct the contact's fields that go into the message."),
    ),
    "meta-132021": (mark("A template with this name exists already."), "", mark("Choose another name.")),
    "meta-132068": (
        mark("The form behind this template's button is blocked."),
        "",
        mark("Correct the flow in WhatsApp Manager, then resume."),
    ),
    "meta-132069": (
        mark("The form behind this template's button is held back."),
        mark("Meta lets few messages an hour use it for now."),
        mark("Wait an hour, or correct the flow in WhatsApp Manager."),
    ),
    "meta-133004": (mark("Meta's server is not available for a moment."), "", _WAITING),
    "meta-133010": (
        mark("Your number is not registered for the Cloud API."),
        "",
        mark("Register it in WhatsApp Manager, then resume."),
    ),
    "meta-134011": (
        mark("The terms of WhatsApp payments are not accepted."),
        "",
        mark("Accept them in Meta's Business settings."),
    ),
    "meta-134100": (mark("Only marketing messages can be sent this way."), "", mark("Choose a marketing template.")),
    "meta-134101": (
        mark("Meta is still preparing this template."),
        mark("It takes up to ten minutes after a change."),
        _WAITING,
    ),
    "meta-134102": (
        mark("This template cannot be used this way."),
        mark("The account is not set up for it at Meta."),
        mark("Choose another template."),
    ),
    "meta-135000": (mark("Meta refused the message without saying why."), "{details}", REPORT),
    "meta-137000": (
        mark("This person changed phone or number since you last checked."),
        "",
        mark("Make sure that it is still the same person before you write again."),
    ),
    "meta-139200": (mark("This account may not send without a template."), "", mark("Send an approved template.")),
    "meta-141002": (mark("A template is not approved."), "", mark("Wait for the review, or choose another template.")),
    "meta-141006": (
        mark("Meta sees a problem with the payment method."),
        "",
        mark("Add or correct it in Meta's Billing page."),
    ),
    "meta-2494100": (mark("Meta is working on this number."), mark("It takes a few minutes."), _WAITING),
}  # fmt: skip

WORDS: dict[str, Entry] = {
    **_SENDING,
    **ACCOUNT_WORDS,
    "meta-unknown": (
        mark("Meta refused this for a reason that is new to this program."),
        "{details}",
        mark("Look the code up in Meta's documentation, or report it with its details."),
    ),
}
