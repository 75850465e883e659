"""What is made by Meta's rules can be sent: listed by the sandbox, read and filled by the program, taken again."""

from __future__ import annotations

import json

import pytest

from tests.contract.test_rules_twice import CASES, Account
from tests.fixtures.rule_cases import Case
from tests.unit.sandbox.desk import MARIA
from whatsapp_studio.cloudapi.wire import template_body
from whatsapp_studio.templates.personalise import sample_values
from whatsapp_studio.templates.places import places
from whatsapp_studio.templates.template import Template, parse

GOOD = {
    "text": "Maria", "image": "https://files.example/a.png", "video": "https://files.example/a.mp4",
    "gif": "https://files.example/a.mp4", "document": "https://files.example/a.pdf",
    "location": "52.09, 5.12; Shop; Oudegracht 112", "url": "17", "code": "482913", "time": "2030-01-01T00:00+00:00",
    "payload": "yes-17", "json": '{"bike": 1}', "product": "1234; bike-1", "products": "Red: bike-1; Blue: bike-2",
}  # fmt: skip
# Buttons of which the program says that it cannot send them; rules of which only the sandbox is sure, and examples
# that no message may carry.
UNSENT, REFUSED = ("ORDER_DETAILS",), ("variables.ratio.", "header.formats", "variables.value_text.")
FINE = [
    case
    for case in CASES
    if (not case.expected or (case.soft and not case.rule.startswith(REFUSED)))
    and not any(kind in json.dumps(case.raw) for kind in UNSENT)
]


def filled(template: Template, *, rare: bool) -> dict[str, str]:
    """A good value for every place: what it was made with, else one that fits its kind."""
    wanted = {place.name: GOOD[place.kind] for place in places(template, rare=rare)}
    # A catalogue's picture is a product of the catalogue that the number has.
    wanted |= {name: "bike-1" for name in wanted if name.startswith("button") and name.endswith(".product")}
    samples = {name: value for name, value in sample_values(template).items() if not value.startswith("http")}
    return wanted | samples


@pytest.mark.parametrize("rare", [False, True], ids=["needed", "all"])
@pytest.mark.parametrize("case", FINE, ids=lambda case: case.rule)
def test_what_is_made_can_be_sent(case: Case, rare: bool) -> None:
    account = Account()
    assert account.create(case.raw)[0] == 200
    name = case.raw["name"]
    account.desk.call("POST", "/sandbox/templates/approve", json={"name": name})
    told = account.desk.get(f"/{account.desk.world.waba_id}/message_templates?name={name}")["data"][0]

    template = parse(told)
    body = template_body(template, filled(template, rare=rare), MARIA, "key")

    answer = account.desk.call("POST", f"/{account.desk.world.number.id}/messages", json=body)
    assert answer.status_code == 200, (body, answer.text)
