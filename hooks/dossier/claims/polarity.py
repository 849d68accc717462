"""A right value in a wrong sense: what a sentence makes of a figure that its record has."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from dossier.claims.mention import Mention
from dossier.claims.metrics import Meaning
from dossier.claims.numbers import NUMERALS
from dossier.claims.stemming import stem, stems
from dossier.model.evidence import Operator
from dossier.model.library import ProjectEntry


def wrong_sense(here: Mention, meaning: Meaning) -> str:
    """Return what the sentence makes of a metric's value that its record does not, or nothing."""
    return next((said for sense in _SENSES if (said := sense(here, meaning))), "")


_FALLS = re.compile(
    r"\b(?:fewer|behind|short of|drop(?:s|ped)?|fell|falls?|lower(?:s|ed)?|decreas\w+|declin\w+|reduc\w+|worse\w*|loses?"
    r"|lost|cuts?|down|shr[aiu]nk\w*|less|minus|slower|sank|loss)\b",
    re.IGNORECASE,
)
_GAINS = re.compile(
    r"\b(?:ris(?:e[ns]?|ing)|rose|gain\w*|improv\w+|increas\w+|higher|up|better|rais\w+|climb\w*|grew"
    r"|grows?)\b",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|increas\w+|higher|climb\w*|grew|grown?|grows|growing|rais(?:ed|es|ing)"
    r"|jump(?:ed|s)|(?:went|gone|going|goes|moved|crept|shot|ticked) up)\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?:more|higher|larger|greater|above)\b(?! (?:efficient|econom|frugal))", re.IGNORECASE
)
_LESS_BY_NAME = re.compile(
    r"\b(?:reduc\w+|sav(?:ed|ings?)|fewer|less|cut|decrease|drop|smaller)\b", re.IGNORECASE
)
_MORE_BY_NAME = re.compile(
    r"\b(?:speed-?ups?|faster|gain\w*|improvement|increase|growth)\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:no|not|never|without)\b", re.IGNORECASE)


def _by_name(name: str) -> Operator | None:
    """Return the sign that a change has by its name, where its record gives none."""
    if _LESS_BY_NAME.search(name):
        return Operator.MINUS
    return Operator.PLUS if _MORE_BY_NAME.search(name) else None


def _direction(here: Mention, meaning: Meaning) -> str:
    """Find a gain told as a loss, or a saving as a rise."""
    op, figure = meaning.metric.op, here.told.figure
    if op is None and meaning.value and meaning.value.kind in ("%", "pp", "x"):
        op = _by_name(meaning.metric.name)
    if op not in (Operator.PLUS, Operator.MINUS):
        return ""
    after = here.after.strip(" ).,")
    sign = figure.sign if figure else ""
    away, back, beyond = (
        (_FALLS, _GAINS, _FALLS) if op is Operator.PLUS else (_RISES, _FALLS, _MORE)
    )
    turned = [found.end() for found in away.finditer(here.before)]
    # What turns last, before the figure, has its say.
    is_turned = bool(turned and not back.search(here.before, turned[-1]))
    is_turned = (is_turned or bool(beyond.match(after))) and not _NOT.search(here.before)
    is_turned = is_turned or sign not in ("", op.value)
    said = "a loss" if op is Operator.PLUS else "a rise"
    return f"the record says {meaning.says}, and the sentence {said}" if is_turned else ""


_CHANGES = re.compile(
    r"\b(?:gain\w*|improv\w+|increas\w+|ris(?:e|es|en|ing)|rose|better|higher|up|lift\w*|more|over|above"
    r"|relative\w*|cut\w*|reduc\w+|drop\w*|fell|fall\w*|less|lower\w*|sav\w+|by|jump\w*|boost\w*|plus"
    r"|ahead|delta|differen\w+|chang\w+|down|fast\w*|win\w*|grew|grow\w*|climb\w*|against|than|versus|vs"
    r"|compared|below|under|beneath|cheap\w*|small\w*|short\w*|quick\w*|slow\w*|advantage|edge|margin|minus|uplift|push\w*|rais\w+)\b",
    re.IGNORECASE,
)
_STANDS = re.compile(
    r"\b(?:of|is|was|at|reach(?:es|ed)?|reaching|hits?|achiev(?:es|ed|ing))\s+(?:an?\s+|only\s+)?$"
)


def _level(here: Mention, meaning: Meaning) -> str:
    """Find a change told as a level: a recall of 26 %, where the record has +26 %."""
    figure = here.told.figure
    if meaning.metric.op not in (Operator.PLUS, Operator.MINUS) or figure is None:
        return ""
    if figure.sign or figure.kind != "%" or meaning not in here.names:
        return ""
    if not _STANDS.search(here.before) or _CHANGES.search(here.clause.text):
        return ""
    return f"told as a level; the record says {meaning.says}, which is a change"


