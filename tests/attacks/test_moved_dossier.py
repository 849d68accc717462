"""A dossier that is put away, renamed or broken is read no more, and still told to nobody.

`closed/`, `_old/` and the like are how people tidy up; a home page names the company then.
"""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.model.audience import Audience
from dossier.plain.problems import Severity
from tests.builders import APPLICATION, MINIMAL, write_site
from tests.cli.test_publish import home, refused

GLOBEX = APPLICATION.replace("company: Acme", "company: Globex\naliases: [Globex Motors]").replace(
    "audience: public\n", ""
)
SENTENCE = "They want nobody to hear of the merger before the spring."
PLACES = {
    "applications/closed/globex/index.md": "closed/globex",
    "applications/_old/2025/globex/index.md": "_old/2025/globex",
    "applications/acme/globex/index.md": "acme/globex",
    "applications/Globex/index.md": "Globex",
    "applications/_globex/index.md": "_globex",
    "applications/globex 2/index.md": "globex 2",
    "applications/.globex/index.md": ".globex",
    "applications/globex~/index.md": "globex~",
    "applications/globex/Index.md": "globex/Index.md",
    "applications/globex/README.md": "globex/README.md",
    "applications/globex/index.markdown": "globex/index.markdown",
    "applications/globex/index.md.bak": "globex/index.md.bak",
    "applications/globex/index.txt": "globex/index.txt",
    "applications/globex/index": "globex/index",
    "applications/globex.md": "globex.md",
    "_old/globex/index.md": "_old/globex/index.md",
    "assets/globex/index.md": "assets/globex/index.md",
    "projects/globex.md": "projects/globex.md",
    "stories/old/globex.md": "stories/old/globex.md",
    "Applications/globex/index.md": "Applications/globex/index.md",
}


def files(name: str, text: str | bytes, said: str) -> dict[str, str | bytes]:
    index = MINIMAL.get("content/index.md", "# Home\n")
    return {**MINIMAL, "content/index.md": f"{index}\n{said}\n", f"content/{name}": text}


def stopped(tmp_path: Path, name: str, text: str | bytes, said: str = "I talk with Globex.") -> str:
    """Return what stops a publish of a site that has a file besides, and says something."""
    return told(Project.read(write_site(tmp_path, files(name, text, said))))


def told(project: Project) -> str:
    problems = (*project.publishing_problems, *project.naming_problems)
    return "\n".join(str(problem) for problem in problems if problem.severity is Severity.ERROR)


def test_publish_stops(tmp_path: Path) -> None:
    place = "applications/closed/globex/index.md"
    said = refused(home(tmp_path, files(place, GLOBEX, "I talk with Globex.")))
    assert "the public view names `Globex`, whose dossier `closed/globex` is private" in said
    assert "[name-published]" in said


@pytest.mark.parametrize("place", PLACES)
def test_its_company_is_not_named(tmp_path: Path, place: str) -> None:
    said = stopped(tmp_path, place, GLOBEX)
    assert f"the public view names `Globex`, whose dossier `{PLACES[place]}` is private" in said
    assert "[name-private]" in said


@pytest.mark.parametrize("place", ["applications/closed/globex/index.md", "_old/globex/index.md"])
def test_neither_an_alias_nor_a_private_sentence_goes_out(tmp_path: Path, place: str) -> None:
    text = f"{GLOBEX}\n## Notes\n\n{SENTENCE}\n"
    said = stopped(tmp_path, place, text, f"Globex Motors is hiring. {SENTENCE}")
    assert "the public view names `Globex Motors`" in said
    assert "[text-published]" in said


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("applications/closed/globex/index.md", "---\ncompany: [Globex\nstatus: x\n---\n"),
        ("applications/closed/globex/index.md", "---\ncompany: Globex\nstatus: x\n"),
        ("applications/globex/index.md", "---\ncompany: [\n---\n"),
        ("applications/globex/index.md", "\n---\ncompany: Globex\n---\n"),
        ("applications/globex/index.md", "---\ncompany: {a: b}\n---\n"),
        ("applications/globex/index.md", "---\nroles: []\n---\n"),
        ("applications/globex/index.md", "---\ncompany: Globex\ncompany: Initech\n---\n"),
        ("applications/globex/index.md", "---\ncompany: Acme\nalias: [Globex]\n---\n"),
        ("applications/globex/index.md", "---\ncompany: Acme\naliases: Globex Motors\n---\n"),
        ("applications/globex/index.md", b"---\ncompany: Gl\xff\n---\n"),
    ],
)
def test_nothing_goes_out_while_nobody_can_tell_what_it_names(
    tmp_path: Path, place: str, text: str | bytes
) -> None:
    assert f"content/{place}:" in stopped(tmp_path, place, text, "Nothing.")


@pytest.mark.parametrize(
    "name", ["applications", "applications/globex", "applications/globex/index.md"]
)
def test_nothing_goes_out_while_a_dossier_is_a_link(tmp_path: Path, name: str) -> None:
    settings = write_site(tmp_path / "site", MINIMAL | {"elsewhere/index.md": GLOBEX})
    if name == "applications":
        (settings.content / name).rename(settings.root / name)
    link, elsewhere = settings.content / name, settings.root / "elsewhere"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(elsewhere / "index.md" if name.endswith(".md") else elsewhere)
    assert f"content/{name}:1:1: error: this is a symbolic link" in told(Project.read(settings))


def test_wrong_in_part_it_is_guarded_by_what_can_be_told(tmp_path: Path) -> None:
    text = GLOBEX.replace("strength: direct", "strength: [")
    broken = text.replace("strength: [", "strength: nonsense")
    said = stopped(tmp_path, "applications/globex/index.md", broken)
    assert "the public view names `Globex`, whose dossier `globex` is private" in said


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (
            "applications/acme/posting.md",
            "---\ncompany: Globex\nurl: https://x.example/\n---\n",
        ),
        ("applications/acme/notes.md", "Globex pays well.\n"),
        ("applications/acme/index.md.bak", APPLICATION.replace("audience: public\n", "")),
    ],
)
def test_notes_and_postings_are_no_dossiers(tmp_path: Path, place: str, text: str) -> None:
    assert stopped(tmp_path, place, text) == ""


def test_a_copy_of_an_open_dossier_hides_no_name_that_all_may_read(tmp_path: Path) -> None:
    opened = APPLICATION.replace("company: Acme", "company: Acme\naudience: public")
    more = {"content/applications/acme/index.md": opened}
    place = "content/applications/closed/acme/index.md"
    read = MINIMAL | files(place.removeprefix("content/"), APPLICATION, "I talk with Acme.") | more
    assert told(Project.read(write_site(tmp_path, read))) == ""


def test_the_author_is_told_where_it_stands(tmp_path: Path) -> None:
    place = "applications/closed/globex/index.md"
    project = Project.read(write_site(tmp_path, files(place, GLOBEX, "Nothing.")))
    (problem,) = project.view(Audience.PRIVATE).diagnosis.problems
    assert (problem.code, problem.where.file) == ("file-unplaced", f"content/{place}")
    assert "a dossier stands here, where none is read" in problem.message
    assert not project.view(Audience.SHARED).diagnosis.problems


@pytest.mark.parametrize("place", ["applications/closed/globex/index.md", "_old/globex/index.md"])
def test_what_its_recipients_read_may_be_told_to_others(tmp_path: Path, place: str) -> None:
    """Many get the same pitch."""
    project = Project.read(write_site(tmp_path, files(place, GLOBEX, "Nothing.")))
    assert not project.crossing_problems(["acme"])
    assert told(project) == ""
