"""What others read to the sentences in it that stand privately elsewhere, word for word.

Of dossiers those about a company, of everything else whatever its author alone sees. One's own
answers, stories among them, are told to many: no recipient's text is searched for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dossier.model.base import spell
from dossier.model.library import Library
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem
from dossier.publishing.authored import CONFIGURATION, Authored
from dossier.publishing.crossing import IN_PLACE, Crossing, cites, read_by_many
from dossier.publishing.private_entries import Kept, PrivateEntries
from dossier.publishing.read_dossier import ReadDossier, closing, keeping, key_of
from dossier.publishing.sentences import sayings


@frozen
class PrivateSentences:
    """What nobody else may read, by the keys of its sentences."""

    dossiers: Mapping[str, frozenset[str]]
    """What is noted of companies, with the ids of the dossiers that do."""
    entries: PrivateEntries

    @classmethod
    def of(cls, entries: PrivateEntries, read: Iterable[ReadDossier]) -> PrivateSentences:
        """Return what no recipient of a dossier reads."""
        return cls(keeping(read), entries)

    def kept_from(self, key: str, read: ReadDossier) -> tuple[str, Kept] | None:
        """Return where a sentence stands that recipients of a dossier may not read, else None.

        With the code of the problem that it is.
        """
        if others := self.dossiers.get(key, frozenset()) - {read.entry.id}:
            return "other-dossier", Kept(of_dossier(others))
        kept = self.entries.closed.get(key)
        is_told = kept is None or kept.is_answer or (kept.record and cites(read, kept.record))
        return None if kept is None or is_told else ("text-published", kept)

    def may_be_in(self, keys: frozenset[str]) -> bool:
        """Return whether any is among sentences: in most texts none is."""
        closed = self.entries.closed
        return not (keys.isdisjoint(self.dossiers) and keys.isdisjoint(closed))


def closed_to_all(entries: PrivateEntries, read: Iterable[ReadDossier]) -> Mapping[str, Kept]:
    """Return where the sentences stand that no public text may say, by their keys."""
    dossiers = {key: Kept(of_dossier(ids)) for key, ids in closing(read).items()}
    return {**entries.closed, **dossiers}


def find_noted(
    noted: Mapping[str, Kept], texts: Iterable[Authored], spoken: Iterable[str] = ()
) -> Iterator[Problem]:
    """Yield the sentences of public texts that stand privately elsewhere, word for word.

    `noted` tells where by their keys, `spoken` is what the configuration puts on every page.
    """
    every = (*texts, *(Authored(text, CONFIGURATION) for text in spoken))
    for text in every if noted else ():
        for sentence, words in sayings(text.text):
            kept = noted.get(key_of(words))
            of_file = (each for each in every if each.source.file == text.source.file)
            if kept and not _is_cited(kept, of_file):
                yield _told("text-published", "anyone", sentence, kept, text)


def find_crossed(
    private: PrivateSentences, library: Library, read: Sequence[ReadDossier]
) -> Iterator[Crossing]:
    """Yield the private sentences in what each dossier's recipients read, of it and beside it.

    `library` is its author's, and so are the dossiers that are `read`.
    """
    for each in read:
        if private.may_be_in(each.keys.sent):
            alone = frozenset({each.entry.id})
            found = find_told(private, each, each.sent)
            yield from (Crossing(problem, alone) for problem in found)
    if not private.may_be_in(private.entries.said):
        return
    for record, texts in read_by_many(library):
        for each in read:
            if record is None or cites(each, record.id):
                for problem in find_told(private, each, texts):
                    yield Crossing(problem, frozenset({each.entry.id}))


def find_told(
    private: PrivateSentences, read: ReadDossier, texts: Sequence[Authored]
) -> Iterator[Problem]:
    """Yield the sentences in texts for a dossier's recipients that are not for them."""
    for text in texts:
        for sentence, words in sayings(text.text):
            found = private.kept_from(key_of(words), read)
            if found and not _is_cited(found[1], texts):
                yield _told(found[0], "recipients", sentence, found[1], text)


def _is_cited(kept: Kept, texts: Iterable[Authored]) -> bool:
    """Return whether texts cite the record that says it."""
    return bool(kept.record) and any(kept.record in text.text for text in texts)


def of_dossier(ids: Iterable[str]) -> str:
    """Return how a problem names the first of dossiers."""
    return f"the dossier `{min(ids)}`"


def _told(code: str, who: str, sentence: str, kept: Kept, text: Authored) -> Problem:
    said = spell(sentence)
    message = f"{who} would read what stands privately in {kept.whose}: {said}"
    hint = f"take the sentence out, here or there, or, if it may go out, {IN_PLACE.format(code)}"
    return Problem(code, text.locate(sentence), message, hint)
