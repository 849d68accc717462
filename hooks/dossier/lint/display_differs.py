"""Metrics that are shown as another number than their value: `16K` for 12000, 2.4 for `€2.4m`."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.document import FileKind
from dossier.model.evidence import Metric
from dossier.model.figure import spell
from dossier.plain.problems import Problem
from dossier.plain.yaml_places import Path
from dossier.records.displays import Display, claimed_otherwise, read_display
from dossier.records.metrics import Meaning


def check(view: FileView) -> Iterator[Problem]:
    """Read each `display`, and the claim, as a reader would, and hold it against the value."""
    for entry in view.records:
        for position, metric in enumerate(entry.record.metrics):
            if meaning := view.judge.index.by_reference.get((entry.id, metric.id)):
                yield from _differing(meaning, (*entry.path, "metrics", position))


def _differing(meaning: Meaning, path: Path) -> Iterator[Problem]:
    entry, metric = meaning.entry, meaning.metric
    value = spell(metric.model_copy(update={"display": None}))
    if metric.display and read_display(meaning) is Display.OTHER:
        message = f"`{entry.id}#{metric.id}` is {value}, and is shown as {spell(metric)}"
        where = entry.source.locate((*path, "display"))
        yield Problem("display-differs", where, message, _hint(metric))
    elif claimed := claimed_otherwise(meaning):
        message = f"`{entry.id}#{metric.id}` is {value}, and its claim says {claimed.text}"
        meant = ", ".join(f"{number.normalize():f}" for number in claimed.values)
        typed = f"[{meant}]" if len(claimed.values) > 1 else meant
        cure = f"write `value: {typed}`, or what is meant into the claim"
        yield Problem("display-differs", entry.source.locate((*path, "value")), message, cure)


def _hint(metric: Metric) -> str:
    cure = "write the value itself there, rounded to the digits that it shows"
    return f"{cure}, or leave `display: {metric.display}` out"


RULE = Rule("display-differs", check=check, needs=(FileKind.EVIDENCE,))
