"""The public view to the places in it that hold a private name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count, pairwise
from typing import TYPE_CHECKING

from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem
from dossier.plain.visible_text import markup_layers
from dossier.prose.passages import passages
from dossier.prose.visible import visible
from dossier.publishing.authored import CONFIGURATION, authored, named
from dossier.publishing.private_names import Mention, PrivateNames, surest, told_of
from dossier.publishing.read_forms import read_forms
from dossier.publishing.searched_text import SearchedText, folded

if TYPE_CHECKING:
    from dossier.render.page import AuthorPage, Page

_LINES = 50
"""How many lines are looked at together, before any of them is."""


@frozen
class _Part:
    """Some lines of a file."""

    text: SearchedText
    """All of them, and the line behind them."""
    lines: tuple[tuple[int, SearchedText, SearchedText | None], ...]
    """Each with its number, alone and with the next."""


def find_names(
    names: PrivateNames,
    public: Library,
    pages: Iterable[Page | AuthorPage],
    assets: Mapping[str, bytes],
    spoken: Iterable[str] = (),
) -> Iterator[Problem]:
    """Yield a problem for each place of the public view that holds a private name.

    What the author wrote is searched, the names of files too; and of `pages` what is drawn, which
    a site's own templates may add to. `spoken` is what the configuration puts on every page.
    """
    drawn = [(page.path, surest(names.in_site(SearchedText(_published(page))))) for page in pages]
    written: dict[str, tuple[Document, set[Mention]]] = {}
    every = (*authored(public), *named(public, ()))
    texts = [(text.source, form) for text in every for form in read_forms(text.text)]
    texts += [(p.source, seen.text) for p in passages(public) for seen in visible(p, public)]
    texts += [(CONFIGURATION, text) for text in spoken]
    for source, text in dict.fromkeys(texts):
        known = written.setdefault(source.file, (source, set()))[1]
        known |= set(names.in_authored(SearchedText(text)))
    told: set[str] = set()
    for source, mentions in written.values():
        parts = tuple(_parts(source)) if mentions else ()
        for mention in sorted(surest(mentions)):
            told.add(mention.name)
            for place in _places_of(source, parts, names, mention):
                yield told_of(mention, place)
    for path, mentions in drawn:
        for mention in sorted(m for m in mentions if m.name not in told):
            yield told_of(mention, Place(f"content/{path}"))
    for path, content in assets.items():
        for mention in sorted(names.in_file(path, content, is_authored=True)):
            yield told_of(mention, Place(f"content/{path}"))


def _parts(source: Document) -> Iterator[_Part]:
    """Yield the parts of a file, whose lines are read once, however many names are in them."""
    lines = source.text.split("\n")
    pairs = (SearchedText(f"{line}\n{after}") for line, after in pairwise(lines))
    every = [*zip(count(1), map(SearchedText, lines), (*pairs, None), strict=False)]
    for start in range(0, len(lines), _LINES):
        # The last line of each goes on with the first of the next.
        whole = SearchedText("\n".join(lines[start : start + _LINES + 1]))
        yield _Part(whole, tuple(every[start : start + _LINES]))


def _places_of(
    source: Document, parts: Iterable[_Part], names: PrivateNames, mention: Mention
) -> Iterator[Place]:
    """Yield where a name stands in a file; a name that goes on is where it begins."""
    names = names.only(mention.name)
    found = False
    for number, line, both in (
        line for p in parts if names.may_stand_in(p.text) for line in p.lines
    ):
        column = _column(line, names, mention)
        if column is None and both:
            column = _column(both, names, mention, most=len(line.text))
        if column is not None:
            found = True
            yield Place(source.file, number, column + 1)
    if not found:
        yield Place(source.file)


def _column(
    text: SearchedText, names: PrivateNames, mention: Mention, most: int | None = None
) -> int | None:
    """Return where in a line a mention begins, None if it does not or begins after `most`."""
    same = (m for m in names.in_authored(text) if m.name == mention.name)
    found = next((m for m in same if m.is_sure == mention.is_sure), None)
    if found is None:
        return None
    column = max(text.folded.find(folded(found.found)), 0)
    return column if most is None or column < most < column + len(found.found) else None


def _published(page: Page | AuthorPage) -> str:
    from dossier.render.page import Page  # noqa: PLC0415 - late: it is there if a page is

    if isinstance(page, Page):
        parts: list[object] = [page.html]
    else:
        parts = [page.markdown, *page.placeholders, page.before, page.after, *page.meta.values()]
    parts += [page.preview.facts, page.preview.card]
    texts = [page.path, page.title, page.description]
    for part in map(str, parts):
        texts += [part, *(text for _, text in markup_layers(part))]
    return "\n".join(texts)
