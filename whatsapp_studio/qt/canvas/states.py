"""Decides how items show what is so at the moment: selected, pointed at, faulty, legal, on a path, different."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from whatsapp_studio.base.errors import Severity
from whatsapp_studio.qt.canvas.hits import Hit, handle_end, handle_start
from whatsapp_studio.qt.canvas.items.frame import FrameItem
from whatsapp_studio.qt.canvas.items.link import LinkItem
from whatsapp_studio.qt.canvas.items.step import StepItem

if TYPE_CHECKING:
    from whatsapp_studio.qt.canvas.scene import JourneyScene

_NONE: frozenset[str] = frozenset()


class States:
    """What is so at the moment in a scene. Each ``show_…`` touches only the items for which it is news."""

    def __init__(self, scene: JourneyScene) -> None:
        self._scene = scene
        self.legal: frozenset[str] | None = None
        self.splice: str | None = None
        self.hover: Hit | None = None
        self.path: tuple[frozenset[str], frozenset[str]] = (_NONE, _NONE)
        self.marks: Mapping[str, str] = {}
        self.badges: dict[str, Severity] = {}

    def show_problems(self) -> None:
        """The document knows its problems anew."""
        badges: dict[str, Severity] = {}
        for problem in self._scene.document.problems:
            step = problem.where.partition(".")[0]
            if badges.get(step) != "error":
                badges[step] = problem.severity
        self.badges = badges
        self.refresh()

    def show_selection(self) -> None:
        """The document's selection is another one."""
        self.refresh()

    def show_legal(self, targets: frozenset[str] | None) -> None:
        """The steps an arrow may lead to."""
        self.legal = targets
        self.refresh()

    def show_splice(self, link: str | None) -> None:
        """The arrow a step would be put into."""
        if link != self.splice:
            self.splice = link
            self.refresh()

    def show_hover(self, hit: Hit | None) -> None:
        """What the pointer is over."""
        if hit != self.hover:
            before, self.hover = self.hover, hit
            self._hovers({one.id for one in (before, hit) if one is not None})

    def show_path(self, steps: frozenset[str], links: frozenset[str]) -> None:
        """The way of one contact."""
        self.path = (steps, links)
        self.refresh()

    def show_marks(self, marks: Mapping[str, str]) -> None:
        """How items differ."""
        self.marks = dict(marks)
        self.refresh()

    def refresh(self) -> None:
        """Have every item show what is so."""
        scene = self._scene
        chosen, current = scene.document.selection, scene.document.current
        on_steps, on_links = self.path
        following = bool(on_steps or on_links)
        for i, step in scene.steps.items():
            looks = (
                i in chosen, i == current and len(chosen) > 1, self.badges.get(i), self.marks.get(i, ""), i in on_steps,
                (self.legal is not None and i not in self.legal) or (following and i not in on_steps),
                self.legal is not None and i in self.legal,
            )  # fmt: skip
            if looks != (
                step.chosen, step.current, step.badge, step.mark, step.on_path, step.dimmed, step.target
            ):  # fmt: skip
                (step.chosen, step.current, step.badge, step.mark, step.on_path, step.dimmed, step.target) = looks
                step.update()
                scene.labels[i].dimmed = step.dimmed
                scene.labels[i].update()
        for i, link in scene.wires.items.items():
            dimmed = following and i not in on_links
            seen = (i in chosen, i in on_links, i == self.splice, self.marks.get(i, ""), dimmed)
            if seen != (link.chosen, link.on_path, link.splicing, link.mark, link.dimmed):
                link.chosen, link.on_path, link.splicing, link.mark, link.dimmed = seen
                link.restyle()
        for item in scene.papers():
            looks_now = (item.thing.id in chosen, following)
            if looks_now != (item.chosen, item.dimmed):
                item.chosen, item.dimmed = looks_now
                if (labels := scene.labels.get(item.thing.id)) is not None:
                    labels.dimmed = item.dimmed
                    labels.update()
                item.update()
        for frame in scene.frames.values():
            worst = {self.badges.get(i) for i in frame.frame.steps} if frame.frame.collapsed else set()
            badge: Severity | None = "error" if "error" in worst else "warning" if "warning" in worst else None
            if frame.badge != badge:
                frame.badge = badge
                frame.update()
        self._heads()
        link_item = scene.handled_link()
        scene.overlay.show_handles(
            [handle_start(scene, link_item), handle_end(link_item)] if link_item is not None else []
        )
        scene.overview.forget()

    def _heads(self) -> None:
        """The head of an arrow that stands out does so too."""
        scene = self._scene
        looks: dict[str, LinkItem] = {}
        for link in scene.wires.items.values():
            if not link.plain:
                card = scene.wires.hosts.get(link.link.target, link.link.target)
                if card not in looks or link.zValue() > looks[card].zValue():
                    looks[card] = link
        cards: list[StepItem | FrameItem] = [*scene.steps.values(), *scene.frames.values()]
        for item in cards:
            strongest = looks.get(item.thing.id)
            head = strongest.pen() if strongest else None
            if head != item.head:
                item.head = head
                item.update()

    def _hovers(self, ids: set[str]) -> None:
        scene, hover = self._scene, self.hover
        for i in ids:
            if (step := scene.steps.get(i)) is not None:
                step.hovered = hover is not None and hover.id == i
                step.hot_port = hover.port if step.hovered and hover and hover.kind in ("port", "plus") else ""
                step.update()
            elif (link := scene.wires.items.get(i)) is not None:
                link.hovered = hover is not None and hover.id == i
                link.restyle()
                self._heads()
            elif (other := scene.notes.get(i) or scene.frames.get(i)) is not None:
                other.hovered = hover is not None and hover.id == i
                other.update()
