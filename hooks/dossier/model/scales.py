"""The words of scales to what they mean to whoever types them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from dossier.model.application import GapSeverity, Priority, Strength
from dossier.model.evidence import Check, Part, RecordStatus
from dossier.model.project import ProjectStatus

STRENGTH_MEANS: Mapping[Strength, str] = {
    Strength.DIRECT: "did this exact thing",
    Strength.STRONG: "clear proof, its source named",
    Strength.MODERATE: "related, with a stated limit",
    Strength.WEAK: "begun, little to show",
    Strength.NONE: "asked for, and nothing to show for it yet",
}
"""What readers are told of a match; whoever rates one is told what it counts besides."""
MEANINGS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Strength: {
        Strength.DIRECT: f"{STRENGTH_MEANS[Strength.DIRECT]}; counts in full",
        Strength.STRONG: f"{STRENGTH_MEANS[Strength.STRONG]}; counts in full",
        Strength.MODERATE: f"{STRENGTH_MEANS[Strength.MODERATE]}; counts half",
        Strength.WEAK: f"{STRENGTH_MEANS[Strength.WEAK]}; does not count, and its note says why",
        Strength.NONE: f"{STRENGTH_MEANS[Strength.NONE]}; a gap",
    },
    Priority: {
        Priority.MUST: "asked for; weighs twice as much as what is nice to have",
        Priority.NICE: "nice to have",
        Priority.TASK: "what one does there; weighs as what is nice to have",
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
    ProjectStatus: {
        ProjectStatus.ACTIVE: "it goes on",
        ProjectStatus.RETIRED: "it is over, finished or given up; printed as Finished",
        ProjectStatus.PLANNED: "not begun",
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
