"""Records that say what their author has said already, confirmed one by one.

Each sentence is shown, since whoever is asked has written it. What an assistant proposes is in no
profile: of it `dossier confirm` asks each value before it tells the written one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dossier.assistants.fences import on_one_line
from dossier.cli.columns import sentence, shown
from dossier.cli.confirm_figures import (
    Metrics,
    add_said,
    correct,
    named_in,
    spelled,
    tell_lost,
)
from dossier.cli.questions import STOP, ask_line
from dossier.cli.record_edits import RecordEdits
from dossier.importing.contradictions import contradicting
from dossier.importing.figures import proposed_metrics, read_source
from dossier.match.own_words import is_own, own_sentences
from dossier.model.evidence import EvidenceKind, RecordStatus
from dossier.plain.errors import ContentError
from dossier.plain.folding import plain
from dossier.plain.yaml import construct
from dossier.plain.yaml_writing import write_yaml

if TYPE_CHECKING:
    from dossier.model.library import Library, RecordEntry

READERS = {"r": "shared", "e": "public", "n": "private"}
_HELP = """\
Each is shown as you wrote it. If it is right, say what shows it: a paper, a register, an address.
  y  right, on your word alone, which counts for nothing; of a certificate, on the certificate
  =  right, shown by the same as the one before        e  to change it first
  n  not right: it stays unconfirmed                   b  back to the one before
  NAME = OTHER  calls a figure otherwise; NAME = 8, before 17: its value; NAME = -: leaves it out
  Enter for later, q to stop"""
STOPPED = "\nStopped. What you have answered is kept."
_YES, _NO = ("y", "yes"), ("n", "no")
_BACK = "b"


@dataclass
class Sitting:
    """What was answered so far."""

    audience: str = READERS["r"]
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The new values of records, by their ids."""
    source: str = ""
    """What was said last to show one."""
    figures: Mapping[str, Metrics] = field(default_factory=dict)
    """What is proposed for each record."""
    withheld: Mapping[str, Metrics] = field(default_factory=dict)
    """What would call another sentence wrong, and stays a comment."""


def unconfirmed(library: Library) -> tuple[list[RecordEntry], list[RecordEntry]]:
    """Return the records that nobody has confirmed: the author's own sentences, and others."""
    waiting = [e for e in library.records.values() if e.record.status is RecordStatus.UNCONFIRMED]
    said = own_sentences(library)
    own = [entry for entry in waiting if is_own(entry.record.claim, said)]
    return own, [entry for entry in waiting if entry not in own]


def ask_readers(sitting: Sitting) -> None:
    """Ask who may read what is confirmed."""
    question = "Those you say yes to, who may read them: r recipients of your links, "
    sitting.audience = READERS[_choose(question, "r")]


def ask_each(sitting: Sitting, entries: Sequence[RecordEntry]) -> None:
    """Ask of each record. What was answered before somebody stops is kept."""
    click.echo(f"\n{_HELP}")
    try:
        position = 0
        while position < len(entries):
            entry = entries[position]
            click.echo(f"\n{position + 1} of {len(entries)}: {sentence(entry.record.claim)}")
            answer = _ask(sitting, entry)
            if answer == STOP:
                break
            position = max(0, position - 1) if answer == _BACK else position + 1
            if answer == _BACK:
                sitting.values.pop(entries[position].id, None)
    except click.Abort:
        click.echo(STOPPED)


def _choose(question: str, default: str) -> str:
    text = f"{question}e everyone, n nobody yet"
    return str(click.prompt(text, type=click.Choice(list(READERS)), default=default))


