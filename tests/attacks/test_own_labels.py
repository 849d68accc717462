"""*A name that does not belong stops it*, and a word of the product's own does not.

A company may be called as a label of the product is: what the author wrote is searched for it, not
the frame. A name put into a template is found all the same. The cure works as it is printed.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from dossier.build import Project
from dossier.memory import Memory
from dossier.plain.kept_facts import KeptFacts
from dossier.settings import settings_of
from dossier.templates import THEME, Templates
from tests.attacks.publishing import telling, told
from tests.builders import write_site

LABELS = ["Evidence", "Method", "Portfolio", "Projects", "Limits", "Proof", "Source", "Material"]
PASTED = [
    "no",
    "Acme: The Company",
    "Acme",
    "'Quoted' \"Co\"",
    "- Acme",
    "Acme\n::add-mask::pwn",
    "株式会社アクメ",
    "On",
    "1e3",
]


@pytest.mark.parametrize("company", LABELS)
def test_label_of_the_product_is_no_leak(tmp_path: Path, company: str) -> None:
    assert told(tmp_path, telling(company, "Hello")) == []


@pytest.mark.parametrize("company", LABELS)
def test_the_author_may_not_write_it(tmp_path: Path, company: str) -> None:
    found = told(tmp_path, telling(company, f"I want to work at {company}"))
    assert {p.code for p in found} == {"name-private"}


def test_name_in_a_template_is_told_also_when_that_alone_has_changed(tmp_path: Path) -> None:
    name = "fragments/home_body.html"
    page = (THEME / name).read_text()
    kept: dict[str, object] = {}
    for text, codes in (
        (f"{page}<p>Hi</p>", set()),
        (f"{page}<p>For Northwind</p>", {"name-private"}),
    ):
        files = telling("Northwind", "Hello") | {f"overrides/{name}": text}
        settings = replace(write_site(tmp_path, files), templates=Templates(tmp_path / "overrides"))
        project = Project.read(settings)
        project.memory = Memory(facts=KeptFacts(kept))
        assert {p.code for p in project.naming.named} == codes
        assert project.memory.facts
        kept = json.loads(json.dumps(project.memory.facts.now))


@pytest.mark.parametrize("company", PASTED)
def test_cure_works_as_it_is_printed(tmp_path: Path, company: str) -> None:
    settings = write_site(tmp_path, telling(company, f"I want to work at {company}"))
    found = [p for p in Project.read(settings).diagnosis.problems if p.code == "name-private"]
    assert found
    cure = found[0].hint.partition("mkdocs.yml: ")[2]
    assert "\n" not in cure
    options = yaml.safe_load(cure)["extra"]["dossier"]
    allowing = settings_of(
        tmp_path,
        content=settings.content,
        templates=settings.templates,
        directory_urls=True,
        options=options,
    )
    problems = Project.read(allowing).diagnosis.problems
    assert not [p for p in problems if p.code == "name-private"]
