"""Text from right to left: its own direction, and figures that stay as they are written."""

from pathlib import Path

import pytest

from dossier.render.direction import is_rtl, isolated, turned, with_figures_isolated
from dossier.render.page import PLACEHOLDER_BEGIN, PLACEHOLDER_END
from tests.html import parse
from tests.render.fixtures import dossier, draw, renderer, row

HEBREW, ARABIC = "שיפור של", "تحسن بنسبة"


@pytest.mark.parametrize(
    "figure",
    ["+22%", "0.02\u00a0ms", "12 ms", "2–3", "100+", "-5", "≥10", "1,250.5 GB", "−0.5%"],
)
def test_a_figure_keeps_its_signs_and_its_unit(figure: str) -> None:
    kept = figure.replace(">", "&gt;")
    written = with_figures_isolated(f"{HEBREW} {figure}, {ARABIC}")
    assert written == f'{HEBREW} <bdi dir="ltr">{kept}</bdi>, {ARABIC}'


def test_other_texts_are_as_they_were() -> None:
    assert [is_rtl(text) for text in (HEBREW, ARABIC, "Zoë 22%", "李 22%")] == [
        True,
        True,
        False,
        False,
    ]
    assert isolated("22% < 3") == "22% < 3"
    assert isolated(f"{HEBREW} <3") == f'{HEBREW} <bdi dir="ltr">&lt;3</bdi>'


def test_blocks_say_their_own_direction(tmp_path: Path) -> None:
    drawn = renderer(tmp_path)
    text = f"One 22%.\n\n{HEBREW} 22% *יותר*.\n\n- {ARABIC} 5\n- five 5\n\n## {HEBREW}\n"
    page = parse(drawn.prose(text, drawn.frame.library.profile.source))  # type: ignore[union-attr]
    told = [(n.tag, n.attributes.get("dir")) for n in page if n.tag in ("p", "li", "h2")]
    assert told == [("p", None), ("p", "auto"), ("li", "auto"), ("li", None), ("h2", "auto")]
    assert page.texts("bdi") == ["22%", "5"]


def test_figures_of_records_and_quotes_are_kept_together(tmp_path: Path) -> None:
    said = f"{HEBREW} [](evidence:qortex/gain#precision)"
    body = f"## Pitch\n\n{said}.\n"
    made = dossier(body, proof_points=[row("a", quote=f"{ARABIC} 12 ms", claim=said)])
    page = draw(tmp_path, {"content/applications/acme/index.md": made}).tree(
        "applications/acme/index.md"
    )
    kept = [node.text for node in page.all("bdi") if node.attributes.get("dir") == "ltr"]
    assert kept == ["+22%", "12 ms", "+22%"]
    (quote,) = page.all("small.ev-quote")
    assert quote.attributes["dir"] == "auto"


def test_a_joined_hyphen_is_no_sign() -> None:
    assert with_figures_isolated("ב-0.02 ms") == 'ב-<bdi dir="ltr">0.02 ms</bdi>'


def test_pages_of_the_engine_are_turned_block_by_block() -> None:
    hole = f"{PLACEHOLDER_BEGIN}12{PLACEHOLDER_END}"
    page = (
        f'<h2 id="a">One 1</h2><p class="x">{HEBREW} 22% &#39; <b>5 ms</b> {hole} '
        "<code>7</code></p>"
        f"<ul><li>{ARABIC} 3</li><li>x 3</li></ul>"
    )
    assert turned(page) == (
        f'<h2 id="a">One 1</h2><p class="x" dir="auto">{HEBREW} <bdi dir="ltr">22%</bdi> &#39; '
        f'<b><bdi dir="ltr">5 ms</bdi></b> {hole} <code>7</code></p>'
        f'<ul><li dir="auto">{ARABIC} <bdi dir="ltr">3</bdi></li><li>x 3</li></ul>'
    )
    assert turned("<p>5 ms</p>") == "<p>5 ms</p>"
