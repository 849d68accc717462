"""Every hint is a cure that was tried: what it says to write is no problem any more."""

import json
import re
from typing import Any

import pytest

from dossier.load.hints import no_number, unknown_key, unknown_word
from dossier.load.validate import validate
from dossier.model.document import Document
from dossier.model.evidence import Record
from dossier.model.field_guide import field_notes, notes_below
from dossier.model.neighbours import NOTHING, Neighbour, neighbours
from dossier.model.schemas import KINDS
from dossier.plain.problems import Problem
from dossier.plain.yaml import construct
from tests.each import each

NOTES = {note.path: note for note in field_notes()}


def value(example: str) -> Any:  # noqa: ANN401 - any field's
    return construct(f"x: {example}", "file.yml")[0]["x"]


def needed(path: str) -> dict[str, Any]:
    """Return what an entry cannot be without."""
    # Of a study it is one of three.
    study = {"institution": "University of Leeds"} if path == "profile.education" else {}
    notes = (note for note in notes_below(path) if note.default == "needed")
    return {note.key: value(note.example) for note in notes} | study


def problems(path: str, entry: dict[str, Any]) -> list[Problem]:
    """Return what is wrong in a file that holds the entry at a path."""
    steps = path.split(".")
    while len(steps) > 1:
        key = steps.pop()
        is_list = NOTES[".".join((*steps, key))].example.startswith("[")
        entry = needed(".".join(steps)) | {key: [entry] if is_list else entry}
    model, base = KINDS[steps[0]], ()
    if steps[0] == "evidence":
        (record,) = entry["evidence"]
        return validate(Record, record, document({"evidence": [record]}), ("evidence", 0))[1]
    return validate(model, entry, document(entry), base)[1]


def document(raw: object) -> Document:
    text = json.dumps(raw, ensure_ascii=False, default=float)
    return Document("file.yml", text, yaml=text)


def hints(path: str, entry: dict[str, Any]) -> list[str]:
    return [found.hint for found in problems(path, entry)]


KEYS = [line for line in neighbours() if not line.is_value]
WORDS = [line for line in neighbours() if line.is_value]


def test_a_field_of_others_is_told_and_cured_by_its_name_here() -> None:
    each(KEYS, field_is_cured)


def field_is_cured(line: Neighbour) -> None:
    entry = needed(line.path)
    entry.pop(line.meant, None)
    if line.meant == NOTHING:
        assert hints(line.path, entry | {line.word: "x"}) == ["no page shows it: leave it out"]
        assert hints(line.path, entry) == []
        return
    said = value(NOTES[f"{line.path}.{line.meant}"].example)
    told = [p for p in problems(line.path, entry | {line.word: said}) if p.code == "field-unknown"]
    assert [f"`{line.meant}" in problem.hint for problem in told] == [True]
    shown = re.search(r"`(\w+): (.+)`", told[0].hint)
    cure = {shown[1]: value(shown[2])} if shown else {line.meant: said}
    assert hints(line.path, entry | cure) == []


def test_a_word_of_others_is_told_and_cured_by_the_word_here() -> None:
    each(WORDS, word_is_cured)


def word_is_cured(line: Neighbour) -> None:
    path, _, key = line.path.rpartition(".")
    assert hints(path, needed(path) | {key: line.word.title()}) == [f"write `{line.meant}`"]
    assert hints(path, needed(path) | {key: value(line.meant)}) == []


@pytest.mark.parametrize(
    ("path", "key", "typed", "cure"),
    [
        ("evidence.evidence.metrics", "value", "1,000", "1000"),
        ("evidence.evidence.metrics", "value", "95 min", "95"),
        ("application.roles", "fit", "3,5", "3.5"),
        ("application", "tier", "1,000", "1000"),
    ],
)
def test_a_number_with_a_comma_or_a_unit_is_cured_by_its_digits(
    path: str, key: str, typed: str, cure: str
) -> None:
    (hint,) = hints(path, needed(path) | {key: typed})
    assert f"write `{cure}`" in hint
    assert hints(path, needed(path) | {key: value(cure)}) == []


def test_what_nobody_knows_is_told_with_all_there_is() -> None:
    assert unknown_key("project.links", "qqq", ["url", "label"]) == (
        "known are: label, url; `dossier help project.links` tells of each"
    )
    assert unknown_word("project.status", 7, ["active"]) == ""
    assert unknown_word("application.roles.posting.live", given=True, words=()) == "write `true`"
    assert no_number("high") == no_number(3) == ""
