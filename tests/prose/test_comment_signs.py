"""Where signs of comments stand, and what shelters them; how they pair is tested beside."""

import pytest

from dossier.prose.comment_signs import read_signs


def signs(body: str) -> list[str]:
    return [body[sign.start : sign.end + 1] for sign in read_signs(body)[0]]


@pytest.mark.parametrize(
    "body",
    ["`%%b`", "a `` `%%b ``", "- a\n\n  ```\n  %%b\n  ```", "a\n\n    %%b", "# a\n\n    %%b"],
)
def test_code_shelters(body: str) -> None:
    assert signs(body) == []


@pytest.mark.parametrize(
    "body", ["`%%b", "`a\n\n%%b`", "- a\n\n      %%b", "[^1]: a\n\n    %%b", "```\n%%b", "\\\\%%b"]
)
def test_what_only_looks_like_code_does_not(body: str) -> None:
    assert signs(body) == ["%%b"]


@pytest.mark.parametrize(
    ("body", "alone"),
    [("%%", True), ("> - %%  ", True), ("a %%", False), ("%% a", False), (" " * 50 + "a%%", False)],
)
def test_whether_it_stands_alone(body: str, *, alone: bool) -> None:
    assert [sign.is_alone for sign in read_signs(body)[0]] == [alone]


@pytest.mark.parametrize(
    ("body", "doubtful"),
    [
        ("5%%", True),
        ("a 100 %% b", True),
        ("1,5%%.", True),
        ("2024%% b", False),
        ("5%%b", False),
        ("a5%% b", False),
        ("https://a/?q=%%b", True),
        ("https://a/%%b", False),
        ("a=%%b", False),
    ],
)
def test_whether_it_may_be_something_else(body: str, *, doubtful: bool) -> None:
    assert [sign.is_doubtful for sign in read_signs(body)[0]] == [doubtful]
