"""Decides how quickly fifty samples are seen side by side: worked out, laid out and painted.

Baseline: an expression read anew for each sample.
"""

from __future__ import annotations

import time

from PySide6.QtWidgets import QApplication

from tests.fixtures.studio import offer
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.personalise.results import Asked, Person, Worked
from whatsapp_studio.qt.personalise.samples_grid import SamplesGrid
from whatsapp_studio.templates.template import places

PEOPLE = 50


def bench_fifty_samples_side_by_side(qapp: QApplication) -> None:
    """Less than a second from the values to the picture."""
    theme.apply(qapp, "light")
    template = offer("Hi {{1}}, *spring* is here, and so are we, with all that you asked for and a little more.")
    text = '{% if contact.city == "Delft" %}{{ contact.first_name | upcase }}{% else %}you{% endif %}'
    asked = Asked(places(template)[0], Mapping(expression=text), template)
    people = [
        Person(f"s:{n}", f"Sample {n}", {"first_name": f"Name{n}", "city": ("Delft", "Gouda")[n % 2]})
        for n in range(PEOPLE)
    ]
    grid = SamplesGrid()
    grid.resize(980, 600)
    grid.show()
    grid.show_all([(one, Worked(asked, {}).value(one), Worked(asked, {}).bubble(one)) for one in people[:1]])
    qapp.processEvents()
    begun = time.perf_counter()
    made = Worked(asked, {})
    done = [(one, made.value(one), made.bubble(one)) for one in people]
    worked = time.perf_counter()
    grid.show_all(done)
    qapp.processEvents()
    grid.grab()
    seen = time.perf_counter()
    for one in people:
        anew = Worked(asked, {})
        anew.value(one)
        anew.bubble(one)
    each = time.perf_counter() - seen
    print(
        f"\n{PEOPLE} samples: {1000 * (seen - begun):.0f} ms, of which worked out {1000 * (worked - begun):.0f} ms"
        f" (read anew for each: {1000 * each:.0f} ms, {each / (worked - begun):.1f} times as long)"
    )
    assert len([tile for tile in grid.tiles if not tile.isHidden()]) == PEOPLE
    assert seen - begun < 1
    assert worked - begun < each
    grid.deleteLater()
