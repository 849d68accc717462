"""The tables of words: each leads somewhere, and none to two places."""

from dossier.importing import fields
from dossier.model.application import Application, GapSeverity, Priority, Role, Strength
from dossier.model.base import shape
from dossier.prose.headings import ALIASES


def test_sections_are_those_of_a_dossier() -> None:
    assert set(fields.SECTIONS.values()) == set(ALIASES)


def test_names_are_in_lower_case() -> None:
    tables = (fields.SECTIONS, fields.RESUME, fields.LABELS, *fields.COLUMNS.values())
    names = [name for table in (*tables, fields.STRENGTHS, fields.SEVERITIES) for name in table]
    assert [name for name in names if name != name.casefold().strip()] == []


def test_labels_lead_to_fields_or_to_some_that_may_come() -> None:
    to_come = {"role.seniority", "role.mode", "event.applied", "contact"}
    for target in set(fields.LABELS.values()) - to_come:
        first, *rest = target.split(".")
        model = Role if first == "role" else Application
        name = rest[0] if first == "role" else first
        assert name in shape(model), target


def test_words_of_values_are_values() -> None:
    assert set(fields.STRENGTHS.values()) == set(Strength)
    assert set(fields.SEVERITIES.values()) == set(GapSeverity)
    assert set(fields.PRIORITIES.values()) == set(Priority)


def test_medium_is_no_severity() -> None:
    assert "medium" not in fields.SEVERITIES
