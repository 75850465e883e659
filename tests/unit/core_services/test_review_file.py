"""The page a second person reads: it stands alone, shows what will be sent, and has the code of exactly that."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from tests.fixtures.studio import NUMBER, Workspace, add_people, offer
from whatsapp_studio.base.errors import Blocked, StudioError
from whatsapp_studio.base.events import tell_nobody
from whatsapp_studio.base.progress import Cancelled, Progress
from whatsapp_studio.campaigns.approval import same_code
from whatsapp_studio.campaigns.draft import Audience, Draft, Mapping
from whatsapp_studio.services.connecting import Connections
from whatsapp_studio.services.review_file import ReviewFiles
from whatsapp_studio.services.segments import Segments
from whatsapp_studio.services.vault import Vault
from whatsapp_studio.templates.template import content_hash

DRAFT = Draft(
    name="Spring & Co", sender=NUMBER, template="spring_offer", language="nl", template_hash=content_hash(offer()),
    mapping={"body.1": Mapping("{{ contact.first_name }}")},
)  # fmt: skip


class Text(HTMLParser):
    """The words of a page, and everything it would load."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.loads += [value or "" for name, value in attrs if name in ("src", "href")]
        self.loads += [tag] if tag in ("script", "link", "iframe", "img") else []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture
def files(rooms: Workspace) -> ReviewFiles:
    clock = rooms.clock
    segments = Segments(rooms.store, clock, tell_nobody, lambda id: ())  # type: ignore[arg-type]
    connection = Connections(rooms.store, Vault("test"), rooms.settings, clock, tell_nobody)  # type: ignore[arg-type]
    return ReviewFiles(rooms.campaigns, rooms.contacts, segments, connection, clock)  # type: ignore[arg-type]


def read(files: ReviewFiles, rooms: Workspace, draft: Draft = DRAFT, **more: bool) -> Text:
    return Text(files.page(draft, rooms.campaigns.review(draft), **more))


def test_it_shows_the_message_the_people_and_why_others_are_left_out(rooms: Workspace, files: ReviewFiles) -> None:
    add_people(rooms.store, 3)
    add_people(rooms.store, 2, first=10, marketing="no")
    page = read(files, rooms)
    assert page.loads == []
    words = " ".join(page.words)
    own = ("Review of “Spring & Co”", "All contacts.", "{{ contact.first_name }}", "Bloom")
    for said in (*own, "Name1", "Name2", "Name3"):
        assert said in words
    assert "Name10" not in words
    table = page.words
    assert table[table.index("Get it") + 1] == "3"
    assert table[table.index("All together") + 1] == "5"


def test_everybody_is_listed_on_wish_also_who_gets_nothing(rooms: Workspace, files: ReviewFiles) -> None:
    add_people(rooms.store, 7)
    add_people(rooms.store, 1, first=10, marketing="no")
    assert "Name7" not in " ".join(read(files, rooms).words)
    words = " ".join(read(files, rooms, everybody=True).words)
    assert "Name7" in words
    assert "Name10" in words


def test_the_code_stays_while_the_same_is_sent_and_changes_with_anything_else(
    rooms: Workspace, files: ReviewFiles
) -> None:
    add_people(rooms.store, 3)
    code = files.code(DRAFT, rooms.campaigns.review(DRAFT))
    assert code in " ".join(read(files, rooms).words)
    left = msgspec.structs.replace(DRAFT, step="review", accepted_warnings=("takes-long",))
    assert files.code(left, rooms.campaigns.review(left)) == code
    for other in (
        msgspec.structs.replace(DRAFT, mapping={"body.1": Mapping("{{ contact.last_name }}")}),
        msgspec.structs.replace(DRAFT, audience=Audience(except_lists=(1,))),
        msgspec.structs.replace(DRAFT, rate=3),
    ):
        assert files.code(other, rooms.campaigns.review(other)) != code
    add_people(rooms.store, 1, first=20)
    assert files.code(DRAFT, rooms.campaigns.review(DRAFT)) != code


def test_a_code_is_typed_with_or_without_its_space() -> None:
    assert same_code(" 482917", "482 917")
    assert not same_code("482918", "482 917")


def test_where_a_second_look_is_asked_for_nothing_leaves_without_the_code(
    rooms: Workspace, files: ReviewFiles
) -> None:
    add_people(rooms.store, 3)
    rooms.settings.change("campaigns.second_look", True)
    campaign = rooms.campaigns.create(DRAFT).id
    review = rooms.campaigns.review(DRAFT)
    code = files.code(DRAFT, review)
    for typed in ("", "000 000"):
        with pytest.raises(Blocked) as refused:
            rooms.campaigns.launch(campaign, typed_count=None, people=review.people, code=typed)
        assert [one.code for one in refused.value.problems] == ["code-not-typed"]
    add_people(rooms.store, 1, first=9)
    with pytest.raises(Blocked):
        rooms.campaigns.launch(campaign, typed_count=None, code=code)
    sent = rooms.campaigns.launch(campaign, typed_count=None, people=review.people, code=code.replace(" ", ""))
    assert sent.counts.queued == 3


def test_a_draft_that_cannot_be_sent_says_so_in_the_file(rooms: Workspace, files: ReviewFiles) -> None:
    words = " ".join(read(files, rooms, msgspec.structs.replace(DRAFT, template="", sender="")).words)
    assert "What stands in the way" in words
    assert "No template is chosen." in words


class _Stopped(Progress):
    def report(self, done: int, total: int | None = None) -> None:
        pass

    def cancelled(self) -> bool:
        return True


def test_it_is_written_whole_or_not_at_all(rooms: Workspace, files: ReviewFiles, tmp_path: Path) -> None:
    add_people(rooms.store, 2)
    review, path = rooms.campaigns.review(DRAFT), tmp_path / "review.html"
    with pytest.raises(Cancelled):
        files.write(DRAFT, review, path, _Stopped(), everybody=True)
    with pytest.raises(StudioError, match="cannot-write"):
        files.write(DRAFT, review, tmp_path / "none" / "review.html")
    assert list(tmp_path.glob("review*")) == []
    files.write(DRAFT, review, path)
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
