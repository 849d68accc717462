import pytest

from dossier.lint import lint
from dossier.lint.cache import forget
from dossier.lint.rating_differs import Rating
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, edited, problems_of, tree_of

DOSSIER = "content/applications/acme/index.md"


def told(first: str, second: str, audience: Audience = Audience.PRIVATE) -> list[str]:
    files = edited(DOSSIER, "strength: direct\n", f"{first}\n")
    other = MINIMAL[DOSSIER].replace("strength: direct\n", f"{second}\n").replace("Acme", "Initech")
    files["content/applications/initech/index.md"] = other
    return [problem.rpartition("[")[2] for problem in problems_of(files, audience)]


def test_only_one_concept_is_compared() -> None:
    strong = "strength: strong\n    concept: ranking"
    assert told("strength: direct\n    concept: ranking", strong) == ["rating-differs]"]
    assert told("strength: strong\n    concept: ranking", strong) == []
    assert told("strength: direct\n    concept: search", strong) == []
    assert told("strength: direct", "strength: strong") == []


def test_ratings_are_compared_in_the_private_view_only() -> None:
    opened = "strength: direct\n    concept: ranking"
    assert told(opened, "strength: strong\n    concept: ranking", Audience.SHARED) == []


def test_ratings_are_compared_again_only_if_one_is_another(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def watched(*given: object) -> Rating:
        compared.append("rating")
        return Rating(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("dossier.lint.rating_differs.Rating", watched)
    initech = "content/applications/initech/index.md"
    rated = MINIMAL[DOSSIER].replace("    strength: ", "    concept: ranking\n    strength: ")
    files = MINIMAL | {DOSSIER: rated, initech: rated.replace("direct", "strong")}
    forget()
    for more, is_compared in (
        ({}, True),
        ({DOSSIER: f"{rated}\nMore.\n"}, False),
        ({DOSSIER: f"{rated}\nMore.\n".replace("---\n", "---\n# Noted.\n", 1)}, True),
        ({initech: rated.replace("direct", "moderate")}, True),
    ):
        files |= more
        library, _ = assemble(tree_of(files), Audience.PRIVATE)
        compared.clear()
        seen = [str(problem) for problem in lint(library, AS_OF)]
        assert bool(compared) == is_compared, more
        assert seen == [str(problem) for problem in lint(library, AS_OF, is_kept=False)], more
        assert any("[rating-differs]" in line for line in seen)
