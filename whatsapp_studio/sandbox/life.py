"""Decides what happens to a template once it is made: reviewed, judged, paused, moved, disabled, archived, and told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from whatsapp_studio.sandbox import forms
from whatsapp_studio.sandbox import news_templates as news
from whatsapp_studio.sandbox.review import judge
from whatsapp_studio.sandbox.timeline import Timeline
from whatsapp_studio.sandbox.webhooks import Update
from whatsapp_studio.sandbox.world import World, fractions

Tell = Callable[[Update], None]
HOUR, DAY = 3600.0, 86400.0
NOTICE = DAY
# How long a pause for low quality lasts; after the last the template is disabled. Source: Meta, template pausing.
PAUSES = (("FIRST_PAUSE", 3 * HOUR), ("SECOND_PAUSE", 6 * HOUR))


@dataclass(slots=True, eq=False)
class Template:
    """One template: its facts as Graph tells them, what it asks for when sent, and what happened to it."""

    raw: dict[str, Any]
    form: forms.Form
    edits: list[float] = field(default_factory=list)
    pauses: int = 0
    turn: int = 0
    gone: bool = False


def read(raw: dict[str, Any]) -> forms.Form:
    """What a template asks for when it is sent."""
    return forms.form(raw["components"], raw.get("parameter_format") == "NAMED")


class Life:
    """What Meta does to templates, by itself after a while or because somebody says so."""

    def __init__(self, world: World, timeline: Timeline, tell: Tell) -> None:
        self._world = world
        self._timeline = timeline
        self._tell = tell

    def _later(self, template: Template, seconds: float, deed: Callable[[], None]) -> float:
        """Do something after a while of the world's, unless the template became something else; the moment."""
        turn, due = template.turn, self._world.now() + self._world.span(seconds)

        def happen() -> None:
            if template.turn == turn and not template.gone:
                deed()

        self._timeline.at(due, happen)
        return due

    def submit(self, template: Template) -> None:
        """Put a template up for review; the verdict comes within the time that a review takes."""
        template.turn += 1
        template.raw |= {"status": "PENDING", "rejected_reason": "NONE"}
        luck = self._luck(template)
        takes = self._world.settings.review_seconds * (0.5 + 0.5 * luck[0])
        self._later(template, takes, lambda: self._judge(template))

    def _luck(self, template: Template) -> tuple[float, ...]:
        return fractions(self._world.seed, "review", template.raw["id"], len(template.edits))

    def _judge(self, template: Template) -> None:
        verdict = judge(template.raw, self._luck(template)[1:3], self._world.rates.rejected)
        if verdict.status == "REJECTED":
            self.reject(template, verdict.reason, verdict.info)
        else:
            self.approve(template, verdict.category)

    def approve(self, template: Template, category: str = "") -> None:
        """Let it be sent, in the category that it reads as."""
        if category and category != template.raw["category"]:
            self.move(template, category)
        self.status(template, "APPROVED")

    def reject(self, template: Template, reason: str, info: tuple[str, str] | None = None) -> None:
        """Refuse it for a reason; a bad format also says what is wrong and what would be better."""
        self.status(template, "REJECTED", reason, info)

    def pause(self, template: Template) -> None:
        """Pause it for low quality: three hours, then six, then it is disabled. It comes back by itself."""
        if template.pauses >= len(PAUSES):
            self.disable(template)
            return
        title, seconds = PAUSES[template.pauses]
        template.pauses += 1
        self.status(template, "PAUSED", title=title)
        self._later(template, seconds, lambda: self.status(template, "APPROVED", title="UNPAUSE"))

    def disable(self, template: Template) -> None:
        """It can never be sent again."""
        self.status(template, "DISABLED", title="DISABLED")

    def archive(self, template: Template, on: bool = True) -> None:
        """Put it away, or fetch it back; then it is told as unarchived and approved."""
        if on:
            self.status(template, "ARCHIVED")
        elif template.raw["status"] == "ARCHIVED":
            self.status(template, "APPROVED", event="UNARCHIVED")

    def status(
        self, template: Template, status: str, reason: str = "NONE", info: tuple[str, str] | None = None, *,
        title: str = "", event: str = "",
    ) -> None:  # fmt: skip
        """Give it a status, if it has another, and tell so."""
        if status == template.raw["status"]:
            return
        template.turn += 1
        template.raw |= {"status": status, "rejected_reason": reason if status == "REJECTED" else "NONE"}
        self._tell(news.status(template.raw, event or status, self._world.now(), reason, info, title))

    def warn(self, template: Template, event: str) -> None:
        """Tell that it is flagged, or no longer; what may be done with it stays the same."""
        self._tell(news.status(template.raw, event, self._world.now()))

    def announce(self, template: Template, category: str) -> None:
        """Tell that it will be in another category in 24 hours, and put it there then."""
        raw = template.raw
        if category == raw["category"]:
            return
        raw["correct_category"] = category
        due = self._world.now() + self._world.span(NOTICE)

        def happen() -> None:
            if not template.gone and raw.get("correct_category") == category:
                self.move(template, category)

        self._timeline.at(due, happen)
        self._tell(news.category_notice(raw, category, due, self._world.now()))

    def move(self, template: Template, category: str) -> None:
        """Put it into another category at once and tell so."""
        raw = template.raw
        raw.pop("correct_category", None)
        if category == raw["category"]:
            return
        before, raw["category"] = raw["category"], category
        raw["previous_category"] = before
        self._tell(news.category(raw, before, category, self._world.now()))

    def quality(self, template: Template, score: str) -> None:
        """Judge it by what people do with it, and tell so."""
        raw, now = template.raw, self._world.now()
        before = raw["quality_score"]["score"]
        if score != before:
            raw["quality_score"] = {"score": score, "date": int(now)}
            self._tell(news.quality(raw, before, score, now))

    def rewrite(self, template: Template, facts: Mapping[str, Any]) -> None:
        """Take facts and components as they are after an edit, and tell the new words."""
        template.raw |= facts
        template.form = read(template.raw)
        if "components" in facts:
            self._tell(news.components(template.raw, self._world.now()))

    def forget(self, template: Template) -> None:
        """It was deleted: nothing happens to it any more."""
        template.gone = True
        self._tell(news.status(template.raw, "DELETED", self._world.now()))
