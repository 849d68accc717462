import pytest

from dossier.model.guardrail import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("production scale", "at Production-scale now", "Production-scale"),
        ("production scale", "reproduction scale", None),
        ("c++", "in C++", "C++"),
        ("state-of-the-art", "State-of-the-art", "State-of-the-art"),
        (r"/best[- ]in[- ]\w+/", "the best in class", "best in class"),
        (r"/(?:very )?large|huge/", "a very large thing", "very large"),
        (r"/\+\d{2}%/", "by +22%", "+22%"),
        (r"/a[*+?]b/", "a*b", "a*b"),
        ("/", "and/or", "/"),
    ],
)
def test_pattern_finds_what_it_says(pattern: str, text: str, found: str | None) -> None:
    match = compile_pattern(pattern).search(text)
    assert (match[0] if match else None) == found


@pytest.mark.parametrize("pattern", ["//", "/(a+)+b/"])
def test_expression_that_is_refused_is_no_pattern(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        compile_pattern(pattern)
