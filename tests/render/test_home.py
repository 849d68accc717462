"""Home: what it is called, what it tells, and the author's text within."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.render.labels import CHECKS
from tests.builders import MINIMAL, PROFILE
from tests.render.fixtures import (
    HOME,
    draw,
    evidence,
    headings,
    home,
    metric,
    project,
    record,
    section,
)


def site_of(headlines: Mapping[str, list[tuple[str, str]]]) -> dict[str, str]:
    """Write projects with headline metrics: of each the kind of its record and its name."""
    files = dict.fromkeys(("content/projects/qortex.md", "content/evidence/qortex.yml"), "")
    for name, metrics in headlines.items():
        records = [
            record(f"r{n}", kind=kind, metrics=[metric("m", n, name=label)])
            for n, (kind, label) in enumerate(metrics)
        ]
        lines = [f"{name}/r{n}#m" for n in range(len(metrics))]
        files[f"content/evidence/{name}.yml"] = evidence(*records, project=name)
        files[f"content/projects/{name}.md"] = project(title=name, headline=lines)
    return files


def test_name_stands_for_a_missing_headline(tmp_path: Path) -> None:
    assert home(tmp_path, {"content/profile.yml": "name: Ada\n"}).one("h1").text == "Ada"


def test_home_without_a_profile_has_no_head(tmp_path: Path) -> None:
    drawn = draw(tmp_path, {"content/profile.yml": "headline: no name\n"})
    page = drawn.tree(HOME)
    assert not page.has("header")
    assert headings(page) == ["Projects", "How to read the proof"]
    assert drawn.page(HOME).title == "Ada Example"  # the page's own


@pytest.mark.parametrize(
    ("page", "profile", "title", "description"),
    [
        ("---\ntitle: T\ndescription: D\n---\n", PROFILE, "T", "D"),
        ("", PROFILE, "Ada Example", "I measure what I build"),
        ("", "name: Ada\nheadline: 'By [](evidence:qortex/gain#precision)'\n", "Ada", "By +22%"),
        ("", "", "Portfolio", ""),
    ],
)
def test_title_and_description_fall_back(
    page: str, profile: str, title: str, description: str, tmp_path: Path
) -> None:
    drawn = draw(tmp_path, {"content/index.md": page, "content/profile.yml": profile})
    found = drawn.page(HOME)
    assert (found.title, found.description) == (title, description)


def test_headlines_are_measured_before_counted_two_a_project_four_in_all(tmp_path: Path) -> None:
    files = site_of(
        {
            "aaa": [("code", "a1"), ("benchmark", "a2"), ("benchmark", "a3")],
            "bbb": [("benchmark", "b1"), ("production", "b2")],
            "ccc": [("benchmark", "c1"), ("benchmark", "c2")],
        }
    )
    page = home(tmp_path, files)
    labels = [node.text for node in page.one("ul.ev-metrics").all("span.ev-metric__l")]
    # First each project's first, in the order of the cards, then the second ones.
    assert labels == ["b1", "c1", "a2", "c2"]


def test_a_record_gives_the_home_page_one_metric(tmp_path: Path) -> None:
    both = record("r0", metrics=[metric("m", 1, name="first"), metric("n", 2, name="second")])
    files = site_of({"aaa": [("benchmark", "other")], "qortex": [("benchmark", "first")]})
    files["content/evidence/qortex.yml"] = evidence(both, project="qortex")
    files["content/projects/qortex.md"] = project(headline=["qortex/r0#m", "qortex/r0#n"])
    labels = [node.text for node in home(tmp_path, files).all("span.ev-metric__l")]
    assert labels == ["other", "first"]


def test_home_leads_to_all_evidence(tmp_path: Path) -> None:
    assert home(tmp_path).links()["all evidence"] == "evidence/"


def test_home_explains_the_ways_to_check_that_records_have(tmp_path: Path) -> None:
    found = section(home(tmp_path), "How to read the proof").facts
    assert [term for term, _ in found] == [CHECKS["rerun"]]
    said = record("said", check="statement"), record("read", check="inspect")
    files = {"content/evidence/qortex.yml": evidence(*said)}
    found = section(home(tmp_path, files), "How to read the proof").facts
    assert [term for term, _ in found] == [CHECKS["inspect"], CHECKS["statement"]]


def test_empty_site_shows_no_empty_lists(tmp_path: Path) -> None:
    page = home(tmp_path, dict.fromkeys(MINIMAL, ""), audience=Audience.PUBLIC)
    assert headings(page) == []
    assert not page.has("ul")


def test_own_headings_leave_ours_their_place(tmp_path: Path) -> None:
    body = "---\ntitle: T\n---\n\n## Projects\n\n## Background\n\n## Mine {#reading}\n"
    page = home(tmp_path, {"content/index.md": body})
    assert len(page.ids) == len(set(page.ids))
    assert {"projects", "projects-2", "background", "background-2", "reading"} <= set(page.ids)
