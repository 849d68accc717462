"""JSON Resume."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from dossier.importing.draft import Draft
from dossier.importing.json_resume import read_json_resume
from tests.builders import REPOSITORY

CASES = sorted((REPOSITORY / "tests/cases/importing/json_resume").glob("*.json"))


def read(raw: dict[str, object]) -> Draft:
    draft = read_json_resume(raw)
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_sample_of_the_schema_keeps_every_word(path: Path) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    draft = read(raw)
    assert draft.profile["name"] == raw["basics"]["name"]
    assert len(draft.profile["work"]) == len(raw["work"])
    assert len(draft.profile["education"]) == len(raw["education"])
    assert len(draft.projects) == len(raw.get("projects", ()))
    employers = [job["employer"] for job in draft.profile["work"]]
    assert employers == [job["name"] for job in raw["work"]]


def test_address_and_postal_code_are_no_place_that_is_told() -> None:
    location = {"address": "1 Road", "postalCode": "10115", "city": "Berlin", "countryCode": "DE"}
    draft = read({"basics": {"name": "Ada", "location": location}})
    assert draft.profile["location"] == "Berlin, DE"
    assert "1 Road" in draft.parts[0].text


def test_no_link_is_made_of_a_name_alone() -> None:
    draft = read({"basics": {"name": "Ada", "profiles": [{"network": "X", "username": "ada"}]}})
    assert "links" not in draft.profile


def test_parts_of_another_shape_are_kept() -> None:
    draft = read({"basics": "Ada", "work": "all my life", "projects": ["loom", {"line": "x"}]})
    assert draft.profile["name"] == "Your name"
    assert "all my life" in "".join(part.text for part in draft.parts)
