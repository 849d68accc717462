"""A dossier's page: its roles, the table where it belongs, the sections, gaps and questions."""

from datetime import date
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.render.application import TABLE_TITLE, application_title
from dossier.render.page import Page
from tests.html import Node, parse
from tests.render.fixtures import (
    ACME,
    dossier,
    draw,
    draw_dossier,
    evidence,
    record,
    renderer,
    role,
    row,
)


def headings(page: Node) -> list[str]:
    """Return the titles of the parts, as seen."""
    return [node.shown for node in page.all("h2") if "ev-h3" not in node.classes]


def part(page: Node, title: str) -> Node:
    """Return what stands between a part's heading and the next."""
    nodes = [child for child in page.children if isinstance(child, Node)]
    start = next(n for n, node in enumerate(nodes) if node.tag == "h2" and node.shown == title)
    after = [n for n, node in enumerate(nodes) if n > start and node.tag == "h2"]
    return Node(children=list(nodes[start + 1 : min(after, default=len(nodes))]))


def open_dossier(body: str = "", /, **fields: object) -> dict[str, str]:
    return {f"content/{ACME}": dossier(body, audience="public", **fields)}


# The head: who, what, how far.


def test_head_names_company_title_and_way_back(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, roles=[role("ml")])
    assert page.one("h1").text == "Acme"
    assert page.one("p.ev-role").text == "Role ml"
    assert page.one("p.ev-kicker").links() == {"Applications": "../"}


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"title": "Own"}, "Own"),
        ({"roles": [role("ml"), role("be")]}, "Role ml"),
        ({}, "Acme"),
    ],
)
def test_title_is_its_own_or_the_first_roles_or_the_company(
    fields: dict[str, object], title: str, tmp_path: Path
) -> None:
    drawn = draw(tmp_path, {f"content/{ACME}": dossier(**fields)})
    entry = drawn.site.library.applications["acme"]
    assert application_title(entry.application) == title
    assert drawn.page(ACME).title == f"Acme: {title}"


@pytest.mark.parametrize(
    ("fields", "stage"),
    [
        ({}, "Drafting"),
        ({"status": "offer"}, "Offer"),
        ({"status": "closed", "outcome": "no-response"}, "Closed, no response"),
        ({"status": "closed"}, "Closed"),
        ({"events": [{"date": "2026-02-10", "what": "applied"}]}, "Applied"),
    ],
)
def test_stage_is_told_with_its_outcome(
    fields: dict[str, object], stage: str, tmp_path: Path
) -> None:
    assert draw_dossier(tmp_path, **fields).one("span.ev-stage").text == stage


@pytest.mark.parametrize(
    ("due", "said", "is_overdue"),
    [
        ("2026-02-28", "overdue since 28 Feb 2026", True),
        ("2026-03-01", "by 1 Mar 2026", False),
        ("2026-02", "overdue since Feb 2026", True),
        ("2026-03", "by Mar 2026", False),
        ("2026", "by 2026", False),
    ],
)
def test_next_step_is_overdue_after_its_last_day(
    due: str, said: str, tmp_path: Path, *, is_overdue: bool
) -> None:
    files = {
        f"content/{ACME}": dossier(
            next={"do": "Ask [](evidence:qortex/gain#precision)", "due": due}
        )
    }
    meta = draw(tmp_path, files, as_of=date(2026, 3, 1)).tree(ACME).one("p.ev-meta")
    assert meta.text == f"Drafting Next: Ask +22%, {said}"
    assert meta.has("span.ev-due") is is_overdue


def test_author_is_told_lead_tier_and_other_names(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, lead="ml-engineer", tier=0, aliases=["ACM", "A."])
    assert page.one("p.ev-meta").text == "Drafting Lead: ML EngineerTier 0also ACM, A."
    unknown = draw_dossier(tmp_path / "b", lead="nobody")
    assert unknown.one("p.ev-meta").text == "Drafting Lead: nobody"


