from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, problems_of

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
