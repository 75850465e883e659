"""Decides how the window in which templates are written is shown: empty, filled, wrong, in each form and state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from tests.fixtures.live_desk import BEGIN
from tests.fixtures.studio import offer
from tests.screens import screen
from tests.screens.stage import Stage
from whatsapp_studio.qt.main_window import MainWindow
from whatsapp_studio.qt.templates.page import TemplatesPage
from whatsapp_studio.qt.templates.writing.submit_dialog import SubmitDialog
from whatsapp_studio.qt.templates.writing.view import WritingView
from whatsapp_studio.qt.templates.writing.why import WhyPopover
from whatsapp_studio.services.template_examples import begin, examples
from whatsapp_studio.storage.templates import TemplateRows
from whatsapp_studio.templates.edits import with_category
from whatsapp_studio.templates.template import Button, Header, Template


def page(stage: Stage) -> tuple[MainWindow, TemplatesPage]:
    window = stage.window("templates")
    shown = window.page("templates")
    assert isinstance(shown, TemplatesPage)
    return window, shown


def started(
    stage: Stage, name: str, change: Callable[[Template], Template] = lambda t: t
) -> tuple[MainWindow, WritingView]:
    """The window with drafts of an example, or of a blank template by its category."""
    studio = stage.desk.studio
    example = next(one for one in examples() if name in (one.id, one.category if not one.id else ""))
    draft = begin(studio.writing, studio.media, example, studio.templates)
    studio.writing.save(draft.id, change(draft.template))
    window, shown = page(stage)
    shown.open(("write", draft.id))
    stage.settle()
    view = shown.writing.view
    assert view is not None
    return window, view


@screen("writing.gallery", small=True)
def gallery(stage: Stage) -> QWidget:
    """What a new template can start from."""
    window, shown = page(stage)
    shown.open("new")
    return window


@screen("writing.blank", small=True)
def blank(stage: Stage) -> QWidget:
    """An empty template."""
    return started(stage, "MARKETING")[0]


@screen("writing.marketing", small=True)
def marketing(stage: Stage) -> QWidget:
    """A marketing template with nothing wrong."""
    return started(stage, "sale_with_code")[0]


@screen("writing.text")
def text(stage: Stage) -> QWidget:
    """The text with its variables and samples, on a dark phone with large letters."""
    window, view = started(stage, "order_update")
    view.go("body.samples.3")
    view.phone.dark.click()
    view.phone.large.click()
    return window


def _wrong(t: Template) -> Template:
    return replace(
        t, name="order_ready", category="UTILITY", header=Header("TEXT", "*Big* {{1}} and {{2}} 🎉"),
        body="{{1}} {{2}}, get 50% off everything in our big summer sale, only today {{4}", samples=(),
        footer="This line is much longer than the sixty characters that Meta allows", buttons=(
            Button("QUICK_REPLY", "Yes"), Button("URL", "Shop", "shop/{{1}}/x"), Button("QUICK_REPLY", "No"),
        ),
    )  # fmt: skip


@screen("writing.problems", small=True)
def problems(stage: Stage) -> QWidget:
    """A template with a lot wrong, at the text."""
    window, view = started(stage, "welcome", _wrong)
    view.go("body")
    return window


@screen("writing.buttons")
def buttons(stage: Stage) -> QWidget:
    """The buttons of a template, some of them wrong."""
    window, view = started(stage, "welcome", _wrong)
    view.go("buttons.1.url")
    return window


@screen("writing.why")
def why(stage: Stage) -> QWidget:
    """Why a rule is there."""
    _window, view = started(stage, "welcome", _wrong)
    view.go("body")
    lines = view.form.text.text.row.lines.lines
    return stage.opened(lambda: lines[0].why.click(), WhyPopover)


@screen("writing.authentication")
def authentication(stage: Stage) -> QWidget:
    """A one-time password that fills itself in."""
    window, view = started(stage, "login_code")
    view.form.password.how.setCurrentIndex(2)
    view.form.password.how.activated.emit(2)
    view.form.ensureWidgetVisible(view.form.password, 0, 0)
    return window


@screen("writing.carousel")
def carousel(stage: Stage) -> QWidget:
    """The cards of a carousel."""
    window, view = started(stage, "new_collection")
    view.form.carousel.tabs.setCurrentIndex(1)
    view.go("cards.1.body")
    stage.until(lambda: not view.phone.bubble._slide.moving)
    return window


@screen("writing.offer")
def limited(stage: Stage) -> QWidget:
    """A limited-time offer."""
    window, view = started(stage, "weekend_offer")
    view.go("offer")
    return window


@screen("writing.right-to-left")
def arabic(stage: Stage) -> QWidget:
    """A template in Arabic."""
    window, view = started(stage, "welcome")
    view.take_language("ar")
    view.session.edit(
        lambda t: replace(t, body="مرحبًا {{first_name}}، أهلًا بك في متجرنا! 👋\n\nماذا تريد أن تعرف أولًا؟")
    )
    stage.settle()
    view.go("body")
    return window


@screen("writing.compare", small=True)
def compare(stage: Stage) -> QWidget:
    """A draft beside what Meta has."""
    window, view = _known(stage, "APPROVED")
    view.edit()
    stage.settle()
    view.session.edit(lambda t: replace(t, body="Hoi {{1}}, de zomer is er: 20% korting!", footer="Antwoord STOP"))
    view.compare_button.click()
    return window


def _known(stage: Stage, status: str, **more: str) -> tuple[MainWindow, WritingView]:
    rows = TemplateRows(stage.desk.store)
    others = [one for one in stage.desk.studio.templates.all() if one.name != "spring_offer"]
    changed = offer("Hi {{1}}, spring is here", status=status, id="9", **more)
    rows.replace_all([changed, *others], BEGIN - timedelta(minutes=3))
    window, shown = page(stage)
    shown.open(("look", "spring_offer", "nl"))
    stage.settle()
    view = shown.writing.view
    assert view is not None
    return window, view


@screen("writing.rejected")
def rejected(stage: Stage) -> QWidget:
    """A template Meta rejected, with why and what now."""
    return _known(stage, "REJECTED", rejected_reason="INVALID_FORMAT")[0]


@screen("writing.in-review")
def in_review(stage: Stage) -> QWidget:
    """A template Meta has not decided on."""
    return _known(stage, "PENDING")[0]


@screen("writing.queued")
def queued(stage: Stage) -> QWidget:
    """A template that waits to be handed in."""
    window, view = started(stage, "welcome")
    for draft in view.session.drafts:
        stage.desk.studio.writing.submit(draft.id)
    view.session.look()
    return window


@screen("writing.submit")
def submit(stage: Stage) -> QWidget:
    """What is asked before a template goes to Meta."""
    window, view = started(stage, "welcome")
    view.session.show("nl")
    view.session.edit(lambda t: replace(t, body=""))
    host = window.page("templates")
    assert isinstance(host, TemplatesPage)
    view.checks.check()
    return stage.opened(host.writing.submit, SubmitDialog)


@screen("writing.language")
def language(stage: Stage) -> QWidget:
    """Adding a language."""
    _window, view = started(stage, "welcome")
    dialog = stage.opened(view.add_language)
    return dialog


@screen("writing.drafts")
def drafts(stage: Stage) -> QWidget:
    """Drafts above the templates Meta has."""
    studio = stage.desk.studio
    for example in examples()[3:]:
        begin(studio.writing, studio.media, example, studio.templates)
    window, _shown = page(stage)
    return window


@screen("writing.utility-advice")
def advice(stage: Stage) -> QWidget:
    """A utility template that reads like an offer."""
    window, view = started(
        stage, "order_update", lambda t: replace(with_category(t, "UTILITY"), body="Hi {{1}}, get 50% off today only!")
    )
    view.go("category")
    return window
