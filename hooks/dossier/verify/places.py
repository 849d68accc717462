"""A file of a source to whether its lines, or its quote, still stand there."""

from __future__ import annotations

import hashlib

from dossier.model.evidence import Metric
from dossier.model.source import Source
from dossier.model.verdict import CheckOutcome, CheckResult
from dossier.plain.dates import spell_date
from dossier.verify.artifact_numbers import agrees, read_numbers, spell_numbers
from dossier.verify.artifacts import Location, is_lines, line_range, look_up
from dossier.verify.quotes import look_for

_SPELLED = 80
"""How much of what lines say is told, in characters."""
_LENGTH = 16
"""Hex digits of a digest of lines that are kept."""
_MOST_LINES = 4
"""Over how many lines a quote is looked for that has moved."""
_MOST_TRIES = 500_000
"""How much of a file is searched for lines that have moved, in lines."""


def has_place(source: Source, location: Location) -> bool:
    """Return whether a source says what stands in its file: lines, or a quote of no page."""
    return is_lines(location.place) or _is_quoted(source)


def _is_quoted(source: Source) -> bool:
    return source.quote is not None and source.url is None


def check_place(
    source: Source,
    location: Location,
    content: bytes,
    before: CheckResult | None,
    metrics: tuple[Metric, ...] = (),
) -> CheckResult:
    """Return whether lines and quote stand in a file, with a result that has no day yet.

    `before` is what was found earlier of the same record, whose `metrics` lines may not tell
    otherwise. Raises UnfoundError for lines that the
    file does not have.
    """
    text = _text(content)
    if text is None:
        return _refused(f"{location.file} is no text in which a quote could be looked for")
    place = look_up(content, location) if is_lines(location.place) else text
    found = look_for(source.quote, place) if _is_quoted(source) and source.quote else None
    if found and found.why_not:
        return _refused(_where_else(source.quote or "", text, location) or found.why_not)
    if not is_lines(location.place):
        return CheckResult(CheckOutcome.GOOD, "")
    digest = _digest(place)
    if before and before.lines and before.lines != digest:
        why = f"its lines are not what they were on {spell_date(before.good or before.checked)}"
        moved = _moved_to(before.lines, text, location)
        return _refused(f"{why}: they are {moved} now" if moved else why, before.lines)
    if why := _told_otherwise(metrics, place):
        return _refused(why, digest)
    return CheckResult(CheckOutcome.GOOD, "", lines=digest)


def _told_otherwise(metrics: tuple[Metric, ...], text: str) -> str:
    """Return why lines prove nothing: they have numbers in a metric's unit, and no value of one."""
    units = {metric.unit for metric in metrics if metric.unit}
    said = [reading for reading in read_numbers(text) if reading.unit in units]
    if not said or any(agrees(metric, reading) for metric in metrics for reading in said):
        return ""
    spelled = spell_numbers(" ".join(text.split()), said[0].unit)[:_SPELLED]
    return f"its lines say {spelled}, and no value of the record"


def _refused(why: str, lines: str = "") -> CheckResult:
    return CheckResult(CheckOutcome.REFUSED, "", said=why, lines=lines)


def _text(content: bytes) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _digest(text: str) -> str:
    """Return what tells lines from others, however they are indented."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:_LENGTH]


def _where_else(quote: str, text: str, location: Location) -> str:
    """Say in which lines a quote stands instead, empty if it is not in the file either."""
    if not is_lines(location.place) or look_for(quote, text).why_not:
        return ""
    lines = text.splitlines()
    sizes = range(1, _MOST_LINES + 1) if len(lines) <= _MOST_TRIES // _MOST_LINES else ()
    for size in sizes:
        for start in range(len(lines) - size + 1):
            if not look_for(quote, "\n".join(lines[start : start + size])).why_not:
                return (
                    f"the quote stands in {_named(start + 1, start + size)}: its lines have moved"
                )
    return "the quote stands elsewhere in the file: its lines have moved"


def _moved_to(digest: str, text: str, location: Location) -> str:
    """Return which lines are what others were, empty for none."""
    first, last = line_range(location.place)
    lines, count = text.splitlines(), last - first + 1
    if len(lines) * count > _MOST_TRIES:
        return ""
    for start in range(len(lines) - count + 1):
        if _digest("\n".join(lines[start : start + count])) == digest:
            return _named(start + 1, start + count)
    return ""


def _named(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}–{last}"


def content_id(content: bytes) -> str:
    """Return the SWHID of a file's bytes, by which Software Heritage finds them."""
    head = b"blob %d\0" % len(content)
    # SHA-1, because that is what names a file in git.
    return f"swh:1:cnt:{hashlib.sha1(head + content, usedforsecurity=False).hexdigest()}"
