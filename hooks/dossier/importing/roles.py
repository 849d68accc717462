"""Labelled facts of a dossier to the fields of its roles and of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from dossier.importing.draft import Draft, Values, has_field
from dossier.importing.fields import COLUMNS, LABELS
from dossier.importing.outline import fold_title
from dossier.importing.tables import Fact, columns_of, facts, tables, without_lines
from dossier.importing.values import find_link, plain_line, read_date, read_fit, split_list
from dossier.importing.words import Copied, counted, dated, words
from dossier.model.application import Application, Role, Status
from dossier.model.posting import WorkMode
from dossier.model.stages import NONE, meaning_of
from dossier.plain.patterns import pattern

Converted = tuple[Any, str] | None
"""A value, and the words that were read as something else. None if it is not sure."""
_LISTS = {"contact": "contacts", "event.applied": "events"}
"""Targets that are an entry of a list."""
_STATUS_WORDS = 3
_NAME = r"[^\W\d_a-z][\w.'\u2019-]*"
_PERSON = pattern(
    rf"(?P<name>{_NAME}(?: {_NAME}){{0,3}})(?:\s*(?:[(<,|]|\s[\u2013\u2014-])\s*"
    r"(?P<channel>[^\s()<>]+@[^\s()<>]+|https?://[^\s()<>]+|\+?[\d ()-]{7,})[)>]?)?"
)
_TIER = pattern(r"(?:tier\s*)?(\d)", re.IGNORECASE)


def take_facts(draft: Draft, role: Values, text: str) -> str:
    """Take what has a field out of a text with labelled values, and return what is left."""
    lines: list[str | None] = list(text.split("\n"))
    groups: dict[tuple[int, ...], list[Fact]] = {}
    for fact in facts(text):
        groups.setdefault(fact.lines, []).append(fact)
    for numbers, group in groups.items():
        kept = [fact for fact in group if not take(draft, role, fact)]
        if len(kept) < len(group):
            lines[numbers[0]] = (
                "\n".join(f"- **{fact.label}:** {fact.value}" for fact in kept) or None
            )
            for number in numbers[1:]:
                lines[number] = None
    rest = "\n".join(line for line in lines if line is not None)
    return _take_tables(draft, role, without_lines(rest, set()))


def _take_tables(draft: Draft, role: Values, text: str) -> str:
    """Take the rows of tables of fields and values."""
    lines = text.split("\n")
    for table in reversed(tables(text)):
        at = columns_of(table, COLUMNS["facts"])
        if "label" not in at and len(table.columns) == 2:  # noqa: PLR2004 - a pair
            at = {"label": 0, "value": 1}
        if "label" not in at or "value" not in at:
            continue
        rows = table.rows
        if not LABELS.get(fold_title(table.columns[at["label"]])):
            draft.read_as(" ".join(table.columns), "fields")
        else:
            rows = (table.columns, *rows)
        rest = []
        for row in rows:
            label, value = row[at["label"]], row[at["value"]]
            others = [cell for n, cell in enumerate(row) if n not in (at["label"], at["value"])]
            is_number = all(not cell or cell.strip(".").isdigit() for cell in others)
            fact = Fact(label.strip("*_: "), value, (), (), is_bold=True)
            if is_number and take(draft, role, fact):
                draft.read_as(" ".join(others), "the order of the facts")
            else:
                rest.append("- " + " ".join([f"**{fact.label}:**", value, *others]).rstrip())
        lines[table.line : table.end] = rest
    return "\n".join(lines).strip("\n")


def take(draft: Draft, role: Values, fact: Fact) -> bool:
    """Put a labelled value into its field. Returns False if it has to be kept as it is."""
    target = LABELS.get(fold_title(fact.label))
    if target is None or (not fact.value and not fact.items):
        return False
    converted = _convert(target, fact)
    if converted is None:
        return False
    value, said = converted
    given = Counter(words(" ".join((fact.value, *fact.items))))
    if given - counted([value]) - Counter(words(said)):
        return False
    if not _put(draft.dossier, role, target, value):
        return False
    if target == "contact":
        value["role"] = fact.label  # who it is, in the input's own word
    else:
        draft.read_as(fact.label, target)
    draft.read_as(said, f"{target}: {value}")
    return True


def _put(application: Values, role: Values, target: str, value: Any) -> bool:  # noqa: ANN401
    """Set a field that has no value yet. Returns False if it has, or if there is no such field."""
    if target in _LISTS:
        application.setdefault(_LISTS[target], []).append(value)
        return True
    if target == "status":
        if "status" in application:
            return False
        application.update(value)
        return True
    values, model = (role, Role) if target.startswith("role.") else (application, Application)
    first, *rest = target.removeprefix("role.").split(".")
    if not has_field(model, first) or (target == "next.due" and "next" not in application):
        return False
    for name in rest:
        values, first = values.setdefault(first, {}), name
    if first in values:
        return False
    values[first] = value
    return True


def _convert(target: str, fact: Fact) -> Converted:
    if fact.items and target != "role.asks":
        return None
    return _CONVERTERS.get(target, _line)(fact)


def _line(fact: Fact) -> Converted:
    line = plain_line(fact.value)
    return (line, "") if line else None


def _text(fact: Fact) -> Converted:
    return fact.value, ""


def _url(fact: Fact) -> Converted:
    return find_link(fact.value)


def _fit(fact: Fact) -> Converted:
    fit = read_fit(fact.value)
    return (fit, fact.value) if fit is not None else None


def _asks(fact: Fact) -> Converted:
    asked = [*split_list(fact.value), *fact.items]
    return asked, ""


def _date(fact: Fact) -> Converted:
    date = read_date(fact.value)
    return (dated(date), fact.value) if date else None


def _applied(fact: Fact) -> Converted:
    date = read_date(fact.value)
    return ({"date": dated(date), "what": Copied("applied")}, fact.value) if date else None


def _status(fact: Fact) -> Converted:
    said = fact.value.strip("*_ .").casefold()
    if said in set(Status):
        return {"status": Copied(said)}, fact.value
    # A sentence is kept as it is: it says more than a stage.
    meaning = meaning_of(said) if len(words(said)) <= _STATUS_WORDS else None
    if meaning is None or meaning.stage == NONE:
        return None
    ended = {"outcome": Copied(meaning.outcome)} if meaning.outcome else {}
    return {"status": Copied(meaning.stage), **ended}, fact.value


def _tier(fact: Fact) -> Converted:
    found = _TIER.fullmatch(fact.value.strip("* "))
    return (int(found[1]), fact.value) if found else None


def _mode(fact: Fact) -> Converted:
    said = re.sub(r"\W", "", fact.value.casefold())
    return (Copied(said), fact.value) if said in set(WorkMode) else None


def _contact(fact: Fact) -> Converted:
    """Return a person with how to reach them: `Jo Doe (jo@example.org)`."""
    found = _PERSON.fullmatch(plain_line(fact.value) or "")
    if found is None:
        return None
    channel = {"channel": found["channel"]} if found["channel"] else {}
    return {"name": found["name"], **channel}, ""


def _aliases(fact: Fact) -> Converted:
    return split_list(fact.value), ""


def _none(_: Fact) -> Converted:
    return None


_CONVERTERS: dict[str, Callable[[Fact], Converted]] = {
    "role.url": _url,
    "role.fit": _fit,
    "role.asks": _asks,
    "role.assessment": _text,
    "role.compensation.posted": _text,
    "role.compensation.estimate": _text,
    "role.posting.posted": _date,
    "role.posting.checked": _date,
    "event.applied": _applied,
    "next.due": _date,
    "next.do": _text,
    "status": _status,
    "contact": _contact,
    "role.mode": _mode,
    "tier": _tier,
    "aliases": _aliases,
    "lead": _none,  # an id, which has to be one of the profile's
}
"""How the value of a target is read, where it is not a line of plain text."""
