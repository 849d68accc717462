"""Right values in a wrong sense: each with its message, and the like that is right."""

import pytest

from dossier.claims.judge import Judge
from dossier.claims.mention import Finding
from dossier.claims.statements import statements
from dossier.prose.passages import passages
from tests.builders import PROFILE, PROJECT
from tests.claims.saying import HOME, home, library_of, with_metrics

SITE = with_metrics(
    'id: recall, name: recall, value: 26, unit: "%", op: "+"',
    'id: precision, name: precision, value: 22, unit: "%", op: "+", baseline: cosine similarity',
    'id: spend, name: cloud spend, value: 27, unit: "%", op: "-"',
    "id: latency, name: median latency, value: 3.5, unit: ms",
    "id: saving, name: monthly saving, value: 900, unit: USD",
    "id: before, name: boot time before the rewrite, value: 64, unit: s, forms: [boot time]",
    "id: after, name: boot time, value: 18, unit: s",
    "id: overhead, name: query overhead, value: 2, unit: ms, forms: [query time]",
    'id: uptime, name: uptime, value: 99, unit: "%", scope: at Initech',
) | {
    "content/profile.yml": PROFILE.replace(
        "work:\n", "work:\n  - {employer: Hooli, title: Engineer, from: 2018}\n"
    ),
    "content/projects/other.md": PROJECT.replace("title: qortex", "title: Bilrost")
    .replace("headline: [qortex/gain#precision]\n", "")
    .partition("\nIt retrieves")[0],
}


def told(text: str, file: str = HOME) -> list[str]:
    files = home(f"{text}\n", SITE) if file == HOME else SITE | {file: f"{SITE[file]}\n{text}\n"}
    library = library_of(files)
    judge = Judge(library)
    found = (p for p in passages(library) if p.source.file == file and p.path is None)
    last = [list(statements(p))[-1] for p in found]
    said = [f for s in last for f in judge.judge(s)]
    return [f.message for f in said if isinstance(f, Finding)]


@pytest.mark.parametrize(
    ("wrong", "message", "right"),
    [
        ("Recall fell by 26%", "and the sentence a loss", "Recall rose by 26%"),
        ("Cloud spend rose by 27%", "and the sentence a rise", "Cloud spend fell by 27%"),
        ("We have 27% more cloud spend", "and the sentence a rise", "We have 27% less cloud spend"),
        ("Cloud spend changed by +27%", "and the sentence a rise", "Cloud spend changed by -27%"),
        ("It reaches a recall of 26%", "which is a change", "It reaches a recall 26% higher"),
        (
            "Precision is 22% better than GPT-X",
            "told against GPT-X",
            "Precision is 22% better than cosine",
        ),
        (
            "Precision is 22% better than that of a rival",
            "told against that of a rival",
            "Precision is 22% better than it was before",
        ),
        (
            "Precision is 22% up, as good as BERT",
            "told against BERT",
            "Precision rose over one winter by 22%",
        ),
        ("A p99 latency of 3.5 ms", "is the median", "A median latency of 3.5 ms"),
        ("A saving of 900 dollars a year", "is per month", "A saving of 900 dollars a month"),
        ("Boot time went from 18 s", "told as it was before", "Boot time went from 64 s"),
        (
            "Boot time went from 64 s to 64 s",
            "told as it was afterwards",
            "Boot time went from 64 s to 18 s",
        ),
        (
            "The sampler saves 2 ms of query time",
            "told as a saving",
            "The sampler adds 2 ms of query time",
        ),
        (
            "A monthly saving of 900 euros",
            "told in EUR",
            "A monthly saving of 900 dollars",
        ),
        ("At Hooli I kept uptime at 99%", "told of Hooli", "At Initech I kept uptime at 99%"),
        ("Recall rose by 26% in Bilrost", "told of Bilrost", "Recall rose by 26% in qortex"),
    ],
)
def test_wrong_sense_and_the_right_one(wrong: str, message: str, right: str) -> None:
    (found,) = told(wrong)
    assert message in found
    assert told(right) == []


def test_figure_on_a_project_page_is_of_that_project() -> None:
    (found,) = told("Recall rose by 26%.", "content/projects/other.md")
    assert found == "told of Bilrost; recall +26% is a figure of qortex"
    for right in ("In qortex recall rose by 26%.", "[Recall](evidence:qortex/gain) rose by 26%."):
        assert told(right, "content/projects/other.md") == []
    assert told("Recall rose by 26%.", "content/projects/qortex.md") == []