_AGAINST = re.compile(
    r"\b(?:over|above|below|against|versus|vs\.?|compared (?:to|with)|relative to|than|ahead of"
    r"|beat(?:s|ing)?|outperform(?:s|ed|ing)?|outdo(?:es|ing)?|outdid|as (?:fast|quick\w*|good|well|much"
    r"|many|long|large|small|cheap\w*|accurate\w*) as)\s+(?P<what>[^,.;:()]+)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\w'-]+")
_REST = re.compile(r"\s(?:by|in|on|for|when|while|where|from|at|after|and|but)\s")
_PRONOUN = re.compile(
    r"^(?:it|that|they|those|this)\s+(?:(?:was|were|had been|is|are)\s+)?(?:on|with|under|of)\s+",
    re.IGNORECASE,
)
"""`Than it was on`, `than that of`: what follows is what is compared with."""
_BASELINE = stem("baseline")
_REACH = 7
"""How many words of what something is compared with are looked at."""
_ANY_BASELINE = frozenset(
    stem(word)
    for word in [
        "baseline",
        "before",
        "control",
        "default",
        "static",
        "naive",
        "unlearned",
        "plain",
        "vanilla",
        "time",
        "real",
        "stdio",
        "use",
        "whole",
        "course",
        "feedback",
        "ever",
        "earlier",
        "old",
        "previous",
        "previously",
        "last",
        "first",
        "original",
        "same",
        "other",
        "others",
        "anything",
        "everything",
        "without",
        "usual",
        "was",
        "were",
        "been",
        "had",
        "did",
        "does",
        "do",
        "would",
        "on",
        "with",
        "using",
        "at",
        "for",
        "predecessor",
        "alternative",
        "half",
        "twice",
        "again",
        "now",
        "then",
        "system",
        "code",
        "implementation",
        "one",
        "setup",
        "third",
        "quarter",
        "fifth",
        "tenth",
        "dozen",
        "bit",
        "little",
        "process",
        "approach",
        "way",
        "method",
        "design",
        "state",
        "year",
        "quarter",
        "month",
        "week",
    ]
)
"""Words of a comparison that name nothing of its own."""
_SPANS = frozenset(
    stem(word)
    for word in [
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "quarter",
        "quarters",
        "year",
        "years",
        "winter",
        "spring",
        "summer",
        "autumn",
        "fall",
        "season",
        "seasons",
        "night",
        "nights",
        "weekend",
        "hour",
        "hours",
        "minute",
        "minutes",
        "period",
        "term",
        "course",
        "life",
        "lifetime",
        "decade",
        "session",
        "sessions",
        "sprint",
        "run",
        "runs",
        "wire",
        "air",
        "phone",
        "internet",
        "web",
        "network",
        "top",
    ]
)
"""What something lasts for, or goes over, and is not compared with."""


def _baseline(here: Mention, meaning: Meaning) -> str:
    """Find a comparison with something else than the record compares with."""
    metric = meaning.metric
    if not metric.baseline:
        return ""
    known = {*stems(metric.baseline), *stems(metric.scope or "")}
    known |= {word for m in here.ground.by_record[meaning.entry.id] for n in m.names for word in n}
    known |= _ANY_BASELINE
    offset = here.clause.start - here.clause.sentence_start
    if not _PARTS.search(here.clause.sentence[:offset]):
        offset = 0  # `Compared with that, the sampler gains …`
    end = here.clause.end - here.clause.sentence_start
    for found in _AGAINST.finditer(here.clause.sentence, offset, end):
        what = _PRONOUN.sub("", found["what"])
        words = _WORDS.findall(_REST.split(what, maxsplit=1)[0])[:_REACH]
        if any(word[0].isdigit() or word.lower() in NUMERALS for word in words[:2]) or not words:
            continue
        compared = [word for word in stems(" ".join(words).replace("-", " ")) if len(word) > 1]
        own = [word for word in compared if word not in _ANY_BASELINE]
        if _BASELINE in compared:
            continue
        is_span = found[0].lower().startswith("over") and not _SPANS.isdisjoint(compared)
        if own and not is_span and known.isdisjoint(own):
            return (
                f"told against {found['what'].strip()}; the record's baseline is {metric.baseline}"
            )
    return ""


_STATISTICS = {
    "median": re.compile(r"\bmedian|\bp50\b|\b50th percentile", re.IGNORECASE),
    "mean": re.compile(r"\bmean\b(?! to| that)|\baverag\w+", re.IGNORECASE),
    "95th percentile": re.compile(r"\bp95\b|\b95th[ -]percentile", re.IGNORECASE),
    "99th percentile": re.compile(r"\bp99\b|\b99th[ -]percentile", re.IGNORECASE),
    "maximum": re.compile(r"\bworst[ -]case|\bmaxim(?:um|al)|\bslowest\b", re.IGNORECASE),
}


