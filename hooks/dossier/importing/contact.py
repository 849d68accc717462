"""The lines below a name: how to reach the person, where, and in a line what the person is."""

from __future__ import annotations

import re
from collections import Counter

from dossier.importing.credentials import take_held, without_goods
from dossier.importing.draft import Draft
from dossier.importing.other_parts import take_registration
from dossier.importing.tables import without_lines
from dossier.importing.titles import is_title
from dossier.importing.values import find_link, plain_line
from dossier.importing.words import Copied, words
from dossier.plain.patterns import pattern

_APART = pattern(r"\s*[|\u00b7\u2022\u2502\t]\s*|\s{3,}|\s+[\u2013\u2014]\s+|\s*;\s*")
EMAIL = pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = pattern(r"\+?\(?\d[\d\s().\u2011/-]{6,20}\d")
_SITE = pattern(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[\w./%~#?=&-]*)?")
_NAME = r"[A-Z\u00c0-\u00de][\w.'\u2019-]*"
PLACE = pattern(rf"{_NAME}(?: (?:de |of |la )?{_NAME})*(?:, {_NAME}(?: (?:of )?{_NAME})*){{1,2}}")
_TOWN = pattern(rf"{_NAME}(?: {_NAME}){{0,2}}")
_LABEL = pattern(
    r"^(?:[-*+]\s+)?(?:[^\w\s(+\[<]+\s*)?(?:\*\*|__)?"
    r"(?P<label>(?:full )?name|e-?mail|mail|phone|tel|telephone|mobile|cell|location|address"
    r"|based in|city|relocation|willing to relocate|web|website|site|portfolio|blog|homepage"
    r"|linkedin|github|gitlab|twitter|x|mastodon|stack overflow|google scholar|orcid)"
    r"(?:\*\*|__)?\s*:\s*(?:\*\*|__)?\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_HEADLINE = pattern(r"[^\W\d_]+(?: [^\W\d_]+){1,7}")
_SCHOOL = pattern(r"universi|department|school|institut|college|faculty", re.IGNORECASE)
_PLACES = frozenset({"location", "based in", "city", "address"})
_MOVING = frozenset({"relocation", "willing to relocate"})
_MOVES = pattern(r"(?:open|willing|happy|ready|able) to (?:relocat\w+|move)\b.*", re.IGNORECASE)
"""What says that somebody would live elsewhere."""
_LONGEST = 120


def read_contact(draft: Draft, text: str) -> str:
    """Take how to reach a person out of lines, and return the lines that are left."""
    lines = text.split("\n")
    taken: set[int] = set()
    for number, line in enumerate(lines):
        if not line.strip() or len(line) > 300:  # noqa: PLR2004 - a paragraph
            continue
        parts = _cells(line) or _parts(line.strip(" \\"))
        parts = [each for part in parts for each in without_goods(part.strip(" ,"))]
        told = [part.strip(" ,") for part in parts]
        rest = [p for p in told if len(parts) == 1 or not take_held(draft, p)]
        rest = [p for p in rest if not (_take(draft, p) or take_registration(draft, p))]
        if len(rest) == 1 and len(parts) > 1 and "location" in draft.profile:
            rest = [part for part in rest if not _take_headline(draft, part)]
        elif len(rest) == 1 and len(parts) > 1 and _TOWN.fullmatch(rest[0]):
            # Behind how to reach somebody, or what one is, stands where.
            is_behind = rest == told[-1:] or "headline" in draft.profile
            rest = [p for p in rest if not (is_behind and _set(draft, "location", p, ""))]
        if not rest:
            taken.add(number)
        elif len(rest) < len(parts):
            lines[number] = " | ".join(rest)
    return without_lines("\n".join(lines), taken)


def read_relocation(draft: Draft, text: str) -> str:
    """Take whether one would move, where it is one line. Returns what is left."""
    line = plain_line(" ".join(text.split()).removeprefix("- "))
    is_line = line and len(line) <= _LONGEST and "relocation" not in draft.profile
    if not is_line:
        return text
    draft.profile["relocation"] = line
    return ""


def says_where(draft: Draft, text: str) -> bool:
    """Return whether a text is the place that a profile has, or the town of it."""
    place = str(draft.profile.get("location", "")).casefold()
    return bool(place) and text.casefold() in (place, place.partition(",")[0])


def _parts(line: str) -> list[str]:
    """Return what stands apart in a line; between commas, where an address is among it."""
    parts = [part for part in _APART.split(line) if words(part)]
    listed = line.split(", ") if len(parts) == 1 else []
    return listed if any(map(EMAIL.fullmatch, listed)) else parts


def _cells(line: str) -> list[str]:
    """Return a row of a table with a label and a value as one part."""
    if not line.startswith("|"):
        return []
    cells = [cell.strip() for cell in line.strip(" |").split("|")]
    is_pair = len(cells) == 2 and all(map(words, cells))  # noqa: PLR2004 - label and value
    return [f"{cells[0].strip('*_: ')}: {cells[1]}"] if is_pair else []


def _take(draft: Draft, part: str) -> bool:
    """Put one part of a line into its field. Returns False if it has none."""
    profile = draft.profile
    labelled = _LABEL.match(part)
    label = labelled["label"] if labelled else ""
    value = (labelled["value"] if labelled else part).strip("*_ ")
    plain = value.strip("<>` ")
    plain = re.sub(r"^[^\w+(\[]+", "", plain)
    address = plain.removeprefix("mailto:")
    link = find_link(value)
    email = _email_of(value, address)
    if email or label.casefold().endswith("name"):
        return _set(draft, "email" if email else "name", email or plain, label)
    if link:
        return _add_link(draft, label, value, link)
    if _SITE.fullmatch(plain) and (label or "/" in plain or plain.startswith("www.")):
        # Said without its scheme, as people do.
        url = Copied(f"https://{plain}")
        draft.profile.setdefault("links", []).append({"label": plain, "url": url})
        draft.read_as(label, "a link")
        return True
    if PHONE.fullmatch(plain):
        return _set(draft, "phone", plain, label)
    if "email" not in profile and (found := EMAIL.search(plain)):
        profile["email"] = Copied(found[0])  # the sentence around it stays
    is_place = not (label or is_title(plain) or _SCHOOL.search(plain)) and PLACE.fullmatch(plain)
    is_moving = label.casefold() in _MOVING or _MOVES.fullmatch(plain)
    if is_moving or label.casefold() in _PLACES or is_place:
        name = "relocation" if is_moving else "location"
        return label.casefold() != "address" and _set(draft, name, plain, label)
    is_line = not label and is_title(part) and "@" not in part and len(part.split()) <= 12  # noqa: PLR2004 - a title
    headline = plain_line(part) if is_line and not part.endswith(".") else None
    return (
        bool(headline) and "headline" not in profile and _set(draft, "headline", headline or "", "")
    )


def _take_headline(draft: Draft, part: str) -> bool:
    """Take what alone stands beside a place, or how to reach a person, as what the person is."""
    is_line = part[:1].isupper() and _HEADLINE.fullmatch(part) and not PLACE.fullmatch(part)
    return bool(is_line) and not says_where(draft, part) and _set(draft, "headline", part, "")


def _email_of(value: str, address: str) -> str | None:
    """Return the email address that a part of a line is."""
    if EMAIL.fullmatch(address):
        return address
    found = re.fullmatch(r"\[([^\]]*)\]\(mailto:([^)\s]+)\)", value.strip())
    return found[2] if found and found[1] in (found[2], "") else None


def _set(draft: Draft, name: str, value: str, label: str) -> bool:
    if name in draft.profile:
        return False
    draft.profile[name] = value
    draft.read_as(label, name)
    return True


def _add_link(draft: Draft, label: str, value: str, link: tuple[str, str]) -> bool:
    """Add a link with what it is called; its host, if nothing says so."""
    address, said = link
    if address.startswith("mailto:"):
        return False
    host = address.partition("://")[2].partition("/")[0].removeprefix("www.")
    name = said or label or Copied(host)
    given = Counter(words(f"{label} {value}"))
    if said and label:
        draft.read_as(label, "a link")
        given -= Counter(words(label))
    if given - Counter(words(f"{'' if isinstance(name, Copied) else name} {address}")):
        return False
    draft.profile.setdefault("links", []).append({"label": name, "url": address})
    return True
