"""Whose number it is: one's own, or the posting's, the company's, a date's, a version's.

Structure decides first, wording second. What is left is a claim about one's own work.
"""

from __future__ import annotations

import re
from itertools import chain

from dossier.claims.clauses import Clause
from dossier.claims.numbers import Bound, Quantity
from dossier.claims.statements import Statement
from dossier.claims.stemming import stem
from dossier.claims.text_kind import ADVICE, COMPANY_SECTIONS

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NOT_FIGURES = re.compile(
    r"""
    \b(?: \d{4}-\d{2}(?:-\d{2})?\b | \d{1,2}[./]\d{1,2}[./]\d{2,4}\b
    | \d{1,2}:\d{2}(?:[ ]?[ap]m)?\b | \d{1,2}[ ]?[ap]\.?m\.?\b
    | \d+\.\d+\.\d+\S* | \d+/\d+\b | \d+:\d+\b | 1-in-\d+
    | (?:19|20)\d{2}s\b | (?:19|20)\d{2}[ ]?\N{EN DASH}[ ]?(?:(?:19|20)?\d{2}|now|today|present)\b
    | \d+-(?:second|minute|hour|day|week|page|word|line)[ ](?:version|summary|pitch|read|answer|walk|call|talk|interview|conversation|chat|slot|screen|overview|tour|demo|meeting|drive|commute|flight)\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NOT_FIGURES_WITH = {
    signs: re.compile(pattern, re.VERBOSE | re.IGNORECASE)
    for signs, pattern in {
        ("@",): r"\S+@\S+\.\w+",
        ("://", "www."): r"https?://\S+ | \bwww\.\S+",
        ("#", "§"): r"[#§]\s?\d+",
        ("v",): r"\bv\d[\w.]* | \bv?\d+\.\d+\.\d+\S*",
        tuple("/*=÷"): r"\(?\b\d[\d.]*[ ]?[/*=÷][ ]?\(?\d[\d.+*/()=\ -]*",
        (" + ",): r"\b\d[\d.]*[ ]\+[ ]\d[\d.+*/()=\ -]*",
        tuple("=≈≤≥<>"): r"\b[a-zα-ω][ ]?[=≈≤≥<>][ ]?\d[\d.]*",
        ("(",): r"\b\w+\([^()]*\d[^()]*\)",
        (" 1", "-1"): r"\b(?:between|from)[ ]-?[01][ ](?:and|to)[ ]1\b(?![.,]?\d|[ ]?%)",
        ("@", " at "): (
            r"\b(?:precision|recall|n?dcg|map|mrr|hits?|hit[ ]rate|accuracy|pass)[ ]?(?:@|at)[ ]?\d+\b"
            r"(?![.,]\d|[ ]?%|[ ]per)"
        ),
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"): (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?[ ]{_MONTH}\b(?:,?[ ]\d{{4}})?"
            rf" | \b{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?[ ]\d{{4}})? | \b{_MONTH}\.?[ ]\d{{4}}\b"
        ),
        (
            "rfc",
            "iso",
            "iec",
            "ieee",
            "soc",
            "pep",
            "cve",
            "http",
            "tls",
            "utf",
            "sha",
            "md",
            "aes",
            "ipv",
            "port",
            "issue",
            "pr",
            "pull",
            "ticket",
        ): (
            r"\b(?:RFC|ISO|IEC|IEEE|SOC|PEP|CVE|HTTP|HTTPS|TLS|UTF|SHA|MD|AES|IPv|port|issue|PR"
            r"|pull[ ]request|ticket)[ #-]\d[\w.-]*"
        ),
    }.items()
}
"""Those that hold one of some signs or words: most texts need not be searched for them."""
_PHONE = re.compile(r"\+?\d[\d ()/-]{7,}\d")
_IDIOMS = re.compile(
    r"\b\w+ times out of \w+"
    r"|\ba (?:million|thousand|hundred|dozen) (?:things|times|ways|reasons|miles|little|questions|ideas"
    r"|words|details)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LABEL = re.compile(
    r"(?:^|[\s(\"'])(?:tier|level|phase|step|stage|chapter|section|part|page|figure|table|series|round"
    r"|version|release|patch|update|build|firmware|kernel|season|episode|volume|class|grade|band|layer|type|row|line|item|point|week|day|no\.|number|top|first|last|next|python"
    r"|room|floor|suite|act|option|appendix|quarter|q|h|l|p|e|ic)\s?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?:^|\s)([A-Z][\w.-]*)[ -]$")
_IS = re.compile(r"\s+(?:is|was|has|are)\b")
_YEAR = re.compile(r"(?:19|20)\d{2}$")
_DATED = re.compile(
    r"\b(?:in|since|from|until|till|by|of|after|before|around|during|early|late|mid|spring|summer"
    r"|autumn|fall|winter|copyright|©|the|our|last|this|,)\s*(?:about|around|roughly|early|late|mid)?\s*$",
    re.IGNORECASE,
)
_ENUMERATED = frozenset(
    stem(word)
    for word in [
        "reasons",
        "things",
        "ways",
        "points",
        "parts",
        "steps",
        "sides",
        "questions",
        "words",
        "sentences",
        "sets",
        "meetings",
        "paragraphs",
        "sections",
        "examples",
        "kinds",
        "types",
        "sorts",
        "ends",
        "halves",
        "options",
        "cases",
        "bets",
        "ideas",
        "topics",
        "items",
        "answers",
        "principles",
        "lessons",
        "minds",
        "hands",
        "others",
        "different",
        "people",
        "times",
        "problems",
        "fronts",
        "senses",
        "layers",
        "levels",
        "stages",
        "worlds",
        "days'",
        "angles",
        "places",
        "axes",
        "dimensions",
        "themes",
        "columns",
        "rows",
        "figures",
        "halves",
        "extremes",
        "hats",
        "scores",
        "metrics",
        "measures",
    ]
)
_IN_THE_TEXT = frozenset(
    stem(word)
    for word in [
        "paragraphs",
        "sentences",
        "sections",
        "words",
        "questions",
        "reasons",
        "points",
        "items",
    ]
)
_FOLLOWING = re.compile(r"[\s-]+(?:of\s+(?:the|these|them|my|our)\s+)?((?:[\w'-]+\s+)?)([\w'-]+)")
_NO_NOUN = frozenset(
    [
        "to",
        "is",
        "are",
        "was",
        "were",
        "have",
        "has",
        "had",
        "do",
        "does",
        "did",
        "go",
        "goes",
        "stand",
        "stands",
        "work",
        "works",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "and",
        "or",
        "make",
        "makes",
    ]
)
"""What follows a number that stands for people or things known already."""
_FEW = 12
"""Up to how many things in the text itself are counted."""
_SELF = re.compile(r"\b(?:I|I've|I'm|I'd|(?i:my|mine|me|we|our|ours|myself))\b")
_OTHERS = re.compile(
    r"\b(?:posting|role|job|position|company|companies|firm|customers?|employers?"
    r"|founders?|investors?|market|industry|salar(?:y|ies)|pay|pays|paid|compensation|comp|equity|base"
    r"|bonus|funding|fund(?:ed|s)|raised (?:a|over|about|\d|[$€£])|valuation|headcount|employees|staff|offices?|interviews?"
    r"|interviewers?|recruiters?|hiring|candidates?|applicants?|asks? for|require[sd]?|requirements?"
    r"|team of|teams of|levels\.fyi|glassdoor|competitors?|users of theirs|sector|the stack|team has"
    r"|seed|seed stage|series [a-e])\b",
    re.IGNORECASE,
)
_THEY = re.compile(r"\b(?:they|their|them)\b", re.IGNORECASE)
_POSTING = re.compile(r"\b(?:posting|asks? for|requires?|job ad|advert)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|your|yours|you're|you've)\b", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    r"\b(?:would|could|might|should|shall|if|imagine|perfect|ideal|give me|show me|picture|suppose|assume|assuming|say,|e\.g\.|for example"
    r"|for instance|hypothetical(?:ly)?|target(?:s|ing)?|goals?|aim(?:s|ing)?|plan(?:s|ned|ning)? to"
    r"|intend(?:s|ed)?|expect(?:s|ed)?|hope(?:s|d)?|want(?:s)? to|until then|let's|unless|whether|were to|wish)\b",
    re.IGNORECASE,
)
_GUESS = re.compile(r"\b(?:estimate[sd]?|guess|guessing)\b", re.IGNORECASE)
_INTENDED = re.compile(r"\b(?:will|going to)\b|'ll\b", re.IGNORECASE)
_YOU_DID = re.compile(
    r"\byours\b|\byour (?:own|model|pipeline|project|record|work|number|figure)\b|\byou (?:saved|built|cut|shipped|ran|led|maintain|wrote|made|reduced|raised|measured)\b",
    re.IGNORECASE,
)
_ADVISED = re.compile(
    r"\W*(?:say|tell|mention|quote|remember|add|stress|point out|open with|lead with)\b",
    re.IGNORECASE,
)
_COUNTERFACTUAL = re.compile(
    r"^\W*(?:(?:had|were|should)\s+\w+|(?:suppose|imagine)\b|if\s(?!(?:\w+ )?(?:asks?|asked|wants?|likes?)\b))|\bwould have\b",
    re.IGNORECASE,
)
_ANY_OF_A_KIND = re.compile(
    r"\W*(?:an?|any|most|many|every|each|the (?:classic|usual|typical|standard|average))\s+[\w-]+"
    r"(?:\s+[\w-]+){0,6}?\s+(?:has|have|is|are|asks?|takes?|needs?|comes?|costs?|holds?|lasts?|means?)\b"
    r"|\W*(?:people|nobody|everybody|everyone|companies|teams)\b",
    re.IGNORECASE,
)
_ARRANGED = re.compile(
    r"\b(?:need(?:s|ed)?|my first (?:\w+ )?(?:days|weeks|months|quarter)|the first \w+ (?:days|weeks|months)|notice period|(?:my|weeks'?|months?'?|days'?) notice|relocat\w+|move to|moving to|a move"
    r"|start(?:ing)? (?:in|on|within)|available from|ask me|budget|willing)\b",
    re.IGNORECASE,
)
_AS_SAID = re.compile(
    r"\b(?:would|could|can|might|should|will) (?:like|love|be (?:glad|happy)|say|put|call|sum|be|add|tell|read|describe)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|no(?! (?:more|fewer|less) than)|never|neither|nor|without|\w+n't|cannot|hardly|rather than|instead of|beyond|far from|short of|unlike|except|refuse|claiming"
    r"|avoid|stop|nobody|none|nothing|unknown|untested|unmeasured|unproven|no figure)\b(?P<rest>[^.;:!?]*)$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:brought|took|rebuilt|introduced|dropped|lowered|increased|launched|migrated|rewrote"
    r"|designed|created|found|fixed|spent|worked|taught|served|built|wrote|cut|reduced|improved|raised|grew|scaled|shipped|handled|saved|won|led"
    r"|delivered|ran|gained|achieved|reached|doubled|tripled|processed|trained|earned|measured"
    r"|maintained|made|closed|hired|managed|mentored|reviewed|merged|published)\b",
    re.IGNORECASE,
)
_OR = re.compile(r"\b\d[\d,.]*\b[^,;]*,?\s(?=(?:or|nor)\b)")
_NEVER = re.compile(r"\bnever\b[^,;]*\b(?:more than|over|above)\s*$", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]{3,})"')
_SAYS = re.compile(r"\b(?:said|says|say|saying|wrote|writes|told)\b", re.IGNORECASE)
_I_SAY = re.compile(r"\b(?:I|we) (?:\w+ ){0,3}?(?:said|say|wrote|write|told|tell)\b", re.IGNORECASE)
_QUOTE_WORDS = 4
"""From how many words on a quotation is somebody else's."""


def no_figures(text: str) -> list[tuple[int, int]]:
    """Return the spans of a text whose numbers are dates, versions, addresses and the like."""
    found: list[re.Match[str]] = []
    lower = text.lower()
    if _DIGIT.search(text):
        found += _NOT_FIGURES.finditer(text)
        found += _PHONE.finditer(text)
        for signs, pattern in _NOT_FIGURES_WITH.items():
            if any(sign in lower for sign in signs):
                found += pattern.finditer(text)
    if "out of" in lower or " a " in lower:
        found += _IDIOMS.finditer(text)
    return [match.span() for match in found]


def is_name(text: str, figure: Quantity) -> bool:
    """Return whether a number is part of a name or a date: `Tier 0`, `Python 3.11`, `in 2025`."""
    before, after = text[: figure.start], text[figure.end :]
    if figure.kind or figure.sign or figure.bound in (Bound.OVER, Bound.UNDER, Bound.AT_LEAST):
        return False
    if _LABEL.search(before):
        return True
    name = _NAME_BEFORE.search(before)
    counts = re.match(r"\s+(?:[\w-]+\s+){0,2}?[\w-]+s\b", after)
    if name and not figure.is_word and (_IS.match(after) or (not counts and name.start() > 0)):
        return True
    told = figure.text.strip()
    is_year = _YEAR.fullmatch(told) and (_DATED.search(before) or not re.match(r"\s+[a-z]", after))
    return bool(is_year) or told.lower() == "one"


def counts_the_text(text: str, figure: Quantity) -> bool:
    """Return whether a number counts what the text itself holds: `the first two paragraphs`."""
    if figure.kind or figure.sign or figure.bound is not Bound.EXACT or figure.values[0] > _FEW:
        return False
    following = _FOLLOWING.match(text[figure.end :])
    words = [*following[1].split(), following[2]] if following else []
    return any(stem(word.lower()) in _IN_THE_TEXT for word in words)


def is_label(text: str, figure: Quantity) -> bool:
    """Return whether a number is part of a name, or counts things in the text: `two reasons`."""
    if figure.kind == "ordinal" or is_name(text, figure):
        return True
    if figure.is_word and not figure.kind and figure.values[0] == 1:
        return True
    if figure.kind or figure.sign or figure.bound is not Bound.EXACT or figure.values[0] > _FEW:
        return False
    after = text[figure.end :]
    following = _FOLLOWING.match(after)
    if following:
        words = {stem(word) for word in f"{following[1]} {following[2]}".split()}
        if words & _ENUMERATED:
            return True
        first = (following[1] or following[2]).strip().lower()
        if figure.is_word and first in _NO_NOUN:
            return True
    sentence = re.split(r"[.!?]", after, maxsplit=1)[0]
    # `Two tools do the work, Lima and Ansible`: the things themselves follow.
    if figure.is_word and re.search(
        r"[,:\N{EN DASH}] (?!and (?:I|we)\b)[\w ,.-]*\band\b", sentence
    ):
        return True
    return figure.is_word and not following


def is_negated(clause: Clause, position: int) -> bool:
    """Return whether the words before a figure deny it: `not a 40 % gain`."""
    if re.match(r"\W*(?:never|don't|do not|avoid|stop)\b", clause.sentence, re.IGNORECASE):
        return True
    found = _NEGATION.search(clause.text[: position - clause.start])
    rest = _OR.sub(" ", found["rest"]) if found else ""
    if not found or re.search(r"\bbut\b|[\d,]", rest):
        return False
    # `None of this was tried with …` denies all of its sentence.
    if found.start() == 0 and found[0].lower().startswith(("none", "nobody", "nothing", "no ")):
        return True
    return len(rest.split()) <= 6  # noqa: PLR2004 - further off, other words are denied


def negated_bound(before: str, figure: Quantity) -> Bound | None:
    """Return what `never more than` makes of the bound of a denied figure, None if nothing."""
    if figure.bound in (Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST) and _NEVER.search(before):
        return Bound.AT_MOST
    return None


def is_quoted(
    statement: Statement, clause: Clause, figure: Quantity, names: re.Pattern[str] | None
) -> bool:
    """Return whether a figure stands in somebody else's words."""
    for found in _QUOTED.finditer(statement.text):
        if found.start() < figure.start < found.end() and len(found[1].split()) >= _QUOTE_WORDS:
            around = clause.sentence.replace(found[0], "")
            theirs = (_OTHERS, _THEY, _YOU, *([names] if names else []))
            if any(words.search(around) for words in theirs):
                return True
            if _SAYS.search(around) and not _I_SAY.search(around):
                return True
            return not _SELF.search(around) and not _SELF.search(found[1])
    return False


def _speaks_of_you(before: str) -> bool:
    """Return whether the words before a figure are about the reader, or a posting, and not oneself."""
    mine = [found.end() for found in _SELF.finditer(before)]
    theirs = [found.end() for found in chain(_YOU.finditer(before), _POSTING.finditer(before))]
    return bool(theirs) and max(theirs) > max(mine, default=0)


def is_generic(clause: Clause) -> bool:
    """Return whether a sentence speaks of things of a kind, not of one's own: `A tide has two`."""
    return bool(_ANY_OF_A_KIND.match(clause.sentence)) and not (
        _PAST.search(clause.sentence) or _SELF.search(clause.sentence)
    )


def is_of_others(  # noqa: PLR0913 - what is known of the figure
    clause: Clause,
    position: int,
    section: str,
    names: re.Pattern[str] | None,
    *,
    is_own: bool,
    is_named: bool,
) -> bool:
    """Return whether a figure in this clause is not told of one's own work.

    `section` is the known name of the section, `names` finds the company's. `is_own` says that
    the clause names one's own project, `is_named` that it names the metric.
    """
    if clause.sentence.rstrip(" \"')").endswith("?"):
        return True
    # Notes are told to oneself.
    is_told_you = section in ADVICE and bool(
        _YOU_DID.search(clause.text) or _ADVISED.match(clause.sentence)
    )
    before = clause.text[:position]
    has_self = bool(_SELF.search(clause.text)) or is_own or is_told_you
    if not is_named and not is_told_you and _speaks_of_you(before):
        return True
    # Whose a metric is that the clause names, the words before its figure say.
    told = clause.text[:position] if is_named else clause.text
    speaks_of_others = bool(
        _OTHERS.search(told)
        or _THEY.search(before)
        or (names and names.search(told))
        or (section not in ("", "gaps", *COMPANY_SECTIONS) and _YOU.search(told))
    )
    if speaks_of_others and not has_self:
        return True
    asserted = _AS_SAID.sub("", before if is_named else clause.sentence)
    if _COUNTERFACTUAL.search(clause.sentence):
        return True
    is_open = _HYPOTHETICAL.search(asserted) or _INTENDED.search(
        _AS_SAID.sub("", before if is_named else clause.text)
    )
    if is_open and not _PAST.search(clause.text):
        return True
    is_guess = _GUESS.search(before)
    if (
        not is_named
        and (is_guess or _ARRANGED.search(clause.sentence))
        and not _PAST.search(clause.text)
    ):
        return True
    return section in COMPANY_SECTIONS and not has_self
