"""Whose work a record says it was, held against who a sentence says did it."""

import pytest

from tests.builders import edited, problems_of

RECORDS = "content/evidence/qortex.yml"
HOME = "content/index.md"


def told(part: str, text: str) -> list[str]:
    files = edited(RECORDS, "check: rerun\n", f"check: rerun\n    part: {part}\n")
    files[HOME] = f"---\ntitle: Ada\n---\n{text}\n"
    found = (p for p in problems_of(files) if p.startswith(HOME))
    return [p for p in found if p.endswith("[part-drift]")]


@pytest.mark.parametrize(
    "text",
    ["I led [it](evidence:qortex/gain).", "I led what raised the precision by 22%."],
)
def test_cited_record_and_one_whose_figure_is_told_say_the_part(text: str) -> None:
    message = "warning: `led` says more than `qortex/gain`, whose part is contributed"
    assert told("contributed", text) == [f"{HOME}:4:3: {message} [part-drift]"]
    assert told("led", text) == []


@pytest.mark.parametrize("text", ["I never led [it](evidence:qortex/gain).", "Nobody led it."])
def test_part_that_is_denied_is_not_claimed(text: str) -> None:
    assert told("contributed", text) == []


def test_sentence_that_tells_no_figure_is_of_no_record() -> None:
    assert told("contributed", "I led what raised the precision.") == []
