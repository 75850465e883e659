"""How columns find their fields and cells become values."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whatsapp_studio.audience.contact import CustomField
from whatsapp_studio.audience.fields import (
    MOST_NEW_FIELDS,
    chosen_mapping,
    field_name,
    guess_kind,
    read_date,
    read_moment,
    read_number,
    read_value,
    split_name,
    suggest_mapping,
)
from whatsapp_studio.audience.headers import target_of


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Telefoonnummer", "phone"), ("MOBIEL", "phone"), ("Phone_Number", "phone"), ("gsm", "phone"),
        ("  Mobile  phone ", "phone"), ("WhatsApp-nummer", "phone"), ("Numéro de téléphone", "phone"),
        ("Voornaam", "first_name"), ("First Name", "first_name"), ("firstName", "first_name"),
        ("Achternaam", "last_name"), ("surname", "last_name"), ("Naam", "full_name"), ("Taal", "language"),
        ("Land", "country"), ("Tijdzone", "time_zone"), ("Toestemming", "marketing"), ("Opt-in", "marketing"),
        ("Bron toestemming", "consent_source"), ("Datum toestemming", "consent_at"), ("Vouchercode", None), ("", None),
    ],
)  # fmt: skip
def test_headers_are_known_in_english_and_dutch(header: str, target: str | None) -> None:
    assert target_of(header) == target


def suggested(
    *columns: str, shares: list[float] | None = None, known: list[CustomField] | None = None
) -> dict[str, str]:
    return suggest_mapping(columns, shares or [0.0] * len(columns), [True] * len(columns), known or [])


def test_each_target_is_used_once_and_the_rest_becomes_fields() -> None:
    assert suggested("Telefoon", "Mobiel", "Naam", "Stad") == {
        "Telefoon": "new:Telefoon", "Mobiel": "phone", "Naam": "full_name", "Stad": "new:Stad"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "phone"),
    [
        (("Telefoon", "Mobiel", "WhatsApp"), "WhatsApp"), (("Mobile Phone", "Phone"), "Mobile Phone"),
        (("Telefoon", "Tel"), "Telefoon"), (("Nummer", "06-nummer"), "06-nummer"),
    ],
)  # fmt: skip
def test_of_several_columns_of_numbers_the_one_of_whatsapp_is_meant(columns: tuple[str, ...], phone: str) -> None:
    assert [column for column, target in suggested(*columns).items() if target == "phone"] == [phone]


@pytest.mark.parametrize(
    ("label", "header"),
    [
        ("Email", "E-mailadres"),
        ("Woonplaats", "City"),
        ("Date of birth", "Geboortedatum"),
        ("Postcode", "ZIP"),
        ("Last order", "Laatste bestelling"),
        ("Klantnummer", "Customer No."),
        ("Bedrijf", "Company"),
    ],
)
def test_a_field_is_found_again_by_its_name_in_the_other_language(label: str, header: str) -> None:
    known = [CustomField(name=field_name(label), label=label)]
    assert suggested("phone", header, known=known)[header] == known[0].name
    assert suggested("phone", header)[header] == f"new:{header}"


def test_a_whole_name_is_not_wanted_beside_its_parts() -> None:
    assert suggested("Name", "First name", "Phone") == {
        "Name": "new:Name",
        "First name": "first_name",
        "Phone": "phone",
    }


def test_a_phone_column_is_found_by_what_it_holds() -> None:
    assert suggested("a", "b", shares=[0.1, 0.9]) == {"a": "new:a", "b": "phone"}
    assert suggested("a", "b", shares=[0.1, 0.4]) == {"a": "new:a", "b": "new:b"}
    assert suggest_mapping((), (), (), ()) == {}


def test_known_fields_are_found_by_label_and_name() -> None:
    known = [CustomField(name="last_order", label="Laatste bestelling")]
    assert suggested("phone", "LAATSTE BESTELLING", known=known)["LAATSTE BESTELLING"] == "last_order"
    assert suggested("phone", "last order", known=known)["last order"] == "last_order"


def test_empty_columns_and_our_own_make_no_field() -> None:
    columns = ("phone", "line", "reason", "empty")
    assert suggest_mapping(columns, [0] * 4, [True, True, True, False], []) == {"phone": "phone"}


def test_a_very_wide_file_does_not_make_hundreds_of_fields() -> None:
    mapping = suggested("phone", *(f"c{n}" for n in range(200)))
    assert len(mapping) == 1 + MOST_NEW_FIELDS


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Last order", "last_order"), ("Ça va?", "ca_va"), ("2e naam", "field_2e_naam"), ("!!", "field"),
        ("ID", "field_id"),
        ("Phone", "field_phone"), ("x" * 90, "x" * 40),
    ],
)  # fmt: skip
def test_names_of_fields(label: str, name: str) -> None:
    assert field_name(label) == name


def test_names_of_fields_differ() -> None:
    assert field_name("City", {"city", "city_2"}) == "city_3"


@given(st.text())
def test_any_label_gives_a_name_for_expressions(label: str) -> None:
    assert field_name(label).isidentifier() and field_name(label).isascii()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("-3", -3), ("1.250,50", 1250.5), ("1,250.50", 1250.5), ("1250,5", 1250.5), ("1250.5", 1250.5),
        ("1.250.000", 1250000), ("1,250,000", 1250000), ("1,250", 1250), ("0,125", 0.125), ("1 250,5", 1250.5),
        ("+4", 4),
        ("12,5", 12.5), ("2.5", 2.5), ("1'250.5", 1250.5),
    ],
)  # fmt: skip
def test_numbers_in_both_styles(text: str, number: float) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "x", "1,2,3", "1..2", "12a", "--1", "1e5", "nan"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        read_number(text)


@pytest.mark.parametrize(
    "text", ["2026-11-22", "22-11-2026", "22/11/2026", "22.11.2026", "2026-11-22 10:30:00", "20261122"]
)
def test_dates(text: str) -> None:
    assert read_date(text) == date(2026, 11, 22)


def test_values_by_kind() -> None:
    assert read_value("  x ", "text") == "x"
    assert read_value(" ", "number") is None
    assert read_value("22-11-2026", "date") == "2026-11-22"
    assert read_value("ja", "boolean") is True
    assert read_value("0", "boolean") is False
    for text, kind in (
        ("32-13-2026", "date"),
        ("soon", "date"),
        ("maybe", "boolean"),
        ("-", "boolean"),
        ("x", "number"),
    ):
        with pytest.raises(ValueError, match=r"^"):
            read_value(text, kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ([], "text"), (["", " "], "text"), (["1", "25", ""], "number"), (["0", "1"], "number"),
        (["2.5", "-3"], "number"),
        (["12,50"], "text"), (["12.50"], "text"), (["1.250"], "text"), (["true", "false"], "boolean"),
        (["ja", "nee"], "text"), (["2026-01-01", "2026-12-31"], "date"), (["01-02-2026"], "text"),
        (["20260101"], "number"),
        (["2026-01-01", "x"], "text"), (["01234", "12345"], "text"), (["12345678901234567890"], "text"),
        (["LENTE1"], "text"),
        (["nan"], "text"), (["1", "true"], "text"), (["1e5"], "text"),
    ],
)  # fmt: skip
def test_a_kind_is_guessed_only_where_it_changes_no_message(values: list[str], kind: str) -> None:
    assert guess_kind(values) == kind


@given(st.one_of(st.integers().map(str), st.floats(allow_nan=False).map(str), st.dates().map(str), st.text(max_size=9)))
def test_a_guessed_kind_gives_back_what_was_written(text: str) -> None:
    kind = guess_kind([text])
    value = read_value(text, kind)
    shown = {"number": lambda: str(int(value)) if float(value).is_integer() else str(value)}.get(
        kind, lambda: str(value)
    )()  # type: ignore[arg-type]
    assert not text.strip() or shown.lower() == text.strip().lower()


def test_a_wish_takes_its_target_from_another_column() -> None:
    suggested = {"Telefoon": "phone", "Mobiel": "new:Mobiel", "Naam": "full_name"}
    assert chosen_mapping(suggested, {" mobiel": "phone"}) == {"Mobiel": "phone", "Naam": "full_name"}
    assert chosen_mapping(suggested, {"Naam": ""}) == {**suggested, "Naam": ""}
    assert chosen_mapping(suggested, {"Naam": "last_name", "Extra": "x"}) == {
        **suggested, "Naam": "last_name", "Extra": "x"
    }  # fmt: skip
    assert chosen_mapping(suggested, {}) == suggested


def test_whole_names_are_split() -> None:
    assert split_name("Maria de Vries") == ("Maria", "de Vries")
    assert split_name("Vries, Maria de") == ("Maria de", "Vries")
    assert split_name(" Cher ") == ("Cher", "")
    assert split_name("") == ("", "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-11-22T14:05:00+01:00", "2026-11-22T13:05:00.000+00:00"),
        ("2026-11-22 13:05Z", "2026-11-22T13:05:00.000+00:00"),
        ("22-11-2026 13:05+00:00", "2026-11-22T13:05:00.000+00:00"),
    ],
)  # fmt: skip
def test_moments_are_kept_in_utc(text: str, value: str) -> None:
    assert read_value(text, "datetime") == value


def test_a_moment_without_a_zone_is_one_of_this_machine() -> None:
    assert read_moment("22-11-2026 13:05") == datetime(2026, 11, 22, 13, 5).astimezone()
    assert read_moment("2026-11-22") == datetime(2026, 11, 22).astimezone()
    with pytest.raises(ValueError, match="soon"):
        read_value("soon", "datetime")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("red; blue", ("red", "blue")), ("red|blue|red", ("red", "blue")), ("red, blue", ("red", "blue")),
        ("a, b; c", ("a, b", "c")), ("red", ("red",)), (" ; ", None), ("", None),
    ],
)  # fmt: skip
def test_several_values_of_one_cell(text: str, value: tuple[str, ...] | None) -> None:
    assert read_value(text, "list") == value
