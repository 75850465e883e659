"""Decides the words for what Meta refuses in buttons, carousels, offers, one-time passwords and files of a template."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "template-buttons-many": (
        mark("There are {count} buttons; {most} are allowed."),
        "",
        mark("Take some out."),
    ),
    "template-buttons-kind": (
        mark("There are {count} buttons of the kind “{kind}”; {most} is the most."),
        "",
        mark("Take some out."),
    ),
    "template-buttons-mixed": (
        mark("The quick replies do not stand together."),
        mark("They come before all other buttons, or after them."),
        mark("Move them together."),
    ),
    "template-buttons-desktop": (
        mark("WhatsApp on a computer does not show this message."),
        mark("It leaves out messages with four buttons or more, or with quick replies beside other buttons."),
        mark("Use fewer buttons, or one kind, if your customers read on a computer."),
    ),
    "template-buttons-same": (
        mark("Two buttons are called “{text}”."),
        mark("Nobody can tell them apart, nor can a journey that waits for one."),
        mark("Give each its own text."),
    ),
    "template-button-unknown": (
        mark("This program does not know buttons of the kind “{kind}”."),
        mark("Meta may know them."),
        "",
    ),
    "template-button-variable": (
        mark("{variable} in a button's text is shown as it stands."),
        mark("Only the end of a link can be filled in a button."),
        mark("Write the words themselves."),
    ),
    "template-url-missing": (mark("The button has no web address."), "", mark("Write it with https:// in front.")),
    "template-url-invalid": (
        mark("“{url}” is not a web address."),
        "",
        mark("Write it with https:// in front and no spaces."),
    ),
    "template-url-variables": (
        mark("The web address has {count} variables; it may have one."),
        "",
        mark("Keep the last one."),
    ),
    "template-url-variable-place": (
        mark("The variable is not at the end of the web address."),
        mark("Meta fills only the end of a link."),
        mark("Put it last."),
    ),
    "template-url-sample": (
        mark("The web address has no sample."),
        mark("Meta opens the whole address before it approves the template."),
        mark("Write the whole address as one customer gets it."),
    ),
    "template-phone-invalid": (
        mark("This is not a phone number."),
        "",
        mark("Write it with its country, such as +31 20 123 4567."),
    ),
    "template-code-missing": (mark("The code has no sample."), "", mark("Write a code such as SPRING25.")),
    "template-code-letters": (
        mark("The code has other signs than letters and digits."),
        "",
        mark("Use letters A to Z and digits only."),
    ),
    "template-flow-missing": (mark("The button opens no form."), "", mark("Choose the form that it opens.")),
    "template-flow-several": (
        mark("The button names its form in more than one way."),
        "",
        mark("Keep its id, its name or its text, one of them."),
    ),
    "template-flow-action": (
        mark("Meta does not know the action “{action}” of a form."),
        "",
        mark("Choose navigate or data_exchange."),
    ),
    "template-call-minutes": (
        mark("A call button may be used for {least} to {most} minutes."),
        "",
        mark("Choose a time in between."),
    ),
    "template-cards-category": (
        mark("A carousel is for marketing templates only."),
        "",
        mark("Choose the category marketing, or take the cards out."),
    ),
    "template-cards-header": (
        mark("A carousel has no header above it."),
        mark("Each card has its own."),
        mark("Take the header out."),
    ),
    "template-cards-footer": (mark("A carousel has no footer."), "", mark("Put its words into the body.")),
    "template-cards-count": (
        mark("A carousel has {least} to {most} cards; this one has {count}."),
        "",
        mark("Add cards or take some out."),
    ),
    "template-cards-differ": (
        mark("Card {n} is not built like the first one."),
        mark("All cards have the same kind of header and the same buttons in the same order."),
        mark("Make them alike."),
    ),
    "template-cards-bodies": (
        mark("This card has no text, others have one."),
        "",
        mark("Give every card a text, or none."),
    ),
    "template-card-header-missing": (mark("The card has no header."), "", mark("Choose a picture or a video.")),
    "template-card-header": (
        mark("A card's header is a picture, a video or a product."),
        "",
        mark("Choose one of these."),
    ),
    "template-card-buttons": (
        mark("The card has {count} buttons; {most} are allowed."),
        "",
        mark("Take some out."),
    ),
    "template-card-buttons-none": (
        mark("The card has no button."),
        mark("Meta's examples have one or two on each card, and it may refuse one without."),
        mark("Add a button to every card."),
    ),
    "template-card-button-kind": (
        mark("A card cannot have a button of the kind “{kind}”."),
        "",
        mark("Use quick replies, links and phone numbers."),
    ),
    "template-offer-category": (
        mark("A limited-time offer is for marketing templates only."),
        "",
        mark("Choose the category marketing, or take the offer out."),
    ),
    "template-offer-footer": (mark("A limited-time offer has no footer."), "", mark("Take the footer out.")),
    "template-offer-header": (
        mark("Above a limited-time offer only a picture or a video can stand."),
        "",
        mark("Choose one of these, or no header."),
    ),
    "template-offer-code-first": (
        mark("The button with the code is not the first."),
        "",
        mark("Move it to the top."),
    ),
    "template-offer-code": (
        mark("An offer with an end needs a button that copies its code."),
        "",
        mark("Add the button, or let the offer have no end."),
    ),
    "template-offer-link": (
        mark("The offer has no link."),
        mark("Meta's examples have one, and it may refuse an offer without."),
        mark("Add a button with a link."),
    ),
    "template-auth-header": (mark("A one-time password has no header."), "", mark("Take the header out.")),
    "template-auth-body": (
        mark("Meta writes the text of a one-time password itself."),
        "",
        mark("Leave the text empty, or choose another category."),
    ),
    "template-auth-link": (mark("A one-time password has no links."), "", mark("Take the link out.")),
    "template-auth-footer": (
        mark("Meta writes the footer of a one-time password itself."),
        "",
        mark("Choose after how many minutes the code ends, or leave the footer empty."),
    ),
    "template-auth-minutes": (
        mark("A code ends after {least} to {most} minutes."),
        "",
        mark("Choose a time in between."),
    ),
    "template-auth-button": (
        mark("A one-time password cannot have a button of the kind “{kind}”."),
        mark("Its only button copies or fills in the code."),
        mark("Take the button out."),
    ),
    "template-otp-missing": (
        mark("The button for the code is missing."),
        "",
        mark("Add the button that copies or fills in the code."),
    ),
    "template-otp-category": (
        mark("A button for one-time passwords needs the category authentication."),
        "",
        mark("Choose that category, or take the button out."),
    ),
    "template-otp-kind": (
        mark("Meta does not know “{kind}” as a way to hand over a code."),
        "",
        mark("Choose copying, one tap or no tap."),
    ),
    "template-otp-app-missing": (
        mark("There is no app that takes the code."),
        mark("One tap and no tap need the Android app that reads it."),
        mark("Add the app, or let the code be copied."),
    ),
    "template-otp-apps": (mark("There are {count} apps; {most} are allowed."), "", mark("Take some out.")),
    "template-otp-package": (
        mark("“{name}” is not the name of an Android app."),
        mark("It has two parts or more with dots between, such as com.example.shop, and {most} characters at most."),
        mark("Copy it from the app's page in the store."),
    ),
    "template-otp-hash": (
        mark("The signature of the app has {length} characters; it has {most} letters, digits and + / =."),
        "",
        mark("Ask whoever builds the app for its signature."),
    ),
    "template-otp-terms": (
        mark("Nobody accepted Meta's terms for codes without a tap."),
        "",
        mark("Read the terms and accept them."),
    ),
    "template-media-type": (
        mark("Meta does not take a file of the type {mime} here."),
        mark("It takes {types}."),
        mark("Save the file as one of these."),
    ),
    "template-media-large": (
        mark("The file has {size}; Meta takes {most} at most."),
        "",
        mark("Make it smaller and choose it again."),
    ),
    "template-media-close": (
        mark("The file has {size}, just within Meta's limit of {most}."),
        mark("Meta does not say how it counts a megabyte."),
        mark("Make it a little smaller to be sure."),
    ),
    "template-media-empty": (mark("The file is empty."), "", mark("Choose another file.")),
    "template-gif-large": (
        mark("The moving picture has {size}; above {most} WhatsApp shows it as a video."),
        "",
        mark("Make it smaller if it should move by itself."),
    ),
    "template-sticker-large": (
        mark("The sticker has {size}; above {most} it has to be an animated one."),
        "",
        mark("Make it smaller unless it moves."),
    ),
}
