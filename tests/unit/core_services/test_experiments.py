"""Experiments from launch to the winner: who gets which message, what is decided, and that nobody gets two."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from tests.conftest import SettableClock
from tests.fixtures.studio import T0, Workspace, add_people, check_counts, offer
from tests.unit.core_services.test_review_file import DRAFT
from whatsapp_studio.base.clock import iso
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.base.progress import Progress, Unwatched
from whatsapp_studio.campaigns.assignment import HOLDOUT, assigned
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.campaigns.experiment import begun, copy_of, evenly
from whatsapp_studio.campaigns.plan import UNDECIDED
from whatsapp_studio.campaigns.programme import Experiment, Treatment, Waves
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.services.experiments import LOOK_EVERY, Experiments
from whatsapp_studio.storage.campaign_log import CampaignLog
from whatsapp_studio.templates.template import content_hash

OTHER = offer(name="spring_two", body="Hello {{1}}, come and see")


def draft(**more: object) -> Draft:
    """Two messages; the second says the last name."""
    other = Treatment(
        key="b", name="Two", share=50, template=OTHER.name, language=OTHER.language, template_hash=content_hash(OTHER),
        mapping={"body.1": Mapping("{{ contact.last_name }}")},
    )  # fmt: skip
    plan = {"treatments": (Treatment(key="a", name="One", share=50), other), "metric": "read", **more}
    return msgspec.structs.replace(DRAFT, experiment=Experiment(**plan))  # type: ignore[arg-type]


@pytest.fixture
def experiments(rooms: Workspace) -> Experiments:
    rooms.keep_templates(offer(), OTHER)
    return Experiments(rooms.store, rooms.campaigns, rooms.clock, rooms.told.append, rooms._wake)  # type: ignore[arg-type]


def launched(rooms: Workspace, people: int = 60, **more: object) -> str:
    add_people(rooms.store, people)
    campaign = rooms.campaigns.create(draft(**more)).id
    rooms.campaigns.launch(campaign, typed_count=people, hold_seconds=0)
    return campaign


def send(rooms: Workspace, shares: dict[str, float], n: int = 5000) -> None:
    """Send what may leave, and have this share of each treatment read it."""
    clock: SettableClock = rooms.clock  # type: ignore[assignment]
    messages = rooms.outgoing.claim(n, clock.now())
    rooms.outgoing.outbox.settle([(one, Accepted(f"wamid.{one.id}"), clock.now()) for one in messages])
    with rooms.store.write() as conn:
        for key, share in shares.items():
            ids = [row[0] for row in conn.execute(
                "SELECT id FROM outbox WHERE treatment = ? AND state = 'accepted' ORDER BY id", (key,)
            )]  # fmt: skip
            for id in ids[: round(len(ids) * share)]:
                conn.execute("UPDATE outbox SET state = 'read' WHERE id = ?", (id,))


def by_treatment(rooms: Workspace, campaign: str) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for row in rooms.store.rows("SELECT treatment, reason, contact_id FROM outbox WHERE campaign_id = ?", (campaign,)):
        found.setdefault(row["treatment"] or row["reason"], set()).add(row["contact_id"])
    return found


def test_everybody_gets_the_message_that_chance_gave_them(rooms: Workspace, experiments: Experiments) -> None:
    campaign = launched(rooms, holdout=20)
    of = assigned(campaign, draft(holdout=20).experiment)  # type: ignore[arg-type]
    found = by_treatment(rooms, campaign)
    assert found.keys() == {"a", "b", HOLDOUT}
    for key, people in found.items():
        assert people == {one for one in range(1, 61) if of(one) == key}
    sent = {one.contact: (one.template_raw, dict(one.values)) for one in rooms.outgoing.claim(100)}
    for person in found["a"]:
        assert sent[person] == (offer().raw, {"body.1": f"Name{person}"})
    for person in found["b"]:
        assert sent[person] == (OTHER.raw, {"body.1": "Jansen"})
    assert not sent.keys() & found[HOLDOUT]
    check_counts(rooms.store)


def test_the_review_counts_as_the_launch_does(rooms: Workspace, experiments: Experiments) -> None:
    add_people(rooms.store, 60)
    campaign = rooms.campaigns.create(draft(holdout=10, slice=50)).id
    review = rooms.campaigns.review(rooms.campaigns.get(campaign).draft)
    rooms.campaigns.launch(campaign, typed_count=None, hold_seconds=0)
    found = by_treatment(rooms, campaign)
    assert {key: len(people) for key, people in found.items() if key != HOLDOUT} == review.treatments
    assert review.count.excluded == {HOLDOUT: len(found[HOLDOUT])}


def test_a_certain_winner_goes_to_the_rest_and_to_nobody_twice(rooms: Workspace, experiments: Experiments) -> None:
    campaign = launched(rooms, 900, slice=50)
    tested = by_treatment(rooms, campaign)
    waiting = tested.pop("")
    send(rooms, {"a": 0.2, "b": 0.7})
    assert rooms.outgoing.claim(10) == []
    standing = experiments.standing(campaign)
    assert standing is not None
    assert (standing.verdict.state, standing.verdict.best, standing.waiting) == ("winner", "b", len(waiting))

    experiments.do(Unwatched())

    kept = experiments.standing(campaign)
    assert kept is not None and (kept.kept.state, kept.kept.winner, kept.waiting) == ("decided", "b", 0)
    rest = rooms.outgoing.claim(5000)
    assert {one.contact for one in rest} == waiting
    assert {(one.template_raw, tuple(one.values.items())) for one in rest} == {(OTHER.raw, (("body.1", "Jansen"),))}
    assert not {one.contact for one in rest} & (tested["a"] | tested["b"])
    assert [one.code for one in CampaignLog(rooms.store).of(campaign)] == ["experiment-won"]
    check_counts(rooms.store)


@pytest.mark.parametrize(("otherwise", "state", "gets"), [("a", "decided", "a"), ("ask", "asking", "")])
def test_without_a_winner_it_goes_by_what_was_said(
    rooms: Workspace, experiments: Experiments, clock: SettableClock, otherwise: str, state: str, gets: str
) -> None:
    campaign = launched(rooms, 80, slice=50, otherwise=otherwise, decide_after_minutes=60)
    waiting = by_treatment(rooms, campaign)[""]
    send(rooms, {"a": 0.5, "b": 0.5})
    experiments.do(Unwatched())
    assert experiments.due() == T0 + LOOK_EVERY
    clock.set(T0 + timedelta(minutes=61))
    experiments.do(Unwatched())
    kept = experiments.standing(campaign)
    assert kept is not None and kept.kept.state == state
    after = by_treatment(rooms, campaign)
    assert (waiting <= after["a"]) == (gets == "a")
    if state == "asking":
        assert experiments.due() is None
        experiments.choose(campaign, "b")
        experiments.do(Unwatched())
        assert waiting <= by_treatment(rooms, campaign)["b"]
        with pytest.raises(UserError, match="experiment-decided"):
            experiments.choose(campaign, "a")


def test_nobody_more_gets_anything_if_the_person_says_so(rooms: Workspace, experiments: Experiments) -> None:
    campaign = launched(rooms, 80, slice=50)
    waiting = by_treatment(rooms, campaign)[""]
    send(rooms, {})
    experiments.choose(campaign, "")
    experiments.do(Unwatched())
    assert by_treatment(rooms, campaign)["no-winner"] == waiting
    rooms.outgoing.outbox.finish(T0)
    assert rooms.campaigns.get(campaign).state == "done"


class _After(Progress):
    """Cancels at the second question."""

    def __init__(self) -> None:
        self.asked = 0

    def report(self, done: int, total: int | None = None) -> None:
        pass

    def cancelled(self) -> bool:
        self.asked += 1
        return self.asked > 1


def test_broken_off_in_the_middle_the_rest_goes_on_and_nobody_gets_two(
    rooms: Workspace, experiments: Experiments, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("whatsapp_studio.services.experiments._PAGE", 50)
    campaign = launched(rooms, 300, slice=30)
    waiting = by_treatment(rooms, campaign)[""]
    send(rooms, {})
    with rooms.store.write() as conn:
        conn.execute("DELETE FROM contacts WHERE id = ?", (max(waiting),))
    experiments.choose(campaign, "a")
    experiments.do(_After())
    left = rooms.store.value("SELECT count(*) FROM outbox WHERE not_before = ?", (iso(UNDECIDED),))
    assert 0 < int(str(left)) < len(waiting)
    first = {one.contact for one in rooms.outgoing.claim(1000)}
    # Begun anew, as after a restart.
    again = Experiments(rooms.store, rooms.campaigns, rooms.clock, rooms.told.append, rooms._wake)  # type: ignore[arg-type]
    again.do(Unwatched())
    second = {one.contact for one in rooms.outgoing.claim(1000)}
    assert not first & second
    assert first | second == waiting - {max(waiting)}
    assert max(waiting) in by_treatment(rooms, campaign)["deleted"]
    assert again.due() is None


def test_what_was_stopped_or_undone_decides_nothing(rooms: Workspace, experiments: Experiments) -> None:
    campaign = launched(rooms, 60, slice=50)
    rooms.campaigns.stop(campaign)
    assert experiments.due() is None
    other = rooms.campaigns.create(msgspec.structs.replace(draft(slice=50), name="Other")).id
    rooms.campaigns.launch(other, typed_count=None)
    rooms.campaigns.undo_launch(other)
    assert experiments.standing(other) is None


@pytest.mark.parametrize(
    ("more", "waves", "code"),
    [
        ({"treatments": (Treatment(key="a", share=100),)}, None, "experiment-treatments"),
        ({"holdout": 60}, None, "experiment-holdout"), ({"slice": 0}, None, "experiment-slice"),
        ({"metric": "goal"}, None, "experiment-goal"), ({"slice": 50}, Waves(), "experiment-waves"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared(
    rooms: Workspace, experiments: Experiments, more: dict[str, object], waves: Waves | None, code: str
) -> None:
    wrong = rooms.campaigns.problems(msgspec.structs.replace(draft(**more), waves=waves))
    assert code in [one.code for one in wrong]


def test_each_message_is_checked(rooms: Workspace, experiments: Experiments) -> None:
    assert rooms.campaigns.problems(draft()) == ()
    rooms.keep_templates(offer())
    assert [(one.code, one.where) for one in rooms.campaigns.problems(draft())] == [
        ("template-gone", "template.experiment")
    ]


def test_shares_are_even_and_a_copy_sends_the_same() -> None:
    plan = begun(DRAFT)
    assert [one.share for one in plan.treatments] == [50, 50]
    assert copy_of(DRAFT, plan.treatments[0], "c").mapping == DRAFT.mapping
    assert [one.share for one in evenly(tuple(Treatment(key=key) for key in "abc"))] == [34, 33, 33]
