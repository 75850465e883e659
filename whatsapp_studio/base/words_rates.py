"""Decides the words for prices: what of a price list cannot be read, and what a budget does."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark

WORDS: dict[str, tuple[str, str, str]] = {
    "rates-no-columns": (
        mark("This is not a price list."),
        mark("There is no line with the columns Market and Currency and at least one price."),
        mark("Choose the price list as Meta offers it, or make one with the columns that the guide names."),
    ),
    "rates-empty": (mark("There is no price in this file."), "", mark("Choose another file.")),
    "rate-market-unknown": (
        mark("“{text}” is none of Meta's markets."), "", mark("Write the market as Meta's price list does."),
    ),
    "rate-currency-unknown": (
        mark("“{text}” is no currency that Meta charges in."), "", mark("Write it as three letters, as EUR."),
    ),
    "rate-category-unknown": (
        mark("“{text}” is no category of messages."), "", mark("Use marketing, utility, authentication or service."),
    ),
    "rate-price-unreadable": (
        mark("“{text}” is no price, or one that can be read in two ways."), "",
        mark("Write it with a point, as 0.0625."),
    ),
    "rate-too-precise": (
        mark("The price “{text}” has more than six decimals."), "", mark("Round it to six decimals."),
    ),
    "rate-above-unreadable": (
        mark("“{text}” does not say from how many messages on the price counts."), "", mark("Write a whole number."),
    ),
    "rate-day-unreadable": (mark("“{text}” is no day."), "", mark("Write it as 2026-10-01.")),
    "rate-no-day": (
        mark("It is not said from which day on this price counts."), "", mark("Choose the day above."),
    ),
    "rate-no-tiers": (
        mark("There are no volume tiers for {category} messages."),
        mark("Only utility and authentication messages become cheaper with their number."),
        mark("Leave the line out."),
    ),
    "rate-twice": (
        mark("{market}, {category}: the file has two prices for {begins}."), "", mark("Keep one of the two lines."),
    ),
    "rate-there": (
        mark("{market}, {category}: another price ({price} {currency}) begins on {begins} already."),
        mark("A price never changes: what was reckoned by it has to stay traceable."),
        mark("Let the new price begin on a later day, or remove the set that the other one came with."),
    ),
    "budget-reached": (
        mark("It has reached its budget."), mark("The next message would cost more than you allowed."),
        mark("Raise the budget to go on, or stop it."),
    ),
    "budget-used-up": (
        mark("The budget of “{name}” has no room for another message."), "",
        mark("Raise the budget, or stop the campaign."),
    ),
    "budget-unknown-prices": (
        mark("The budget cannot be kept: the price of {count} messages is not known."),
        mark("There is no price for {markets}."), mark("Import prices, or send without a budget."),
    ),
    "budget-currency": (
        mark("The budget is in {budget}, the prices are in {currency}."), "",
        mark("Give the budget in {currency}."),
    ),
    "budget-too-small": (
        mark("The budget will not last for everybody."),
        mark("It is {budget}; up to {most} may be spent."),
        mark("Raise the budget, or let the campaign pause when it is reached."),
    ),
    "cost-unknown": (
        mark("What {count} messages cost is not known."), mark("There is no price for {markets}."),
        mark("Import prices to know it."),
    ),
    # What the bill says beside the forecast.
    "bill-not-read": (
        mark("Meta has told no figures for these days yet."), mark("They come hours after the messages, or days."),
        mark("The program asks once a day."),
    ),
    "bill-no-costs": (
        mark("Meta tells no costs for this account."),
        mark("It does so only where the account pays itself, not through a partner."),
        mark("Compare with the partner's invoice."),
    ),
    "bill-others-too": (
        mark("{market}: {count} more messages of this category were charged on these days."),
        mark("They are of other campaigns, of journeys or of other programs."), "",
    ),
    "bill-fewer": (
        mark("{market}: Meta counts {count} messages fewer than arrived here."),
        mark("Meta's figures are approximate and come late."), "",
    ),
    "bill-price-differs": (
        mark("{market}: Meta charged {charged} a message on average, the price list says {price}."),
        mark("A newer price list or a volume tier may count."), mark("Import the price list of these days."),
    ),
    "bill-other-category": (
        mark("{market}: {count} messages were charged as {category}."),
        mark("Meta may change the category of a template."), "",
    ),
    "bill-free": (
        mark("{market}: {count} messages were free."), mark("They arrived in a window that costs nothing."), "",
    ),
    "bill-unpriced": (
        mark("{market}: {count} messages arrived for which no price is known."), "", mark("Import prices."),
    ),
    "bill-on-the-way": (
        mark("{count} messages may still arrive, and are charged then."), "", "",
    ),
}
