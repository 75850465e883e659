"""What the checks say of single steps: messages, the 24-hour window, branches, waits, actions and what they name."""

from __future__ import annotations

from typing import Any

import pytest

from tests.fixtures.journeys import drawn
from tests.fixtures.studio import offer
from tests.unit.journeys.test_check import AROUND, OFFER, codes, disabled, of, replace, with_fields
from whatsapp_studio.journeys.check import problems
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.journeys.names import names_at
from whatsapp_studio.journeys.surroundings import NOWHERE, Surroundings
from whatsapp_studio.templates.template import Template

FILLED = {"body.1": {"expression": "{{ contact.first_name }}", "fallback": "you", "if_empty": "skip"}}
SENT = {"template": {"name": "spring_offer", "language": "nl"}, "mapping": FILLED}
RULE = {"field": "contact.points", "op": "more", "value": 5}


def sending(**fields: Any) -> Journey:
    return with_fields(drawn("in audience next=m", "m send_template next=e", "e end"), "m", **{**SENT, **fields})


def having(*templates: Template) -> Surroundings:
    return replace(AROUND, templates={(one.name, one.language): one for one in templates})


# -- templates ---------------------------------------------------------------------------------------


def test_a_good_message_has_no_problem() -> None:
    assert codes(sending(), AROUND) == []
    assert codes(sending(), NOWHERE) == []


def test_the_template_is_chosen_there_approved_and_complete() -> None:
    assert of("field-required", sending(template=None), AROUND) == ["m.template"]
    assert of("template-gone", sending(), having()) == ["m.template"]
    other = offer(language="en", status="APPROVED")
    assert of("template-language-gone", sending(), having(other)) == ["m.template"]
    for status, code in (
        ("PAUSED", "template-paused"), ("PENDING", "template-waiting"), ("REJECTED", "template-not-approved"),
        ("DISABLED", "template-not-approved"),
    ):  # fmt: skip
        assert of(code, sending(), having(offer(OFFER.body, status=status))) == ["m.template"]
    odd = offer(components=[{"type": "BODY", "text": "Hi {{1}} stop"}, {"type": "HOLOGRAM"}])
    assert of("template-unsupported", sending(), having(odd)) == ["m.template"]
    red = offer(OFFER.body, quality_score={"score": "RED"})
    assert codes(sending(), having(red)) == [("template-low-quality", "m.template")]


