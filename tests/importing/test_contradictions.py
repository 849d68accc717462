"""Figures that would call a sentence of the same résumé wrong are found before they are records."""

from pathlib import Path

import pytest

from dossier.cli.options import read_project
from dossier.importing import contradictions
from dossier.importing.contradictions import Proposed, contradicting
from dossier.importing.figures import proposed_metrics
from dossier.importing.files import files_of
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.folding import plain
from dossier.plain.problems import Problem
from tests.sites import project

CONTRADICTED = {
    "a ship that a summary speaks of in general": (
        "Surveyor, from harbour launches to 70 m survey vessels.",
        ["Shift lead on the 62 m survey vessel NORVIK"],
        {"survey vessel NORVIK: 62"},
    ),
    "what another job has less of, and a summary least": (
        "Baker. From 80 loaves a day in a village to large lines.",
        ["Baked 400 loaves a day in 7 shops", "Cut flour waste from 9 % to 4 %"],
        {"loaves a day: 400"},
    ),
    "nothing: each sentence has a figure of its own": (
        "Engineer of payment systems.",
        ["Moved 14 services to Go", "On call for 6 services", "Cut latency from 480 ms to 120 ms"],
        set(),
    ),
    "nothing: a summary says the same": (
        "Nurse who mentors 4 students a year.",
        ["Mentored 4 students a year", "140 shifts on 22 wards"],
        set(),
    ),
}


def imported(root: Path, summary: str, said: list[str]) -> Library:
    items = "\n".join(f"- {each}" for each in said)
    head = "### Mate, Mill Lines (2019 – present)"
    text = f"# Ada\n\n## Summary\n\n{summary}\n\n## Experience\n\n{head}\n\n{items}\n"
    draft = read_input("cv.md", text.encode(), Library(Audience.PRIVATE), wanted="resume")
    assert not isinstance(draft, Problem)
    files = files_of(draft, lambda _: False)
    project(root, {f"content/{name}": written for name, written in files.items()})
    return read_project(root / "mkdocs.yml")[1].view(Audience.PRIVATE).library


@pytest.mark.parametrize("case", CONTRADICTED)
def test_a_figure_that_calls_a_true_sentence_wrong_is_told(tmp_path: Path, case: str) -> None:
    summary, said, expected = CONTRADICTED[case]
    library = imported(tmp_path, summary, said)
    every = {
        name: proposed_metrics(plain(entry.record.claim)) for name, entry in library.records.items()
    }
    assert any(every.values())
    wrong = contradicting(library, every)
    told = {(name, m["id"]): f"{m['name']}: {m['value']}" for name, ms in every.items() for m in ms}
    assert {told[each] for each in wrong} == expected


def test_where_nothing_is_proposed_nothing_is_wrong(tmp_path: Path) -> None:
    library = imported(tmp_path, "Mate.", ["Sailed 12 ships"])
    assert contradicting(library, {"cv/figure1": []}) == frozenset()


@pytest.mark.parametrize(
    ("wrong", "gone"),
    [
        # Each sentence is wrong as long as all of these are there.
        ([("a b", "ab"), ("a c", "ac"), ("b", "b"), ("c", "c")], "bc"),
        ([("a b", "a"), ("a b c", "b"), ("c", "c")], "abc"),
        ([("a", "a"), ("nothing that is named", "b")], "a"),
        ([], ""),
    ],
)
def test_as_few_figures_go_as_will_do(
    wrong: list[tuple[str, str]], gone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(_: object, __: object, proposed: Proposed) -> frozenset[tuple[str, str]]:
        there = {str(metric["name"]) for metrics in proposed.values() for metric in metrics}
        return frozenset((text, of) for text, of in wrong if there.issuperset(of))

    monkeypatch.setattr(contradictions, "_wrong", told)
    proposed = {f"cv/{name}": [{"id": name, "name": name}] for name in "abcd"}
    found = contradicting(Library(Audience.PRIVATE), proposed)
    assert found == {(f"cv/{name}", name) for name in gone}
