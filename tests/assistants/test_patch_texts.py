"""What a text of a patch may hold, whatever stands around it."""

import pytest

from dossier.assistants.patch_texts import an_answer, refuse_beyond
from dossier.plain.errors import ContentError


@pytest.mark.parametrize(
    "text",
    [
        *("```\nopen", "<pre>\nopen", "<!-- open", "%% open", "shut %%", "*/}", "[//]: # (note)"),
        *("One\n===", "One\n\n## Two", "# Two", "> ## Two", "```\n## Two\n```", "%%\nnote\n%%"),
        "```evidence\nskills: [rust]\n```",
    ],
)
def test_a_text_that_could_reach_beyond_its_section_is_refused(text: str) -> None:
    with pytest.raises(ContentError):
        refuse_beyond("## Offer", text)


@pytest.mark.parametrize(
    "text",
    [
        *("I build.", "### Deeper\n\n- one\n- two", "```\ncode\n```", "It fell by 3 %.", "`%%`"),
        *("<!-- mine -->\n\nI build.", "> quoted\n\n| a |\n| - |\n| b |"),
    ],
)
def test_a_text_that_stays_in_its_section_is_not(text: str) -> None:
    refuse_beyond("## Offer", text)
    refuse_beyond("## Questions\n\n### Why?", text)


def test_a_heading_reaches_no_further_than_its_text() -> None:
    with pytest.raises(ContentError):
        refuse_beyond("## Offer %%", "I build.")


def test_an_answer_has_no_heading_of_a_question() -> None:
    assert an_answer("#### Deeper") == "#### Deeper"
    with pytest.raises(ContentError, match="heading of level 3"):
        an_answer("### Another")
