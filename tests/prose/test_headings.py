"""Where sections begin: told without a parser where that is sure, else as two parsers agree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.prose.headings import _plain_headings, _read_headings

PLAIN = st.lists(
    st.sampled_from(
        ["## Why", "## Notes", "# a", "##Why", "##", "a", "- a", "    a", "> a", "1. a"]
    )
    | st.text(st.sampled_from("##  >-:=1a.[]()'|!*_`;\u00a0é"), max_size=12),
    max_size=6,
)
"""Lines of prose, most of which can be told without a parser."""


@settings(max_examples=300)
@given(PLAIN)
def test_plain_lines_are_read_as_by_the_parsers(lines: list[str]) -> None:
    plain = _plain_headings(["## Pitch", *lines, "## Why"])
    assert plain is None or plain == _read_headings(["## Pitch", *lines, "## Why"])


def test_prose_without_anything_odd_needs_no_parser() -> None:
    assert _plain_headings(["## Why", "", "- *a*", "  [b](c)", "", "1. d", "## Notes"]) is not None


LINES = st.sampled_from(
    """
## Pitch|# A|## |##x|### q|text|- item|  - nested|> quote||    code|[a]: /u 'x|[a]:|!!! note
    ## in|: def|[^1]: note|  ## ind|- ## li|> ## q|1. ## x|***|a ## b|> ---|- ===|## b #
##\u00a0Pitch|\u200b## x|[x](y '|)|`## a|b`|- [ ] t|Term|1. --
""".strip("\n")
    .replace("\n", "|")
    .split("|")
)


@settings(max_examples=400, derandomize=True)
@given(st.lists(LINES, max_size=8))
def test_odd_lines_are_read_as_by_the_parsers(lines: list[str]) -> None:
    plain = _plain_headings(lines)
    assert plain is None or plain == _read_headings(lines)


@settings(max_examples=200, derandomize=True)
@given(st.lists(LINES.filter(lambda line: "[^" not in line), max_size=8))
def test_what_stands_within_lines_is_read_only_where_it_tells(lines: list[str]) -> None:
    """The last line has all of it read."""
    found, whole = _read_headings([*lines, "", "a"]), _read_headings([*lines, "", "[^"])
    assert found == whole
