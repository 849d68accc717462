"""Who is told of the comments of other tools; what is hidden is in tests/attacks."""

import pytest

from tests.builders import MINIMAL, problems_of

COMPANY = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    ("heading", "codes"),
    [("## Pitch", ["comment-hidden"]), ("## Notes", []), ("## Pitch { audience=private }", [])],
)
def test_comment_is_told_where_others_read(heading: str, codes: list[str]) -> None:
    text = MINIMAL[COMPANY].replace(heading.partition(" {")[0], f"{heading}\n\nA %%b%% c.", 1)
    found = problems_of(MINIMAL | {COMPANY: text})
    assert [line.rpartition("[")[2].rstrip("]") for line in found] == codes


def test_comment_that_is_never_closed_is_an_error() -> None:
    text = MINIMAL[COMPANY].replace("## Pitch", "## Pitch\n\nA %%b", 1)
    assert "comment-open" in " ".join(problems_of(MINIMAL | {COMPANY: text}))
