"""Charts: what compares, where bars begin and end, and what is said beside them."""

from decimal import Decimal
from pathlib import Path

import pytest
from markupsafe import Markup

from dossier.model.evidence import Metric
from dossier.model.figure import spell
from dossier.render.charts import ChartView, Mark, chart, comparable
from tests.html import Node
from tests.render.fixtures import HOME, QORTEX, draw, evidence, metric, project, record

PROJECTS = "projects/index.md"
FILE = "content/evidence/qortex.yml"
GAIN = {"unit": "%", "op": "+", "baseline": "cosine [q](project:qortex)", "scope": "20 concepts"}


def mark(  # noqa: PLR0913 - each field of a metric that matters
    *value: str,
    op: str | None = None,
    unit: str | None = "ms",
    baseline: str = "",
    scope: str = "",
    qualifier: str = "",
    display: str | None = None,
) -> Mark:
    metric = Metric.model_validate(
        {
            "id": "m",
            "name": "m",
            "value": [Decimal(number) for number in value],
            "unit": unit,
            "op": op,
            "display": display,
        }
    )
    return Mark(metric, Markup.escape(baseline), Markup.escape(scope), qualifier)


def spans(view: ChartView) -> list[tuple[str, str]]:
    return [(bar.start, bar.width) for bar in view.bars]


@pytest.mark.parametrize(
    ("marks", "groups"),
    [
        ([mark("1"), mark("2")], ((0, 1),)),
        ([mark("1")], ()),
        ([mark("1")] * 4, ((0, 1, 2, 3),)),
        ([mark("1")] * 5, ()),
        ([mark("1"), mark("2", unit="s"), mark("3")], ((0, 2),)),
        ([mark("1"), mark("1", unit="s"), mark("2"), mark("2", unit="s")], ((0, 2), (1, 3))),
        ([mark("1", unit=None), mark("2", unit=None)], ()),
        ([mark("1", baseline="a"), mark("2", baseline="b")], ()),
        ([mark("1", scope="a"), mark("2", scope="b")], ()),
        ([mark("22", op="+"), mark("99.5")], ()),
        ([mark("22", op="+"), mark("5", op="-")], ((0, 1),)),
        ([mark("22", op="+"), mark("-5")], ((0, 1),)),
        ([mark("0"), mark("0.0")], ()),
        ([mark("1e16"), mark("1")], ()),
        ([mark("1", "2"), mark("3")], ((0, 1),)),
        ([], ()),
    ],
    ids=[
        *("two", "one", "four", "five", "another unit", "two units", "no unit", "baselines"),
        *("scopes", "change and share", "changes", "negative is a change", "nothing", "extreme"),
        *("range", "none"),
    ],
)
def test_metrics_compare_that_mean_the_same(
    marks: list[Mark], groups: tuple[tuple[int, ...], ...]
) -> None:
    assert comparable(marks) == groups


def test_bars_are_as_long_as_their_values_from_zero() -> None:
    view = chart([mark("22", op="+", unit="%"), mark("26", op="+", unit="%")])
    assert spans(view) == [("0", "73.33"), ("0", "86.67")]
    assert (view.zero, view.low, view.high) == ("0", "0", "+30")


def test_what_fell_stands_left_of_zero() -> None:
    view = chart([mark("10", op="+", unit="%"), mark("30", op="-", unit="%")])
    assert spans(view) == [("75", "25"), ("0", "75")]
    assert (view.zero, view.low, view.high) == ("75", "-30", "+10")


def test_an_axis_of_losses_alone_ends_at_zero() -> None:
    view = chart([mark("-4"), mark("2", op="-")])
    assert spans(view) == [("0", "100"), ("50", "50")]
    assert (view.zero, view.low, view.high) == ("100", "-4", "0")


def test_a_range_is_a_span() -> None:
    view = chart([mark("2", "3"), mark("10"), mark("4", "5", op="-")])
    assert spans(view) == [("46.67", "6.66"), ("33.33", "66.67"), ("0", "6.67")]
    assert [bar.value.number for bar in view.bars] == ["2–3", "10", "-4–5"]


@pytest.mark.parametrize(
    ("value", "end"),
    [
        *(("26", "30"), ("99.5", "100"), ("0.02", "0.02"), ("1.01", "1.5"), ("8.1", "10")),
        *(("16000", "20000"), ("10", "10"), ("0.0012", "0.0015")),
    ],
)
def test_an_axis_ends_at_the_next_round_number(value: str, end: str) -> None:
    assert chart([mark(value), mark("0")]).high == end


@pytest.mark.parametrize("op", ["~", "<", ">", "<=", ">=", "+", "-", None])
def test_a_bar_has_its_value_as_it_is_spelled_everywhere(op: str | None) -> None:
    marks = [mark("0.10", op=op), mark("16000", op=op, display="16K")]
    for bar, one in zip(chart(marks).bars, marks, strict=True):
        assert bar.value == spell(one.metric)


def test_what_must_be_said_of_all_is_said_once() -> None:
    def told(*qualifiers: str) -> tuple[str, list[str]]:
        view = chart([mark("1", qualifier=qualifier) for qualifier in qualifiers])
        assert view.beside_scope == view.in_full
        return view.in_full, [bar.caption for bar in view.bars]

    assert told("median", "median") == (" (median)", ["m", "m"])
    assert told("median", "") == ("", ["m (median)", "m"])
    assert told("median", "p99") == ("", ["m (median)", "m (p99)"])


