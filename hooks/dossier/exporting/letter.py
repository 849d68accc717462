"""A dossier to its cover letter: the author's own, or else one put together of what is shared.

The author's letter stands as it is written. One that is put together has the opening that was
chosen, the pitch, the strongest rows that these do not tell already, and why. No address stands in
it: that of a share below it leads to all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from dossier.exporting.compose import person_of
from dossier.exporting.highlights import only_figured, records_of, row_highlight, standing_rows
from dossier.exporting.outline import SHARED, Block, Document, Kind, Part, head, statement_block
from dossier.exporting.prose import blocks_of
from dossier.exporting.recipient import Recipient
from dossier.match.coverage import State
from dossier.model.application import Priority, ProofPoint, Strength
from dossier.model.library import RecordEntry
from dossier.plain.errors import ConfigError
from dossier.plain.problems import did_you_mean
from dossier.prose.scan import scan, scan_inline

ROWS, FEW = 3, 2
"""How many rows a letter tells at most, unless they are named; how many without new figures."""
_WORDS = {"en": ("Dear {reader},", "{company} team", "Kind regards,")}
"""How a letter that is put together begins and ends, by language; in others as the author adds."""


def compose_letter(
    recipient: Recipient,
    hook: str = "",
    rows: tuple[str, ...] = (),
    *,
    reader: str = "",
    link: str = "",
) -> Document:
    """Return the letter for a recipient; `hook` is the opening that the author chose.

    It greets a reader by name if there is one, and ends with the link of a share. Raises
    ConfigError for a row that is not there, or not told.
    """
    person = person_of(recipient)
    application = recipient.entry.application
    titles = "; ".join(role.title for role in application.roles) or application.title or ""
    subject = Block(Kind.SUBJECT, titles or application.company, (Part(application.company),))
    letter = recipient.entry.section("letter")
    written = blocks_of(recipient, letter.text) if letter else ()
    body = tuple(written) or tuple(_put_together(recipient, reader, hook, rows))
    plain = (replace(block, details=()) for block in body)
    shared = (Block(Kind.LINK, SHARED, (Part(link, link),)),) if link else ()
    blocks = (*(b for b in head(person) if b.kind is not Kind.TAGLINE), subject, *plain, *shared)
    title = f"{person.name} to {application.company}"
    return Document(title, person.name, recipient.library.language, blocks, is_prose=True)


def _put_together(
    recipient: Recipient, reader: str, hook: str, rows: tuple[str, ...]
) -> Iterator[Block]:
    company = recipient.entry.application.company
    language = recipient.library.language.partition("-")[0]
    greeting, team, ending = _WORDS.get(language, ("", "", ""))
    texts = {part: recipient.entry.section(part) for part in ("pitch", "why")}
    said = [hook, *(section.text for section in texts.values() if section)]
    if greeting:
        yield Block(Kind.PARAGRAPH, greeting.format(reader=reader or team.format(company=company)))
    yield from blocks_of(recipient, hook, earlier=True)
    if pitch := texts["pitch"]:
        yield from blocks_of(recipient, pitch.text, earlier=True)
    for row in chosen_rows(recipient, rows, " \n\n".join(said)):
        yield statement_block(Kind.ITEM, row_highlight(recipient, row).statement)
    if why := texts["why"]:
        yield from blocks_of(recipient, why.text, earlier=True)
    if ending:
        yield Block(Kind.PARAGRAPH, ending)
    yield Block(Kind.PARAGRAPH, person_of(recipient).name)


def chosen_rows(recipient: Recipient, named: tuple[str, ...], said: str) -> tuple[ProofPoint, ...]:
    """Return the rows that a letter tells: those named, else the strongest that count.

    Those whose figures are new come first, then those of records that nothing tells yet.
    `said` is what the letter says besides. Raises ConfigError for a row that is not there.
    """
    standing = {row.id: row for row in standing_rows(recipient)}
    for name in named:
        if name not in standing:
            hint = did_you_mean(name, standing) or f"there are: {', '.join(standing) or 'none'}"
            raise ConfigError(f"there is no row `{name}` that can be told", hint)
    if named:
        return tuple(standing[name] for name in named)
    told = {record.id for record in recipient.cited(scan(said))}
    figures = {record.id for record in recipient.cited(scan(said), figures_only=True)}
    best = sorted(filter(_counts(recipient), standing.values()), key=_rank)
    chosen: list[ProofPoint] = []
    for row in best:
        mine = {record.id for record in figured(recipient, row)}
        if mine - figures and len(chosen) < ROWS:
            chosen.append(row)
            figures |= mine
    told |= figures
    for row in best:
        records = {record.id for record in records_of(recipient, row)}
        if row not in chosen and not records & told and len(chosen) < FEW:
            chosen.append(row)
            told |= records
    return tuple(sorted(chosen, key=_rank))


def _rank(row: ProofPoint) -> tuple[int, int]:
    return list(Strength).index(row.strength), list(Priority).index(row.priority)


def _counts(recipient: Recipient) -> Callable[[ProofPoint], bool]:
    """Return which rows are covered: what counts in part is told with its limit, or not at all."""
    roles = recipient.renderer.frame.coverage[recipient.entry.id]
    covered = {c.row.id for role in roles for c in role.rows if c.state is State.COVERED}
    return lambda row: row.id in covered


def figured(recipient: Recipient, row: ProofPoint) -> Iterator[RecordEntry]:
    """Yield the records whose figures a row tells."""
    records = records_of(recipient, row)
    if not row.claim:
        yield from (record for record in records if record.record.metrics)
        return
    told = tuple(recipient.cited(scan_inline(row.claim), figures_only=True))
    one = only_figured(records)
    yield from told or ((one,) if one else ())
