import pytest

from dossier.model.guardrail import REACH, compile_pattern


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


def test_repeats_end() -> None:
    match = compile_pattern("/xa*/").search("x" + "a" * 100)
    assert match
    assert len(match[0]) == 1 + REACH


@pytest.mark.parametrize(
    "pattern",
    [
        *("/(a+)+b/", "/(a|b)*c/", "/(a){2}/", "/a*a*a*b/", f"/{'(?:a|a)' * 20}b/", "/(?=a)b/"),
        *("/(a)\\1/", "/(?P<x>a)/", "/[a/", "/a?/", "//", f"/{'a' * 201}/", "/a{3,99}/"),
    ],
)
def test_pattern_that_could_hang_or_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        compile_pattern(pattern)
