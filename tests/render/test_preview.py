"""What public pages say of themselves elsewhere, from the filtered library alone."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.render.page import Preview, SocialCard
from tests.render.fixtures import (
    ACME,
    APPLICATIONS,
    EVIDENCE,
    HOME,
    QORTEX,
    draw,
    evidence,
    free_page,
    metric,
    project,
    record,
)

PUBLIC = Audience.PUBLIC
NO_RECORDS = {"content/evidence/qortex.yml": ""}
GAIN = record("gain", check="rerun", metrics=[metric("precision", 22, unit="%", op="+")])


def test_home_is_about_the_person(tmp_path: Path) -> None:
    assert draw(tmp_path, audience=PUBLIC).page(HOME).preview == Preview(
        "profile",
        {
            "@type": "ProfilePage",
            "mainEntity": {
                "@type": "Person",
                "name": "Ada Example",
                "description": "I measure what I build",
                "sameAs": ["https://example.org/ada"],
            },
        },
        SocialCard("Ada Example", "I measure what I build", (("+22%", "precision (20 concepts)"),)),
    )


def test_only_what_is_public_of_the_person_is_told(tmp_path: Path) -> None:
    profile = (
        "name: Ada\nlocation: {value: '*Here*', audience: public}\nemail: a@example.org\n"
        "links: [{label: Mail, url: 'mailto:a@example.org'}]\n"
    )
    files = {"content/profile.yml": profile}
    known = {"@type": "Person", "name": "Ada"}
    told = draw(tmp_path, files, audience=PUBLIC).page(HOME).preview.facts
    assert told["mainEntity"] == known | {"homeLocation": {"@type": "Place", "name": "Here"}}
    files["content/profile.yml"] = profile.replace(", audience: public", "")
    told = draw(tmp_path, files, audience=PUBLIC).page(HOME).preview.facts
    assert told["mainEntity"] == known


def test_home_without_a_profile_has_no_facts(tmp_path: Path) -> None:
    found = draw(tmp_path, {"content/profile.yml": ""}, audience=PUBLIC).page(HOME).preview
    card = SocialCard("Ada Example", "", (("+22%", "precision (20 concepts)"),))
    assert found == Preview(card=card)


def test_card_of_the_home_page_has_three_metrics(tmp_path: Path) -> None:
    names = ("a", "b", "c", "d")
    files = {}
    for name in names:
        figures = [metric("m", 1, unit="ms")]
        files[f"content/evidence/{name}.yml"] = evidence(record("r", metrics=figures), project=name)
        files[f"content/projects/{name}.md"] = project(title=name, headline=[f"{name}/r#m"])
    files["content/projects/qortex.md"] = project()
    card = draw(tmp_path, files, audience=PUBLIC).page(HOME).preview.card
    assert card
    assert card.metrics == (("1\u00a0ms", "m"),) * 3


@pytest.mark.parametrize("label", ["Repository", "code", "Source code", " Repo "])
def test_project_with_a_repository_is_software(tmp_path: Path, label: str) -> None:
    links = [
        {"label": "Docs", "url": "https://example.org/docs"},
        {"label": label, "url": "https://example.org/q"},
    ]
    text = project(line="A *graph*", links=links, skills=["bandits", "x-y"])
    files = {f"content/{QORTEX}": text, **NO_RECORDS}
    assert draw(tmp_path, files, audience=PUBLIC).page(QORTEX).preview == (
        Preview(
            "article",
            {
                "@type": "SoftwareSourceCode",
                "name": "qortex",
                "description": "A graph",
                "author": {"@type": "Person", "name": "Ada Example"},
                "codeRepository": "https://example.org/q",
                "sameAs": ["https://example.org/docs"],
                "keywords": "bandits, x-y",
            },
            SocialCard("qortex", "A graph"),
        )
    )


def test_project_without_a_repository_is_a_work(tmp_path: Path) -> None:
    links = [{"label": "Code of conduct", "url": "https://example.org/c"}]
    files = {f"content/{QORTEX}": project(links=links), "content/profile.yml": "", **NO_RECORDS}
    assert draw(tmp_path, files, audience=PUBLIC).page(QORTEX).preview.facts == {
        "@type": "CreativeWork",
        "name": "qortex",
        "sameAs": ["https://example.org/c"],
    }


def test_card_of_a_project_has_its_first_metric_with_what_must_be_said(tmp_path: Path) -> None:
    card = draw(tmp_path, audience=PUBLIC).page(QORTEX).preview.card
    figures = (("+22%", "precision (20 concepts)"),)
    assert card == SocialCard("qortex", "A graph that learns from use", figures)


def test_private_view_has_no_previews(tmp_path: Path) -> None:
    pages = draw(tmp_path).site.files.pages
    assert [page.path for page in pages if page.preview != Preview()] == []
    assert len(pages) > 5


def test_descriptions_count_what_stands_behind_a_list(tmp_path: Path) -> None:
    records = (GAIN, record("a"), record("b", check="statement"))
    files = {
        "content/evidence/qortex.yml": evidence(*records),
        "content/evidence/loose.yml": evidence(record("c"), project=None),
        "content/projects/qortex.md": project(),
        "content/projects/lab.md": project(title="Lab"),
    }
    found = draw(tmp_path, files, audience=PUBLIC)
    assert {path: found.page(path).description for path in found.paths} == {
        HOME: "I measure what I build",
        "projects/index.md": "2 projects, and what stands behind them: 3 records, 1 repeatable.",
        "projects/lab.md": "Lab: 0 records.",
        QORTEX: "qortex: 3 records, 1 repeatable.",
        EVIDENCE: "4 records with method, date and source: "
        "1 repeatable, 2 open to inspect, 1 own statement.",
    }


def test_open_dossiers_are_described_by_what_is_asked(tmp_path: Path) -> None:
    text = "---\ncompany: Acme\naudience: public\nroles: [{id: a, title: Engineer}]\n---\n"
    found = draw(tmp_path, {f"content/{ACME}": text}, audience=PUBLIC)
    assert [found.page(path).description for path in (APPLICATIONS, ACME)] == [
        "1 application, each requirement with its evidence.",
        "Acme, Engineer: each requirement with its evidence.",
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("# About\n\nI *measure*\nby [](evidence:qortex/gain#precision). <b>Bold</b>\n\nMore\n",
         "I measure by +22%. Bold"),
        ("<!-- hidden -->\n\n- item\n\nShown <!-- hidden --> too\n", "Shown too"),
        ("> Quoted\n", ""),
        ("```evidence\n```\n", ""),
    ],
    ids=["text", "comment", "quote", "directive"],
)  # fmt: skip
def test_own_page_is_described_by_its_first_paragraph(tmp_path: Path, body: str, told: str) -> None:
    files = {"content/about.md": free_page(body)}
    assert draw(tmp_path, files, audience=PUBLIC).page("about.md").description == told
