import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import Section
from dossier.plain.problems import Place
from dossier.plain.text import decode
from dossier.prose.headings import ALIASES
from dossier.prose.markdown import parse, parser
from dossier.prose.sections import (
    CAN_BE_OPENED,
    SHARED,
    Fault,
    known_section,
    split_options,
    split_sections,
)

FILE = "content/applications/acme/index.md"


def split(body: str, *names: str) -> tuple[tuple[Section, ...] | None, tuple[Fault, ...]]:
    """Split prose that begins on the fifth line of its file."""
    return split_sections(Document(FILE, body_line=4, body=body), names)


def sections_of(body: str, *names: str) -> tuple[Section, ...]:
    sections, _ = split(body, *names)
    assert sections is not None
    return sections


def outline(body: str, *names: str) -> list[tuple[str | None, str, str]]:
    """Return name, title and audience of each section."""
    return [(s.name, s.title, s.audience.value) for s in sections_of(body, *names)]


def told(body: str, *names: str) -> list[str]:
    """Return line, column and code of each problem."""
    _, faults = split(body, *names)
    places = (fault.problem.where for fault in faults)
    codes = (fault.problem.code for fault in faults)
    return [f"{p.line}:{p.column} {code}" for p, code in zip(places, codes, strict=True)]


# What the sections are called.


@pytest.mark.parametrize("name", ALIASES)
def test_every_section_goes_by_its_name_and_its_aliases(name: str) -> None:
    for alias in (name, *ALIASES[name]):
        assert known_section(alias, []) == name
        assert known_section(alias.upper(), []) == name
        assert known_section(f"  {alias.title()}: ", []) == name
        assert known_section(f"{alias} (authentic)", []) == name
        assert known_section(f"{alias} [draft]", []) == name


def test_no_alias_names_two_sections() -> None:
    aliases = [alias for name in ALIASES for alias in (name, *ALIASES[name])]
    assert len(set(aliases)) == len(aliases)


def test_the_sections_are_those_of_the_specification() -> None:
    assert set(ALIASES) == {
        *("context", "angle", "lead", "pitch", "emphasis", "proof-points", "why", "gaps"),
        *("questions", "hooks", "letter", "notes"),
    }
    assert {"pitch", "proof-points", "why", "letter"} == SHARED
    assert CAN_BE_OPENED - {None} == SHARED


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Why TensorZero", "why"),
        ("Why TensorZero?", "why"),
        ("why tensorzero", "why"),
        ("WHY TENSORZERO!", "why"),
        ("Pitch for TensorZero", None),
        ("TensorZero: Pitch", "pitch"),
        ("TensorZero Cover Letter", "letter"),
        ("Why TensorZeroes", None),
        ("Why NotTensorZero", None),
        ("Why Tensor Zero", None),
        ("Why This Role (authentic)", "why"),
        ("Why This Role (authentic) [v2]", "why"),
        ("Why\u00a0This  Role", "why"),
        ("If They Ask X, Say Y", "questions"),
        ("Résumé Emphasis", "emphasis"),
        ("The Mathematical Overlap Pitch", None),
        ("Pitch deck", None),
        ("My Notes", None),
        ("Whys", None),
        ("(draft) Why", None),
        ("(Notes)", None),
        ("Why (a (b) c)", None),
        ("Why (never closed", None),
        ("TensorZero", None),
        ("**Why**", None),
        ("Pi\u200btch", None),
        ("", None),
    ],
)
def test_a_heading_names_a_section_only_as_a_whole(title: str, name: str | None) -> None:
    assert known_section(title, ["TensorZero"]) == name


@pytest.mark.parametrize(
    ("company", "title"),
    [
        ("C++ Co. (EU)", "Why C++ Co. (EU)"),
        ("STRASSE", "Why Straße"),
        ("A.B", "Why A.B"),
        ("Why", "Pitch Why"),
        ("Acme Labs", "Why Acme Labs"),
        ("", "Why"),
    ],
)
def test_any_companys_name_is_folded(company: str, title: str) -> None:
    expected = None if company == "C++ Co. (EU)" else title.split(maxsplit=1)[0].lower()
    assert known_section(title, [company]) == expected


