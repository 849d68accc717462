"""Years of work that are asked for, to the jobs of a profile that speak of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from dossier.match.asks import stems
from dossier.match.names_asked import Name, names_asked
from dossier.match.names_said import Said, how_said
from dossier.match.rarity import share
from dossier.model.profile import Employment, is_running, newest_first
from dossier.plain.dates import first_day, last_day, spell_date
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_YEARS = pattern(
    r"\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|several|many)\b"
    r"[^.;:]{0,20}?\b(?:years?|jahren?)\b(?!.(?:old|of age|contract|term))",
    re.IGNORECASE,
)
_DOING = pattern(r"\b(?:in|of|as)\s+(?:\w+ly\s+)?(\w+ing)\b", re.IGNORECASE)
"""What was done in years: `training tram drivers` is more than to drive one."""
_YEAR = 365
_MOST_JOBS = 4
"""How many jobs do, where none speaks of it."""
_KIN = 5
"""How many letters words begin with alike that are akin."""
_ANY_WORK = stems(
    "professional relevant previous prior minimum at least overall total employment job"
    " work position role full-time some hands-on post qualification qualified qualifying"
    " Berufserfahrung mindestens mehrjährige einschlägige Berufspraxis"
)
"""What years of work of any kind are called."""
_OF_WHICH = pattern(r"(?i),?\s+(?:of which|of these|including|davon)\b.*")
"""What is asked of some of the years."""
_LEVELS = stems(
    "senior junior head chief deputy assistant lead leader manager officer specialist consultant"
    " worker staff member director supervisor coordinator trainee apprentice team engineer analyst"
    " technician operator developer designer driver"
)
"""Words of titles in all trades."""
_NUMBER_WORDS = "one two three four five six seven eight nine ten"
_NUMBERS = {word: number for number, word in enumerate(_NUMBER_WORDS.split(), start=1)}
_OR = pattern(r"(?i)\b(?:or|oder)\b")
_HALF = 0.5
"""How much more than this a job says as a whole of what years are asked of."""
_BREAK = timedelta(days=62)
"""How long one may be between two jobs that follow each other."""


@frozen
class Years:
    """Years of jobs that may be those asked for."""

    text: str
    share: float
    """How much of the years asked for they are, at most 1."""
    is_guess: bool
    """Whether some of the jobs were, as a whole, of something else for all that they say."""
    is_exact: bool = False
    """Whether they are for certain what is asked for, and as many."""
    is_near: bool = False
    """Whether they are a guess that is worth a look: unbroken, in the trade one says to be of."""


def years_of_work(
    item: str, jobs: Iterable[Employment], today: date, headline: str = ""
) -> Iterator[Years]:
    """Yield the years of the jobs that speak of what is asked, by name: others may not count.

    Where none does, each job has its own years, and what they sum up to is the author's to say. Of
    whoever is by `headline` of the trade that is asked for, all that led unbroken to the newest
    may have been of it.
    """
    dated = [job for job in newest_first(jobs) if job.since and first_day(job.since) <= today]
    if not dated or not _YEARS.search(item):
        return
    of_all = _OF_WHICH.sub("", item)
    asked = _field_asked(of_all)
    names = names_asked(item)
    said = [_said_of(job, asked, names) for job in dated]
    doing = frozenset(stem for found in _DOING.findall(item) for stem in stems(found))
    most = max(said, key=lambda pair: pair[0])
    near = [
        job
        for job, (n, words) in zip(dated, said, strict=True)
        if not asked or (0 < most[0] < 2 * n and doing & most[1] <= words)
    ]
    if near and not doing and _length(near, today) < _YEAR * _asked_for(item):
        near = _with_earlier(near, dated, today)
    ways = [way for part in _OR.split(of_all) if (way := _field_asked(part))]
    wanted = _YEAR * _asked_for(item)
    whole = [job for job in near if _is_of(job, ways, names)]
    is_met = bool(whole) and _length(whole, today) >= wanted
    run = _with_earlier(dated[:1], dated, today, is_any=True)
    is_of_trade = any(_told_of(way, stems(headline)) >= _HALF for way in ways)
    if wanted and not is_met and is_of_trade and _length(run, today) >= wanted:
        yield Years(_spell(run, today), share=1, is_guess=True, is_near=True)
    for counted in [near] if near else [[job] for job in dated[:_MOST_JOBS]]:
        share = min(_length(counted, today) / max(wanted, 1), 1)
        is_guess = (
            bool(asked) and not is_met and not all(_is_of(job, ways, names) for job in counted)
        )
        is_exact = bool(near and wanted) and share == 1 and not is_guess and of_all == item
        yield Years(_spell(counted, today), share, is_guess, is_exact)


def years_of_each(
    item: str, jobs: Iterable[Employment], today: date
) -> Iterator[tuple[Employment, str]]:
    """Yield each job with its own years, where years are asked for."""
    for job in jobs if _YEARS.search(item) else ():
        if job.since and first_day(job.since) <= today:
            yield job, _spell([job], today)


def _spell(counted: Sequence[Employment], today: date) -> str:
    since = spell_date(min((job.since or "" for job in counted), key=first_day))
    named = ", ".join(dict.fromkeys(map(spell_job, counted)))
    return f"{_spell_length(counted, today)} of work since {since}: {named}"


def _is_of(job: Employment, ways: Collection[frozenset[str]], names: Mapping[str, Name]) -> bool:
    """Return whether a job was of what is asked as a whole: a highlight tells of a part of it."""
    told = stems(" ".join((job.title or "", job.employer, job.summary or ""))) - _others(job, names)
    return any(_told_of(way, told) > _HALF for way in ways)


def _told_of(way: frozenset[str], told: frozenset[str]) -> float:
    """Return how much words say of what is asked."""
    return share([word for word in way if _is_akin(word, told)], way)


def _asked_for(item: str) -> int:
    """Return how many years are asked for, 0 where no number says it."""
    found = _YEARS.search(item)
    number = found[0].split()[0].split("-")[0].casefold() if found else ""
    return int(number) if number.isdecimal() else _NUMBERS.get(number, 0)


def _with_earlier(
    near: list[Employment], dated: list[Employment], today: date, *, is_any: bool = False
) -> list[Employment]:
    """Return jobs with those that led to them unbroken: of their trade by their titles, or any."""
    counted = list(near)
    for job in (job for job in dated if job not in near):
        began = min(first_day(each.since or "") for each in counted)
        trade = {kin for each in counted for kin in _trade_of(each)}
        if (is_any or trade & _trade_of(job)) and began - _end(job, today) <= _BREAK:
            counted.append(job)
    return counted


def _trade_of(job: Employment) -> set[str]:
    return {word[:_KIN] for word in stems(job.title or "") - _LEVELS}


def _field_asked(item: str) -> frozenset[str]:
    """Return in what years are asked for; nothing where any work will do."""
    said = stems(_YEARS.sub(" ", item)) - _ANY_WORK
    return frozenset(word for word in said if not word.isdigit())


def _said_of(
    job: Employment, asked: frozenset[str], names: Mapping[str, Name]
) -> tuple[int, frozenset[str]]:
    """Return how much a job says of what is asked, or akin to it, `optical`, `optician`, and what.

    A title says twice as much as what stands below it.
    """
    below = stems(" ".join((job.employer, job.summary or "", *job.highlights)))
    title = stems(job.title or "")
    asked -= _others(job, names)
    weights = {word: 2 * _is_akin(word, title) or _is_akin(word, below) for word in asked}
    return sum(weights.values()), frozenset(word for word, weight in weights.items() if weight)


def _others(job: Employment, names: Mapping[str, Name]) -> frozenset[str]:
    """Return the names asked for that a job says as another word at most, or by its employer."""
    text = " . ".join((job.summary or "", *job.highlights))
    said = {s: how_said(name, s, text, [job.title or ""], ()) for s, name in names.items()}
    return frozenset(stem for stem, how in said.items() if how is not Said.AS_NAME)


def _is_akin(word: str, said: frozenset[str]) -> bool:
    kin = word[:_KIN]
    return word in said or (len(word) >= _KIN and any(each[:_KIN] == kin for each in said))


def spell_job(job: Employment) -> str:
    """Say in a few words what a job was, and of whom."""
    return f"{job.title} ({job.employer})" if job.title else job.employer


def _length(jobs: Iterable[Employment], today: date) -> int:
    """Return how many days jobs took together; what runs side by side counts once."""
    spans = sorted((first_day(job.since or ""), _end(job, today)) for job in jobs)
    days, reached = 0, date.min
    for begin, end in spans:
        days += max((end - max(begin, reached)).days, 0)
        reached = max(reached, end)
    return days


def _spell_length(jobs: Iterable[Employment], today: date) -> str:
    """Say how long jobs were together."""
    days = _length(jobs, today)
    years, months = days // _YEAR, days % _YEAR // 30
    if not years:
        return f"{months} month{'' if months == 1 else 's'}"
    return f"{years} year{'' if years == 1 else 's'}"


def _end(job: Employment, today: date) -> date:
    return today if is_running(job) or not job.until else min(last_day(job.until), today)