def test_a_chart_says_its_scope_where_nothing_else_does() -> None:
    view = chart([mark(n, baseline="a & b", scope="per query") for n in ("1", "2")])
    assert (view.beside_scope, view.in_full) == (
        "against a &amp; b",
        "against a &amp; b; per query",
    )


def figure(found: Node) -> tuple[list[str], list[str], str]:
    """Return what a chart says: names, values, and what stands below."""
    drawn = found.one("figure.ev-chart")
    caption = drawn.one("figcaption").text if drawn.has("figcaption") else ""
    return [n.text for n in drawn.all("dt")], [n.text for n in drawn.all("b")], caption


def test_a_record_shows_what_compares_as_a_chart_and_each_figure_once(tmp_path: Path) -> None:
    gain = record(
        "gain",
        must_say=["controlled"],
        metrics=[
            metric("precision", 22, **GAIN),
            metric("domains", 1),
            metric("controlled recall", 26, **GAIN) | {"id": "recall"},
        ],
    )
    found = draw(tmp_path, {FILE: evidence(gain)}).tree(QORTEX).one("#qortex/gain")
    names = ["precision (controlled)", "controlled recall"]
    assert figure(found) == (names, ["+22%", "+26%"], "against cosine q")
    assert found.texts("span.ev-ledger__v") == ["1"]
    drawn = [(n.attributes["x"], n.attributes["width"]) for n in found.all("rect.a")]
    assert drawn == [("0", "73.33"), ("0", "86.67")]


def test_a_chart_says_what_must_be_said_of_all_below(tmp_path: Path) -> None:
    metrics = [metric("a", 1, unit="ms"), metric("b", 2, unit="ms")]
    files = {FILE: evidence(record("gain", must_say=["median"], metrics=metrics))}
    found = draw(tmp_path, files).tree(QORTEX).one("#qortex/gain")
    assert figure(found) == (
        ["a", "b"],
        ["1 ms", "2 ms"],
        "(median)",
    )


def cards(root: Path, *headline: str, **fields: object) -> list[Node]:
    gain = record("gain", metrics=[metric("precision", 22, **GAIN), metric("recall", 26, **GAIN)])
    rank = record("rank", metrics=[metric("ndcg", 14, **GAIN), metric("mrr", 3, unit="%")])
    files = {
        FILE: evidence(gain, rank, record("more")),
        "content/projects/qortex.md": project(headline=headline, **fields),
        "content/projects/other.md": project(title="other"),
        "content/evidence/other.yml": evidence(
            record("a", metrics=[metric("x", 1, **GAIN), metric("y", 2, **GAIN)]), project="other"
        ),
    }
    drawn = draw(root, files)
    home, listed = (drawn.tree(path).one("ul.ev-cards").all("li") for path in (HOME, PROJECTS))
    assert [node.text for node in home] == [node.text for node in listed]
    return home


def test_lead_card_has_the_chart_in_place_of_its_figure(tmp_path: Path) -> None:
    lead, other = cards(tmp_path, "qortex/gain#precision")
    said = "against cosine q; 20 concepts"
    assert figure(lead) == (["precision", "recall"], ["+22%", "+26%"], said)
    assert lead.classes == ["is-lead"]
    assert not lead.has("p.ev-card__m")
    # A card is one link.
    assert len(lead.all("a")) == 1
    assert not other.has("figure")


def test_lead_card_compares_other_headlines_of_its_project(tmp_path: Path) -> None:
    headline = ("qortex/gain#precision", "other/a#x", "qortex/rank#ndcg", "qortex/rank#mrr")
    lead, _ = cards(tmp_path, *headline)
    assert figure(lead)[:2] == (["precision", "recall", "ndcg"], ["+22%", "+26%", "+14%"])
    assert [text.split()[-1] for text in lead.texts("p.ev-card__m")] == ["x", "mrr"]


def test_lead_card_without_anything_to_compare_has_its_figure(tmp_path: Path) -> None:
    lead, _ = cards(tmp_path, "qortex/rank#mrr", "qortex/gain#precision")
    assert lead.texts("p.ev-card__m")[0] == "3% mrr"
    assert lead.classes == []


def test_retired_project_does_not_lead(tmp_path: Path) -> None:
    files = {
        FILE: evidence(
            record("gain", metrics=[metric("a", 1, unit="s"), metric("b", 2, unit="s")])
        ),
        "content/projects/qortex.md": project(headline=["qortex/gain#a"], status="retired"),
    }
    (retired,) = draw(tmp_path, files).tree(HOME).one("ul.ev-cards").all("li")
    assert retired.classes == ["is-retired"]
    assert not retired.has("figure")


@pytest.mark.parametrize("headline", [(), ("qortex/none#x",), ("qortex/gain#none",)])
def test_lead_card_without_a_headline_is_bare(headline: tuple[str, ...], tmp_path: Path) -> None:
    lead, _ = cards(tmp_path, *headline)
    assert not lead.has("figure")
