"""Claims that `content/guardrails.yml` forbids, wherever they would be read."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import chain
from operator import itemgetter

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.model.guardrail import Guardrail, compile_pattern
from dossier.model.library import GuardrailsEntry, Library
from dossier.plain.folding import fold
from dossier.plain.problems import Problem
from dossier.prose.drawings import drawn_texts
from dossier.prose.passages import Passage, entries, heads_of, passages
from dossier.prose.visible import Visible, tooltips, visible

_LONGEST = 60


def check(view: FileView) -> Iterator[Problem]:
    """Search every text of a file for what may not be claimed."""
    return search_claims((*view.passages, *view.heads), view.library, view.library.guardrails)


def find_forbidden(
    library: Library, rules: GuardrailsEntry | None, assets: Mapping[str, bytes] | None = None
) -> Iterator[Problem]:
    """Yield what no text may claim and the audience of a library would read.

    The rules are given apart: they are the author's, and in no view but his. `assets` are the
    files that texts show, by path.
    """
    yield from find_drawn(library, assets or {}, rules)
    heads = (head for entry in entries(library) for head in heads_of(entry))
    yield from search_claims(chain(passages(library), heads), library, rules)


def find_drawn(
    library: Library, assets: Mapping[str, bytes], rules: GuardrailsEntry | None
) -> Iterator[Problem]:
    """Yield what drawings may not claim, where texts show them."""
    for drawn in drawn_texts(library, assets if rules else {}):
        shown = replace(drawn.passage, text=escape(drawn.text))
        for found in search_claims((shown,), library, rules):
            hint = "; ".join(filter(None, (found.hint, f"it stands in `{drawn.name}`")))
            yield replace(found, where=drawn.where, hint=hint)


def search_claims(
    texts: Iterable[Passage], library: Library, rules: GuardrailsEntry | None
) -> Iterator[Problem]:
    """Yield what texts may not claim; the figures that they cite are a library's."""
    guardrails = [(g, compile_pattern(g.pattern)) for g in (rules.guardrails if rules else ())]
    for passage in texts if guardrails else ():
        if passage.application and {"asks", "requirement"} & set(passage.path or ()):
            continue  # The posting's words, which claim nothing.
        binding = [(g, p) for g, p in guardrails if g.audience.may_see(passage.audience)]
        for block in (*visible(passage, library), *tooltips(passage)) if binding else ():
            for guardrail, pattern in binding:
                yield from _matches(guardrail, pattern, block)


def _matches(guardrail: Guardrail, pattern: re.Pattern[str], block: Visible) -> Iterator[Problem]:
    matches = list(pattern.finditer(block.text))
    wordings = guardrail.except_ if matches else ()
    allowed = [list(_spans(wording, block.text)) for wording in wordings]
    for found in matches:
        if any(_is_within(found.span(), spans) for spans in allowed):
            continue
        claim = found[0] if len(found[0]) <= _LONGEST else f"{found[0][: _LONGEST - 1]}…"
        where = block.locate(found.start(), found[0])
        yield Problem("guardrail", where, f"`{claim}` may not be claimed", guardrail.why)


def _spans(wording: str, text: str) -> Iterator[tuple[int, int]]:
    words = re.compile(re.escape(fold(wording)), re.IGNORECASE)
    return (found.span() for found in words.finditer(text))


def _is_within(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of some spans, which follow each other, holds another."""
    start, end = span
    nearest = bisect_right(spans, start, key=itemgetter(0)) - 1
    return nearest >= 0 and end <= spans[nearest][1]


RULE = Rule("guardrail", check=check, private_only=True, needs=(FileKind.GUARDRAILS,))