def test_the_longest_of_several_names_is_folded_first() -> None:
    assert known_section("Why Acme Labs", ["Acme", "Acme Labs"]) == "why"
    assert known_section("Why AxB", ["A.B"]) is None


@pytest.mark.parametrize(
    ("heading", "title", "options"),
    [
        ("Rust { about=rust }", "Rust", {"about": "rust"}),
        ("Rust {about=rust}", "Rust", {"about": "rust"}),
        (
            "Rust { about='rust' audience=\"shared\" }\t",
            "Rust",
            {"about": "rust", "audience": "shared"},
        ),
        ("Rust", "Rust", {}),
        ("  Rust  ", "Rust", {}),
        ("Rust {}", "Rust", {}),
        ("Rust { about }", "Rust", {"about": ""}),
        ("Rust { about= rust }", "Rust", {"about": "", "rust": ""}),
        ("Rust { about=a=b }", "Rust", {"about": "a=b"}),
        ("Rust { about=a about=b }", "Rust", {"about": "a b"}),
        ("Rust { about=a } now", "Rust { about=a } now", {}),
        ("Rust { about=a", "Rust { about=a", {}),
        ("Rust {{ about=a }}", "Rust {{ about=a }}", {}),
        ("{ about=a }", "", {"about": "a"}),
        ("", "", {}),
    ],
)
def test_options_end_a_heading(heading: str, title: str, options: dict[str, str]) -> None:
    assert split_options(heading) == (title, options)


# Who may see them.


def test_what_stands_before_the_first_heading_is_private() -> None:
    assert outline("intro\n\n## Pitch\n") == [(None, "", "private"), ("pitch", "Pitch", "shared")]


def test_blank_lines_before_the_first_heading_are_no_section() -> None:
    assert outline(" \n\n## Pitch\n") == [("pitch", "Pitch", "shared")]
    assert outline("") == []


@pytest.mark.parametrize("name", ALIASES)
def test_a_section_has_its_default_audience(name: str) -> None:
    (section,) = sections_of(f"## {name}\n")
    assert section.name == name
    assert (section.audience is Audience.SHARED) is (name in SHARED)


@pytest.mark.parametrize("name", sorted(set(ALIASES) - SHARED))
def test_a_section_that_is_private_always_cannot_be_opened(name: str) -> None:
    body = f"## {name.title()} {{ audience=shared }}\ntext\n"
    assert outline(body) == [(name, name.title(), "private")]
    assert told(body) == ["5:1 audience-unsuited"]


@pytest.mark.parametrize("name", sorted(SHARED))
def test_a_section_that_is_shared_by_default_can_be_closed_and_opened(name: str) -> None:
    assert outline(f"## {name} {{ audience=private }}\n") == [(name, name, "private")]
    assert outline(f"## {name} {{ audience=shared }}\n") == [(name, name, "shared")]
    assert told(f"## {name} {{ audience=private }}\n") == []


def test_a_section_that_nobody_planned_is_private_until_it_is_opened() -> None:
    assert outline("## My plan\n") == [(None, "My plan", "private")]
    assert outline("## My plan { audience=shared }\n") == [(None, "My plan", "shared")]


@pytest.mark.parametrize(
    "options",
    [
        "audience=public",
        "audience=Private",
        "audience=",
        "audience",
        "audience = private",
        "audience:private",
        "Audience=private",
        "audince=private",
        "private",
        "audience=shared audience=private",
        "audience=private audience=shared",
        "colour=red audience=shared",
        "audience=shared colour=red",
        "#why .wide",
    ],
)
def test_an_option_that_is_wrong_closes_the_section(options: str) -> None:
    for title in ("Pitch", "My plan"):
        body = f"## {title} {{ {options} }}\n"
        assert [(audience) for _, _, audience in outline(body)] == ["private"]
        assert set(told(body)) == {"5:1 section-option"}


@pytest.mark.parametrize("title", ["Why (private)", "Why [audience=private]", "Pitch (Private!)"])
def test_a_remark_that_means_to_close_a_section_closes_it(title: str) -> None:
    assert [audience for *_, audience in outline(f"## {title}\n")] == ["private"]
    assert told(f"## {title}\n") == ["5:1 section-option"]
    assert [audience for *_, audience in outline(f"## {title} {{ audience=shared }}\n")] == [
        "shared"
    ]
    assert told(f"## {title} {{ audience=private }}\n") == []


