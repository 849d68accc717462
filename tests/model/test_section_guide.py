"""The sections of a dossier, as they are told."""

from dossier.model.section_guide import SECTIONS, find_section


def test_no_heading_names_two_sections() -> None:
    names = [name for section in SECTIONS for name in (section.name, *section.aliases)]
    assert sorted(names) == sorted(set(names))
    assert all(name == name.casefold() for name in names)


def test_section_is_found_by_each_heading() -> None:
    found = {name: find_section(name) for name in ("Why this role", "## Pitch", "nothing")}
    assert {name: note and note.name for name, note in found.items()} == {
        "Why this role": "why",
        "## Pitch": "pitch",
        "nothing": None,
    }
