"""Figures that nobody has confirmed, in the texts that an export is made of: it is not written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dossier.exporting.recipient import Recipient
from dossier.model.evidence import RecordStatus
from dossier.plain.problems import Problem
from dossier.prose.passages import passages
from dossier.prose.targets import Scheme


def unconfirmed_figures(recipient: Recipient) -> Iterator[Problem]:
    """Yield the references by which a text would print such a figure."""
    library = recipient.library
    for passage in passages(replace(library, records={}, pages={})):
        for mention in passage.mentions():
            target = mention.target
            if target is None or target.scheme is not Scheme.EVIDENCE or not target.metric:
                continue
            record = library.records.get(target.id)
            if record and record.record.status is RecordStatus.UNCONFIRMED:
                message = f"nobody has confirmed `{record.id}`, so no export prints its figures"
                hint = f"run `dossier confirm {record.id}`, or leave the figure out"
                where = passage.locate(mention)
                yield Problem("figure-unconfirmed", where, message, hint)
