"""The page says what was measured, and of what was not, why."""

import dataclasses
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.bench.engines import NEEDS, OURS
from tests.bench.plot import plot
from tests.bench.processes import Usage
from tests.bench.results import Case, Measured, Results, load
from tests.bench.rounds import Run
from tests.bench.table import page
from tests.bench.words import words_of

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def results() -> Results:
    """Two engines for two sizes in two rounds; another is not installed, the rest not asked for."""
    found = Results("2026-11-27", [1.0, 5.2], 2, {"mkdocs": "1.6.1"})
    found.passed["hugo"] = "not installed: hugo"
    for size in (30, 100):
        for act in ("cold", "unchanged", "edit"):
            for number, slowness in enumerate((1, 3)):
                for name, cpu in (("ours", 3.0), ("mkdocs-repeated", 2.0 * slowness)):
                    used = Usage(cpu * slowness * size / 30, 9.0, 50_000_000, 4_000_000)
                    found.measured.append(Measured(name, Case(act, "private", size), number, used))
    found.words["ours private 100"] = 12345
    return found


def test_the_page_tells_ratios_within_rounds_and_what_is_missing(results: Results) -> None:
    text = page(results, "images/x.svg")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    for said in (
        "| Cold build, private ÷ MkDocs, records written out | 1.2 | 1.00 (0.50–1.50) |",
        "| Cold build, public ÷ MkDocs, records written out | 1.0 | – | – |",
        "| Unchanged rebuild, private ÷ cold | 0.15 | 1.00 (1.00–1.00) |",
        "| this project | 6.0 (1.00 ×) | 20.0 (1.00 ×) |",
        "| Hugo | not installed: hugo | not installed: hugo |",
        "| Zensical | not measured | not measured |",
        "| 2 | 20.0 (10.0–30.0) | 1.00 (0.50–1.50) | 9.0 s | 50 MB | 4.00 MB | 12,345 |",
    ):
        assert [row for row in rows if said in row], said
    assert "2 cores" in text
    assert "1, 5 processes" in text
    assert "![CPU seconds by number of dossiers: cold builds, and edits](images/x.svg)" in text


def test_the_plot_has_a_line_for_each_engine_that_was_measured(results: Results) -> None:
    picture = ET.fromstring(plot(results))  # noqa: S314 - our own
    names = [text.text for text in picture.iter(f"{SVG}text")]
    assert names.count(OURS.title) == 2
    assert "Hugo" not in names
    lines = [line.attrib["points"].split() for line in picture.iter(f"{SVG}polyline")]
    assert [len(points) for points in lines] == [2, 2, 2, 2]


def test_what_was_measured_can_be_kept(results: Results, tmp_path: Path) -> None:
    results.save(tmp_path / "x.json")
    assert load(tmp_path / "x.json") == results


def test_an_engine_that_is_too_slow_is_run_once_and_then_passed_over_and_told() -> None:
    tools = [dataclasses.replace(tool, packages=()) for tool in (OURS, NEEDS)]
    run = Run(tools, repeats=3, acts=["cold"])
    run.slow[NEEDS.name] = 100
    able = {
        (dossiers, number): len(list(run._able(dossiers, number)))
        for dossiers, number in ((30, 2), (100, 0), (100, 1), (300, 0))
    }
    assert able == {(30, 2): 2, (100, 0): 2, (100, 1): 1, (300, 0): 1}
    assert run.results.passed.keys() == {"sphinx-needs 300"}


def test_words_are_counted_in_the_content_alone() -> None:
    content = "<h1>One two</h1><script>no</script><p>three&nbsp;four</p>"
    for around in (
        "<nav>no</nav><article>{}</article><footer>no</footer>",
        "<header>no</header><main>{}</main>",
        '<div>no</div><div class="body" role="main">{}</div>',
    ):
        assert words_of(around.format(content)) == 4
