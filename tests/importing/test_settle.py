"""What an input becomes beside a profile and projects that are there."""

from pathlib import Path

from dossier.importing.draft import Draft, ProjectDraft
from dossier.importing.settle import settle


def nothing(_: str) -> bool:
    return False


def draft() -> Draft:
    made = Draft("résumé", "Ada Loom a mill", id="cv", profile={"name": "Ada"})
    made.projects["loom"] = ProjectDraft({"title": "Loom"}, "a mill")
    return made


def test_profile_and_project_that_are_there_stay(tmp_path: Path) -> None:
    (tmp_path / "projects").mkdir()
    for name in ("profile.yml", "projects/loom.md"):
        (tmp_path / name).write_text("mine\n", encoding="utf-8")
    made = draft()
    settle(made, tmp_path, nothing)
    assert (made.profile, made.projects) == ({}, {})
    assert [part.title for part in made.parts] == [
        "For content/profile.yml",
        "For content/projects/loom.md",
    ]
    assert made.parts[0].text == "```yaml\nname: Ada\n```"
    assert len(made.remarks) == 2
    assert (made.account().lost, made.account().invented) == ((), ())


def test_what_is_not_there_or_says_the_same_is_left(tmp_path: Path) -> None:
    (tmp_path / "profile.yml").write_text("name: Ada\n", encoding="utf-8")
    made = draft()
    settle(made, tmp_path, nothing)
    assert made.parts == []
    assert made.profile == {"name": "Ada"}
