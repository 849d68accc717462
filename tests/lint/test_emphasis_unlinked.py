import pytest

from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"


def problems_in(items: str) -> list[str]:
    return problems_of(edited(DOSSIER, "## Notes\n", f"## Emphasis\n\n{items}\n\n## Notes\n"))


@pytest.mark.parametrize(
    "items",
    [
        "- [qortex](project:qortex)",
        "- **[it](evidence:qortex/gain)** first",
        "1. [qortex](project:qortex)\n   - anything below it",
        "- [qortex](project:qortex)\n\n  A second paragraph.",
        "Only prose.",
        "",
    ],
)
def test_item_that_begins_with_what_it_foregrounds_is_fine(items: str) -> None:
    assert problems_in(items) == []


@pytest.mark.parametrize(
    "items",
    [
        "- qortex",
        "- First [qortex](project:qortex)",
        "- [ranking](proof:ranking)",
        "- [page](https://example.org)",
        "-\n- [qortex](project:qortex)",
        "> - quoted",
    ],
)
def test_item_that_begins_otherwise_is_told_on_its_line(items: str) -> None:
    (problem,) = problems_in(items)
    assert problem.startswith(f"{DOSSIER}:21:1: ")
    assert problem.endswith("[emphasis-unlinked]")
