"""What anyone may read of a person, parted from how to reach the person, where and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.importing.contact import EMAIL, PHONE, PLACE
from dossier.importing.draft import NAMELESS, Draft
from dossier.importing.titles import is_title
from dossier.importing.values import find_days, find_span
from dossier.importing.words import Copied
from dossier.model.base import shape
from dossier.model.profile import Profile
from dossier.plain.contact_forms import has_email, number_in
from dossier.plain.patterns import pattern

_OPEN = ("name", "headline")
_APART = pattern(r"\s*[|\u00b7\u2022\u2502\t;]\s*|\s{3,}|\s+[\u2013\u2014-]\s+|\s*,\s+")
_LINK = pattern(r"(?:https?://|mailto:|www\.)\S+")
_AMOUNT = pattern(r"[1-9]\d{0,2}(?:([ .\u2011/-])\d{3})(?:\1\d{3})*")
"""A number in groups of three, which is a phone's only with another sign."""
_NAME = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
_ADDRESS = pattern(rf"\d{{1,4}}[a-z]? {_NAME}(?: {_NAME})+|\d{{4,5}} {_NAME}|{_NAME} \d{{5}}")
"""With the number of a house, or of a post office."""
_LEAST_DIGITS = 7
_EDGES = " ,;:|()[]<>\u2013\u2014-"
_Span = tuple[int, int]


def part_open_fields(draft: Draft) -> None:
    """Take contact data out of the name, the headline and the links of a profile.

    They go to fields of their own, or to a private page where those have another value.
    """
    profile = draft.profile
    for field in _OPEN:
        if not isinstance(said := profile.get(field), str) or isinstance(said, Copied):
            continue
        rest, found = _parted(said)
        if not found:
            continue
        if rest:
            profile[field] = rest
        else:
            del profile[field]
        for part in found:
            _place(draft, part)
    if "name" not in profile:
        profile["name"] = Copied(NAMELESS)
    _part_links(draft)
    draft.profile = {key: profile[key] for key in shape(Profile) if key in profile}


def _part_links(draft: Draft) -> None:
    profile = draft.profile
    kept = []
    for link in profile.get("links", ()):
        label, url = str(link["label"]), str(link["url"])
        scheme, _, address = url.partition(":")
        if scheme.lower() == "mailto":
            profile.setdefault("email", Copied(address.partition("?")[0]))
        elif not any(_reaches(draft, text) for text in (label, url)):
            kept.append(link)
            continue
        is_told = isinstance(link["label"], Copied)
        draft.keep_line("Contact", f"- {url}" if is_told else f"- {label}: {url}")
    if kept:
        profile["links"] = kept
    else:
        profile.pop("links", None)


def _reaches(draft: Draft, text: str) -> bool:
    """Return whether a text has the phone or the e-mail address of the profile."""
    phone, email = (str(draft.profile.get(field, "")) for field in ("phone", "email"))
    return bool(number_in(text, phone)) or bool(email and has_email(text, email))


def _place(draft: Draft, part: str) -> None:
    """Put a part into the field that it fills, else on the private page."""
    profile = draft.profile
    fields = {
        "email": EMAIL.search(part),
        "phone": next((m for m in PHONE.finditer(part) if _is_phone(m[0])), None),
        "location": PLACE.fullmatch(part),
    }
    whole = next((name for name, m in fields.items() if m and m[0] == part), "")
    if whole and whole not in profile:
        profile[whole] = part
        return
    if whole and profile[whole] == part:
        draft.read_as(part, whole)  # once more
        return
    for name, match in fields.items():
        if match and name != "location":
            profile.setdefault(name, Copied(match[0]))
    draft.keep_line("Contact", f"- {part}")


def _parted(said: str) -> tuple[str, list[str]]:
    """Return what a person is called or does, and the parts of that which reach the person."""
    spans = _spans(said)
    held = _signs_of(spans, len(said))
    pieces: list[tuple[str, _Span]] = []
    start, before = 0, ""
    for mark in _APART.finditer(said):
        if not any(held[mark.start() : mark.end()]):
            pieces.append((before, (start, mark.start())))
            start, before = mark.end(), mark[0]
    pieces.append((before, (start, len(said))))
    rest, found = "", []
    for mark_before, (start, end) in pieces:
        part = said[start:end].strip()
        if _ADDRESS.fullmatch(part) or any(held[start:end]):
            found.append(part)
        elif part:
            rest += mark_before + part if rest else part
    if rest or not found:
        return rest, found
    # Nothing sets them apart: what stands around them is what is said.
    left, last = [], 0
    for first, end in spans:
        left.append(said[last:first].strip(_EDGES))
        last = end
    left.append(said[last:].strip(_EDGES))
    if not spans:
        return "", found
    return " ".join(filter(None, left)), [said[first:end] for first, end in spans]


def _spans(said: str) -> list[_Span]:
    """Return where a text has what reaches a person, and days, in order; no two overlap."""
    found = [m.span() for m in _LINK.finditer(said)]
    found += [m.span() for m in EMAIL.finditer(said)]
    found += find_days(said)
    found += [m.span() for m in PHONE.finditer(said) if _is_phone(m[0])]
    found += _places(said)
    held = bytearray(len(said))
    spans = []
    for start, end in found:
        if not any(held[start:end]):
            held[start:end] = b"\x01" * (end - start)
            spans.append((start, end))
    return sorted(spans)


def _signs_of(spans: Iterable[_Span], length: int) -> bytearray:
    """Return for each sign of a text whether it is in a span."""
    held = bytearray(length)
    for start, end in spans:
        held[start:end] = b"\x01" * (end - start)
    return held


def _places(said: str) -> Iterator[_Span]:
    """Yield what is set apart behind something else and has a comma, as towns are told."""
    marks = [m for m in _APART.finditer(said) if not m[0].strip().startswith(",")]
    ends = [*(m.start() for m in marks[1:]), len(said)]
    for mark, end in zip(marks, ends, strict=False):
        part = said[mark.end() : end]
        if PLACE.fullmatch(part) and not is_title(part):
            yield mark.end(), end


def _is_phone(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    is_other = _AMOUNT.fullmatch(text) or find_span(text) or find_days(text)
    return digits >= _LEAST_DIGITS and not is_other
