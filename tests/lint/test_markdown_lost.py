"""Text that is lost or shown raw, and what only looks like it."""

import pytest

from tests.builders import APPLICATION, MINIMAL, edited, problems_of

DOSSIER = "content/applications/acme/index.md"
INDEX = "content/index.md"
PROJECT = "content/projects/qortex.md"
LINE = "I measure what I build, [qortex](project:qortex) among it."


def lost(files: dict[str, str]) -> list[str]:
    """Return what is told as lost: the place and the message."""
    return [p.partition(" [markdown-lost]")[0] for p in problems_of(files) if "-lost]" in p]


def in_dossier(text: str) -> list[str]:
    head = APPLICATION.partition("## ")[0]
    return lost({**MINIMAL, DOSSIER: f"{head}## Context\n\n{text}\n"})


def in_page(text: str) -> list[str]:
    return lost(edited(INDEX, LINE, text))


def in_field(text: str) -> list[str]:
    quoted = text.replace("'", "''")
    return lost(edited(PROJECT, "\nline: ", f"\nlimits: '{quoted}'\nline: "))


ON_PAGES_TOO = ["[text][nowhere]", "[text][]", "[[link]]", "[`code`][nowhere]", "A claim.[^1]"]
IN_THE_CORE = [
    "one<br>two",
    "<details>",
    "</b>",
    "a <b>bold</b> word",
    "[a](my file.md)",
    ":tada:",
    ":+1:",
    "[a](https://a.example){target=_blank}",
    "{: .note }",
    "{#anchor .wide}",
]
IS_TEXT = [
    "`<br>` and `[a][b]` and `:tada:` and `{target=_blank}`",
    "``a ` <br>``",
    r"\<br> \[a][b] \[[a]] \:tada:",
    "List<b>, Map<String, int>, a < b > c, <company>, <https://a.example>",
    "[1][2], x[1][2], matrix[[1]], a[i][j]",
    "[see above](in words)",
    r"`[^1]` and \[^1] and [^-] and [^a-z ]",
    "from 10:30: to 11:45: and std::vector:",
    "key: value, a:b:c, (: and :) and :-)",
    "{x} and {n=5} and {12}",
    "[x] done, [a](https://a.example), ![a](assets/a.png)",
    "a | b",
    "<!-- <br> -->",
]


@pytest.mark.parametrize("text", [*ON_PAGES_TOO, *IN_THE_CORE])
def test_what_the_core_shows_as_it_is_written_is_told_once(text: str) -> None:
    assert len(in_dossier(text)) == 1
    assert len(in_field(text)) == 1


@pytest.mark.parametrize("text", ON_PAGES_TOO)
def test_what_pages_show_as_it_is_written_is_told_too(text: str) -> None:
    assert len(in_page(text)) == 1


@pytest.mark.parametrize("text", IN_THE_CORE)
def test_what_pages_can_show_is_not_told(text: str) -> None:
    assert in_page(text) == []


@pytest.mark.parametrize("text", IS_TEXT)
def test_what_is_meant_as_text_is_left_alone(text: str) -> None:
    assert in_dossier(text) == in_field(text) == in_page(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "[text][here]\n\n[here]: https://a.example",
        "```\n<br> [a][b] :tada:\n| a |\n| b |\n```",
        "    <br> [a][b]",
        "### Why { about=ranking }",
        "[text][^1]\n\n[^1]: A note.",
        "A claim.[^1] Another[^two].\n\n[^1]: A note.\n[^two]: Two.",
        "| a | b |\n| --- | --- |\n| `x\\|y` | \\| |\n| 1 |\n| 1 | 2 | |",
        "> | a | b |\n> | --- | --- |\n> | 1 | 2 |",
        "- | a |\n  | --- |\n  | 1 |",
        "| a remark",
    ],
)
def test_what_markdown_reads_is_left_alone(text: str) -> None:
    assert in_dossier(text) == []


FOREIGN = [
    "We {% if hush %}",
    "#+TITLE: hush",
    "% hush",
    "a {{ hush }}",
    "a <%= hush %>",
    ".. note:: hush",
    "private:: hush",
]


@pytest.mark.parametrize("text", FOREIGN)
def test_marks_of_other_tools_are_told_where_others_read_them(text: str) -> None:
    assert in_page(text), text
    assert not in_dossier(text), "nobody else reads it"


@pytest.mark.parametrize(
    "text",
    ["5 % of it and 3 % more", "`{{ x }}` and std::vector", "At 10:: no", "a //// b", "# +1"],
)
def test_what_is_no_mark_is_left_alone(text: str) -> None:
    assert not in_page(text)


def test_place_is_that_of_the_sign_in_the_line() -> None:
    (problem,) = in_dossier("First\nline<br>and <br> more.")
    before = APPLICATION.partition("## ")[0].count("\n") + len(["## Context", "", "First"])
    where = f"{DOSSIER}:{before + 1}:5"
    assert problem.startswith(f"{where}: warning: `<br>` is shown as it is written")


TABLES = [
    ("| a | b |\n| --- | --- |\n| `x|y` | 1 |", "the pipe in `x|y` ends its cell"),
    ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |", "this row has more cells than its table's head"),
    ("| a | b |\n| 1 | 2 |", "these lines are shown as text, no table"),
    ("| a | b |\n| --- |\n| 1 | 2 |", "these lines are shown as text, no table"),
]


@pytest.mark.parametrize(("text", "message"), TABLES)
def test_cells_and_tables_that_get_lost_are_told(text: str, message: str) -> None:
    (problem,) = in_dossier(text)
    assert message in problem


def test_table_without_its_line_of_hyphens_is_told_on_pages_too() -> None:
    assert len(in_page("| a | b |\n| 1 | 2 |")) == 1
    assert in_page("| a | b |\n| --- | --- |\n| `x|y` | 1 |") == []


def test_a_note_in_another_section_is_told_where_it_is_missed() -> None:
    head = APPLICATION.partition("## ")[0]
    text = f"{head}## Pitch\n\nI know builds.[^1]\n\n## Notes\n\n[^1]: My boss said so.\n"
    assert "its note stands nowhere in this section" in lost({**MINIMAL, DOSSIER: text})[0]
