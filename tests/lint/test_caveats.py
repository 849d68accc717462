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
