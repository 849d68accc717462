import pytest

from dossier.plain.bounded_pattern import REACH, bounded_pattern


def test_repeats_end() -> None:
    match = bounded_pattern("xa*").search("x" + "a" * 100)
    assert match
    assert len(match[0]) == 1 + REACH


@pytest.mark.parametrize(
    "pattern",
    [
        *("(a+)+b", "(a|b)*c", "(a){2}", "a*a*a*b", f"{'(?:a|a)' * 20}b", "(?=a)b"),
        *("(a)\\1", "(?P<x>a)", "[a", "a?", "", "a" * 201, "a{3,99}"),
    ],
)
def test_pattern_that_could_hang_or_is_none_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        bounded_pattern(pattern)
