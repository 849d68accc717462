"""The words of scales to what they mean to whoever types them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from dossier.model.application import GapSeverity, Priority, Strength
from dossier.model.evidence import Check, Part, RecordStatus

MEANINGS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Strength: {
        Strength.DIRECT: "you did this exact thing; counts in full",
        Strength.STRONG: "clear proof that can be checked; counts in full",
        Strength.MODERATE: "related, with a limit that its note says; counts half",
        Strength.WEAK: "begun, with little to show; does not count, and its note says why",
        Strength.NONE: "asked for, with nothing to show: a gap",
    },
    Priority: {
        Priority.MUST: "asked for; weighs twice as much as what is nice to have",
        Priority.NICE: "nice to have",
    },
    GapSeverity: {
        GapSeverity.BLOCKER: "they may stop there",
        GapSeverity.MAJOR: "they will ask",
        GapSeverity.MINOR: "they may not notice",
    },
    Check: {
        Check.RERUN: "a reader can repeat it from its source",
        Check.THIRD_PARTY: "somebody else wrote the test, or hosts the result",
        Check.INSPECT: "a reader can look at it, but not simply repeat it",
        Check.STATEMENT: "your word only; a row that stands on nothing else does not count",
    },
    RecordStatus: {
        RecordStatus.SHIPPED: "done and in use, or was",
        RecordStatus.EXPERIMENTAL: "tried out",
        RecordStatus.DEPRECATED: "given up or replaced; allows moderate at most",
        RecordStatus.PLANNED: "not there yet; allows weak at most, and does not count",
        RecordStatus.UNCONFIRMED: "not yet confirmed by you; allows weak, and does not count",
    },
    Part: {
        Part.SOLE: "your work alone",
        Part.LED: "led by you",
        Part.CONTRIBUTED: "you had a part in it",
        Part.USED: "others' work that you used",
    },
}
"""By the scale and its word. Readers are told in `render/labels.py`."""