def test_next_step_without_a_date_is_just_told(tmp_path: Path) -> None:
    assert draw_dossier(tmp_path, next={"do": "Ask"}).one("p.ev-meta").text == "Drafting Next: Ask"
    assert draw_dossier(tmp_path).one("p.ev-meta").text == "Drafting"


def test_roles_stand_side_by_side_with_all_that_the_author_knows(tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path,
        roles=[
            role(
                "ml",
                url="https://example.org/job",
                location="Mountain View, CA",
                fit=3.5,
                assessment="The [match](evidence:qortex/gain)",
                compensation={"posted": "none", "estimate": "[9](figure:market)", "source": "it"},
                posting={"posted": "2025-12", "checked": "2026-02", "live": "unknown"},
                asks=["Learned rankers", "Spark"],
            ),
            role("be"),
        ],
        proof_points=[row("a", requirement="A ranker that learns")],
    )
    ml, be = page.one("div.ev-roles").all("section")
    assert ml.one("h2").text == "Role ml"
    assert ml.attributes["aria-labelledby"] == ml.one("h2").attributes["id"] == "role-ml"
    assert ml.one("span.ev-fit").text == "3.5 / 5 fit"
    assert ml.one("p.ev-meta").text == (
        "Mountain View, CAPostingPosted Dec 2025, checked Feb 2026, not known whether still live"
    )
    assert ml.links()["Posting"] == "https://example.org/job"
    assert "The match (re-runnable)" in ml.texts("p")
    assert ml.facts == [("Pay, posted", "none"), ("Pay, estimate", "9"), ("Pay, source", "it")]
    assert ml.texts("p.ev-note") == ["Asked for, but in no row: Spark"]
    assert be.texts("p") == [
        "",
        "100% covered: 1 covered of 1; 1 of the 1 covered linked to a source.",
    ]
    assert page.one("details.ev-formula").has("p")


@pytest.mark.parametrize(
    ("posting", "said"),
    [
        ({"live": True}, "Live"),
        ({"live": False, "checked": "2026-02-03"}, "Checked 3 Feb 2026, no longer live"),
        ({}, "Not known whether still live"),
    ],
)
def test_posting_says_what_is_known(posting: dict[str, object], said: str, tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, roles=[role("ml", posting=posting)])
    assert page.one("section").one("p.ev-meta").text == said


@pytest.mark.parametrize("fit", [0, 0.5, 3, 3.5, 5])
def test_fit_prints_as_typed_out_of_five(fit: float, tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, roles=[role("ml", fit=fit)])
    assert page.one("span.ev-fit").text == f"{fit} / 5 fit"


@pytest.mark.parametrize(
    ("ask", "fields", "is_covered"),
    [
        ("Strong Python skills", {"requirement": "Python"}, True),
        ("Optimising systems", {"requirement": "ML optimisation"}, True),
        ("Spark", {"quote": "Spark at scale"}, True),
        ("Spark", {"concept": "spark"}, True),
        ("[Spark](figure:posting)", {"requirement": "*Spark*"}, True),
        ("Strong experience", {"requirement": "Strong experience with the work"}, False),
        ("C", {"requirement": "C"}, False),
        ("Spark", {"requirement": "Python"}, False),
    ],
)
def test_ask_is_covered_by_a_row_that_shares_a_telling_word(
    ask: str, fields: dict[str, object], tmp_path: Path, *, is_covered: bool
) -> None:
    page = draw_dossier(
        tmp_path, roles=[role("ml", asks=[ask])], proof_points=[row("zzz", **fields)]
    )
    assert page.has("p.ev-note") is not is_covered


def test_ask_is_covered_by_rows_of_its_own_role_alone(tmp_path: Path) -> None:
    page = draw_dossier(
        tmp_path,
        roles=[role("ml", asks=["Rust"]), role("be", asks=["Rust"])],
        proof_points=[row("rust", roles=["be"])],
    )
    assert [node.has("p.ev-note") for node in page.all("section")] == [True, False]


