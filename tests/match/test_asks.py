"""What is asked for and in no row: by quote, or by half of the words, examples aside."""

from pathlib import Path

import pytest

from dossier.match.asks import RowWords, stems, uncovered
from dossier.model.application import ProofPoint
from tests.render.fixtures import ACME, dossier, draw, role, row


def words(requirement: str, *, quote: str | None = None, concept: str | None = None) -> RowWords:
    known = {"requirement": requirement, "quote": quote, "concept": concept}
    return RowWords.of(ProofPoint.model_validate({"id": "row", "strength": "strong", **known}))


BY_USE = words("Optimizing by use, live traffic")


def test_stems_are_words_without_endings_and_fillers() -> None:
    assert stems("Experience with Rankers and ranking in C++") == {"rank", "c++"}
    assert stems("planning") == stems("plan")
    for one, many in (("tree", "trees"), ("degree", "degrees"), ("employee", "employees")):
        assert stems(one) == stems(many)
    assert stems("career") != stems("care")
    for noun, verb in (("leakage", "leaks"), ("storage", "stored"), ("packaging", "packed")):
        assert stems(noun) == stems(verb)
    assert stems("managing") == stems("manages") != stems("man")


@pytest.mark.parametrize(
    ("ask", "answer", "is_covered"),
    [
        ("Strong Python skills", words("Python"), True),
        ("Optimising systems", words("ML optimisation"), True),
        ("Spark", words("Data", quote="Spark at scale"), True),
        ("Spark and data at scale", words("Pipelines", quote="spark and data"), True),
        ("Spark", words("Data", concept="spark"), True),
        ("[Spark](figure:posting)", words("*Spark*"), True),
        ("C", words("C"), True),
        ("Distributed Rust in production", words("Rust for teams of many"), False),
        ("ML infrastructure, Kubernetes, scale", words("Loops", concept="ml-optimization"), False),
        (
            "Optimization recipes, such as RL and APE",
            BY_USE,
            True,
        ),
        (
            "Recipes (e.g. RL or APE) of optimization",
            BY_USE,
            True,
        ),
        ("Recipes, for example RL; optimization", BY_USE, True),
        ("Recipes, RL, APE, optimization", BY_USE, False),
        ("Inference strategies, such as MCTS", words("MCTS"), True),
        ("Strong experience", words("Strong experience with the work"), False),
        ("Spark", words("Python"), False),
    ],
)
def test_row_answers_by_its_quote_or_by_half_of_the_words(
    ask: str, answer: RowWords, *, is_covered: bool
) -> None:
    assert uncovered([ask], [answer]) == (() if is_covered else (ask,))


def test_any_row_may_answer_and_the_rest_stands_in_its_order() -> None:
    rows = [words("Go"), words("Rust")]
    assert uncovered(["Zig", "Rust", "Ada", "Go"], iter(rows)) == ("Zig", "Ada")


def test_page_and_problem_tell_the_same_of_the_same_asks(tmp_path: Path) -> None:
    """Each of the four was once in a row for one of them and in none for the other."""
    asks = [
        "C",
        "Rust in distributed production systems",
        "Optimization recipes, such as RL and APE",
        "Production incidents, on call, at night",
    ]
    rows = [
        row("c", requirement="C", roles=["ml"]),
        row("teams", requirement="Rust, for teams that have never seen it"),
        row("loops", requirement="Optimization through feedback loops", concept="ml-optimization"),
        row("incidents", requirement="Calm people"),
    ]
    bullets = "\n".join(f"- {ask}" for ask in asks)
    files = {
        f"content/{ACME}": dossier(
            roles=[role("ml", asks=asks, posting={"file": "posting.md"})], proof_points=rows
        ),
        "content/applications/acme/posting.md": f"## Requirements\n\n{bullets}\n",
    }
    drawn = draw(tmp_path, files)
    (problem,) = [
        problem for problem in drawn.site.diagnosis.problems if problem.code == "posting-uncovered"
    ]
    said = drawn.tree(ACME).one("div.ev-roles").one("p.ev-note").text
    assert said == f"Asked for, but in no row: {problem.hint}"
    assert problem.hint == f"{asks[1]}; {asks[3]}"
