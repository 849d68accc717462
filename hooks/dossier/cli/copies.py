"""Sources to copies that archives keep: asked, told, and written down one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import click

from dossier.cli.kept_verdicts import keep_verdicts
from dossier.model.library import RecordEntry
from dossier.model.verdict import Copy, Verdict
from dossier.plain.terminal import inert_line
from dossier.settings import Settings
from dossier.verify.archives import (
    MAX_ANSWER,
    PACE,
    PATIENT,
    Archives,
    ask_archives,
    copies_wanted,
)
from dossier.verify.web import AnswerKind, RequestOptions


def keep_copies(
    entries: Mapping[str, RecordEntry],
    verdicts: Mapping[str, Verdict],
    kept: tuple[Settings, str],
    options: RequestOptions,
) -> Mapping[str, Verdict]:
    """Ask for copies, and return results with those that there are.

    `kept` are the settings, and the day. Each copy is written down as soon as it is known,
    so that whoever interrupts this goes on with the next one.
    """
    settings, day = kept
    found, wanted = dict(verdicts), copies_wanted(entries, verdicts)
    patient = replace(options, timeout=max(options.timeout, PATIENT), largest=MAX_ANSWER)
    answers = ask_archives(wanted, Archives(), patient, PACE)
    for number, (each, answer) in enumerate(answers, start=1):
        is_kept = answer.kind is AnswerKind.GOOD
        said = f"kept at {answer.moved}" if is_kept else f"no copy: {answer.said}"
        told = f"{number} of {len(wanted)}: {each.archive}: {each.of}: {said}"
        click.echo(inert_line(told), err=True)
        known = dict(found)
        for record_id in wanted[each] if is_kept else ():
            before = found[record_id]
            copies = {**before.copies, each.archive: Copy(answer.moved, day)}
            found[record_id] = replace(before, copies=copies)
        if is_kept:
            keep_verdicts(settings, known, found)
    return found
