"""Decides what the header of a column means, in English and Dutch and a few words of their neighbours."""

from __future__ import annotations

import re
import unicodedata

_HEADERS: dict[str, tuple[str, ...]] = {
    "phone": (
        "phone", "phone number", "telephone", "telephone number", "mobile", "mobile number", "mobile phone", "cell",
        "cell phone", "cellphone", "gsm", "gsm nummer", "whatsapp", "whatsapp number", "whatsapp nummer", "msisdn",
        "number", "tel", "tel nr", "telnr", "telefoon", "telefoonnummer", "telefoon nummer", "telefoonnr", "mobiel",
        "mobiele telefoon", "mobiel nummer", "mobielnummer", "mobiele nummer", "nummer", "contact number", "wa id",
        "handy", "telefon", "telefonnummer", "mobilnummer", "rufnummer", "portable", "numero de telephone",
        "telephone portable", "e164", "phone e164", "mobile phone number", "mobile no", "phone no", "phone nr",
        "cell number", "cell no", "phone mobile", "mobile telephone", "telephone no", "phone 1 value", "contact phone",
        "telefoon mobiel", "tel mobiel", "mobiel telefoonnummer", "mobiele telefoonnummer", "mobiele nr", "mobiel nr",
        "mobieltje", "06 nummer", "06", "nr", "whatsapp telefoonnummer", "whatsapp phone", "whatsapp phone number",
        "wa nummer", "wa number", "gsm nr", "contactnummer", "telefoonnummer mobiel", "movil", "telefono", "cellulare",
    ),
    "first_name": (
        "first name", "firstname", "given name", "givenname", "forename", "christian name", "voornaam", "roepnaam",
        "vorname", "prenom", "nombre", "first", "fname", "voorn", "voornamen", "given",
    ),
    "last_name": (
        "last name", "lastname", "surname", "family name", "familyname", "achternaam", "familienaam", "nachname",
        "nom de famille", "apellido", "apellidos", "last", "lname", "achternamen", "family",
    ),
    "full_name": ("name", "full name", "fullname", "contact", "contact name", "naam", "volledige naam",
                  "klantnaam", "customer name", "display name", "naam klant", "contactpersoon", "contact person",
                  "naam contactpersoon", "client", "klant", "customer"),
    "language": ("language", "lang", "language code", "locale", "taal", "taalcode", "voorkeurstaal", "sprache",
                 "langue", "preferred language", "idioma", "taal klant", "language preference"),
    "country": ("country", "country code", "land", "landcode", "country iso", "pays", "pais", "iso land",
                "land code"),
    "time_zone": ("time zone", "timezone", "tz", "tijdzone", "zeitzone"),
    "marketing": (
        "marketing", "consent", "marketing consent", "opt in", "optin", "opted in", "whatsapp opt in", "permission",
        "subscribed", "toestemming", "marketing toestemming", "toestemming marketing", "akkoord", "aangemeld",
        "nieuwsbrief", "newsletter", "einwilligung", "consentement", "opt in marketing", "marketing opt in",
        "opt in whatsapp", "whatsapp toestemming", "whatsapp consent", "akkoord marketing", "agreed to marketing",
        "toestemming voor marketing", "mag benaderd worden",
    ),
    "consent_source": ("consent source", "opt in source", "source of consent", "bron toestemming", "toestemming bron",
                       "herkomst toestemming", "bron van toestemming", "where they agreed",
                       "waar toestemming is gegeven"),
    "consent_at": ("consent date", "consent at", "opt in date", "opted in at", "consented at", "date of consent",
                   "when they agreed", "wanneer toestemming is gegeven", "datum toestemming", "toestemming datum",
                   "toestemmingsdatum", "opt in datum"),
}  # fmt: skip
# Fields most lists have, by the names they go by: one field, whichever of them a file uses.
_MEANINGS: dict[str, tuple[str, ...]] = {
    "email": ("email", "e mail", "mail", "email address", "e mail address", "emailadres", "e mailadres", "mailadres",
              "e mail adres", "email adres", "e mail 1 value"),
    "city": ("city", "town", "stad", "plaats", "woonplaats", "gemeente", "place", "place of residence"),
    "birthday": ("birthday", "date of birth", "birth date", "birthdate", "dob", "geboortedatum", "verjaardag",
                 "geb datum", "geboorte datum"),
    "street": ("street", "address", "street address", "adres", "straat", "straatnaam", "address 1", "adres 1"),
    "postcode": ("postcode", "postal code", "zip", "zip code", "post code", "zipcode"),
    "company": ("company", "organisation", "organization", "bedrijf", "bedrijfsnaam", "organisatie", "company name",
                "firma", "onderneming"),
    "gender": ("gender", "sex", "geslacht"),
    "salutation": ("salutation", "aanhef", "title", "titel"),
    "customer number": ("customer number", "customer no", "customer id", "klantnummer", "klant nr", "klant id",
                        "relatienummer", "debiteurnummer"),
    "job title": ("job title", "functie", "function", "position"),
    "notes": ("notes", "note", "remarks", "opmerking", "opmerkingen", "notitie", "notities", "remark"),
    "last order": ("last order", "last purchase", "laatste bestelling", "laatste aankoop", "last order date"),
}  # fmt: skip
_TARGET_OF = {header: target for target, headers in _HEADERS.items() for header in headers}
_MEANING_OF = {header: meaning for meaning, headers in _MEANINGS.items() for header in headers}
_WHATSAPP = re.compile(r"\b(?:whatsapp|wa)\b")
_MOBILE = re.compile(r"mobi|\bcell|gsm|handy|portable|\b06\b|movil|cellulare")
_NOT_MOBILE = re.compile(r"home|work|business|thuis|werk|vast|zaak|fax")


def plain(header: str) -> str:
    """A header without case, accents and punctuation, for comparing."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", header) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", " ", flat.lower()).strip()


def target_of(header: str) -> str | None:
    """The target whose English or Dutch name this header is, if any."""
    return _TARGET_OF.get(plain(header))


def meaning_of(header: str) -> str:
    """What a column of an own field is called in one word for all its names; its plain self where it has one only."""
    bare = plain(header)
    return _MEANING_OF.get(bare, bare)


def rank_of(header: str) -> int:
    """How likely a column of numbers is the one WhatsApp knows: the least is the likeliest."""
    bare = plain(header)
    if _WHATSAPP.search(bare):
        return 0
    return 1 if _MOBILE.search(bare) else 3 if _NOT_MOBILE.search(bare) else 2
