from dataclasses import replace

from dossier.plain.alike import grouped, names
from dossier.plain.problems import Place, Problem, warning


def test_what_differs_in_more_than_names_is_told_alone() -> None:
    where = Place("content/b.yml")
    one = warning("evidence-unreviewed", where, "`a` is new", "run `dossier review a`")
    two = warning("evidence-unreviewed", where, "`b` is new", "run `dossier review b`")
    other = warning("evidence-unreviewed", where, "`c` is new", "see content/c.yml:1:1")
    error = Problem("evidence-unknown", where, "there is no evidence `x`")
    groups = grouped([one, two, other, error, replace(error, message="there is no evidence `y`")])
    assert [len(group.others) for group in groups] == [1, 0, 0, 0]


def test_order_is_that_of_the_first_of_each_group() -> None:
    a, b = (warning("note-missing", Place("content/a.md", n), f"`{n}`") for n in (1, 9))
    between = warning("contact-missing", Place("content/a.md", 5), "none")
    assert [(group.first, group.others) for group in grouped([a, between, b])] == [
        (a, (b,)),
        (between, ()),
    ]


def test_names_are_what_stands_in_backticks() -> None:
    assert names(warning("rating-differs", Place("a"), "`x` is weak for `y` here")) == "`x`, `y`"
