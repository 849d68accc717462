from pathlib import Path

import pytest

from dossier.build import Project
from dossier.lint.figure_drift import find_drift
from dossier.model.own_words import SAID
from dossier.plain.problems import Problem
from tests.builders import MINIMAL, edited, problems_of, write_site
from tests.claims.saying import library_of, with_metrics

HOME = "content/index.md"
ACME = "content/applications/acme/index.md"
DRIFT = "is told of precision, the record says precision +22%"
LINE = "I measure what I build, [qortex](project:qortex) among it."


def test_drift_and_unbacked_figures_are_told_where_they_stand() -> None:
    text = "Precision of *26%*\non 20 concepts.\n\nI served 300 customers."
    assert problems_of(edited(HOME, LINE, text)) == [
        f"{HOME}:5:15: error: `26%` {DRIFT} [figure-drift]",
        f"{HOME}:8:10: warning: no record backs `300` [figure-unbacked]",
    ]


def test_right_figure_is_fine() -> None:
    assert problems_of(edited(HOME, LINE, "Precision gained 22% on 20 concepts.")) == []


def test_configuration_that_says_what_a_record_does_is_fine() -> None:
    library = library_of(MINIMAL)
    assert [*find_drift(["Precision gained 22% on 20 concepts."], library)] == []
    (problem,) = find_drift(["Precision gained 26% on 20 concepts."], library)
    assert f"`26%` {DRIFT}" in problem.message


RECORD = "content/evidence/qortex.yml"
TIME = with_metrics("id: precision, name: build time, value: 6, unit: min, scope: 12 machines")


@pytest.mark.parametrize(
    ("claim", "is_told"),
    [
        *((f"The build time is {each}.", True) for each in ("4 min", "4 minutes", "four minutes")),
        ("A build time of 4 min was reached", True),
        ("The build time of 6 minutes was reached", False),
        ("The build time was measured for 4 hours on 12 machines: 6 minutes", False),
    ],
)
def test_a_record_s_own_text_backs_no_other_value_of_its_metric(
    claim: str,
    is_told: bool,  # noqa: FBT001 - a table's
) -> None:
    old = "Learned weights retrieve better than cosine similarity"
    assert old in TIME[RECORD]
    told = problems_of({**TIME, RECORD: TIME[RECORD].replace(old, claim)})
    assert bool([line for line in told if line.endswith("[figure-drift]")]) is is_told, told


def test_what_stands_above_a_page_or_limits_a_project_is_judged_too() -> None:
    said = "I reached a build time of 4 minutes"
    project = "content/projects/qortex.md"
    for file, text in (
        ("content/about.md", f"---\naudience: public\ntitle: {said}\n---\nHello.\n"),
        ("content/about.md", f"---\naudience: public\ndescription: {said}\n---\nHello.\n"),
        (HOME, MINIMAL[HOME].replace("title: ", f"description: {said}\ntitle: ", 1)),
        (project, MINIMAL[project].replace("title: ", f"limits: {said}\ntitle: ", 1)),
    ):
        told = problems_of({**TIME, file: text})
        assert [line.partition(":")[0] for line in told if "[figure-drift]" in line] == [file], text
    counted = with_metrics("id: precision, name: machines, value: 12")
    limits = MINIMAL[project].replace("title: ", "limits: Two machines were tried\ntitle: ", 1)
    told = problems_of({**counted, project: limits})
    assert not [line for line in told if "[figure-drift]" in line]


def test_what_a_configuration_puts_on_every_page_is_judged_too() -> None:
    told = list(find_drift(("Build time of 4 min", "\N{COPYRIGHT SIGN} 2026"), library_of(TIME)))
    assert [(str(each.where), each.code) for each in told] == [("mkdocs.yml:1:1", "figure-drift")]


@pytest.mark.parametrize(
    "text",
    [
        "See ![Precision rose by 26%, on 20 concepts](a.svg).",
        'See [it](project:qortex "Precision rose by 26%").',
        'See [it][1].\n\n[1]: a.md "Precision rose by 26%"',
        "<figure><figcaption>Precision rose by 26%</figcaption></figure>",
        "<p>It retrieves.</p>\n<p>Precision <b>rose</b> by 2<i>6</i> %.</p>",
        "<details><summary>Precision rose by &#50;6%</summary>x</details>",
        "<table><tr><th>Precision</th><td>+26%</td></tr></table>",
        '<p><img src="a.svg" alt="Precision rose by 26%"></p>',
        'It <abbr title="Precision rose by 26%">learns</abbr>.',
    ],
)
def test_what_is_read_beside_the_text_is_held_to_the_records_too(text: str) -> None:
    told = [p for p in problems_of(edited(HOME, LINE, text)) if "figure-" in p]
    (problem,) = told
    assert DRIFT in problem
    assert problem.startswith(f"{HOME}:")
    right = text.replace("26", "22").replace("&#50;6", "&#50;2").replace("2<i>6", "2<i>2")
    assert not [p for p in problems_of(edited(HOME, LINE, right)) if "figure-" in p]


