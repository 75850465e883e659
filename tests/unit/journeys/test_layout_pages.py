"""Shows how a journey goes on paper: on one page where that can be read, else cut between cards and whole."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.journeys.boxes import Rect
from whatsapp_studio.journeys.pages import FULL, READABLE, USUAL, cut, on_paper

A4 = (539.0, 786.0, 40.0)


def card(x: int, y: int) -> Rect:
    return (x, y, x + 208, y + 76)


def test_a_small_journey_is_one_page_no_larger_than_on_the_screen() -> None:
    paper = on_paper((0, 0, 300, 200), [card(0, 0)], *A4)
    assert paper.scale == FULL and len(paper.tiles) == 1


def test_paper_is_turned_as_it_suits() -> None:
    assert not on_paper((0, 0, 800, 1400), [], *A4).landscape
    wide = on_paper((0, 0, 1600, 700), [], *A4)
    assert wide.landscape and wide.scale >= READABLE and len(wide.tiles) == 1


def test_what_could_not_be_read_is_split_between_the_cards() -> None:
    cards = [card(column * 260, row * 160) for row in range(30) for column in range(8)]
    content = (0, 0, 7 * 260 + 208, 29 * 160 + 76)
    paper = on_paper(content, cards, *A4)
    assert READABLE <= paper.scale <= USUAL and 4 <= len(paper.tiles) <= 12
    across, down = (786, 499) if paper.landscape else (539, 746)
    for tile in paper.tiles:
        left, top, right, bottom = tile.area
        assert (right - left) * paper.scale <= across + 1 and (bottom - top) * paper.scale <= down + 1
    for one in cards:
        whole = [t for t in paper.tiles if t.area[0] <= one[0] and t.area[1] <= one[1]
                 and t.area[2] >= one[2] and t.area[3] >= one[3]]  # fmt: skip
        assert len(whole) == 1


def test_empty_pages_are_not_printed() -> None:
    paper = on_paper((0, 0, 4000, 4000), [card(0, 0), card(3700, 3900)], *A4)
    assert {(0, 0)} < {(tile.row, tile.column) for tile in paper.tiles} and len(paper.tiles) == 2


@given(
    st.integers(-1000, 1000), st.integers(1, 5000), st.floats(100, 2000),
    st.lists(st.tuples(st.integers(-1000, 6000), st.integers(1, 3000)), max_size=20),
)  # fmt: skip
def test_a_cut_leaves_nothing_out(low: int, length: int, most: float, some: list[tuple[int, int]]) -> None:
    found = cut(low, low + length, [(at, at + size) for at, size in some], most)
    assert found[0][0] == low and found[-1][1] == low + length
    for (_, end), (start, _) in pairwise(found):
        assert start <= end
    assert all(0 < end - start <= most for start, end in found)
