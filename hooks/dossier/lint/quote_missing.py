"""Quotes that do not stand in the saved posting of a role that their row applies to."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.match.asks import stems
from dossier.match.postings import (
    TEXTS,
    posting_name,
    posting_text,
    quotes_posting,
)
from dossier.match.sections import sentences
from dossier.model.application import Role
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.folding import fold
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem, warning

_ALIKE = 0.35
_LONGEST = 160


@frozen
class _Quote:
    """What a row quotes."""

    row: str
    text: str
    roles: tuple[Role, ...]
    """The roles that the row applies to."""
    where: Callable[[], Place]
    """Finds its place, which is work that few rows need."""


def check(view: FileView) -> Iterator[Problem]:
    """Look up every quote of a dossier."""
    entry = view.application
    if entry is None:
        return
    for position, row in enumerate(entry.application.proof_points):
        if row.quote:
            roles = tuple(r for r in entry.application.roles if not row.roles or r.id in row.roles)
            where = partial(entry.source.locate, ("proof_points", position, "quote"))
            quote = _Quote(row.id, row.quote, roles, where)
            if any(role.posting and role.posting.file for role in roles):
                yield from _look_up(view.library, entry, quote)
            else:
                message = f"the row `{row.id}` quotes a posting that is not saved"
                hint = "save it beside the dossier and name it in `posting: {file: posting.md}`"
                yield warning("quote-unbacked", where(), message, hint)


def _look_up(library: Library, entry: ApplicationEntry, quote: _Quote) -> Iterator[Problem]:
    texts = {role.id: posting_text(library, entry, role) for role in quote.roles}
    read = [text for text in texts.values() if text is not None]
    if not read:
        yield from _unsearched(library, entry, quote)
        return
    if any(quotes_posting(text, quote.text) for text in read):
        return
    others = [role for role in entry.application.roles if role.id not in texts]
    for role in others:
        text = posting_text(library, entry, role)
        if text is not None and quotes_posting(text, quote.text):
            message = f"the quote of the row `{quote.row}` is from the posting of `{role.id}`"
            hint = f"add `{role.id}` to the row's `roles`, or quote the posting it applies to"
            yield Problem("quote-missing", quote.where(), message, hint)
            return
    unsaved = [role for role, text in texts.items() if text is None]
    if unsaved:
        message = f"no saved posting has the quote of the row `{quote.row}`"
        hint = f"that of `{unsaved[0]}` is not saved: save it, or say in `roles` whose it is"
        yield warning("quote-unbacked", quote.where(), message, hint)
        return
    message = f"the posting does not say what the row `{quote.row}` quotes"
    yield Problem("quote-missing", quote.where(), message, _nearest(quote.text, read))


def _unsearched(library: Library, entry: ApplicationEntry, quote: _Quote) -> Iterator[Problem]:
    named = (posting_name(entry, role) for role in quote.roles)
    names = [name for name in named if name in library.files]
    for name in names[:1]:
        suffix = PurePosixPath(name or "").suffix
        if suffix.lower() not in TEXTS:
            message = f"the row `{quote.row}` quotes a posting that cannot be searched"
            hint = f"save its text as posting.md; `{suffix or name}` files are not read"
            yield warning("quote-unbacked", quote.where(), message, hint)


def _nearest(quote: str, texts: list[str]) -> str:
    """Return a hint that names the sentence which is most like a quote, if one is."""
    wanted, folded = stems(quote), fold(quote).casefold()
    found = [item for text in texts for item in sentences(text) if stems(item) & wanted]
    rated = [
        (difflib.SequenceMatcher(None, folded, item.casefold()).ratio(), item) for item in found
    ]
    likeness, nearest = max(rated, default=(0.0, ""), key=lambda pair: pair[0])
    if likeness < _ALIKE:
        return "quote it word for word, or drop `quote`"
    shown = nearest if len(nearest) <= _LONGEST else f"{nearest[: _LONGEST - 1]}…"
    return f"the nearest sentence there is: {shown}"


RULE = Rule(
    "quote-missing", also=("quote-unbacked",), check=check, of_front=True, private_only=True
)
