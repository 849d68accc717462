"""Metrics that are shown as another number than their value: `16K` for 12000."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.model.evidence import Metric
from dossier.model.figure import spell
from dossier.plain.problems import Problem
from dossier.records.displays import Display, read_display


def check(view: FileView) -> Iterator[Problem]:
    """Read each `display` as a reader would, and hold it against the value."""
    for entry in view.records:
        for position, metric in enumerate(entry.record.metrics):
            meaning = view.judge.index.by_reference.get((entry.id, metric.id))
            if metric.display and meaning and read_display(meaning) is Display.OTHER:
                where = entry.source.locate((*entry.path, "metrics", position, "display"))
                value = spell(metric.model_copy(update={"display": None}))
                message = f"`{entry.id}#{metric.id}` is {value}, and is shown as {spell(metric)}"
                yield Problem("display-differs", where, message, _hint(metric))


def _hint(metric: Metric) -> str:
    cure = "write the value itself there, rounded to the digits that it shows"
    return f"{cure}, or leave `display: {metric.display}` out"


RULE = Rule("display-differs", check=check, needs=(FileKind.EVIDENCE,))
