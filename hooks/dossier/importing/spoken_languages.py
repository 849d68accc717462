"""Languages as people list them: `German (C1)`, `some Xhosa`, `I speak Welsh and Yoruba`."""

from __future__ import annotations

import re

from dossier.importing.fields import RESUME
from dossier.importing.outline import fold_title
from dossier.importing.values import plain_line, split_list
from dossier.match.background import is_language
from dossier.plain.patterns import pattern

_NAME = r"[^\W\d_][\w ]{1,30}?"
_LANGUAGE = pattern(
    rf"(?P<language>{_NAME})\s*(?:\((?P<level>[^()]+)\)|(?::|\s[\u2013\u2014-])\s*(?P<said>\S.*))?"
)
_LEVEL = (
    r"(?:(?:a|very|full|near)[ -])?(?:native|mother tongue|first language|fluent"
    r"|bilingual|proficient|advanced|(?:upper |lower )?intermediate|conversational|basic|elementary"
    r"|beginner'?s?|working|professional|good|some|little|learning|[abc][12]\+?|level \d)"
    r"(?: (?:knowledge|speaker|proficiency))?"
)
_BEFORE = pattern(rf"(?P<level>{_LEVEL})(?: of)? (?P<language>(?-i:[A-Z])\w+)", re.IGNORECASE)
_BEHIND = pattern(rf"(?P<language>(?-i:[A-Z])\w+) (?P<level>{_LEVEL})", re.IGNORECASE)
_LEVELLED = pattern(_LEVEL, re.IGNORECASE)
_TOLD = pattern(r"(?:I (?:also )?)?(?:speaks?|spoken):?\s+(?=\S)|fluent in\s+", re.IGNORECASE)
_AND = pattern(r",?\s+(?:and|und|et|y|&)\s+(?![^(]*\))|,\s*(?![^(]*\))")
_PARTS = pattern(r"\s*[,;.]\s+(?:and\s+)?(?![^(]*\))|\s+(?:and|&|plus|as well as)\s+(?![^(]*\))")
_CAPITAL = pattern(r"[A-Z]\w+")
_LEADING = pattern(r"(?i)\s+(?:in|of|with)$|^I (?:also )?speak\b\s*")
_SHARED = pattern(r"(?i)(?:both|all(?: three| four)?)\s+(?=\S)")
_MOST = 4000
"""How long a list of languages is at most."""
_LONGEST = 300
"""How long a sentence is that may be of languages alone."""
_MOST_WORDS = 3
"""How many words the name of a language has: `British Sign Language`."""
Spoken = dict[str, str]
"""A language and, where it is said, how well: fields of the profile."""


def read_spoken(text: str) -> Spoken:
    """Return the language that an item of a list of languages names; empty for none."""
    said = plain_line(text) or ""
    if found := _BEFORE.fullmatch(said) or _BEHIND.fullmatch(said):
        return {"language": found["language"], "level": found["level"]}
    if not (found := _LANGUAGE.fullmatch(said)):
        return {}
    level = found["level"] or found["said"]
    return {"language": found["language"], **({"level": level} if level else {})}


def listed_languages(text: str) -> list[Spoken]:
    """Return the languages of a text that holds nothing else, and whose heading names them."""
    if len(text) > _MOST:
        return []
    found = [[read_spoken(part) for part in split_list(line)] for line in text.split("\n")]
    lines = [each for line in found for each in line]
    if not all(lines):
        # A line may end within one.
        lines = [read_spoken(part) for part in split_list(" ".join(text.split()))]
    if all(lines) and all(_is_sure(each, is_told=True) for each in lines):
        return lines
    return _worded(" ".join(text.split())) or (lines if all(lines) else [])


def _worded(said: str) -> list[Spoken]:
    """Return the languages of a text each part of which names one that many speak, in any words."""
    found: list[Spoken] = []
    for written in _PARTS.split(said):
        part = plain_line(written.strip(" .;")) or ""
        bare = _SHARED.sub("", part)
        if found and "level" not in found[-1] and _LEVELLED.fullmatch(bare):
            found[-1]["level"] = part  # `German and English, both fluent`
        elif each := _in_words(part):
            found.append(each)
        else:
            return []
    return _with_shared(found)


def _in_words(part: str) -> Spoken:
    """Return the one language that a few words name, and the others as how well it is spoken."""
    every = [*_CAPITAL.finditer(part)]
    named = [found for found in every if is_language(found[0])]
    if not named and every and every[-1].end() == len(part) and not part[0].isupper():
        named = every[-1:]  # `a bit of Igbo`
    if len(named) != 1:
        return {}
    before, behind = part[: named[0].start()].strip(" ,:-"), part[named[0].end() :].strip(" ,:-")
    if behind.startswith("(") and behind.endswith(")"):
        behind = behind[1:-1]
    level = " ".join(filter(None, (_LEADING.sub("", before), behind)))
    return {"language": named[0][0], **({"level": level} if level else {})}


def _with_shared(found: list[Spoken]) -> list[Spoken]:
    """Give what is said of several languages to each: `English and Polish (both native)`."""
    for place, each in enumerate(found):
        if shared := _SHARED.match(each.get("level", "")):
            level = each["level"][shared.end() :]
            for one in found[: place + 1]:
                one.setdefault("level", level)
            each["level"] = level
    return found


def told_languages(sentence: str) -> list[Spoken]:
    """Return the languages of a sentence that plainly tells of nothing else.

    Behind no label and no *I speak* each says how well, or is one that many speak.
    """
    if len(sentence) > _LONGEST:
        return []
    label, colon, behind = sentence.partition(":")
    is_labelled = bool(colon) and RESUME.get(fold_title(label)) == "languages"
    told = _TOLD.match(sentence)
    said = behind if is_labelled else sentence[told.end() :] if told else sentence
    spoken = [read_spoken(part) for part in _AND.split(said.strip()) if part]
    is_told = is_labelled or bool(told)
    is_sure = all(each and _is_sure(each, is_told=is_told) for each in spoken)
    is_level_told = is_told or any("level" in each for each in spoken)
    return spoken if is_sure and is_level_told else []


def _is_sure(spoken: Spoken, *, is_told: bool) -> bool:
    name, level = spoken["language"], spoken.get("level", "")
    named = name.split()
    is_one = all(word[0].isupper() for word in named) and len(named) <= _MOST_WORDS
    return is_language(name) or (is_one and (is_told or bool(_LEVELLED.match(level))))
