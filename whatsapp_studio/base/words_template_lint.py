"""Decides the words for what a person would regret in a template or a message, and for its category."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "category-advice": (
        mark("This reads like marketing: {words}."),
        mark("Meta may make it a marketing template: it then costs more and needs people's consent to marketing."),
        mark("Take these words out, or choose the category marketing."),
    ),
    "category-advice-utility": (
        mark("This reads like news about an order: {words}."),
        mark("A utility template costs less and needs no consent to marketing."),
        mark("Choose the category utility if it advertises nothing."),
    ),
    "category-advice-code": (
        mark("This reads like a code to log in: {words}."),
        mark("Meta takes such codes in authentication templates only."),
        mark("Choose the category authentication."),
    ),
    "lint-link-broken": (
        mark("The link “{link}” cannot work."),
        mark("Its spelling is not that of a web address."),
        mark("Write it with https:// in front, and no spaces inside."),
    ),
    "lint-link-short": (
        mark("The link of {link} hides where it leads."),
        mark("Meta may refuse it, and people trust it less."),
        mark("Use a link to your own site."),
    ),
    "lint-no-way-to-stop": (
        mark("Nothing here says how to hear no more."),
        mark("People who find no way to stop block the number, which lowers its quality."),
        mark("Add a “Stop” button, or a footer such as “Reply STOP to opt out”."),
    ),
    "lint-capitals": (
        mark("Words in capitals look like shouting: {words}."),
        "",
        mark("Write them in small letters."),
    ),
    "lint-marks": (
        mark("Signs in a row look like spam: “{marks}”."),
        "",
        mark("Keep one of them."),
    ),
    "lint-value-capitals": (
        mark("{label} is in capitals: {value}."),
        "",
        mark("Add the filter that writes words with one capital, or mend the contact's field."),
    ),
    "lint-emojis": (
        mark("The message has {count} emojis; more than {most} look like spam."),
        "",
        mark("Take some out."),
    ),
    "lint-brand-word": (
        mark("Banned word of your brand kit: “{word}”."),
        "",
        mark("Use another word."),
    ),
    "lint-brand-signature": (
        mark("The signature of your brand kit is missing: “{signature}”."),
        "",
        mark("Put it into the footer or at the end of the text."),
    ),
    "lint-brand-emojis": (
        mark("Your brand kit allows {most} emojis; there are {count}."),
        "",
        mark("Take some out."),
    ),
    "lint-brand-formal": (
        mark("Your brand kit speaks to people formally; “{word}” does not."),
        "",
        mark("Use the polite form."),
    ),
    "lint-brand-informal": (
        mark("Your brand kit speaks to people as to friends; “{word}” does not."),
        "",
        mark("Use the informal form."),
    ),
}
