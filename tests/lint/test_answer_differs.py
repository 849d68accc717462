import pytest

from dossier.lint.answer_differs import figures
from tests.builders import MINIMAL, edited, problems_of

DOSSIER = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("+22% and 22 percent", {"%": {"22"}}),
        ("16,000 tests, 16K lines", {"test": {"16000"}, "line": {"16K"}}),
        ("4-6 weeks, 0.02 ms", {"week": {"4-6"}, "ms": {"0.02"}}),
        ("$250K and 3.", {"$": {"250K"}, "": {"3"}}),
        ("1,234 books, 1 234 books, 1'234 books, 1234 books", {"book": {"1234"}}),
        ("v1.2 and 2026-02-10", {}),
    ],
)
def test_figures_are_kept_by_unit(text: str, found: dict[str, set[str]]) -> None:
    assert {unit: set(values) for unit, values in figures(text).items() if unit in found} == found


def test_a_point_parts_thousands_where_the_language_says_so() -> None:
    assert figures("1.234 Bücher, 1234 Bücher", comma=True) == {"bücher": {"1234"}}


@pytest.mark.parametrize(
    ("one", "two", "differs"),
    [
        ("It took 3 weeks.", "It took 4 weeks.", True),
        ("It took 3 weeks.", "It took 3 weeks and 2 days.", False),
        ("It took 3 weeks.", "It won 4 prizes.", False),
        ("It took 3 weeks.", "It took long.", False),
        ("It took 3 weeks.", "Over 3 weeks, then 4 weeks.", False),
    ],
)
def test_answers_differ_where_each_says_what_the_other_does_not(
    one: str, two: str, *, differs: bool
) -> None:
    asked = "## Questions\n\n### How long? {{ about=ranking }}\n\n{}\n\n## Notes\n"
    files = edited(DOSSIER, "## Notes\n", asked.format(one))
    other = MINIMAL[DOSSIER].replace("## Notes\n", asked.format(two)).replace("Acme", "Initech")
    files["content/applications/initech/index.md"] = other
    codes = [problem.rpartition("[")[2] for problem in problems_of(files)]
    assert codes.count("answer-differs]") == differs


def test_money_is_told_with_its_sign_before_it_and_each_answer_once() -> None:
    asked = "## Questions\n\n### How much? {{ about=ranking }}\n\nAbout {}.\n\n## Notes\n"
    files = edited(DOSSIER, "## Notes\n", asked.format("$250K"))
    for name, text in (("Hooli", "$250K"), ("Initech", "$260K")):
        other = MINIMAL[DOSSIER].replace("## Notes\n", asked.format(text)).replace("Acme", name)
        files[f"content/applications/{name.lower()}/index.md"] = other
    place = "content/applications/acme/index.md:21:1"
    told = [p for p in problems_of(files) if p.endswith("[answer-differs]")]
    assert [problem.partition("question ")[2] for problem in told] == [
        f"is answered with $260K here, with $250K at {place} [answer-differs]"
    ]
