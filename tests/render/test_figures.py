"""Figures: what each is of is said in one way everywhere, with what must go with it."""

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from dossier.model.figure import Figure
from dossier.render.figures import FigureView, figure_view, written
from dossier.templates import THEME
from tests.render.fixtures import evidence, metric, record, renderer

FILE = "content/evidence/qortex.yml"
FIGURE = FigureView(
    value=Figure("+22", "%"),
    name="recall & rank",
    baseline=Markup("<em>BM25</em>"),
    scope=Markup("per query"),
    qualifier="<warm>",
    name_qualifier="20 concepts",
)


def test_qualifier_depends_on_what_stands_beside_the_figure(tmp_path: Path) -> None:
    gain = record(
        "gain",
        claim="It gains",
        must_say=["controlled", "20 concepts"],
        metrics=[metric("precision", 22, scope="controlled domain")],
    )
    found = renderer(tmp_path, {FILE: evidence(gain)})
    entry = found.frame.library.records["qortex/gain"]
    figure = figure_view(found, entry, entry.record.metrics[0])
    assert (figure.qualifier, figure.name_qualifier) == ("", "controlled")


def test_a_figure_that_nobody_has_confirmed_is_marked_wherever_it_stands(tmp_path: Path) -> None:
    doubtful = record(
        "gain", claim="It gains", status="unconfirmed", metrics=[metric("precision", 22)]
    )
    found = renderer(tmp_path, {FILE: evidence(doubtful)})
    entry = found.frame.library.records["qortex/gain"]
    figure = figure_view(found, entry, entry.record.metrics[0])
    told = (figure.in_full, figure.in_ledger, figure.without_scope, figure.in_short)
    assert all("not confirmed" in text for text in told)


def test_a_figure_is_told_with_what_is_not_said_beside_it() -> None:
    against = "recall &amp; rank against <em>BM25</em>"
    assert FIGURE.in_full == f"{against}; per query (&lt;warm&gt;)"
    assert FIGURE.beside_scope == f"{against} (&lt;warm&gt;)"
    assert FIGURE.in_ledger == f"{against}, &lt;warm&gt;"
    assert FIGURE.without_scope == f"{against} (20 concepts)"
    assert FIGURE.in_short == "recall & rank (20 concepts)"


def test_a_figure_of_which_nothing_is_known_has_its_name() -> None:
    bare = replace(FIGURE, baseline=Markup(""), scope=Markup(""), qualifier="", name_qualifier="")
    assert {bare.in_full, bare.beside_scope, bare.in_ledger, bare.without_scope} == {
        "recall &amp; rank"
    }
    assert bare.in_short == "recall & rank"


def test_texts_are_escaped_and_markup_is_not() -> None:
    assert written("a < b", Markup("<i>c</i>"), "d & e", "<f>") == (
        "a &lt; b against <i>c</i>; d &amp; e (&lt;f&gt;)"
    )


def test_templates_spell_no_figure_themselves() -> None:
    for path in THEME.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        spelled = (" against ", ".baseline", "qualifier", '"%"')
        assert [word for word in spelled if word in text] == [], path.name
