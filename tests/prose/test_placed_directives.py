import pytest

from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, problems_of

DOSSIER = "content/applications/acme/index.md"
SHARED_TEXT = "\nI built [a learned ranker](evidence:qortex/gain).\n"
PRIVATE_TEXT = "They know [qortex](project:qortex)."


@pytest.mark.parametrize(
    "block",
    [
        "```proof-points\n```",
        "```proof-points\nrole: ml\nonly: ranking\n```",
        "~~~ proof-points\nonly: [ranking]\n~~~",
        "```coverage\n```",
        "```roles\n```",
        "```evidence\nproject: qortex\nskills: bandits\n```",
        "```pipeline {.x}\n```",
        "```python\nrole: nobody\n```",
    ],
)
def test_directive_with_known_names_is_fine_in_a_shared_section(block: str) -> None:
    assert problems_of(edited(DOSSIER, SHARED_TEXT, f"\n{block}\n")) == []


def test_open_dossier_may_ask_for_public_records_only() -> None:
    files = edited(DOSSIER, SHARED_TEXT, "\n```evidence\nproject: bilrost\nskills: guns\n```\n")
    files["content/projects/bilrost.md"] = "---\ntitle: bilrost\naudience: shared\n---\n"
    files["content/evidence/bilrost.yml"] = (
        "audience: shared\nevidence:\n"
        "  - {id: a, claim: A, kind: code, check: statement, skills: [guns]}\n"
    )
    assert problems_of(files) == []
    files[DOSSIER] = files[DOSSIER].replace("lead:", "audience: public\nlead:")
    codes = [problem.rpartition("[")[2] for problem in problems_of(files)]
    assert codes == ["project-unknown]", "skill-unknown]"]


def test_directive_of_a_private_section_is_unknown_to_others() -> None:
    files = edited(DOSSIER, PRIVATE_TEXT, "```evidence\nproject: no-such\n```")
    files[DOSSIER] = files[DOSSIER].replace("lead:", "audience: public\nlead:")
    assert len(problems_of(files)) == 1
    assert problems_of(files, Audience.PUBLIC) == []


def test_page_needs_no_dossier_for_other_directives() -> None:
    files = {**MINIMAL, "content/todo.md": "```matrix\n```\n\n```evidence\nproject: qortex\n```\n"}
    assert problems_of(files) == []


def test_odd_values_of_options_are_told_not_raised() -> None:
    for value in ("{a: b}", "[[a]]", "[~]", "5", "~", '""'):
        files = edited(DOSSIER, PRIVATE_TEXT, f"```proof-points\nonly: {value}\n```")
        assert all(problem.endswith("[proof-unknown]") for problem in problems_of(files))
