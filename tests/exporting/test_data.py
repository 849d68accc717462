"""A library as data: for its audience alone, and the same library when it is read again."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from dossier.exporting.data import data_of, spell_data
from dossier.importing.data_files import files_of_data, read_data
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from tests.builders import MINIMAL, REPOSITORY, tree_of, write_site
from tests.canaries import RICH, leaks
from tests.views import view

SHIPPED = {
    f"content/{path.relative_to(REPOSITORY / 'content').as_posix()}": path.read_text("utf-8")
    for path in sorted((REPOSITORY / "content").rglob("*"))
    if path.suffix in (".md", ".yml")
}
DOSSIER = "content/applications/acme/index.md"
ODD = MINIMAL | {
    DOSSIER: MINIMAL[DOSSIER].replace("## Notes", "%% mine %%\n\n<!-- mine -->\n\n## Notes"),
    "content/applications/acme/posting.md": "We ask for much.\n",
    "content/evidence/odd.yml": (
        "audience: public\nevidence:\n"
        "  - {id: a, claim: A, kind: code, check: statement, metrics: "
        "[{id: m, name: m, value: 0.10}, {id: n, name: n, value: [2, 3.50]}]}\n"
        "  - {id: b, claim: B, kind: code, check: statement, audience: private, project: qortex}\n"
    ),
    "content/guardrails.yml": "- {pattern: production scale, why: It ran on one machine}\n",
    "content/stories/night.md": "---\ntitle: Night\n---\n\nIt broke.\n",
    "content/writing/a.md": "---\naudience: public\ntags: [x]\n---\n\n# A\n",
}
SITES: Mapping[str, Mapping[str, str]] = {"odd": ODD, "shipped": SHIPPED}


def library(files: Mapping[str, str], audience: Audience = Audience.PRIVATE) -> Library:
    return assemble(tree_of(files), audience)[0]


def read_again(seen: Library) -> dict[str, str]:
    files = files_of_data(read_data(spell_data(data_of(seen)).encode()))
    return {f"content/{name}": text for name, text in files.items()}


@pytest.mark.parametrize("name", SITES)
def test_what_is_imported_is_the_same_library(name: str) -> None:
    before = library(SITES[name])
    after = library(read_again(before))
    assert data_of(after) == data_of(before)
    assert {e.id: e.record for e in after.records.values()} == {
        e.id: e.record for e in before.records.values()
    }
    for entry_id, entry in before.applications.items():
        again = after.applications[entry_id]
        assert again.application == entry.application
        told = [[(s.name, s.audience, s.text) for s in e.sections] for e in (entry, again)]
        assert told[0] == told[1]
    assert (after.texts, after.unread) == (before.texts, frozenset())


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
@pytest.mark.parametrize("name", SITES)
def test_what_others_may_see_is_read_again_as_such(name: str, audience: Audience) -> None:
    before = library(SITES[name], audience)
    again = data_of(library(read_again(before), audience))
    # What recipients see says nothing of whom it is open to.
    assert again["profile"] == data_of(before)["profile"]
    assert again["evidence"] == data_of(before)["evidence"]
    assert again["projects"] == data_of(before)["projects"]


def test_the_public_are_told_nothing_private(tmp_path: Path) -> None:
    seen = view(write_site(tmp_path, RICH, audience=Audience.PUBLIC))
    text = spell_data(data_of(seen.library))
    assert leaks({"data.json": text.encode()}) == []
    assert "wombatowlscope" in text


@pytest.mark.parametrize("name", SITES)
def test_data_is_as_its_schema_says(name: str) -> None:
    schema = json.loads((REPOSITORY / "docs/schemas/data.json").read_text(encoding="utf-8"))
    for audience in (Audience.PRIVATE, Audience.SHARED, Audience.PUBLIC):
        data = json.loads(spell_data(data_of(library(SITES[name], audience))))
        told = [
            f"{list(error.absolute_path)}: {error.message[:200]}"
            for error in Draft202012Validator(schema).iter_errors(data)
        ]
        assert told == [], audience


def test_a_library_without_a_profile_has_none() -> None:
    assert "profile" not in data_of(Library(Audience.PUBLIC))
    assert "profile" in data_of(library(MINIMAL))


def test_digits_stay_as_they_were_typed() -> None:
    text = spell_data(data_of(library(ODD)))
    assert '"value": 0.10\n' in text
    assert "3.50\n" in text