def test_a_remark_on_a_private_section_is_nothing_special() -> None:
    assert told("## Notes (private)\n\n## My plan (private)\n") == []


def test_a_comment_in_a_heading_is_no_part_of_its_title() -> None:
    assert outline("## Why <!-- CANARY -->\n") == [("why", "Why", "shared")]
    assert outline("## Plan <!-- CANARY --> { audience=shared }\n") == [(None, "Plan", "shared")]
    assert outline("## Notes <!-- Why -->\n") == [("notes", "Notes", "private")]


def test_two_headings_for_one_section_are_told_and_both_lines_named() -> None:
    _, faults = split("## Why\n\n## Pitch\n\n## Why Acme\n", "Acme")
    (fault,) = faults
    assert fault.problem.where == Place(FILE, 9)
    assert fault.problem.code == "duplicate-section"
    assert "`why` stands twice, first on line 5" in fault.problem.message
    assert fault.audience is Audience.SHARED


def test_what_is_wrong_with_a_private_section_is_told_in_private() -> None:
    _, faults = split("## Why\n\n## Why { audience=private }\n\n## Notes\n\n## Notes\n")
    assert [fault.audience for fault in faults] == [Audience.PRIVATE, Audience.PRIVATE]


def test_sections_that_nobody_planned_may_share_a_title() -> None:
    assert told("## Plan\n\n## Plan\n") == []


# Where they begin and end.

BODY = """\
intro
# Acme { audience=private }

Why
this role
===
first

## Pitch ##
second
### Detail
third

  ##   My plan   { audience=shared }  ##
fourth"""


def test_lines_and_offsets_are_exact() -> None:
    sections = sections_of(BODY)
    lines = BODY.split("\n")
    assert [(s.title, s.line) for s in sections] == [
        ("", -1),
        ("Acme", 1),
        ("Why this role", 3),
        ("Pitch", 8),
        ("My plan", 13),
    ]
    assert [s.text for s in sections] == [
        "intro",
        "",
        "first\n",
        "second\n### Detail\nthird\n",
        "fourth",
    ]
    for section in sections:
        assert BODY[section.offset :].startswith(section.text)
        heading = "\n".join(lines[section.line :]) if section.line >= 0 else ""
        assert section.title.split(" ", maxsplit=1)[0] in heading


def test_a_section_without_text_begins_where_its_heading_ends() -> None:
    assert [(s.text, s.offset) for s in sections_of("## Why\n## Pitch\n")] == [("", 7), ("", 16)]


HEADINGS = {
    "level one": "# Why",
    "level two": "## Why",
    "closing marks": "## Why ##",
    "closing marks of another length": "# Why ######",
    "a tab": "##\tWhy",
    "blanks at its end": "## Why   ",
    "up to three blanks before it": "   ## Why",
    "underlined with hyphens": "Why\n---",
    "underlined with a single hyphen": "Why\n-",
    "underlined with equals signs": "Why\n===",
    "underlined with blanks around": "  Why  \n   ---  ",
    "underlined over two lines": "Why\nthis role\n---",
    "after a paragraph without a blank line": "text\n## Why",
    "after a list": "- text\n## Why",
    "after a quote": "> text\n## Why",
    "after a table": "| a |\n|---|\n| b |\n## Why",
    "after a comment": "<!-- text -->\n## Why",
    "after a comment over blank lines": "<!--\n\ntext\n-->\n## Why",
    "after a comment that a text follows": "<!--\n\ntext\n--> text\n\n## Why",
    "after code": "```\ntext\n```\n## Why",
    "after code in tildes": "~~~\n```\n~~~\n## Why",
    "after longer code": "````\n```\n````\n## Why",
    "after code that a longer fence closes": "```\n`````\n## Why",
    "after code in a list item": "- ```\n  text\n  ```\n## Why",
    "after code in a list item that is never closed": "- ```\n  text\n\n## Why",
    "after code in a quote that is never closed": "> ```\n> text\n\n## Why",
    "after code far to the right": "1. text\n\n    ```\n    text\n    ```\n\n## Why",
    "after indented code with a fence": "    ```\n\n## Why",
    "after indented code with a comment": "    <!--\n\n## Why",
    "after a fence's mark in a text": "text ```\n\n## Why",
    "after ticks whose info has a tick": "``` a`b\n\n## Why",
    "after a comment's mark in code": "`<!--`\n\n## Why",
    "after an escaped comment": "\\<!-- text\n\n## Why",
    "after a block of HTML": "<details>\ntext\n</details>\n\n## Why",
    "after an admonition": "!!! note\n    text\n\n## Why",
    "after a footnote": "text[^1]\n\n[^1]: text\n\n## Why",
}


