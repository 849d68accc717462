"""What a person signed of a record to whether it holds, or to the reason why it does not.

The signed text is made anew from the record. So a signature over another record, an earlier state
of it or another author's text fits nothing, whatever stands in the file that is kept.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from itertools import zip_longest

from dossier.model.accounts import account_of
from dossier.model.confirmation import AUDIENCES, SIGNER, Confirmation, statement_of
from dossier.model.library import RecordEntry
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.verify.signatures import RefusedError, read_keys, verify

_FIRST = pattern(r"Confirmed for (.+): record (\S+), fingerprint ([0-9a-f]+)")
_LAST = pattern(rf"Signing means: I, ({SIGNER.pattern}), know .+\.")
_LINES = 6
_LONGEST = 60


@frozen
class Named:
    """What a statement is about, as it says itself."""

    author: str
    record: str
    signer: str


def read_statement(text: str) -> Named:
    """Return what a statement is about. Raises RefusedError if it is none of ours."""
    lines = text.split("\n")
    if "\r" in text:
        raise RefusedError("its line ends were changed: it has to be signed as it was sent")
    first = _FIRST.fullmatch(lines[0])
    last = _LAST.fullmatch(lines[-2]) if len(lines) == _LINES + 1 and not lines[-1] else None
    if not (first and last):
        raise RefusedError("this is not the statement that `dossier ask` prints: six lines")
    return Named(first[1], first[2], last[1])


def confirm(text: str, signature: str, keys: str, entry: RecordEntry, author: str) -> Confirmation:
    """Return what somebody signed of a record, checked, without the day of its acceptance.

    Raises RefusedError if it does not hold.
    """
    named = read_statement(text)
    for audience in AUDIENCES:
        consent = (author, named.signer, audience)
        if text == statement_of(entry.id, entry.record, entry.project, consent):
            key = verify(signature, text.encode(), read_keys(keys))
            return Confirmation(entry.id, named.signer, audience, text, signature, key.line, "")
    raise RefusedError(_why_unlike(text, entry, author))


def signing_key(found: Confirmation, entry: RecordEntry, author: str) -> str:
    """Return the line of the key by which a kept confirmation holds of a record as it is now.

    Raises RefusedError if it says nothing of it.
    """
    consent = (author, found.signer, found.audience)
    if found.statement != statement_of(entry.id, entry.record, entry.project, consent):
        raise RefusedError(_why_unlike(found.statement, entry, author))
    return verify(found.signature, found.statement.encode(), read_keys(found.key)).line


def refused(found: Confirmation, entry: RecordEntry, author: str) -> str:
    """Return why a kept confirmation says nothing of a record as it is now, empty if it does."""
    try:
        signing_key(found, entry, author)
    except RefusedError as error:
        return str(error)
    return ""


@dataclass(slots=True)
class Signers:
    """Who has confirmed something, one after the other: each once a record, by no second name."""

    own: Container[str]
    """The accounts of the author."""
    names: dict[str, str] = field(default_factory=dict)
    """Whose each key is, by its line."""
    seen: set[tuple[str, str]] = field(default_factory=set)
    """The records, each with an account that has confirmed it."""

    def refuse(self, record: str, signer: str, key: str) -> str:
        """Return why a signature is no other person's word, empty if it is one, which is noted."""
        account = account_of(signer)
        if account in self.own:
            return f"{signer} is an account of the author's own, by the profile"
        known = self.names.setdefault(key, signer)
        if account_of(known) != account:
            return f"its key has signed as {known} already, and a person is counted once"
        if (record, account) in self.seen:
            return f"{signer} confirms it already"
        self.seen.add((record, account))
        return ""


def _why_unlike(text: str, entry: RecordEntry, author: str) -> str:
    """Return why a statement is not the one that is made of a record now."""
    named = read_statement(text)
    if named.author != author:
        return f"it is of another dossier, that of {named.author[:_LONGEST]}"
    if named.record != entry.id:
        return f"it is of another record: {named.record[:_LONGEST]}"
    now = statement_of(entry.id, entry.record, entry.project, (author, named.signer, AUDIENCES[0]))
    # Who may see it is the signer's, and no state of the record.
    pairs = list(zip_longest(text.splitlines(), now.splitlines(), fillvalue=""))[:-1]
    names = [is_now.partition(":")[0] for was, is_now in pairs[1:] if was != is_now]
    if names:
        return f"the record has changed since it was signed: {', '.join(names)}"
    if pairs[0][0] != pairs[0][1]:
        return "the record has changed since it was signed, in what the statement does not spell"
    return "what signing means was changed in it"