def test_dossier_without_roles_shows_what_all_rows_come_to(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, proof_points=[row("a"), row("b", strength="none")])
    assert not page.has("div.ev-roles")
    assert page.one("svg.ev-ring").attributes["aria-label"] == (
        "Coverage 50%: 1 covered, 1 missing of 2; 1 of the 1 covered linked to a source"
    )
    assert "50%: 1 covered, 1 missing of 2" in page.one("div.ev-coverage").text


def test_empty_dossier_has_a_page_without_ring_and_table(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path)
    assert headings(page) == []
    assert not any(page.has(tag) for tag in ("svg.ev-ring", "table", "ul.ev-gaps", "ol.ev-drill"))


def test_role_that_nothing_is_asked_of_has_no_ring(tmp_path: Path) -> None:
    section = draw_dossier(tmp_path, roles=[role("ml")]).one("section")
    assert not section.has("svg.ev-ring")
    assert "n/a covered: nothing asked." in section.text


def test_events_are_told_with_their_notes(tmp_path: Path) -> None:
    events = [
        {"date": "2026-02-10", "what": "applied", "note": "By [mail](project:qortex)"},
        {"date": "2026-02", "what": "coffee"},
    ]
    page = draw_dossier(tmp_path, events=events)
    assert part(page, "What happened").facts == [
        ("10 Feb 2026", "applied: By mail"),
        ("Feb 2026", "coffee"),
    ]


# The parts and their order.


def test_sections_stand_in_the_order_of_the_author(tmp_path: Path) -> None:
    body = "## Notes\n\nn\n\n## Why Acme\n\nw\n\n## Pitch\n\np\n\n## Odd one\n\no\n"
    page = draw_dossier(tmp_path, body)
    assert headings(page) == ["Notes", "Why Acme", "Pitch", "Odd one"]
    assert part(page, "Odd one").text == "o"


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
    assert part(page, within).has("table.ev-req")


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
    assert "```proof-points" in part(page, "Pitch").text


def test_every_reference_of_every_section_is_expanded(tmp_path: Path) -> None:
    sections = ("Pitch", "Why", "Letter", "Context", "Hooks", "Notes", "Odd")
    body = "".join(
        f"## {name}\n\n[](evidence:qortex/gain#precision) of {name}\n\n" for name in sections
    )
    page = draw_dossier(tmp_path, body)
    assert [part(page, name).text for name in sections] == [f"+22% of {name}" for name in sections]


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
    for section in page.all("section"):
        if "footnotes" not in section.classes:
            assert section.attributes["aria-labelledby"] in page.ids


def test_footnotes_of_two_sections_do_not_clash(tmp_path: Path) -> None:
    body = "".join(
        f"## {name}\n\n{name}[^1]\n\n[^1]: of {name}\n\n" for name in ("Odd", "Odd", "Pitch")
    )
    page = draw_dossier(tmp_path, body)
    notes = {node.attributes["id"]: node.text for node in page.all("li.footnote-item")}
    assert [text.removesuffix(" ↩︎") for text in notes.values()] == ["of Odd", "of Odd", "of Pitch"]
    marks = [node.one("a").attributes["href"] for node in page.all("sup")]
    assert marks == [f"#{anchor}" for anchor in notes]


# Gaps.

GAPS = [
    {
        "id": "one",
        "about": "a",
        "gap": "No *Rust*",
        "framing": "Say [so](evidence:qortex/gain)",
        "severity": "major",
    },
    {"id": "two", "about": "new-york", "gap": "Far away"},
]


@pytest.mark.parametrize(
    ("body", "within"),
    [
        ("## Pitch\n\np\n", "Gaps"),
        ("## Gap analysis\n\nText\n\n## Pitch\n\np\n", "Gap analysis"),
        ("## Notes\n\n```gaps\n```\n\n## Gaps\n\nText\n", "Notes"),
        ("## Gaps\n\n```gaps\n```\n", "Gaps"),
    ],
    ids=["at the end", "in their section", "where a directive says", "directive in their section"],
)
def test_gaps_are_drawn_once(body: str, within: str, tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, body, gaps=GAPS)
    assert len(page.all("ul.ev-gaps")) == 1
    assert part(page, within).has("ul.ev-gaps")


