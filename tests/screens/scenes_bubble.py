"""Decides how messages on the phone are shown: every part, both sides, all options open, nothing to show."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from tests.golden import put_files
from tests.golden.cases import CASES
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.qt.widgets.bubble import BubbleView

_WIDE = 330


def phones(stage: Stage, *names: str, across: int = 4) -> QWidget:
    """Some of the kept cases side by side, each on a phone of its own."""
    folder = stage.place()
    folder.mkdir()
    put_files(folder)
    page = QWidget()
    grid = QGridLayout(page)
    for number, name in enumerate(names):
        case = CASES[name]
        view = BubbleView()
        view.set_files(lambda sha: folder / sha[:8])
        view.show_bubble(case.bubble())
        view.set_dark(case.dark)
        view.set_text_scale(case.scale)
        view.set_side(case.side, case.ticks)
        view.swipe(round(case.position))
        view.open_options(case.options)
        view.setFixedWidth(_WIDE)
        grid.addWidget(view, number // across, number % across)
    grid.setRowStretch(grid.rowCount(), 1)
    return stage.show(page)


@screen("bubble.headers")
def headers(stage: Stage) -> QWidget:
    """What may stand above a text."""
    return phones(stage, "text-light", "picture-light", "video-dark", "place-light", "document-light", "gif-light")


@screen("bubble.sides")
def sides(stage: Stage) -> QWidget:
    """What we sent, light and dark, with its ticks."""
    return phones(stage, "text-right-light", "styles-right-dark", "picture-right-dark", "hebrew-right-dark")


@screen("bubble.options")
def options(stage: Stage) -> QWidget:
    """All options behind a button, closed and open."""
    return phones(stage, "options-light", "options-open-light", "options-open-dark")


@screen("bubble.offers")
def offers(stage: Stage) -> QWidget:
    """Offers with their clocks, codes, a carousel and panels."""
    return phones(stage, "offer-hours-light", "offer-days-dark", "carousel-light", "catalogue-light")


@screen("bubble.strange")
def strange(stage: Stage) -> QWidget:
    """Parts that this program does not know, files that are not there, places that nothing fills."""
    return phones(stage, "strange-light", "strange-right-dark", "picture-elsewhere-dark", "offer-open-right-light")


@screen("bubble.nothing")
def nothing(stage: Stage) -> QWidget:
    """A phone before anything is chosen."""
    view = BubbleView()
    view.show_bubble(None)
    return stage.show(view, size=(_WIDE, 200))
