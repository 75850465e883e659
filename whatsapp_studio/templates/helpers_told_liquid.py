"""Decides what is told of the filters and tags that Liquid itself brings and a text for one person needs."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark
from whatsapp_studio.templates.helper import Helper

_SPLIT = '{{ contact.tags | split: ","'

LIQUID: tuple[Helper, ...] = (
    Helper("upcase", "", "text", mark("In capitals"), "{{ contact.first_name | upcase }}", "MARIA"),
    Helper("downcase", "", "text", mark("In small letters"), "{{ contact.last_name | downcase }}", "de vries"),
    Helper("strip", "", "text", mark("Without spaces around it"), "[{{ contact.note | strip }}]", "[hello]"),
    Helper(
        "squish", "", "text", mark("One space instead of line breaks and of spaces in a row, none around it"),
        "{% capture lines %}red,\n  blue{% endcapture %}{{ lines | squish }}", "red, blue",
    ),
    Helper(
        "strip_html", "", "text", mark("Without the signs of a web page between < and >"),
        '{{ "<b>new</b> shoes" | strip_html }}', "new shoes",
    ),
    Helper(
        "append", "", "text", mark("With a text after it"),
        '{{ contact.first_name | append: "!" }}', "maria!",
    ),
    Helper(
        "prepend", "", "text", mark("With a text before it"),
        '{{ contact.last_name | prepend: "family " }}', "family de Vries",
    ),
    Helper(
        "remove", "", "text", mark("Without a part, wherever it is"),
        '{{ contact.last_name | remove: "de " }}', "Vries",
    ),
    Helper(
        "truncatewords", "", "text", mark("Cut to so many words, with three dots at the end"),
        '{{ "red and blue shoes" | truncatewords: 2 }}', "red and...",
    ),
    Helper(
        "slice", "", "text", mark("A part: from a place, so many characters; a minus counts from the end"),
        "{{ contact.first_name | slice: -3, 3 }}", "ria",
    ),
    Helper("ceil", "", "number", mark("Rounded up to a whole number"), "{{ contact.points | ceil }}", "1235"),
    Helper("floor", "", "number", mark("Rounded down to a whole number"), "{{ contact.points | floor }}", "1234"),
    Helper(
        "at_least", "", "number", mark("A number that is never below another"),
        "{{ 3 | at_least: 10 }}", "10",
    ),
    Helper(
        "at_most", "", "number", mark("A number that is never above another"),
        "{{ contact.points | at_most: 1000 }}", "1000",
    ),
    Helper(
        "capture", "", "logic", mark("Remembers a longer text under a name of your own"),
        "{% capture name %}{{ contact.first_name }} {{ contact.last_name }}{% endcapture %}{{ name | upper }}",
        "MARIA DE VRIES", "tag",
    ),
    Helper("first", "", "list", mark("The first thing"), _SPLIT + " | first }}", "red"),
    Helper("last", "", "list", mark("The last thing"), _SPLIT + " | last }}", "red"),
    Helper("size", "", "list", mark("How many characters, or how many things in a list"), _SPLIT + " | size }}", "3"),
    Helper("uniq", "", "list", mark("Every thing once"), _SPLIT + ' | uniq | join: "+" }}', "red+blue"),
    Helper(
        "sort", "", "list", mark("In the order of the alphabet, or of size"),
        _SPLIT + ' | sort | join: "+" }}', "blue+red+red",
    ),
    Helper(
        "reverse", "", "list", mark("The last thing first"),
        _SPLIT + ' | uniq | reverse | join: "+" }}', "blue+red",
    ),
)  # fmt: skip
