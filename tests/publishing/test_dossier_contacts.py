"""The people of one dossier in what others read."""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.plain.problems import Problem, Severity
from tests.attacks.publishing import HOME
from tests.attacks.test_copied_dossier import COPY, THEIRS, copied
from tests.builders import MINIMAL, write_site

JANE = "contacts: [{name: Jane Halvorsen, channel: jane@zephyr.example}]"


def knowing(files: dict[str, str], contact: str = JANE, file: str = THEIRS) -> dict[str, str]:
    return files | {file: files[file].replace("---\n", f"---\n{contact}\n", 1)}


def told(root: Path, files: dict[str, str]) -> list[Problem]:
    found = Project.read(write_site(root, files)).diagnosis.problems
    return [p for p in found if "a contact of `zephyr`" in p.message]


def met(root: Path, said: str, contact: str = JANE) -> list[Problem]:
    return told(root, knowing(copied(said), contact))


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Dear Jane Halvorsen,", "Jane Halvorsen"),
        ("Dear **Jane**\nHalvorsen,", "Jane"),
        ("Write to [her](mailto:Jane%40zephyr.example).", "jane@zephyr.example"),
    ],
)
def test_a_copied_letter_greets_no_one_of_another_dossier(
    tmp_path: Path, said: str, place: str
) -> None:
    found = met(tmp_path, said)
    assert [(p.code, p.severity) for p in found] == [("other-dossier", Severity.ERROR)]
    assert place in found[0].message
    assert "a contact of `zephyr` alone" in found[0].message
    assert "`dossier: allow other-dossier: …`" in found[0].hint


@pytest.mark.parametrize(
    ("said", "contact"),
    [
        ("Dear hiring team,", "contacts: [{name: Hiring Team}]"),
        ("Dear Jane,", "contacts: [{name: Jane}]"),
        ("Dear Jane Halvorsensdottir,", JANE),
        ("I build.", JANE),
        ("I will hunt for it.", "contacts: [{name: Will Hunt}]"),
    ],
)
def test_what_tells_no_person_is_not_told(tmp_path: Path, said: str, contact: str) -> None:
    assert met(tmp_path, said, contact) == []


def test_who_is_known_in_both_may_be_greeted_in_both(tmp_path: Path) -> None:
    files = knowing(knowing(copied("Dear Jane Halvorsen,")), JANE, COPY)
    assert told(tmp_path, files) == []


def test_what_anyone_reads_of_them_is_told(tmp_path: Path) -> None:
    said = "Jane Halvorsen taught me. Ask jane@zephyr.example."
    files = knowing(copied("I build.")) | {HOME: f"{MINIMAL[HOME]}\n{said}\n"}
    of_her = sorted((p.code, p.severity) for p in told(tmp_path, files))
    assert of_her == [
        ("name-similar", Severity.WARNING),
        ("text-published", Severity.ERROR),
    ]


@pytest.mark.parametrize("name", ["Will Hunt", "Hiring Team"])
def test_a_name_of_everyday_words_stops_nothing(tmp_path: Path, name: str) -> None:
    found = met(tmp_path, f"Dear {name},", f"contacts: [{{name: {name}}}]")
    assert [(p.code, p.severity) for p in found] == [("name-similar", Severity.WARNING)]
