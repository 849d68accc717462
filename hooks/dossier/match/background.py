"""What is asked of a life, a degree, a licence, years, languages, to what the profile says of it.

As candidates: whether a degree or ten years of work answer what is asked is the author's to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field as field_of
from datetime import date
from typing import TypeVar

from dossier.match.asks import spaced, stems
from dossier.match.spelled_credentials import spell_award, spell_certificate, spell_study
from dossier.match.trade_credentials import asks_apprenticeship, asks_prize, is_of_trade
from dossier.match.years_of_work import spell_job, years_of_each, years_of_work
from dossier.model.profile import (
    Certificate,
    Education,
    Employment,
    Profile,
    SpokenLanguage,
    newest_first,
)
from dossier.plain.folding import fold, holds
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
_HIGHER = pattern(
    r"(?i)\bmaster(?!\s+crafts)|\bm\.?\s?(?:sc|a|eng|phil|ed|res)\b|\bmba\b|\bph\.?\s?d\b|\bdoctor"
    r"|\bpost-?graduate|\bdiplom\b|\bmagister\b"
)
"""What a degree above a bachelor's is called."""
_EITHER = pattern(r"(?i)[,;/]|\b(?:or|oder)\b")
_FIRST = pattern(r"(?i)\bbachelor|\bb\.?\s?(?:sc|a|eng)\b|\bapprentice")
_LANGUAGES = pattern(
    r"\b(?:foreign|another|second|european|several|two|more) languages?\b", re.IGNORECASE
)
_SEVERAL = pattern(r"(?i)\b(?:two|several|more|european)\b")
_ASKED_IN = frozenset({"english", "englisch"})
"""The language that these are words of: it is no other one."""
_FIRST_LANGUAGE = pattern(r"(?i)\bnative|\bmother tongue|\bfirst language|muttersprach")
_CREDENTIAL = pattern(
    r"certificat|certified|licen[cs]|registration|registered|qualifi|diploma|\bpermit|chartered"
    r"|accredit|zertifi|schein\b|lizenz|fahrerlaubnis|nachweis|sachkunde|prüfung|approbation"
    r"|brief\b|befähigung",
    re.IGNORECASE,
)
_EXPERIENCE = pattern(r"\b(?:experience|track record|erfahrung)\b", re.IGNORECASE)
_GENERIC = stems(
    "must have appropriate professional UK certificate certified certification license licence"
    " licensed registration registered permit"
    " qualification qualified diploma category class level grade valid comparable completed"
    " equivalent recognised Zertifikat Lizenz Nachweis Prüfung Klasse Kategorie Stufe gültig"
    " vergleichbar abgeschlossen Qualifikation"
)
"""What credentials of all kinds are called."""
_DRIVING = pattern(
    r"driv(?:ing|er'?s?|ers'?) licen[cs]es?|führerscheins?(?:klasse)?|fahrerlaubnis", re.IGNORECASE
)
_LANGUAGE_NAMES = """
arabic arabisch chinese chinesisch czech tschechisch danish dänisch dutch niederländisch
english englisch finnish finnisch french französisch german deutsch greek griechisch
hungarian ungarisch italian italienisch japanese japanisch norwegian norwegisch polish polnisch
portuguese portugiesisch romanian rumänisch russian russisch spanish spanisch swedish schwedisch
turkish türkisch ukrainian ukrainisch
"""
_NAMES = _LANGUAGE_NAMES.split()
_IN_THE_OTHER = {
    **dict(zip(_NAMES[::2], _NAMES[1::2], strict=True)),
    **dict(zip(_NAMES[1::2], _NAMES[::2], strict=True)),
}
"""English and German names of languages, each to the other."""
_FOLLOWING = pattern(r"[ -]([^\W_]+)")
_SPEAKING = stems(
    "language languages speaker speakers speaking spoken written writing oral verbal communication"
    " communicator skills proficiency proficient fluency fluent level native mother tongue command"
    " grammar conversational basic business essential required mandatory necessary desirable"
    " preferred advantage bonus must should A2 B1 B2 C1 C2 Sprache Niveau fließend"
    " verhandlungssicher Wort erforderlich Vorteil"
)
"""What is said of a language behind its name."""
_SUITES = (
    (
        pattern(
            r"(?i)\b(?:(?:ms|microsoft)[ -]?office|(?:office|microsoft) 365"
            r"|office (?:suite|software|packages?|applications|programs?|programme))\b"
        ),
        "excel word powerpoint outlook",
    ),
    (pattern(r"(?i)\badobe (?:cc|creative|suite)"), "photoshop illustrator indesign premiere"),
    (pattern(r"(?i)\bgoogle workspace\b"), "docs sheets slides gmail"),
)
"""Names of several programs, and what they are called alone."""
_BRACKETS = pattern(r"(?<=\w)\s+\([^()]*\)$")
"""What one does with a skill: `Excel (rota, stock)`."""
_LISTED = pattern(r"[,;]\s+(?![^()]*\))")
"""What parts skills that stand in one entry: `QINSy, HYPACK`, and no `Excel (rota, stock)`."""
_MOST = 2
"""How many studies or certificates stand beside what is asked."""
_SHORT = 48
"""Under how many letters what a job was about stands beside its title."""


