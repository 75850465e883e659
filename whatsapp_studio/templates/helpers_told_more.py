"""Decides what is told of the helpers for numbers, dates, lists and maps, and which of Adobe's are left out."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark
from whatsapp_studio.templates.helper import Helper, LeftOut

NUMBERS: tuple[Helper, ...] = (
    Helper("round", "round", "number", mark("Rounded, to so many decimals"), "{{ contact.points | round }}", "1235"),
    Helper(
        "roundUp", "roundUp", "number", mark("Rounded up, to so many decimals"),
        "{{ contact.points | roundUp }}", "1235",
    ),
    Helper(
        "roundDown", "roundDown", "number", mark("Rounded down, to so many decimals"),
        "{{ contact.points | roundDown }}", "1234",
    ),
    Helper("abs", "absolute", "number", mark("Without its minus"), "{{ -5 | abs }}", "5"),
    Helper(
        "toPrecision", "toPrecision", "number", mark("With so many digits that count"),
        "{{ contact.points | toPrecision: 3 }}", "1230",
    ),
    Helper(
        "toPercentage", "toPercentage", "number", mark("As a percentage, with so many decimals"),
        "{{ contact.share | toPercentage }}", "25%",
    ),
    Helper(
        "formatNumber", "formatNumber", "number",
        mark("As numbers are written in the template's language, or by a pattern"),
        '{{ contact.points | formatNumber: "#,##0.00" }}', "1,234.50",
    ),
    Helper(
        "formatCurrency", "formatCurrency", "number", mark("An amount with its currency; a language may follow"),
        '{{ contact.points | formatCurrency: "EUR" }}', "€1,234.50",
    ),
    Helper("plus", "+", "number", mark("Adds a number"), "{{ contact.points | plus: 1 }}", "1235.5"),
    Helper("minus", "−", "number", mark("Takes a number away"), "{{ contact.points | minus: 0.5 }}", "1234.0"),
    Helper("times", "×", "number", mark("Multiplies by a number"), "{{ 3 | times: 4 }}", "12"),
    Helper(
        "divided_by", "÷", "number", mark("Divides by a number; two whole numbers give a whole one"),
        "{{ 7 | divided_by: 2 }}", "3",
    ),
    Helper("modulo", "%", "number", mark("What is left after dividing"), "{{ 7 | modulo: 2 }}", "1"),
    Helper(
        "toInt", "toInt", "number", mark("As a whole number, without decimals"),
        "{{ contact.points | toInt }}", "1234",
    ),
    Helper("toHexString", "toHexString", "number", mark("As a hexadecimal number"), "{{ 255 | toHexString }}", "ff"),
    Helper(
        "stringToNumber", "stringToNumber", "number", mark("A text as a number"),
        '{{ "12.5" | stringToNumber | plus: 1 }}', "13.5",
    ),
    Helper(
        "stringToInteger", "stringToInteger", "number", mark("A text as a whole number"),
        '{{ "12" | stringToInteger | plus: 1 }}', "13",
    ),
)  # fmt: skip

DATES: tuple[Helper, ...] = (
    Helper(
        "formatDate", "formatDate", "date",
        mark("A date by a style (short, medium, long, full) or a pattern, in the template's language or another"),
        '{{ contact.birthday | formatDate: "d MMMM yyyy", "nl" }}', "21 april 1990",
    ),
    Helper(
        "date", "", "date", mark("A date by Liquid's signs, or by a style"),
        "{{ contact.birthday | date: '%d-%m' }}", "21-04",
    ),
    Helper(
        "dateDiff", "dateDiff", "date", mark("How many days until another date; until today without one"),
        '{{ contact.ordered | dateDiff: "2026-12-24" }}', "23",
    ),
    Helper(
        "age", "age", "date", mark("How many years since a date, today or on another date"),
        '{{ contact.birthday | age: "2026-04-20" }}', "35",
    ),
    Helper(
        "addDays", "", "date", mark("So many days later; earlier with a minus"),
        "{{ contact.birthday | addDays: 10 }}", "1990-05-01",
    ),
    Helper(
        "setDays", "setDays", "date", mark("With another day of the month"),
        "{{ contact.birthday | setDays: 1 }}", "1990-04-01",
    ),
    Helper(
        "setHours", "setHours", "date", mark("With another hour"),
        "{{ contact.ordered | setHours: 9 }}", "2026-12-01T09:30:00+01:00",
    ),
    Helper(
        "toUTC", "toUTC", "date", mark("The same moment in UTC"),
        "{{ contact.ordered | toUTC }}", "2026-12-01T17:30:00+00:00",
    ),
    Helper(
        "dayOfWeek", "dayOfWeek", "date", mark("The day of the week as a number; Sunday is 1"),
        "{{ contact.birthday | dayOfWeek }}", "7",
    ),
    Helper(
        "dayOfMonth", "", "date", mark("The day of the month as a number"),
        "{{ contact.birthday | dayOfMonth }}", "21",
    ),
    Helper(
        "dayOfYear", "dayOfYear", "date", mark("The day of the year as a number"),
        "{{ contact.birthday | dayOfYear }}", "111",
    ),
    Helper(
        "weekOfYear", "weekOfYear", "date", mark("The week of the year (ISO 8601)"),
        "{{ contact.birthday | weekOfYear }}", "16",
    ),
    Helper("month", "", "date", mark("The month as a number"), "{{ contact.birthday | month }}", "4"),
    Helper("year", "", "date", mark("The year"), "{{ contact.birthday | year }}", "1990"),
    Helper(
        "stringToDate", "stringToDate", "date", mark("The date alone of a date and time"),
        "{{ contact.ordered | stringToDate }}", "2026-12-01",
    ),
    Helper(
        "toDateTime", "toDateTime", "date", mark("A date as a date and time"),
        "{{ contact.birthday | toDateTime }}", "1990-04-21T00:00:00+00:00",
    ),
    Helper(
        "toDateTimeOnly", "toDateTimeOnly", "date", mark("A date and time without its zone"),
        "{{ contact.ordered | toDateTimeOnly }}", "2026-12-01T18:30:00",
    ),
)  # fmt: skip

_SPLIT = '{{ contact.tags | split: ","'
_NUMBERS = '{{ "3,5,4" | split: ","'

LISTS: tuple[Helper, ...] = (
    Helper(
        "for", "each", "list", mark("Once for each thing in a list"),
        '{% assign tags = contact.tags | split: "," %}{% for tag in tags %}({{ tag }}){% endfor %}',
        "(red)(blue)(red)", "tag",
    ),
    Helper(
        "join", "", "list", mark("The things of a list as one text"),
        _SPLIT + ' | join: " + " }}', "red + blue + red",
    ),
    Helper("head", "head", "list", mark("The first thing"), _SPLIT + " | head }}", "red"),
    Helper("topN", "topN", "list", mark("The first so many things"), _SPLIT + ' | topN: 2 | join: "+" }}', "red+blue"),
    Helper(
        "bottomN", "bottomN", "list", mark("The last so many things"),
        _SPLIT + ' | bottomN: 2 | join: "+" }}', "blue+red",
    ),
    Helper("count", "count", "list", mark("How many things that are there"), _SPLIT + " | count }}", "3"),
    Helper(
        "countOnlyNull", "countOnlyNull", "list", mark("How many things that are missing"),
        _SPLIT + " | countOnlyNull }}", "0",
    ),
    Helper(
        "countWithNull", "countWithNull", "list", mark("How many things, with those that are missing"),
        _SPLIT + " | countWithNull }}", "3",
    ),
    Helper("distinct", "distinct", "list", mark("Every thing once"), _SPLIT + ' | distinct | join: "+" }}', "red+blue"),
    Helper(
        "distinctCountWithNull", "distinctCountWithNull", "list", mark("How many different things"),
        _SPLIT + " | distinctCountWithNull }}", "2",
    ),
    Helper(
        "includes", "includes", "list", mark("Whether a thing is in the list"),
        _SPLIT + ' | includes: "blue" }}', "true",
    ),
    Helper(
        "intersects", "intersects", "list", mark("Whether two lists have a thing in common"),
        '{% assign mine = "blue,green" | split: "," %}' + _SPLIT + " | intersects: mine }}", "true",
    ),
    Helper(
        "subset", "subset", "list", mark("Whether every thing is in another list"),
        '{% assign mine = "blue,red,green" | split: "," %}' + _SPLIT + " | subset: mine }}", "true",
    ),
    Helper(
        "superset", "superset", "list", mark("Whether every thing of another list is in it"),
        '{% assign mine = "blue" | split: "," %}' + _SPLIT + " | superset: mine }}", "true",
    ),
    Helper("average", "average", "list", mark("The mean of numbers"), _NUMBERS + " | average }}", "4"),
    Helper("max", "max", "list", mark("The largest number"), _NUMBERS + " | max }}", "5"),
    Helper("min", "min", "list", mark("The smallest number"), _NUMBERS + " | min }}", "3"),
    Helper("sum", "sum", "list", mark("All numbers together"), _NUMBERS + " | sum }}", "12"),
    Helper("get", "get", "list", mark("What a map has under a name"), '{{ contact | get: "first_name" }}', "maria"),
    Helper(
        "keys", "keys", "list", mark("The names in a map"),
        '{{ contact | keys | topN: 2 | join: ", " }}', "first_name, last_name",
    ),
    Helper(
        "values", "values", "list", mark("What is in a map"),
        '{{ contact | values | topN: 2 | join: ", " }}', "maria, de Vries",
    ),
)  # fmt: skip

_SAME_AGAIN = mark("A message must come out the same when it is looked at, sent and sent again.")

LEFT_OUT: tuple[LeftOut, ...] = (
    LeftOut("random", _SAME_AGAIN),
    LeftOut("currentTimeInMillis", _SAME_AGAIN),
    LeftOut("with", mark("Fields are written with their whole name here, so there is nothing to shorten.")),
)
