"""What a page prints nowhere: it is cut, and what is used or may be used stays."""

from dossier.adapters.staged_unseen import unused_definitions, unused_footnotes

TEXT = """\
A [b] c[^d] and [e][F g].

[b]: https://b.example
[f
 G]: https://f.example
[h]: https://h.example
  "of
  two"
[^d]: Used.
[^i]: First,
and lazy.

    Second.

Kept.

[^j]: Last."""


def test_what_nothing_names_is_cut() -> None:
    assert [TEXT[a:b] for a, b in unused_definitions(TEXT)] == [
        '[h]: https://h.example\n  "of\n  two"\n'
    ]
    assert [TEXT[a:b] for a, b in unused_footnotes(TEXT)] == [
        "[^i]: First,\nand lazy.\n\n    Second.",
        "[^j]: Last.",
    ]
