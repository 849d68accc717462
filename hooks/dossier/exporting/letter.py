"""A dossier to its cover letter: the author's own, or else one put together of what is shared.

The author's letter stands as it is written. One that is put together has the opening that was
chosen, the pitch, rows with figures that these do not tell already, and why.
"""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exporting.compose import person_of
from dossier.exporting.highlights import only_figured, records_of, row_highlight, standing_rows
from dossier.exporting.outline import Block, Document, Kind, Part, head, statement_block
from dossier.exporting.prose import blocks_of
from dossier.exporting.recipient import Recipient
from dossier.model.application import ProofPoint, Strength
from dossier.model.library import RecordEntry
from dossier.plain.errors import ConfigError
from dossier.plain.problems import did_you_mean
from dossier.prose.scan import scan, scan_inline

ROWS = 3
"""How many rows a letter tells, unless they are named."""
_WORDS = {"en": ("Dear {company} team,", "Kind regards,")}
"""How a letter that is put together begins and ends, by language; in others as the author adds."""


def compose_letter(recipient: Recipient, hook: str = "", rows: tuple[str, ...] = ()) -> Document:
    """Return the letter for a recipient; `hook` is the opening that the author chose.

    Raises ConfigError for a row that is not there, or not told.
    """
    person = person_of(recipient)
    application = recipient.entry.application
    titles = "; ".join(role.title for role in application.roles) or application.title or ""
    subject = Block(Kind.SUBJECT, titles or application.company, (Part(application.company),))
    letter = recipient.entry.section("letter")
    written = blocks_of(recipient, letter.text) if letter else ()
    body = tuple(written) or tuple(_put_together(recipient, person.name, hook, rows))
    blocks = (*(b for b in head(person) if b.kind is not Kind.TAGLINE), subject, *body)
    title = f"{person.name} to {application.company}"
    return Document(title, person.name, recipient.library.language, blocks, is_prose=True)


def _put_together(
    recipient: Recipient, name: str, hook: str, rows: tuple[str, ...]
) -> Iterator[Block]:
    company = recipient.entry.application.company
    language = recipient.library.language.partition("-")[0]
    greeting, ending = _WORDS.get(language, ("", ""))
    texts = {part: recipient.entry.section(part) for part in ("pitch", "why")}
    said = [hook, *(section.text for section in texts.values() if section)]
    if greeting:
        yield Block(Kind.PARAGRAPH, greeting.format(company=company))
    yield from blocks_of(recipient, hook)
    if pitch := texts["pitch"]:
        yield from blocks_of(recipient, pitch.text)
    for row in chosen_rows(recipient, rows, " \n\n".join(said)):
        yield statement_block(Kind.ITEM, row_highlight(recipient, row).statement)
    if why := texts["why"]:
        yield from blocks_of(recipient, why.text)
    if ending:
        yield Block(Kind.PARAGRAPH, ending)
    yield Block(Kind.PARAGRAPH, name)


def chosen_rows(recipient: Recipient, named: tuple[str, ...], said: str) -> tuple[ProofPoint, ...]:
    """Return the rows that a letter tells: those named, else the best whose figures are new.

    `said` is what the letter says besides. Raises ConfigError for a row that is not there.
    """
    standing = {row.id: row for row in standing_rows(recipient)}
    for name in named:
        if name not in standing:
            hint = did_you_mean(name, standing) or f"there are: {', '.join(standing) or 'none'}"
            raise ConfigError(f"there is no row `{name}` that can be told", hint)
    if named:
        return tuple(standing[name] for name in named)
    told = {record.id for record in recipient.cited(scan(said), figures_only=True)}
    best = sorted(standing.values(), key=lambda row: list(Strength).index(row.strength))
    chosen: list[ProofPoint] = []
    for row in best:
        mine = {record.id for record in figured(recipient, row)}
        if mine - told and len(chosen) < ROWS:
            chosen.append(row)
            told |= mine
    return tuple(row for row in standing.values() if row in chosen)


def figured(recipient: Recipient, row: ProofPoint) -> Iterator[RecordEntry]:
    """Yield the records whose figures a row tells."""
    records = records_of(recipient, row)
    if not row.claim:
        yield from (record for record in records if record.record.metrics)
        return
    told = tuple(recipient.cited(scan_inline(row.claim), figures_only=True))
    one = only_figured(records)
    yield from told or ((one,) if one else ())
