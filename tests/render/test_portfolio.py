"""Home, projects, evidence: the person as far as readers may know, figures with their records."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.render.labels import CHECKS
from dossier.render.page import AuthorPage, Page
from dossier.render.portfolio import NO_SKILL, resume_address
from tests.builders import MINIMAL, PROFILE
from tests.html import Node
from tests.render.fixtures import (
    EVIDENCE,
    HOME,
    QORTEX,
    Drawn,
    draw,
    evidence,
    free_page,
    metric,
    project,
    record,
    renderer,
)

PROJECTS = "projects/index.md"
FULL = """\
name: Ada
headline: I measure [it](project:qortex)
links: [{label: Code, url: "https://example.org/a?b&c"}]
location: {value: Austin, audience: public}
relocation: Open to moving
email: {value: ada@example.org, audience: public}
phone: +1 (512) 555-0100
resume: assets/cv.pdf
work:
  - {employer: Initech, title: Engineer, from: 2019, to: 2024-06, summary: "Did *things*"}
  - {employer: Acme, from: 2024-07}
  - {employer: Hooli, to: 2018-12, audience: public}
  - {employer: Umbrella}
education:
  - {field: "[Linguistics](project:qortex)", degree: MA, institution: Uni}
leads:
  - {id: a, title: ML Engineer, line: "Learns, [](evidence:qortex/gain#precision)", notes: hidden}