def test_gap_says_what_it_is_about_and_how_to_speak_of_it(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, gaps=GAPS, proof_points=[row("a", requirement="Some *Rust*")])
    one, two = page.one("ul.ev-gaps").all("li")
    assert one.texts("p") == ["No Rust", "Major, about Some Rust", "Say so (re-runnable)"]
    assert one.links() == {
        "Some Rust": "#proof-a",
        "so": "../../projects/qortex/#qortex/gain",
    }
    assert two.texts("p") == ["Far away", "Minor, about new york", "No framing yet."]
    assert two.links() == {}


def test_dossier_without_gaps_draws_none(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Gaps\n\nNone yet.\n\n```gaps\n```\n")
    assert not page.has("ul.ev-gaps")
    assert part(page, "Gaps").text == "None yet."


# Questions.


def cards(page: Node) -> list[tuple[str, str]]:
    """Return each question with its answer."""
    return [
        (node.one("h3.q").text, node.one("div.ev-answer").text)
        for node in page.one("ol.ev-drill").all("li")
        if node.has("h3.q")
    ]


def test_questions_are_split_with_their_answers(tmp_path: Path) -> None:
    body = (
        "## Questions\n\nSome [words](project:qortex) before.\n\n"
        "### Why *us*? { about=a }\n\nBecause of [](evidence:qortex/gain#precision).\n\n"
        "More.\n\n#### Detail\n\nd\n\n### Why Austin? {about=new-york}\n\nNo answer.\n\n"
        "### And?\n"
    )
    page = draw_dossier(tmp_path, body, proof_points=[row("a", requirement="Some *Rust*")])
    assert cards(page) == [
        ("Why us?", "Because of +22%. More. Detail d"),
        ("Why Austin?", "No answer."),
        ("And?", ""),
    ]
    one, two, three = page.one("ol.ev-drill").all("li")
    assert one.one("p.m").text == "about Some Rust"
    assert one.one("p.m").links() == {"Some Rust": "#proof-a"}
    assert (two.one("p.m").text, two.one("p.m").links()) == ("about new york", {})
    assert ["hidden" in card.one("p.m").attributes for card in (one, two, three)] == [
        False,
        False,
        True,
    ]
    assert three.one("p.m").text == ""
    assert one.one("summary").text == "Answer to: Why us?"
    assert part(page, "Questions").text.startswith("Some words before.")


def test_headings_that_are_no_questions_do_not_split(tmp_path: Path) -> None:
    body = (
        "## Questions\n\n### One\n\n```\n### no\n```\n\n> ### nor this\n\n"
        "    ### nor that\n\n- ### nor here\n"
    )
    assert [question for question, _ in cards(draw_dossier(tmp_path, body))] == ["One"]


def test_section_without_questions_is_prose(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Questions\n\nNone so far.\n")
    assert not page.has("ol.ev-drill")
    assert part(page, "Questions").text == "None so far."


def test_link_definitions_of_the_section_serve_every_answer(tmp_path: Path) -> None:
    body = (
        "## Questions\n\n### One\n\nSee [it][r].\n\n### Two\n\nNo.\n\n[r]: evidence:qortex/gain\n"
    )
    assert cards(draw_dossier(tmp_path, body)) == [("One", "See it (re-runnable)."), ("Two", "No.")]


def test_each_answer_has_its_own_footnotes(tmp_path: Path) -> None:
    body = "## Questions\n\n" + "".join(
        f"### Q{n}\n\nA[^1]\n\n[^1]: note {n}\n\n" for n in range(2)
    )
    page = draw_dossier(tmp_path, body + "## Questions 0\n\nx[^1]\n\n[^1]: other\n")
    assert [answer for _, answer in cards(page)] == ["A[1] note 0 ↩︎", "A[1] note 1 ↩︎"]
    assert len(page.ids) == len(set(page.ids))


# Who sees what.


def test_open_dossier_shows_no_private_word(tmp_path: Path) -> None:
    hidden = "QUOKKA"
    files = open_dossier(
        "".join(
            f"## {name}\n\n{hidden}\n\n"
            for name in (
                "Context",
                "Angle",
                "Lead",
                "Emphasis",
                "Questions",
                "Hooks",
                "Notes",
                "Odd",
            )
        )
        + "## Pitch\n\nOpen\n",
        aliases=[hidden],
        lead="ml-engineer",
        status="interviewing",
        events=[{"date": "2026-02", "what": "applied", "note": hidden}],
        next={"do": hidden, "due": "2026-01"},
        tier=1,
        roles=[
            role(
                "ml",
                asks=[hidden],
                fit=5,
                assessment=hidden,
                compensation={"posted": hidden, "estimate": hidden, "source": hidden},
                posting={"checked": "2026-02", "live": True},
            )
        ],
        proof_points=[row("a", accepted=hidden, concept="quokka")],
        gaps=[{"id": "g", "about": "a", "gap": hidden, "framing": hidden}],
    )
    drawn = draw(tmp_path, files, audience=Audience.PUBLIC)
    page = drawn.tree(ACME)
    assert headings(page) == ["Pitch", TABLE_TITLE]
    for path in drawn.paths:
        assert "quokka" not in drawn.html(path).lower()
    words = (
        "fit",
        "stage",
        "overdue",
        "interview",
        "drafting",
        "gap",
        "pay",
        "next",
        "live",
        "waived",
    )
    assert [word for word in words if word in page.text.lower().split()] == []
    assert not any(
        page.has(f".ev-{name}") for name in ("stage", "fit", "gaps", "drill", "due", "used")
    )
    assert not drawn.page(ACME).is_private


def test_page_says_what_it_is(tmp_path: Path) -> None:
    page = draw(tmp_path).page(ACME)
    assert (page.path, page.layout, page.is_private, page.in_nav) == (
        ACME,
        "application",
        True,
        False,
    )
    told = "Acme, Senior ML Engineer: each requirement with its evidence."
    assert page.description == told


def test_roles_directive_shows_the_postings(tmp_path: Path) -> None:
    page = draw_dossier(tmp_path, "## Notes\n\n```roles\n```\n", roles=[role("ml"), role("be")])
    assert part(page, "Notes").one("div.ev-roles").texts("h2") == ["Role ml", "Role be"]


def test_roles_directive_without_roles_shows_nothing(tmp_path: Path) -> None:
    assert (
        renderer(tmp_path, {f"content/{ACME}": dossier()}, page=ACME, application="acme").directive(
            "roles", ""
        )
        == ""
    )


def test_records_of_a_directive_stand_in_the_section(tmp_path: Path) -> None:
    files = {
        "content/evidence/qortex.yml": evidence(
            record("one", skills=["rust"]), record("two", skills=["sql"])
        ),
        f"content/{ACME}": dossier("## Notes\n\n```evidence\nskills: [sql]\n```\n"),
    }
    page = draw(tmp_path, files).tree(ACME)
    assert [i for i in page.ids if "/" in i] == ["qortex/two"]


def test_the_author_alone_is_led_to_what_a_recipient_sees(tmp_path: Path) -> None:
    files = {f"content/{ACME}": dossier(audience="public")}
    name = "What a recipient sees"
    assert draw(tmp_path, files).tree(ACME).links()[name] == "preview/"
    seen = draw(tmp_path, files, audience=Audience.PUBLIC)
    assert name not in seen.tree(ACME).links()
    assert not [path for path in seen.files if "preview" in path]
    preview = draw(tmp_path, files).files["applications/acme/preview/index.html"]
    assert parse(preview).one("h1").text == "Ada Example"
