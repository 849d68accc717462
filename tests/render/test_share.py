"""The recipient's page: who, the match, three proofs, every row."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.evidence import Metric
from dossier.model.library import Section
from dossier.render.headlines import _turn
from dossier.render.share import ShareDocument, spell_page, split_lede
from tests.builders import MINIMAL, write_site
from tests.html import Node, parse
from tests.render.fixtures import (
    ACME,
    TEMPLATES,
    dossier,
    evidence,
    metric,
    project,
    record,
    role,
    row,
)
from tests.views import shared_view

RECORDS = evidence(
    record("speed", metrics=[metric("ms", 3, unit="ms"), metric("s", 1)]),
    record("gain", metrics=[metric("up", 22, name="uplift", unit="%", op="+", baseline="before")]),
    record("size", metrics=[metric("lines", 7)], must_say=["rough"]),
    record("plain"),
    record("last", metrics=[metric("n", 9)]),
    record("early", metrics=[metric("early", 2, unit="days")]),
    record("sizes", metrics=[metric("lines", 8), metric("columns", 9)]),
    record("course", metrics=[metric("d", 58, name="training days"), metric("p", 121)]),
    record("boats", claim="Boats, 2014"),
    record("paper", metrics=[metric("pages", 8)], source={"label": "Paper"}),
)


def document(root: Path, body: str = "", /, profile: str = "", **fields: object) -> ShareDocument:
    files = {
        **MINIMAL,
        "content/evidence/a.yml": RECORDS,
        f"content/{ACME}": dossier(body, **fields),
    }
    if profile:
        files["content/profile.yml"] = profile
    settings = write_site(root, files)
    view = shared_view(settings)
    return view.document("acme", page="s/aa/index.md")


def drawn(root: Path, body: str = "", /, profile: str = "", **fields: object) -> Node:
    return parse(document(root, body, profile, **fields).html)


def test_a_section_that_says_nothing_is_no_heading_to_its_reader(tmp_path: Path) -> None:
    tree = drawn(tmp_path, "## Pitch\n\nI measure.\n\n## Why\n\n## Letter\n\nDear all.\n")
    titles = [heading.text for heading in tree.all("h2")]
    assert "Letter" in titles
    assert "Why" not in titles


def test_company_name_and_place_come_first(tmp_path: Path) -> None:
    tree = drawn(tmp_path, roles=[role("ml")])
    assert tree.one("p.ev-kicker").text == "For Acme, Role ml"
    assert tree.one("h1").text == "Ada Example"
    assert tree.one("p.ev-role").text == "Engineer at Initech, until Jun 2024. Austin, TX."


@pytest.mark.parametrize(
    ("job", "said"),
    [
        ("{employer: Hooli}", "Worked at Hooli."),
        ("{employer: Hooli, from: 2024}", "At Hooli."),
        ("{employer: Hooli & Co., from: 2024}", "At Hooli & Co."),
        ("{employer: Hooli, title: Lead, from: 2024}", "Lead, Hooli."),
        ("{employer: Hooli, title: Lead}", "Lead at Hooli."),
        ("{employer: Old, title: Intern, to: 2014}, {employer: Hooli, from: 2015}", "At Hooli."),
        ("{employer: Hooli, title: Lead, to: present}", "Lead, Hooli."),
    ],
)
def test_where_someone_works_is_said_as_far_as_it_is_known(
    job: str, said: str, tmp_path: Path
) -> None:
    tree = drawn(tmp_path, "", f"name: Ada\nwork: [{job}]\n")
    assert tree.one("p.ev-role").text == said


JOB = "work: [{employer: Hooli, title: Lead Surveyor, from: 2024}]\n"


@pytest.mark.parametrize(
    ("headline", "said"),
    [
        (
            "Surveyor (IHO Category A)",
            "Surveyor (IHO Category A). Lead Surveyor, Hooli.",
        ),
        ("Lead surveyor, chartered", "Lead surveyor, chartered. At Hooli."),
        ("I measure what I build", "Lead Surveyor, Hooli."),
        ("Charts that mariners trust.", "Lead Surveyor, Hooli."),
        ("Surveyor " * 12, "Lead Surveyor, Hooli."),
    ],
)
def test_what_somebody_calls_themselves_stands_under_the_name_where_a_pitch_opens(
    headline: str, said: str, tmp_path: Path
) -> None:
    profile = f"name: Ada\nheadline: {headline}\n{JOB}"
    tree = drawn(tmp_path / "led", "## Pitch\n\nI measure.\n", profile)
    assert tree.one("p.ev-role").text == said
    bare = drawn(tmp_path / "bare", "", profile)
    assert bare.one("p.ev-role").text == "Lead Surveyor, Hooli.", "above it as a sentence"
    assert bare.one("div.ev-lede").text == headline.strip()


def test_the_pitch_opens_the_page_and_its_rest_follows_the_table(tmp_path: Path) -> None:
    body = "## Why Acme\n\nBecause.\n\n## Pitch\n\nI *measure*.\n\nAnd more.\n"
    tree = drawn(tmp_path, body, proof_points=[row("a")])
    assert tree.one("div.ev-lede").text == "I measure."
    told = ["Your requirements, my evidence", "Why Acme", "Work and education", "Pitch"]
    assert tree.texts("h2")[:4] == told
    assert [part.text for part in tree.all("section.ev-part")][3] == "Pitch And more."


def test_without_a_pitch_the_headline_opens_it(tmp_path: Path) -> None:
    assert drawn(tmp_path).one("div.ev-lede").text == "I measure what I build"
    assert not drawn(tmp_path, "", "name: Ada\n").has(".ev-lede")


def test_a_table_that_the_author_places_comes_first_too(tmp_path: Path) -> None:
    body = "## Why Acme\n\nBecause.\n\n## Letter\n\n```proof-points\n```\n"
    tree = drawn(tmp_path, body, proof_points=[row("a")])
    assert tree.texts("h2")[:3] == ["Letter", "Why Acme", "Work and education"]
    assert len(tree.all("table.ev-req")) == 1


def figures(tree: Node) -> list[tuple[str, str]]:
    items = tree.one("ul.ev-metrics").all("li")
    return [(li.one(".ev-metric__v").text, li.one(".ev-metric__l").text) for li in items]


def test_three_proofs_are_those_that_the_pitch_names_then_the_strongest(tmp_path: Path) -> None:
    body = "## Pitch\n\nUp [](evidence:a/gain#up), [](evidence:a/gain#up), [x](evidence:a/last).\n"
    rows = [
        row("weak", strength="moderate", note="So", evidence=["a/last"]),
        row("best", strength="direct", evidence=["a/plain", "a/size", "a/speed"]),
    ]
    assert figures(drawn(tmp_path, body, proof_points=rows)) == [
        ("+22%", "uplift against before"),
        ("3 ms", "ms"),
        ("7", "lines (rough)"),
    ]


def test_of_rows_alike_a_change_stands_before_a_count(tmp_path: Path) -> None:
    rows = [row("best", strength="direct", evidence=["a/size", "a/gain", "a/early"])]
    assert [value for value, _ in figures(drawn(tmp_path, proof_points=rows))] == ["+22%", "7"]


def test_a_cited_project_leads_with_its_headline_and_is_named(tmp_path: Path) -> None:
    rows = [
        row("most", strength="direct", evidence=["a/gain"]),
        row("led", strength="strong", evidence=["a/sizes"]),
    ]
    told = {}
    for audience in ("private", "shared", "public"):
        root = tmp_path / audience
        text = project(audience=audience, title="Rig", headline=["a/sizes#columns"])
        files = {"content/evidence/a.yml": RECORDS, "content/projects/qortex.md": text}
        settings = write_site(
            root, {**MINIMAL, **files, f"content/{ACME}": dossier(proof_points=rows)}
        )
        tree = parse(shared_view(settings).document("acme", page="s/aa/index.md").html)
        line = tree.all("p.ev-project")
        told[audience] = [value for value, _ in figures(tree)], [p.text for p in line]
        cards = {"Claim gain": "#a/gain", "Claim sizes": "#a/sizes"}
        page = {"Rig": "../../projects/qortex/"} if audience == "public" else {}
        assert [p.links() for p in line] == [page | cards] * len(line)
    known = ["9", "+22%"], ["My project Rig: Claim gain; Claim sizes"]
    assert told == {"private": (["+22%", "8"], []), "shared": known, "public": known}


def test_of_a_record_stands_what_says_most(tmp_path: Path) -> None:
    names = {"training days": 3, "trainees": 3, "passed, of 134 trainees": 1}
    assert {name: _turn(named(name)) for name in names} == names
    assert _turn(named("trainees", scope="of 134")) == 1
    tree = drawn(tmp_path, proof_points=[row("a", evidence=["a/course"])])
    assert [value for value, _ in figures(tree)] == ["121"]


def test_a_figure_promises_no_more_than_its_record_keeps(tmp_path: Path) -> None:
    rows = [row("a", evidence=["a/paper"]), row("b", evidence=["a/plain"])]
    tree = drawn(tmp_path, proof_points=rows)
    assert tree.one(".ev-metric__src").text == "Source on request for pages"
    assert tree.one(".ev-metric__src").links() == {"Source on request": "#a/paper"}


def test_where_nothing_opens_one_line_says_so_of_all(tmp_path: Path) -> None:
    tree = drawn(tmp_path, proof_points=[row("a", evidence=["a/paper"])])
    assert tree.one(".ev-metric__src").links() == {"What shows it": "#a/paper"}
    assert tree.one("td.p").one("summary").shown == "What shows it"
    assert ("Source", "Paper") in tree.one("td.p").one("details").facts
    assert tree.texts(".ev-ledger__src") == ["Paper"]
    assert tree.text.count("on request") == 2
    assert "1 of 1 covered, with a source on request" in tree.one("div.ev-tally").text
    assert "Each source is shown on request: ask me." in tree.text


def test_figures_that_a_row_asks_for_stand_first_a_must_before_the_rest(tmp_path: Path) -> None:
    asked = {"evidence": ["a/last"], "requirement": "Lead the n of a crew", "priority": "nice"}
    must = {"evidence": ["a/sizes"], "requirement": "Proven experience with columns"}
    rows = [row("led", evidence=["a/gain"], strength="direct"), row("b", **asked), row("c", **must)]
    assert [value for value, _ in figures(drawn(tmp_path, proof_points=rows))] == ["9", "9", "+22%"]
    told = [name for _, name in figures(drawn(tmp_path / "again", proof_points=rows))]
    assert told[:2] == ["columns", "n"]


def test_what_a_trade_is_learned_by_is_education_wherever_it_is_listed(tmp_path: Path) -> None:
    profile = (
        "name: Ada\nwork: [{employer: Inn, title: Cook}]\n"
        "certificates: [{name: CAP Cuisine, date: 2014}, {name: First aid}]\n"
    )
    tree = drawn(tmp_path, "", profile)
    life = next(part for part in tree.all("section.ev-part") if "Work and" in part.text)
    assert "CAP Cuisine, 2014" in life.text
    assert tree.text.count("CAP Cuisine") == 1
    assert "First aid" not in life.text


def test_a_paper_without_further_name_is_asked_for_in_three_words(tmp_path: Path) -> None:
    told = {
        "bare": ({"label": "Certificate"}, "Certificate on request"),
        "named": ({"label": "Letter of the guild"}, "Letter of the guild"),
    }
    records = [record(n, kind="credential", source=s) for n, (s, _) in told.items()]
    files = {**MINIMAL, "content/evidence/a.yml": evidence(*records)}
    rows = {f"content/{ACME}": dossier(proof_points=[row(n, evidence=[f"a/{n}"]) for n in told])}
    view = shared_view(write_site(tmp_path, files | rows))
    tree = parse(view.document("acme", page="s/aa/index.md").html)
    assert tree.texts(".ev-ledger__src") == [said for _, said in told.values()]
    assert tree.texts("summary")[1] == "Certificate on request for Need bare"


def test_no_language_and_no_certificate_is_missing_as_a_row_cites_it(tmp_path: Path) -> None:
    files = {
        **MINIMAL,
        "content/profile.yml": "name: Ada\nlanguages: [{language: Finnish}, {language: Swedish}]\n"
        "certificates: [{name: First aid}]\n",
        "content/evidence/a.yml": evidence(
            record("sv", claim="Swedish", source={"label": "Letter"}),
            record("aid", claim="First aid", source={"label": "Card"}),
        ),
        f"content/{ACME}": dossier(proof_points=[row("a", evidence=["a/sv", "a/aid"])]),
    }
    view = shared_view(write_site(tmp_path, files))
    tree = parse(view.document("acme", page="s/aa/index.md").html)
    life = next(part for part in tree.all("section.ev-part") if "Skills and" in part.text)
    assert "Finnish; Swedish" in life.text
    assert "First aid" in life.text


def named(name: str, **others: str) -> Metric:
    return Metric.model_validate({"id": "a", "name": name, "value": 7, **others})


def test_a_match_promises_no_more_than_its_row_keeps(tmp_path: Path) -> None:
    marks = {
        "paper": "Strong",
        "said": "My own word",
        "bare": "Claimed only",
        "old": "Stale",
        "nothing": "My own word",
    }
    records = evidence(
        record("paper", source={"label": "Paper"}),
        record("said", check="statement", source=None),
        record("bare", status="unconfirmed"),
        record("old", valid_until="2020-01-01"),
    )
    rows = [
        row(name, strength="strong", evidence=[f"b/{name}"] if name != "nothing" else [])
        for name in marks
    ]
    files = {**MINIMAL, "content/evidence/b.yml": records}
    settings = write_site(tmp_path, {**files, f"content/{ACME}": dossier(proof_points=rows)})
    tree = parse(shared_view(settings).document("acme", page="s/aa/index.md").html)
    assert tree.texts("td.s") == list(marks.values())
    legend = [node.text for node in tree.one("p.ev-legend").all("span.ev-s")]
    assert legend == ["Strong", "My own word", "Claimed only", "Stale"]
    tally = [node.text for node in tree.one("div.ev-tally").all("span.ev-s")]
    assert tally[-1] == "2 on my own word"


def test_a_project_is_named_to_recipients_of_its_records_alone(
    tmp_path: Path,
) -> None:
    said = project(audience="shared", title="Rig", line="Ropes for *two* masts.")
    known = {}
    for name, cited in (("none", "b/other"), ("one", "a/gain")):
        files = {
            "content/evidence/a.yml": RECORDS,
            "content/evidence/b.yml": evidence(record("other"), project=None),
            "content/projects/qortex.md": project(
                audience="shared", title="Sail", line="Claim gain"
            ),
            "content/projects/rig.md": said,
        }
        rows = {f"content/{ACME}": dossier(proof_points=[row("a", evidence=[cited])])}
        settings = write_site(tmp_path / name, {**MINIMAL, **files, **rows})
        tree = parse(shared_view(settings).document("acme", page="s/aa/index.md").html)
        known[name] = tree.texts("p.ev-project")
    assert known["none"] == []
    assert known["one"] == ["My project Sail: Claim gain"], "what its record says is said once"


def test_a_team_stands_behind_what_came_of_it() -> None:
    told = {"team": 3, "lines": 2}
    assert {name: _turn(named(name)) for name in told} == told


def test_a_dossier_without_rows_has_neither_ring_nor_proofs(tmp_path: Path) -> None:
    tree = drawn(tmp_path)
    assert not tree.has("ul.ev-metrics")
    assert not tree.has("svg.ev-ring")
    assert not tree.has("table.ev-req")


def test_several_roles_have_a_ring_each(tmp_path: Path) -> None:
    tree = drawn(tmp_path, roles=[role("ml"), role("rust")], proof_points=[row("a")])
    assert tree.texts("p.ev-head__role") == ["Role ml", "Role rust"]
    assert len(tree.all("svg.ev-ring")) == 2
    one = drawn(tmp_path, roles=[role("ml")], proof_points=[row("a")])
    assert not one.has("p.ev-head__role")


def test_a_role_that_no_row_is_about_says_so(tmp_path: Path) -> None:
    rows = [row("a", evidence=["a/gain"], roles=["ml"])]
    tree = drawn(tmp_path, roles=[role("ml"), role("rust")], proof_points=rows)
    said = [score.one("div.ev-tally").text for score in tree.all("div.ev-head__score")]
    assert said == ["1 of 1 covered, with a source you can open", "n/a: nothing is asked"]
    assert len(tree.all("svg.ev-ring")) == 1


def test_the_match_is_in_words_and_its_percentage_is_said_once(tmp_path: Path) -> None:
    rows = [row("a", evidence=["a/gain"]), row("b", evidence=["a/gain"], strength="moderate")]
    tree = drawn(tmp_path, proof_points=rows)
    assert tree.one("div.ev-head__scores").one("div.ev-tally").text == (
        "1 of 2 covered, with a source you can open1 partial"
    )
    assert tree.one("svg.ev-ring").attributes["aria-hidden"] == "true"
    formula = tree.one("details.ev-formula")
    assert formula.one("summary").text == "How it is weighed", "no second count beside the first"
    assert formula.texts("p")[0] == "75%, a partial one half."
    assert tree.text.count("75%") == 1
    assert not tree.has("a.ev-id"), "names of files say nothing to a recipient"


def test_the_recipient_is_addressed(tmp_path: Path) -> None:
    tree = drawn(tmp_path, proof_points=[row("a")])
    assert tree.texts("th")[:3] == ["You ask for", "What I can show", "Match"]


CONTACT = """\
name: Ada Example
email: ada@example.org
phone: +1 (555) 01
resume: https://example.org/cv.pdf
links: [{label: Code, url: https://example.org/ada}]
"""


def test_ways_to_get_in_touch_stand_at_top_foot_and_bar(tmp_path: Path) -> None:
    tree = drawn(tmp_path, "", CONTACT, roles=[role("ml", title="R & D")])
    expected = {
        "Email Ada": "mailto:ada@example.org?subject=Acme%3A%20R%20%26%20D",
        "Call": "tel:+155501",
        "Résumé": "https://example.org/cv.pdf",
    }
    for place in ("header.ev-head", "section.ev-contact", "nav.ev-bar-fixed"):
        links = tree.one(place).links()
        assert {name: links.get(name) for name in expected} == expected
    assert "Ask me about any row above: ada@example.org, +1 (555) 01." in tree.text


def test_without_any_there_are_no_buttons(tmp_path: Path) -> None:
    tree = drawn(tmp_path, "", "name: Ada\n")
    assert not tree.has(".ev-btn")
    assert not tree.has("nav.ev-bar-fixed")
    assert "Ask me about any row above." in tree.text


LIFE = """\
name: Ada
work:
  - {employer: Hooli, title: Lead, from: 2020, to: present, highlights: [Ten teams moved]}
  - {employer: Umbrella, title: Intern, from: 2014, to: 2015, audience: private}
  - {employer: Initech, title: Engineer, from: 2015, to: 2019, summary: Rankers}
education: [{field: Linguistics, institution: Leeds, to: 2014}]
skills: [{group: Tools, skills: [SQL]}]
"""


def test_work_and_education_stand_right_under_what_is_asked_for(tmp_path: Path) -> None:
    tree = drawn(tmp_path, "## Pitch\n\nI rank.\n\n## Why\n\nSo.\n", LIFE, proof_points=[row("a")])
    titles = [heading.text for heading in tree.all("h2")]
    assert titles[:3] == ["Your requirements, my evidence", "Why", "Work and education"]
    assert titles[3] == "Skills and more"
    life = tree.one("section.ev-part--life")
    assert life.texts("h3") == ["Work", "Education"]
    assert life.facts == [
        ("Lead, Hooli, since 2020", "What came of it: Lead, Hooli, since 2020Ten teams moved"),
        ("Engineer, Initech, 2015–2019", "Rankers"),
        ("Linguistics, Leeds, 2014", ""),
    ]
    assert "Umbrella" not in tree.text


def test_a_recipient_reads_no_warning_of_a_language_and_a_whole_list_of_certificates(
    tmp_path: Path,
) -> None:
    life = "name: Ada\nlanguages: [{language: English}]\n"
    life += "certificates: [{name: Boats, date: 2014}, {name: Cranes}]\n"
    spoken = row("a", requirement="Good English", strength="direct", evidence=[])
    tree = drawn(tmp_path, "", life, proof_points=[spoken, row("b", evidence=["a/boats"])])
    cell = tree.one("table.ev-req").all("td.p")[0]
    assert cell.texts("p") == ["English"]
    assert not cell.has("svg"), "nothing is wrong with it"
    assert tree.one("table.ev-req").all("td.s")[0].text == "My own word"
    assert ("Certificates", "Boats, 2014; Cranes") in tree.facts, "the list is whole"


def test_company_without_a_role_is_named_once(tmp_path: Path) -> None:
    assert drawn(tmp_path).one("p.ev-kicker").text == "For Acme"


def test_records_stand_once_where_they_are_first_drawn(tmp_path: Path) -> None:
    body = "## Why Acme\n\n[x](evidence:a/last)\n\n```evidence\nproject: qortex\n```\n"
    tree = drawn(tmp_path, body, proof_points=[row("a", evidence=["a/speed"])])
    assert tree.ids.count("a/speed") == tree.ids.count("a/last") == 1
    assert "Every record cited here" not in tree.texts("h2")


def section(text: str) -> Section:
    return Section("pitch", "Pitch", Audience.SHARED, text, 3, 40)


@pytest.mark.parametrize(
    ("text", "lede", "rest"),
    [
        ("\nOne\ntwo.\n\nThree.\n", "One\ntwo.", "\n\n\n\nThree.\n"),
        ("\nOne.\n\n", "One.", None),
        ("\n- a\n\nOne.\n", "", "\n- a\n\nOne.\n"),
        ("\nOne[^1].\n\n[^1]: Note\n", "", "\nOne[^1].\n\n[^1]: Note\n"),
        ("\n[One].\n\n[One]: https://a.org\n", "", "\n[One].\n\n[One]: https://a.org\n"),
        ("<!-- 200k\nis enough --> One.\nTwo.\n", "One.", "\n\nTwo.\n"),
        ("", "", ""),
    ],
    ids=["two", "one", "list", "footnote", "definition", "comment", "nothing"],
)
def test_the_lede_is_the_first_paragraph(text: str, lede: str, rest: str | None) -> None:
    found, left = split_lede(section(text))
    assert found == lede
    assert (left and left.text) == rest


def test_a_preview_is_a_page_that_asks_for_nothing(tmp_path: Path) -> None:
    made = document(tmp_path, proof_points=[row("a")])
    assert made.title == "Ada Example for Acme"
    page = spell_page(made, TEMPLATES)
    tree = parse(page)
    assert tree.one("title").text == "Ada Example for Acme"
    assert [link.attributes["href"] for link in tree.all("link")] == ["data:,"]
    assert [each.attributes["type"] for each in tree.all("script")] == ["application/ld+json"]
    assert "noindex" in page
    assert made.css in page


def test_a_comment_before_the_first_words_is_not_sent(tmp_path: Path) -> None:
    body = "## Pitch\n\n<!-- ask for\n200k --> I measure.\n\nMore.\n"
    made = document(tmp_path, body)
    assert parse(made.html).one("div.ev-lede").text == "I measure."
    assert "200k" not in made.html
