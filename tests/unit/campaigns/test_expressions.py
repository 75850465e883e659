"""What expressions of a campaign can read beside the contact."""

from __future__ import annotations

from tests.fixtures.templates import body, raw
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.expressions import NAMES, beside, expanded
from whatsapp_studio.templates.personalise import Filler
from whatsapp_studio.templates.template import parse

TEMPLATE = parse(raw(body("{{1}}.")))


def filler(expression: str) -> Filler:
    return Filler(TEMPLATE, {"body.1": Mapping(expression)}, known=["first_name"], beside={"campaign": NAMES})


def test_a_campaign_tells_its_name_its_purpose_its_template_and_the_language():
    made = filler(" ".join(f"{{{{ campaign.{name} }}}}" for name in NAMES) + " {{ contact.first_name }}")
    assert made.problems == ()
    values = beside(Draft(name="Spring", purpose="marketing"), TEMPLATE)
    assert made.fill({"first_name": "An"}, values) == {"body.1": "Spring marketing spring_offer nl An"}


def test_a_name_that_a_campaign_does_not_have_is_told_with_the_nearest_and_its_place():
    (found,) = filler("Hi\n{{ campaign.nam }}").problems
    assert (found.code, found.facts["suggestion"], found.facts["line"], found.facts["column"]) == (
        "name-unknown", "campaign.name", 2, 4,
    )  # fmt: skip
    assert [one.code for one in filler("{{ event.order }}").problems] == ["field-unknown"]


def test_snippets_stand_as_their_texts():
    found = expanded({"body.1": Mapping('{% snippet "Hi" %}!', "x")}, {"hi": "Hello {{ contact.first_name }}"})
    assert found == {"body.1": Mapping("Hello {{ contact.first_name }}!", "x")}
