"""A template takes another's place wherever that is used; what runs stays as it is."""

from __future__ import annotations

import json

import pytest

from tests.fixtures.at_meta import AtMeta, meta
from tests.fixtures.running import FILLED, journey_of
from tests.unit.services.test_template_watch import LINES, campaign, journey
from whatsapp_studio.base.errors import UserError
from whatsapp_studio.campaigns.draft import Draft, Mapping
from whatsapp_studio.journeys.graph import Journey
from whatsapp_studio.templates.template import Template

__all__ = ["meta"]


@pytest.fixture
def two(meta: AtMeta) -> tuple[Template, Template]:
    """An old template and one of the same places, both approved."""
    old = meta.made()
    meta.made("lente_twee", body="Dag {{1}}, er ligt een pakket voor je klaar.")
    meta.made("lente_link", body="Dag {{1}}, op {{2}} is de winkel weer de hele dag open.",
              samples=(("1", "Maria"), ("2", "maandag")))  # fmt: skip
    return old, meta.template("lente_twee")


def draft_of(meta: AtMeta, template: Template) -> Journey:
    chosen = {"template": {"name": template.name, "language": "nl"}, "mapping": FILLED}
    made = journey_of(*LINES, fields={"hello": chosen})
    return meta.studio.journeys._add(made)


def test_everything_that_uses_it_is_found(meta: AtMeta, two: tuple[Template, Template]) -> None:
    old, _ = two
    campaign(meta, old)
    meta.studio.campaigns.create(Draft(name="Concept", template=old.name, language="nl"))
    journey(meta, old)
    recipe(meta, old)
    edit = meta.studio.writing.edit
    meta.later(hours=25)
    edit(old)
    found = [(one.kind, one.name, one.state, one.live) for one in meta.studio.writing.uses(old.name)]
    assert found == [
        ("journey", "Spring", "live", True), ("campaign", "Lente", "sending", True),
        ("journey", "Spring", "draft", False), ("campaign", "Concept", "draft", False),
        ("recipe", "Groet", "draft", False), ("draft", old.name, "draft", False),
    ]  # fmt: skip
    assert meta.studio.writing.uses(old.name, "nl") == meta.studio.writing.uses(old.name)
    assert meta.studio.writing.uses(old.name, "de") == ()
    assert meta.studio.writing.uses("lente") == (), "a part of a name is another name"


def recipe(meta: AtMeta, template: Template) -> None:
    content = {"template": template.name, "language": "nl", "mapping": FILLED, "media": {"x": 1}}
    with meta.studio._store.write() as conn:
        conn.execute(
            "INSERT INTO recipes (name, content, created_at, updated_at) VALUES ('Groet', ?, '', '')",
            (json.dumps(content),),
        )


def test_only_what_can_be_filled_is_offered(meta: AtMeta, two: tuple[Template, Template]) -> None:
    old, _ = two
    names = [template.name for template, _ in meta.studio.writing.replaceable(old)]
    assert "lente_twee" in names
    assert not {"lente_link", "lente_actie"} & set(names)
    with pytest.raises(UserError) as refused:
        meta.studio.writing.replace(old, meta.template("lente_link"))
    assert (refused.value.code, refused.value.facts["places"]) == ("template-not-fitting", "body.2")
    done = meta.studio.writing.replace(old, meta.template("lente_link"), {"body.2": "body.1"})
    assert (done.done, done.left) == ((), ())


def test_drafts_get_the_new_one_and_what_runs_stays(meta: AtMeta, two: tuple[Template, Template]) -> None:
    old, new = two
    going = campaign(meta, old)
    concept = meta.studio.campaigns.create(
        Draft(
            name="Concept", template=old.name, language="nl", translations={"de": "x"},
            mapping={"body.1": Mapping(expression="{{ contact.first_name }}", fallback="daar")},
        )
    )  # fmt: skip
    stage = journey(meta, old)
    recipe(meta, old)
    id = meta.studio.journeys.all()[0].id
    live = meta.studio._store.value("SELECT text FROM journey_versions WHERE kind = 'published'")

    found = meta.studio.writing.replace(old, new)

    assert {(one.kind, one.name) for one in found.done} == {
        ("journey", "Spring"), ("campaign", "Concept"), ("recipe", "Groet")
    }  # fmt: skip
    assert {(one.kind, one.live) for one in found.left} == {("journey", True), ("campaign", True)}
    assert [one.name for one in found.mend] == ["Concept"], "the new one is not there in German"
    changed = meta.studio.campaigns.get(concept.id).draft
    assert (changed.template, changed.language, changed.translations) == ("lente_twee", "nl", {})
    assert changed.mapping == {"body.1": Mapping(expression="{{ contact.first_name }}", fallback="daar")}
    fields = meta.studio.journeys.get(id).steps["hello"].fields
    assert (fields["template"], fields["mapping"]) == ({"name": "lente_twee", "language": "nl"}, FILLED)
    assert meta.studio._store.value("SELECT text FROM journey_versions WHERE kind = 'published'") == live
    assert json.loads(str(meta.studio._store.value("SELECT content FROM recipes"))) == {
        "template": "lente_twee", "language": "nl", "mapping": FILLED, "media": {"x": 1}
    }  # fmt: skip
    assert meta.studio.campaigns.get(going).draft.template == "lente_actie"
    assert stage.store.rows("SELECT 1 FROM campaigns WHERE kind = 'stream'")
    assert {(one.kind, one.live) for one in meta.studio.writing.uses(old.name)} == {
        ("journey", True), ("campaign", True)
    }  # fmt: skip


def test_a_journey_that_is_open_in_an_editor_is_left(meta: AtMeta, two: tuple[Template, Template]) -> None:
    old, new = two
    made = draft_of(meta, old)
    assert meta.studio.journeys.hold(made.id)
    (left,) = meta.studio.writing.replace(old, new).left
    assert (left.kind, left.live) == ("journey", False)
    meta.studio.journeys.release(made.id)
    before = len(meta.studio.journeys.versions(made.id))
    assert meta.studio.writing.replace(old, new).left == ()
    assert len(meta.studio.journeys.versions(made.id)) == before + 1, "what it was is kept as a version"


def test_languages_that_the_new_one_does_not_have_are_to_be_mended(
    meta: AtMeta, two: tuple[Template, Template]
) -> None:
    old, new = two
    rules = [{"rule": {"field": "language", "op": "is", "value": "de"}, "language": "de"}]
    chosen = {"template": {"name": old.name, "language": "nl"}, "mapping": FILLED, "languages": rules}
    made = meta.studio.journeys._add(journey_of(*LINES, fields={"hello": chosen}))
    (use,) = meta.studio.writing.uses(old.name, "de")
    assert (use.id, use.where) == (made.id, ("hello",))
    found = meta.studio.writing.replace(old, new)
    assert [one.id for one in found.done] == [one.id for one in found.mend] == [made.id]
    fields = meta.studio.journeys.get(made.id).steps["hello"].fields
    assert fields["languages"] == rules, "nothing is dropped in silence"
    assert fields["template"]["name"] == "lente_twee"
