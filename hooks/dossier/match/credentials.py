"""Studies and certificates that answer what is asked for: by their kind first, then by words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dossier.match.alternatives import needed
from dossier.match.asks import stem_words, stems
from dossier.match.credential_kinds import (
    asks_membership,
    asks_study,
    is_membership,
    is_of_body,
    memberships,
    named_courses,
)
from dossier.match.spelled_credentials import spell_certificate, spell_study
from dossier.match.trade_credentials import asks_apprenticeship, is_of_trade
from dossier.model.profile import Certificate, Education, Profile, newest_first
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_DEGREE = pattern(
    r"\b(?:degree\b(?! of (?!arts|science|engineering|laws|philosophy|medicine))|bachelor|diploma"
    r"|(?:post-?|under)graduate"
    r"|master'?s\b|master (?:of|degree)|ph\.?\s?d\b|doctora(?:te|l)|apprenticeship|b\.?sc\b"
    r"|m\.?sc\b|mba\b|b\.?a\.? (?:in|or)\b|m\.?a\.? (?:in|or)\b|graduated?\b|university|college"
    r"|\w*studium|(?:schul|berufs|hochschul|studien)?abschluss|\w*ausbildung|gesellenbrief"
    r"|meisterbrief|staatsexamen|berufslehre)",
    re.IGNORECASE,
)
_DIPLOMA = pattern(r"(?i)\bdiploma\b(?!.*\bdegree\b)(?<!degree or diploma)")
"""What has one subject, as a degree has not: *a degree in a numerate subject*."""
_HIGHER = pattern(
    r"(?i)\bmaster(?!\s+crafts)|\bm\.?\s?(?:sc|a|eng|phil|ed|res)\b|\bmba\b|\bph\.?\s?d\b|\bdoctor"
    r"|\bpost-?graduate|\bdiplom\b|\bmagister\b"
)
"""What a degree above a bachelor's is called."""
_EITHER = pattern(r"(?i)[,;/]|\b(?:or|oder)\b")
_FIRST = pattern(r"(?i)\bbachelor|\bb\.?\s?(?:sc|a|eng)\b|\bapprentice")
_CREDENTIAL = pattern(
    r"certificat|certified|licen[cs]|registration|registered|qualifi|diploma|\bpermit|chartered"
    r"|accredit|zertifi|schein\b|lizenz|fahrerlaubnis|nachweis|sachkunde|prüfung|approbation"
    r"|brief\b|befähigung",
    re.IGNORECASE,
)
_EXPERIENCE = pattern(r"\b(?:experience|track record|erfahrung)\b", re.IGNORECASE)
_OTHERWISE = pattern(r"(?i),? \b(?:or|oder)\b (?:an? )?(?:equivalent|comparable|similar)\b.*")
"""What would do in place of a credential."""
_GENERIC = stems(
    "must have appropriate professional UK certificate certified certification license licence"
    " licensed registration registered permit member membership current full relevant related"
    " qualification qualified diploma category class level grade valid comparable completed"
    " equivalent recognised Zertifikat Lizenz Nachweis Prüfung Klasse Kategorie Stufe gültig"
    " vergleichbar abgeschlossen Qualifikation"
)
"""What credentials of all kinds are called."""
_SUBJECT = stems(
    "subject field discipline area degree university college bachelor master honours postgraduate"
    " undergraduate higher national diploma"
)
"""What is said of a degree in any subject."""
_DRIVING = pattern(
    r"driv(?:ing|er'?s?|ers'?) licen[cs]es?|führerscheins?(?:klasse)?|fahrerlaubnis", re.IGNORECASE
)
_MOST = 2
"""How many studies or certificates stand beside what is asked."""
Held = TypeVar("Held", Education, Certificate)


@frozen
class Credential:
    """A study or a certificate that answers what is asked for by its kind."""

    text: str
    is_exact: bool = False
    """Whether what is asked for names it, and nothing more."""
    is_guess: bool = False
    """Whether it is a degree below the one that is asked for."""


def may_answer(item: str, field: str) -> bool:
    """Return whether a line of that field may answer: a certificate is no job, and no skill."""
    if asks_apprenticeship(item) and field not in ("education", "certificates"):
        return False
    is_one = _DRIVING.search(item) or _CREDENTIAL.search(item) or asks_membership(item)
    return not (is_one and field in ("jobs", "highlights", "skills", "awards"))


def asks_credential(item: str) -> bool:
    """Return whether a licence or a certificate is asked for, and not experience with such."""
    item = _OTHERWISE.sub("", item)
    is_one = _DRIVING.search(item) or _CREDENTIAL.search(item) or asks_membership(item)
    return bool(is_one) and not _EXPERIENCE.search(item)


