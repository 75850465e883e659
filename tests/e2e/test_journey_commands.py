"""Decides that the examples are right in a workspace connected to the sandbox, by command line alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.fixtures.program import Program, running_sandbox
from whatsapp_studio.base.paths import resource
from whatsapp_studio.services.examples import FOLDER, examples

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(300)]


def test_the_examples_are_published_as_they_are_and_one_that_is_broken_is_not(tmp_path: Path, workspace: Path) -> None:
    with running_sandbox() as box:
        program = Program(workspace, box)
        assert program.connect().code == 0
        program.run("templates", "sync")
        people = str(resource("samples/contacts.csv"))
        imported = program.run("contacts", "import", people, "--country", "NL", "--consent", "marketing=shop")
        assert imported.code == 0, imported.err
        files = [resource(f"{FOLDER}/{one.name}.wsjourney") for one in examples()]
        for file in files:
            checked = program.run("journey", "check", str(file))
            assert (checked.code, checked.json) == (0, {"problems": []}), file.name
            published = program.run("journey", "publish", str(file))
            assert (published.code, published.json["version"]) == (0, 1), published.err

        broken = tmp_path / "broken.wsjourney"
        raw = json.loads(files[0].read_text(encoding="utf-8"))
        raw["steps"]["s-hello"]["fields"]["template"]["name"] = "nothing_like_it"
        broken.write_text(json.dumps(raw), encoding="utf-8")
        refused = program.run("journey", "publish", str(broken))
        assert refused.code == 3
        assert {one["where"].partition(".")[0] for one in refused.json["problems"]} == {"s-hello"}
        assert program.run("journey", "check", str(broken)).code == 3

        listed = program.run("journey", "list").json["journeys"]
        assert sorted(one["name"] for one in listed) == sorted(one.title for one in examples())
        assert {(one["state"], one["changed"]) for one in listed} == {("published", False)}
        assert box.stats()["accepted"] == 0, "publishing sends nothing"
