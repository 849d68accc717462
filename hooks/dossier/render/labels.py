"""The words that readers see for the words that people type."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dossier.match.coverage import State
from dossier.model.application import GapSeverity, Outcome, Status, Strength
from dossier.model.evidence import Check, EvidenceKind, Part, Record, RecordStatus
from dossier.model.library import RecordEntry
from dossier.model.own_places import is_own_alone
from dossier.model.project import ProjectStatus

STRENGTHS = {
    Strength.DIRECT: "Direct",
    Strength.STRONG: "Strong",
    Strength.MODERATE: "Moderate",
    Strength.WEAK: "Weak",
    Strength.NONE: "None yet",
}
STATES = {
    State.COVERED: "covered",
    State.PARTIAL: "partial",
    State.STALE: "stale",
    State.CLAIMED: "claimed only",
    State.WEAK: "weak",
    State.GAP: "missing",
    State.ACCEPTED: "waived",
}
"""Best first: the order of every legend and tally."""
OWN_WORD = "My own word"
UNSHOWN = {
    OWN_WORD: "said by me and not counted: ask me about it",
    "Claimed only": "nothing that I name shows it yet; not counted",
    "Stale": "what shows it has expired, or changed; not counted",
}
"""The marks of rows that no record shows, with what each means to a recipient."""
OWN_PLACE = "own-place"
"""What stands for the check by a third party of what stands at an address of the author's."""
ON_REQUEST = "on-request"
"""What stands for the check of a record whose source no reader can open."""
CHECKS: dict[str, str] = {
    Check.RERUN: "Repeatable",
    Check.THIRD_PARTY: "By a third party",
    OWN_PLACE: "On a page of my own",
    Check.INSPECT: "Open to inspect",
    ON_REQUEST: "Source on request",
    Check.STATEMENT: "Own statement",
}
CHECK_MEANS: dict[str, str] = {
    Check.RERUN: "You can repeat it from its source.",
    Check.THIRD_PARTY: "Someone else measured it, published it or keeps the record.",
    OWN_PLACE: "Someone else’s by my word: it stands on a site or account that I have or link to.",
    Check.INSPECT: "There to be read or looked at, but not simply repeated.",
    ON_REQUEST: "The source is named, and nothing of it is on the web: ask me to show it.",
    Check.STATEMENT: "My word only. It counts in no coverage figure; ask me about it.",
}
PARTS = {
    Part.SOLE: "My work alone",
    Part.LED: "Led by me",
    Part.CONTRIBUTED: "I contributed",
    Part.USED: "Others' work that I used",
}
KINDS = {
    EvidenceKind.BENCHMARK: "Measurements",
    EvidenceKind.UPSTREAM_TESTS: "Tests written by others",
    EvidenceKind.PRODUCTION: "In practice",
    EvidenceKind.RELEASE: "Releases",
    EvidenceKind.PUBLICATION: "Publications",
    EvidenceKind.CODE: "Code",
    EvidenceKind.EMPLOYMENT: "Employment",
    EvidenceKind.CREDENTIAL: "Credentials",
}
RECORD_STATUSES = {
    RecordStatus.SHIPPED: "",
    RecordStatus.EXPERIMENTAL: "Experimental",
    RecordStatus.DEPRECATED: "Deprecated",
    RecordStatus.PLANNED: "Planned, not there yet",
    RecordStatus.UNCONFIRMED: "Not confirmed yet",
}
PROJECT_STATUSES = {
    ProjectStatus.ACTIVE: "Active",
    ProjectStatus.RETIRED: "Finished",
    ProjectStatus.PLANNED: "Planned",
}
STAGES = {
    Status.SAVED: "Saved",
    Status.DRAFTING: "Drafting",
    Status.APPLIED: "Applied",
    Status.SCREENING: "Screening",
    Status.INTERVIEWING: "Interviewing",
    Status.OFFER: "Offer",
    Status.CLOSED: "Closed",
}
OUTCOMES = {
    Outcome.ACCEPTED: "accepted",
    Outcome.REJECTED: "rejected",
    Outcome.WITHDREW: "withdrew",
    Outcome.NO_RESPONSE: "no response",
    Outcome.POSTING_CLOSED: "posting closed",
}
SEVERITIES = {
    GapSeverity.BLOCKER: "Blocker",
    GapSeverity.MAJOR: "Major",
    GapSeverity.MINOR: "Minor",
}


_INITIALS = frozenset({"ai", "api", "ci", "gpu", "llm", "mcp", "ml", "nlp", "os", "sql", "ui"})


def spell_slug(slug: str) -> str:
    """Write a slug as a title: `bayesian-ml` is `Bayesian ML`."""
    words = [word.upper() if word in _INITIALS else word for word in slug.split("-")]
    title = " ".join(words)
    return title[:1].upper() + title[1:]


def slug(title: str) -> str:
    """Write a title as an anchor: `Why us?` is `why-us`."""
    return "-".join(re.findall(r"[^\W_]+", title.casefold())) or "part"


def check_shown(entry: RecordEntry) -> str:
    """Return the key of what a reader can do: the record's check, if there is something to open.

    What stands at the author's own address is a third party's by the author's word alone.
    """
    check = entry.record.check
    if check is Check.THIRD_PARTY and is_own_alone(entry):
        return OWN_PLACE
    return check if check is Check.STATEMENT or entry.opens else ON_REQUEST


def are_asked_for(entries: Iterable[RecordEntry]) -> bool:
    """Return whether none of some records opens, so that one line says of all of them to ask.

    One whose source was found broken says so itself.
    """
    known = tuple(entries)
    checks = {check_shown(entry) for entry in known}
    is_whole = not any(entry.is_broken for entry in known)
    return is_whole and ON_REQUEST in checks and checks <= {ON_REQUEST, Check.STATEMENT}


def asked_for(entry: RecordEntry) -> str:
    """Return what a source says that is a paper without further name: `Certificate on request`."""
    source = entry.record.source
    is_credential = entry.record.kind is EvidenceKind.CREDENTIAL
    if not (source and source.label and is_credential and check_shown(entry) == ON_REQUEST):
        return ""
    is_bare = source.label.isalpha() and source.model_fields_set == {"label"}
    return f"{source.label} on request" if is_bare else ""


def count_records(checks: Iterable[str]) -> str:
    """Count records by how each can be checked: `10 records, 6 repeatable`."""
    known = list(checks)
    records, rerun = count(len(known), "record"), known.count(Check.RERUN)
    return f"{records}, {rerun} repeatable" if rerun else records


def count(number: int, singular: str, plural: str = "") -> str:
    """Spell a count with its noun: `1 record`, `2 records`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"


def part_text(record: Record) -> str:
    """Return whose work a record tells of, nothing if it does not say."""
    team = f"a team of {record.team}" if record.team else ""
    if record.part is None:
        return team.capitalize()
    return f"{PARTS[record.part]}, in {team}" if team else PARTS[record.part]
