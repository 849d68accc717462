"""The contact data of a profile to the places where others would read it who may not.

A phone is compared by its digits, an address by its words: however they are set, they are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dossier.model.audience import Audience
from dossier.model.base import spell
from dossier.model.library import Library
from dossier.model.profile import Stated
from dossier.plain.contact_forms import has_email, number_in
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.problems import Problem
from dossier.publishing.authored import Authored
from dossier.publishing.crossing import IN_PLACE, Crossing, cites, read_by_many
from dossier.publishing.read_dossier import ReadDossier
from dossier.publishing.searched_text import folded
from dossier.publishing.sentences import in_words

_FIELDS = ("email", "phone", "location")
_BETWEEN_PARTS = pattern(r"\s*[,;\n]\s*")


@frozen
class ContactDatum:
    """One thing by which a person is reached, which not all may read."""

    field: str
    value: str
    audience: Audience
    """Who may read it."""

    def find(self, text: str) -> str:
        """Return how a text says it, empty if it does not."""
        if self.field == "phone":
            return number_in(text, self.value)
        if self.field == "email":
            return self.value if has_email(text, self.value) else ""
        return next((part for part in _streets(self.value) if _has_words(text, part)), "")


def contact_data(library: Library) -> tuple[ContactDatum, ...]:
    """Return what of its author's profile not all may read, as far as it tells a person."""
    entry = library.profile
    stated = ((name, getattr(entry.profile, name)) for name in _FIELDS) if entry else ()
    return tuple(
        ContactDatum(name, value.value, value.audience)
        for name, value in stated
        if isinstance(value, Stated) and value.audience is not Audience.PUBLIC
    )


def find_contact(
    data: Iterable[ContactDatum], texts: Iterable[Authored], reader: Audience
) -> Iterator[Problem]:
    """Yield what stands in texts for readers who may not read it in the profile."""
    closed = [datum for datum in data if not reader.may_see(datum.audience)]
    who = "anyone" if reader is Audience.PUBLIC else "recipients"
    for text in texts if closed else ():
        for datum in closed:
            if not (found := datum.find(text.text)):
                continue
            may = "recipients" if datum.audience is Audience.SHARED else "you"
            message = (
                f"{who} would read the `{datum.field}` of your profile, which only {may} may: "
                f"{spell(found)}"
            )
            opened = f"{datum.field}: {{value: …, audience: {reader.value}}}"
            hint = f"take it out, or open it in content/profile.yml: `{opened}`"
            if text.is_content:
                hint = f"{hint}, or {IN_PLACE.format('text-published')}"
            yield Problem("text-published", text.locate(found), message, hint)


def find_contact_sent(
    data: Sequence[ContactDatum],
    library: Library,
    read: Sequence[ReadDossier],
    markup: Sequence[Authored],
) -> Iterator[Crossing]:
    """Yield what each dossier's recipients would read of it, beside it and around it.

    `library` is its author's, and so are the dossiers that are `read`.
    """
    if all(Audience.SHARED.may_see(datum.audience) for datum in data):
        return
    for each in read:
        for problem in find_contact(data, each.sent, Audience.SHARED):
            yield Crossing(problem, frozenset({each.entry.id}))
    for record, texts in ((None, markup), *read_by_many(library)):
        if problems := tuple(find_contact(data, texts, Audience.SHARED)):
            ids = (r.entry.id for r in read if record is None or cites(r, record.id))
            dossiers = frozenset(ids)
            yield from (Crossing(problem, dossiers) for problem in problems)


def _streets(location: str) -> Iterator[str]:
    """Yield the parts of where one lives that have a number: a town alone is anyone's."""
    for part in _BETWEEN_PARTS.split(location):
        if any(map(str.isdigit, part)) and " " in part.strip():
            yield part


def _has_words(text: str, part: str) -> bool:
    words = in_words(part)
    longest = max(words.split(), key=len, default="")
    return longest in folded(text) and f" {words} " in f" {in_words(text)} "