def _statistic(here: Mention, meaning: Meaning) -> str:
    """Find a median told as another percentile, a mean or a maximum."""
    near = (_PARTS.split(here.before)[-1], " ".join(_PARTS.split(here.after)[0].split()[:_NEAR]))
    told = _statistics(" ".join(near))
    if not told:
        return ""
    known = _statistics(meaning.named)
    if not known or told & known:
        return ""
    return f"told of the {min(told)}; {meaning.says} is the {min(known)}"


@lru_cache(maxsize=8192)
def _statistics(text: str) -> frozenset[str]:
    if not _ANY_STATISTIC.search(text):
        return frozenset()
    return frozenset(name for name, words in _STATISTICS.items() if words.search(text))


_PARTS = re.compile(r"(?<![pP\d.])\d+(?!\d|th\b)|[\ue101;]")
_NEAR = 4
"""How many words after a figure a statistic may stand."""
_ANY_STATISTIC = re.compile("edian|ean|ver|[pP]\\d|th[ -]|axim|owest|orst")
"""What a text has to hold to name one: a cheap test."""
_PERIODS = {"dai": "day", "week": "week", "month": "month", "year": "year", "annual": "year"}
_RATE = re.compile(
    r"(?:\b(?:a|an|per|each|every|one)\s|/\s?)(?P<span>second|sec|s|minute|min|hour|h|day|week|month"
    r"|quarter|year)\b|\b(?P<adverb>daily|weekly|monthly|yearly|annual(?:ly)?)\b",
    re.IGNORECASE,
)
_SHORT = {"s": "second", "sec": "second", "min": "minute", "h": "hour"}


@lru_cache(maxsize=8192)
def _rates(text: str) -> tuple[str, ...]:
    return tuple(_read_rates(text))


def _read_rates(text: str) -> Iterator[str]:
    for found in _RATE.finditer(text):
        if found["span"]:
            yield _SHORT.get(found["span"].lower(), found["span"].lower())
        else:
            adverb = found["adverb"].lower()
            yield next(span for start, span in _PERIODS.items() if adverb.startswith(start))


_DIGIT = re.compile(r"\d")
_RATE_REACH = 6
"""How many words after a figure its rate may stand."""


def _period(here: Mention, meaning: Meaning) -> str:
    """Find an amount told per week that its record has per month."""
    known = set(_rates(meaning.named))
    if not known:
        return ""
    following = " ".join(here.after.split()[:_RATE_REACH])
    told = next(iter(_rates(_DIGIT.split(following, maxsplit=1)[0])), "")
    if not told or told in known:
        return ""
    return f"told per {told}; {meaning.says} is per {' and per '.join(sorted(known))}"


_EARLIER = re.compile(
    r"\b(?:before|old|previous(?:ly)?|earlier|prior|former(?:ly)?|legacy|used to|original(?:ly)?|initial"
    r"(?:ly)?|at first)\b",
    re.IGNORECASE,
)
_TOLD_EARLIER = re.compile(
    r"\bfrom\s+(?:about\s+|around\s+|over\s+|some\s+)?(?:an?\s+)?(?:median\s+(?:of\s+)?)?$"
    r"|^\W*(?:before|previously|formerly|originally)\b(?!.*\b(?:now|after|today)\b)"
    r"|\b(?:used to|had been|was once)\b(?!.*\b(?:now|after|today)\b)",
    re.IGNORECASE,
)
_TOLD_LATER = re.compile(
    r"\bfrom\b.*\bto\s+(?:about\s+|around\s+|only\s+|just\s+)?(?:an?\s+)?$|\b(?:now|today|nowadays)\b",
    re.IGNORECASE,
)


def is_earlier(meaning: Meaning) -> bool:
    """Return whether a metric says how things were before its record's work."""
    return meaning.metric.id == "before" or bool(_EARLIER.search(meaning.metric.name))


def told_earlier(here: Mention) -> bool | None:
    """Return whether the sentence tells a figure as what was before, None if it does not say."""
    if _TOLD_LATER.search(here.before):
        return False
    return True if _TOLD_EARLIER.search(here.before) else None


def _pair_of(here: Mention, meaning: Meaning) -> Meaning | None:
    """Return the metric of the same record that says how it was before, or what it became."""
    for other in here.ground.by_record[meaning.entry.id]:
        is_other = other is not meaning and is_earlier(other) is not is_earlier(meaning)
        shared = {w for name in other.names for w in name} & {w for n in meaning.names for w in n}
        if is_other and shared and other.metric.unit == meaning.metric.unit:
            return other
    return None


