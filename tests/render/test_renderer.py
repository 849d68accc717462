"""References on a page: what they lead to, what they say, what is left of dead ones."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.render.renderer import UNKNOWN, Renderer
from tests.html import Node, parse
from tests.render.fixtures import ACME, HOME, evidence, metric, project, record, renderer

HERE = Document("content/index.md")
PRIVATE_RECORD = {
    "content/evidence/own.yml": evidence(record("secret"), audience="private", project=None),
    "content/projects/own.md": project(title="Own", audience="private"),
}


def inline(text: str, found: Renderer) -> Node:
    return parse(found.text(text, HERE))


def test_citation_links_the_card_and_says_how_it_can_be_checked(tmp_path: Path) -> None:
    cite = inline("[a *ranker*](evidence:qortex/gain)", renderer(tmp_path)).one("a")
    assert cite.attributes["href"] == "projects/qortex/#qortex/gain"
    assert cite.attributes["data-check"] == "rerun"
    assert cite.shown == "a ranker"
    assert cite.text == "a ranker (repeatable)"


def test_metric_is_its_value_alone(tmp_path: Path) -> None:
    page = inline("by [](evidence:qortex/gain#precision)!", renderer(tmp_path))
    assert page.text == "by +22%!"
    assert page.one("span.ev-num").text == "+22%"
    assert not page.has("a")


def test_metric_keeps_unit_and_value_on_a_line(tmp_path: Path) -> None:
    slow = record("slow", metrics=[metric("time", 0.02, unit="ms")])
    found = renderer(tmp_path, {"content/evidence/qortex.yml": evidence(slow)})
    assert "0.02\N{NO-BREAK SPACE}ms" in found.text("[](evidence:qortex/slow#time)", HERE)


def test_project_is_linked(tmp_path: Path) -> None:
    assert inline("[q](project:qortex)", renderer(tmp_path)).links() == {"q": "projects/qortex/"}


@pytest.mark.parametrize(
    ("page", "link"), [(ACME, "#proof-ranking"), (HOME, "applications/acme/#proof-ranking")]
)
def test_row_is_linked_from_whatever_page_its_dossier_is_told_on(
    page: str, link: str, tmp_path: Path
) -> None:
    found = renderer(tmp_path, page=page, application="acme")
    assert inline("[r](proof:ranking)", found).links() == {"r": link}


@pytest.mark.parametrize("kind", ["estimate", "posting", "market", "other"])
def test_marked_figure_is_its_text(kind: str, tmp_path: Path) -> None:
    found = renderer(tmp_path).text(f"takes [4–6 *weeks*](figure:{kind})", HERE)
    assert found == "takes 4–6 <em>weeks</em>"


@pytest.mark.parametrize(
    "address",
    [
        "evidence:qortex/nope",
        "evidence:nope",
        "project:nope",
        "proof:nope",
        "proof:ranking",
        "figure:nope",
        "evidence:own/secret",
        "project:own",
    ],
)
def test_dead_reference_leaves_only_its_text(address: str, tmp_path: Path) -> None:
    found = renderer(tmp_path, PRIVATE_RECORD, audience=Audience.PUBLIC)
    page = inline(f"a [*said* thus]({address}) b", found)
    assert page.text == "a said thus b"
    assert not page.has("a")
    assert "own" not in found.text(f"[x]({address})", HERE)


@pytest.mark.parametrize("address", ["evidence:qortex/gain#nope", "evidence:qortex/nope#x"])
def test_dead_value_is_a_question_mark(address: str, tmp_path: Path) -> None:
    assert inline(f"[]({address})", renderer(tmp_path)).text == UNKNOWN


def test_author_sees_private_records_as_links(tmp_path: Path) -> None:
    page = inline("[s](evidence:own/secret)", renderer(tmp_path, PRIVATE_RECORD))
    assert page.links() == {"s": "evidence/#own/secret"}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("with [a *ranker*](evidence:qortex/gain)", "with a ranker"),
        ("by [](evidence:qortex/gain#precision)", "by +22%"),
        ("[](evidence:qortex/gain#nope)", UNKNOWN),
        ("[dead](evidence:no/no)", "dead"),
        ("[4 weeks](figure:estimate)", "4 weeks"),
        ("  [q](project:qortex)  ", "q"),
        ("", ""),
        (None, ""),
    ],
)
def test_plain_text_has_values_and_no_markup(text: str | None, plain: str, tmp_path: Path) -> None:
    assert renderer(tmp_path).plain(text) == plain


def test_no_text_renders_to_nothing(tmp_path: Path) -> None:
    found = renderer(tmp_path)
    assert found.text(None, HERE) == found.text("", HERE) == ""


def test_links_are_written_from_the_folder_of_the_file_they_stand_in(tmp_path: Path) -> None:
    files = {"content/about.md": "---\ntitle: About\naudience: public\n---\n"}
    found = renderer(tmp_path, files, page=ACME)
    assert parse(found.text("[a](about.md)", HERE)).links() == {"a": "../../about/"}
    deep = Document("content/projects/qortex.md")
    assert parse(found.text("[a](../about.md)", deep)).links() == {"a": "../../about/"}
    assert parse(found.text("[a](about.md)", deep)).text == "a"


def test_directive_with_a_fault_draws_nothing(tmp_path: Path) -> None:
    found = renderer(tmp_path, page=ACME, application="acme")
    assert found.directive("coverage", "roll: ml") == ""
    assert found.directive("coverage", "- ml") == ""
    assert found.directive("coverage", "role: [") == ""
    assert parse(found.directive("coverage", "role: ml")).has("svg.ev-ring")


@pytest.mark.parametrize("name", ["gaps", "pipeline", "matrix", "strengthen"])
@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
def test_private_directive_draws_nothing_for_others(
    name: str, audience: Audience, tmp_path: Path
) -> None:
    files = {
        f"content/{ACME}": "---\ncompany: Acme\naudience: public\nroles: [{id: a, title: A}]\n"
        "proof_points: [{id: r, requirement: R, strength: weak, note: n}]\n"
        "gaps: [{id: g, about: r, gap: G}]\n---\n"
    }
    private = renderer(tmp_path, files, page=ACME, application="acme")
    assert private.directive(name, "")
    others = renderer(tmp_path, files, page=ACME, application="acme", audience=audience)
    assert others.directive(name, "") == ""


@pytest.mark.parametrize("name", ["proof-points", "coverage", "roles", "gaps"])
def test_directive_of_a_dossier_draws_nothing_outside_of_one(name: str, tmp_path: Path) -> None:
    assert renderer(tmp_path).directive(name, "") == ""


def test_anchors_are_unique_on_a_page_and_start_anew_on_the_next(tmp_path: Path) -> None:
    found = renderer(tmp_path)
    assert [found.anchor("gaps") for _ in range(3)] == ["gaps", "gaps-2", "gaps-3"]
    assert found.anchor("gaps-2") == "gaps-2-2"
    assert found.anchor("content") == "content-2"
    assert found.on(ACME).anchor("gaps") == "gaps"


def test_anchor_that_others_link_to_stands_once(tmp_path: Path) -> None:
    found = renderer(tmp_path)
    assert [found.first_anchor("qortex/gain") for _ in range(2)] == ["qortex/gain", ""]
    assert found.anchor("qortex/gain") == "qortex/gain-2"
    assert found.on(ACME).first_anchor("qortex/gain") == "qortex/gain"


def test_template_is_named_without_its_folder(tmp_path: Path) -> None:
    drawn = renderer(tmp_path).template("formula")
    assert parse(drawn).one("summary").text == "How the percentage is counted"


SCOPED = record(
    "scoped",
    metrics=[metric("gain", 22, unit="%", scope="on *20* [](evidence:qortex/scoped#gain) <b>")],
    must_say=["20 concepts"],
)
UNSCOPED = record("unscoped", metrics=[metric("gain", 3)], must_say=["a * b", "other words"])
BARE = record("bare", metrics=[metric("gain", 3)])
TITLED = {
    '[](evidence:qortex/scoped#gain "with scope")': "22% (on 20 22% <b>)",
    '[](evidence:qortex/unscoped#gain "with scope")': "3 (a * b)",
    '[](evidence:qortex/bare#gain "with scope")': "3",
    '[](evidence:qortex/scoped#gain "in *one*\n test & <i>")': "22% (in *one* test & <i>)",
    '[](evidence:qortex/scoped#gain " ")': "22%",
    '[words](evidence:qortex/scoped "with scope")': "words",
}


@pytest.mark.parametrize("text", TITLED)
def test_titled_metric_is_its_value_and_what_goes_with_it(text: str, tmp_path: Path) -> None:
    known = {"content/evidence/qortex.yml": evidence(SCOPED, UNSCOPED, BARE)}
    found = renderer(tmp_path, known)
    page = inline(text, found)
    assert page.shown == TITLED[text]
    assert found.plain(text) == TITLED[text]
    if "#" in text:
        assert page.one("span.ev-num").text == TITLED[text].partition(" (")[0]


def test_qualifier_of_a_private_record_is_not_shown(tmp_path: Path) -> None:
    found = renderer(tmp_path, PRIVATE_RECORD, audience=Audience.PUBLIC)
    page = inline('[](evidence:own/secret#gain "with scope")', found)
    assert page.text == UNKNOWN
