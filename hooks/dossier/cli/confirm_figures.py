"""Figures that are proposed for a sentence, called otherwise, changed or left out at one prompt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import click

from dossier.assistants.vouching import read_value
from dossier.cli.columns import shown
from dossier.importing.figures import value_alone
from dossier.importing.ids import new_id
from dossier.model.evidence import Metric, Operator
from dossier.model.figure import spell, spell_before
from dossier.plain.folding import fold, plain
from dossier.plain.patterns import pattern

Metrics = list[dict[str, Any]]
"""Figures of one sentence, as its record will say them."""
_SAID = pattern(r"(?:(\d+)\s+)?(\S.*?)\s+=\s+(\S.*)")
_OF_ROW = pattern(r"(\d+)\s+=\s+(\S.*)")
_NEXT = pattern(r"\s*[,;]\s+(?=[^,;=]+\s=\s)")
"""Between two that are said in one line."""
_MEASURED = (
    r"(?:[%\u20ac$\u00a3\u00b0]\d\S*|\S*\d\S*\s?[%\u20ac$\u00a3\u00b0]|\S*\d\S*\s?[^\W\d]\S*)"
)
"""An amount with its unit."""
_CHANGES = (
    pattern(r"(?:from\s+)?(?P<old>\S.*?)\s*(?:->|=>|\u2192|\u21d2)\s*(?P<new>\S.*)"),
    pattern(r"(?i)from\s+(?P<old>\S.*?)\s+(?:down |up )?to\s+(?P<new>\S.*)"),
    # `5 to 14 kg` may be a range.
    pattern(rf"(?P<old>{_MEASURED})\s+to\s+(?P<new>{_MEASURED})"),
)
"""Two values of one figure, as they are typed."""
_DESCENDING = pattern(
    r"(?P<old>\d{1,9}(?:\.\d{1,9})?)\s+to\s+(?P<new>(?P<least>\d{1,9}(?:\.\d{1,9})?)(?:\s?[^\W\d]\S*|\s?%)?)"
)
_PER = pattern(
    r"\s+((?:a|an|per|each|every) (?:hour|day|night|shift|week|month|term|season|year))$"
)
_UNIT = pattern(r"[^\W\d_]|[%\u20ac$\u00a3\u00b0]")
_COMPARING = frozenset(Operator) - {Operator.PLUS, Operator.MINUS}
"""What a guess may have said of a value, and whoever says another one does not."""


def named_in(said: str) -> tuple[int | None, str, str] | None:
    """Return the number of a sentence, the name of a figure of it, and what is said of that.

    `5 = 60` names no figure: it is said of the only one that the sentence has.
    """
    if found := _OF_ROW.fullmatch(said):
        return int(found[1]), "", found[2]
    found = _SAID.fullmatch(said)
    return (int(found[1]) if found[1] else None, found[2], found[3]) if found else None


def each_said(said: str) -> list[str]:
    """Return what is said of several figures in one line, each for itself."""
    return _NEXT.split(said)


def correct(metrics: Metrics, said: str) -> bool:
    """Change the figures that `NAME = …` names. Returns whether there are any."""
    done = [_correct(metrics, each) for each in each_said(said)]
    return any(done)


def _correct(metrics: Metrics, said: str) -> bool:
    found = named_in(said)
    at = next((n for n, m in enumerate(metrics) if found and _is(m, found[1])), None)
    if found and not found[1] and len(metrics) == 1:
        at = 0
    if found is None or at is None:
        return False
    new, metric = found[2], metrics[at]
    said, per = _apart(new)
    if new == "-":
        del metrics[at]
    elif value := _said(metric, said):
        others = (m for m in metrics if m is not metric)
        metrics[at] = {**value, **_called(_timed(metric["name"], per), others)} if per else value
    elif tells_value(new):
        return False
    else:
        metrics[at] = {**metric, **_called(new, (m for m in metrics if m is not metric))}
    return True


def _said(metric: dict[str, Any], said: str) -> dict[str, Any] | None:
    """Return a figure with what is said of it; a unit that is said is not dropped."""
    told, bare = _told(metric, said), said[0].isdigit() and _valued(metric, said)
    return (told or bare if _UNIT.search(said.replace("before", "")) else bare or told) or None


def add_said(metrics: Metrics, name: str, said: str) -> bool:
    """Add a figure that nobody has found in its sentence. Returns whether a value is said."""
    amount, per = _apart(said)
    value = _told({}, amount) if name else None
    if value:
        metrics.append({**_called(_timed(name, per), metrics), **value})
    return value is not None


def tells_value(said: str) -> bool:
    """Return whether what is said of a figure is a value, be it one that cannot be read."""
    return bool(re.search(r"\d", said)) and _changing(said) is not None


def is_readable(said: str) -> bool:
    """Return whether a value can be read as the one of a figure."""
    return _told({}, _apart(said)[0]) is not None


def _apart(said: str) -> tuple[str, str]:
    """Return a value as `5 kg before 14 kg`, without the time that it is told per, and that."""
    per = _PER.search(said)
    bare = said[: per.start()] if per else said
    found = _changing(bare)
    changed = f"{found['new']} before {_PER.sub('', found['old'])}" if found else bare
    return changed, per[1] if per else ""


def _changing(said: str) -> re.Match[str] | None:
    """Return what finds two values of one figure in what is typed; no range descends."""
    found = next((f for each in _CHANGES if (f := each.fullmatch(said))), None)
    two = _DESCENDING.fullmatch(said)
    return found or (two if two and float(two["old"]) > float(two["least"]) else None)


def _timed(name: str, per: str) -> str:
    """Return a name with the time that its value is told per, which a value has no place for."""
    return f"{name} {per}" if per and not name.endswith(f" {per}") else name


def _called(name: str, others: Iterable[dict[str, Any]]) -> dict[str, Any]:
    said = " ".join(name.split())
    return {"id": new_id(said, {str(m["id"]) for m in others}, other="value"), "name": said}


def _is(metric: dict[str, Any], name: str) -> bool:
    return fold(str(metric["name"])).casefold() == fold(name).casefold()


def _valued(metric: dict[str, Any], said: str) -> dict[str, Any] | None:
    """Return a figure with another value, and with the one before, None where none is said."""
    unit = re.escape(str(metric.get("unit", "")))
    bare = re.sub(rf"\s*{unit}", "", said) if unit else said
    now, word, past = bare.partition("before")
    value, then = read_value(now.strip(" ,")), read_value(past) if word else ()
    if not value or then is None or len(then) > 1:
        return None
    earlier: Any = metric.get("before")
    kept = _without_value(metric)
    kept["value"] = value[0] if len(value) == 1 else list(value)
    if then:
        kept["before"] = {**earlier, "value": then[0]} if isinstance(earlier, dict) else then[0]
    return kept


def _told(metric: dict[str, Any], said: str) -> dict[str, Any] | None:
    """Return a figure with the amount that somebody says in words of its own: `EUR 2.4m`."""
    now, _, past = said.partition("before")
    # `2.4m` of euros is no length.
    begin = f"{metric.get('unit', '')} " if now[0].isdigit() else ""
    value, then = (
        value_alone(f"{begin}{text}") or value_alone(text)
        for text in (now.strip(" ,"), past.strip(" ,"))
    )
    if not value or (past and not then):
        return None
    kept = {**_without_value(metric), **value}
    if not then:
        return kept
    unit = then.get("unit", "")
    if unit and "unit" not in value:
        kept["unit"] = unit
    is_other = unit and unit != kept.get("unit")
    return {**kept, "before": {"value": then["value"], "unit": unit} if is_other else then["value"]}


def _without_value(metric: dict[str, Any]) -> dict[str, Any]:
    """Return a figure without what its value is, and whether it is as much, less or more."""
    kept = {key: each for key, each in metric.items() if key not in {"before", "display", "op"}}
    sign = metric.get("op")
    return kept if sign is None or sign in _COMPARING else {**kept, "op": sign}


def tell_lost(before: Metrics, now: Metrics) -> None:
    """Say which figures a changed sentence has no more."""
    kept = [metric["value"] for metric in now]
    for metric in before:
        if metric["value"] not in kept:
            click.echo(f"  No figure of it any more: {shown(spelled(metric))}")


def spelled(metric: dict[str, Any]) -> str:
    """Spell a figure as it is proposed: `complications: 4.1 → 1.6 %`, `sales: £148 → £171`."""
    values = Metric.model_validate({"id": "proposed", **metric})
    now, before = spell(values, ","), spell_before(values, ",")
    text = str(now)
    if before is not None:
        is_same = before.unit == now.unit and not before.closes_up
        text = f"{before.number if is_same else before} → {now}"
    scope = str(metric.get("scope", ""))
    blank = " " if scope and not scope.startswith("/") else ""  # `37/40`
    return f"{metric['name']}: {plain(text)}{blank}{scope}"
