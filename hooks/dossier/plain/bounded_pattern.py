"""A regular expression from outside to one whose search cannot take long."""

from __future__ import annotations

import re

from dossier.plain.patterns import pattern

REACH = 40
"""How many signs `*`, `+` and `{n,}` of a regular expression may take."""
MOST_TRIES = 2_000
"""How many ways an expression may have to match at one place."""
_LONGEST = 200
_QUANTIFIER = pattern(r"[*+?]\??|\{(\d*)(,?)(\d*)\}\??")
_REFUSED = pattern(r"\(\?(?!:)|\\[1-9]")
_WHOLE = pattern(r"\(\?:|\[\^?\]?(?:\\.|[^\]\\])*\]")


def bounded_pattern(body: str) -> re.Pattern[str]:
    """Compile an expression, its repeats bounded. Raises ValueError for what could take long."""
    if not body or len(body) > _LONGEST:
        raise ValueError(f"an expression has 1 to {_LONGEST} signs")
    if _REFUSED.search(body):
        raise ValueError("back-references and `(?…)` other than `(?:…)` are not read")
    pattern = _bounded(body)
    try:
        compiled = re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"it is no regular expression: {error.msg}") from error
    if compiled.search(""):
        raise ValueError("it matches where nothing stands")
    return compiled


def _bounded(body: str) -> str:
    """Return an expression whose repeats end, unless its cost cannot be bounded."""
    parts: list[str] = []
    tries, position, after_group = 1, 0, False
    choices = [1]
    while position < len(body):
        whole = _WHOLE.match(body, position)
        counted = None if whole else _QUANTIFIER.match(body, position)
        found = whole or counted
        part = found[0] if found else body[position : position + 1 + (body[position] == "\\")]
        if counted:
            least, most = _range(counted)
            if after_group and most > 1:
                raise ValueError("a group may be left out with `?`, but not repeated")
            if most > REACH:
                raise ValueError(f"a repeat reaches {REACH} signs at most")
            tries *= most - least + 1
            lazy = "?" if len(part) > 1 and part.endswith("?") else ""
            part = f"{{{least},{most}}}{lazy}"
        after_group = part == ")"
        if part in ("(", "(?:"):
            choices.append(1)
        elif part == "|":
            choices[-1] += 1
        elif after_group and len(choices) > 1:
            tries *= choices.pop()
        parts.append(part)
        position += len(found[0]) if found else len(part)
    if tries > MOST_TRIES:
        raise ValueError("it could match in too many ways")
    return "".join(parts)


def _range(found: re.Match[str]) -> tuple[int, int]:
    sign = found[0][0]
    if sign != "{":
        return {"*": (0, REACH), "+": (1, REACH), "?": (0, 1)}[sign]
    least = int(found[1] or 0)
    return least, int(found[3]) if found[3] else (REACH if found[2] else least)
