"""Decides how the places of a step's template are filled, and which translation goes to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from whatsapp_studio.audience.contact import STANDARD_FIELDS
from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.i18n import mark, tr
from whatsapp_studio.campaigns.draft import Mapping as Slot
from whatsapp_studio.qt.forms.editor import Editor, Told, as_dict, as_text, flat
from whatsapp_studio.qt.forms.plain import Pick
from whatsapp_studio.qt.inspector.editors.listing import Listing
from whatsapp_studio.qt.inspector.editors.record import Record
from whatsapp_studio.qt.inspector.outlook import Outlook, StudioContext
from whatsapp_studio.qt.personalise.checking import checker
from whatsapp_studio.qt.personalise.dialog import Filled, Wanted, edit_expression
from whatsapp_studio.qt.rules.editor import RuleEditor
from whatsapp_studio.qt.widgets.buttons import link_button
from whatsapp_studio.qt.widgets.fields import muted
from whatsapp_studio.qt.widgets.place_row import PlaceRow
from whatsapp_studio.templates.personalise import suggest
from whatsapp_studio.templates.template import Template, places, rare_places


class Places(Editor):
    """Every place of the template in the field ``of``: a value, what instead, and what when both are empty."""

    outlook: Outlook

    def __init__(self, outlook: Outlook, name: str, of: str, parent: QWidget | None = None) -> None:
        super().__init__(outlook, name, parent)
        self._of = of
        self._value: dict[str, Any] = {}
        self._shape: object = None
        self._texts: Mapping[str, str] | None = None
        self.rows: dict[str, PlaceRow] = {}
        self.none = muted("")
        self.suggest = link_button(tr("Fill in what is obvious"), self._suggest, "wand-sparkles")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        self._box.addWidget(self.none)
        self._box.addWidget(self.suggest, 0, Qt.AlignmentFlag.AlignLeft)
        self._rare = False
        self.more = link_button(tr("Show places for developers too"), self._show_rare)
        self._box.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def _template(self) -> Template | None:
        chosen = as_dict(self.outlook.values.get(self._of))
        key = (as_text(chosen.get("name")), as_text(chosen.get("language")))
        return self.outlook.document.surroundings.templates.get(key)

    def _show_rare(self) -> None:
        self._rare = True
        self.look_around()

    def look_around(self) -> None:
        template = self._template()
        rare = rare_places(template) if template is not None else ()
        filled = {name for name, slot in self._value.items() if as_text(as_dict(slot).get("expression"))}
        self._rare = self._rare or any(place.name in filled for place in rare)
        found = places(template, rare=self._rare) if template is not None else ()
        self.more.setVisible(bool(rare) and not self._rare)
        fields = self.outlook.insertable()
        shape = (found, tuple(fields))
        if shape != self._shape:
            self._shape = shape
            self._build(found)
            self._texts = None
            for row in self.rows.values():
                row.expression.set_paths(fields)
        texts = self.outlook.document.surroundings.snippets
        if texts != self._texts:
            self._texts = texts
            reach, language = self.outlook.reach(), template.language if template is not None else "en"
            for row in self.rows.values():
                row.expression.line.set_check(checker(reach, texts, row.place.label, language))
        chosen = as_text(as_dict(self.outlook.values.get(self._of)).get("name"))
        self.none.setVisible(not found)
        self.none.setText(
            tr("This template has no places: everybody gets the same text.") if template is not None
            else tr("The places appear when the template is in this workspace.") if chosen
            else tr("Choose a template first; its places appear here.")
        )  # fmt: skip
        self._show_rows()

    def _build(self, found: Sequence[Any]) -> None:
        for row in self.rows.values():
            self._box.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for n, place in enumerate(found):
            context = self.outlook.context
            shelf = context.studio.media if isinstance(context, StudioContext) else None
            row = PlaceRow(place, tr("Take the path “failed”"), narrow=True, shelf=shelf)
            row.expression.edited.connect(lambda _text, row=row: self._edited(row, "expression"))
            row.fallback.textEdited.connect(lambda _text, row=row: self._edited(row, "fallback"))
            row.expression.offer_editor(isinstance(self.outlook.context, StudioContext))
            row.expression.personalise.connect(lambda row=row: self.personalise(row))
            row.if_empty.activated.connect(lambda _row, row=row: self._edited(row, ""))
            self.rows[place.name] = row
            self._box.insertWidget(n + 1, row)
            row.show()

    def personalise(self, row: PlaceRow) -> None:
        """Open the editor for a place."""
        context, template = self.outlook.context, self._template()
        if not isinstance(context, StudioContext):
            return
        journey, owner = self.outlook.document.journey, self.outlook.owner
        filled = edit_expression(
            self,
            context.studio,
            Wanted(
                row.place, Filled.of(row.mapping()), self.outlook.reach(), template,
                {name: one.mapping() for name, one in self.rows.items()}, {"journey": {"name": journey.name}}, None,
                tr("Take the path “failed”"), f"{journey.id}:{owner}:{row.place.name}",
            ),
        )  # fmt: skip
        if filled is not None:
            row.show_mapping(filled.slot)
            self._edited(row, "")

    def _edited(self, row: PlaceRow, part: str) -> None:
        now = row.mapping()
        slot = {
            **as_dict(self._value.get(row.place.name)),
            "expression": now.expression, "fallback": now.fallback, "if_empty": now.if_empty,
        }  # fmt: skip
        self._value = {**self._value, row.place.name: slot}
        self.edited.emit(dict(self._value), part and f"{row.place.name}.{part}")

    def _guesses(self) -> dict[str, str]:
        template = self._template()
        if template is None:
            return {}
        names = [*STANDARD_FIELDS, *self.outlook.document.surroundings.fields]
        return {
            place: expression
            for place, expression in suggest(template, names).items()
            if not as_text(as_dict(self._value.get(place)).get("expression"))
        }

    def _suggest(self) -> None:
        base = {"expression": "", "fallback": "", "if_empty": "skip"}
        filled = {
            place: {**base, **as_dict(self._value.get(place)), "expression": expression}
            for place, expression in self._guesses().items()
        }
        self.edited.emit({**self._value, **filled}, "")

    def show_value(self, value: Any) -> None:
        self._value = as_dict(value)
        self.look_around()

    def _show_rows(self) -> None:
        for place, row in self.rows.items():
            slot = as_dict(self._value.get(place))
            if_empty = "block" if slot.get("if_empty") == "block" else "skip"
            row.show_mapping(
                Slot(
                    expression=as_text(slot.get("expression")),
                    fallback=as_text(slot.get("fallback")),
                    if_empty="block" if if_empty == "block" else "skip",
                )
            )
        self.suggest.setVisible(bool(self._guesses()))

    def fits(self, value: Any) -> bool:
        return isinstance(value, Mapping) and all(
            isinstance(slot, Mapping) and all(isinstance(part, str) for part in slot.values())
            for slot in value.values()
        )

    def tell(self, told: Told) -> Sequence[Problem]:
        left = list(told.get("", ()))
        for place, row in self.rows.items():
            here = [p for inner, some in told.items() if inner == place or inner.startswith(f"{place}.") for p in some]
            row.error.say(here[0] if here else None)
        known = tuple(self.rows)
        return left + flat(
            {i: some for i, some in told.items() if i and not any(i == k or i.startswith(f"{k}.") for k in known)}
        )

    def inputs(self) -> Sequence[QWidget]:
        found: list[QWidget] = []
        for row in self.rows.values():
            found += [row.expression.line, row.expression.pick]
            found += [row.expression.open] if not row.expression.open.isHidden() else []
            found += [row.fallback, row.if_empty]
        return [*found, self.suggest] if not self.suggest.isHidden() else found

    def focus_inner(self, inner: str) -> QWidget | None:
        row = next((row for place, row in self.rows.items() if inner == place or inner.startswith(f"{place}.")), None)
        if row is None:
            return super().focus_inner(inner)
        target = row.fallback if inner.endswith(".fallback") else row.expression.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        return target

    def forget(self) -> None:
        for row in self.rows.values():
            row.expression.line.setText(row.expression.line.text())
            row.fallback.setText(row.fallback.text())


class _Translation(Pick):
    """A language in which the chosen template is there."""

    outlook: Outlook

    def look_around(self) -> None:
        name = as_text(as_dict(self.outlook.values.get("template")).get("name"))
        known = sorted(lang for one, lang in self.outlook.document.surroundings.templates if one == name)
        self.box.setPlaceholderText(tr("Choose a language") if known else tr("Choose a template first"))
        self.set_options([(one, one) for one in known])

    def missing(self, value: str) -> str:
        return tr("{name} (no such translation here)", name=value)


def language_rules(outlook: Outlook, name: str) -> Listing:
    """Rules, tried in order, each with the language for those it is true for."""

    def one(o: Outlook, n: str) -> Record:
        language = _Translation(o, tr("{name}: language", name=n))
        language.look_around()
        rows = ([("language", tr("Language"), language)], [("rule", tr("Goes to those with"), RuleEditor(o, n))])
        return Record(o, n, rows, base={"language": "", "rule": None})

    return Listing(
        outlook, name, item=one, new=lambda _now: {"rule": None, "language": ""},
        word=mark("Translation {n}"), add=tr("Add a translation"),
    )  # fmt: skip
