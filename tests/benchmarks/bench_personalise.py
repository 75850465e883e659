"""What filling a message costs: our functions made of checked expressions, against Liquid for each place."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median

from liquid import Environment

from tests.fixtures.templates import body, raw
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.templates.expression import Expression
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import parse

KNOWN = ("first_name", "last_name", "city", "points", "voucher", "day")
PERSON = {
    "first_name": "maria",
    "last_name": "de Vries",
    "city": "",
    "points": 1200.0,
    "voucher": "AB12",
    "day": "Monday",
}
EXPRESSIONS = (
    "{{ contact.first_name | capitalize }}", "{{ contact.last_name }}", "{{ contact.city | default: 'your town' }}",
    "{{ contact.points }}", "{{ contact.voucher | upcase }}", "{{ contact.day | downcase }}",
)  # fmt: skip
PLAIN = tuple(f"{{{{ contact.{name} | default: 'x' }}}}" for name in KNOWN)


def microseconds(work: Callable[[], object], times: int = 2_000) -> float:
    """The CPU time of one run: the median of five rounds."""
    rounds = []
    for _ in range(5):
        begin = time.process_time()
        for _ in range(times):
            work()
        rounds.append((time.process_time() - begin) / times * 1e6)
    return median(rounds)


def filler(expressions: tuple[str, ...]) -> Filler:
    text = " ".join(f"word {{{{{n + 1}}}}}" for n in range(len(expressions))) + "."
    mapping = {f"body.{n + 1}": Mapping(expression) for n, expression in enumerate(expressions)}
    return Filler(parse(raw(body(text))), mapping, known=KNOWN)


def bench_six_places_with_filters() -> None:
    """Worked out at least 20 times as quickly as by Liquid; with all checks and limits at most 12 µs a message."""
    expressions = [Expression(source) for source in EXPRESSIONS]
    engine = Environment()
    separate = [engine.from_string(source) for source in EXPRESSIONS]
    scope = {"contact": {**PERSON, "points": 1200}, "language": "en"}
    assert [one.write(scope) for one in expressions] == [one.render(**scope) for one in separate]
    theirs = microseconds(lambda: [one.render(contact=PERSON) for one in separate])
    ours = microseconds(lambda: [one.write(scope) for one in expressions])
    made = filler(EXPRESSIONS)
    checked = microseconds(lambda: made.fill(PERSON))
    print(f"\nsix places with filters: {ours:.2f} µs a message; six templates of Liquid {theirs:.1f} µs: "
          f"{theirs / ours:.0f} times as quick; with checks and limits {checked:.1f} µs")  # fmt: skip
    assert theirs > 15 * ours
    assert checked < 12


def bench_six_plain_fields() -> None:
    """Fields without filters need no Liquid: at most 10 µs a message."""
    made = filler(PLAIN)
    ours = microseconds(lambda: made.fill(PERSON))
    print(f"\nsix plain fields: {ours:.1f} µs a message, a million contacts in {ours:.0f} s")
    assert ours < 10
