"""The pitch that is proposed in its author's words: a summary, or headline and best sentence.

That is the one that answers most of what is asked, musts before the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dossier.cli.fit_table import Listed
from dossier.importing.own_summary import own_summary
from dossier.model.application import Priority, Strength
from dossier.model.evidence import EvidenceKind
from dossier.model.library import Library, RecordEntry
from dossier.plain.folding import plain
from dossier.plain.joining import without_stop

_WEIGHTS = {Priority.MUST.value: 2}
_GOOD = frozenset({Strength.DIRECT, Strength.STRONG})


def proposed_pitch(listed: Sequence[Listed], library: Library) -> str:
    """Return what an author has said of themselves that answers most, empty for nothing."""
    if summary := own_summary(library):
        return summary
    profile = library.profile.profile if library.profile else None
    best = _best(listed, library)
    said = [(profile and profile.headline) or "", plain(best.record.claim) if best else ""]
    return " ".join(f"{without_stop(each)}." for each in said if each) if best else ""


def _best(listed: Sequence[Listed], library: Library) -> RecordEntry | None:
    """Return the record of what one did that answers most; the first of those that do."""
    counts: Counter[str] = Counter()
    for each in listed:
        for answer in each.answers if each.strength in _GOOD else ():
            counts[answer.record] += _WEIGHTS.get(str(each.row["priority"]), 1)
    done = [library.records[name] for name, _ in counts.most_common() if name in library.records]
    return next((e for e in done if e.record.kind is not EvidenceKind.CREDENTIAL), None)
