"""Decides when drafts of templates go to the disk: soon after every change, in order, at once when somebody leaves."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.templates.draft import Draft
from whatsapp_studio.templates.template import Template

SOON_MS = 500
Save = Callable[[int, Template], Draft]


@dataclass(frozen=True, slots=True)
class Saved:
    """What one writing brought: the drafts as they are on the disk now, and what could not be written."""

    drafts: tuple[Draft, ...] = ()
    errors: tuple[StudioError, ...] = ()


@dataclass(slots=True)
class _Task:
    turn: int
    drafts: dict[int, Template] = field(default_factory=dict)


class Saver(QObject):
    """Keeps drafts on the disk. ``saved`` carries :class:`Saved`.

    A name that is taken must not cost the other changes: they are then saved under the last name that was free.
    """

    saved = Signal(object)

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._names: dict[int, tuple[str, str]] = {}
        self._waiting: dict[int, Template] = {}
        self._turn = self._written = self._under_way = 0
        self._lock = threading.Lock()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.save_now)

    def know(self, draft: Draft) -> None:
        """This is how a draft is on the disk."""
        self._names[draft.id] = (draft.template.name, draft.template.language)

    def change(self, id: int, template: Template) -> None:
        """``template`` is how a draft stands now; it is on the disk within a second."""
        self._waiting[id] = template
        if not self._soon.isActive():
            self._soon.start()

    def forget(self, id: int) -> None:
        """Write nothing more of a draft that is gone."""
        self._waiting.pop(id, None)

    @property
    def clean(self) -> bool:
        """Whether nothing waits to be written, and nothing is being written."""
        return not self._waiting and not self._under_way

    def save_now(self) -> None:
        """Write what waits, outside this thread."""
        task = self._take()
        if task is not None:
            self._under_way += 1
            Job(self, lambda progress: self._write(task)).on_done(self._came).run()

    def flush(self) -> None:
        """Write what waits and return when it is on the disk: somebody leaves, or hands it in."""
        task = self._take()
        if task is not None:
            self._told(self._write(task))

    def _take(self) -> _Task | None:
        self._soon.stop()
        if not self._waiting:
            return None
        self._turn += 1
        task, self._waiting = _Task(self._turn, self._waiting), {}
        return task

    def _write(self, task: _Task) -> Saved:
        """Runs in any thread; an older writing never lands on a newer one."""
        drafts, errors = [], []
        with self._lock:
            if task.turn < self._written:
                return Saved()
            self._written = task.turn
            for id, template in task.drafts.items():
                try:
                    drafts.append(self._save(id, template))
                except StudioError as error:
                    errors.append(error)
                    if error.code == "template-draft-exists" and id in self._names:
                        name, language = self._names[id]
                        kept = msgspec.structs.replace(template, name=name, language=language)
                        drafts.append(self._save(id, kept))
        return Saved(tuple(drafts), tuple(errors))

    def _came(self, result: Saved) -> None:
        self._under_way -= 1
        self._told(result)

    def _told(self, result: Saved) -> None:
        for draft in result.drafts:
            self.know(draft)
        if result.drafts or result.errors:
            self.saved.emit(result)
