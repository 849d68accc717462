"""Skills and languages as résumés list them: `**Languages:** Python, SQL`, `German (C1)`."""

from __future__ import annotations

import re

from dossier.importing.draft import Draft, has_field
from dossier.importing.tables import facts, items, without_lines
from dossier.importing.values import plain_line, split_list
from dossier.model.profile import Profile

_LANGUAGE = re.compile(
    r"(?P<language>[^\W\d_][\w ]{1,30}?)\s*"
    r"(?:\((?P<level>[^()]+)\)|(?::|\s[\u2013\u2014-])\s*(?P<said>\S.*))?"
)


def read_skills(draft: Draft, text: str) -> str:
    """Take groups of skills, and return the lines that are left. A list alone names no group."""
    if not has_field(Profile, "skills"):
        return text
    taken: set[int] = set()
    found = facts(text)
    for fact in found:
        skills = [plain_line(item) for item in (*split_list(fact.value), *fact.items)]
        group = plain_line(fact.label)
        is_alone = sum(other.lines == fact.lines for other in found) == 1
        if group and skills and all(skills) and is_alone:
            draft.profile.setdefault("skills", []).append({"group": group, "skills": skills})
            taken.update(fact.lines)
    return without_lines(text, taken)


def read_languages(draft: Draft, text: str) -> str:
    """Take languages with their levels, if all that is said is languages."""
    if not has_field(Profile, "languages"):
        return text
    found = items(text)
    lines = [item.text for item in found] or [line for line in text.split("\n") if line.strip()]
    said = [part for line in lines for part in split_list(line)]
    read = [_LANGUAGE.fullmatch(plain_line(part) or "") for part in said]
    is_whole = (
        not found
        or not without_lines(
            text, {number for item in found for number in range(item.line, item.end)}
        ).strip()
    )
    if not read or not all(read) or not is_whole:
        return text
    for match in read:
        if match:
            level = match["level"] or match["said"]
            language = {"language": match["language"], **({"level": level} if level else {})}
            draft.profile.setdefault("languages", []).append(language)
    draft.read_as(" ".join(item.mark for item in found), "the order of languages")
    return ""
