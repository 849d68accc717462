"""What a posting says of applying."""

import pytest

from dossier.importing.posting_facts import place_alone, proposed_lines
from dossier.plain.yaml import construct


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (
            "Write to Ingrid Moen, jobb@kulde.example, phone +47 73 00 00 00.",
            {"name": "Ingrid Moen", "channel": "jobb@kulde.example"},
        ),
        (
            "Fragen beantwortet Ihnen Jens Petersen unter j@nord.example.",
            {"name": "Jens Petersen", "channel": "j@nord.example"},
        ),
        (
            "Ansprechpartnerin: Frau Petra Lindner, Tel. 03641 123456",
            {"name": "Petra Lindner", "channel": "03641 123456"},
        ),
        (
            "Mail to jobs@kulde.example",
            {"name": "Who reads applications", "channel": "jobs@kulde.example"},
        ),
    ],
)
def test_contact_and_deadline_are_lines_of_yaml_with_the_words_behind_them(
    text: str, contact: dict[str, str]
) -> None:
    lines = list(proposed_lines(f"Apply by 15 December 2026.\n{text}"))
    values, problems = construct("\n".join(lines), "")
    assert problems == []
    assert values["next"] == {"do": "Send the application", "due": "2026-12-15"}
    assert values["contacts"] == [contact]
    assert lines[0].endswith("# the posting: Apply by 15 December 2026")
    assert lines[1].endswith(contact["channel"])


def test_posting_that_says_neither_proposes_nothing() -> None:
    assert list(proposed_lines("We sell tea.")) == []


def test_place_stands_alone() -> None:
    for line, place in {
        "Trondheim and surroundings   |   Full-time, permanent   |   Ref. 7": "Trondheim and"
        " surroundings",
        "Kiel – Teilzeit (25 Stunden)": "Kiel",
        "Leeds, full-time": "Leeds",
        "Lyon, France": "Lyon, France",
        "Frankfurt (Oder)": "Frankfurt (Oder)",
    }.items():
        assert place_alone(line) == place
