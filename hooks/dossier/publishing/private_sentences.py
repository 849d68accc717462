"""What others read to the sentences in it that stand privately elsewhere, word for word.

Of dossiers those about a company and about what one lacks, of everything else whatever its author
alone sees. One's own answers, stories among them, and what one would show of one's work are told to
many: no recipient's text is searched for them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from dossier.model.base import spell
from dossier.model.library import Library
from dossier.plain.frozen import frozen
from dossier.plain.problems import Problem
from dossier.publishing.authored import CONFIGURATION, Authored
from dossier.publishing.crossing import IN_PLACE, Crossing, cites, names, read_by_many
from dossier.publishing.private_entries import Kept, PrivateEntries
from dossier.publishing.read_dossier import ReadDossier, closing, keeping, key_of, said_in
from dossier.publishing.sentences import sayings

_FEW = 3
"""Of so many sentences each is told; whoever publishes more of a draft has copied it."""


@frozen
class PrivateSentences:
    """What nobody else may read, by the keys of its sentences."""

    dossiers: Mapping[str, frozenset[str]]
    """What no other company's recipients read, with the ids of the dossiers that say it."""
    entries: PrivateEntries

    @classmethod
    def of(cls, entries: PrivateEntries, read: Iterable[ReadDossier]) -> PrivateSentences:
        """Return what no recipient of a dossier reads."""
        return cls(keeping(read), entries)

    def kept_from(self, key: str, read: ReadDossier) -> tuple[str, Kept] | None:
        """Return where a sentence stands that recipients of a dossier may not read, else None.

        With the code of the problem that it is.
        """
        others = self.dossiers.get(key, frozenset()) - {read.entry.id}
        # What one lacks may be the same for several companies, and told to one of them.
        if others and key not in read.keys.told:
            return "other-dossier", Kept(of_dossier(others))
        kept = self.entries.closed.get(key)
        is_told = kept is None or kept.is_answer or (kept.record and cites(read, kept.record))
        return None if kept is None or is_told else ("text-published", kept)

    def may_be_in(self, keys: frozenset[str]) -> bool:
        """Return whether any is among sentences: in most texts none is."""
        # Views go through the fewer of both.
        noted, closed = self.dossiers.keys(), self.entries.closed.keys()
        return not (noted.isdisjoint(keys) and closed.isdisjoint(keys))


def closed_to_all(entries: PrivateEntries, read: Iterable[ReadDossier]) -> Mapping[str, Kept]:
    """Return where the sentences stand that no public text may say, by their keys."""
    closed = closing(read)
    dossiers = {ids: Kept(of_dossier(ids)) for ids in {*closed.values()}}
    return {**entries.closed, **{key: dossiers[ids] for key, ids in closed.items()}}


def find_noted(
    noted: Mapping[str, Kept], texts: Iterable[Authored], spoken: Iterable[str] = ()
) -> Iterator[Problem]:
    """Yield the sentences of public texts that stand privately elsewhere, word for word.

    `noted` tells where by their keys, `spoken` is what the configuration puts on every page.
    """

    def kept_from(key: str) -> tuple[str, Kept] | None:
        return ("text-published", noted[key]) if key in noted else None

    by_file: dict[str, list[Authored]] = {}
    for text in (
        (*texts, *(Authored(said, CONFIGURATION, is_content=False) for said in spoken))
        if noted
        else ()
    ):
        by_file.setdefault(text.source.file, []).append(text)
    for of_file in by_file.values():
        yield from _tell("anyone", of_file, kept_from)


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
        for each in read if private.may_be_in(said_in(text.text for text in texts)) else ():
            if record is None or cites(each, record.id):
                for problem in find_told(private, each, texts):
                    yield Crossing(problem, frozenset({each.entry.id}))


def find_told(
    private: PrivateSentences, read: ReadDossier, texts: Sequence[Authored]
) -> Iterator[Problem]:
    """Yield the sentences in texts for a dossier's recipients that are not for them."""
    return _tell("recipients", texts, lambda key: private.kept_from(key, read))


def _tell(
    who: str, texts: Sequence[Authored], kept_from: Callable[[str], tuple[str, Kept] | None]
) -> Iterator[Problem]:
    """Yield the private sentences in texts of one file, many of one draft as one problem."""
    cited: dict[str, bool] = {}
    found: dict[str, list[tuple[str, Kept, str, Authored]]] = {}
    for text in texts:
        keys = {key_of(words): sentence for sentence, words in sayings(text.text)}
        for key, sentence in keys.items():
            if (of := kept_from(key)) is None:
                continue
            code, kept = of
            if kept.record and kept.record not in cited:
                cited[kept.record] = any(names(kept.record, each.text) for each in texts)
            if not cited.get(kept.record, False):
                found.setdefault(kept.whose, []).append((code, kept, sentence, text))
    for every in found.values():
        is_copy = every[0][1].may_be_draft and len(every) > _FEW
        more = f", and {len(every) - 1} more sentences of it" if is_copy else ""
        for code, kept, sentence, text in every[:1] if is_copy else every:
            message = f"{who} would read what stands privately in {kept.whose}: {spell(sentence)}"
            hint = "take it out, here or there"
            if text.is_content:
                hint = f"{hint}, or, if it may go out, {IN_PLACE.format(code)}"
            yield Problem(code, text.locate(sentence), f"{message}{more}", hint)


def of_dossier(ids: Iterable[str]) -> str:
    """Return how a problem names the first of dossiers."""
    return f"the dossier `{min(ids)}`"