Held = TypeVar("Held", Education, Certificate)


@frozen
class ProfileFact:
    """A part of the profile that may answer what is asked."""

    field: str
    """The field it is in: `education`, `work`, `languages`, `certificates`, `skills`, `jobs`."""
    text: str
    share: float = field_of(default=1.0, compare=False)
    """How much of what is asked it says in its words: all, where it is asked for by its kind."""
    weight: float = field_of(default=0.0, compare=False)
    """How much these words weigh; nothing, where it is asked for by its kind."""
    is_guess: bool = field_of(default=False, compare=False)
    """Whether it is likely something else: no word is in common, or years were of other work."""


def is_language(name: str) -> bool:
    """Return whether a name is one of a language that many speak, in English or German."""
    return name.casefold() in _NAMES


def profile_facts(item: str, profile: Profile, today: date) -> tuple[ProfileFact, ...]:
    """Return what the profile says to what a posting asks of a life."""
    years = (
        ProfileFact("work", each.text, share=each.share, is_guess=each.is_guess)
        for each in years_of_work(item, profile.work, today)
    )
    others = (
        ("languages", _languages(item, profile)),
        ("certificates", _certificates(item, profile)),
        ("awards", map(spell_award, profile.awards if asks_prize(item) else ())),
        ("skills", _skills(item, profile)),
    )
    return (
        *_studies(item, profile),
        *years,
        *(ProfileFact(field, text) for field, texts in others for text in texts),
    )


def profile_lines(profile: Profile) -> Iterator[ProfileFact]:
    """Yield what the profile says of jobs, studies, certificates and skills, line by line."""
    for job in profile.work:
        yield _job_line(job)
        yield from (ProfileFact("highlights", text) for text in job.highlights)
    yield from (ProfileFact("education", spell_study(study)) for study in profile.education)
    yield from (ProfileFact("certificates", spell_certificate(c)) for c in profile.certificates)
    yield from (ProfileFact("awards", spell_award(given)) for given in profile.awards)
    yield from (ProfileFact("skills", skill) for skill in skill_names(profile))


def jobs_with_years(item: str, profile: Profile, today: date) -> dict[str, ProfileFact]:
    """Return the jobs with their years by their lines, where years are asked for."""
    every = years_of_each(item, profile.work, today)
    return {_job_line(job).text: ProfileFact("work", text) for job, text in every}


def _job_line(job: Employment) -> ProfileFact:
    # What the house is like, `one Michelin star`, stands there in a few words.
    of_house = f", {job.summary}" if len(job.summary or "") in range(1, _SHORT) else ""
    return ProfileFact("jobs", f"{spell_job(job)}{of_house}")


def skill_names(profile: Profile) -> Iterator[str]:
    """Yield the skills, of an entry that lists several each its own."""
    for entry in (entry for group in profile.skills for entry in group.skills):
        yield from filter(None, _LISTED.split(entry))


def spell_language(spoken: SpokenLanguage) -> str:
    """Say which language is spoken, and how well."""
    return f"{spoken.language} ({spoken.level})" if spoken.level else spoken.language


def may_answer(item: str, field: str) -> bool:
    """Return whether a line of that field may answer: a certificate is no job, and no skill."""
    if asks_apprenticeship(item) and field not in ("education", "certificates"):
        return False
    is_driving = _DRIVING.search(item) is not None
    is_other = field in ("jobs", "highlights", "skills", "awards")
    return not ((is_driving or _CREDENTIAL.search(item)) and is_other)


def asks_credential(item: str) -> bool:
    """Return whether a licence or a certificate is asked for, and not experience with such."""
    is_one = _DRIVING.search(item) or _CREDENTIAL.search(item)
    return bool(is_one) and not _EXPERIENCE.search(item)