@pytest.mark.parametrize("text", HEADINGS.values(), ids=HEADINGS)
def test_what_is_a_heading_begins_a_section(text: str) -> None:
    body = f"## Notes\n\n{text}\nwe\n\n## Gaps\n"
    found = sections_of(body)
    assert [(s.name, s.audience.value) for s in found] == [
        ("notes", "private"),
        ("why", "shared"),
        ("gaps", "private"),
    ]
    assert found[1].text == "we\n"
    assert told(body) == []


KEPT = {
    "headings of level three and more": "### Plans\n#### Plans\n####### Plans",
    "a rule": "a\n\n---\n\nb",
    "a rule after a list": "- a\n- b\n---\nc",
    "a rule after a list whose lines are broken": "- a\n  b\n---\nc",
    "a rule after a quote": "> a\n> b\n---\nc",
    "a rule after a table": "| a | b |\n|---|---|\n| c | d |\n---\ne",
    "a rule after a heading": "### a\n---\nb",
    "rules of other marks": "a\n***\nb\n___\nc\n- - -\nd",
    "a heading in code that is indented by four spaces": "```\n    # a\n    ## b\n```",
    "a heading in indented code": "a\n\n    # b\n\n\t## c",
    "a heading in code in a numbered list": "1. a\n\n   ```\n       # b\n   ```",
    "an escaped heading": "\\# a\n\n\\## b",
    "a hash that is no heading": "a # b\n\n#1 of them\n\n#hashtag\n\n#!shebang",
    "equals signs and hyphens in texts": "a = b\n--option\n-> c\n=> d",
    "an underline in code": "```\na\n---\nb\n===\n```",
    "a comment": "a <!-- b --> c\n\n<!--\nb\n\nb\n-->\n\nc",
    "a comment in code": "```\n<!--\n```\n\n`<!--`",
    "a directive": "```proof-points\nrole: ml\n```",
    "code in a list item that is never closed": "- ```\n  a\n\nb",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_no_heading_stays_in_its_section(text: str) -> None:
    body = f"## Pitch\n{text}\n\n## Notes\n"
    assert [(s.name, s.text) for s in sections_of(body)] == [("pitch", f"{text}\n"), ("notes", "")]
    assert told(body) == []


OPEN = {
    "a fence": ("```\na\n", 7),
    "a fence alone": ("```", 7),
    "a fence of tildes": ("a\n\n~~~ python\na", 9),
    "a fence that a shorter one does not close": ("````\na\n```\n", 7),
    "a fence that other marks do not close": ("```\n~~~\n", 7),
    "a fence that one with an info does not close": ("```\n``` python\n", 7),
    "a fence that an indented one does not close": ("```\na\n    ```", 7),
    "a fence behind closed ones": ("```\n```\n~~~\n~~~\n```\n\n", 11),
    "a fence that a list item's fence left open": ("- ```\n  a\n```\nb\n", 9),
    "a fence that headings follow": ("```\n## Why\nwe\n\n## Notes\n", 7),
    "a comment": ("a\n\n<!-- b\n", 9),
    "a comment in a list item": ("- <!-- a\n", 7),
    "a comment behind a closed one": ("<!-- a --> <!-- b\n\nb\n", 7),
    "a comment in a paragraph": ("a\nb <!-- c\n\nc\n", 8),
    "a comment that a blank line cuts": ("a <!-- b\n\nb -->\n", 7),
    "a comment that a heading cuts": ("a <!-- b\n### b\nb -->\n", 7),
    "a comment in a heading": ("### a <!-- b\n", 7),
    "a comment in a block of HTML": ("<div> <!-- a\n\na --> </div>\n", 7),
}


@pytest.mark.parametrize(("text", "line"), OPEN.values(), ids=OPEN)
def test_a_block_that_is_never_closed_makes_the_prose_unreadable(text: str, line: int) -> None:
    body = f"## Pitch\n\n{text}"
    sections, faults = split(body)
    assert sections is None
    (fault,) = faults
    assert (fault.problem.code, fault.problem.where) == ("markdown-open", Place(FILE, line))
    assert fault.audience is Audience.PRIVATE


# What an attacker, or a tired author, could write. CANARY is meant to be private.

UNDER_A_PRIVATE_HEADING = {
    "a list item and a rule": "- Why\n---\nCANARY",
    "a list item's text and a rule": "- a\n\n  Why\n---\nCANARY",
    "indented code and a rule": "\n    Why\n---\nCANARY",
    "a quote and a rule": "> Why\n---\nCANARY",
    "a quote's second line and a rule": "> a\nWhy\n---\nCANARY",
    "a table and a rule": "| Why |\n|---|\n---\nCANARY",
    "a heading in a list item": "- a\n\n  ## Why\n  CANARY",
    "a heading that begins a list item": "- ## Why\n  CANARY\n\n  CANARY",
    "a heading in a quote": "> ## Why\n> CANARY",
    "a heading in code": "```\n## Why\nCANARY\n```",
    "a heading in code in a list item": "- ```\n  ## Why\n  CANARY\n  ```",
    "a heading in code in a numbered item": "1. ```\n   ## Why\n   CANARY\n   ```",
    "a heading in code in a definition": "Term\n: ```\n  ## Why\n  CANARY\n  ```",
    "a heading in tildes with ticks": "~~~\n```\n## Why\nCANARY\n~~~",
    "a heading in longer code": "````\n```\n## Why\nCANARY\n````",
    "a heading in a comment": "<!--\n## Why\nCANARY\n-->",
    "a heading in a comment over blank lines": "<!-- a\n\n## Why\n\nCANARY\n-->",
    "a heading in a comment in a list item": "- <!--\n  ## Why\n  CANARY\n  -->",
    "a heading in a comment in a paragraph": "a <!--\n## Why\nCANARY -->",
    "a heading in a comment that text follows": "<!-- a\n## Why\nCANARY\n--> CANARY",
    "a heading in HTML": "<div>\n## Why\nCANARY\n</div>",
    "a heading in preformatted HTML": "<pre>\n\n## Why\nCANARY\n\n</pre>",
    "a heading in a script": "<script>\n\n## Why\nCANARY\n</script>",
    "a heading in an admonition": "!!! note\n    ## Why\n    CANARY",
    "a heading in a footnote": "a[^1]\n\n[^1]: a\n\n    ## Why\n    CANARY",
    "a heading indented by four spaces": "    ## Why\nCANARY",
    "a heading indented by a tab": "\t## Why\nCANARY",
    "a heading with an odd blank": "##\u00a0Why\nCANARY",
    "a heading without a blank": "##Why\nCANARY",
    "a heading after an odd line end": "a\u2028## Why\nCANARY",
    "an escaped heading": "\\## Why\nCANARY",
    "a heading in HTML's words": "<h2>Why</h2>\nCANARY",
    "a heading in bold": "**Why**\n\nCANARY",
    "a heading of level three": "### Why\nCANARY",
    "an underline after a remark in a paragraph": "[CANARY]\nWhy\n---\nCANARY",
    "an underline after a paragraph": "CANARY\nWhy\n---\nCANARY",
    "an underline with an odd blank": "Why\n---\u00a0\nCANARY",
    "a heading that a comment begins": "<!-- a\n--> Why\n---\nCANARY",
}


@pytest.mark.parametrize("text", UNDER_A_PRIVATE_HEADING.values(), ids=UNDER_A_PRIVATE_HEADING)
@pytest.mark.parametrize("heading", ["## Notes", "## My plan", "Gaps\n===", ""])
def test_nothing_under_a_private_heading_is_shared(heading: str, text: str) -> None:
    assert not shared_words(f"{heading}\n{text}\n\n## Gaps\nCANARY\n") & {"CANARY"}


UNDER_A_SHARED_HEADING = {
    "a heading": "## Notes\nCANARY",
    "an underlined heading": "Notes\n---\nCANARY",
    "a heading after a comment on its line": "<!-- a -->\nNotes\n---\nCANARY",
    "an indented heading": "   ## Notes\nCANARY",
    "a heading with closing marks": "## Notes ####\nCANARY",
    "a heading with a tab": "##\tNotes\nCANARY",
    "a heading without a title": "##\nCANARY",
    "a heading with an odd blank": "##\u00a0Notes\nCANARY",
    "a heading with a zero-width blank": "##\u200bNotes\nCANARY",
    "a heading without a blank": "##Notes\nCANARY",
    "a heading of level one without a blank": "#Notes\nCANARY",
    "a heading after an odd blank": "\u00a0## Notes\nCANARY",
    "a heading after a byte-order mark": "\ufeff## Notes\nCANARY",
    "a heading after a form feed": "\x0c## Notes\nCANARY",
    "a heading after a vertical tab": "a\x0b## Notes\nCANARY",
    "a heading after a line separator": "a\u2028## Notes\u2028CANARY",
    "a heading after a next-line character": "a\x85## Notes\x85CANARY",
    "a heading deep in a paragraph": "a\n        ## Notes\nCANARY",
    "a heading in a list item": "- a\n\n  ## Notes\n  CANARY",
    "a heading in a list item, indented by a tab": "1. a\n\n\t## Notes\n\tCANARY",
    "a heading that begins a list item": "- ## Notes\n  CANARY",
    "a heading in a quote": "> ## Notes\n> CANARY",
    "an underlined heading in a quote": "> Notes\n> ---\n> CANARY",
    "an underlined heading in a list item": "- Notes\n  ---\n  CANARY",
    "a line that a quote takes in, and a rule": "> a\nNotes\n---\nCANARY",
    "a line that a list item takes in, and a rule": "- a\nNotes\n---\nCANARY",
    "an underline that a quote takes in": "> Notes\n===\nCANARY",
    "an underline with an odd blank": "Notes\n===\u00a0\nCANARY",
    "an underline too far to the right": "Notes\n    ---\nCANARY",
    "a heading in a definition list": "Term\n: ## Notes\n  CANARY",
    "a heading in an admonition": "!!! note\n    ## Notes\n    CANARY",
    "what only an editor without admonitions sees": "!!! note\n---\nCANARY",
    "what only an editor without footnotes sees": "[^1]: My notes\n---\nCANARY",
    "a heading in HTML's words": "<h2>Notes</h2>\nCANARY",
    "a heading in HTML's words with attributes": "  <H1 class='a'>Notes</H1>\nCANARY",
    "a heading in a block of HTML": "<div>\n## Notes\nCANARY\n</div>",
    "a heading after a fence that nobody closed": "```\n## Notes\nCANARY\n```",
    "a heading after a comment that nobody closed": "<!--\n## Notes\nCANARY\n-->\nCANARY",
    "a heading in code in a list item": "- ```\n  ## Notes\n  ```\n\nCANARY",
    "a comment in a paragraph, over blank lines": "a <!-- CANARY\n\nCANARY -->",
    "a comment in a paragraph that a heading cuts": "a <!-- CANARY\n    ## a\nCANARY -->",
    "a comment that text follows": "<!-- CANARY\n\nCANARY --> a",
    "a comment in a list item that text follows": "- <!-- CANARY\n\n  CANARY --> a",
    "comments on one line": "<!-- a --> <!-- CANARY\n\nCANARY -->",
    "a comment in an open quote": "> a <!-- CANARY\n\nCANARY -->",
}


@pytest.mark.parametrize("text", UNDER_A_SHARED_HEADING.values(), ids=UNDER_A_SHARED_HEADING)
@pytest.mark.parametrize("heading", ["## Pitch", "Why\n---", "## My plan { audience=shared }"])
def test_nothing_under_a_second_heading_stays_shared(heading: str, text: str) -> None:
    body = f"{heading}\nwe\n\n{text}\n"
    words = shared_words(body)
    assert "CANARY" not in words
    assert "we" in words or split(body)[0] is None


@pytest.mark.parametrize("text", UNDER_A_SHARED_HEADING.values(), ids=UNDER_A_SHARED_HEADING)
def test_an_author_hears_of_what_looks_like_a_heading_and_is_none(text: str) -> None:
    real = [token for token in parse(text)[0] if token.type == "heading_open" and not token.level]
    comment = "<!--" in text and "## " not in text
    if not real and not comment:
        assert any(code.endswith("section-hidden") for code in told(f"## Pitch\n{text}\n"))


def test_the_way_out_is_told_with_what_looks_like_a_heading() -> None:
    code, text = split("## Pitch\n```sh\n# install\n```\n\n##Notes\n")[1]
    assert code.problem.where == Place(FILE, 7)
    assert code.problem.message.startswith("`install` looks like a heading but stands in a code")
    assert code.problem.hint.startswith("indent it by four spaces")
    assert text.problem.where == Place(FILE, 10)
    assert text.problem.message.startswith("`Notes` looks like a heading but is none")
    assert text.problem.hint.startswith("write `## Title` on a line of its own")
    assert code.audience is text.audience is Audience.PRIVATE


def test_any_line_end_that_a_file_can_have_ends_a_heading() -> None:
    for end in ("\r\n", "\r", "\n"):
        text = decode(FILE, f"## Pitch{end}we{end}{end}## Notes{end}CANARY{end}".encode())
        assert isinstance(text, str)
        assert shared_words(text) == {"Pitch", "we"}


def shared_words(body: str) -> set[str]:
    """Return the words of what is shared: of titles and texts, and of what is drawn from them."""
    sections, _ = split(body)
    shared = [s for s in sections or () if s.audience is Audience.SHARED]
    drawn = [re.sub("<[^>]*>", " ", parser().render(section.text)) for section in shared]
    return {word for s in shared for word in re.findall(r"\w+", s.title)} | {
        word for html in drawn for word in re.findall(r"\w+", html)
    }


PIECES = (
    *("## Pitch", "## Notes", "# Gaps", "Pitch\n---", "Notes\n===", "Why\n---", "  ## Why"),
    *(
        "    ## Why",
        "\t## Notes",
        "## Notes ##",
        "##Notes",
        "##\tWhy",
        "## Why { audience=shared }",
    ),
    *(
        "## Plan { audience=shared }",
        "## Notes { audience=shared }",
        "## Pitch { audience=private }",
    ),
    *(
        "> ## Notes",
        "> ## Why",
        "- ## Why",
        "- ## Notes",
        "Why",
        "Notes",
        "> Why",
        "- Why",
        "  Why",
    ),
    *("- item @", "  @", "1. @", "   @", "    @", "\t@", "> @", "@", "@", "@", "", "", "", "@\\"),
    *("```", "~~~", "````", "  ```", "    ```", "- ```", "> ```", "1. - ```", "```proof-points"),
    *("<!--", "-->", "<!-- @", "@ -->", "@ <!--", "<!-- @ -->", "- <!--", "> <!--", "`@", "@`"),
    *("<div>", "</div>", "<pre>", "</pre>", "<script>", "<details>", "<b", "<?", "?>", "<h1>"),
    *("---", "===", "***", "- - -", "!!! note", "    ## Notes", "Term", ": @", ": ## Why", ": ```"),
    *("[^1]: @", "[^1]", "\\## Notes", "- - ## Why", "  - ## Notes", "-\t```", "| a | b |"),
)
OPENING = {"Pitch", "Why", "Why { audience=shared }", "Plan { audience=shared }"}


@st.composite
def prose(draw: st.DrawFn) -> str:
    """Lines of what means something to Markdown, in any order, each with a word of its own."""
    lines = draw(st.lists(st.sampled_from(PIECES), max_size=10))
    head = draw(st.sampled_from(["", "## Pitch\n@\n", "## Notes\n@\n"]))
    words = iter(range(100))
    return re.sub("@", lambda _: f"word{next(words)}", head + "\n".join(lines))


def owners(markdown: MarkdownIt, body: str) -> list[str]:
    """Return the heading of level one or two above each line, wherever that stands."""
    titles: dict[int, str] = {}
    for token, inline in pairwise(markdown.parse(body)):
        if token.type == "heading_open" and token.tag in ("h1", "h2") and token.map:
            titles.setdefault(token.map[0], inline.content)
    found, title = [], ""
    for number in range(body.count("\n") + 1):
        title = titles.get(number, title)
        found.append(title)
    return found


@settings(max_examples=300)
@given(prose())
def test_no_reader_of_markdown_sees_shared_text_under_a_private_heading(body: str) -> None:
    editors = (MarkdownIt("commonmark"), MarkdownIt("commonmark").enable("table"), parser())
    above = [owners(markdown, body) for markdown in editors]
    for section in split(body)[0] or ():
        assert body[section.offset :].startswith(section.text)
        if section.audience is not Audience.SHARED:
            continue
        first = body.count("\n", 0, section.offset)
        for number, line in enumerate(section.text.split("\n"), start=first):
            if "word" in line:
                assert {titles[number] for titles in above} <= OPENING


@settings(max_examples=300)
@given(prose())
def test_what_a_comment_hides_is_hidden_in_a_shared_section_too(body: str) -> None:
    tokens = MarkdownIt("commonmark").parse(body)
    texts = [
        t.content
        for token in tokens
        for t in (token, *(token.children or ()))
        if t.type in ("html_block", "html_inline") and t.content.lstrip().startswith("<!--")
    ]
    hidden = {
        word
        for text in texts
        for comment in re.findall(r"<!--.*?(?:-->|\Z)", text, re.DOTALL)
        for word in re.findall(r"word\d+", comment)
    }
    assert not hidden & shared_words(body)


@settings(max_examples=200)
@given(prose())
def test_a_shared_section_reads_alone_as_it_does_in_its_place(body: str) -> None:
    if told(body):
        return  # What looks like a heading may cut anything in two.
    whole = parse(body)[0]
    for section in sections_of(body):
        if section.audience is Audience.SHARED and section.text:
            first = body.count("\n", 0, section.offset)
            lines = range(first, first + section.text.count("\n") + 1)
            inside = [t for t in whole if t.map and t.map[0] in lines]
            alone = [t for t in parse(section.text)[0] if t.map]
            assert [shape(token) for token in alone] == [shape(token) for token in inside]


def shape(token: Token) -> tuple[str, int, str]:
    # The last line of a section has no line end.
    return token.type, token.level, token.content.rstrip("\n")


@given(st.text())
def test_no_text_whatever_stops_the_splitter(body: str) -> None:
    split(body.replace("\r", ""), "Acme")


@pytest.mark.parametrize(
    ("title", "cure"),
    [
        ("💡 Why", "Why"),
        ("1. Why Acme", "Why Acme"),
        ("**Pitch**", "Pitch"),
        ("Motivation", "Why"),
        ("Gap analysys", "Gap analysis"),
        ("Interview prep", "Questions"),
        ("Cover leter", "Cover letter"),
    ],
)
def test_a_heading_that_misses_by_little_is_cured_by_the_one_that_is_named(
    title: str, cure: str
) -> None:
    sections, (fault,) = split_sections(document(f"## {title}\n\nText.\n"), ["Acme, Inc."])
    assert sections is not None
    assert [section.audience for section in sections] == [Audience.PRIVATE]
    assert fault.problem.code == "section-near"
    assert f"write `## {cure}`" in fault.problem.hint
    sections, faults = split_sections(document(f"## {cure}\n\nText.\n"), ["Acme, Inc."])
    assert faults == ()
    assert sections is not None
    assert sections[0].name is not None


@pytest.mark.parametrize(
    "body",
    [
        "## Motivation { audience=private }\n\nx\n",
        "## Motivation { audience=shared }\n\nx\n",
        "## Why\n\nx\n\n## Motivation\n\nx\n",
        "## The Mathematical Overlap Pitch\n\nx\n",
        "## Mathematics\n\nx\n",
        f"## Pitsh{' of mine' * 10}\n\nx\n",
    ],
)
def test_a_heading_of_the_authors_own_is_not_told(body: str) -> None:
    assert split_sections(document(body), ["Acme"])[1] == ()


def document(body: str) -> Document:
    return Document(FILE, body, body=body)
