"""What a recipient's page holds is searched for other dossiers as its texts are."""

from pathlib import Path

from dossier.build import Project
from dossier.plain.problems import Severity
from tests.attacks.test_copied_dossier import COPY, NOTE, copied
from tests.attacks.test_private_entries import CLOSED, SAID
from tests.builders import write_site

NAME = "Zephyrworks Robotics"


def drawing(text: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg"><text>{text}</text></svg>'.encode()


def told(root: Path, text: str, letter: str = "![A plan](../../assets/plan.svg)") -> list[str]:
    root.mkdir()
    settings = write_site(root, copied(letter) | {"content/assets/plan.svg": drawing(text)})
    project = Project.read(settings)
    assert [p for p in project.crossing_problems({"zephyr"}) if "plan.svg" in p.where.file] == []
    found = project.crossing_problems({"tenzor"})
    return [f"{p.where.file} {p.message}" for p in found if p.code == "other-dossier"]


def test_files_that_recipients_are_sent_tell_of_no_other_dossier(tmp_path: Path) -> None:
    place = "content/assets/plan.svg recipients would read"
    named = told(tmp_path / "a", f"A plan for {NAME}")
    assert named == [f"{place} `{NAME}`, whose dossier `zephyr` is private"]
    noted = told(tmp_path / "b", NOTE)
    assert noted == [f"{place} what stands privately in the dossier `zephyr`"]
    assert told(tmp_path / "c", "A plan for Tenzor") == []
    assert told(tmp_path / "d", f"A plan for {NAME}", "It is not sent.") == []


def test_what_may_be_a_name_is_told_as_in_texts(tmp_path: Path) -> None:
    """A warning, where a text would have one: the first word of a name, a word in lower case."""
    for name, company, text in (
        ("a", NAME, "A plan for Zephyrworks"),
        ("b", "Quokka", "A plan of a quokka"),
    ):
        files = copied("![A plan](../../assets/plan.svg)", company)
        files[COPY] += f"\n## Why\n\n{text}\n"
        root = tmp_path / name
        settings = write_site(root, files | {"content/assets/plan.svg": drawing(text)})
        found = Project.read(settings).crossing_problems({"tenzor"})
        assert {(p.where.file, p.code, p.severity) for p in found} == {
            (COPY, "name-similar", Severity.WARNING),
            ("content/assets/plan.svg", "name-similar", Severity.WARNING),
        }


def test_what_stands_privately_in_any_file_is_found(tmp_path: Path) -> None:
    files = copied("![A plan](../../assets/plan.svg)") | CLOSED["page"]
    settings = write_site(tmp_path, files | {"content/assets/plan.svg": drawing(SAID)})
    found = Project.read(settings).crossing_problems({"tenzor"})
    assert [(p.where.file, p.code, p.severity) for p in found] == [
        ("content/assets/plan.svg", "text-published", Severity.WARNING)
    ]
    assert found[0].hint == "make the file anew without it, or take it out of what recipients read"
