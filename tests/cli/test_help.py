"""`dossier help`: what a field is for, wherever one stands."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.model.field_guide import FILES, field_notes
from dossier.model.field_page import field_page
from dossier.model.section_guide import SECTIONS, SectionNote
from tests.each import each


def told(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["help", *arguments])


def test_a_field_is_told_with_example_readers_and_default() -> None:
    done = told("application.events.note")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "application.events.note: What you want to remember of it.",
        "  example  note: Through their site",
        "  seen by  you",
        "  default  none",
    ]


def test_what_holds_fields_lists_them_and_words_are_told() -> None:
    assert "  what: What it was" in told("events").stdout
    assert "  one of   direct, strong, moderate, weak, none" in told("strength").stdout
    assert told("profile").stdout.startswith("profile: content/profile.yml\n  name: ")


def test_words_of_a_scale_are_explained() -> None:
    lines = told("application.proof_points.strength").stdout.splitlines()
    assert "           moderate: related, with a stated limit; counts half" in lines


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_every_section_can_be_asked_for_by_each_of_its_names(section: SectionNote) -> None:
    first = f"{section.heading}, a section of a dossier: {section.purpose}\n"
    for name in (section.name, section.heading, *section.aliases):
        assert told(name).stdout.startswith(first), name


def test_one_is_told_as_many_are() -> None:
    for one, many in (("certificate", "certificates"), ("study", ""), ("events", "event")):
        assert told(one).stdout == (told(many).stdout if many else ""), one


def test_a_name_that_several_have_is_told_of_each() -> None:
    paths = [line.partition(":")[0] for line in told("url").stdout.splitlines()]
    assert {"profile.links.url", "application.roles.url"} < set(paths)


def test_every_field_can_be_asked_for() -> None:
    each((note.path for note in field_notes()), can_be_asked_for)


def can_be_asked_for(path: str) -> None:
    assert told(path).stdout.startswith(f"{path}: ")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("evnts", "did you mean `events`?"),
        ("application.evnts.what", "did you mean `application.events.what`?"),
        ("verify", "`dossier verify --help` tells of that command"),
        ("qqqqqqq", "`dossier help` lists the files"),
    ],
)
def test_a_name_that_none_has_is_told_with_the_nearest(name: str, hint: str) -> None:
    done = told(name)
    assert done.exit_code == 2
    assert done.stderr == f"dossier: there is no field or section `{name}`\n  hint: {hint}\n"


def test_without_a_name_the_files_are_listed() -> None:
    assert all(f"{kind:<12} {where}\n" in told().stdout for kind, where in FILES.items())


def test_all_fields_are_written(tmp_path: Path) -> None:
    file = tmp_path / "fields.md"
    done = told("--write", str(file))
    assert done.stdout == f"{len(field_notes())} fields are in {file}.\n"
    assert file.read_text(encoding="utf-8") == field_page()


def test_a_word_that_is_a_command_too_says_so() -> None:
    lines = told("fit").stdout.splitlines()
    assert lines[0].startswith("application.roles.fit: ")
    assert lines[-1] == "`dossier fit --help` tells of that command."
    assert "--help" not in told("events").stdout
