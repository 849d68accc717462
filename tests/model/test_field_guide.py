"""The guide to the fields: each is described, and each example is one that the models take."""

from collections.abc import Iterator
from typing import Any

import pytest

from dossier.model.base import Entry, shape
from dossier.model.evidence import Record
from dossier.model.field_guide import (
    FILES,
    field_notes,
    file_of,
    find_notes,
    notes_below,
)
from dossier.model.profile import Profile
from dossier.model.schemas import KINDS
from dossier.plain.yaml import construct


def keys(path: str, model: type[Entry]) -> Iterator[str]:
    for key, field in shape(model).items():
        yield f"{path}.{key}"
        if field.model:
            yield from keys(f"{path}.{key}", field.model)


def test_every_field_that_people_type_is_told_once() -> None:
    told = [note.path for note in field_notes()]
    assert sorted(told) == sorted(key for kind in KINDS for key in keys(kind, KINDS[kind]))
    assert set(FILES) == set(KINDS)


def test_every_field_says_what_it_is_for_in_a_sentence_and_shows_it() -> None:
    for note in field_notes():
        assert note.purpose[:1].isupper() or note.purpose.startswith("`"), note.path
        assert note.purpose.endswith("."), note.path
        assert note.example, note.path
        assert "Example" not in note.purpose, note.path


def made_of(path: str) -> dict[str, Any]:
    """Return the raw value of what has fields, each with its example."""
    text = "\n".join(f"{note.key}: {note.example}" for note in notes_below(path))
    raw, problems = construct(text, "file.yml")
    assert problems == [], path
    assert isinstance(raw, dict)
    return raw


HELD = {**KINDS, **{note.path: note.model for note in field_notes() if note.model}}


@pytest.mark.parametrize("path", HELD)
def test_the_examples_of_an_entry_make_an_entry(path: str) -> None:
    model, raw = HELD[path], made_of(path)
    if model is Record:
        del raw["valid_until"]  # It excludes `review_every`.
    model.model_validate(raw)


def test_who_sees_a_field_is_said_as_the_models_do() -> None:
    def seen(path: str) -> str:
        return find_notes(path)[0].seen_by

    assert seen("application.contacts.name") == "you"
    assert seen("application.roles.fit") == "you"
    assert seen("application.roles.title") == "recipients"
    assert seen("profile.name") == seen("profile.links.url") == "everyone"
    own = "recipients, or as its `audience` says"
    assert seen("profile.skills") == seen("profile.work.highlights") == own
    assert seen("project.title") == seen("evidence.evidence.source.url") == "as its `audience` says"


def test_defaults_and_words_are_those_of_the_model() -> None:
    status = find_notes("application.status")[0]
    assert (status.default, status.words[0]) == ("drafting", "saved")
    assert find_notes("profile.name")[0].default == "needed"
    assert find_notes("application.roles.posting.live")[0].words == ("true", "false", "unknown")


def test_a_field_is_found_by_the_end_of_its_path() -> None:
    assert [note.path for note in find_notes("events.what")] == ["application.events.what"]
    assert len(find_notes("title")) > 4
    assert find_notes("vents.what") == ()


def test_a_record_is_read_from_a_file_of_evidence() -> None:
    assert (file_of(Profile), file_of(Record)) == ("profile", "evidence")
