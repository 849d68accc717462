"""Rows of a new dossier, rated in one sitting: what answers each, how well, with which limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

from dossier.assistants.fences import on_one_line
from dossier.cli.columns import shown
from dossier.cli.questions import ask_line
from dossier.importing.draft import Draft, Values
from dossier.importing.figures import read_source
from dossier.importing.ids import new_id
from dossier.importing.own_summary import own_summary
from dossier.importing.words import Copied
from dossier.match.triage import Ask
from dossier.model.application import Strength
from dossier.model.audience import Audience
from dossier.model.evidence import Check, EvidenceKind, RecordStatus
from dossier.model.library import Library
from dossier.model.scales import STRENGTH_MEANS
from dossier.plain.folding import plain

_WORDS = {strength.value[0]: strength for strength in Strength}
_LIMITED = frozenset({Strength.MODERATE, Strength.WEAK})
_HELP = "\n".join(f"  {key}  {it.value}: {STRENGTH_MEANS[it]}" for key, it in _WORDS.items())
_LETTERS = "abcdefgh"
_SHORT = 4
"""An answer of more words is a sentence."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What may answer a row."""

    text: str
    record: str = ""
    """Empty for what the profile says, or the author now."""


def rate_rows(draft: Draft, asks: Sequence[Ask], library: Library) -> None:
    """Ask for each row how well one meets it, and for what the reader reads first.

    What is left for later stays as it would be without asking.
    """
    rows = draft.dossier["proof_points"]
    click.echo(f"How well do you meet each? Enter leaves a row for later, q stops.\n{_HELP}")
    left_out = []
    try:
        for position, (row, ask) in enumerate(zip(rows, asks, strict=True)):
            kind = "task, Enter leaves it out" if ask.is_task else ask.priority.value
            click.echo(f"\n{position + 1} of {len(rows)}, {kind}: {shown(ask.text)}")
            if _rate(draft, row, ask):
                draft.comments.pop(("proof_points", position), None)
            elif ask.is_task:
                left_out.append(row)
                draft.comments.pop(("proof_points", position), None)
        _write_sections(draft, library)
    except click.Abort:
        click.echo("\nStopped. What you have answered is kept.")
    # They stand last, so that no other row has another position by it.
    draft.dossier["proof_points"] = [row for row in rows if row not in left_out]


def _rate(draft: Draft, row: Values, ask: Ask) -> bool:
    """Rate a row. Returns whether anything was said."""
    answers = [_Answer(c.entry.record.claim, c.entry.id) for c in ask.candidates]
    answers += [_Answer(fact.text) for fact in ask.facts]
    for letter, answer in zip(_LETTERS, answers, strict=False):
        click.echo(f"  {letter}) {shown(on_one_line(plain(answer.text)))}")
    chosen, strength = _chosen(answers) if answers else _said()
    if strength is None:
        return False
    if strength is Strength.NONE:
        chosen = []
    row["evidence"] = [Copied(answer.record) for answer in chosen if answer.record]
    row["strength"] = Copied(strength.value)
    if chosen and not row["evidence"]:
        claim = "; ".join(answer.text for answer in chosen)
        row["claim"] = Copied(claim[:1].upper() + claim[1:])
        _prove(draft, row)
    if strength in _LIMITED:
        row["note"] = Copied(_needed("  Its limit, in a sentence that the reader sees"))
    return True


def _prove(draft: Draft, row: Values) -> None:
    """Make a record of what only a claim says, if something shows it beside the author's word."""
    said = _asked("  What shows it beside your word: a paper, a person (Enter for nothing)?")
    if not said:
        return
    record_id = new_id(row["claim"], {str(r["id"]) for r in draft.records}, other="record")
    record: Values = {
        "id": record_id,
        "claim": row.pop("claim"),
        "kind": EvidenceKind.EMPLOYMENT,
        "check": Check.INSPECT,
        "status": RecordStatus.SHIPPED,
        "audience": Audience.SHARED,
        "source": read_source(said),
    }
    draft.records.append({key: _copied(value) for key, value in record.items()})
    row["evidence"] = [Copied(f"{draft.id}/{record_id}")]


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {key: _copied(item) for key, item in value.items()}
    return Copied(value)


def _chosen(answers: Sequence[_Answer]) -> tuple[list[_Answer], Strength | None]:
    """Ask how well which of the answers hold: `s` all of them, `s a` the first alone."""
    some = ", with letters for some alone: s a" if len(answers) > 1 else ""
    some += "; or a sentence of your own"
    letters = dict(zip(_LETTERS, answers, strict=False))
    while True:
        said = _asked(f"  How well? [{'/'.join(_WORDS)}{some}]")
        if len(said.split()) > _SHORT:
            return [_Answer(said)], _strength()
        words = said.casefold().replace(",", " ").split()
        if len(words) > 1 and words[0] not in _WORDS:
            words = [words[-1], *words[:-1]]
        named = "".join(words[1:])
        if (not words or _is_strength(words[0])) and set(named) <= letters.keys():
            kept = [letters[letter] for letter in dict.fromkeys(named)] or list(answers)
            return kept, _WORDS[words[0][0]] if words else None
        click.echo("  Type one of these letters, Enter to leave it for later, q to stop.")


def _is_strength(word: str) -> bool:
    return word in _WORDS or word in {strength.value for strength in Strength}


def _said() -> tuple[list[_Answer], Strength | None]:
    said = _asked("  Nothing of yours has its words. What do you say to it? (n nothing to show)")
    if said in ("-", "n"):
        return [], Strength.NONE
    return ([_Answer(said)], _strength()) if said else ([], None)


def _strength() -> Strength | None:
    while True:
        said = _asked(f"  How well? [{'/'.join(_WORDS)}]").casefold()
        if not said or _is_strength(said):
            return _WORDS[said[0]] if said else None
        click.echo("  Type one of these letters, Enter to leave it for later, q to stop.")


def _write_sections(draft: Draft, library: Library) -> None:
    """Ask for the two texts that the reader reads first."""
    summary = own_summary(library)
    if summary:
        click.echo(f"\nYour résumé says: {shown(on_one_line(summary))}")
    other = " (Enter takes your résumé's, - for later)" if summary else ""
    click.echo("")
    questions = (
        ("Pitch", f"Pitch, a sentence or two on what you bring{other}", summary),
        ("Why", "Why them, in a sentence or two", ""),
    )
    for title, question, default in questions:
        said = _asked(question) or default
        part = next(part for part in draft.parts if part.title == title)
        part.text = "" if said == "-" else Copied(said)


def _needed(question: str) -> str:
    said = ""
    while not said:
        said = _asked(question)
    return said


def _asked(question: str) -> str:
    said = ask_line(question)
    if said == "q":
        raise click.Abort
    return said