def test_figures_of_badges_and_tables_that_no_record_has_are_left_alone() -> None:
    text = '<p><img alt="coverage 97%" title="300 users" src="a.svg"></p>\n\n![v2, 12 files](b.svg)'
    assert not [p for p in problems_of(edited(HOME, LINE, text)) if "figure-" in p]


NAMED = {
    ("Link", "label"): ("content/projects/qortex.md", "label: Repository", "label: {}"),
    ("Lead", "title"): ("content/profile.yml", "title: ML Engineer", "title: {}"),
    ("Employment", "title"): ("content/profile.yml", "title: Engineer", "title: {}"),
    ("Project", "title"): ("content/projects/qortex.md", "title: qortex", "title: {}"),
    ("FreePage", "title"): (HOME, "title: Ada Example", "title: {}"),
    ("FreePage", "description"): (
        HOME,
        "title: Ada Example",
        "title: Ada Example\ndescription: {}",
    ),
    ("FreePage", "subtitle"): (HOME, "title: Ada Example", "title: Ada Example\nsubtitle: {}"),
    ("Source", "label"): ("content/evidence/qortex.yml", "label: Benchmark report", "label: {}"),
    ("Application", "title"): (ACME, "company: Acme", "company: Acme\ntitle: {}"),
    ("Section", "title"): (ACME, "## Notes", "## {} {{ audience=shared }}\n\nIt is.\n\n## Notes"),
}
"""Where each line stands that names something to readers."""


def test_each_line_that_names_something_has_its_place_here() -> None:
    said = {(model.__name__, key) for model, keys in SAID.items() for key in keys}
    assert said == NAMED.keys() - {("Section", "title")}


@pytest.mark.parametrize("place", NAMED.values(), ids=map("-".join, NAMED))
def test_what_names_something_is_held_to_the_records_too(place: tuple[str, str, str]) -> None:
    file, old, new = place
    wrong = problems_of(edited(file, old, new.format("Precision rose by 26%")))
    (problem,) = [p for p in wrong if "figure-" in p]
    assert DRIFT in problem
    assert problem.startswith(f"{file}:")
    right = problems_of(edited(file, old, new.format("Precision rose by 22% on 20 concepts")))
    assert not [p for p in right if "figure-" in p or "caveat" in p], right


def test_a_heading_has_its_qualifiers_below_it() -> None:
    file, old, _ = NAMED["Section", "title"]
    text = "## Precision rose by 22% { audience=shared }\n\nOf 20 concepts.\n\n## Notes"
    assert not [p for p in problems_of(edited(file, old, text)) if "caveat" in p]


@pytest.mark.parametrize("name", ["Link-label", "Lead-title", "Source-label", "Section-title"])
def test_a_figure_that_is_nobodys_claim_may_name_something(name: str) -> None:
    file, old, new = NAMED[tuple(name.split("-"))]  # type: ignore[index]
    told = problems_of(edited(file, old, new.format("Talk (45 min) to 300 people")))
    assert not [p for p in told if "figure-" in p]


TEXT = "<text>Precision <tspan>rose by 26%</tspan></text>"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg">{TEXT}</svg>'


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        (HOME, "![Gain](assets/a.svg)"),
        (HOME, '<p><img alt="Gain" src="assets/a.svg"></p>'),
        (HOME, "[The chart](assets/a.svg)"),
        ("content/applications/acme/index.md", "![Gain](../../assets/a.svg)"),
    ],
)
def test_what_a_drawing_says_is_held_to_the_records_where_it_is_shown(
    tmp_path: Path, file: str, shown: str
) -> None:
    old = LINE if file == HOME else "## Pitch\n"
    files = edited(file, old, f"{old}\n\n{shown}\n\nMore.\n")
    place = f"{file}:{files[file].partition(shown)[0].count(chr(10)) + 1}:"
    drawing = {"content/assets/a.svg": SVG}
    (told,) = _drift(tmp_path / "wrong", files | drawing)
    assert str(told.where).startswith(place)
    assert DRIFT in f"{told.message} [{told.code}]"
    assert "`assets/a.svg`" in told.hint
    for number, right in enumerate((SVG.replace("26", "22"), SVG.replace("Precision", "v2"))):
        assert _drift(tmp_path / str(number), files | {"content/assets/a.svg": right}) == []
    said = f"<!-- dossier: allow figure-drift: it is of an older one -->\n{shown}"
    silenced = files | {file: files[file].replace(shown, said)}
    assert _drift(tmp_path / "silenced", silenced | drawing) == []


def _drift(root: Path, files: dict[str, str]) -> list[Problem]:
    found = Project.read(write_site(root, files)).diagnosis.problems
    return [problem for problem in found if problem.code.startswith("figure-")]


@pytest.mark.parametrize("title", ["Studio 54", "Office 365 migration", "7-Zip", "0x10"])
def test_a_project_may_be_called_by_a_number(title: str) -> None:
    called = edited("content/projects/qortex.md", "title: qortex", f'title: "{title}"')
    assert [line for line in problems_of(called) if "figure-unbacked" in line] == []
    claimed = edited("content/projects/qortex.md", "title: qortex", "title: 54% faster pages")
    assert [line for line in problems_of(claimed) if "figure-unbacked" in line] != []
