"""Decides what is wrong with a step that sends a template: the template, its values, its languages, and consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whatsapp_studio.base.errors import Problem
from whatsapp_studio.base.wording import state_word
from whatsapp_studio.journeys.checks_rules import rule
from whatsapp_studio.journeys.checks_text import expression
from whatsapp_studio.journeys.looking import Look
from whatsapp_studio.journeys.reading import text
from whatsapp_studio.templates.links import says_how_to_stop
from whatsapp_studio.templates.template import Place, Template, places, rare_places
from whatsapp_studio.templates.unsupported import unsupported_words

# Reviewed, or held for a while: the same template may be sent later.
_WAITING = ("PENDING", "IN_APPEAL")


def send_template(look: Look) -> None:
    """Everything about the template a step sends."""
    chosen = look.get("template")
    if not isinstance(chosen, Mapping):
        return
    name, language = chosen.get("name"), chosen.get("language")
    if not isinstance(name, str) or not isinstance(language, str):
        return
    found = [one for one in _translations(look, name, language) if one is not None]
    _mapping(look, found)
    if found:
        _consent(look, found[0])


def _translations(look: Look, name: str, language: str) -> Iterator[Template | None]:
    yield _one(look, "template", name, language)
    for n, row in enumerate(look.rows("languages"), 1):
        rule(look, f"languages.{n}", row.get("rule"))
        other = row.get("language")
        if isinstance(other, str) and other:
            yield _one(look, f"languages.{n}", name, other)


def _one(look: Look, field: str, name: str, language: str) -> Template | None:
    if not look.around.known:
        return None
    template = look.around.templates.get((name, language))
    facts = {"template": name, "language": language}
    if template is None:
        others = sorted(lang for other, lang in look.around.templates if other == name)
        if others:
            look.error("template-language-gone", field, **facts, languages=", ".join(others))
        else:
            look.error("template-gone", field, **facts)
        return None
    if template.status == "PAUSED":
        look.error("template-paused", field, **facts)
    elif template.status != "APPROVED":
        code = "template-waiting" if template.status in _WAITING else "template-not-approved"
        look.error(code, field, **facts, status=state_word(template.status).lower())
    if template.unsupported:
        look.error("template-unsupported", field, **facts, parts=unsupported_words(template.unsupported))
    if template.quality == "RED":
        look.warn("template-low-quality", field, **facts)
    return template


def _mapping(look: Look, translations: list[Template]) -> None:
    """Every place of every translation has a value, and every value can be worked out."""
    mapping = look.get("mapping")
    if not isinstance(mapping, Mapping):
        return
    language = translations[0].language if translations else "en"
    known: dict[str, Place] = {
        place.name: place for one in translations for part in (places, rare_places) for place in look.once(part, one)
    }
    for name, place in known.items():
        if place.required and not _filled(mapping.get(name)):
            where = f"{look.step.id}.mapping.{name}"
            look.found.append(Problem("place-unmapped", where, {**look.facts, "place": name, "label": place.label}))
    for name, slot in mapping.items():
        # A value for a place the template no longer has is kept, and not looked at.
        if isinstance(slot, Mapping) and (name in known or not translations):
            label = known[name].label if name in known else str(name)
            expression(look, f"mapping.{name}", label, slot.get("expression"), language)


def _filled(slot: object) -> bool:
    return isinstance(slot, Mapping) and bool(text(slot, "expression") or text(slot, "fallback"))


def _consent(look: Look, template: Template) -> None:
    if template.category != "MARKETING":
        return
    facts = {"template": template.name}
    if look.get("consent") == "anyone" and not look.before.consented:
        look.error("marketing-without-consent", "consent", **facts)
    if not look.once(says_how_to_stop, template):
        look.warn("no-way-to-stop", "template", **facts)
