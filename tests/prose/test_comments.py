"""Where a comment begins and ends, and what hides it."""

import pytest

from dossier.prose.comments import find_comments, find_in_field, hide, without
from dossier.prose.markdown import HIDDEN, parser


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("a %%b%% c", ["%%b%%"]),
        ("a%%b%% c", ["%%b%%"]),
        ("%%\nb\n\nc\n%%\nd", ["%%\nb\n\nc\n%%"]),
        ("{>>b<<} {::comment}c{:/comment} d", ["{>>b<<}", "{::comment}c{:/comment}"]),
        ("[//]: # (b)\nc", ["[//]: # (b)"]),
        ("`%%b%%` ``%%`c%%`` d", []),
        ("`a %%b%% c", ["%%b%%"]),
        ("~~~\n%%b%%\n~~~\n%%c%%", ["%%c%%"]),
        ("```\n%%b%%", ["%%b%%"]),
        ("a\n\n    %%b%%", []),
        ("    %%b%%", ["%%b%%"]),
        ("- a\n\n    %%b%%", ["%%b%%"]),
        ("- a\n\n          %%b%%", ["%%b%%"]),
        ('=== "a"\n\n    %%b%%', ["%%b%%"]),
        (r"\%%b\%%", []),
        ("5%% b 10%%", ["", ""]),
        ("100 %% b", [""]),
        ("1.5%%: b", [""]),
        ("in 2024%%b%% c", ["%%b%%"]),
        ("a 5%% %%b%% c", ["", "%%b%%"]),
        ("%%a 5%% c", ["%%a 5%%"]),
        ("%%b 5%% c %%d 20%%", ["%%b 5%% c %%d 20%%"]),
        ("https://a/?q=%%b%%", ["", ""]),
        ("%%%% b", ["%%%%"]),
        ("%%b%%%%c%% d", ["%%b%%", "%%c%%"]),
        ("%%b `c %% d` e%% f", ["%%b `c %% d` e%%"]),
        ("a <!-- 5 %% b --> c %%d%%", ["<!-- 5 %% b -->", "%%d%%"]),
        ("a <<} b\n\n# c", ["a <<} b\n\n"]),
        ('{::comment kind="x"}b{:/} c', ['{::comment kind="x"}b{:/}']),
        ("[//]: # (b\nb)\nc", ["[//]: # (b\nb)"]),
        ("[a]: # (b)", []),
        ("a %%b\n## C %%\n## d", ["%%b\n## C %%\n"]),
        ("%%b\n## C\nd %%e%%\n## f", ["%%b\n## C\nd %%e%%\n"]),
        ("a %%b\nC\n---\n%%", ["%%b\nC\n---\n%%"]),
        ("a\n%%\n## b\n%%\nc", ["%%\n## b\n%%"]),
        ("%%b%% c %%", ["%%b%% c %%"]),
        ("a %%b\n\n---\n\nc%%", ["%%b\n\n---\n\nc%%"]),
    ],
)
def test_comments_of_a_text(body: str, found: list[str]) -> None:
    assert [body[comment.start : comment.end] for comment in find_comments(body)] == found


@pytest.mark.parametrize(
    ("body", "is_closed"), [("%%b%%", True), ("%%b", False), ("%%b\n# c\nd%%", False)]
)
def test_whether_it_is_closed(body: str, *, is_closed: bool) -> None:
    assert [comment.is_closed for comment in find_comments(body)] == [is_closed]


@pytest.mark.parametrize("body", ["a %%b%% c\n", "%%\nb\n%%\nc\n", "a\n[//]: # (b)\nc\n"])
def test_hidden_text_keeps_its_places(body: str) -> None:
    hidden = hide(body, find_comments(body))
    assert len(hidden) == len(body)
    assert "b" not in hidden
    assert hidden.count("\n") == body.count("\n")
    assert HIDDEN not in parser().render(hidden)


def test_text_without_comments_is_itself() -> None:
    assert hide("a", ()) == "a"


def test_comments_of_a_field() -> None:
    cases = {
        "<!-- a --> b": "b",
        "a <!-- b\n\nc --> d": "a d",
        "a <!-- b": "a",
        "a <!-- b %% c --> d": "a d",
        "%%a <!-- b %% --> c": "",
        "`<!-- a -->` b %%c%%": "`<!-- a -->` b",
        "a --> b, 5%% of c": "a --> b, 5%% of c",
    }
    assert {text: without(text, find_in_field(text)) for text in cases} == cases
