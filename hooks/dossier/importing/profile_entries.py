"""A job or a study that was read to an entry of the profile, with what its own lines say of it."""

from __future__ import annotations

from collections import Counter

from dossier.importing.contact import EMAIL, PHONE
from dossier.importing.draft import Draft, Values, has_field
from dossier.importing.jobs import Head, head_lines
from dossier.importing.tables import facts, items, without_lines
from dossier.importing.words import Copied, dated, words
from dossier.match.priorities import sentences_of
from dossier.model.base import Entry, shape
from dossier.model.profile import Employment
from dossier.plain.patterns import pattern

_BETWEEN = frozenset({"in", "of", "at"})
"""What stands between a degree, its field and a school, and in no field."""
_MARKED = pattern(r"\s*(?:[#>|]|[-*+\u2022]\s|\d{1,2}[.)]\s|```|~~~|<)|\s{4}|.*\S\s*\|")
"""A line that is no prose."""
_PARTS = pattern(r"\s*[|\u00b7\u2022\t\n]\s*|\s+[\u2013\u2014-]\s+|,\s*|\(|\)")
_LONGEST = 400
"""Signs that a summary has at most; what is told of a job at length is read by sentences."""
LONGEST_OF_JOB = 2_000


def add_entry(
    draft: Draft, model: type[Entry], told: Values, head: Head, lines: tuple[list[str], str]
) -> str:
    """Add an entry to the profile, and return what is left below its own head."""
    section = "work" if model is Employment else "education"
    entry = {name: told[name] for name in shape(model) if told.get(name)}
    taken = [str(value) for value in entry.values() if not isinstance(value, Copied)]
    if head.span:
        dates = (("from", head.span.since), ("to", head.span.until))
        entry |= {name: dated(date) for name, date in dates if date}
        taken.append(head.span.said)
        draft.read_as(head.span.said, f"{section}: {head.span}")
    rest = lines[1]
    if has_field(model, "highlights") and (points := items(rest)):
        entry["highlights"] = [" ".join(point.text.split()) for point in points]
        draft.read_as(" ".join(point.mark for point in points), "the order of highlights")
        rest = without_lines(rest, {n for p in points for n in range(p.line, p.end)})
    is_job = model is Employment
    # What stands beside an employer may be another, or whoever placed one there.
    beside = "" if is_job else _beside(lines[0], taken)
    rest = _summed(entry, rest, beside, is_job=is_job)
    taken += [beside] if beside else []
    entry = {name: entry[name] for name in shape(model) if name in entry}
    draft.profile.setdefault(section, []).append(entry)
    had, said = Counter(words(" ".join(taken))), Counter(words("\n".join(lines[0])))
    if not rest.strip() and had <= said and (said - had).keys() <= _BETWEEN:
        draft.read_as(" ".join((said - had).elements()), section)
        return ""
    draft.copies += taken
    return "\n".join([*lines[0], rest])


def _summed(entry: Values, rest: str, beside: str, *, is_job: bool) -> str:
    """Make a summary of what stands beside the fields of a head and of prose below it.

    Returns what is left below it.
    """
    prose = prose_of_job(rest) if is_job else prose_alone(rest, is_labelled=True)
    if len(prose) > _LONGEST:
        entry["highlights"] = [*sentences_of(prose), *entry.get("highlights", ())]
        return ""
    if said := [text for text in (entry.get("summary", ""), beside, prose) if text]:
        entry["summary"] = "; ".join(said)
    return "" if prose else rest


def prose_of_job(text: str) -> str:
    """Return what is told of a job in prose and no more, as one line; nothing for anything else."""
    return prose_alone(text, is_labelled=False, longest=LONGEST_OF_JOB)


def prose_alone(text: str, *, is_labelled: bool, longest: int = _LONGEST) -> str:
    """Return a text that is prose and no more as one line; nothing for any other.

    `is_labelled`: lines may begin with a label, `Dissertation: Tides`. `longest`: how many signs
    it has at most.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    is_plain = not any(
        _MARKED.match(line) or EMAIL.search(line) or PHONE.search(line) for line in lines
    )
    labelled = {fact.lines[0] for fact in facts("\n".join(lines))}
    if not lines or not is_plain or len(text) > longest or (labelled and not is_labelled):
        return ""
    said = ""
    for number, line in enumerate(lines):
        said += ("; " if number in labelled else " ") * bool(said) + " ".join(line.split())
    return said


def _beside(head: list[str], taken: list[str]) -> str:
    """Return what the lines of a head say beside what was taken of them, if no word is cut."""
    text = head_lines(head)
    for value in sorted(taken, key=len, reverse=True):
        text = text.replace(value, "\n", 1)
    parts = [part.strip(" .;:*_") for part in _PARTS.split(text)]
    said = ", ".join(part for part in parts if not set(words(part)) <= _BETWEEN)
    left = Counter(words("\n".join(head))) - Counter(words(" ".join(taken)))
    own = Counter(words(said))
    is_whole = all(own[word] == left[word] for word in (own | left).keys() - _BETWEEN)
    return said if is_whole else ""
