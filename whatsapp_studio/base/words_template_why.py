"""Decides why Meta has each rule for templates, in a sentence or two, and on which of its pages it is written."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark, tr

DOCS = "https://developers.facebook.com/documentation/business-messaging/whatsapp/"
_LENGTH = mark("Meta cuts nothing off: a part that does not fit the bubble on a phone is refused as a whole.")
_VARIABLES = mark(
    "Meta refuses it since October 2025: the text around a variable has to say what the message is about, "
    "whatever is filled in."
)
_SAMPLE = mark("Meta judges a template as a customer would see it, so everything that is filled in needs an example.")
_VALUE = mark("Meta refuses a message whose values have line breaks, tabs or long gaps: they could change its layout.")
_CATEGORY = mark(
    "The category decides the price and the consent that is needed. Meta reads the words, and moves a template "
    "to marketing when they advertise."
)
_CODE = mark(
    "People trust messages with codes, so Meta writes their words itself and allows no links, files or emojis in them."
)
_CARDS = mark("WhatsApp shows the cards of a carousel side by side in one size, so they have to be built alike.")
_OFFER = mark("WhatsApp draws an offer with its clock and its code in one fixed way, which leaves no room for more.")
_BUTTONS = mark("WhatsApp draws buttons in a fixed way on every phone, so their number, order and words have limits.")
_LOOK = mark("WhatsApp shows headers, footers and buttons in a look of its own, which leaves no room for formatting.")
_SPELLING = mark(
    "Meta finds the variables of a text by their exact spelling, and refuses others at once since October 2025."
)
_LINK = mark("Meta approves where a link leads. Only its end may differ from person to person.")
_FORM = mark("Meta has to know a form before a button can open it.")
_APP = mark("An app has to prove that it is the one a code is meant for.")
_FILE = mark("WhatsApp shows these types of files on every phone without another program, up to this size.")
_NAME = mark("Name and language together are how a message says which template it uses, so they are unique.")
_REPEAT = mark(
    "Meta keeps one template for each text, so that what it learns of people's reactions stays in one place."
)
_TIME = mark("A message that waits too long is of no use; how long that is depends on what it is for.")
_LIMIT = mark("Meta limits how many templates an account has until it knows the business.")
_PACE = mark("Every new text is reviewed, so Meta limits how many there are in an hour, a day and a month.")
_ELSEWHERE = mark("This program sends by the Cloud API. Meta has this for its Marketing Messages API only.")
_UNSURE = mark("Meta's pages do not say it for sure, but other programs saw templates refused for it.")
_TRUST = mark("People who feel disturbed block a number. Blocks lower its quality, and Meta then pauses its templates.")
_BRAND = mark("This is a rule of your own brand kit, not of Meta's.")

# (the beginning of a code, why, the page); the longest beginning that fits counts.
_REASONS: tuple[tuple[str, str, str], ...] = (
    ("template-text-", _LENGTH, "templates/components"),
    ("template-body-soft", _UNSURE, "templates/components"),
    ("template-emojis", _UNSURE, "templates/components"),
    ("template-emoji", _LOOK, "templates/components"),
    ("template-newlines", _UNSURE, "templates/components"),
    ("template-part-unknown", _UNSURE, "templates/components"),
    ("template-name-", _NAME, "templates/template-management"),
    ("template-edit-", _PACE, "templates/template-management"),
    ("template-create-", _PACE, "templates/template-management"),
    ("template-count", _LIMIT, "templates/overview"),
    ("template-language-", _NAME, "templates/supported-languages"),
    ("template-language-unsure", _UNSURE, "templates/supported-languages"),
    ("template-category-", _CATEGORY, "templates/template-categorization"),
    ("template-name-category", _CATEGORY, "templates/template-categorization"),
    ("template-header-", _LOOK, "templates/components"),
    ("template-header-unknown", _UNSURE, "templates/components"),
    ("template-header-sample", _SAMPLE, "templates/components"),
    ("template-gif-", _ELSEWHERE, "templates/components"),
    ("template-product-", _BUTTONS, "templates/components"),
    ("template-marketing-api", _ELSEWHERE, "templates/components"),
    ("template-footer-", _LOOK, "templates/components"),
    ("template-variable", _VARIABLES, "templates/template-review"),
    ("template-variable-name", _SPELLING, "templates/components"),
    ("template-variable-open", _SPELLING, "templates/components"),
    ("template-variable-special", _SPELLING, "templates/components"),
    ("template-variable-twice", _SPELLING, "templates/components"),
    ("template-variable-digits", _UNSURE, "templates/components"),
    ("template-variables-gap", _SPELLING, "templates/components"),
    ("template-variables-mixed", _SPELLING, "templates/components"),
    ("template-header-variables", _VARIABLES, "templates/components"),
    ("template-sample-", _VALUE, "templates/components"),
    ("template-sample-missing", _SAMPLE, "templates/components"),
    ("template-duplicate", _REPEAT, "templates/template-review"),
    ("template-ttl", _TIME, "templates/time-to-live"),
    ("template-button", _BUTTONS, "templates/components"),
    ("template-button-unknown", _UNSURE, "templates/components"),
    ("template-url-", _LINK, "templates/components"),
    ("template-url-sample", _SAMPLE, "templates/components"),
    ("template-phone-", _BUTTONS, "templates/components"),
    ("template-code-", _SAMPLE, "templates/components"),
    ("template-flow-", _FORM, "templates/components"),
    ("template-call-", _UNSURE, "templates/components"),
    ("template-card", _CARDS, "templates/marketing-templates/media-card-carousel-templates"),
    ("template-offer-", _OFFER, "templates/marketing-templates/limited-time-offer-templates"),
    ("template-auth-", _CODE, "templates/authentication-templates/authentication-templates"),
    ("template-otp-", _CODE, "templates/authentication-templates/authentication-templates"),
    ("template-otp-app", _APP, "templates/authentication-templates/authentication-templates"),
    ("template-otp-package", _APP, "templates/authentication-templates/authentication-templates"),
    ("template-otp-hash", _APP, "templates/authentication-templates/authentication-templates"),
    ("template-media-", _FILE, "business-phone-numbers/media"),
    ("template-gif-large", _FILE, "business-phone-numbers/media"),
    ("template-sticker-", _FILE, "business-phone-numbers/media"),
    ("category-advice", _CATEGORY, "templates/template-categorization"),
    ("category-advice-code", _CODE, "templates/template-categorization"),
    ("lint-", _TRUST, "templates/template-quality"),
    ("lint-link-", _TRUST, "templates/template-review"),
    ("lint-brand-", _BRAND, ""),
)


def why(code: str) -> str:
    """Why a rule of templates is there, in one or two sentences; empty for another code."""
    found = _found(code)
    return tr(found[1]) if found else ""


def page(code: str) -> str:
    """The address of Meta's page that says so; empty for another code, and for a rule of one's own."""
    found = _found(code)
    return DOCS + found[2] if found and found[2] else ""


def _found(code: str) -> tuple[str, str, str] | None:
    return max(
        (entry for entry in _REASONS if code.startswith(entry[0])), key=lambda entry: len(entry[0]), default=None
    )
