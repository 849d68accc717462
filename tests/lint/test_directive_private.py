import pytest

from tests.builders import edited, problems_of

DOSSIER = "content/applications/acme/index.md"
SHARED_TEXT = "\nI built [a learned ranker](evidence:qortex/gain).\n"
PRIVATE_TEXT = "They know [qortex](project:qortex)."


@pytest.mark.parametrize("name", ["gaps", "matrix", "pipeline", "strengthen"])
def test_private_figures_stand_in_private_texts_only(name: str) -> None:
    block = f"```{name}\n```"
    assert problems_of(edited(DOSSIER, PRIVATE_TEXT, block)) == []
    (problem,) = problems_of(edited(DOSSIER, SHARED_TEXT, f"\n{block}\n"))
    assert problem.endswith("[directive-private]")
