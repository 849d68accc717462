"""What a reference says: `evidence:file/record#metric`, `project:id`, `proof:row`, `figure:…`."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from urllib.parse import unquote

from dossier.plain.frozen import frozen


class Scheme(StrEnum):
    """The kinds of references."""

    EVIDENCE = "evidence"
    PROJECT = "project"
    PROOF = "proof"
    FIGURE = "figure"


FIGURES = ("estimate", "posting", "market", "other")
"""What a figure that is not about one's own work can be."""


_SCHEMES = frozenset(Scheme)


@frozen
class Target:
    """What a reference points to."""

    scheme: Scheme
    id: str
    metric: str | None = None
    """The metric whose value is written, if any: `mape`, or `mape.before` for its earlier one."""

    @property
    def metric_id(self) -> str:
        """The metric, whichever of its values is written; empty for none."""
        return (self.metric or "").partition(".")[0]

    def __str__(self) -> str:
        return f"{self.scheme}:{self.id}" + (f"#{self.metric}" if self.metric is not None else "")


@lru_cache(maxsize=65536)
def parse_target(address: str) -> Target | None:
    """Return the target of a link, None if it is an ordinary link."""
    scheme, colon, rest = unquote(address).partition(":")
    if not colon or scheme.lower() not in _SCHEMES:
        return None
    target, hash_mark, metric = rest.partition("#")
    return Target(Scheme(scheme.lower()), target, metric if hash_mark else None)


def parse_metric(text: str) -> Target:
    """Return the target of a metric as headlines name it: `file/record#metric`."""
    record, _, metric = text.partition("#")
    return Target(Scheme.EVIDENCE, record, metric)
