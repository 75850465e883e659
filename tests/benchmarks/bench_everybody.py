"""What looking over 100,000 recipients costs, against filling and checking each message by itself."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Iterator
from typing import Any

from liquid import Environment

from tests.benchmarks.bench_personalise import EXPRESSIONS, KNOWN
from tests.fixtures.templates import LINK, body, buttons, raw
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.templates.content_lint import Lint, filled_lint
from whatsapp_studio.templates.everybody import check
from whatsapp_studio.templates.rules import filled_problems
from whatsapp_studio.templates.template import parse

PEOPLE, SOME = 100_000, 1_000
TEMPLATE = parse(
    raw(body(" ".join(f"word {{{{{n + 1}}}}}" for n in range(6)) + "."), buttons(LINK), category="MARKETING")
)
MAPPING = {f"body.{n + 1}": Mapping(expression) for n, expression in enumerate(EXPRESSIONS)} | {
    "button.0.1": Mapping("{{ contact.voucher | url_encode }}")
}


def people(count: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Made-up contacts: names of their own, few towns and days, something wrong with one in ten."""
    luck = random.Random(6)
    towns = [f"Town {n}" for n in range(300)]
    for number in range(count):
        values: dict[str, Any] = {
            "first_name": f"name{luck.randrange(20_000)}", "last_name": f"de {number}", "city": luck.choice(towns),
            "points": float(luck.randrange(5_000)), "voucher": f"AB{number}", "day": luck.choice(("Monday", "Friday")),
        }  # fmt: skip
        match luck.randrange(50):
            case 0:
                values["first_name"] = ""
            case 1:
                values["last_name"] = "a\nb"
            case 2:
                values["city"] = "SHOUTED TOWN"
            case 3:
                values["last_name"] = "x" * 1_100
            case 4:
                values["day"] = "see www.x"
        yield number, values


def _naive(count: int) -> float:
    """Seconds for each message, with Liquid's own run of each place and every rule asked of each message."""
    engine = Environment()
    separate = {name: engine.from_string(slot.expression) for name, slot in MAPPING.items()}
    everybody = list(people(count))
    begin = time.process_time()
    for _, values in everybody:
        texts = {name: one.render(contact=values).strip() for name, one in separate.items()}
        filled_problems(TEMPLATE, texts)
        filled_lint(TEMPLATE, texts)
    return (time.process_time() - begin) / count


def bench_everybody() -> None:
    """100,000 recipients in less than 10 s on one core, in little memory."""
    naive = _naive(SOME)
    everybody = list(people(PEOPLE))
    begin = time.process_time()
    found = check(TEMPLATE, MAPPING, everybody, known=KNOWN, lint=Lint(TEMPLATE))
    took = time.process_time() - begin
    ratio = naive * PEOPLE / took
    print(f"\n{PEOPLE:,} recipients: {took:.1f} s; one by one {naive * PEOPLE:.0f} s: {ratio:.0f} times as quick;")
    print(f"{found.refused:,} refused, {found.warned:,} warned")
    assert found.checked == PEOPLE and found.whole
    assert {one.code for one in found.found} >= {
        "value-empty", "value-newline", "value-too-long", "lint-value-capitals", "lint-link-broken",
    }  # fmt: skip
    assert took < 10
    assert ratio > 4


def bench_memory() -> None:
    """However many there are, no more is kept than the ids of those with something wrong."""
    tracemalloc.start()
    found = check(TEMPLATE, MAPPING, people(PEOPLE), known=KNOWN, lint=Lint(TEMPLATE))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    kept = sum(len(one.contacts) * one.contacts.itemsize for one in found.found)
    print(f"\n{PEOPLE:,} recipients one after another: at most {peak / 1e6:.0f} MB, {kept / 1e6:.1f} MB of it ids")
    assert peak < 80e6