def _studies(item: str, profile: Profile) -> Iterator[ProfileFact]:
    asked, is_lower = stems(item), False
    newest = newest_first(profile.education)
    if asks_apprenticeship(item) and any(is_of_trade(held.name) for held in profile.certificates):
        chosen = [s for s in newest if is_of_trade(s.degree or s.field or "")]
    elif _DEGREE.search(item):
        # What names the field that is asked for comes first, then the newest.
        chosen = sorted(newest, key=lambda s: not asked & stems(s.field or ""))
        if _asks_higher(item):
            is_lower = not any(_HIGHER.search(s.degree or "") for s in chosen)
            chosen = [s for s in chosen if is_lower or _HIGHER.search(s.degree or "")]
    elif any(_certificates(item, profile)):
        chosen = []  # A certificate by that name is surer than a study that has a word of it.
    else:
        chosen = _credentials(item, newest, lambda s: f"{s.degree or ''} {s.field or ''}")
    for study in chosen[:_MOST]:
        yield ProfileFact("education", spell_study(study), is_guess=is_lower)


def _asks_higher(item: str) -> bool:
    """Return whether no first degree is enough: *a degree or a postgraduate diploma* is either."""
    ways = [way for way in _EITHER.split(item) if _DEGREE.search(way)]
    return all(_HIGHER.search(way) and not _FIRST.search(way) for way in ways)


def _credentials(item: str, held: Iterable[Held], name: Callable[[Held], str]) -> list[Held]:
    """Return what is held of the kind that is asked for, in most of its words."""
    asked = _kinds(item) if _CREDENTIAL.search(item) else frozenset()
    shared = [(len(asked & _kinds(name(each))), each) for each in held]
    most = max((number for number, _ in shared), default=0)
    return [each for number, each in shared if most and number == most]


def _kinds(text: str) -> frozenset[str]:
    """Return the words of a text that tell one credential from another."""
    said = stems(_DRIVING.sub("drivinglicence", text)) - _GENERIC
    return frozenset(word for word in said if len(word) > 1)


def _languages(item: str, profile: Profile) -> Iterator[str]:
    every = _LANGUAGES.search(item)
    told = [s for s in profile.languages if s.language.casefold() in _ASKED_IN]
    if not told or _SEVERAL.search(item):
        told = [s for s in profile.languages if _FIRST_LANGUAGE.search(s.level or "")]
    for spoken in profile.languages:
        if (every and spoken not in told) or _speaks_of(item, spoken.language):
            yield spell_language(spoken)


def _speaks_of(item: str, language: str) -> bool:
    """Return whether a language is asked for: *German grid codes* are of a country."""
    names = {language, _IN_THE_OTHER.get(language.casefold(), language)}
    either = "|".join(map(re.escape, names))
    name = rf"(?i)(?<!\w)(?:{either})(?:e?s|kenntnisse|sprach\w*)?(?!\w)"
    return any(_is_spoken(item[found.end() :]) for found in re.finditer(name, item))


def _is_spoken(behind: str) -> bool:
    """Return whether what stands behind the name of a language tells of nothing else."""
    following = _FOLLOWING.match(behind)
    return following is None or not stems(following[1]) - _SPEAKING


def _certificates(item: str, profile: Profile) -> Iterator[str]:
    asked = stems(item)
    if asks_apprenticeship(item):
        learned = [held for held in profile.certificates if is_of_trade(held.name)]
        yield from map(spell_certificate, learned[:_MOST])
        return
    whole = [held for held in profile.certificates if asked and stems(held.name) <= asked]
    alike = _credentials(item, profile.certificates, lambda held: held.name)
    yield from map(spell_certificate, list(dict.fromkeys((*whole, *alike)))[:_MOST])


def _skills(item: str, profile: Profile) -> Iterator[str]:
    """Yield the skills whose names stand in what is asked, whole, in part, or the other way round.

    `Optix practice software` answers *Optix preferred*, `NHS vouchers and GOS claims` *GOS claims*.
    """
    asked, folded = stems(item), fold(item)
    parts = {name for suite, names in _SUITES if suite.search(item) for name in names.split()}
    for skill in skill_names(profile):
        name = _BRACKETS.sub("", skill)
        said = stems(spaced(name))
        is_part = len(said & asked) > 1 or (bool(asked) and asked <= said)
        is_part = is_part or bool(parts.intersection(fold(name).casefold().split()))
        if holds_name(folded, fold(name)) or is_part:
            yield skill


def holds_name(folded: str, name: str) -> bool:
    """Return whether a text has a skill's whole name, both folded. The `R` of `R&D` is none."""
    if len(name) > 1:
        return holds(folded, name)
    return bool(re.search(rf"(?<![\w&'-]){re.escape(name)}(?![\w&'+#-])", folded))