def test_what_a_developer_fills_is_looked_at_where_it_is_filled() -> None:
    buttons = {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": "Stop"}]}
    around = having(offer(components=[{"type": "BODY", "text": OFFER.body}, buttons]))
    assert codes(sending(), around) == []
    wrong = {**FILLED, "button.0.payload": {"expression": "{{ contact.frist_name }}"}}
    assert codes(sending(mapping=wrong), around) == [("field-unknown", "m.mapping.button.0.payload")]


def test_every_place_has_a_value_and_every_value_can_be_worked_out() -> None:
    assert of("place-unmapped", sending(mapping={}), AROUND) == ["m.mapping.body.1"]
    assert of("place-unmapped", sending(mapping={"body.1": {"expression": " ", "fallback": ""}}), AROUND)
    for source, code in (
        ("{{ contact.first_name", "expression-syntax"), ("{{ contact.frist_name }}", "field-unknown"),
        ("{{ contact.first_name | shout }}", "filter-unknown"), ("{{ event.order }}", "name-unknown"),
        ("{{ order }}", "field-unknown"),
    ):  # fmt: skip
        slot = {"body.1": {"expression": source, "fallback": "x"}}
        assert codes(sending(mapping=slot), AROUND) == [(code, "m.mapping.body.1")]
    kept = {**FILLED, "body.7": {"expression": "{{ nonsense", "fallback": ""}}
    assert codes(sending(mapping=kept), AROUND) == []  # the template has no such place any more


def test_each_language_has_its_translation() -> None:
    english = offer("Hi {{1}} and {{2}}, stop", language="en")
    rules = [{"rule": RULE, "language": "en"}, {"rule": None, "language": "fr"}]
    found = codes(sending(languages=rules), having(OFFER, english))
    assert set(found) == {
        ("place-unmapped", "m.mapping.body.2"), ("rule-not-set", "m.languages.2"),
        ("template-language-gone", "m.languages.2"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("before", "fine"),
    [
        (("in audience next=m",), False),
        (("in audience next=c", "c consent next=m"), True),
        (("in audience next=c", "c condition p0=m p1=e other=e"), False),
    ],
)
def test_marketing_needs_consent(before: tuple[str, ...], fine: bool) -> None:
    journey = drawn(*before, "m send_template next=e", "e end")
    journey = with_fields(journey, "m", **{**SENT, "consent": "anyone"})
    assert (of("marketing-without-consent", journey, AROUND) == []) is fine
    assert of("marketing-without-consent", with_fields(journey, "m", consent="opted_in"), AROUND) == []
    utility = having(offer(OFFER.body, category="UTILITY"))
    assert of("marketing-without-consent", journey, utility) == []


def test_a_rule_can_ask_for_consent() -> None:
    yes = {"all": [{"consent": "marketing", "op": "is", "value": "yes"}, RULE]}
    either = {"any": [{"consent": "marketing", "op": "is", "value": "yes"}, RULE]}
    journey = drawn("in audience next=m", "m send_template next=e", "e end")
    journey = with_fields(journey, "m", **{**SENT, "consent": "anyone"})
    for rule, fine in ((yes, True), (either, False)):
        asked = with_fields(journey, "in", audience={"kind": "rule", "rule": rule})
        assert (of("marketing-without-consent", asked, AROUND) == []) is fine
    out = drawn("in audience next=o", "o consent next=m", "m send_template next=e", "e end")
    out = with_fields(with_fields(out, "m", **{**SENT, "consent": "anyone"}), "o", set="out")
    assert of("marketing-without-consent", out, AROUND) == ["m.consent"]


@pytest.mark.parametrize(
    ("template", "says"),
    [
        (offer("Hi {{1}}"), False),
        (offer("Hi {{1}}, weekend deals end today"), False),
        (offer("Hi {{1}}. Reply STOP to end."), True),
        (offer("Dag {{1}}. Afmelden? Antwoord dan zo."), True),
        (offer("Hi {{1}}", category="UTILITY"), True),
        (offer(components=[{"type": "BODY", "text": "Hi {{1}}"}, {"type": "BUTTONS", "buttons": [
            {"type": "QUICK_REPLY", "text": "Uitschrijven"}]}]), True),
    ],
)  # fmt: skip
def test_marketing_says_how_to_stop(template: Template, says: bool) -> None:
    assert (of("no-way-to-stop", sending(), having(template)) == []) is says


# -- names -------------------------------------------------------------------------------------------

ORDER = {"event": "order", "event_fields": [{"name": "total", "kind": "number"}]}


def test_names_of_an_event_are_known_after_it_only() -> None:
    lines = ("a event next=n", "b event next=k", "n notify next=k", "k notify next=e", "e end")
    journey = with_fields(drawn(*lines), "a", **ORDER)
    for step in ("n", "k"):
        journey = with_fields(journey, step, title="{{ event.total }}")
    journey = with_fields(journey, "b", event="other")
    assert codes(journey, AROUND) == [("event-name-sometimes", "k.title")]
    assert names_at(journey, "n").event == {"total": "number"} and not names_at(journey, "n").sometimes
    assert names_at(journey, "k").sometimes == {"total"}
    assert names_at(journey, "a").event == {"total": "number"} and names_at(journey, "nobody").event == {}
    inbound = with_fields(journey, "a", source="inbound")
    assert of("name-unknown", inbound, AROUND) == ["n.title", "k.title"]
    said = with_fields(inbound, "n", title="{{ event.text }} {{ journey.name }}")
    assert of("name-unknown", said, AROUND) == ["k.title"]


def test_an_answer_can_be_named_after_its_request() -> None:
    journey = drawn("in audience next=n", "n notify next=c", "c call_url next=k failed=k timeout=e",
                    "k notify next=e", "e end")  # fmt: skip
    journey = with_fields(journey, "c", url="https://example.com", save_as="order")
    for step in ("n", "k"):
        journey = with_fields(journey, step, title="{{ journey.order }}")
    assert of("name-unknown", journey, AROUND) == ["n.title"]
    assert names_at(journey, "k").journey == {
        "name": "text", "entered_at": "date", "error": "text", "order": "text",
    }  # fmt: skip


# -- the 24-hour window ------------------------------------------------------------------------------


def test_free_text_is_safe_only_where_everybody_wrote_lately() -> None:
    inbound = {"source": "inbound"}
    short = drawn("in event next=w", "w wait next=t", "t send_window next=e", "e end")
    short = with_fields(with_fields(short, "in", **inbound), "t", text="Hello")
    assert of("window-may-close", short) == [] and of("window-never-open", short) == ["t.what"]  # a day has passed
    hours = with_fields(short, "w", duration={"amount": 23, "unit": "hours"})
    assert codes(hours) == []
    assert of("window-never-open", with_fields(hours, "in", source="manual", event="x")) == ["t.what"]
    asked = drawn("in audience next=m", "m send_template next=r", "r reaction replied=t timeout=t",
                  "t send_window next=e", "e end")  # fmt: skip
    found = [p for p in problems(asked, NOWHERE) if p.code == "window-may-close"]
    assert [(p.where, p.severity) for p in found] == [("t.what", "error")]
    round_ = drawn("in audience next=t", "t send_window next=e closed=m", "m send_template next=e", "e end")
    found = [p for p in problems(round_, NOWHERE) if p.code == "window-never-open"]
    assert [(p.where, p.severity) for p in found] == [("t.what", "warning")]
    with_way = drawn("in audience next=m", "m send_template next=r", "r reaction replied=t timeout=t",
                     "t send_window next=e closed=m", "e end")  # fmt: skip
    assert of("window-may-close", with_way) == []
    assert of("window-never-open", disabled(round_, "t")) == []


@pytest.mark.parametrize(
    ("wait", "safe"),
    [
        ({"until": "window", "window": {"weekdays": [0, 1, 2, 3, 4, 5, 6], "from": "09:00", "to": "17:00"}}, True),
        ({"until": "window", "window": {"weekdays": [0], "from": "09:00", "to": "17:00"}}, False),
        ({"until": "date", "date": "2026-12-01T09:00"}, False),
        ({"until": "field", "field": "birthday"}, False),
    ],
)
def test_waits_whose_end_is_not_sure_count_as_long_as_they_can_be(wait: dict[str, Any], safe: bool) -> None:
    journey = drawn("in event next=w", "w wait next=t", "t send_window next=e", "e end")
    journey = with_fields(with_fields(journey, "in", source="inbound"), "w", **wait)
    assert (of("window-may-close", journey) == []) is safe


# -- reactions ---------------------------------------------------------------------------------------

LINES = ("in audience next=m", "m send_template next=r failed=r", "r reaction replied=e timeout=e", "e end")


def outcomes(*some: tuple[str, str, list[str], str]) -> dict[str, Any]:
    return {"outcomes": [{"id": i, "on": on, "keywords": keys, "button": button} for i, on, keys, button in some]}


def test_a_reaction_is_to_a_message_that_was_sent() -> None:
    journey = drawn("in audience next=m", "m send_template next=r", "r reaction replied=e timeout=e", "e end")
    assert of("reaction-no-message", journey) == []
    assert of("reaction-sometimes-no-message", drawn(*LINES)) == ["r.to"]  # who could not be sent to comes by too
    never = drawn("in audience next=r", "r reaction replied=e timeout=e", "e end")
    assert of("reaction-no-message", never) == ["r.to"]
    assert of("reaction-no-message", disabled(journey, "m")) == ["r.to"]
    for to, code in (("gone", "reaction-message-gone"), ("in", "reaction-not-to-message")):
        assert of(code, with_fields(journey, "r", to=to)) == ["r.to"]
    assert of("reaction-before-message", with_fields(journey, "r", to="m")) == []
    later = drawn("in audience next=m", "m send_template next=r", "r reaction replied=l timeout=e",
                  "l send_template next=e", "e end")  # fmt: skip
    assert of("reaction-before-message", with_fields(later, "r", to="l")) == ["r.to"]


def test_without_a_receiver_a_reaction_hears_nothing() -> None:
    deaf = replace(AROUND, receiver=False)
    found = [p for p in problems(drawn(*LINES), deaf) if p.code == "reaction-no-receiver"]
    assert [(p.where, p.severity) for p in found] == [("r.outcomes", "warning")]
    inbound = with_fields(drawn("in event next=e", "e end"), "in", source="inbound")
    assert codes(inbound, deaf) == [("entry-no-receiver", "in.source")]


def test_outcomes_that_never_come_first() -> None:
    journey = drawn(*LINES)

    def never(*some: tuple[str, str, list[str], str]) -> list[tuple[str, str]]:
        found = codes(with_fields(journey, "r", **outcomes(*some)))
        return [(code, where) for code, where in found if code.startswith("outcome")]

    assert never(("a", "replied", ["yes"], ""), ("b", "replied", [], "")) == []
    assert never(("a", "replied", [], ""), ("b", "replied", ["yes"], "")) == [("outcome-never", "r.outcomes.b")]
    assert never(("a", "delivered", [], ""), ("b", "read", [], "")) == [("outcome-after-delivered", "r.outcomes.b")]
    assert never(("a", "delivered", [], ""), ("b", "failed", [], "")) == []


def test_a_button_that_is_waited_for_is_one_of_the_message() -> None:
    journey = with_fields(drawn(*LINES), "m", **SENT)
    waits = with_fields(journey, "r", **outcomes(("a", "clicked", [], "Yes")))
    buttons = [{"type": "QUICK_REPLY", "text": "Yes"}]
    template = offer(components=[{"type": "BODY", "text": "Hi"}, {"type": "BUTTONS", "buttons": buttons}])
    assert of("outcome-button-gone", waits, having(template)) == []
    assert of("outcome-button-gone", waits, AROUND) == ["r.outcomes.a"]
    assert of("outcome-button-gone", waits, NOWHERE) == []
    free = drawn("in audience next=m", "m send_window next=r", "r reaction replied=e timeout=e", "e end")
    free = with_fields(free, "r", **outcomes(("a", "replied", [], "Yes")))
    assert of("outcome-button-gone", free) == ["r.outcomes.a"]
    asks = with_fields(free, "m", what="buttons", buttons=[{"id": "b", "text": "Yes"}])
    assert of("outcome-button-gone", asks) == []
    listed = with_fields(free, "m", what="list", menu={"button": "Pick", "rows": [{"id": "x", "title": "Yes"}]})
    assert of("outcome-button-gone", listed) == []


# -- conditions and experiments ----------------------------------------------------------------------


def parting(**fields: Any) -> Journey:
    return with_fields(drawn("in audience next=c", "c condition", "e end"), "c", **fields)


def paths(*rules: Any) -> dict[str, Any]:
    return {"by": "rules", "rules": [{"id": f"p{n}", "name": f"P{n}", "rule": rule} for n, rule in enumerate(rules)]}


def found_in(journey: Journey, around: Surroundings = AROUND) -> list[tuple[str, str]]:
    return [(c, w.removeprefix("c.")) for c, w in codes(journey, around) if w.startswith("c.")]


def test_paths_have_rules_that_can_be_true() -> None:
    other = {"field": "contact.points", "op": "less", "value": 3}
    assert found_in(parting(**paths(RULE, other))) == []
    assert found_in(parting(**paths(None, RULE))) == [("path-no-rule", "rules.p0")]
    assert found_in(parting(**paths(RULE, other, RULE))) == [("path-same-rule", "rules.p2")]
    everybody = found_in(parting(**paths({"all": []}, RULE)))
    assert ("path-never", "rules.p1") in everybody
    assert found_in(parting(by="rules", rules=[])) == [("field-required", "rules")]


def test_rules_name_what_is_there() -> None:
    for rule, code in (
        ({"field": "contact.nope", "op": "is", "value": "x"}, "rule-field-unknown"),
        ({"list": "gone", "op": "in"}, "rule-list-unknown"),
        ({"field": "event.total", "op": "more", "value": 1}, "rule-name-unknown"),
        ({"field": "contact.points", "op": "starts_with", "value": "x"}, "rule-op-misfit"),
        ({"field": "contact.points", "op": "roughly", "value": 1}, "rule-op-unknown"),
    ):
        assert found_in(parting(**paths(rule))) == [(code, "rules.p0")]
    event = with_fields(drawn("in event next=c", "c condition", "e end"), "in", **ORDER)
    assert found_in(with_fields(event, "c", **paths({"field": "event.total", "op": "more", "value": 1}))) == []


def test_times_and_dates_that_are_taken_or_over() -> None:
    def times(*some: tuple[list[int], str, str]) -> Journey:
        rows = [{"id": f"t{n}", "name": "", "weekdays": d, "from": f, "to": t} for n, (d, f, t) in enumerate(some)]
        return parting(by="time", times=rows)

    assert found_in(times(([0], "09:00", "12:00"), ([0], "12:00", "17:00"))) == []
    assert found_in(times(([0, 1], "08:00", "12:00"), ([1], "09:00", "11:00"))) == [("path-never", "times.t1")]
    assert found_in(times(([6], "22:00", "04:00"), ([0], "01:00", "03:00"))) == [("path-never", "times.t1")]
    assert found_in(times(([], "09:00", "12:00"))) == [("field-days-none", "times.t0")]

    def dates(*some: tuple[str, str]) -> Journey:
        rows = [{"id": f"d{n}", "name": "", "from": first, "to": last} for n, (first, last) in enumerate(some)]
        return parting(by="date", dates=rows)

    assert found_in(dates(("2026-04-01", "2026-04-30"), ("2026-05-01", "2026-05-02"))) == []
    assert found_in(dates(("2026-01-01", "2026-01-31"))) == [("path-past", "dates.d0")]
    taken = dates(("2026-04-01", "2026-04-30"), ("2026-04-02", "2026-04-03"))
    assert found_in(taken) == [("path-never", "dates.d1")]
    assert found_in(dates(("2026-04-30", "2026-04-01"))) == [("field-turned", "dates.d0")]


def test_shares_make_a_hundred() -> None:
    def shares(*some: int) -> list[tuple[str, str]]:
        rows = [{"id": f"s{n}", "name": "", "percent": percent} for n, percent in enumerate(some)]
        return found_in(parting(by="split", shares=rows))

    assert shares(50, 50) == [] and shares(100) == []
    assert shares(50, 40) == [("split-not-100", "shares")] and shares(60, 60) == [("split-not-100", "shares")]
    assert shares(100, 0) == [("share-of-nothing", "shares.s1")]
    journey = parting(by="split", shares=[{"id": "a", "percent": 70}])
    found = [p for p in problems(journey, AROUND) if p.where == "c.shares"]
    assert found[0].facts["sum"] == 70 and found[0].facts["what"] == "Split"


def test_an_experiment_compares_something() -> None:
    def weights(*some: int, **more: Any) -> list[str]:
        journey = drawn("in audience next=x", "x experiment", "e end")
        rows = [{"id": f"s{n}", "name": "", "percent": weight} for n, weight in enumerate(some)]
        found = codes(with_fields(journey, "x", paths=rows, **more))
        return [code for code, where in found if where.startswith("x.")]

    assert weights(1, 3) == [] and weights(5, holdout=10) == []
    assert weights(0, 0) == ["weights-nothing"] and weights(5) == ["experiment-of-one"]
    assert weights(5, 0) == ["share-of-nothing"] and weights() == ["field-required"]


def test_events_that_race_are_different() -> None:
    journey = drawn("in audience next=w", "w wait_event", "e end")
    events = [{"id": f"e{n}", "name": "", "event": event} for n, event in enumerate(("paid", "paid"))]
    assert ("path-same-event", "w.events.e1") in codes(with_fields(journey, "w", events=events))


# -- entries, waits, actions -------------------------------------------------------------------------


def test_an_audience_is_there_and_read_in_time() -> None:
    journey = drawn("in audience next=e", "e end")

    def entry(**fields: Any) -> list[tuple[str, str]]:
        return codes(with_fields(journey, "in", **fields), AROUND)

    assert entry(audience={"kind": "list", "list": "vip"}) == []
    assert entry(audience={"kind": "list", "list": "gone"}) == [("list-not-there", "in.audience")]
    assert entry(audience={"kind": "rule", "rule": None}) == [("rule-not-set", "in.audience")]
    asked = with_fields(journey, "in", audience={"kind": "rule", "rule": {"segment": "Delft", "op": "in"}})
    assert codes(asked, replace(AROUND, segments=("Delft",))) == codes(asked, AROUND) == []
    assert codes(asked, replace(AROUND, segments=())) == [("rule-segment-unknown", "in.audience")]
    assert entry(when="scheduled", at="2026-03-03T08:00") == [("entry-in-past", "in.at")]
    assert entry(when="scheduled", at="2026-03-03T10:00") == []
    assert entry(when="recurring", at="2026-03-01T10:00") == []
    weekly = {"every": 1, "unit": "weeks", "weekdays": [0], "until": "2026-03-02"}
    assert entry(when="recurring", at="2026-03-01T10:00", repeat=weekly) == [("repeat-is-over", "in.repeat")]
    assert entry(when="recurring", at="2026-05-01T10:00", repeat={**weekly, "until": "2026-04-02"}) == [
        ("repeat-ends-first", "in.repeat")
    ]
    leave = drawn("in audience_change next=e", "e end")
    assert codes(with_fields(leave, "in", on="exit"), AROUND) == [("nobody-leaves-all", "in.on")]


def test_an_entry_lies_within_the_journey() -> None:
    journey = with_fields(drawn("in audience next=e", "e end"), "in", when="scheduled", at="2026-06-01T10:00")
    assert of("entry-after-end", replace(journey, settings={"ends": "2026-05-01T00:00"}), AROUND) == ["in.at"]
    assert of("entry-before-start", replace(journey, settings={"starts": "2026-07-01T00:00"}), AROUND) == ["in.at"]
    inside = {"starts": "2026-05-01T00:00", "ends": "2026-07-01T00:00"}
    assert codes(replace(journey, settings=inside), AROUND) == []


def test_a_date_is_over_by_the_clock_of_the_journey() -> None:
    journey = drawn("in audience next=w", "w wait next=e", "e end")
    journey = with_fields(journey, "w", until="date", date="2026-03-03T09:30")
    assert codes(journey, AROUND) == []  # 09:00 in UTC
    tokyo = replace(journey, settings={"time_zone": "Asia/Tokyo"})
    assert codes(tokyo, AROUND) == [("wait-in-past", "w.date")]
    assert codes(tokyo, replace(AROUND, now=None)) == []


def test_a_wait_ends_while_the_contact_is_still_there() -> None:
    journey = drawn("in audience next=w", "w wait next=e", "e end")
    longer = with_fields(journey, "w", duration={"amount": 13, "unit": "weeks"})
    assert codes(longer) == [("wait-beyond-life", "w.duration")]
    assert codes(replace(longer, settings={"life": {"amount": 200, "unit": "days"}})) == []


def test_steps_name_fields_and_lists_that_are_there() -> None:
    journey = drawn("in audience next=w", "w wait next=u", "u update_contact next=l", "l list_member next=e", "e end")

    def found(step: str, **fields: Any) -> list[tuple[str, str]]:
        return [(c, w) for c, w in codes(with_fields(journey, step, **fields), AROUND) if w.startswith(step)]

    assert found("w", until="field", field="birthday") == []
    assert found("w", until="field", field="contact.gone") == [("contact-field-gone", "w.field")]
    assert found("w", until="field", field="points") == [("contact-field-kind", "w.field")]
    assert found("l", list="vip") == [] and found("l", list="gone") == [("list-not-there", "l.list")]

    def changes(*some: tuple[str, str]) -> list[tuple[str, str]]:
        return found("u", changes=[{"field": field, "value": value} for field, value in some])

    assert changes(("points", "12"), ("birthday", "2026-12-24"), ("first_name", "")) == []
    assert changes(("points", "{{ contact.points | plus: 1 }}")) == []
    assert changes(("points", "many")) == [("change-does-not-fit", "u.changes.1")]
    assert changes(("gone", "x")) == [("contact-field-gone", "u.changes.1")]
    assert changes(("phone", "x")) == [("contact-field-fixed", "u.changes.1")]
    assert changes(("points", "1"), ("points", "2")) == [("field-changed-twice", "u.changes.2")]
    assert changes(("points", "{{ contact.x }}")) == [("field-unknown", "u.changes.1")]


def test_a_request_goes_to_the_web_and_its_answer_has_a_name() -> None:
    journey = drawn("in audience next=c", "c call_url next=e", "e end")

    def found(**fields: Any) -> list[str]:
        return [code for code, where in codes(with_fields(journey, "c", **fields)) if where.startswith("c.")]

    assert found(url="https://example.com", save_as="order_1") == [] and found(url="{{ contact.url }}") == []
    assert found(url="ftp://example.com") == ["url-not-web"] and found(url="http://example.com") == ["url-not-safe"]
    assert found(url="https://example.com", save_as="my order") == ["save-as-no-name"]
    assert found(url="https://example.com", headers=[{"name": "X", "value": "{{ x"}]) == ["expression-syntax"]


def test_media_may_be_computed() -> None:
    journey = with_fields(drawn("in event next=m", "m send_window next=e", "e end"), "in", source="inbound")
    media = {"kind": "image", "url": "https://x.example/{{ contact.first_name }}.png", "caption": "{{ nobody }}"}
    assert codes(with_fields(journey, "m", what="media", media=media), AROUND) == [("field-unknown", "m.media.caption")]


# -- settings ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"starts": "2026-05-01T00:00", "ends": "2026-05-01T00:00"}, [("end-before-start", "settings.ends")]),
        ({"ends": "2026-03-01T00:00"}, [("end-in-past", "settings.ends")]),
        ({"time_zone": "Europe/Nowhere"}, [("zone-unknown", "settings.time_zone")]),
        ({"quiet": "custom", "quiet_from": "09:00", "quiet_to": "09:00"}, [("quiet-all-day", "settings.quiet_to")]),
        ({"goal_on": "end"}, [("goal-no-end", "settings.goal_on")]),
        ({"goal_on": "event"}, [("field-required", "settings.goal_event")]),
        ({"exits": [{"id": "x", "name": "Paid", "on": "event", "event": ""}]}, [("exit-no-event", "settings.exits.x")]),
        ({"exits": [{"id": "x", "name": "Paid", "on": "rule", "rule": None}]}, [("exit-no-rule", "settings.exits.x")]),
        ({"exits": [{"id": "x", "name": "", "on": "rule", "rule": {"list": "gone", "op": "in"}}]},
         [("rule-list-unknown", "settings.exits.x")]),
        ({"life": {"amount": 0, "unit": "days"}}, [("field-duration-none", "settings.life")]),
    ],
)  # fmt: skip
def test_settings(settings: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert codes(drawn("in audience next=e", "e end", settings=settings), AROUND) == expected


def test_a_goal_is_counted_where_it_is_marked() -> None:
    journey = with_fields(drawn("in audience next=e", "e end"), "e", goal=True)
    assert codes(journey) == [("goal-not-counted", "e.goal")]
    assert codes(replace(journey, settings={"goal_on": "end"})) == []
