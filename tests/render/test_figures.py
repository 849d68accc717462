"""Figures: what each is of is said in one way everywhere, with what must go with it."""

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from dossier.model.evidence import Metric
from dossier.model.figure import Figure, named
from dossier.render.figures import FigureView, figure_view, named_once, written
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


def test_one_in_place_of_several_is_told_so_that_it_reads_behind_its_value() -> None:
    for name, value, before, told in (
        ("shows stopped", 1, 9, "down from 9 shows stopped"),
        ("critical incidents a year", 1, 4, "down from 4 critical incidents a year"),
        ("shows stopped", 2, 9, "shows stopped, from 9"),
        ("shows stopped", 1, 0, "shows stopped, from 0"),
        ("rank among stores", 1, 3, "rank among stores, from 3"),
        ("share of loans", 1, 3, "share of loans, from 3"),
        ("loss", 1, 3, "loss, from 3"),
    ):
        values = {"id": "a", "name": name, "value": value, "before": before}
        metric = Metric.model_validate(values)
        assert named_once(metric, named(metric)) == told
    share = Metric.model_validate(
        {"id": "a", "name": "late trains", "value": 1, "unit": "%", "before": 9}
    )
    assert named_once(share, named(share)) == "late trains, from 9%"
