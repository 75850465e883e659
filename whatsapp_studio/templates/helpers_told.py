"""Decides what is told of the helpers for texts and conditions."""

from __future__ import annotations

from whatsapp_studio.base.i18n import mark
from whatsapp_studio.templates.helper import Helper

TEXTS: tuple[Helper, ...] = (
    Helper(
        "default", "default-value", "text", mark("A text instead of a value that is missing or empty"),
        '{{ contact.city | default: "your town" }}', "your town",
    ),
    Helper("upper", "upper", "text", mark("In capitals"), "{{ contact.first_name | upper }}", "MARIA"),
    Helper("lower", "lower", "text", mark("In small letters"), "{{ contact.last_name | lower }}", "de vries"),
    Helper(
        "titleCase", "titleCase", "text", mark("Every word with a capital"),
        "{{ contact.last_name | titleCase }}", "De Vries",
    ),
    Helper(
        "camelCase", "camelCase", "text", mark("Words written as one, with a capital where each but the first begins"),
        "{{ contact.last_name | camelCase }}", "deVries",
    ),
    Helper(
        "capitalize", "", "text", mark("The first letter as a capital, the others small"),
        "{{ contact.first_name | capitalize }}", "Maria",
    ),
    Helper("trim", "trim", "text", mark("Without spaces around it"), "[{{ contact.note | trim }}]", "[hello]"),
    Helper(
        "leftTrim", "leftTrim", "text", mark("Without spaces before it"),
        "[{{ contact.note | leftTrim }}]", "[hello  ]",
    ),
    Helper(
        "rightTrim", "rightTrim", "text", mark("Without spaces after it"),
        "[{{ contact.note | rightTrim }}]", "[  hello]",
    ),
    Helper(
        "concat", "concat", "text", mark("Texts one after another; of lists, one list"),
        '{{ contact.first_name | concat: " ", contact.last_name }}', "maria de Vries",
    ),
    Helper(
        "substring", "substring", "text", mark("A part: from a place, up to but without another; the first place is 0"),
        "{{ contact.first_name | substring: 0, 3 }}", "mar",
    ),
    Helper(
        "replace", "replace", "text", mark("A part replaced wherever it is; without a second text it is taken out"),
        '{{ contact.last_name | replace: "de ", "van " }}', "van Vries",
    ),
    Helper(
        "replaceAll", "replaceAll", "text", mark("A part replaced wherever it is"),
        '{{ contact.tags | replaceAll: ",", " and " }}', "red and blue and red",
    ),
    Helper(
        "length", "length", "text", mark("How many characters, or how many things in a list"),
        "{{ contact.first_name | length }}", "5",
    ),
    Helper(
        "truncate", "", "text", mark("Cut to so many characters, with three dots at the end"),
        "{{ contact.last_name | truncate: 6 }}", "de ...",
    ),
    Helper(
        "mask", "mask", "text", mark("X for every character but so many first and so many last ones"),
        '{{ "123456789" | mask: 5, 2 }}', "12345XX89",
    ),
    Helper(
        "split", "split", "text", mark("A list of the parts between a sign"),
        '{{ contact.tags | split: "," | last }}', "red",
    ),
    Helper(
        "indexOf", "indexOf", "text", mark("Where a part is first; -1 where it is not"),
        '{{ contact.first_name | indexOf: "a" }}', "1",
    ),
    Helper(
        "lastIndexOf", "lastIndexOf", "text", mark("Where a part is last; -1 where it is not"),
        '{{ contact.first_name | lastIndexOf: "a" }}', "4",
    ),
    Helper(
        "charCodeAt", "charCodeAt", "text", mark("The number of a character in Unicode"),
        "{{ contact.first_name | charCodeAt: 0 }}", "109",
    ),
    Helper(
        "regexGroup", "regexGroup", "text", mark("What a group of a regular expression finds; simple ones only"),
        '{{ contact.email | regexGroup: "@(.+)", 1 }}', "shop.example",
    ),
    Helper(
        "extractEmailDomain", "extractEmailDomain", "text", mark("What is after the @ of an e-mail address"),
        "{{ contact.email | extractEmailDomain }}", "shop.example",
    ),
    Helper(
        "getUrlHost", "getUrlHost", "text", mark("The site of a link"),
        "{{ contact.link | getUrlHost }}", "shop.example",
    ),
    Helper(
        "getUrlPath", "getUrlPath", "text", mark("The path of a link"),
        "{{ contact.link | getUrlPath }}", "/spring",
    ),
    Helper(
        "getUrlProtocol", "getUrlProtocol", "text", mark("How a link begins"),
        "{{ contact.link | getUrlProtocol }}", "https",
    ),
    Helper(
        "urlEncode", "urlEncode", "text", mark("Spelled as a part of a link"),
        "{{ contact.last_name | urlEncode }}", "de+Vries",
    ),
    Helper(
        "urlDecode", "urlDecode", "text", mark("As it was before it was a part of a link"),
        '{{ "de+Vries" | urlDecode }}', "de Vries",
    ),
    Helper(
        "encode64", "encode64", "text", mark("Spelled in Base64"),
        "{{ contact.first_name | encode64 }}", "bWFyaWE=",
    ),
    Helper(
        "md5", "md5", "text", mark("The MD5 hash, for links that ask for it"),
        "{{ contact.first_name | md5 }}", "263bce650e68ab4e23f28263760b9fa5",
    ),
    Helper("toString", "toString", "text", mark("As a text"), "{{ contact.vip | toString }}", "true"),
)  # fmt: skip