def _order(here: Mention, meaning: Meaning) -> str:
    """Find what was before told as what came of it, and the other way round."""
    other = _pair_of(here, meaning)
    told = told_earlier(here) if other else None
    if other is None or told is None or told is is_earlier(meaning):
        return ""
    when = "before" if told else "afterwards"
    return f"told as it was {when}, where the record says {other.says}"


_BELONGS = re.compile(
    r"\b(?:in|into|to|for|of|on|from|at)\s+(?:the\s+|my\s+|our\s+)?$", re.IGNORECASE
)
_PARTED = re.compile(r"[,;:\d\ue100-\ue103]")


def _project(here: Mention, meaning: Meaning) -> str:
    """Find a figure told of another project than its record's."""
    found = _named_project(here, meaning) or _page_project(here, meaning)
    if not found:
        return ""
    whose = meaning.entry.project or meaning.entry.id
    return f"told of {found.project.title}; {meaning.says} is a figure of {whose}"


def _named_project(here: Mention, meaning: Meaning) -> ProjectEntry | None:
    own = meaning.entry.project
    if not own or not here.ground.may_name(here.statement):
        return None
    if any(entry.id == own for entry in here.projects_in(here.clause.sentence)):
        return None
    for name, entry in here.ground.projects:
        if entry.id == own or not (name.search(here.before) or _follows(here, name)):
            continue
        words = {stem(word) for word in entry.id.split("-")} | set(stems(entry.project.title))
        if not (words - {stem(own)}) & meaning.around:
            return entry
    return None


def _follows(here: Mention, name: re.Pattern[str]) -> bool:
    """Return whether a figure is said to be in, of or for a project: `22 % in qortex`."""
    found = name.search(here.after)
    between = here.after[: found.start()] if found else ""
    return bool(_BELONGS.search(between)) and not _PARTED.search(between)


def _page_project(here: Mention, meaning: Meaning) -> ProjectEntry | None:
    page, own = here.page, meaning.entry.project
    if not page or not own or own == page.id or here.told.figure is None:
        return None
    if meaning.entry.id in here.cited or here.projects_in(here.statement.text):
        return None
    words = {stem(word) for word in own.split("-")}
    return None if words & here.clause.stems else page


_SAVED = re.compile(
    r"\b(?:shav\w+|sav(?:e[sd]?|ing)|takes? off|faster|quicker|speeds? up|sped up)\b", re.IGNORECASE
)
_COST = re.compile(r"\b(?:overhead|cost|penalty|extra)\b", re.IGNORECASE)


def _cost(here: Mention, meaning: Meaning) -> str:
    """Find a cost told as a saving."""
    is_told = _COST.search(meaning.metric.name) and _SAVED.search(here.clause.text)
    if not is_told or _NOT.search(here.clause.text) or _COST.search(here.clause.text):
        return ""
    return f"told as a saving; {meaning.says} is a cost"


_CURRENCIES = {
    "USD": re.compile(r"\$|\bUSD\b|\bdollars?\b", re.IGNORECASE),
    "EUR": re.compile(r"€|\bEUR\b|\beuros?\b", re.IGNORECASE),
    "GBP": re.compile(r"£|\bGBP\b|\bpounds\b", re.IGNORECASE),
    "CHF": re.compile(r"\bCHF\b|\bfrancs?\b", re.IGNORECASE),
}


def _currency(here: Mention, meaning: Meaning) -> str:
    """Find dollars told as euros."""
    figure, value = here.told.figure, meaning.value
    if figure is None or value is None or "money" not in (figure.kind, value.kind):
        return ""
    told = next((name for name, sign in _CURRENCIES.items() if sign.search(figure.text)), "")
    record = f"{meaning.metric.unit or ''} {meaning.metric.display or ''}"
    known = next((name for name, sign in _CURRENCIES.items() if sign.search(record)), "")
    if not told or not known or told == known:
        return ""
    return f"told in {told}; {meaning.says} is in {known}"


def _employer(here: Mention, meaning: Meaning) -> str:
    """Find work for one employer told of another."""
    employers = here.ground.employers
    told = [name for name, sign in employers if sign.search(here.clause.sentence)]
    known = [name for name, sign in employers if sign.search(meaning.texts)] if told else []
    if not known or set(told) & set(known):
        return ""
    return f"told of {told[0]}; {meaning.says} is of {known[0]}"


_SENSES: tuple[Callable[[Mention, Meaning], str], ...] = (
    _direction,
    _level,
    _baseline,
    _statistic,
    _period,
    _order,
    _project,
    _cost,
    _currency,
    _employer,
)