"""
CV = {"content/profile.yml": FULL, "content/assets/cv.pdf": "%PDF"}


def home(
    root: Path, files: Mapping[str, str] | None = None, audience: Audience = Audience.PRIVATE
) -> Node:
    return draw(root, files, audience=audience).tree(HOME)


def section(page: Node, title: str) -> Node:
    """Return what follows a heading up to the next."""
    nodes = [child for child in page.children if isinstance(child, Node)]
    start = next(n for n, node in enumerate(nodes) if node.tag == "h2" and node.shown == title)
    after = [n for n, node in enumerate(nodes) if n > start and node.tag == "h2"]
    return Node(children=list(nodes[start + 1 : min(after, default=len(nodes))]))


def titles(page: Node) -> list[str]:
    return [node.shown for node in page.all("h2")]


# The person.


def test_head_says_who_where_and_how_to_reach_them(tmp_path: Path) -> None:
    head = home(tmp_path, CV).one("header")
    assert head.one("p.ev-kicker").text == "Ada"
    assert head.one("h1").text == "I measure it"
    meta = head.one("p.ev-meta")
    assert meta.text.startswith("Austin. Open to moving")
    assert meta.links() == {
        "ada@example.org": "mailto:ada@example.org",
        "+1 (512) 555-0100": "tel:+15125550100",
        "Code": "https://example.org/a?b&c",
        "Résumé": "assets/cv.pdf",
    }


def test_public_head_says_what_is_public(tmp_path: Path) -> None:
    page = home(tmp_path, CV, audience=Audience.PUBLIC)
    assert page.one("header").one("p.ev-meta").text == "Austinada@example.orgCode"
    assert section(page, "Background").facts == [("Hooli, until Dec 2018", "")]
    assert section(page, "What I do").facts == [("ML Engineer", "Learns, +22%")]
    for word in ("Initech", "Linguistics", "moving", "512", "cv.pdf", "hidden"):
        assert word not in page.text
    assert not page.has("span.ev-lock")


def test_background_says_when(tmp_path: Path) -> None:
    page = home(tmp_path, CV)
    assert section(page, "Background").facts == [
        ("Engineer, Initech, 2019–Jun 2024", "Did things"),
        ("Acme, since Jul 2024", ""),
        ("Hooli, until Dec 2018", ""),
        ("Umbrella", ""),
        ("Linguistics, MA, Uni", ""),
    ]
    assert page.one("span.ev-lock").text == "private or shared"


def test_name_stands_for_a_missing_headline(tmp_path: Path) -> None:
    assert home(tmp_path, {"content/profile.yml": "name: Ada\n"}).one("h1").text == "Ada"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("assets/cv.pdf", "assets/cv.pdf"),
        ('"[CV](assets/cv.pdf)"', "assets/cv.pdf"),
        ("https://example.org/cv", "https://example.org/cv"),
        ("assets/gone.pdf", ""),
        ("javascript:alert(1)", ""),
        ('"[CV](evidence:qortex/gain)"', ""),
        ("evidence:qortex/gain", ""),
    ],
)
def test_resume_is_a_path_an_address_or_a_link(written: str, address: str, tmp_path: Path) -> None:
    files = {"content/profile.yml": f"name: Ada\nresume: {written}\n", "content/assets/cv.pdf": "x"}
    drawn = draw(tmp_path, files)
    links = drawn.tree(HOME).one("header").links()
    assert links.get("Résumé", "") == address
    assert drawn.site.files.assets == ((address,) if address.startswith("assets/") else ())
    profile = drawn.site.library.profile
    assert profile
    assert resume_address(profile.profile) in (address, "assets/gone.pdf", "javascript:alert(1)")


def test_home_without_a_profile_has_no_head(tmp_path: Path) -> None:
    drawn = draw(tmp_path, {"content/profile.yml": "headline: no name\n"})
    page = drawn.tree(HOME)
    assert not page.has("header")
    assert titles(page) == ["Projects", "How to read the proof"]
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


# Home: figures, cards, what it tells.


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


def test_headline_says_what_goes_with_its_figure(tmp_path: Path) -> None:
    fields = {"unit": "%", "op": "+", "baseline": "*cosine*", "scope": "per query"}
    gain = record(
        "gain", check="rerun", must_say=["20 concepts"], metrics=[metric("m", 22, **fields)]
    )
    files = {
        "content/evidence/qortex.yml": evidence(gain),
        "content/projects/qortex.md": project(headline=["qortex/gain#m"]),
    }
    (item,) = home(tmp_path, files).one("ul.ev-metrics").all("li")
    assert item.one("span.ev-metric__v").text == "+22%"
    assert item.one("span.ev-metric__l").text == "m against cosine; per query (20 concepts)"
    assert item.links() == {"qortex/gain": "projects/qortex/#qortex/gain"}
    assert item.one("span.ev-chk").text == "Re-runnable"


@pytest.mark.parametrize("headline", ["qortex/nope#m", "qortex/gain#nope", "qortex/gain", "x"])
def test_dead_headline_is_left_out(headline: str, tmp_path: Path) -> None:
    page = home(tmp_path, {"content/projects/qortex.md": project(headline=[headline])})
    assert not page.has("ul.ev-metrics")
    assert not page.has("p.ev-card__m")


def card(root: Path, files: Mapping[str, str]) -> Node:
    (found,) = home(root, files).one("ul.ev-cards").all("li")
    return found


def test_card_has_one_figure_and_what_must_be_said_with_it(tmp_path: Path) -> None:
    gain = record(
        "gain",
        check="rerun",
        must_say=["controlled"],
        metrics=[metric("precision", 22, unit="%", scope="controlled domain"), metric("b", 2)],
    )
    files = {
        "content/evidence/qortex.yml": evidence(gain, record("two")),
        "content/projects/qortex.md": project(
            title="Q & co.",
            line="A [graph](evidence:qortex/gain)",
            headline=["qortex/gain#precision", "qortex/gain#b"],
        ),
    }
    found = card(tmp_path, files)
    assert found.one("h3").links() == {"Q & co.": "projects/qortex/"}
    assert found.one("p.ev-card__d").shown == "A graph"
    assert found.one("p.ev-card__m").text == "22% precision (controlled)"
    assert found.one("p.ev-card__f").text == "2 records, 1 re-runnableActive"
    assert found.classes == []


def test_unit_of_a_card_stays_on_the_line(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("t", metrics=[metric("m", 0.02, unit="ms")])
        ),
        "content/projects/qortex.md": project(headline=["qortex/t#m"]),
    }
    drawn = draw(tmp_path, files)
    assert "0.02<small>&nbsp;ms</small>" in drawn.html(HOME)


def test_project_without_records_has_a_bare_card(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": "",
        "content/projects/qortex.md": project(status="planned"),
        "content/index.md": "",
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(HOME)
    assert page.one("p.ev-card__f").text == "0 recordsPlanned"
    assert EVIDENCE not in drawn.paths
    assert "evidence" not in "".join(node.attributes["href"] for node in page.all("a"))


def test_home_leads_to_all_evidence(tmp_path: Path) -> None:
    assert home(tmp_path).links()["all evidence by skill"] == "evidence/"


def test_cards_stand_by_weight_with_retired_ones_last(tmp_path: Path) -> None:
    files = {
        "content/projects/old.md": project(title="old", status="retired"),
        "content/projects/small.md": project(title="small"),
        "content/projects/alike.md": project(title="alike"),
        "content/evidence/old.yml": evidence(record("a"), record("b"), record("c"), project="old"),
        "content/evidence/big.yml": evidence(record("a"), record("b")),
    }
    drawn = draw(tmp_path, files)
    for path in (HOME, PROJECTS):
        cards = drawn.tree(path).one("ul.ev-cards").all("li")
        names = [node.one(".ev-card__t").text for node in cards]
        assert names == ["qortex", "alike", "small", "old"]
        assert [node.classes for node in cards] == [[], [], [], ["is-retired"]]


def test_private_projects_are_flagged_for_the_author(tmp_path: Path) -> None:
    files = {"content/projects/own.md": project(title="own", audience="private")}
    page = draw(tmp_path, files).tree(PROJECTS)
    assert [node.text for node in page.all("h2") if node.has("span.ev-lock")] == ["own private"]
    public = draw(tmp_path, files, audience=Audience.PUBLIC)
    assert not public.tree(PROJECTS).has("span.ev-lock")
    assert "own" not in public.tree(PROJECTS).texts("h2")


def test_home_explains_every_way_to_check(tmp_path: Path) -> None:
    found = section(home(tmp_path), "How to read the proof").facts
    assert [term for term, _ in found] == list(CHECKS.values())


def test_empty_site_shows_how_to_read_it_and_no_empty_lists(tmp_path: Path) -> None:
    page = home(tmp_path, dict.fromkeys(MINIMAL, ""), audience=Audience.PUBLIC)
    assert titles(page) == ["How to read the proof"]
    assert not page.has("ul")


def test_own_headings_leave_ours_their_place(tmp_path: Path) -> None:
    body = "---\ntitle: T\n---\n\n## Projects\n\n## Background\n\n## Mine {#reading}\n"
    page = home(tmp_path, {"content/index.md": body})
    assert len(page.ids) == len(set(page.ids))
    assert {"projects", "projects-2", "background", "background-2", "reading"} <= set(page.ids)


# A project's page.


def project_page(
    root: Path, *records: dict[str, object], body: str = "", **fields: object
) -> Drawn:
    files = {
        "content/evidence/qortex.yml": evidence(*records),
        "content/projects/qortex.md": project(body, **fields),
    }
    return draw(root, files, as_of=date(2026, 3, 1))


def tiles(page: Node) -> list[str]:
    return [
        f"{node.one('span.ev-metric__v').text} {node.one('span.ev-metric__l').text}"
        for node in page.one("ul.ev-metrics--tiles").all("li")
    ]


def test_project_page_has_head_text_ledger_and_limits(tmp_path: Path) -> None:
    drawn = project_page(
        tmp_path,
        record("one"),
        body="Some [text](evidence:qortex/one).\n",
        line="A *graph*",
        status="retired",
        links=[{"label": "Repository", "url": "https://example.org/q"}],
        limits="Nothing [else](evidence:qortex/one)",
    )
    page = drawn.tree(QORTEX)
    assert page.one("p.ev-kicker").links() == {"Portfolio": "../../", "Projects": "../"}
    assert page.one("h1").text == "qortex"
    assert page.one("p.ev-lede").text == "A graph"
    assert page.one("p.ev-meta").text == "RetiredRepository"
    assert titles(page) == ["Code", "What this does not show"]
    assert section(page, "What this does not show").text == "Nothing else (open to inspect)"
    found = drawn.page(QORTEX)
    assert isinstance(found, AuthorPage)
    assert found.description == "A graph"
    assert [(h.anchor, h.title) for h in found.headings] == [
        ("kind-code", "Code"),
        ("limits", "What this does not show"),
    ]
    assert {h.anchor for h in found.headings} <= set(page.ids)


def test_tiles_count_what_can_be_checked(tmp_path: Path) -> None:
    drawn = project_page(
        tmp_path,
        record("a", check="rerun"),
        record("b", check="rerun", valid_until="2026-02"),
        record("c", check="third-party"),
        record("d", check="statement"),
    )
    assert tiles(drawn.tree(QORTEX)) == [
        "4 records in this ledger",
        "2 you can run again yourself",
        "1 run or hosted by others",
        "1 due for another check",
    ]


def test_single_record_is_one_record(tmp_path: Path) -> None:
    assert tiles(project_page(tmp_path, record("a")).tree(QORTEX))[0] == "1 record in this ledger"


def test_text_that_draws_some_records_leaves_the_others_to_the_ledger(tmp_path: Path) -> None:
    drawn = project_page(
        tmp_path,
        record("one", skills=["rust"]),
        record("two", skills=["sql"]),
        body="```evidence\nskills: [sql]\n```\n\n## Then\n",
    )
    page = drawn.tree(QORTEX)
    assert [i for i in page.ids if "/" in i] == ["qortex/two", "qortex/one"]
    assert titles(page) == ["Code", "Then", "Code"]
    assert len(page.ids) == len(set(page.ids))


def test_text_that_draws_all_records_leaves_no_ledger(tmp_path: Path) -> None:
    page = project_page(tmp_path, record("one"), body="```evidence\nproject: qortex\n```\n")
    assert len(page.tree(QORTEX).all("ol.ev-ledger")) == 1


def test_own_heading_called_limits_leaves_ours_its_place(tmp_path: Path) -> None:
    drawn = project_page(tmp_path, body="## Limits\n\n## Kind code\n", limits="Small")
    assert drawn.tree(QORTEX).ids == ["limits", "kind-code", "limits-2"]
    page = drawn.page(QORTEX)
    assert isinstance(page, AuthorPage)
    assert page.headings[-1].anchor == "limits-2"


# The evidence index.


def skills(page: Node) -> dict[str, list[str]]:
    """Return the records under each skill."""
    nodes = [child for child in page.children if isinstance(child, Node)]
    return {
        node.text: after.texts("a.ev-id")
        for node, after in pairwise(nodes)
        if "ev-skill" in node.classes
    }


def test_evidence_stands_by_skill(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("one", skills=["rust", "graph-algorithms"]),
            record("two", skills=["graph algorithms", "rust", "graph-algorithms"]),
            record("three", skills=["C++"]),
            record("four"),
        )
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(EVIDENCE)
    assert skills(page) == {
        "C++": ["qortex/three"],
        "graph algorithms": ["qortex/one", "qortex/two"],
        "rust": ["qortex/one", "qortex/two"],
        NO_SKILL: ["qortex/four"],
    }
    assert page.one("p.ev-lede").text.startswith("4 records.")
    assert len(page.ids) == len(set(page.ids))
    assert "skill-graph-algorithms" in page.ids
    found = drawn.page(EVIDENCE)
    assert isinstance(found, Page)
    assert [(h.anchor, h.title) for h in found.headings] == [("skills", "By skill")]


def test_single_record_is_one_record_on_the_index(tmp_path: Path) -> None:
    assert draw(tmp_path).tree(EVIDENCE).one("p.ev-lede").text.startswith("1 record. ")


def test_records_without_a_project_page_have_their_cards_there(tmp_path: Path) -> None:
    files = {
        "content/evidence/loose.yml": evidence(
            record("alone"),
            record("gone", project="nowhere"),
            record("in", project="qortex"),
            project=None,
        )
    }
    drawn = draw(tmp_path, files)
    page = drawn.tree(EVIDENCE)
    assert [i for i in page.ids if "/" in i] == ["loose/alone", "loose/gone"]
    assert titles(page) == ["Code", "By skill"]
    found = drawn.page(EVIDENCE)
    assert isinstance(found, Page)
    assert [h.anchor for h in found.headings] == ["kind-code", "skills"]


def test_site_without_records_has_no_index(tmp_path: Path) -> None:
    drawn = draw(
        tmp_path, {"content/evidence/qortex.yml": "", "content/projects/qortex.md": project()}
    )
    assert EVIDENCE not in drawn.paths


def test_site_without_projects_has_no_list_of_them(tmp_path: Path) -> None:
    drawn = draw(tmp_path, {"content/projects/qortex.md": ""})
    assert PROJECTS not in drawn.paths
    assert not drawn.tree(HOME).has("ul.ev-cards")


# The directive, and pages of the author's own.


@pytest.mark.parametrize(
    ("options", "records"),
    [
        ("", ["lab/two", "qortex/gain", "qortex/one"]),
        ("project: lab", ["lab/two"]),
        ("project: [lab, qortex]", ["lab/two", "qortex/gain", "qortex/one"]),
        ("skills: rust", ["qortex/one", "lab/two"]),
        ("skills: [rust, sql]\nproject: qortex", ["qortex/one"]),
        ("skills: none", []),
    ],
)
def test_directive_draws_records_of_projects_or_skills(
    options: str, records: list[str], tmp_path: Path
) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(record("gain"), record("one", skills=["rust"])),
        "content/evidence/lab.yml": evidence(record("two", skills=["rust"]), project="lab"),
        "content/projects/lab.md": project(title="lab"),
        "content/about.md": free_page(f"```evidence\n{options}\n```\n"),
    }
    page = draw(tmp_path, files).tree("about.md")
    assert sorted(i for i in page.ids if "/" in i) == sorted(records)


def test_own_page_keeps_what_the_theme_reads(tmp_path: Path) -> None:
    files = {
        "content/about.md": free_page(
            "Text\n",
            title="About",
            description="D",
            subtitle="S",
            icon="i",
            hide=["toc"],
            tags=["a", "b"],
        )
    }
    found = draw(tmp_path, files).page("about.md")
    assert isinstance(found, AuthorPage)
    assert (found.title, found.description, found.in_nav) == ("About", "D", True)
    assert found.meta == {"subtitle": "S", "icon": "i", "hide": ["toc"], "tags": ["a", "b"]}
    assert (found.before, found.after, found.headings) == ("", "", ())


def test_own_page_without_front_matter_values(tmp_path: Path) -> None:
    files = {"content/about.md": "---\naudience: public\n---\nText\n"}
    found = draw(tmp_path, files, audience=Audience.PUBLIC).page("about.md")
    assert isinstance(found, AuthorPage)
    assert (found.title, found.description, dict(found.meta)) == ("", "Text", {})
    assert not found.is_private


def test_frame_has_no_profile_where_there_is_none(tmp_path: Path) -> None:
    assert renderer(tmp_path, {"content/profile.yml": ""}).frame.library.profile is None


def test_a_record_gives_the_home_page_one_metric(tmp_path: Path) -> None:
    both = record("r0", metrics=[metric("m", 1, name="first"), metric("n", 2, name="second")])
    files = site_of({"aaa": [("benchmark", "other")], "qortex": [("benchmark", "first")]})
    files["content/evidence/qortex.yml"] = evidence(both, project="qortex")
    files["content/projects/qortex.md"] = project(headline=["qortex/r0#m", "qortex/r0#n"])
    labels = [node.text for node in home(tmp_path, files).all("span.ev-metric__l")]
    assert labels == ["other", "first"]


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("+49 (0) 30 1234-5", "+493012345"),
        ("(0512) 555-0100 ext. 7", "05125550100"),
        ("512 555 0100 x7", "5125550100"),
        ("512 555 0100, after six", "5125550100"),
    ],
)
def test_a_phone_is_dialled_by_its_number_alone(written: str, dialled: str, tmp_path: Path) -> None:
    page = home(tmp_path, {"content/profile.yml": f"name: Ada\nphone: '{written}'\n"})
    assert page.links()[written] == f"tel:{dialled}"


def test_a_skill_of_signs_alone_keeps_its_name(tmp_path: Path) -> None:
    files = {"content/evidence/a.yml": evidence(record("a", skills=["-"]))}
    assert "-" in draw(tmp_path, files).tree(EVIDENCE).texts("h3")
