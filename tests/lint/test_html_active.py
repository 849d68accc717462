import pytest

from tests.builders import edited, problems_of

INDEX = "content/index.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<iframe src='https://a.example'></iframe>", "<iframe>"),
        ("a <img src=x onerror=a()> b", "`onerror` of <img>"),
        ("## T {: onclick='a()' }", "`onclick` in an attribute list"),
        ("- a <a href='javascript:a()'>b</a>", "`href` of <a>"),
    ],
)
def test_what_is_taken_out_is_told_with_its_line(text: str, what: str) -> None:
    (problem,) = problems_of(edited(INDEX, LINE, f"First.\n\n{text}"))
    assert problem == f"{INDEX}:7:1: warning: {what} is taken out of the page [html-active]"


@pytest.mark.parametrize(
    "text",
    [
        "`<script>`",
        "```\n<script>\n```",
        "<details markdown>\n\na\n\n</details>",
        "{ .note }",
        "<!-- <script> -->",
    ],
)
def test_what_stays_is_not_told(text: str) -> None:
    assert problems_of(edited(INDEX, LINE, text)) == []