def studies(item: str, profile: Profile) -> Iterator[Credential]:
    """Yield the studies that answer, at most two."""
    newest = newest_first(profile.education)
    is_lower = False
    if asks_apprenticeship(item) and any(is_of_trade(held.name) for held in profile.certificates):
        chosen = [s for s in newest if is_of_trade(s.degree or s.field or "")]
    elif _DEGREE.search(item) and not _is_of_certificate(item, profile):
        # What names the field that is asked for comes first, then the newest.
        chosen = sorted(newest, key=lambda s: not stems(item) & stems(s.field or ""))
        if _asks_higher(item):
            is_lower = not any(_HIGHER.search(s.degree or "") for s in chosen)
            chosen = [s for s in chosen if is_lower or _HIGHER.search(s.degree or "")]
    elif any(_certificates(item, profile)) and not _is_study_first(item, profile):
        chosen = []  # A certificate by that name is surer than a study that has a word of it.
    else:
        chosen = _alike(item, newest, _name_of_study)
    for study in chosen[:_MOST]:
        name = _name_of_study(study)
        is_exact = not is_lower and _is_exact(item, name, _SUBJECT)
        yield Credential(spell_study(study), is_exact, is_guess=is_lower or _is_other(item, name))


def certificates(item: str, profile: Profile) -> Iterator[Credential]:
    """Yield the certificates that answer, at most two."""
    return iter(() if _is_study_first(item, profile) else _certificates(item, profile)[:_MOST])


def _certificates(item: str, profile: Profile) -> list[Credential]:
    by_name = {held.name: held for held in profile.certificates}
    if asks_apprenticeship(item):
        return [Credential(spell_certificate(by_name[n])) for n in by_name if is_of_trade(n)]
    if asks_membership(item):
        found, is_named = memberships(item, list(by_name))
        return [Credential(spell_certificate(by_name[name]), is_named) for name in found]
    asked = stems(item)
    whole = [held for held in profile.certificates if asked and stems(held.name) <= asked]
    lines = {spell_certificate(held): held for held in profile.certificates}
    by_house = [lines[line] for line in named_courses(item, list(lines))]
    learned = [held for held in profile.certificates if not is_membership(held.name)]
    of_body = [h for n, h in by_name.items() if asks_credential(item) and is_of_body(item, n)]
    alike = _alike(item, learned, lambda held: held.name)
    sure = [*whole, *by_house, *of_body]
    return [
        Credential(spell_certificate(held), held in sure or _is_exact(item, held.name))
        for held in dict.fromkeys([*whole, *by_house, *(alike or of_body)])
    ]


def _is_other(item: str, name: str) -> bool:
    """Return whether a diploma is asked for that is of another subject by all of its words."""
    asked = _kinds(_OTHERWISE.sub("", item)) - _SUBJECT
    return bool(_DIPLOMA.search(item)) and bool(asked) and asked.isdisjoint(_kinds(name))


def _name_of_study(study: Education) -> str:
    return f"{study.degree or ''} {study.field or ''}"


def _is_study_first(item: str, profile: Profile) -> bool:
    """Return whether a qualification is asked for that a study says as much of as a certificate."""
    is_degree = _DEGREE.search(item) and not _CREDENTIAL.search(_DEGREE.sub(" ", item))
    if not (asks_study(item) or is_degree):
        return False
    certified, studied = _most_shared(item, profile)
    return 0 < certified <= studied


def _is_of_certificate(item: str, profile: Profile) -> bool:
    """Return whether a certificate says more of the diploma that is asked for than any study."""
    certified, studied = _most_shared(item, profile)
    return bool(_DIPLOMA.search(item)) and certified > studied


def _most_shared(item: str, profile: Profile) -> tuple[int, int]:
    """Return how many words of what is asked a certificate says at most, and how many a study."""
    learned = [held.name for held in profile.certificates if not is_membership(held.name)]
    studied = map(_name_of_study, profile.education)
    certified = max((_shared(item, name) for name in learned), default=0)
    return certified, max((_shared(item, name) for name in studied), default=0)


def _asks_higher(item: str) -> bool:
    """Return whether no first degree is enough: *a degree or a postgraduate diploma* is either."""
    ways = [way for way in _EITHER.split(item) if _DEGREE.search(way)]
    return all(_HIGHER.search(way) and not _FIRST.search(way) for way in ways)


def _alike(item: str, held: Iterable[Held], name: Callable[[Held], str]) -> list[Held]:
    """Return what is held of the kind that is asked for, in most of its words."""
    if not _CREDENTIAL.search(item):
        return []
    shared = [(_shared(item, name(each)), _called(item, name(each)), each) for each in held]
    most = max((found[:2] for found in shared), default=(0, 0))
    return [each for *found, each in shared if most[0] and tuple(found) == most]


def _called(item: str, name: str) -> int:
    """Return how much a credential is called what is asked for: a registration, a licence."""
    return len(stems(item) & stems(name) & _GENERIC)


def _shared(item: str, name: str) -> int:
    return len(_kinds(item) & _kinds(name))


def _is_exact(item: str, name: str, generic: frozenset[str] = frozenset()) -> bool:
    """Return whether a credential is by its name all that is asked for, or one way of several."""
    bare, said = _OTHERWISE.sub("", item), _kinds(name)
    asked = _kinds(" ".join(needed(bare, stem_words(_as_one(bare)), set(said)).values()))
    return bool(asked - generic) and asked - generic <= said


def _kinds(text: str) -> frozenset[str]:
    """Return the words of a text that tell one credential from another."""
    said = stems(_as_one(text)) - _GENERIC
    return frozenset(word for word in said if len(word) > 1)


def _as_one(text: str) -> str:
    return _DRIVING.sub("drivinglicence", text)
