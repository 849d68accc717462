"""Which part of a job's head is its title, employer and place, by the heads of the jobs beside it.

No list holds every title, but the jobs of one résumé are written alike: where some say by their
words which part is what, the others have the same order. What no words tell is a guess, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from dossier.importing.jobs import PLACE, Head, read_parts, with_size, without_size
from dossier.importing.studies import SCHOOL
from dossier.importing.titles import is_title
from dossier.importing.words import words
from dossier.plain.frozen import frozen
from dossier.plain.legal_forms import legal_forms, without_legal_form
from dossier.plain.patterns import pattern

_COMMA = pattern(r",\s+(?![^()]*\))")
_AT = pattern(r"(.+?)\s+(?:at|chez|bei|beim|presso|hos|bij)\s+((?:the\s+)?[^\W\da-z_].*)")
"""A title, and where."""
_ORDERS = (
    ("title", "employer", "location"),
    ("title", "employer"),
    ("employer", "title", "location"),
    ("employer", "location", "title"),
    ("employer", "title"),
    ("title", "location", "employer"),
)
_MOST = 6
"""How many parts a head has that can be told apart."""
_GENDERS = pattern(r"\((?:[mwfdxh]/)+[mwfdxh]\)", re.IGNORECASE)
_ORGANISATION = pattern(
    r"\b(?:hotels?|hôtel|hospitals?|hôpital|klinik\w*|clini\w*|hospiz|hospice|restaurants?|ristorante"
    r"|group|gruppe|groupe|grupo|bank|trust|museum|musée|museo|theatre|theater|théâtre|teatro|council"
    r"|services?|bros|brothers|brasserie|café|caffè|bakery|bakehouse|bäckerei|boulangerie|panadería"
    r"|maison|casa|haus|kitchens?|studios?|labs?|agency|ministry|ministerium|praxis|practice"
    r"|surgery|werke?|werkstatt|stadtwerke|landratsamt|stadt|library|bibliothek|foundation|stiftung"
    r"|partners|associates|solutions|systems|logistics|airlines?|railways?|nhs"
    r"|& (?:co|sons?|söhne))\b",
    re.IGNORECASE,
)
"""What employers are called; it only weighs, and nothing has to be in it."""
_UNIT = pattern(
    r"^(?:M/[VSFTY]|[SR]/[SYV]|M[VT]|HMS|USS)\s+\S"
    r"|\b(?i:vessels?|ships?|tankers?|ferry|ferries|ward|unit|team)\b"
)
"""What one works on or in, of which the employer may be told behind it."""
_PLACE = pattern(
    r"^(?:New|San(?:ta)?|Los|Las|Saint|St\.?|Sankt|Bad|Le|La|El|Cape|Port|North|South|East|West|Great"
    r"|Rio|S\u00e3o|Hong|Tel|Abu|Kuala|Buenos|Mexico|Milton)\s|\b(?:Kingdom|States|City|Republic)$"
)
"""How names of places with several words begin or end."""
_SURE = 1.5
"""How much better than the next reading one has to be that nobody has to look at."""


@frozen
class Reading:
    """What the parts of a head are."""

    values: Mapping[str, str]
    is_sure: bool
    other: Reading | None = None
    """The next likeliest."""
    may_swap: bool = False
    """Whether its place may be the employer; its title is sure then."""

    def __str__(self) -> str:
        where = f" ({self.values['location']})" if "location" in self.values else ""
        return f"{self.values['title']} \u00b7 {self.values['employer']}{where}"


@frozen
class _Head:
    """The parts of a head between strong marks, each parted at commas."""

    parts: list[tuple[str, ...]]
    is_told: bool
    """Whether its words say that the title stands first: `Luthier at Strad & Sons`."""


@frozen
class _Known:
    """What the other heads and the profile say."""

    titles: frozenset[str] = frozenset()
    """Words of titles."""
    employers: frozenset[str] = frozenset()
    """Whole names, folded."""
    places: frozenset[str] = frozenset()
    firsts: float = 0.0
    """How much more often the title stands first than the employer: from -1 to 1."""


def read_orders(heads: Sequence[list[str]], places: Iterable[str] = ()) -> list[Reading | None]:
    """Return how the heads of one section read, each held against the others.

    None for one of another form. `places` are known to be such.
    """
    parts = list(map(_head, heads))
    known = [_Known(places=frozenset(map(str.casefold, places)))] * len(parts)
    found: list[Reading | None] = []
    for _ in range(2):
        found = [_best(*each) for each in zip(parts, known, strict=True)]
        known = [_of_others(found, n, known[n]) for n in range(len(parts))]
    best = [_best(*each) for each in zip(parts, known, strict=True)]
    homes = frozenset(map(str.casefold, places))
    return [_doubted(each, homes) if each else None for each in best]


def _doubted(reading: Reading, homes: frozenset[str]) -> Reading:
    """Return a reading as a guess where its place may be who employs: `Mate, M/V Ada, Bree Lines`.

    Only after the heads were held against each other: a doubt changes no other head's reading.
    """
    values = reading.values
    employer, place = values["employer"], values.get("location", "")
    is_told = PLACE.fullmatch(place) or _PLACE.search(place) or place.casefold() in homes
    is_name, is_unit = len(place.split()) > 1, bool(_UNIT.search(employer))
    is_clear = reading.is_sure or (is_unit and is_title(values["title"]))
    if list(values) != list(_ORDERS[0]) or is_told or not is_clear:
        return reading
    if is_employer(employer) or not (is_name or is_unit):
        return reading
    other = {"title": values["title"], "employer": place, "location": employer}
    ways = [other, values] if is_name and is_unit else [values, other]
    first, second = (Reading(way, is_sure=False, may_swap=True) for way in ways)
    return replace(first, other=second)


def _head(lines: list[str]) -> _Head:
    found = read_parts(without_size(lines)[0])[0]
    if found and (at := _AT.fullmatch(found[0])):
        return _Head([(at[1],), *map(_commas, (at[2], *found[1:]))], is_told=True)
    return _Head(list(map(_commas, found)), is_told=False)


def _commas(segment: str) -> tuple[str, ...]:
    parts: list[str] = []
    for part in _COMMA.split(segment):
        if parts and part.casefold().replace(".", "") in legal_forms():
            parts[-1] += f", {part}"
        else:
            parts.append(part.strip())
    return tuple(parts)


def _best(head: _Head, known: _Known) -> Reading | None:
    """Return the likeliest reading of a head."""
    ranked = sorted(_readings(head.parts, known), key=lambda pair: -pair[0])
    if head.is_told:
        ranked = [(s, v) for s, v in ranked if next(iter(v.values())) == v["title"]]
    if not ranked:
        return None
    score, values = ranked[0]
    others = ((s, v) for s, v in ranked[1:] if _named(v) != _named(values))
    behind, other = next(others, (score - _SURE, None))
    return Reading(
        values, score - behind >= _SURE, Reading(other, is_sure=False) if other else None
    )


def _named(values: Mapping[str, str]) -> tuple[str, str]:
    return values["title"], values["employer"]


def _readings(
    parts: list[tuple[str, ...]], known: _Known
) -> Iterator[tuple[float, Mapping[str, str]]]:
    """Yield each way to give the parts of a head to fields in a known order, with its weight."""
    cells = [cell for segment in parts for cell in segment]
    ends = {sum(map(len, parts[: n + 1])) for n in range(len(parts) - 1)}
    if not 1 < len(cells) <= _MOST:
        return
    for order in _ORDERS:
        for cut in combinations(range(1, len(cells)), len(order) - 1):
            if not ends <= set(cut):
                continue
            bounds = (0, *cut, len(cells))
            blocks = {name: tuple(cells[bounds[n] : bounds[n + 1]]) for n, name in enumerate(order)}
            values = {name: ", ".join(block) for name, block in blocks.items()}
            weight = _weight(blocks, known, is_first=order[0] == "title")
            # Behind an employer a title stands apart, where anything does.
            is_joined = order[:2] == ("employer", "title") and ends and cut[0] not in ends
            yield weight - 1.5 * bool(is_joined), values


def _weight(blocks: Mapping[str, tuple[str, ...]], known: _Known, *, is_first: bool) -> float:
    title, employer = blocks["title"], blocks["employer"]
    place = blocks.get("location", ())
    weight = 0.25 + 3 * known.firsts if is_first else -3 * known.firsts
    # A place stands behind an employer.
    names = list(blocks)
    weight -= 2.0 if names[1:] == ["location", "employer"] else 0.0
    weight += sum(_as_title(part, known) for part in title) - 1.0 * (len(title) - 1)
    weight += sum(_as_employer(part, known) for part in employer) - 1.5 * (len(employer) - 1)
    weight += _as_place(", ".join(place), known) if place else 0.0
    return weight


def _as_title(part: str, known: _Known) -> float:
    weight = 3.0 if is_title(part) or _GENDERS.search(part) else 0.0
    weight += 1.0 if part[:1].islower() else 0.0
    weight += 1.5 if known.titles.intersection(words(part)) else 0.0
    is_place = part.casefold() in known.places
    return weight - (3.0 if is_place else 2.0 if is_employer(part) else 0.0)


def _as_employer(part: str, known: _Known) -> float:
    weight = 2.0 if is_employer(part) else 0.0
    weight += 2.0 if part.casefold() in known.employers else 0.0
    weight -= 2.0 if is_title(part) else 0.0
    weight -= 1.5 if known.titles.intersection(words(part)) else 0.0
    return weight - (3.0 if part.casefold() in known.places else 0.0)


def _as_place(part: str, known: _Known) -> float:
    folded = part.casefold()
    if folded in known.places or folded.partition(",")[0] in known.places:
        return 3.0
    weight = 2.0 if PLACE.fullmatch(part) else 0.5
    weight -= 3.0 if is_title(part) else 0.0
    weight -= 2.0 if is_employer(part) else 0.0
    # `Elm Road Hospital, York`: what has a place behind it is no part of one.
    head, comma, _ = part.partition(", ")
    weight -= 4.0 if comma and is_employer(head) else 0.0
    weight -= 1.0 if "," in part and not PLACE.fullmatch(part) else 0.0
    return weight - (1.0 if re.search(r"\d", part) or part[:1].islower() else 0.0)


def is_employer(part: str) -> bool:
    """Return whether a part of a head is called as employers are."""
    is_named = _ORGANISATION.search(part) or SCHOOL.search(part)
    return bool(is_named) or without_legal_form(part) != part


def _of_others(found: Sequence[Reading | None], position: int, before: _Known) -> _Known:
    """Return what the heads beside one say."""
    others = [f for n, f in enumerate(found) if f is not None and n != position]
    firsts = [1 if next(iter(each.values)) == "title" else -1 for each in others if each.is_sure]
    titles = (word for each in others for word in words(each.values["title"]) if len(word) > 2)  # noqa: PLR2004 - `of`
    places = {each.values["location"].casefold() for each in others if "location" in each.values}
    return replace(
        before,
        titles=frozenset(titles),
        employers=frozenset(each.values["employer"].casefold() for each in others),
        places=before.places | places,
        firsts=sum(firsts) / len(firsts) if firsts else 0.0,
    )


def beside(
    found: Head | None, order: Reading | None, lines: list[str], employer: str
) -> Head | None:
    """Return what a head says of a job, if it is one, by its own words and by the heads beside it.

    `employer` is told above several titles. What has dates below a heading of jobs is a job.
    """
    bare, size = without_size(lines)
    parts, span, url = read_parts(bare)
    if employer:
        if span and len(parts) == 1 and (found is None or "title" not in found.values):
            told = Head({"title": parts[0], "employer": employer}, (parts[0],), span, url)
            return with_size(told, size)
        return found
    if order is None or not (span or found):
        return found
    is_plain = (
        found is not None
        and "title" in found.values
        and len(order.values) == len(found.values) - bool(size)
    )
    if is_plain and not (order.is_sure or order.may_swap):
        return found
    return with_size(Head(dict(order.values), tuple(order.values.values()), span, url), size)


def own_or_employed(own: Mapping[str, str], other: Reading | None) -> Reading:
    """Return a job on one's own account as a guess, with whom one may have worked for beside it."""
    named = {key: str(own[key]) for key in ("title", "employer", "location") if key in own}
    return Reading(named, is_sure=False, other=other)
