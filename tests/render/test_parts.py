"""The parts of a dossier's page: in the author's order, with the table where it belongs."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.render.page import Page
from dossier.render.parts import TABLE_TITLE
from tests.render.fixtures import (
    ACME,
    dossier,
    draw,
    draw_dossier,
    evidence,
    headings,
    open_dossier,
    record,
    role,
    row,
    section,
)


def test_sections_stand_in_the_order_of_the_author(tmp_path: Path) -> None:
    body = "## Notes\n\nn\n\n## Why Acme\n\nw\n\n## Pitch\n\np\n\n## Odd one\n\no\n"
    page = draw_dossier(tmp_path, body)
    assert headings(page) == ["Notes", "Why Acme", "Pitch", "Odd one"]
    assert section(page, "Odd one").text == "o"


def test_table_of_contents_has_every_part(tmp_path: Path) -> None:
    drawn = draw(
        tmp_path,
        {f"content/{ACME}": dossier("## Pitch\n\n## *Odd* one\n", proof_points=[row("a")])},
    )
    page = drawn.page(ACME)
    assert isinstance(page, Page)
    assert [(h.anchor, h.title) for h in page.headings] == [
        ("pitch", "Pitch"),
        ("requirements", TABLE_TITLE),
        ("odd-one", "Odd one"),
    ]
    assert {h.anchor for h in page.headings} <= set(drawn.tree(ACME).ids)


@pytest.mark.parametrize(
    ("body", "titles", "within"),
    [
        ("", [TABLE_TITLE], TABLE_TITLE),
        ("## Notes\n\nn\n", [TABLE_TITLE, "Notes"], TABLE_TITLE),
        (
            "## Notes\n\nn\n\n## Pitch\n\np\n\n## Why\n\nw\n",
            ["Notes", "Pitch", TABLE_TITLE, "Why"],
            TABLE_TITLE,
        ),
        ("## Pitch\n\np\n\n## Proof points\n\nx\n", ["Pitch", "Proof points"], "Proof points"),
        ("## Proof points\n\n## Pitch\n\np\n", ["Proof points", "Pitch"], "Proof points"),
        ("## Pitch\n\np\n\n## Why\n\n```proof-points\n```\n", ["Pitch", "Why"], "Why"),
        ("## Pitch\n\n- x\n\n  ```proof-points\n  ```\n", ["Pitch"], "Pitch"),
        ("## Proof points\n\n```proof-points\n```\n", ["Proof points"], "Proof points"),
        ("## Questions\n\n### Q\n\n```proof-points\n```\n", ["Questions"], "Questions"),
        (
            "```proof-points\n```\n\n## Pitch\n",
            ["Before the first heading", "Pitch"],
            "Before the first heading",
        ),
    ],
    ids=[
        "no text",
        "no pitch",
        "after the pitch",
        "in its section",
        "its section before the pitch",
        "where a directive says",
        "in a list",
        "directive in its section",
        "in an answer",
        "before all headings",
    ],
)
def test_table_is_drawn_once_where_it_belongs(
    body: str, titles: list[str], within: str, tmp_path: Path
) -> None:
    page = draw_dossier(tmp_path, body, proof_points=[row("a")])
    assert headings(page) == titles
    assert len(page.all("table.ev-req")) == 1
    assert section(page, within).has("table.ev-req")


def test_directive_that_others_may_not_see_leaves_them_the_table_after_the_pitch(
    tmp_path: Path,
) -> None:
    files = open_dossier(
        "## Pitch\n\np\n\n## Notes\n\n```proof-points\n```\n", proof_points=[row("a")]
    )
    private = draw(tmp_path, files).tree(ACME)
    assert headings(private) == ["Pitch", "Notes"]
    assert len(private.all("table.ev-req")) == 1
    public = draw(tmp_path, files, audience=Audience.PUBLIC).tree(ACME)
    assert headings(public) == ["Pitch", TABLE_TITLE]
    assert len(public.all("table.ev-req")) == 1


def test_directive_in_code_draws_nothing_and_counts_for_nothing(tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path, "## Pitch\n\n````\n```proof-points\n```\n````\n", proof_points=[row("a")]
    )
    assert headings(page) == ["Pitch", TABLE_TITLE]
    assert "```proof-points" in section(page, "Pitch").text


def test_every_reference_of_every_section_is_expanded(tmp_path: Path) -> None:
    sections = ("Pitch", "Why", "Letter", "Context", "Hooks", "Notes", "Odd")
    body = "".join(
        f"## {name}\n\n[](evidence:qortex/gain#precision) of {name}\n\n" for name in sections
    )
    page = draw_dossier(tmp_path, body)
    assert [section(page, name).text for name in sections] == [
        f"+22% of {name}" for name in sections
    ]


def test_reference_in_a_heading_is_told_in_words(tmp_path: Path) -> None:
    body = "## By [](evidence:qortex/gain#precision) with [a *ranker*](evidence:qortex/gain)\n\nx\n"
    page = draw_dossier(tmp_path, body)
    assert headings(page) == ["By +22% with a ranker"]
    assert page.ids == ["by-22-with-a-ranker"]


def test_private_parts_are_flagged_for_the_author(tmp_path: Path) -> None:
    files = open_dossier("## Pitch\n\np\n\n## Notes\n\nn\n\n## Odd { audience=shared }\n\no\n")
    private = draw(tmp_path, files).tree(ACME)
    flagged = [node.shown for node in private.all("h2") if node.has("span.ev-lock")]
    assert flagged == ["Notes"]
    public = draw(tmp_path, files, audience=Audience.PUBLIC).tree(ACME)
    assert headings(public) == ["Pitch", "Odd"]
    assert not public.has("span.ev-lock")


def test_text_before_the_first_heading_has_a_heading_of_its_own(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "Some thoughts.\n\n## Pitch\n\np\n")
    assert headings(page) == ["Before the first heading", "Pitch"]
    assert page.ids == ["preface", "pitch"]


def test_nothing_but_a_comment_before_the_first_heading_is_no_part(tmp_path: Path) -> None:
    assert headings(draw_dossier(tmp_path, "<!-- todo -->\n\n## Pitch\n\np\n")) == ["Pitch"]


def test_anchors_are_unique_whatever_the_headings(tmp_path: Path) -> None:
    titles = [
        "Odd",
        "odd!",
        "Odd 2",
        "Events",
        "Content",
        "Role ml",
        "Proof a",
        "Requirements",
        "Gaps",
        "__drawer",
        "!!",
        "??",
        "Ünïcode",
    ]
    body = "".join(f"## {title}\n\nt[^1]\n\n[^1]: n\n\n" for title in titles)
    body += "## Notes\n\n```roles\n```\n\n```evidence\n```\n\n```coverage\n```\n\n```gaps\n```\n"
    page = draw_dossier(
        tmp_path,
        body,
        roles=[role("ml"), role("ml-2")],
        proof_points=[row("a"), row("a-2")],
        gaps=[{"id": "g", "about": "a", "gap": "G"}],
        events=[{"date": "2026", "what": "saved"}],
    )
    assert len(page.ids) == len(set(page.ids))
    assert "content" not in page.ids
    assert "__drawer" not in page.ids
    assert {"proof-a", "proof-a-2", "role-ml", "role-ml-2", "odd", "odd-2", "odd-2-2"} <= set(
        page.ids
    )
    for node in page.all("a"):
        link = node.attributes["href"]
        assert not link.startswith("#") or link[1:] in page.ids
    for node in page.all("section"):
        if "footnotes" not in node.classes:
            assert node.attributes["aria-labelledby"] in page.ids


def test_footnotes_of_two_sections_do_not_clash(tmp_path: Path) -> None:
    body = "".join(
        f"## {name}\n\n{name}[^1]\n\n[^1]: of {name}\n\n" for name in ("Odd", "Odd", "Pitch")
    )
    page = draw_dossier(tmp_path, body)
    notes = {node.attributes["id"]: node.text for node in page.all("li.footnote-item")}
    assert [text.removesuffix(" ↩︎") for text in notes.values()] == ["of Odd", "of Odd", "of Pitch"]
    marks = [node.one("a").attributes["href"] for node in page.all("sup")]
    assert marks == [f"#{anchor}" for anchor in notes]


def test_records_of_a_directive_stand_in_the_section(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("one", skills=["rust"]), record("two", skills=["sql"])
        ),
        f"content/{ACME}": dossier("## Notes\n\n```evidence\nskills: [sql]\n```\n"),
    }
    page = draw(tmp_path, files).tree(ACME)
    assert [i for i in page.ids if "/" in i] == ["qortex/two"]
