"""Decides how the templates page turns into the window in which one is written, and back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QToolButton, QWidget

from whatsapp_studio.base import wording
from whatsapp_studio.base.errors import StudioError
from whatsapp_studio.base.events import Changes
from whatsapp_studio.base.i18n import ntr, tr
from whatsapp_studio.qt.phrases import clock_time
from whatsapp_studio.qt.templates.writing.draft_strip import DraftStrip
from whatsapp_studio.qt.templates.writing.languages import name_of
from whatsapp_studio.qt.templates.writing.problem_list import summary
from whatsapp_studio.qt.widgets.banner import Banner
from whatsapp_studio.qt.widgets.buttons import icon_button, primary_button, secondary_button
from whatsapp_studio.qt.widgets.dialogs import ask, ask_text, show_error
from whatsapp_studio.qt.widgets.page import Offers, Page
from whatsapp_studio.qt.widgets.toast import Toast
from whatsapp_studio.qt.widgets.twin import Twin
from whatsapp_studio.services.writing import Draft
from whatsapp_studio.templates.edits import as_name
from whatsapp_studio.templates.template import Template

if TYPE_CHECKING:
    from whatsapp_studio.app import Studio
    from whatsapp_studio.qt.templates.writing.gallery import TemplateGallery
    from whatsapp_studio.qt.templates.writing.saving import Saved
    from whatsapp_studio.qt.templates.writing.view import WritingView
    from whatsapp_studio.services.template_examples import Example

_WAITING = ("PENDING", "IN_APPEAL")
_KINDS = {"draft": "neutral", "queued": "info", "submitting": "info", "refused": "error", "REJECTED": "error",
          "DISABLED": "error", "APPROVED": "ok", "PENDING": "info", "PAUSED": "warning"}  # fmt: skip


class WritingHost(QObject):
    """Puts the gallery and the writing view into a page's stack, and their commands into its header.

    ``own`` are the page's own buttons in the header, hidden while something is written; ``closed`` says that the page
    has its header back.
    """

    closed = Signal()

    def __init__(self, page: Page, stack: QStackedWidget, own: list[QWidget]) -> None:
        super().__init__(page)
        self.page, self._stack, self._own = page, stack, own
        self.studio: Studio = page.studio
        self._title = page.title.text()
        self._back_to: QWidget | None = None
        self._states: dict[tuple[str, str], str] = {}
        self.view: WritingView | None = None
        self.gallery: TemplateGallery | None = None
        self.banner = Banner("error", "")
        self.banner.hide()
        page.content.insertWidget(0, self.banner)
        self.strip = DraftStrip(self.studio)
        self.strip.opened.connect(lambda id: self.open(("write", id)))
        page.content.insertWidget(1, self.strip)
        page.content.setSpacing(0)
        self.new_button = primary_button(tr("New template"), self.new, "plus")
        self.new_button.setEnabled(not self.studio.read_only)
        self.undo, self.redo = icon_button("undo-2", tr("Undo")), icon_button("redo-2", tr("Redo"))
        self.more = QToolButton()
        self.menu = QMenu(self.more)
        self._make_menu()
        self.close_button = secondary_button(tr("All templates"), self.close)
        self.submit_button = primary_button(tr("Submit…"), self.submit)
        self._mine = (self.undo, self.redo, self.more, self.close_button, self.submit_button)
        for widget in (*self._mine, self.new_button):
            page.add_action(widget)
            widget.setVisible(widget is self.new_button)
        self.new_deed = Twin(self.new_button, tr("&New template…"), "Ctrl+N")
        self._deeds = (
            Twin(self.submit_button, tr("&Submit…")), self.duplicate_deed, self.discard_deed, self.delete_deed,
            Twin(self.close_button),
        )  # fmt: skip

    def _make_menu(self) -> None:
        icon = icon_button("ellipsis", tr("More to do with this template"))
        self.more.setIcon(icon.icon())
        self.more.setIconSize(icon.iconSize())
        self.more.setToolTip(icon.toolTip())
        self.more.setAccessibleName(icon.toolTip())
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setProperty("role", "menu")
        self.duplicate_deed = QAction(tr("&Duplicate as new…"), self)
        self.duplicate_deed.triggered.connect(lambda: self._duplicate(None))
        self.discard_deed = QAction(tr("Dis&card this draft…"), self)
        self.discard_deed.triggered.connect(lambda: self.discard())
        self.delete_deed = QAction(tr("De&lete at Meta…"), self)
        self.delete_deed.triggered.connect(lambda: self.delete())
        self.menu.addActions([self.duplicate_deed, self.discard_deed, self.delete_deed])
        self.more.setMenu(self.menu)

    # -- where we are --------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Whether a template is written, or the gallery is open."""
        return self._stack.currentWidget() in (self.view, self.gallery) and self._stack.currentWidget() is not None

    @property
    def writing(self) -> bool:
        """Whether a template is written."""
        return self.view is not None and self._stack.currentWidget() is self.view

    def _view(self) -> WritingView:
        if self.view is None:
            from whatsapp_studio.qt.templates.writing.view import WritingView

            view = self.view = WritingView(self.studio)
            self._stack.addWidget(view)
            view.moved.connect(self._tell)
            view.trouble.connect(self._say)
            view.session.told.connect(self._saved)
            view.duplicate_wanted.connect(self._duplicate)
            self.undo.clicked.connect(lambda: view.session.stack.undo())
            self.redo.clicked.connect(lambda: view.session.stack.redo())
        return self.view

    def offers(self) -> Offers | None:
        """What the window's menus have while something is written; None while the page's own are wanted."""
        if not self.active:
            return None
        edits = self.view.actions_for_edit() if self.view is not None and self.writing else ()
        menus = {"page": list(self._deeds)}
        return Offers({**menus, **({"edit": list(edits)} if edits else {})}, title=tr("Te&mplates"))

    def open(self, what: object) -> bool:
        """``new`` shows the gallery, ("write", draft id) a draft, ("look", name, language) a template, ("compare", one,
        other) two languages. False for anything else."""
        match what:
            case "new":
                self.new()
            case ("write", int() as id):
                self._enter_view(lambda view: view.open_draft(id))
            case ("look", str() as name, str() as language):
                self._enter_view(lambda view: view.open_template(name, language))
            case ("compare", Template() as one, Template() as other):
                self._enter_view(lambda view: view.open_compare(one, other))
            case _:
                return False
        return True

    def _enter_view(self, act: Callable[[WritingView], object]) -> None:
        view = self._view()
        try:
            act(view)
        except StudioError as error:
            show_error(self.page, wording.explain(error.code, error.facts))
            return
        self._enter(view)
        view.focus_start()

    def new(self) -> None:
        """Ask what a new template starts from."""
        if self.gallery is None:
            from whatsapp_studio.qt.templates.writing.gallery import TemplateGallery

            self.gallery = TemplateGallery()
            self.gallery.chosen.connect(self._begin)
            self._stack.addWidget(self.gallery)
        self.gallery.fill()
        self._enter(self.gallery)
        self.gallery.focus()

    def _begin(self, example: Example) -> None:
        from whatsapp_studio.services.template_examples import begin

        try:
            draft = begin(self.studio.writing, self.studio.media, example, self.studio.templates)
        except StudioError as error:
            self._say(error)
            return
        self._enter_view(lambda view: view.open_draft(draft.id))

    def _enter(self, widget: QWidget) -> None:
        if not self.active:
            self._back_to = self._stack.currentWidget()
        self._stack.setCurrentWidget(widget)
        self._tell()
        self.page.offers_changed.emit()

    def close(self) -> None:
        """Back to the templates; the drafts are on the disk."""
        if not self.active:
            return
        self.leave()
        if self._back_to is not None:
            self._stack.setCurrentWidget(self._back_to)
        self.banner.hide()
        self._tell()
        self.page.offers_changed.emit()
        self.closed.emit()

    def leave(self) -> None:
        """What is typed goes to the disk."""
        if self.view is not None:
            self.view.leave()

    def keep(self) -> object:
        """What a page made anew needs to write on."""
        drafts = self.view.session.drafts if self.view is not None and self.writing else []
        return ("write", drafts[0].id) if drafts else None

    # -- telling -------------------------------------------------------------------------------------

    def _tell(self) -> None:
        writing, active = self.writing, self.active
        for widget in self._own:
            if active:
                widget.hide()
        self.new_button.setVisible(not active)
        self.strip.set_wanted(not active)
        for widget in self._mine:
            widget.setVisible(writing)
        self.close_button.setVisible(active)
        if not active:
            self.page.set_title(self._title)
            return
        entry = self.view.session.entry if self.view is not None else None
        if not writing or self.view is None or entry is None:
            self.page.set_title(tr("New template"))
            self.page.set_pill("")
            return
        session, checks = self.view.session, self.view.checks
        self.page.set_title(entry.shown.name or tr("Unnamed template"))
        state = wording.state_word(entry.state)
        if entry.draft is not None and entry.state == "draft":
            state = tr("Draft · saved {time}", time=clock_time(entry.draft.updated_at))
        self.page.set_pill(f"{wording.state_word(entry.shown.category)} · {state}", _KINDS.get(entry.state, "neutral"))
        self.undo.setEnabled(session.stack.canUndo())
        self.redo.setEnabled(session.stack.canRedo())
        self.duplicate_deed.setEnabled(not self.studio.read_only and bool(entry.shown.name))
        self.discard_deed.setEnabled(entry.editable and not self.studio.read_only)
        there = entry.known is not None and entry.known.status not in ("DISABLED", "PENDING_DELETION")
        self.delete_deed.setEnabled(there and not self.studio.read_only)
        ready = [draft for draft in session.drafts if self._ready(draft)]
        self.submit_button.setVisible(bool(session.drafts))
        self.submit_button.setEnabled(bool(ready) and not self.studio.read_only)
        errors = checks.errors(entry.language)
        self.submit_button.setToolTip(summary(errors, 0) if errors else "")
        self.submit_button.setAccessibleDescription(self.submit_button.toolTip())

    def _ready(self, draft: Draft) -> bool:
        """Whether a draft could be handed in now: it was looked over, and nothing is wrong."""
        assert self.view is not None
        language = draft.template.language
        known = language in self.view.checks.problems
        return known and not self.view.checks.errors(language) and draft.state in ("draft", "refused")

    def _saved(self, result: Saved) -> None:
        if not result.errors:
            self.banner.hide()

    def _say(self, error: StudioError) -> None:
        self.banner.set_text(wording.sentence(error))
        self.banner.show()

    def show(self, place: QWidget) -> None:
        """What the page shows where nothing is written: now, or when the writing is over."""
        if self.active:
            self._back_to = place
        else:
            self._stack.setCurrentWidget(place)

    def on_changes(self, changes: Changes) -> None:
        """Something of the workspace is not what it was."""
        if changes.templates:
            self.strip.read()
        if self.view is not None and self.writing:
            self.view.on_changes(changes)
        if changes.templates and self._states:
            self._watch()

    # -- doing ---------------------------------------------------------------------------------------

    def submit(self) -> None:
        """Ask which languages go to Meta, and hand them in."""
        from whatsapp_studio.qt.templates.writing.submit_dialog import SubmitDialog

        view = self.view
        if view is None:
            return
        view.session.saver.flush()
        self.banner.hide()
        view.checks.check()
        drafts = [draft for draft in view.session.drafts if draft.state != "submitting"]
        errors = {draft.template.language: view.checks.errors(draft.template.language) for draft in drafts}
        dialog = SubmitDialog(self.studio, drafts, errors, view.session.language, self.page)
        asked = [(draft.template.name, draft.template.language) for draft in drafts]
        dialog.handed_in.connect(lambda left: self._handed_in(asked, left))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _handed_in(self, asked: list[tuple[str, str]], left: list[Draft]) -> None:
        if self.view is None:
            return
        here = {(draft.template.name, draft.template.language): draft.state for draft in left}
        self._states |= dict.fromkeys(asked, "")
        self.view.session.look()
        refused = sum(state == "refused" for state in here.values())
        waiting = sum(state in ("queued", "submitting") for state in here.values())
        if refused:
            Toast.show_in(
                self.page, ntr("Meta did not take {n} language.", "Meta did not take {n} languages.", refused)
            )
        elif waiting:
            Toast.show_in(self.page, tr("It is in the queue, and handed in as soon as Meta can be reached."))
        else:
            Toast.show_in(self.page, tr("Handed in. Meta reviews it; the answer is shown here."))
        self._watch()

    def _watch(self) -> None:
        """Tell when Meta has decided on what was handed in here."""
        for key, before in list(self._states.items()):
            known = self.studio.templates.get(*key)
            if known is None:
                continue
            if before in _WAITING and known.status in ("APPROVED", "REJECTED"):
                self._decided(known)
            if known.status in _WAITING or before == "":
                self._states[key] = known.status
            if known.status not in _WAITING:
                self._states.pop(key, None)

    def _decided(self, known: Template) -> None:
        words = (
            tr("“{name}” ({language}) is approved.", name=known.name, language=name_of(known.language))
            if known.status == "APPROVED"
            else tr("“{name}” ({language}) is rejected.", name=known.name, language=name_of(known.language))
        )
        target = ("look", known.name, known.language)
        Toast.show_in(self.page, words, tr("Show"), lambda: self.open(target))

    def _duplicate(self, template: Template | None) -> None:
        source = template or (self.view.session.template if self.view is not None else None)
        if source is None:
            return
        if self.view is not None:
            self.view.leave()
        given = ask_text(self.page, tr("Duplicate as new"), tr("The name of the new template"), tr("Duplicate"),
                         f"{source.name}_2")  # fmt: skip
        if not given:
            return
        try:
            draft = self.studio.writing.duplicate(source, as_name(given))
        except StudioError as error:
            self._say(error)
            return
        self._enter_view(lambda view: view.open_draft(draft.id))

    def delete(self) -> None:
        """Ask before the template shown is deleted at Meta, with what uses it."""
        from whatsapp_studio.qt.templates.delete_dialog import DeleteDialog

        entry = self.view.session.entry if self.view is not None else None
        if self.view is None or entry is None or entry.known is None:
            return
        languages = [one.language for one in self.view.session.entries.values() if one.known is not None]
        dialog = DeleteDialog(self.studio, entry.known, languages, self.view.uses, self.page)
        dialog.deleted.connect(self._gone)
        dialog.wanted.connect(self.page.navigate)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _gone(self) -> None:
        if self.view is not None:
            self.view.session.look()
            if not self.view.session.entries:
                self.close()

    def discard(self) -> None:
        """Throw the draft of this language away, once a person agreed."""
        view = self.view
        entry = view.session.entry if view is not None else None
        if view is None or entry is None or entry.draft is None:
            return
        name = entry.shown.name or tr("Unnamed template")
        what = tr("Discard the draft “{name}” ({language})?", name=name, language=name_of(entry.language))
        if not ask(self.page, what, tr("Nothing brings it back."), tr("Discard"), tr("Keep it"), danger=True):
            return
        view.session.saver.forget(entry.draft.id)
        try:
            self.studio.writing.discard(entry.draft.id)
        except StudioError as error:
            self._say(error)
            return
        self._gone()
