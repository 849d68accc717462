import pytest

from dossier.claims.judge import Judge
from dossier.claims.mention import Finding, TypedMetric
from dossier.claims.statements import statements
from dossier.prose.passages import passages
from tests.builders import PROJECT
from tests.claims.saying import HOME, home, library_of, with_metrics

PRECISION = 'id: precision, name: precision, value: 22, unit: "%", op: "+", baseline: cosine'
RECALL = 'id: recall, name: recall, value: 26, unit: "%", op: "+"'
TESTS = 'id: tests, name: tests, value: 100, op: ">="'
SITE = with_metrics(PRECISION, RECALL, TESTS) | {
    "content/projects/other.md": PROJECT.replace("title: qortex", "title: Bilrost")
    .replace("headline: [qortex/gain#precision]\n", "")
    .partition("\nIt retrieves")[0]
}
PLACE = "(content/evidence/qortex.yml:4:5)"
WRITE = f"write `[](evidence:qortex/gain#precision)` {PLACE}"
MARK = "write it into a record, or mark it: `[…](figure:estimate)`, posting, market or other"


def judged(body: str) -> list[Finding | TypedMetric]:
    library = library_of(home(f"{body}\n", SITE))
    judge = Judge(library)
    found = [p for p in passages(library) if p.source.file == HOME]
    return [said for p in found for s in statements(p) for said in judge.judge(s)]


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        (
            "Precision rose by 26%",
            "figure-drift",
            "`26%` is told of precision, the record says precision +22%",
            WRITE,
        ),
        (
            "Precision fell by 22%",
            "figure-drift",
            "the record says precision +22%, and the sentence a loss",
            WRITE,
        ),
        (
            "Precision is 22% over random guessing",
            "figure-drift",
            "told against random guessing; the record's baseline is cosine",
            WRITE,
        ),
        (
            "Bilrost raises precision by 22%",
            "figure-drift",
            "told of Bilrost; precision +22% is a figure of qortex",
            WRITE,
        ),
        (
            "Its recall of [](evidence:qortex/gain#precision)",
            "figure-drift",
            "the sentence speaks of recall, and this writes precision +22%",
            WRITE.replace("precision", "recall"),
        ),
        ("I served 300 customers", "figure-unbacked", "no record backs `300`", MARK),
        (
            "[I used it](evidence:qortex/gain) on three hundred machines",
            "figure-unbacked",
            "no record backs `three hundred`",
            "did you mean tests 100+? Write `[](evidence:qortex/gain#tests)`",
        ),
    ],
)
def test_each_fault_has_its_message(text: str, code: str, message: str, hint: str) -> None:
    (found,) = judged(text)
    assert isinstance(found, Finding)
    assert (found.code, found.message, found.hint) == (code, message, hint)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Recall rose by 26%", "26%"),
        ("Precision is 22% over cosine", "22%"),
        ("100+ tests", "100+"),
    ],
)
def test_right_figure_is_known_as_typed(text: str, written: str) -> None:
    (found,) = judged(text)
    assert isinstance(found, TypedMetric)
    assert found.figure.text == written


@pytest.mark.parametrize(
    "text",
    [
        "Not a 40% gain in recall",
        "In 2025 I used Python 3.11",
        "They raised $5M",
        "I have three reasons",
        "> 300 customers were served",
        "By [](evidence:qortex/gain#precision) more precision, [40 days](figure:estimate)",
    ],
)
def test_what_is_no_claim_is_left_alone(text: str) -> None:
    assert judged(text) == []
