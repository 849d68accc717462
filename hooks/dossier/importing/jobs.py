"""The heads of jobs and studies, as people write them, to employer, title, field and dates.

`### Engineer, Acme (2019 – 2024)`, `**Acme** | Engineer | Jan 2019 – Present`. What does not say
which is which is left as it is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dossier.importing.listed_parts import is_name, is_organisation
from dossier.importing.titles import is_title
from dossier.importing.values import Span, find_link, find_span
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_MARKS = pattern(r"^\s*(?:#{1,6}\s+|[-*+\u2022]\s+(?=\*\*|__))|\s+#+\s*$")
_EMPHASIS = pattern(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_APART = pattern(
    r"\s*[|\u00b7\u2022\t\n]\s*|\s+(?:\u2014|\u2013|-|--|/{2})\s+|\s*\u2014\s*|\s+@\s+|\s{3,}"
)
_AT = pattern(r"\s+at\s+(?=[A-Z\d])")
_LENGTH = pattern(
    r"[(\s\u00b7,]*\b\d+\+?\s*(?:years?|yrs?|months?|mos?)\b(?:\s*\d+\s*(?:months?|mos?)\b)?\)?",
    re.IGNORECASE,
)
"""How long something took, which its dates say already."""
_EMPTY = pattern(r"\(\s*\)|\[\s*\]|\{\s*\}")
_FROM_HOME = pattern(r"(?:remote|hybrid|on-?site)\b", re.IGNORECASE)
PLACE = pattern(
    r"(?:remote|hybrid|on-?site)(?:\s*[,(].*)?|[^\W\d_][\w .'\u2019-]+,"
    r"\s*(?:[A-Z]{2,3}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)",
    re.IGNORECASE,
)
_SIZE = pattern(
    r"\s*\((?P<said>(?:[^()]*\s)?(?:\d+|one|two|three|four|five)[ -]"
    r"(?!(?:years?|yrs?|months?|mos|weeks?|hours?|days?)\b)[^()]*[a-z]{3}[^()]*)\)"
    r"(?=[*_\s]*(?:$|[|,\u00b7\u2022(]|\s[\u2013\u2014-]\s))"
)
"""What a house is like, behind its name or place: `(142 rooms, five stars)`."""


_REMARK = pattern(
    r"[\s*_)]*(?P<cut>(?:\((?P<bracket>\w[^()]*)\)"
    r"|(?:,|\s[\u2013\u2014-]+)\s+(?P<behind>[a-z].*))[\s*_.]*)"
)
"""What behind dates tells of that time."""
_LONGEST = 320
"""How long a line of a head is at most."""
_PLACED = pattern(r"(?P<employer>\S.*) \((?P<place>[^()\d]+)\)")


@frozen
class Head:
    """What the lines above a job or a study say."""

    values: dict[str, str]
    """Fields and their texts; dates as they are written in fields."""
    said: tuple[str, ...]
    """The words of the head that went into fields or were read as dates."""
    span: Span | None
    url: str = ""


def head_lines(lines: list[str]) -> str:
    """Return the text of lines without their marks."""
    return "\n".join(_EMPHASIS.sub(r"\2", _MARKS.sub("", line)).strip() for line in lines).strip()


def without_size(lines: list[str]) -> tuple[list[str], str]:
    """Return the lines of a job's head without what brackets tell of the house and the time.

    `(142 rooms, five stars)` behind its name; `(part time until 2016)` behind its dates, which may
    stand behind a dash, too.
    """
    if max(map(len, lines), default=0) > _LONGEST:
        return lines, ""
    bare, size = lines, ""
    for number, line in enumerate(lines):
        found = _SIZE.search(line)
        if found and not find_span(found["said"]) and not PLACE.fullmatch(found["said"]):
            rest = line[: found.start()] + line[found.end() :]
            bare, size = [*lines[:number], rest, *lines[number + 1 :]], found["said"]
            break
    remarks = [_remark(line) for line in bare]
    kept = [line[: len(line) - len(cut)] for line, (cut, _) in zip(bare, remarks, strict=True)]
    return kept, "; ".join(said for said in (size, *(said for _, said in remarks)) if said)


def _remark(line: str) -> tuple[str, str]:
    """Return the end of a line behind its dates that is a remark, and what it says."""
    span = find_span(line)
    end = line.find(span.said) + len(span.said) if span else 0
    found = _REMARK.fullmatch(line, end) if span else None
    said = (found["bracket"] or found["behind"]).strip(" *_.") if found else ""
    is_place = _FROM_HOME.match(said) or " " not in said or (said[0].isupper() and is_name(said))
    is_other = is_place or find_span(said) or _LENGTH.fullmatch(f" {said}")
    return ("", "") if not found or is_other else (line[found.start("cut") :], said)


def with_size(head: Head, size: str) -> Head:
    """Return the head of a job or a study with what a bracket told of it, as its summary."""
    if not size:
        return head
    return replace(head, values={**head.values, "summary": size}, said=(*head.said, size))


def placed(head: Head | None) -> Head | None:
    """Return the head of a job with the place that stands in brackets behind its employer."""
    found = _PLACED.fullmatch(head.values.get("employer", "")) if head else None
    if not head or not found or "location" in head.values or not _is_place(found["place"]):
        return head
    said = tuple(part for part in head.said if part != found[0])
    told = {"employer": found["employer"], "location": found["place"]}
    return replace(head, values=head.values | told, said=(*said, *told.values()))


def _is_place(text: str) -> bool:
    """Return whether a text in brackets is written as a place is, and not as letters of a name."""
    return is_name(text) and not is_organisation(text)


def read_job(lines: list[str], employer: str = "") -> Head | None:
    """Return what the head of a job says; `employer` is for one told above several titles."""
    lines, size = without_size(lines)
    segments, span, url = read_parts(lines)
    values: dict[str, str] = {}
    for segment in segments:
        _place_job(values, segment, is_heading=segment == segments[0])
    if "title" not in values and "employer" in values and "untold" in values and url:
        values["title"] = values.pop("untold")
    values.pop("untold", None)
    said = tuple(values.values())
    if "employer" not in values and employer and "title" in values:
        values["employer"] = employer
    is_unsure = "title" not in values and ", " in values.get("employer", "")
    if "employer" not in values or is_unsure:
        return None
    return with_size(Head(values, said, span, url), size)


def employer_alone(lines: list[str]) -> str:
    """Return the employer that a head names without any title, if it names nothing else."""
    segments, span, _ = read_parts(without_size(lines)[0])
    is_alone = len(segments) == 1 and not (span and ", " in segments[0])
    return segments[0] if is_alone and not is_title(segments[0]) else ""


def names_nothing(line: str) -> bool:
    """Return whether a line of a head has dates alone."""
    segments, span, _ = read_parts(without_size([line])[0])
    return span is not None and not segments


def read_parts(lines: list[str]) -> tuple[list[str], Span | None, str]:
    """Return the parts of a head without its dates and address, its time, and the address."""
    text = head_lines(lines)
    span = find_span(text)
    if span:
        text = _LENGTH.sub("\n", text.replace(span.said, "\n", 1))
    link = find_link(text)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    parts = [_bare(_EMPTY.sub("", part)) for part in _APART.split(text)]
    return (
        [part for part in parts if re.search(r"[^\W\d_]{2}", part)],
        span,
        link[0] if link else "",
    )


def _bare(part: str) -> str:
    """Return a part of a head without what parts it from others; a bracket within it is its own."""
    bare = part.strip(" ,;:*_\u2013\u2014-")
    is_whole = bare.count("(") == bare.count(")") and not re.fullmatch(r"\([^()]*\)", bare)
    return bare if is_whole else bare.strip(" ,;:()*_\u2013\u2014-")


def _place_job(values: dict[str, str], segment: str, *, is_heading: bool) -> None:
    """Find the field of a part of a head."""
    if is_title(segment) and "title" not in values:
        if len(apart := _AT.split(segment, maxsplit=1)) > 1:
            values["title"], values["employer"] = apart[0].strip(" ,"), apart[1].strip()
            return
        head, comma, rest = segment.partition(", ")
        if comma and "employer" not in values and is_title(head) != is_title(rest):
            title, employer = (head, rest) if is_title(head) else (rest, head)
            values["title"] = title
            name, _, place = employer.partition(", ")
            values["employer"] = name if PLACE.fullmatch(place) or place else employer
            if place:
                values["location"] = place
            return
        values["title"] = segment
    elif PLACE.fullmatch(segment) and not is_heading and "employer" in values:
        values.setdefault("location", segment)
    elif "employer" not in values and ("title" in values or is_heading):
        values["employer"] = segment
    elif "untold" not in values:
        values["untold"] = segment
