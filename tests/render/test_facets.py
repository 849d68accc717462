"""What a long list can be filtered by."""

from __future__ import annotations

from dossier.render.facets import Facet, facets


def test_values_are_counted_in_alphabetical_order() -> None:
    items = ((("Skill", ("rust", "Ada")),), (("Skill", ("rust", "rust")),), (("Skill", ()),))
    assert facets(items) == (Facet("Skill", (("Ada", 1), ("rust", 2))),)


def test_what_all_items_have_is_no_filter() -> None:
    items = ((("Kind", ("code",)), ("Where", ("a",))), (("Kind", ("code",)), ("Where", ("b",))))
    assert [facet.title for facet in facets(items)] == ["Where"]


def test_nothing_has_no_facets() -> None:
    assert facets(()) == ()
