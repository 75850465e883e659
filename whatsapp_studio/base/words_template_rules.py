"""Decides the words for what Meta refuses in a template that is written here."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark
from whatsapp_studio.base.words_template_why import page, why

__all__ = ["WORDS", "page", "why"]

WORDS: dict[str, tuple[str, str, str]] = {
    "template-name-missing": (mark("The template has no name."), "", mark("Give it a name such as spring_offer.")),
    "template-name-letters": (
        mark("The name has letters that Meta does not take."),
        "",
        mark("Use small letters a to z, digits and underscores only."),
    ),
    "template-name-taken": (
        mark("There is already a template “{name}” in this language."),
        "",
        mark("Choose another name, or change the one that is there."),
    ),
    "template-name-drafted": (
        mark("Another draft is called “{name}” in this language, too."),
        mark("Meta takes only the first of the two."),
        mark("Give one of them another name."),
    ),
    "template-name-leaving": (
        mark("The template “{name}” is being deleted."),
        mark("Meta keeps its name for 30 days."),
        mark("Choose another name."),
    ),
    "template-name-category": (
        mark("“{name}” has another category in its other languages."),
        mark("All languages of a template have the same category."),
        mark("Choose that category, or another name."),
    ),
    "template-count": (
        mark("The account has {count} templates; it may have no more than {most}."),
        mark("Each language counts. A verified business has room for more."),
        mark("Delete templates you no longer use."),
    ),
    "template-language-missing": (mark("The template has no language."), "", mark("Choose its language.")),
    "template-language-unknown": (
        mark("Meta has no templates in the language “{language}”."),
        "",
        mark("Choose one of the languages in the list."),
    ),
    "template-language-unsure": (
        mark("Meta's own list does not name {language}."),
        mark("Some programs use it, so Meta may take it."),
        mark("Choose the language without a country to be sure."),
    ),
    "template-category-missing": (mark("The template has no category."), "", mark("Choose its category.")),
    "template-category-unknown": (
        mark("“{category}” is no category that Meta takes today."),
        "",
        mark("Choose marketing, utility or authentication."),
    ),
    "template-text-missing": (mark("{part}: a text is missing."), "", mark("Write up to {most} characters.")),
    "template-text-long": (
        mark("{part}: {length} characters; {most} fit."),
        "",
        mark("Make it shorter."),
    ),
    "template-body-soft": (
        mark("The text has {length} characters; more than {most} are often refused."),
        mark("Meta's page allows 1,024, but marketing and utility templates were refused for less."),
        mark("Make it shorter to be sure."),
    ),
    "template-emojis": (
        mark("The text has {count} emojis; more than {most} are often refused."),
        "",
        mark("Take some out to be sure."),
    ),
    "template-newlines": (
        mark("There are {count} line breaks in a row; {most} is the most."),
        mark("An empty line is two line breaks."),
        mark("Take the extra empty lines out."),
    ),
    "template-emoji": (mark("{part}: Meta takes no emoji here ({emoji})."), "", mark("Take it out.")),
    "template-header-unknown": (
        mark("This program does not know headers of the kind “{kind}”."),
        mark("Meta may know them."),
        "",
    ),
    "template-header-one-line": (mark("A header has one line."), "", mark("Take the line break out.")),
    "template-header-formatting": (
        mark("A header takes no formatting and no asterisk."),
        mark("WhatsApp shows it bold by itself."),
        mark("Take the signs out."),
    ),
    "template-header-variables": (
        mark("The header has {count} variables; it may have one."),
        "",
        mark("Put the others into the body."),
    ),
    "template-header-sample": (
        mark("The header has no sample file."),
        mark("Meta looks at a sample before it approves a template with media."),
        mark("Choose a file that looks like what you will send."),
    ),
    "template-header-sample-unknown": (
        mark("The header's sample is neither a file nor a web address."),
        "",
        mark("Choose the file again."),
    ),
    "template-gif-category": (
        mark("A moving picture is for marketing templates only."),
        "",
        mark("Choose a video, or the category marketing."),
    ),
    "template-product-button": (
        mark("A header with a product needs a button for one product."),
        "",
        mark("Add the button, or choose another header."),
    ),
    "template-product-header": (
        mark("A button for one product needs a header with that product."),
        "",
        mark("Choose the header with a product, or take the button out."),
    ),
    "template-marketing-api": (
        mark("This works only with Meta's Marketing Messages API."),
        mark("This program sends through the Cloud API, which leaves it out."),
        mark("Leave it out unless your account uses that API."),
    ),
    "template-footer-variable": (
        mark("The footer has the variable {variable}; it may have none."),
        "",
        mark("Write the words themselves, or put it into the body."),
    ),
    "template-footer-one-line": (mark("A footer has one line."), "", mark("Take the line break out.")),
    "template-variable-open": (
        mark("Curly brackets are opened or closed without their other half."),
        "",
        mark("Write a variable like {{{{1}}}} or {{{{first_name}}}}."),
    ),
    "template-variable-name": (
        mark("Meta does not take {variable} as a variable."),
        mark("Numbers begin at 1; names have small letters and underscores; no spaces inside."),
        mark("Write it like {{{{1}}}} or {{{{first_name}}}}."),
    ),
    "template-variable-special": (
        mark("{variable} has one of the signs # $ % in it."),
        "",
        mark("Use small letters and underscores only."),
    ),
    "template-variable-digits": (
        mark("{variable} has a digit in its name."),
        mark("Meta's page names letters and underscores only, though it was seen to take digits."),
        mark("Write the number as a word to be sure."),
    ),
    "template-variables-mixed": (
        mark("{variable} is not of the same kind as the other variables."),
        mark("A template has numbers or names, not both."),
        mark("Make them all numbers, or all names."),
    ),
    "template-variables-gap": (
        mark("{variable} is missing among the variables."),
        mark("Numbers run from 1 without a gap in each part."),
        mark("Number them again."),
    ),
    "template-variable-twice": (
        mark("{variable} is there twice."),
        mark("Every name may be used once in a part."),
        mark("Give the second one another name."),
    ),
    "template-variable-edge": (
        mark("{variable} is at the very start or end of the text."),
        "",
        mark("Put a word or a full stop beside it."),
    ),
    "template-variables-touch": (
        mark("{variables} stand side by side."),
        "",
        mark("Put a word between them, or make one of them."),
    ),
    "template-variables-ratio": (
        mark("The text is short for its variables: it has {words} words, variables included."),
        mark("Meta refuses texts that are mostly variables; it does not say where it draws the line."),
        mark("Write {least} words or more, or use fewer variables."),
    ),
    "template-sample-missing": (
        mark("{variable} has no sample."),
        mark("Meta reads the text with its samples before it approves it."),
        mark("Write what it could be, such as a name or a date."),
    ),
    "template-sample-newline": (
        mark("The sample of {variable} has a line break."),
        mark("Meta refuses line breaks inside a value."),
        mark("Write it in one line."),
    ),
    "template-sample-tab": (
        mark("The sample of {variable} has a tab."),
        mark("Meta refuses tabs inside a value."),
        mark("Take the tab out."),
    ),
    "template-sample-spaces": (
        mark("The sample of {variable} has more than four spaces in a row."),
        mark("Meta refuses long gaps inside a value."),
        mark("Shorten the gap."),
    ),
    "template-duplicate": (
        mark("“{name}” ({language}) has the same body and footer."),
        mark("Meta refuses a template that says what another one says."),
        mark("Change the text, or use that template."),
    ),
    "template-ttl": (
        mark("Meta cannot try to deliver for {seconds} seconds."),
        mark("This category allows {least} to {most} seconds."),
        mark("Choose a time in between, or none."),
    ),
    "template-part-unknown": (
        mark("This program does not know parts of the kind “{kind}”."),
        mark("It keeps them as they are; Meta may know them."),
        "",
    ),
    "template-call-permission": (
        mark("A request for permission to call may have no header, footer or buttons."),
        mark("Meta's page does not say so, but such templates were refused."),
        mark("Take them out to be sure."),
    ),
}
