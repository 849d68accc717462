"""How a résumé begins: the name, what stands below it, and how to reach the person."""

from __future__ import annotations

import re

from dossier.importing.contact import read_contact, says_where
from dossier.importing.draft import Draft, Values
from dossier.importing.outline import Heading
from dossier.importing.tables import without_lines
from dossier.importing.values import plain_line
from dossier.importing.words import Copied
from dossier.plain.patterns import pattern

_KIND = pattern(
    r"^(?:cv|curriculum vitae|r[eé]sum[eé]|lebenslauf)(?:\s+of)?\s*[:|\u2014\u2013-]?\s+"
    r"|\s*[:|(,\u2014\u2013-]\s*(?:cv|curriculum vitae|r[eé]sum[eé]|lebenslauf)\)?$",
    re.IGNORECASE,
)
"""What a title says beside the name."""
_LINE = pattern(r"(?!.*\d{4})[^\W\d_][^@:|<>#*_]*[^\s.!?:|@]")
"""What one is in a few words: no sentence, nothing with a label."""
_PLACE = pattern(r"[A-Z\u00c0-\u00de][\w.'\u2019-]+(?:[ ,]+[A-Z\u00c0-\u00de][\w.'\u2019-]+){0,3}")
_SENTENCES = pattern(r"(?s)(?:[^\W_]\S*\s+){5,}\S+[.!]")
"""A text of one's own, without a heading: six words and a full stop at least."""
_MOST = 10
"""How many words say what one is."""
_NAME = pattern(r"[^\W\d_][^\d@|:/]{1,60}")


def read_beginning(draft: Draft, heading: Heading, text: str) -> None:
    """Read the name, the line below it and how to reach the person."""
    profile = draft.profile
    if heading.title and "name" in profile:
        draft.keep(heading.title, read_contact(draft, text))
        draft.keep_title(heading.title)
        return
    if heading.title:
        title = heading.title
        if kind := _KIND.search(title):
            draft.read_as(kind[0], "a résumé")
            title = _KIND.sub("", title, count=1)
        name, _, rest = title.partition(" \u2014 ")
        profile["name"] = _as_said(plain_line(name) or name)
        if rest:
            profile["headline"] = rest
    elif "name" not in profile:
        text = _name_of_line(profile, text)
    left = _what_one_is(draft, read_contact(draft, text))
    # Sentences below a name are what other résumés head with it.
    paragraphs = re.split(r"\n\s*\n", left.strip())
    said = [each for each in paragraphs if _SENTENCES.fullmatch(each.strip())]
    draft.keep(Copied("Beginning"), "\n\n".join(each for each in paragraphs if each not in said))
    draft.keep(Copied("Summary"), "\n\n".join(said))


def _as_said(name: str) -> str:
    """Return a name that is set in capitals as it is written elsewhere."""
    return name.title() if name.isupper() and " " in name else name


def _what_one_is(draft: Draft, text: str) -> str:
    """Take the short line right below a name as what the person is, and where, if it says so."""
    lines = text.split("\n")
    number = next((n for n, line in enumerate(lines) if line.strip()), None)
    if number is None or "headline" in draft.profile or "".join(lines[number + 1 : number + 2]):
        return text
    line = plain_line(lines[number].strip()) or ""
    said, _, place = (part.strip() for part in line.partition(" | "))
    has_room = not place or ("location" not in draft.profile and _PLACE.fullmatch(place))
    is_line = _LINE.fullmatch(said) and not says_where(draft, said)
    if not has_room or not is_line or len(said.split()) > _MOST:
        return text
    draft.profile["headline"] = said
    if place:
        draft.profile["location"] = place
    return without_lines(text, {number})


def _name_of_line(profile: Values, text: str) -> str:
    """Take a name from the first line of a text without headings."""
    lines = text.split("\n")
    number = next((n for n, line in enumerate(lines) if line.strip()), None)
    line = plain_line(lines[number]) if number is not None else None
    name = line.partition(" \u2014 ")[0] if line else ""
    if number is None or not line or not _NAME.fullmatch(name) or len(name.split()) > 5:  # noqa: PLR2004
        return text
    profile["name"] = _as_said(name)
    if headline := line.partition(" \u2014 ")[2]:
        profile["headline"] = headline
    return without_lines(text, {number})