CONDITIONS: tuple[Helper, ...] = (
    Helper(
        "if", "if", "logic", mark("Only where something is true; else another text"),
        "{% if contact.vip %}gold{% else %}silver{% endif %}", "gold", "tag",
    ),
    Helper(
        "unless", "unless", "logic", mark("Only where something is not true"),
        "{% unless contact.vip %}Join us{% else %}Welcome back{% endunless %}", "Welcome back", "tag",
    ),
    Helper(
        "case", "", "logic", mark("One text for each value"),
        '{% case contact.first_name %}{% when "maria" %}Ms{% else %}Dear{% endcase %}', "Ms", "tag",
    ),
    Helper(
        "assign", "let", "logic", mark("Remembers a value under a name of your own"),
        "{% assign name = contact.first_name | upper %}{{ name }}!", "MARIA!", "tag",
    ),
    Helper(
        "and", "and", "logic", mark("Where both are true"),
        "{% if contact.vip and contact.points > 100 %}yes{% endif %}", "yes", "operator",
    ),
    Helper(
        "or", "or", "logic", mark("Where one of them is true"),
        '{% if contact.vip or contact.city == "Delft" %}yes{% endif %}', "yes", "operator",
    ),
    Helper(
        "not", "not", "logic", mark("Where it is not true"),
        "{% if not contact.city == blank %}yes{% else %}no{% endif %}", "no", "operator",
    ),
    Helper(
        "==", "=", "logic", mark("Where both are equal"),
        '{% if contact.first_name == "maria" %}yes{% endif %}', "yes", "operator",
    ),
    Helper(
        "!=", "≠", "logic", mark("Where they differ"),
        '{% if contact.city != "Delft" %}elsewhere{% endif %}', "elsewhere", "operator",
    ),
    Helper(
        ">", ">", "logic", mark("Where it is more"),
        "{% if contact.points > 1000 %}yes{% endif %}", "yes", "operator",
    ),
    Helper(
        ">=", "≥", "logic", mark("Where it is as much or more"),
        "{% if contact.points >= 1234.5 %}yes{% endif %}", "yes", "operator",
    ),
    Helper(
        "<", "<", "logic", mark("Where it is less"),
        "{% if contact.points < 2000 %}yes{% endif %}", "yes", "operator",
    ),
    Helper(
        "<=", "≤", "logic", mark("Where it is as much or less"),
        "{% if contact.points <= 1234.5 %}yes{% endif %}", "yes", "operator",
    ),
    Helper(
        "contains", "contains", "logic", mark("Where a text holds another, or a list a thing"),
        '{% if contact.tags contains "blue" %}yes{% endif %}', "yes", "operator",
    ),
    Helper(
        "isIn", "in", "logic", mark("Whether it is one of these"),
        '{% assign near = contact.first_name | isIn: "maria", "anna" %}{{ near }}', "true",
    ),
    Helper(
        "notIn", "notIn", "logic", mark("Whether it is none of these"),
        '{{ contact.first_name | notIn: "maria", "anna" }}', "false",
    ),
    Helper(
        "doesNotContain", "doesNotContain", "logic", mark("Whether a text does not hold another"),
        '{{ contact.tags | doesNotContain: "green" }}', "true",
    ),
    Helper(
        "startsWith", "startsWith", "logic", mark("Whether it begins so"),
        '{{ contact.first_name | startsWith: "ma" }}', "true",
    ),
    Helper(
        "doesNotStartWith", "doesNotStartWith", "logic", mark("Whether it begins otherwise"),
        '{{ contact.first_name | doesNotStartWith: "ma" }}', "false",
    ),
    Helper(
        "endsWith", "endsWith", "logic", mark("Whether it ends so"),
        '{{ contact.email | endsWith: ".example" }}', "true",
    ),
    Helper(
        "doesNotEndWith", "doesNotEndWith", "logic", mark("Whether it ends otherwise"),
        '{{ contact.email | doesNotEndWith: ".nl" }}', "true",
    ),
    Helper(
        "equals", "equals", "logic", mark("Whether both texts are the same"),
        '{{ contact.first_name | equals: "Maria" }}', "false",
    ),
    Helper(
        "equalsIgnoreCase", "equalsIgnoreCase", "logic", mark("Whether both texts are the same but for capitals"),
        '{{ contact.first_name | equalsIgnoreCase: "Maria" }}', "true",
    ),
    Helper(
        "notEqualTo", "notEqualTo", "logic", mark("Whether two texts differ"),
        '{{ contact.first_name | notEqualTo: "Maria" }}', "true",
    ),
    Helper(
        "notEqualWithIgnoreCase", "notEqualWithIgnoreCase", "logic",
        mark("Whether two texts differ in more than capitals"),
        '{{ contact.first_name | notEqualWithIgnoreCase: "Maria" }}', "false",
    ),
    Helper(
        "matches", "matches", "logic", mark("Whether all of it fits a regular expression; simple ones only"),
        '{{ contact.first_name | matches: "[a-z]+" }}', "true",
    ),
    Helper(
        "like", "like", "logic", mark("Whether it fits a pattern: % is any text, _ is any character"),
        '{{ contact.email | like: "%@shop.%" }}', "true",
    ),
    Helper(
        "isEmpty", "isEmpty", "logic", mark("Whether it is missing or empty"),
        "{{ contact.city | isEmpty }}", "true",
    ),
    Helper(
        "isNotEmpty", "isNotEmpty", "logic", mark("Whether there is something"),
        "{{ contact.city | isNotEmpty }}", "false",
    ),
    Helper("isNull", "isNull", "logic", mark("Whether it is missing"), "{{ contact.shoe_size | isNull }}", "true"),
    Helper(
        "isNotNull", "isNotNull", "logic", mark("Whether it is there, be it empty"),
        "{{ contact.city | isNotNull }}", "true",
    ),
    Helper(
        "toBool", "toBool", "logic", mark("True for true, yes, on and 1; else false"),
        '{{ "yes" | toBool }}', "true",
    ),
)  # fmt: skip
