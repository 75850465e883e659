"""Decides the words for what can be wrong with a template's places and their values."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "place-unmapped": (
        mark("{label} is not filled."),
        mark("Meta refuses a message with an empty place."),
        mark("Choose a contact field or type a text for it."),
    ),
    "expression-syntax": (
        mark("{label}: the expression cannot be read at line {line}, column {column}."),
        "",
        mark("Write it like {{{{ contact.first_name }}}} and close every bracket."),
    ),
    "field-unknown": (
        mark("{label}: contacts have no field “{field}”."),
        "",
        mark("Choose one of the fields in the list, or add the field to your contacts."),
    ),
    "name-unknown": (
        mark("{label}: “{field}” is not known here."),
        mark("It is no field of the event that comes before, or nothing of that name does."),
        mark("Choose one of the names in the list, or declare the field at the event."),
    ),
    "filter-unknown": (
        mark("{label}: there is no filter “{filter}”."),
        "",
        mark("Use one of the known filters, for example default, upcase or capitalize."),
    ),
    "value-empty": (
        mark("{label} stays empty for this contact."),
        mark("Meta refuses a message with an empty value."),
        mark("Give a fallback text, or fill the field for this contact."),
    ),
    "value-invalid": (
        mark("{label} cannot be worked out for this contact."),
        mark("The expression does not fit the value of the field."),
        mark("Check the expression and the contact's field."),
    ),
    "value-newline": (
        mark("{label} has a line break for this contact."),
        mark("Meta refuses line breaks inside a value."),
        mark("Take the line break out of the contact's field."),
    ),
    "value-tab": (
        mark("{label} has a tab for this contact."),
        mark("Meta refuses tabs inside a value."),
        mark("Take the tab out of the contact's field."),
    ),
    "value-spaces": (
        mark("{label} has more than four spaces in a row for this contact."),
        mark("Meta refuses long gaps inside a value."),
        mark("Shorten the gap in the contact's field."),
    ),
    "value-too-long": (
        mark("{label} is too long for this contact."),
        mark("At most {most} characters fit there."),
        mark("Shorten the value, or cut it with the truncate filter."),
    ),
    "value-media": (
        mark("{label} is neither a web address nor an uploaded file."),
        "",
        mark("Give an address that starts with https://, or upload the file."),
    ),
    "value-url": (
        mark("{label} has a space in the ending of the link."),
        "",
        mark("Take the space out, or add the url_encode filter."),
    ),
    "value-code": (
        mark("{label} has a space in the code."),
        "",
        mark("Take the space out of the contact's field."),
    ),
    "value-location": (
        mark("{label} is not a location that can be read."),
        "",
        mark("Write latitude, longitude; name; address, for example 52.37, 4.89; Shop; Main Street 1."),
    ),
    "value-time": (
        mark("{label} is not a date and time that can be read."),
        "",
        mark("Write it like 2026-12-31T18:00+01:00."),
    ),
    "value-json": (
        mark("{label} is not a JSON object that can be read."),
        mark("A form takes its data as names and values between braces."),
        mark('Write it like {{"city": "Utrecht"}}.'),
    ),
    "value-product": (
        mark("{label} does not say which product of which catalogue."),
        "",
        mark("Write the id of the catalogue and the id of the product, for example 1234; SKU-7."),
    ),
    "value-product-id": (
        mark("{label} is not the id of a product."),
        "",
        mark("Write the id as the catalogue has it, without commas and semicolons."),
    ),
    "value-products": (
        mark("{label} is not a list of products that can be read."),
        "",
        mark("Write a title and the ids of its products, for example Bikes: SKU-1, SKU-2; Locks: SKU-3."),
    ),
    "value-products-many": (
        mark("{label} has more products or sections than a message can show."),
        mark("At most {products} products in {sections} sections fit there."),
        mark("Take some of them out."),
    ),
    "value-products-title": (
        mark("{label} has a section without a title."),
        mark("With more than one section Meta wants a title for each."),
        mark("Write the title before the products, for example Bikes: SKU-1, SKU-2."),
    ),
    "value-products-title-long": (
        mark("{label} has a section with a long title."),
        mark("At most {most} characters fit there."),
        mark("Shorten the title."),
    ),
    "meta-unclear": (
        mark("Meta's answer could not be read."),
        mark("Something between this computer and Meta may have answered instead."),
        mark("Try again in a minute. On a company network, ask whether a proxy is in the way."),
    ),
    "no-network": (
        mark("Meta cannot be reached."),
        mark("There is no connection to the internet, or a firewall blocks it."),
        mark("Check the connection and try again. What you made here is safe."),
    ),
    "no-answer": (
        mark("Meta did not answer in time."),
        mark("The connection broke or is very slow."),
        mark("Check the connection and try again."),
    ),
    "connection-untrusted": (
        mark("The connection to Meta cannot be trusted."),
        mark("Its certificate is not signed by anyone this computer trusts."),
        mark("Check the computer's clock. On a company network, ask for its certificate to be installed."),
    ),
    "proxy-refused": (
        mark("The proxy of this network refused the connection."),
        "",
        mark("Check the proxy settings and its user name and password."),
    ),
    "proxy-status": (
        mark("The proxy of this network asks to sign in (status {status})."),
        "",
        mark("Sign in to the network, then try again."),
    ),
    "http-status": (
        mark("The answer was not one of Meta's (status {status})."),
        mark("Something between this computer and Meta answered, so nobody can tell whether the message passed it."),
        mark("Check the message's status before you send it again."),
    ),
    "graph-url-invalid": (
        mark("“{url}” is not a web address."),
        "",
        mark("Correct the address of the Graph API in the connection."),
    ),
    "token-malformed": (
        mark("This is not an access token."),
        mark("It is empty, or has spaces or line breaks in it."),
        mark("Copy the whole token from Meta again and paste it."),
    ),
    "file-unreadable": (
        mark("The file “{path}” cannot be read."),
        "{details}",
        mark("Check that it is still there and that you may open it."),
    ),
    # What Meta's word for a template's state means, as a tooltip or a banner.
    "status-approved": (mark("Meta approved this template."), "", mark("It can be sent.")),
    "status-pending": (
        mark("Meta is reviewing this template."),
        "",
        mark("It usually answers within a day. Refresh the templates to see."),
    ),
    "status-rejected": (mark("Meta rejected this template."), "", mark("Change it and hand it in again.")),
    "status-paused": (
        mark("Meta paused this template because people blocked or reported it."),
        mark("The first pause lasts 3 hours, the second 6."),
        mark("Wait until it is approved again, or choose another template."),
    ),
    "status-disabled": (
        mark("Meta disabled this template for good."),
        mark("It was paused for low quality too often."),
        mark("Make a new template with other words."),
    ),
    "status-in-appeal": (mark("Meta is looking at this template once more."), "", mark("Wait for its answer.")),
    "status-pending-deletion": (mark("This template is being deleted."), "", mark("Choose another template.")),
    "status-deleted": (mark("This template was deleted."), "", mark("Choose another template.")),
    "status-limit-exceeded": (
        mark("The account has more templates than it may have."),
        "",
        mark("Delete templates you no longer use."),
    ),
    "status-archived": (
        mark("Meta archived this template."),
        mark("It was not used for a year."),
        mark("Take it out of the archive in WhatsApp Manager to use it again."),
    ),
    "status-other": (
        mark("Meta gave this template a state that is new to this program."),
        "",
        mark("Only an approved template can be sent."),
    ),
    # Why Meta rejected a template.
    "rejected-abusive-content": (
        mark("Meta found content that its policy does not allow."),
        "",
        mark("Take out what could threaten, insult or deceive."),
    ),
    "rejected-incorrect-category": (
        mark("The text does not fit the category."),
        mark("What advertises is marketing, even inside an order update."),
        mark("Hand it in as marketing, or take the advertising out."),
    ),
    "rejected-invalid-format": (
        mark("The places or the formatting are not right."),
        mark("Places need words around them, may not touch each other, and need an example."),
        mark("Correct the text and hand it in again."),
    ),
    "rejected-promotional": (
        mark("The text advertises, which its category does not allow."),
        "",
        mark("Hand it in as marketing."),
    ),
    "rejected-scam": (
        mark("Meta thinks the text could deceive people."),
        "",
        mark("Name your business, avoid promises of prizes, and use links to your own site."),
    ),
    "rejected-tag-content-mismatch": (
        mark("The text does not fit its category or its language."),
        "",
        mark("Choose the language it is written in and the category it belongs to."),
    ),
    "rejected-category-not-available": (
        mark("This category is not available to your account."),
        "",
        mark("Choose another category."),
    ),
    "rejected-other": (
        mark("Meta gave no reason that this program knows."),
        "",
        mark("Look at the template in WhatsApp Manager."),
    ),
}
