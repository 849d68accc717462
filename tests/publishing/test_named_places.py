"""Where a private name stands in what the public may see: in a text, in a file's name."""

from pathlib import Path

import pytest

from dossier.build import Project
from dossier.model.audience import Audience
from dossier.publishing.named_places import find_names
from tests.attacks.publishing import telling
from tests.builders import MINIMAL, write_site

ABOUT = "content/acme.md"
TEXT = "---\ntitle: About\naudience: public\n---\n\nI write\nto Acme.\n"


def test_each_place_is_told_once_and_an_open_dossier_s_is_none(tmp_path: Path) -> None:
    dossier = MINIMAL["content/applications/acme/index.md"]
    opened = dossier.replace("company: Acme", "audience: public\ncompany: Acme")
    for text, codes in ((dossier, {"name-private"}), (opened, set())):
        files = MINIMAL | {ABOUT: TEXT, "content/applications/acme/index.md": text}
        project = Project.read(write_site(tmp_path, files))
        public = project.view(Audience.PUBLIC)
        pages, assets = public.files.pages, {"assets/acme.svg": b"<svg/>"}
        found = list(find_names(project.naming.names, public.library, pages, assets))
        assert {problem.code for problem in found} == codes
        places = [str(problem.where) for problem in found]
        spoken = find_names(project.naming.names, public.library, (), {}, ["Ada, once at Acme"])
        assert [p.where.file for p in spoken if p.where.file != ABOUT] == ["mkdocs.yml"] * len(
            codes
        )
        expected = [f"{ABOUT}:7:4", "content/assets/acme.svg:1:1"] if codes else []
        assert places == expected


@pytest.mark.parametrize(
    "text",
    [
        "At North<b>win</b>d",
        "At &#78;orthwind",
        "<span data-x='North&#119;ind'>x</span>",
        "At North**win**d",
        "![Northwind](a.png)",
    ],
)
def test_a_name_is_found_in_whatever_form_a_page_shows_it(tmp_path: Path, text: str) -> None:
    files = telling("Northwind", text)
    project = Project.read(write_site(tmp_path, files))
    public = project.view(Audience.PUBLIC).library
    assert [p.code for p in find_names(project.naming.names, public, (), {})] == ["name-private"]


@pytest.mark.parametrize("before", [0, 42, 43, 44, 45, 46, 150])
def test_a_name_is_told_at_its_line_wherever_that_is_in_a_file(tmp_path: Path, before: int) -> None:
    dossier = MINIMAL["content/applications/acme/index.md"].replace("Acme", "Northwind")
    text = TEXT.replace(
        "I write\nto Acme.\n", "\n" * before + "I write to North\nwind.\n" + "\n" * 90
    )
    files = MINIMAL | {ABOUT: text, "content/applications/acme/index.md": dossier}
    project = Project.read(write_site(tmp_path, files))
    public = project.view(Audience.PUBLIC).library
    found = [str(p.where) for p in find_names(project.naming.names, public, (), {})]
    assert found == [f"{ABOUT}:{before + 6}:12"]


def test_the_name_of_a_page_or_project_is_its_address(tmp_path: Path) -> None:
    page = "content/acme/index.md"
    project = "content/projects/acme.md"
    files = MINIMAL | {
        page: "---\ntitle: About\naudience: public\n---\n\nHi.\n",
        project: "---\ntitle: Work\naudience: public\n---\n\nHi.\n",
    }
    read = Project.read(write_site(tmp_path, files))
    public = read.view(Audience.PUBLIC).library
    found = find_names(read.naming.names, public, (), {})
    assert [p.where.file for p in found] == [project, page]
