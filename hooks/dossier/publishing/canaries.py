"""A private view to words and sentences that no public text holds: outside, they have leaked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dossier.match.background import profile_lines
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.patterns import pattern
from dossier.prose.passages import passages
from dossier.prose.visible import visible
from dossier.publishing.authored import Authored, authored, hidden, ids
from dossier.publishing.leak_search import find
from dossier.publishing.own_files import OwnFiles
from dossier.publishing.searched_text import folded
from dossier.publishing.sentences import in_words, is_sentence, sentences
from dossier.publishing.spellings import LEAST_WORD, letters

_LEAST_NAME = 6
"""Letters of a name below which a program's text may hold it; `names` finds it in pages."""
_LEAST_PHRASE = 16
_LEAST_DIGITS = 7
_PHRASE = pattern(r"[^\W_][\w'’-]*(?: [^\W_][\w'’-]*){2}")
_WORD = pattern(r"[\w.@/&+'’-]+")
_MARKUP = pattern(r"\]\([^)]*\)|[\[\]*_`]")
_PARAGRAPH = pattern(r"(?:(?!\n\n).)+", re.DOTALL)
_DATE = pattern(r"\d{4}(-\d{2}){0,2}")


Canaries = Mapping[str, Authored]
"""Private words, each with the text it is from."""


def canaries_of(
    private: Library, public: Library, spoken: Iterable[str], own: OwnFiles
) -> Canaries:
    """Return the words and phrases of the private view that nothing public holds, in order.

    Public is what the author wrote for all, as it is written and as it is read, what is `spoken`
    on every page, and what is in the tool's own files.
    """
    texts = [text.text for text in authored(public)]
    texts += [text.text for passage in passages(public) for text in visible(passage, public)]
    # A study that all may know says in one line what a record of it does.
    texts += [line.text for line in profile_lines(public.profile.profile)] if public.profile else []
    known = folded(" ".join(" ".join([*texts, *ids(public), *spoken]).split()))
    known += " " + " ".join(_MARKUP.sub("", known).split())
    known_words = in_words(known)
    found: dict[str, tuple[str, Authored]] = {}
    for word, text in (*_names(private), *_words(private)):
        key, within = folded(word), known
        if is_sentence(word):
            key, within = in_words(word), known_words
        if key not in within:
            found.setdefault(key, (word, text))
    words = dict(found.values())
    # A sentence in markup of the author's own has come there by its author's hand.
    hits = find(own.texts, words)
    ours = {h.word for h in hits if not (own.is_authored(h.file) and is_sentence(h.word))}
    return {word: words[word] for word in sorted(words) if word not in ours}


def _names(library: Library) -> Iterator[tuple[str, Authored]]:
    """Yield the names of dossiers that are not open, and their ids."""
    for entry in library.applications.values():
        if entry.application.audience is Audience.PUBLIC:
            continue
        for name in (entry.application.company, *entry.application.aliases):
            if letters(name) >= _LEAST_NAME:
                yield name, Authored(name, entry.source, ("company",))
        for word in _distinctive(entry.id):
            yield word, Authored(entry.id, entry.source, ("company",))


def _words(library: Library) -> Iterator[tuple[str, Authored]]:
    """Yield what is nobody else's in every text of a library: values, prose."""
    for text in (*authored(library), *hidden(library)):
        yield from ((sentence, text) for sentence, _ in sentences(text.text))
        if text.path is not None:
            yield from ((word, text) for word in _distinctive(text.text))
            continue
        for part in _PARAGRAPH.finditer(text.text):
            paragraph = Authored(part[0], text.source, offset=text.offset + part.start())
            yield from ((word, paragraph) for word in _distinctive(part[0]))


def _distinctive(text: str) -> Iterator[str]:
    """Yield what is nobody else's in a text: itself if it is one long word, else its phrases."""
    text = " ".join(text.split())
    if _DATE.fullmatch(text):
        return
    bare = text.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    is_number = (
        sum(sign.isdigit() for sign in bare) >= _LEAST_DIGITS and len(bare) < 2 * _LEAST_PHRASE
    )
    if is_number or (_WORD.fullmatch(bare) and letters(bare) >= LEAST_WORD):
        yield bare
    elif " " in text:
        phrases = (found for found in _PHRASE.findall(text) if len(found) >= _LEAST_PHRASE)
        yield from sorted(phrases, key=len)[-2:]
