"""Decides the words for templates in the making, for Meta's limits on them, and for what becomes of them there."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

_REPLACE = mark("Put another template in its place, or wait: its messages go on by themselves once it is approved.")

WORDS: dict[str, tuple[str, str, str]] = {
    # Drafts.
    "template-draft-unknown": (mark("This draft is not there any more."), "", mark("Choose another draft.")),
    "template-draft-exists": (
        mark("There is a draft “{name}” in this language already."),
        "",
        mark("Open that draft, or choose another name or language."),
    ),
    "template-draft-leaving": (
        mark("“{name}” is on its way to Meta."),
        mark("Until Meta has answered nothing can be changed about it."),
        mark("Wait a moment and try again."),
    ),
    # Meta's limits.
    "template-edit-status": (
        mark("“{name}” cannot be changed now."),
        mark("Meta takes changes of templates that are approved, rejected or paused."),
        mark("Wait for Meta's answer, or duplicate it as a new template."),
    ),
    "template-edit-gone": (
        mark("“{name}” is not on the account any more."),
        "",
        mark("Duplicate it as a new template."),
    ),
    "template-edit-name": (
        mark("A template keeps its name and its language."),
        mark("“{name}” is what the changed one would be called."),
        mark("Give it its name back, or duplicate it as a new template."),
    ),
    "template-edit-category": (
        mark("The category of an approved template stays as it is."),
        "",
        mark("Choose its own category again, or duplicate it as a new template."),
    ),
    "template-edit-day": (
        mark("“{name}” was changed in the last 24 hours."),
        mark("Meta takes one change of an approved template in 24 hours."),
        mark("Wait until then, or duplicate it as a new template."),
    ),
    "template-edit-month": (
        mark("“{name}” was changed ten times in the last 30 days."),
        mark("Meta takes ten changes of an approved template in 30 days."),
        mark("Wait until then, or duplicate it as a new template."),
    ),
    "template-name-rests": (
        mark("The name “{name}” cannot be used yet."),
        mark("A template of this name was deleted. Meta keeps the name for 30 days."),
        mark("Choose another name, for example with a number at its end."),
    ),
    "template-create-hour": (
        mark("A hundred templates were created in the last hour."),
        mark("Meta takes no more than that."),
        mark("It stays in the queue and is handed in as soon as there is room."),
    ),
    # Files.
    "media-gone": (
        mark("The file “{name}” is not in the workspace any more."),
        "",
        mark("Choose the file again."),
    ),
    "sample-unreachable": (
        mark("The sample at {url} cannot be fetched."),
        "{details}",
        mark("Check the address, or choose a file of this computer."),
    ),
    # Why messages are held back.
    "held-paused": (
        mark("Meta paused its template because people blocked or reported it."),
        mark("The first pause lasts 3 hours, the second 6."),
        mark("It goes on by itself once the template is approved again."),
    ),
    "held-disabled": (
        mark("Meta disabled its template for good."),
        mark("It was paused for low quality too often."),
        mark("Stop it, and send a copy of it with another template."),
    ),
    "held-gone": (
        mark("Its template is not on the account any more."),
        "",
        mark("Stop it, and send a copy of it with another template."),
    ),
    "held-review": (
        mark("Its template is not approved at the moment."),
        mark("Meta looks at a template again after every change."),
        mark("It goes on by itself once the template is approved again."),
    ),
    "held-marketing": (
        mark("Its template became marketing."),
        mark("Marketing needs people's consent and has another price."),
        mark("Resume it: then only people who agreed to marketing get it."),
    ),
    # Notices.
    "template-approved": (
        mark("Meta approved “{template}”."),
        "",
        mark("It can be sent now."),
    ),
    "template-rejected": (
        mark("Meta rejected “{template}”."),
        "{why}",
        mark("Open it to see why, and duplicate it as a new template."),
    ),
    "template-held-paused": (
        mark("Meta paused “{template}”."),
        mark("Used by {uses}. Their messages wait."),
        _REPLACE,
    ),
    "template-held-disabled": (
        mark("Meta disabled “{template}” for good."),
        mark("Used by {uses}. Their messages wait."),
        mark("Put another template in its place."),
    ),
    "template-held-gone": (
        mark("“{template}” is not on the account any more."),
        mark("Used by {uses}. Their messages wait."),
        mark("Put another template in its place."),
    ),
    "template-held-review": (
        mark("“{template}” is not approved at the moment."),
        mark("Used by {uses}. Their messages wait."),
        _REPLACE,
    ),
    "template-became-marketing": (
        mark("Meta made “{template}” marketing."),
        mark("Used by {uses}. What may reach people without consent waits, and it costs what marketing costs."),
        mark("Resume it for those who agreed, or put another template in its place."),
    ),
    "template-becomes-marketing": (
        mark("Meta will make “{template}” marketing."),
        mark("Used by {uses}. Then it may go only to who agreed, and costs what marketing costs."),
        mark("Take what advertises out of it, or put another template in its place."),
    ),
    "template-quality-red": (
        mark("“{template}” has low quality."),
        mark("Used by {uses}. People block or report it; Meta may pause it."),
        mark("Send it to fewer people, or put another template in its place."),
    ),
    "template-flagged": (
        mark("Meta warns about “{template}”."),
        mark("Used by {uses}. If its quality stays low, Meta disables it."),
        mark("Put another template in its place."),
    ),
    "template-content-other": (
        mark("The text of “{template}” was changed at Meta."),
        mark("Used by {uses}."),
        mark("Look at what they fill in: places may have come or gone."),
    ),
    # Figures.
    "insights-off": (
        mark("Meta does not count what becomes of each template for this account."),
        "",
        mark("Switch it on. Meta then counts for ever: it cannot be switched off again."),
    ),
    "insights-region": (
        mark("Meta does not offer figures of templates to this account."),
        mark("It offers none to accounts in the European Union, the United Kingdom and Japan."),
        mark("The reports of this program count what was sent from here."),
    ),
    "insights-none": (
        mark("Meta has no figures of this template."),
        mark("They come some hours after messages were sent, and reach back 90 days."),
        "",
    ),
    # Replacing.
    "template-not-fitting": (
        mark("“{template}” cannot take its place."),
        mark("Nothing fills: {places}."),
        mark("Say what fills these places, or choose another template."),
    ),
}
