"""Text from outside made inert."""

import pytest

from dossier.importing.inert import clean, inert_line, inert_page, inert_prose, readable
from dossier.importing.words import words
from dossier.load.front_matter import split
from dossier.prose.sections import split_sections


def known(address: str) -> bool:
    return address == "evidence:a/b"


def test_signs_that_cannot_be_seen_are_left_out() -> None:
    assert clean("a\u202eb\x07c\u200bd\u2028e\tf\n") == "abcd\ne\tf\n"


@pytest.mark.parametrize(
    ("text", "inert"),
    [
        ("[x](javascript:alert(1))", "[x]\\(javascript:alert(1))"),
        ("[x](evidence:no/such)", "[x]\\(evidence:no/such)"),
        ("[x](../secret.md)", "[x]\\(../secret.md)"),
        ("<evidence:no/such>", "\\<evidence:no/such>"),
        ("[x]: data:text/html,y", "[x]\\: data:text/html,y"),
        ("![x](https://a.example/p.png)", "[x](https://a.example/p.png)"),
        ("[x](evidence:a/b)", "[x](evidence:a/b)"),
        (
            "[x](https://a.example) <https://a.example>",
            "[x](https://a.example) <https://a.example>",
        ),
        ("`[x](javascript:y)`", "`[x](javascript:y)`"),
    ],
)
def test_links_lead_to_web_addresses_or_to_what_there_is(text: str, inert: str) -> None:
    assert inert_line(text, known) == inert
    assert words(inert_line(text, known)) == words(text)


def test_fence_is_closed_and_no_directive() -> None:
    assert inert_prose("```gaps\nx: 1", known) == "```text gaps\nx: 1\n```"
    assert inert_prose("~~~~ matrix \n~~~\n~~~~", known) == "~~~~text matrix\n~~~\n~~~~"
    assert inert_prose("```py\nx\n```", known) == "```py\nx\n```"


def test_html_of_a_page_is_text() -> None:
    text = inert_page("<b onclick=x>a</b> 1 < 2 <https://a.example> <!-- b", known)
    assert text == "\\<b onclick=x>a\\</b> 1 < 2 <https://a.example> \\<! -- b"


@pytest.mark.parametrize(
    "body",
    [
        "## Notes\n\n<!-- never closed\n\n## Pitch\n\nx",
        "## Notes\n\n```sh\n# comment\n```\n\n## Pitch\n\nx",
        "## Notes\n\n> ## Pitch\n\n- # x\n\n<h2>y</h2>",
        "## Notes\n\na <!-- b\n\nc -->\n\n## Pitch",
    ],
)
def test_prose_has_no_heading_that_is_none(body: str) -> None:
    text = readable(body, ["Acme"])
    source, _ = split("index.md", f"---\n---\n{text}")
    sections, faults = split_sections(source, ["Acme"])
    assert sections is not None
    assert [fault.problem.code for fault in faults] == []
    assert words(text) == words(body)


def test_two_sections_of_one_name_and_what_is_underlined_are_told_apart() -> None:
    assert readable("## Pitch\n\na\n\n## Pitch\n\nb", ()) == "## Pitch\n\na\n\n### Pitch\n\nb"
    assert readable("> Notes\n> -----\n\nx", ()) == "> Notes\n> \\-----\n\nx"


def test_what_cannot_be_parted_into_sections_is_code() -> None:
    text = "```\n# a\nb"
    found = readable(text, ())
    assert found == "    ```\n    # a\n    b"
    source, _ = split("index.md", f"---\n---\n{found}")
    assert split_sections(source, ())[0] is not None
