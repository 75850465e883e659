"""Decides how a template for one-time passwords is set up: Meta writes the words, these are the choices it leaves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from whatsapp_studio.base.i18n import tr
from whatsapp_studio.qt.templates.writing.fields import FieldRow
from whatsapp_studio.qt.templates.writing.line import Line
from whatsapp_studio.qt.templates.writing.section import Section, Spot, Write, mirror
from whatsapp_studio.qt.widgets.buttons import icon_button, secondary_button
from whatsapp_studio.qt.widgets.fields import muted, spin_box, wheel_needs_focus
from whatsapp_studio.templates.counting import counter
from whatsapp_studio.templates.edits import otp_button, with_password_texts
from whatsapp_studio.templates.template import Button, Otp, Template

_MINUTES = (1, 90, 10)
_MOST_APPS = 5


class PasswordSection(Section):
    """The choices of a one-time password."""

    def __init__(self, write: Write, parent: QWidget | None = None) -> None:
        super().__init__(tr("One-time password"), write, parent)
        self.advice = QCheckBox(tr("Say that the code is not to be shared"))
        self.expires = QCheckBox(tr("Say after how many minutes the code expires:"))
        self.minutes = spin_box(*_MINUTES)
        self.minutes.setAccessibleName(tr("Minutes until the code expires"))
        self.how = QComboBox()
        for kind, words in (
            ("COPY_CODE", tr("The person copies the code")), ("ONE_TAP", tr("One tap fills it in, in an Android app")),
            ("ZERO_TAP", tr("It fills itself in, in an Android app")),
        ):  # fmt: skip
            self.how.addItem(words, kind)
        wheel_needs_focus(self.minutes, self.how)
        self.how_row = FieldRow("buttons.0.otp", tr("How the code gets into the app"), self.how)
        self.words = Line()
        self.words_row = FieldRow("buttons.0.text", tr("Words on the button"), self.words, counted=True)
        self.fill = Line()
        self.fill_row = FieldRow("buttons.0.autofill", tr("Words on the button that fills it in"), self.fill,
                                 counted=True)  # fmt: skip
        self.apps = QWidget()
        self._app_box = QVBoxLayout(self.apps)
        self._app_box.setContentsMargins(0, 0, 0, 0)
        self._app_box.setSpacing(6)
        self.app_rows: list[tuple[QLineEdit, QLineEdit, QWidget]] = []
        self.add_app = secondary_button(tr("Add an app"), self._add_app, "plus")
        self.terms = QCheckBox(tr("I accept Meta's terms for codes that fill themselves in"))
        self.spot = Spot("auth", self.minutes)
        self.button_spot = Spot("buttons", self.how)
        self.body.addWidget(muted(tr("Meta writes the words, in every language. A header, links and pictures are not "
                                     "allowed here.")))  # fmt: skip
        line = QHBoxLayout()
        line.addWidget(self.expires)
        line.addWidget(self.minutes)
        line.addStretch(1)
        self.body.addWidget(self.advice)
        self.body.addLayout(line)
        for widget in (self.spot, self.how_row, self.words_row, self.fill_row, self.apps, self.add_app, self.terms,
                       self.button_spot):  # fmt: skip
            self.body.addWidget(widget)
        self.body.setAlignment(self.add_app, Qt.AlignmentFlag.AlignLeft)
        self._connect()

    def _connect(self) -> None:
        self.advice.clicked.connect(
            lambda on: self.write(lambda t: with_password_texts(replace(t, security_advice=on)), "")
        )
        self.expires.clicked.connect(lambda on: self._expire(self.minutes.value() if on else None, ""))
        self.minutes.valueChanged.connect(lambda n: self._expire(n, "auth"))
        self.how.activated.connect(lambda _n: self._kinded())
        self.words.textEdited.connect(self._worded)
        self.fill.textEdited.connect(lambda text: self._otp(lambda otp: replace(otp, autofill_text=text), "autofill"))
        self.terms.clicked.connect(lambda on: self._otp(lambda otp: replace(otp, terms_accepted=on)))

    def fits(self, t: Template) -> bool:
        return t.category == "AUTHENTICATION"

    def show_template(self, t: Template) -> None:
        if not self.fits(t):
            return
        button = next((one for one in t.buttons if one.kind == "OTP"), Button("OTP"))
        otp = button.otp or Otp()
        self.advice.setChecked(t.security_advice)
        self.expires.setChecked(t.code_minutes is not None)
        self.minutes.setEnabled(t.code_minutes is not None)
        if t.code_minutes is not None and self.minutes.value() != t.code_minutes:
            self.minutes.blockSignals(True)
            self.minutes.setValue(t.code_minutes)
            self.minutes.blockSignals(False)
        self.how.setCurrentIndex(max(0, self.how.findData(otp.kind)))
        mirror(self.words, button.text)
        mirror(self.fill, otp.autofill_text)
        self.words_row.counter.show_count(counter("buttons.0.text", button.text))
        self.fill_row.counter.show_count(counter("buttons.0.autofill", otp.autofill_text))
        taps = otp.kind != "COPY_CODE"
        for widget in (self.fill_row, self.apps, self.add_app):
            widget.setVisible(taps)
        self.add_app.setEnabled(len(otp.apps) < _MOST_APPS)
        self.terms.setVisible(otp.kind == "ZERO_TAP")
        self.terms.setChecked(otp.terms_accepted)
        self._show_apps(otp.apps)

    def _show_apps(self, apps: tuple[tuple[str, str], ...]) -> None:
        while len(self.app_rows) > len(apps):
            _name, _hash, row = self.app_rows.pop()
            self._app_box.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.app_rows) < len(apps):
            self._make_app(len(self.app_rows))
        for (name, signature, _row), (package, hash) in zip(self.app_rows, apps, strict=True):
            mirror(name, package)
            mirror(signature, hash)

    def _make_app(self, number: int) -> None:
        name, signature, row = Line(), Line(), QWidget()
        name.setPlaceholderText("com.example.shop")
        name.setAccessibleName(tr("Name of the app {n}", n=number + 1))
        signature.setPlaceholderText("K8a/AINcGX7")
        signature.setAccessibleName(tr("Signature of the app {n}", n=number + 1))
        out = icon_button("trash-2", tr("Take the app {n} out", n=number + 1), partial(self._remove_app, number))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        for widget in (name, signature, out):
            line.addWidget(widget, 0 if widget is out else 1)
        name.textEdited.connect(partial(self._app, number, 0))
        signature.textEdited.connect(partial(self._app, number, 1))
        self.app_rows.append((name, signature, row))
        self._app_box.addWidget(row)

    # -- editing -------------------------------------------------------------------------------------

    def _expire(self, minutes: int | None, key: str) -> None:
        self.write(lambda t: with_password_texts(replace(t, code_minutes=minutes)), key)

    def _button(self, change: Callable[[Button], Button], key: str = "") -> None:
        def edit(t: Template) -> Template:
            buttons = t.buttons if any(one.kind == "OTP" for one in t.buttons) else (otp_button(),)
            return replace(t, buttons=tuple(change(one) if one.kind == "OTP" else one for one in buttons))

        self.write(edit, key)

    def _otp(self, change: Callable[[Otp], Otp], key: str = "") -> None:
        self._button(lambda button: replace(button, otp=change(button.otp or Otp())), key)

    def _worded(self, text: str) -> None:
        self.words_row.touched = True
        self._button(lambda button: replace(button, text=text), "words")

    def _kinded(self) -> None:
        self.how_row.touched = False
        kind = str(self.how.currentData())

        def change(otp: Otp) -> Otp:
            apps = () if kind == "COPY_CODE" else otp.apps or (("", ""),)
            return replace(otp, kind=kind, apps=apps, terms_accepted=otp.terms_accepted and kind == "ZERO_TAP")

        self._otp(change)

    def _app(self, number: int, side: int, text: str) -> None:
        def change(otp: Otp) -> Otp:
            apps = list(otp.apps)
            package, signature = apps[number]
            apps[number] = (package, text.strip()) if side else (text.strip(), signature)
            return replace(otp, apps=tuple(apps))

        self._otp(change, f"app.{number}.{side}")

    def _add_app(self) -> None:
        self._otp(lambda otp: replace(otp, apps=(*otp.apps, ("", ""))))
        self.app_rows[-1][0].setFocus()

    def _remove_app(self, number: int) -> None:
        self._otp(lambda otp: replace(otp, apps=tuple(one for n, one in enumerate(otp.apps) if n != number)))
