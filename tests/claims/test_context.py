"""What statements are held against: metrics by record, projects by name and by page."""

import re

from dossier.claims.context import Context, counted
from dossier.claims.numbers import figures
from tests.builders import PROJECT
from tests.claims.saying import library_of, read, with_metrics

SITE = with_metrics(
    'id: precision, name: precision, value: 22, unit: "%"', "id: n, name: n, value: 3"
)
SITE |= {
    "content/projects/other.md": PROJECT.replace("title: qortex", "title: The Bilrost")
    .replace("headline: [qortex/gain#precision]\n", "")
    .partition("\nIt retrieves")[0]
}


def test_metrics_are_found_by_reference_and_by_record() -> None:
    ground = Context(library_of(SITE))
    assert ground.by_reference["qortex/gain", "precision"].metric.name == "precision"
    assert [m.metric.id for m in ground.by_record["qortex/gain"]] == ["precision", "n"]


def test_projects_are_found_by_title_id_and_page() -> None:
    ground = Context(library_of(SITE))
    named = {
        text: [e.id for name, e in ground.projects if name.search(text)]
        for text in (
            "with the bilrost",
            "in other ways",
            "another-other-one",
            "Qortex does",
        )
    }
    assert named == {
        "with the bilrost": ["other"],
        "in other ways": ["other"],
        "another-other-one": [],
        "Qortex does": ["qortex"],
    }
    assert ground.by_page["content/projects/other.md"].id == "other"


def test_a_statement_may_name_a_project_if_it_has_the_first_word_of_a_name() -> None:
    ground = Context(library_of(SITE))
    (plain,), (named,) = read("Nothing of the kind.\n"), read("By Qortex.\n")
    assert ground.may_name(named)
    assert ground.may_name(plain), "`the` begins a title"
    (none,) = read("Nothing of a kind.\n")
    assert not ground.may_name(none)


def test_what_a_figure_counts_is_the_first_word_with_an_ending() -> None:
    text = "It has 7 agent frameworks."
    assert counted(text, next(figures(text))) == "framework"
    assert re.fullmatch(r"\w*", counted("So 7", next(figures("So 7"))))


def test_figures_that_records_have_in_words_are_known() -> None:
    ground = Context(
        library_of(
            SITE
            | {
                "content/evidence/qortex.yml": SITE["content/evidence/qortex.yml"].replace(
                    "Learned weights", "On 40 machines learned weights"
                )
            }
        )
    )
    assert {(int(values[0]), what) for values, _, what in ground.spoken} == {(40, "machin")}
