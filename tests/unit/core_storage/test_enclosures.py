"""Files that messages take along: nothing that needs one leaves before Meta has it, for the number it leaves from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from tests.fixtures.studio import NUMBER, T0, Outgoing, add_people, later, offer
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.campaigns.plan import Planned
from whatsapp_studio.delivery.outcome import Accepted
from whatsapp_studio.storage.connection import Connection, ConnectionStore
from whatsapp_studio.storage.db import Store
from whatsapp_studio.storage.enclosures import GOOD_FOR, EnclosureStore, Wanted

ONE, TWO = "a" * 64, "b" * 64


def launch(
    outgoing: Outgoing, values: Sequence[str], name: str = "Spring", *, sender: str = NUMBER,
    starts_at: datetime | None = None,
) -> str:  # fmt: skip
    """A campaign that takes these along, one for each of its people."""
    ids = add_people(outgoing.store, len(values), first=1 + 100 * len(outgoing.campaigns.all()))
    with outgoing.store.write() as conn:
        conn.executemany(
            "INSERT OR IGNORE INTO media_files VALUES (?, 'a.png', 'image/png', 48, '')",
            [(hash,) for hash in (ONE, TWO)],
        )

    def planned() -> Iterator[Planned]:
        for person, value in zip(outgoing.people.get_many(ids), values, strict=True):
            yield Planned(contact=person, fill={"header.media": value, "body.1": "x"})

    draft = Draft(name=name, sender=sender, template="spring_offer", language="nl")
    campaign = outgoing.campaigns.add(draft, T0).id
    outgoing.launches.launch(
        campaign, draft, offer().raw, planned(), now=T0, starts_at=starts_at, held_until=None, rate=None
    )
    return campaign


def test_nothing_leaves_before_its_file_is_there_and_then_with_its_id(store: Store, outgoing: Outgoing) -> None:
    campaign = launch(outgoing, [f"file:{ONE}", f"file:{TWO}", "https://example.com/a.png", "123"])
    enclosures = EnclosureStore(store)

    assert enclosures.wanted(T0) == [Wanted(ONE, NUMBER, (campaign,)), Wanted(TWO, NUMBER, (campaign,))]
    assert outgoing.claim() == []
    assert outgoing.outbox.next_due(T0) is None
    enclosures.keep(ONE, NUMBER, "900", T0)
    assert outgoing.claim() == []
    enclosures.keep(TWO, NUMBER, "901", T0)

    assert enclosures.wanted(T0) == []
    assert outgoing.outbox.next_due(T0) == T0
    media = [message.values["header.media"] for message in outgoing.claim()]
    assert media == ["900", "901", "https://example.com/a.png", "123"]


def test_what_takes_nothing_along_does_not_wait(store: Store, outgoing: Outgoing) -> None:
    waiting = launch(outgoing, [f"file:{ONE}"])
    free = launch(outgoing, ["123"], "Free")

    assert [message.campaign for message in outgoing.claim()] == [free]
    assert outgoing.states(waiting) == ["ready"]


def test_an_id_belongs_to_one_number(store: Store, outgoing: Outgoing) -> None:
    campaign = launch(outgoing, [f"file:{ONE}"], sender="777")
    enclosures = EnclosureStore(store)
    enclosures.keep(ONE, NUMBER, "900", T0)

    assert enclosures.wanted(T0) == [Wanted(ONE, "777", (campaign,))]
    enclosures.keep(ONE, "777", "902", T0)
    assert outgoing.claim_one().values["header.media"] == "902"


def test_without_a_number_of_its_own_it_is_the_workspaces(store: Store, outgoing: Outgoing) -> None:
    ConnectionStore(store).save(
        Connection(
            waba_id="1", phone_number_id="555", graph_url="https://graph.example", checked_at=T0, verify_token="v"
        )
    )
    campaign = launch(outgoing, [f"file:{ONE}"], sender="")

    assert EnclosureStore(store).wanted(T0) == [Wanted(ONE, "555", (campaign,))]


def test_an_old_id_is_renewed_before_it_runs_out(store: Store, outgoing: Outgoing) -> None:
    launch(outgoing, [f"file:{ONE}"])
    enclosures = EnclosureStore(store)
    enclosures.keep(ONE, NUMBER, "900", T0)

    just_good, just_old = T0 + GOOD_FOR - timedelta(seconds=1), T0 + GOOD_FOR
    assert timedelta(days=30) > GOOD_FOR
    assert enclosures.wanted(just_good) == []
    assert [one.hash for one in enclosures.wanted(just_old)] == [ONE]
    assert outgoing.claim(now=just_old) == []
    enclosures.keep(ONE, NUMBER, "903", just_old)
    assert outgoing.claim(now=just_old)[0].values["header.media"] == "903"


def test_an_old_file_that_nothing_waits_for_holds_nobody_up(store: Store, outgoing: Outgoing) -> None:
    campaign = launch(outgoing, [f"file:{ONE}", f"file:{TWO}"])
    enclosures = EnclosureStore(store)
    enclosures.keep(ONE, NUMBER, "900", T0)
    enclosures.keep(TWO, NUMBER, "901", T0)
    sent = outgoing.claim(1)
    outgoing.outbox.settle([(sent[0], Accepted("wamid.1"), T0)])
    later_on = T0 + GOOD_FOR

    assert enclosures.wanted(later_on) == [Wanted(TWO, NUMBER, (campaign,))]
    enclosures.keep(TWO, NUMBER, "902", later_on)
    assert [one.values["header.media"] for one in outgoing.claim(now=later_on)] == ["902"]


def test_a_later_campaign_is_made_ready_a_little_before_it_starts(store: Store, outgoing: Outgoing) -> None:
    launch(outgoing, [f"file:{ONE}"], starts_at=later(hours=2))
    enclosures = EnclosureStore(store)

    assert enclosures.wanted(later(minutes=104)) == []
    assert [one.hash for one in enclosures.wanted(later(minutes=105))] == [ONE]


def test_one_file_for_two_campaigns_goes_up_once(store: Store, outgoing: Outgoing) -> None:
    both = launch(outgoing, [f"file:{ONE}"]), launch(outgoing, [f"file:{ONE}"], "Second")

    (wanted,) = EnclosureStore(store).wanted(T0)
    assert set(wanted.campaigns) == set(both)


def test_a_campaign_that_is_over_or_undone_wants_nothing(store: Store, outgoing: Outgoing) -> None:
    stopped = launch(outgoing, [f"file:{ONE}"])
    undone = launch(outgoing, [f"file:{TWO}"], "Undone")
    outgoing.outbox.stop(stopped, T0)
    outgoing.launches.undo_launch(undone)

    assert EnclosureStore(store).wanted(T0) == []
    assert store.value("SELECT count(*) FROM campaign_media WHERE campaign_id = ?", (undone,)) == 0
