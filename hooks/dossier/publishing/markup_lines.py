"""The lines of the site's own markup to what is private in them: pages and documents have them.

Public pages are searched as they are drawn; a recipient's page and a document are drawn when they
are sent, and sealed. So what the author has put into templates is searched for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.errors import ConfigError
from dossier.plain.patterns import pattern
from dossier.publishing.authored import Authored
from dossier.publishing.crossing import Crossing
from dossier.publishing.other_dossiers import mentions_in, passing, place_of, problem_of_name
from dossier.publishing.private_names import PrivateNames
from dossier.publishing.private_sentences import PrivateSentences, find_told
from dossier.publishing.read_dossier import ReadDossier, said_in
from dossier.settings import Settings
from dossier.templates import read_text

_TEXTS = frozenset({".css", ".html", ".js", ".svg", ".typ"})
_COMMENT = pattern(r"\{#[^#]*(?:#[^}#][^#]*)*#\}")
"""Of a template: nobody is shown it."""


def own_files(settings: Settings) -> list[Path]:
    """Return the files of the site's own markup, in the order of their names."""
    own = settings.templates.own
    files = own.rglob("*") if own else ()
    return sorted(path for path in files if path.suffix in _TEXTS and path.is_file())


def own_lines(settings: Settings) -> Iterator[Authored]:
    """Yield the files of the site's own markup, without the lines that the package's have too.

    What is no text is passed over: drawing tells that.
    """
    for path in own_files(settings):
        try:
            text, theirs = read_text(path), _packaged(path, settings)
            known = {*_shown(read_text(theirs))} if theirs.is_file() else set()
        except (OSError, ConfigError):
            continue
        lines = ("" if line in known else line for line in _shown(text))
        root = settings.root
        name = path.relative_to(root) if path.is_relative_to(root) else path
        body = "\n".join(lines)
        if body.strip():
            yield Authored(body, Document(name.as_posix(), text, body=body), is_content=False)


def _packaged(path: Path, settings: Settings) -> Path:
    """Return the file of the package that one of the site's own stands for, if there is one."""
    own, package = settings.templates.own, settings.templates.package
    return package / path.relative_to(own or package)


def _shown(text: str) -> list[str]:
    """Return the lines of a template without its comments."""
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")


def find_in_markup(
    names: PrivateNames,
    private: PrivateSentences,
    library: Library,
    read: Sequence[ReadDossier],
    texts: Sequence[Authored],
) -> Iterator[Crossing]:
    """Yield what is not for each dossier's recipients in markup that all of them are shown.

    `library` is its author's, and so are the dossiers that are `read`.
    """
    passed = passing(names, library, read) if texts else {}
    everywhere = frozenset.intersection(*passed.values()) if passed else frozenset()
    for mention, text in mentions_in(names, texts, everywhere) if passed else ():
        others = frozenset(id_ for id_, known in passed.items() if mention.name not in known)
        found = problem_of_name(mention, text.text, place_of(mention, text))
        yield Crossing(found, others)
    if private.may_be_in(said_in(text.text for text in texts)):
        for each in read:
            alone = frozenset({each.entry.id})
            yield from (Crossing(found, alone) for found in find_told(private, each, texts))
