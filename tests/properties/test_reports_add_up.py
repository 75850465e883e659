"""Decides that reports add up whatever happened: rows, counts, parts, time line and hours say the same."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from whatsapp_studio.campaigns.campaign import Campaign, Counts
from whatsapp_studio.campaigns.draft import Draft
from whatsapp_studio.reports.adding_up import faults
from whatsapp_studio.reports.details import EVENTS
from whatsapp_studio.reports.report import Report, funnel
from whatsapp_studio.reports.series import DAY, begin_of, end_of, step_for, time_line
from whatsapp_studio.reports.tally import Row, Tally

T0 = datetime(2026, 3, 28, 9, tzinfo=UTC)
ZONES = ("Europe/Amsterdam", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC")
_COUNTED = {"ready": "queued", "sending": "in_flight"}


def minute(moment: datetime) -> str:
    return moment.isoformat()[:16]


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Recipients as the outbox may have them: times may be missing where a status never came."""
    made = []
    for place in range(draw(st.integers(0, 30))):
        state = draw(st.sampled_from((*_COUNTED, "accepted", "held", "sent", "delivered", "read", "failed", "unknown",
                                      "excluded")))  # fmt: skip
        accepted = state in ("accepted", "held", "sent", "delivered", "read") or (
            state == "failed" and draw(st.booleans())
        )
        at = T0 + timedelta(minutes=draw(st.integers(0, 4 * DAY)))
        told = draw(st.booleans())
        arrived = state in ("delivered", "read")
        reason = {"failed": draw(st.sampled_from(("meta-131026", "meta-131049"))),
                  "excluded": draw(st.sampled_from(("no-consent", "stopped")))}.get(state, "")  # fmt: skip
        made.append(Row(
            id=place, state=state, reason=reason,
            treatment=draw(st.sampled_from(("", "a", "b"))), market=draw(st.sampled_from(("NL", "+3161234", "", "US"))),
            language=draw(st.sampled_from(("", "de"))), clock=draw(st.sampled_from((*ZONES, "+31612", ""))),
            accepted=accepted, accepted_at=minute(at) if accepted else "",
            delivered_at=minute(at + timedelta(minutes=3)) if arrived and told else "",
            read_at=minute(at + timedelta(minutes=50)) if state == "read" and told else "",
            opted_out=draw(st.booleans()),
        ))  # fmt: skip
    return made


def report_of(made: list[Row], replies: dict[int, str], clicks: set[int], zone: str = "Europe/Amsterdam") -> Report:
    """The report that the counts of these rows give, with the details that a tally gives."""
    tally = Tally(
        replies, clicks, zone_of=lambda clock: ZoneInfo(clock if clock in ZONES else "UTC"),
        market_of=lambda market: "NL" if market.startswith("+31") else market,
        version_of=lambda _campaign, treatment, language: (language or "nl", f"offer {treatment}"),
    )  # fmt: skip
    for begin in range(0, len(made), 7):
        tally.add("one", made[begin : begin + 7])
    states = [_COUNTED.get(row.state, row.state) for row in made]
    counts = Counts(**{name: states.count(name) for name in Counts.__struct_fields__})
    later = sum(row.state == "failed" and row.accepted for row in made)
    campaign = Campaign(id="one", name="Spring", draft=Draft(), created_at=T0, updated_at=T0, counts=counts)
    failed = [int(row.reason.removeprefix("meta-")) for row in made if row.state == "failed"]
    excluded = [row.reason for row in made if row.state == "excluded"]
    return Report(
        campaign=campaign, counts=counts, funnel=funnel(counts, later), replied=len(replies), clicked=len(clicks),
        opted_out=sum(row.opted_out for row in made), errors={code: failed.count(code) for code in failed},
        excluded={reason: excluded.count(reason) for reason in excluded},
        details=tally.details(ZoneInfo(zone), zone, ["one"]),
    )  # fmt: skip


@given(rows(), st.data())
def test_everything_adds_up(made: list[Row], data: st.DataObject) -> None:
    answered = {row.id: minute(T0) for row in made if data.draw(st.booleans())}
    clicks = {id for id in answered if data.draw(st.booleans())}
    found = report_of(made, answered, clicks, data.draw(st.sampled_from(ZONES)))
    assert faults(found) == ()
    assert found.details is not None
    assert found.details.figures.total == len(made)


@given(rows().filter(len))
def test_what_does_not_add_up_is_found(made: list[Row]) -> None:
    """The one place that says what adds up can say no."""
    found = report_of(made, {}, set())
    assert found.details is not None
    counts = found.counts
    more = Counts(**{n: getattr(counts, n) + (n == "unknown") for n in Counts.__struct_fields__})
    campaign = found.campaign
    assert faults(Report(campaign=campaign, counts=more, funnel=funnel(more, 0), details=found.details))


@settings(deadline=None)
@given(
    st.sampled_from(ZONES), st.integers(0, 400 * DAY),
    st.lists(st.one_of(st.integers(0, 90), st.integers(0, 3 * DAY), st.integers(0, 80 * DAY)), min_size=1, max_size=8),
)  # fmt: skip
def test_spans_follow_one_another_and_hold_every_minute(zone: str, first: int, offsets: list[int]) -> None:
    begin = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=first)
    moments = [begin + timedelta(minutes=one) for one in offsets]
    counted: dict[str, int] = {}
    for one in moments:
        counted[minute(one)] = counted.get(minute(one), 0) + 1
    line = time_line({"read": counted}, ZoneInfo(zone), zone, {})
    assert sum(line.series["read"]) == len(moments)
    assert all(sum(line.series[event]) == 0 for event in EVENTS if event != "read")
    assert list(line.starts) == sorted(set(line.starts))
    assert line.starts[0] <= min(moments) and end_of(line.starts[-1], line.minutes, ZoneInfo(zone)) > max(moments)
    for moment in moments:
        start = begin_of(moment, line.minutes, ZoneInfo(zone))
        assert start <= moment < end_of(start, line.minutes, ZoneInfo(zone))


def test_the_spans_of_a_time_line_fit_a_screen() -> None:
    assert [step_for(n) for n in (1, 60, 61, 300, 900, 901, 3600, 3601, 10_800, 10_801, 60 * DAY, 61 * DAY)] == [
        1, 1, 5, 5, 15, 60, 60, 180, 180, DAY, DAY, 7 * DAY,
    ]  # fmt: skip


def test_an_hour_that_comes_twice_stays_two() -> None:
    """25 October 2026: in Amsterdam the clock shows 02:30 at 00:30 and again at 01:30 UTC."""
    zone = ZoneInfo("Europe/Amsterdam")
    told = {"2026-10-25T00:30": 2, "2026-10-25T01:30": 3, "2026-10-26T12:00": 1}
    line = time_line({"read": told}, zone, "Europe/Amsterdam", {})
    assert line.minutes == 60
    at = {start: n for start, n in zip(line.starts, line.series["read"], strict=True) if n}
    assert at == {
        datetime(2026, 10, 25, 0, tzinfo=UTC): 2, datetime(2026, 10, 25, 1, tzinfo=UTC): 3,
        datetime(2026, 10, 26, 12, tzinfo=UTC): 1,
    }  # fmt: skip
