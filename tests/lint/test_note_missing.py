"""What a rating says nothing of, unless what it says is wrong itself."""

import pytest

from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("weak", ["note-missing]"]),
        ("moderate", ["note-missing]"]),
        ("weak\n    note: It was small.", []),
        # What is wrong with it is told already.
        ("weak\n    note: [small]", ["text-type]"]),
        ("strong", []),
    ],
)
def test_weak_row_says_why_or_is_told(row: str, codes: list[str]) -> None:
    files = edited(DOSSIER, "strength: direct", f"strength: {row}")
    found = {problem.rpartition("[")[2] for problem in problems_of(files)}
    assert found - {"gap-unanswered]"} == set(codes)
