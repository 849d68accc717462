"""What is a must in an item of a posting, and what is an advantage; never torn at a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dossier.match.asks import stems
from dossier.model.application import Priority
from dossier.plain.patterns import pattern

_NICE = pattern(
    r"nice.to.have|bonus|prefer|desirable|advantage|ideal(?:ly)?\b|optional"
    r"|\b(?:an?|ein|is|ist|are|sind)\s(?:(?:big|real|huge|great|echtes)\s)?plus\b|\(plus\)|\bplus:"
    r"|\A\W*plus(?:\spoints?|punkte)?\W*\Z"
    r"|would be (?:an? )?(?:good|great|nice|help(?:ful)?|useful|handy|lovely|welcome|beneficial)\b"
    r"|von vorteil|w[uü]nschenswert|idealerweise|möglichst|kein muss",
    re.IGNORECASE,
)
_WISHED = pattern(
    r"(?:would|'d) (?:also |really )?be (?:an? |very |really )?(?:good|great|nice|help|useful|handy"
    r"|lovely|welcome|beneficial|fantastic|brilliant|wonderful)"
    r"|(?:good|great|nice|lovely|helpful|useful|handy) (?:to have|extras?|if)\b|even better"
    r"|we(?:'d| would) also (?:love|like|welcome)|\bit (?:also )?helps\b|\bextra (?:points|credit)"
    r"|brownie points|\bsets? you apart|stand out|not (?:essential|required)|\bno must"
    r"|(?:welcome|added|additional) extras?|icing on|beneficial|advantageous|also welcome"
    r"|\b(?:wish ?list|wishes)\b|\bon top\b|schön wäre|wäre(?:n)? (?:schön|toll|super|klasse)"
    r"|gern gesehen|pluspunkt|punkten|(?:auch|zusätzlich|außerdem) (?:freuen|über)|\bkür\b"
    r"|runde[nt] (?:ihr|dein|das) profil|freuen wir uns (?:auch|zusätzlich|außerdem)",
    re.IGNORECASE,
)
"""What a heading says of wishes; in an item these words may say something else."""
_SENTENCE_END = pattern(r"(?<=[.!?;])\s+(?=[^\W\d_a-z])")
_JOINT = pattern(r";\s*|(?<=[.!?])\s+(?=[^\W\d_a-z])|\s[\u2013\u2014-]\s")
"""Where an item goes on to something else."""
_CLAUSE = pattern(
    r"\b(?:is|are|would be|ist|sind|wäre|wären)\s|\b(?:an?|ein)\s(?:big\s)?(?:plus|advantage)\b"
    r"|\b(?:von vorteil|w[uü]nschenswert|desirable|preferred|optional)\b",
    re.IGNORECASE,
)
"""What a clause says of one thing, of what it is worth: `BE is an advantage`."""
_LISTED = pattern(r"\b(?:and|or|und|oder)\b|[;.()]", re.IGNORECASE)
_BRACKET = pattern(r"\s*[(\[]([^()\[\]]*)[)\]][\s.]*\Z")
"""A bracket that an item ends with."""
_QUALIFIED = pattern(
    r"(?<=[^;.(]),\s+(?:but |and )?(?:ideally|preferably|optionally|idealerweise)\b[^;.(]*",
    re.IGNORECASE,
)
"""What would make an answer better, of what is a must all the same."""
_ABBREVIATED = pattern(
    r"\b(?:[a-z]|[a-z]\.\s?[A-Z]|[Nn]r|Dr|St|Mrs?|Ms|[Nn]o|ca|vs|bzw|ggf|max|min|inc|Std|Abs|etc|usw"
    r"|vgl|inkl|incl|mind|evtl|exkl|excl|bspw|sog)\.\Z"
)
_LONGEST_ABBREVIATION = 10
_PAIRS = {"(": 1, "[": 1, ")": -1, "]": -1}


def is_optional(text: str) -> bool:
    """Return whether a heading or an item says that one may do without."""
    return bool(_NICE.search(text))


def is_wish(heading: str) -> bool:
    """Return whether a heading says, in whatever words, that one may do without what is below."""
    return is_optional(heading) or bool(_WISHED.search(heading.replace("\u2019", "'")))


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a paragraph: none ends in a bracket, or at an abbreviation."""
    return [part for part in _split(text, _SENTENCE_END) if part]


def wishes(heading: str, item: str) -> Iterator[tuple[str, Priority]]:
    """Yield what an item asks for: `German; Swedish is an advantage` asks for two things."""
    if is_wish(heading):
        yield item, Priority.NICE
        return
    cut = _cut(item)
    must, nice = item[:cut].rstrip(" ;,.([\u2013-"), item[cut:].strip(" ;,.")
    is_remark = bool(nice and cut) and item[:cut].rstrip()[-1:] in ("(", "[")
    if is_remark:
        nice = nice.rstrip(" .)]")
    if not stems(must) or (is_remark and not stems(_NICE.sub("", nice))):
        yield item, Priority.NICE
        return
    yield (must if nice else item), Priority.MUST
    if nice:
        yield nice, Priority.NICE


def _cut(item: str) -> int:
    """Return where an item begins to ask for what is no must: its length if it never does."""
    bare = _QUALIFIED.sub(lambda found: " " * len(found[0]), item)
    start = 0
    for part in _split(bare, _JOINT):
        at = bare.index(part, start)
        start = at + len(part)
        if not is_optional(part):
            continue
        bracket = _BRACKET.search(part)
        if bracket and is_optional(bracket[1]):
            # A bracket with several things in it is left whole, with what it belongs to.
            whole = is_optional(part[: bracket.start()]) or _JOINT.search(bracket[1])
            return len(item) if whole else at + bracket.start(1)
        if re.search(r"[(\[]", part) and not is_optional(_without_brackets(part)):
            return len(item)
        head, _, clause = part.rpartition(", ")
        is_clause = _CLAUSE.search(clause) and not _LISTED.search(clause)
        if head and is_clause and is_optional(clause) and not is_optional(head):
            return at + len(head) + 1
        return at
    return len(item)


def _without_brackets(text: str) -> str:
    return re.sub(r"[(\[][^()\[\]]*[)\]]", "", text)


def _split(text: str, joint: re.Pattern[str]) -> list[str]:
    """Return the parts of a text between joints; what stands in brackets is not parted."""
    parts, start, read, depth = [], 0, 0, 0
    for found in joint.finditer(text):
        depth += sum(_PAIRS.get(sign, 0) for sign in text[read : found.start()])
        read = found.start()
        near = text[max(start, read - _LONGEST_ABBREVIATION) : read]
        if depth <= 0 and not _ABBREVIATED.search(near):
            parts.append(text[start:read])
            start, depth = found.end(), 0
    return [*parts, text[start:]]
