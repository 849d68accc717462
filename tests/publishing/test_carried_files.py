"""What a recipient's page holds is searched for other dossiers as its texts are."""

from pathlib import Path

from dossier.build import Project
from tests.attacks.test_copied_dossier import NOTE, copied
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
