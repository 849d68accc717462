"""What must be said with a figure: in its section, or by the title of its reference."""

import pytest

from tests.builders import edited, problems_of

HOME = "content/index.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."
FIGURE = "[](evidence:qortex/gain#precision)"
SAID = "error: precision +22% stands without what its record says must go with it [caveat-missing]"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Precision rose by {FIGURE}.", "5:19"),
        ("Precision rose by 22%.", "5:19"),
        (f"On 20 concepts.\n\n## Next\n\nPrecision: {FIGURE}.", "9:12"),
    ],
)
def test_figure_without_its_caveat_is_told_where_it_stands(text: str, place: str) -> None:
    found = [p for p in problems_of(edited(HOME, LINE, text)) if "caveat" in p]
    assert found == [f"{HOME}:{place}: {SAID}"]


@pytest.mark.parametrize(
    "text",
    [
        f"Precision rose by {FIGURE} on 20 concepts.",
        f"Precision rose by {FIGURE}.\n\nIt was a 20-concept test.",
        'Precision: [](evidence:qortex/gain#precision "with scope").',
    ],
)
def test_caveat_may_stand_in_its_section_or_in_the_reference(text: str) -> None:
    assert [p for p in problems_of(edited(HOME, LINE, text)) if "caveat" in p] == []


DOSSIER = "content/applications/acme/index.md"
PITCH = "I built [a learned ranker](evidence:qortex/gain)."
MISSING = "precision +22% stands without what its record says must go with it [caveat-missing]"


def told(text: str) -> list[str]:
    found = problems_of(edited(DOSSIER, PITCH, text))
    return [problem for problem in found if "caveat-missing" in problem]


@pytest.mark.parametrize("title", ["with scope", "20 concepts", "on graphs of 20 concepts, once"])
def test_title_that_prints_the_wording_satisfies(title: str) -> None:
    assert told(f'It gained [](evidence:qortex/gain#precision "{title}").') == []


@pytest.mark.parametrize("title", ["", "in our benchmark", "With scope", "with scope and more"])
def test_other_titles_do_not(title: str) -> None:
    text = f'It gained [](evidence:qortex/gain#precision "{title}").'
    assert told(text) == [f"{DOSSIER}:17:11: error: {MISSING}"]


def test_wording_in_the_section_satisfies_whatever_the_title() -> None:
    text = 'Over 20 concepts it gained [](evidence:qortex/gain#precision "in our benchmark").'
    assert told(text) == []


def test_figure_is_told_once_a_section() -> None:
    figure = "[](evidence:qortex/gain#precision)"
    assert len(told(f"It gained {figure}.\n\nAgain {figure}.")) == 1


def test_record_without_wordings_asks_for_none() -> None:
    files = edited(DOSSIER, PITCH, "It gained [](evidence:qortex/gain#precision).")
    records = "content/evidence/qortex.yml"
    files[records] = files[records].replace("    must_say: [20 concepts]\n", "")
    assert not [problem for problem in problems_of(files) if "caveat-missing" in problem]