def _ask(sitting: Sitting, entry: RecordEntry) -> str:
    """Ask of one record. Returns what was answered last, in small letters."""
    claim, metrics = entry.record.claim, list(sitting.figures.get(entry.id, ()))
    answer = "e"
    while answer.casefold() == "e" or _corrected(metrics, answer):
        for metric in metrics:
            click.echo(f"    {shown(spelled(metric))}")
        answer = on_one_line(ask_line("  What shows it? [text/y/=/n/e/b/q]"))
        if answer.casefold() == "e":
            claim, before = str(click.prompt("  The sentence", default=claim)), metrics
            metrics = proposed_metrics(plain(claim))
            tell_lost(before, metrics)
    if answer and answer.casefold() not in (*_NO, STOP, _BACK):
        source = entry.record.source is None and _source(sitting, entry, answer)
        sitting.values[entry.id] = values_of(sitting, entry, claim, metrics, source or {})
    return answer.casefold()


def _corrected(metrics: Metrics, said: str) -> bool:
    """Change the figures that an answer names, or add one. Returns whether it names any."""
    found = named_in(said)
    return correct(metrics, said) or (found is not None and add_said(metrics, *found[1:]))


def propose_figures(
    library: Library, entries: Sequence[RecordEntry]
) -> tuple[dict[str, Metrics], dict[str, Metrics]]:
    """Return the figures that are proposed for records, and those that contradict a sentence."""
    every = {entry.id: figures_of(entry) for entry in entries}
    wrong = contradicting(library, every)
    good, bad = (
        {
            id_: [m for m in found if ((id_, m["id"]) in wrong) is is_bad]
            for id_, found in every.items()
        }
        for is_bad in (False, True)
    )
    return good, bad


def figures_of(entry: RecordEntry) -> Metrics:
    """Return the figures that a record's sentence tells; the number of a certificate is none."""
    is_bare = not entry.record.metrics and entry.record.kind is not EvidenceKind.CREDENTIAL
    return proposed_metrics(plain(entry.record.claim)) if is_bare else []


def values_of(
    sitting: Sitting,
    entry: RecordEntry,
    claim: str,
    metrics: list[dict[str, Any]],
    source: dict[str, Any],
) -> dict[str, Any]:
    """Return what the record will say."""
    before, _ = construct(entry.source.yaml, entry.source.file)
    items = before.get("evidence") if isinstance(before, dict) else before
    values = dict(items[entry.path[-1]])  # type: ignore[index]
    values |= {"claim": claim, "status": "shipped", "audience": sitting.audience}
    if source:
        values["source"] = source
    if values.get("source"):
        values["check"] = "inspect"
    if metrics:
        values["metrics"] = metrics
    order = ("id", "claim", "kind", "check", "status", "audience", "metrics")
    return {key: values[key] for key in (*(k for k in order if k in values), *values)}


def own_source(entry: RecordEntry) -> dict[str, Any]:
    """Return what shows a record without a word of anybody: a certificate itself."""
    return {"label": "Certificate"} if entry.record.kind is EvidenceKind.CREDENTIAL else {}


def _source(sitting: Sitting, entry: RecordEntry, said: str) -> dict[str, Any]:
    """Return what shows a record beside its author's word; nothing if that is all."""
    if said.casefold() in _YES or (said == "=" and not sitting.source):
        return own_source(entry)
    if said != "=":
        sitting.source = said
    return read_source(sitting.source)


def write_confirmed(root: Path, entries: Sequence[RecordEntry], sitting: Sitting) -> None:
    """Write the files of what was confirmed anew. Raises ContentError for one not told for sure."""
    edits = RecordEdits()
    for entry in (entry for entry in entries if entry.id in sitting.values):
        now = [m["value"] for m in sitting.values[entry.id].get("metrics", ())]
        withheld = [m for m in sitting.withheld.get(entry.id, ()) if m["value"] not in now]
        told = [m for m in proposed_metrics(plain(entry.record.claim)) if m not in withheld]
        proposed = write_yaml({"metrics": told}).split("\n")
        if not edits.put(entry, sitting.values[entry.id], proposed):
            where = entry.source.locate(entry.path)
            message = f"{where}: it is written so that it cannot be changed for sure"
            raise ContentError(f"{message}\n  hint: write `status: shipped` there yourself")
    edits.write(root)
