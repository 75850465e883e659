"""Fields are looked over, added, changed where every value fits, and deleted where nothing uses them."""

from __future__ import annotations

import pytest

from tests.fixtures.desk import Desk
from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.campaigns.draft import Mapping
from whatsapp_studio.qt.contacts import fields_dialog
from whatsapp_studio.qt.contacts.field_form import FieldForm
from whatsapp_studio.qt.contacts.fields_dialog import FieldsDialog


@pytest.fixture
def dialog(desk: Desk) -> FieldsDialog:
    desk.studio.contacts.add_field(CustomField(name="city", label="City"))
    desk.studio.contacts.add_field(CustomField(name="shoe", label="Shoe size"))
    with desk.store.write() as conn:
        conn.execute("UPDATE contacts SET f_city = 'Delft', f_shoe = '38' WHERE id <= 3")
    draft = desk.complete("Summer", mapping={"body.1": Mapping(expression="{{ contact.city }}", fallback="x")})
    desk.studio.campaigns.create(draft)
    made = FieldsDialog(desk.studio)
    made.show()
    desk.until(lambda: made.table.rowCount() == 2)
    return made


def row(dialog: FieldsDialog, n: int) -> list[str]:
    return [dialog.table.item(n, column).text() for column in range(4)]


def test_each_field_says_its_kind_how_many_have_it_and_where_it_is_used(desk: Desk, dialog: FieldsDialog) -> None:
    assert row(dialog, 0) == ["City", "Text", "3", "Summer"]
    assert row(dialog, 1) == ["Shoe size", "Text", "3", "Not used"]
    dialog.deleteLater()


def test_a_field_in_use_stays_and_says_where(desk: Desk, dialog: FieldsDialog) -> None:
    dialog.table.selectRow(0)
    dialog.delete.click()
    desk.until(lambda: "“Summer”" in dialog.error.text)
    assert len(desk.studio.contacts.fields()) == 2
    dialog.deleteLater()


def test_one_that_holds_values_is_asked_for_before_it_goes(
    desk: Desk, dialog: FieldsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [False, True]
    monkeypatch.setattr(fields_dialog, "ask", lambda *_, **__: answers.pop(0))
    dialog.table.selectRow(1)
    dialog.delete.click()
    assert len(desk.studio.contacts.fields()) == 2
    dialog.delete.click()
    desk.until(lambda: [one.name for one in desk.studio.contacts.fields()] == ["city"])
    desk.until(lambda: dialog.table.rowCount() == 1)
    dialog.deleteLater()


def test_the_kind_changes_where_every_value_fits_and_says_what_does_not(desk: Desk, dialog: FieldsDialog) -> None:
    fields = desk.studio.contacts.fields()
    form = FieldForm(desk.studio, fields[0], dialog)
    form.kind.setCurrentIndex(form.kind.findData("number"))
    form.accept()
    desk.until(lambda: form.kind_row.field.property("invalid"))
    assert "“Delft”" in form.kind_row._below.text() and not form.result()
    shoe = FieldForm(desk.studio, fields[1], dialog)
    shoe.saved.connect(dialog._saved)
    shoe.kind.setCurrentIndex(shoe.kind.findData("number"))
    shoe.accept()
    desk.until(lambda: row(dialog, 1)[1] == "Number")
    assert desk.studio.contacts.get(1).fields["shoe"] == 38  # type: ignore[union-attr]
    dialog.deleteLater()


def test_a_name_that_is_there_is_refused_at_its_field(desk: Desk, dialog: FieldsDialog) -> None:
    form = FieldForm(desk.studio, None, dialog)
    form.label.setText("city")
    form.accept()
    desk.until(lambda: form.label_row.field.property("invalid"))
    form.label.setText("Colour")
    form.options.setText("red, green,, red")
    form.show()
    form.accept()
    desk.until(lambda: len(desk.studio.contacts.fields()) == 3)
    assert desk.studio.contacts.fields()[2].options == ("red", "green")
    dialog.deleteLater()
