import gc
import weakref

from dossier.claims.sentences import MOST_FIGURES, sentences
from tests.claims.saying import sentence

TESTS = "id: precision, name: CI tests, value: 12"


def test_names_within_a_figure_or_its_rate_are_none() -> None:
    read = sentence("12 CI tests per 100 CI tests of 5", TESTS)
    assert [(hit.start, hit.end) for hit in read.hits] == [(1, 3)]


def test_all_figures_are_read() -> None:
    read = sentence(" and ".join(f"{n} m" for n in range(40)), TESTS)
    assert len(read.figures) == 40 > MOST_FIGURES


def test_number_in_a_name_is_no_figure() -> None:
    read = sentence(
        "CI tests per 100 orders: 12", "id: precision, name: tests per 100 orders, value: 12"
    )
    assert [figure.text for figure in read.figures] == ["12"]


def test_parts_end_at_marks_and_conjunctions() -> None:
    read = sentence("It rose, but it fell while 12 CI tests ran", TESTS)
    first, last = read.segment(read.figures[0].first)
    assert [t.text for t in read.tokens[first:last]] == ["12", "CI", "tests", "ran"]


def test_head_is_the_plural_behind_a_count() -> None:
    read = sentence("12 new CI tests, 5 of them, and 3.1 per million bottles", TESTS)
    assert [read.head(figure) for figure in read.figures] == ["test", "", ""]


def test_cited_records_and_projects_are_of_the_sentence() -> None:
    read = sentence("[Q](project:qortex) has [tests](evidence:qortex/gain), 12 of them", TESTS)
    assert read.projects == ((0, "qortex"),)
    assert read.records == frozenset({"qortex/gain"})


def test_a_project_whose_name_is_a_common_word_here_needs_a_capital_letter() -> None:
    named = "id: precision, name: precision, value: 22, forms: [the qortex way]"
    assert sentence("qortex did 12 of them", named).projects == ()
    assert sentence("In Qortex we did 12 of them", named).projects == ((1, "qortex"),)


def test_sentences_go_with_their_statement_and_wait_for_no_search_for_garbage() -> None:
    first = sentence("12 CI tests ran. 5 failed.", TESTS)
    second = first.after
    assert second
    assert (second.before, second.after) == (first, None)
    assert second.figures
    kept = weakref.ref(second)
    gc.disable()
    try:
        del first, second
        sentences.cache_clear()
        assert kept() is None
    finally:
        gc.enable()
