"""Decides how keywords are looked after: which words of a language stop, start or ask for help, and the answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from whatsapp_studio.app import Studio
from whatsapp_studio.audience.keywords import DEFAULTS, KINDS, Keywords
from whatsapp_studio.base.i18n import language, tr
from whatsapp_studio.qt.settings.blocking import words
from whatsapp_studio.qt.settings.rules.dialog import RuleDialog
from whatsapp_studio.qt.settings.rules.rows import Rows, RuleRow, do
from whatsapp_studio.qt.widgets.buttons import icon_button, link_button
from whatsapp_studio.qt.widgets.card import Card
from whatsapp_studio.qt.widgets.fields import ErrorLine, FormRow, muted, wheel_needs_focus
from whatsapp_studio.qt.widgets.plain import plain_label

_LINES, _ANSWER = 7, 3
_ICONS = {"stop": "ban", "start": "circle-check", "help": "circle-help"}
_BUILT_IN = {(one.language, one.kind): one for one in DEFAULTS}


class KeywordsDialog(RuleDialog):
    """The words of one kind in one language, and the answer to them."""

    def __init__(self, studio: Studio, keywords: Keywords, parent: QWidget | None = None) -> None:
        kind, about = words.KINDS[keywords.kind]
        super().__init__(
            tr("{kind} in {language}", kind=tr(kind), language=words.language_name(keywords.language)), parent
        )
        self._studio, self._keywords = studio, keywords
        self.form.addWidget(muted(tr(about)))
        self.words = _box("\n".join(keywords.words), _LINES)
        hint = tr("One a line. The whole message has to be one; case, accents and full stops make no difference.")
        self.form.addWidget(FormRow(tr("&Words"), self.words, hint))
        self.reply = _box(keywords.reply, _ANSWER)
        hint = tr("It is sent at once, for the person has just written. Leave it empty to answer nothing.")
        self.form.addWidget(FormRow(tr("&Answer"), self.reply, hint))
        self.ready(460)

    def work(self) -> Callable[[], object]:
        kept, consent = self._keywords, self._studio.consent
        lines, reply = self.words.toPlainText().splitlines(), self.reply.toPlainText()
        return lambda: consent.save_keywords(kept.language, kept.kind, lines, reply)


class KeywordsCard(Card):
    """A field to try a message, and the words of a language."""

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(tr("Keywords"), parent)
        self._studio = studio
        self.body.addWidget(muted(tr("A reply that is one of these words and nothing else counts, in any language.")))
        self.tried = QLineEdit()
        self.tried.setPlaceholderText(tr("Type a message, for example: STOP."))
        self.tried.textChanged.connect(lambda _text: self._try())
        self.outcome = plain_label(wrap=True)
        self.body.addWidget(FormRow(tr("&Try a message"), self.tried))
        self.body.addWidget(self.outcome)
        self.language = QComboBox()
        wheel_needs_focus(self.language)
        for code in dict.fromkeys(one.language for one in studio.consent.keywords()):
            self.language.addItem(words.language_name(code), code)
        self.language.setCurrentIndex(max(0, self.language.findData(language().code)))
        self.language.currentIndexChanged.connect(lambda _index: self.refresh())
        self.body.addWidget(FormRow(tr("&Language of the words"), self.language))
        self.rows = Rows()
        self.body.addWidget(self.rows)
        self.error = ErrorLine()
        self.body.addWidget(self.error)
        self.refresh()

    def refresh(self) -> None:
        """Read the words again."""
        kept = {(one.language, one.kind): one for one in self._studio.consent.keywords()}
        code = self.language.currentData() or ""
        self.rows.show_rows(self._row(kept.get((code, kind), Keywords(language=code, kind=kind))) for kind in KINDS)
        self._try()

    def _row(self, keywords: Keywords) -> RuleRow:
        title, about = words.KINDS[keywords.kind]
        name = tr(title)
        buttons: list[QWidget] = []
        if keywords != _BUILT_IN.get((keywords.language, keywords.kind), Keywords(
            language=keywords.language, kind=keywords.kind
        )):  # fmt: skip
            buttons.append(link_button(tr("As built in"), partial(self._reset, keywords)))
        buttons.append(icon_button("pencil", tr("Edit “{name}”", name=name), partial(self._edit, keywords)))
        for one in buttons:
            one.setEnabled(not self._studio.read_only)
        said = [tr(about), ", ".join(keywords.words) or tr("There are none.")]
        if keywords.reply:
            said.append(tr("Answer: {text}", text=keywords.reply))
        return RuleRow(name, "\n".join(said), icon=_ICONS[keywords.kind], buttons=buttons)

    def _try(self) -> None:
        text = self.tried.text().strip()
        self.outcome.setVisible(bool(text))
        heard = self._studio.consent.listener().heard(text, self.language.currentData() or "") if text else None
        if heard is None:
            self.outcome.setText(tr("This is no keyword: nothing happens by itself."))
            return
        parts = [words.effect(heard.kind), tr("Answer: {text}", text=heard.reply) if heard.reply else ""]
        self.outcome.setText("\n".join(filter(None, parts)))

    def _edit(self, keywords: Keywords) -> None:
        dialog = KeywordsDialog(self._studio, keywords, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _reset(self, keywords: Keywords) -> None:
        consent = self._studio.consent
        do(self, lambda: consent.reset_keywords(keywords.language, keywords.kind), self.error.say)


def _box(text: str, lines: int) -> QPlainTextEdit:
    box = QPlainTextEdit(text)
    box.setTabChangesFocus(True)
    box.setFixedHeight(box.fontMetrics().lineSpacing() * lines + 22)
    return box
