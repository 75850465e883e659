"""Decides what can be done with the template that is looked at: use, edit, duplicate, replace, delete, compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.contact import Contact
from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import Problem, StudioError
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.campaigns.draft import Draft as Campaign
from whatsapp_studio.campaigns.draft import Purpose
from whatsapp_studio.qt.jobs import Job
from whatsapp_studio.qt.phrases import day_and_time
from whatsapp_studio.qt.proofing import ProofDialog
from whatsapp_studio.qt.templates.delete_dialog import DeleteDialog
from whatsapp_studio.qt.templates.replace_dialog import Offer, ReplaceDialog
from whatsapp_studio.qt.widgets.dialogs import ask_text, show_error
from whatsapp_studio.services.proofing import ProofMessage
from whatsapp_studio.services.replacing import Replaced
from whatsapp_studio.services.syncing import Templates
from whatsapp_studio.templates.creation_rules import problems
from whatsapp_studio.templates.draft import EditRight, Past
from whatsapp_studio.templates.figures import Figures, Why
from whatsapp_studio.templates.rules import filled_problems
from whatsapp_studio.templates.template import Template, content_hash
from whatsapp_studio.templates.use import Use

_PURPOSES: dict[str, Purpose] = {"MARKETING": "marketing", "UTILITY": "utility", "AUTHENTICATION": "authentication"}


class Known(msgspec.Struct, frozen=True):
    """What is read of a template: who uses it, what happened to it, how it does, and whether it may be changed."""

    uses: tuple[Use, ...] = ()
    past: tuple[Past, ...] = ()
    right: EditRight = EditRight(False)
    figures: Figures | Why = Why("insights-none")


NOTHING_KNOWN = Known()


def read(studio: Studio, template: Template) -> Known:
    """Blocks; for a job."""
    return Known(
        studio.writing.uses(template.name),
        tuple(studio.templates.history(template.name, template.language)),
        studio.writing.allowed(template),
        studio.watching.figures(template),
    )


class TemplateActions(QObject):
    """One set of commands for buttons and menus; :meth:`look_at` says which template they are about.

    ``write`` asks for the window in which a draft (its id) is written, ``wanted`` for another page, ``said`` tells what
    was done, and ``compare`` asks to see two languages side by side.
    """

    write = Signal(int)
    wanted = Signal(str, object)
    said = Signal(str)
    compare = Signal(object, object)

    def __init__(self, studio: Studio, window: QWidget) -> None:
        super().__init__(window)
        self._studio, self._window = studio, window
        self._template: Template | None = None
        self._versions: Sequence[Template] = ()
        self._known = NOTHING_KNOWN
        # What the places are filled with for a test: whoever shows a preview knows.
        self.values: Callable[[], dict[str, str]] = dict
        self.use = self._action(tr("&Use in a campaign"), self._use)
        self.try_out = self._action(tr("Send &a test…"), self._try_out)
        self.edit = self._action(tr("&Edit…"), self._edit)
        self.duplicate = self._action(tr("&Duplicate as new…"), self._duplicate)
        self.languages = self._action(tr("&Compare languages"), self._compare)
        self.replace = self._action(tr("&Replace everywhere…"), self._replace)
        self.delete = self._action(tr("Dele&te…"), self._delete)
        self.look_at(None, ())

    def all(self) -> tuple[QAction | None, ...]:
        """In the order of a menu; None is a line."""
        changing = (self.edit, self.duplicate, self.languages, self.replace)
        return (self.use, self.try_out, None, *changing, None, self.delete)

    def look_at(self, template: Template | None, versions: Sequence[Template], known: Known = NOTHING_KNOWN) -> None:
        """Be about this template, in all its languages."""
        self._template, self._versions, self._known = template, versions, known
        writes = template is not None and not self._studio.read_only
        for action in (self.use, self.try_out):
            action.setEnabled(writes and template is not None and template.sendable)
        self.edit.setEnabled(writes and known.right.allowed)
        self.edit.setToolTip(self.why_not_edit())
        self.duplicate.setEnabled(writes)
        self.languages.setEnabled(len(versions) > 1)
        self.replace.setEnabled(writes and any(not use.live for use in known.uses))
        self.replace.setToolTip("" if known.uses else tr("Nothing uses it."))
        self.delete.setEnabled(writes and template is not None and template.status != "DISABLED")

    def why_not_edit(self) -> str:
        """Why the template cannot be edited now, and from when it can; empty where it can."""
        right, template = self._known.right, self._template
        if right.allowed or not right.why or template is None:
            return ""
        facts = {"name": template.name, "status": wording.state_word(template.status).lower()}
        why = wording.explain(right.why, facts).title
        when = day_and_time(right.at, self._studio.clock.now())
        return tr("{why} It can be edited again {when}.", why=why, when=when) if when else why

    def _action(self, text: str, act: Callable[[], None]) -> QAction:
        made = QAction(text, self)
        made.triggered.connect(lambda: act())
        return made

    def _use(self) -> None:
        template = self._template
        if template is None:
            return
        taken = {one.name.casefold() for one in self._studio.campaigns.all()}
        account = self._studio.connection.current()
        names = (template.name, *(f"{template.name} {n}" for n in range(2, 1000)))
        draft = Campaign(
            name=next(name for name in names if name.casefold() not in taken),
            purpose=_PURPOSES.get(template.category, "marketing"), template=template.name,
            sender=account.phone_number_id if account is not None else "",
            language=template.language, template_hash=content_hash(template), step="purpose",
        )  # fmt: skip
        self.wanted.emit("campaigns", self._studio.campaigns.create(draft).id)

    def _try_out(self) -> None:
        template = self._template
        if template is None:
            return
        one, values = template, self.values()
        wrong = filled_problems(one, values)

        def compose(contact: Contact) -> ProofMessage | Problem:
            return wrong[0] if wrong else ProofMessage(contact=contact, template=one, values=values)

        dialog = ProofDialog(self._studio, compose, "", self._window)
        dialog.wanted.connect(self.wanted)
        dialog.open()

    def _edit(self) -> None:
        if self._template is not None:
            self._try(lambda template: self._studio.writing.edit(template).id)

    def _duplicate(self) -> None:
        template = self._template
        if template is None:
            return
        given, said = f"{template.name}_2"[:512], tr("The name of the new template: small letters, digits and _")
        while given := ask_text(self._window, tr("Duplicate as new"), said, tr("Duplicate"), given):
            wrong = _name_problem(template, given, self._studio.templates)
            if wrong is None:
                self._try(partial(self._copy, given))
                return
            said = wording.sentence(wrong)

    def _copy(self, name: str, template: Template) -> int:
        return self._studio.writing.duplicate(template, name).id

    def _try(self, make: Callable[[Template], int]) -> None:
        if self._template is None:
            return
        try:
            draft = make(self._template)
        except StudioError as error:
            show_error(self._window, wording.explain(error.code, error.facts))
            return
        self.write.emit(draft)

    def _compare(self) -> None:
        template = self._template
        if template is not None:
            other = next(one for one in self._versions if one.language != template.language)
            self.compare.emit(template, other)

    def _replace(self) -> None:
        template, writing = self._template, self._studio.writing
        if template is None:
            return
        old = template

        def show(offers: list[Offer]) -> None:
            dialog = ReplaceDialog(self._studio, old, offers, self._known.uses, self._window)
            dialog.replaced.connect(self._replaced)
            dialog.wanted.connect(self.wanted)
            dialog.open()

        Job(self, lambda _progress: writing.replaceable(old)).on_done(show).run()

    def _replaced(self, done: Replaced) -> None:
        self.said.emit(ntr("Replaced in {n} place.", "Replaced in {n} places.", len(done.done)))

    def _delete(self) -> None:
        template = self._template
        if template is None:
            return
        languages = [one.language for one in self._versions]
        dialog = DeleteDialog(self._studio, template, languages, self._known.uses, self._window)
        dialog.deleted.connect(lambda: self.said.emit(tr("“{name}” is deleted.", name=template.name)))
        dialog.wanted.connect(self.wanted)
        dialog.open()


def _name_problem(template: Template, name: str, templates: Templates) -> Problem | None:
    """What Meta would refuse of the name of a copy."""
    copy = msgspec.structs.replace(template, name=name, status="DRAFT", meta_id="")
    found = problems(copy, others=[one for one in templates.all() if one.name == name])
    return next((one for one in found if one.where == "name" and one.severity == "error"), None)
