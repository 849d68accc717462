"""What is asked of a life, a degree, a licence, years, languages, to what the profile says of it.

As candidates: whether a degree or ten years of work answer what is asked is the author's to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field as field_of
from datetime import date

from dossier.match.asks import spaced, stems
from dossier.match.credentials import Credential, certificates, studies
from dossier.match.names_asked import names_asked
from dossier.match.names_said import is_listed
from dossier.match.spelled_credentials import spell_award, spell_certificate, spell_study
from dossier.match.trade_credentials import asks_prize
from dossier.match.years_of_work import spell_job, years_of_each, years_of_work
from dossier.model.profile import Employment, Profile, SpokenLanguage
from dossier.plain.folding import fold, holds
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_LANGUAGES = pattern(
    r"\b(?:foreign|another|further|additional|second|european|community|several|two|more)"
    r" languages?\b",
    re.IGNORECASE,
)
_SEVERAL = pattern(r"(?i)\b(?:two|several|more|european)\b")
_ASKED_IN = frozenset({"english", "englisch"})
"""The language that these are words of: it is no other one."""
_FIRST_LANGUAGE = pattern(r"(?i)\bnative|\bmother tongue|\bfirst language|muttersprach")
_LEVEL = pattern(
    r"(?i)\b(?:[ABC][12]|fluen\w+|native|mother tongue|good|excellent|strong|perfect|proficien\w+"
    r"|confident|working|business|written|writing|advanced|intermediate|command|high|level"
    r"|flie(?:ß|ss)end\w*|sehr|gute?|sicher\w*|verhandlungssicher\w*|muttersprach\w*)\b"
)
"""How well a language is to be spoken."""
_CEFR = pattern(r"\b[ABC][12]\b")
"""A level of the Common European Framework of Reference for Languages."""
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
_SHORT = 48
"""Under how many letters what a job was about stands beside its title."""


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
    is_exact: bool = field_of(default=False, compare=False)
    """Whether it is for certain what is asked for: by its name, or as many years."""


def is_language(name: str) -> bool:
    """Return whether a name is one of a language that many speak, in English or German."""
    return name.casefold() in _NAMES


def profile_facts(item: str, profile: Profile, today: date) -> tuple[ProfileFact, ...]:
    """Return what the profile says to what a posting asks of a life."""
    years = (
        ProfileFact(
            "work", each.text, each.share, float(each.is_near), each.is_guess, each.is_exact
        )
        for each in years_of_work(item, profile.work, today, profile.headline or "")
    )
    others = (
        ("awards", map(spell_award, profile.awards if asks_prize(item) else ())),
        ("skills", _skills(item, profile)),
    )
    return (
        *_credentials("education", studies(item, profile)),
        *years,
        *_languages(item, profile),
        *_credentials("certificates", certificates(item, profile)),
        *(ProfileFact(field, text) for field, texts in others for text in texts),
    )


def _credentials(field: str, found: Iterable[Credential]) -> Iterator[ProfileFact]:
    for each in found:
        yield ProfileFact(field, each.text, is_guess=each.is_guess, is_exact=each.is_exact)


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


def _languages(item: str, profile: Profile) -> Iterator[ProfileFact]:
    every = _LANGUAGES.search(item)
    told = [s for s in profile.languages if s.language.casefold() in _ASKED_IN]
    if not told or _SEVERAL.search(item):
        told = [s for s in profile.languages if _FIRST_LANGUAGE.search(s.level or "")]
    for spoken in profile.languages:
        if (every and spoken not in told) or _speaks_of(item, spoken.language):
            is_exact = not _LEVEL.search(item) or bool(_FIRST_LANGUAGE.search(spoken.level or ""))
            is_below = _is_below(item, spoken.level or "")
            text = spell_language(spoken)
            yield ProfileFact("languages", text, is_guess=is_below, is_exact=is_exact)


def _is_below(asked: str, level: str) -> bool:
    """Return whether a level is below the one that is asked for, where both are of the CEFR."""
    wanted, told = _CEFR.findall(asked.upper()), _CEFR.findall(level.upper())
    return bool(wanted and told) and max(told) < min(wanted)


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


def _skills(item: str, profile: Profile) -> Iterator[str]:
    """Yield the skills whose names stand in what is asked, whole, in part, or the other way round.

    `Optix practice software` answers *Optix preferred*, `NHS vouchers and GOS claims` *GOS claims*.
    """
    asked, folded, tools = stems(item), fold(item), names_asked(item)
    parts = {name for suite, names in _SUITES if suite.search(item) for name in names.split()}
    for skill in skill_names(profile):
        name = _BRACKETS.sub("", skill)
        said = frozenset(s for s in stems(spaced(name)) if s not in tools or is_listed(s, name))
        is_part = len(said & asked) > 1 or (bool(asked) and asked <= said)
        is_part = is_part or bool(parts.intersection(fold(name).casefold().split()))
        if holds_name(folded, fold(name)) or is_part:
            yield skill


def holds_name(folded: str, name: str) -> bool:
    """Return whether a text has a skill's whole name, both folded. The `R` of `R&D` is none."""
    if len(name) > 1:
        return holds(folded, name)
    return bool(re.search(rf"(?<![\w&'-]){re.escape(name)}(?![\w&'+#-])", folded))
