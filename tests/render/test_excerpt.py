"""A long list cut to what a page shows, and how many entries are left."""

from dossier.render.excerpt import Excerpt, excerpt


def test_list_is_cut_and_what_is_left_is_counted() -> None:
    assert excerpt(range(5), 3) == Excerpt((0, 1, 2), 2)
    assert [excerpt(range(length), 3).more for length in (0, 3, 4)] == [0, 0, 1]
    assert excerpt(range(5), 3).each(str) == Excerpt(("0", "1", "2"), 2)
