from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.passages import passages
from dossier.prose.visible import visible
from tests.builders import edited, tree_of

DOSSIER = "content/applications/acme/index.md"
LAST = "They know [qortex](project:qortex).\n"


def shown(text: str, file: str = DOSSIER, old: str = LAST) -> list[tuple[str, int]]:
    """Return the blocks of the passage that a text stands in, with their first lines."""
    library, _ = assemble(tree_of(edited(file, old, text)), Audience.PRIVATE)
    passage = next(p for p in passages(library) if text.strip() in p.text)
    return [(block.text, block.line) for block in visible(passage, library) if block.text]


def test_references_are_expanded_and_markdown_is_gone() -> None:
    text = "*By* [](evidence:qortex/gain#precision),\n[they](project:qortex) `say` ![so](a.png).\n"
    assert shown(text) == [("By +22%, they say so.", 1)]


def test_titles_of_metrics_are_read_too() -> None:
    text = (
        '[](evidence:qortex/gain#precision "with scope") '
        '[](evidence:qortex/gain#precision "so I say") [](evidence:no/where#x "with scope")\n'
    )
    assert shown(text) == [("+22% (20 concepts) +22% (so I say)", 1)]


def test_unknown_metrics_and_links_without_text_show_nothing() -> None:
    text = "a [](evidence:qortex/gain#x) [](evidence:a/b#c) [](https://example.org) b\n"
    assert shown(text) == [("a b", 1)]


def test_code_is_shown_directives_and_comments_are_not() -> None:
    text = "```\ncode\n```\n\n    more\n\n```gaps\n```\n\n<!-- no -->\n\n- item\n"
    assert shown(text) == [("code", 2), ("more", 5), ("item", 12)]


def test_page_shows_what_its_html_holds() -> None:
    text = "<div>\nraw <b>html</b>\n</div>\n"
    old = "I measure what I build, [qortex](project:qortex) among it.\n"
    assert shown(text, "content/index.md", old) == [("raw html", 1)]


def test_place_is_the_line_where_something_begins() -> None:
    library, _ = assemble(
        tree_of(edited(DOSSIER, LAST, "One two\nthree *four*\nfive.\n")), Audience.PRIVATE
    )
    passage = next(p for p in passages(library) if "three" in p.text)
    (block,) = visible(passage, library)
    body = library.applications["acme"].source.text.split("\n")
    line = body.index("three *four*") + 1
    for found, place in (("three", (line, 1)), ("four", (line, 8)), ("four five", (line, 1))):
        where = block.locate(block.text.index(found), found)
        assert (where.line, where.column) == place
