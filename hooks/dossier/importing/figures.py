"""Figures that an input tells to records of evidence: unconfirmed, so that none of them counts.

A record says what was said and no more. It has neither day nor source that was not given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from urllib.parse import urlsplit

from dossier.importing.counts import (
    counts_things,
    is_further_label,
    name_per_time,
    people_of,
    tells_age,
    tells_size,
)
from dossier.importing.draft import Draft, Values
from dossier.importing.figure_values import scaled, scope_of, unit_of, values_of
from dossier.importing.ids import new_id
from dossier.importing.metric_names import changed_in, name_of
from dossier.importing.parts_of_wholes import part_of
from dossier.importing.unnamed_figures import UNIT
from dossier.importing.values import find_link, plain_line
from dossier.importing.whole_names import named_tokens
from dossier.importing.words import Copied
from dossier.model.evidence import Check, EvidenceKind, Operator, RecordStatus
from dossier.plain.folding import plain
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.yaml_places import Path
from dossier.plain.yaml_writing import write_yaml
from dossier.prose.sections import SHARED
from dossier.quantities.direction import told_direction
from dossier.quantities.incidental import is_incidental
from dossier.quantities.lexicon import Lexicon, lexicon
from dossier.quantities.ordering import joined_order
from dossier.quantities.quantity import Bound, Form, Quantity
from dossier.quantities.reader import quantities
from dossier.quantities.tokens import Token, low_at, tokens

_OPERATORS = {
    Bound.AT_LEAST: Operator.AT_LEAST,
    Bound.AT_MOST: Operator.AT_MOST,
    Bound.OVER: Operator.ABOVE,
    Bound.UNDER: Operator.BELOW,
    Bound.ABOUT: Operator.ABOUT,
}
_SIGNS = {"+": Operator.PLUS, "-": Operator.MINUS}
_BESIDE = frozenset({"with", "for", "in", "at", "on"})
"""What stands before another figure: `400,000 words from Danish, with 2 complaints`."""
_SAYING = pattern(r"[^\W\d_]{2}")
_BEGAN = pattern(
    r"\bwhen (?:I|we) (?:began|started|joined|arrived|came|took over)\b", re.IGNORECASE
)
_LEFT = pattern(r"\s*(?:when (?:I|we) left|now\b|today\b|at the end\b)", re.IGNORECASE)
"""What tells an earlier from a later value: `410 members when I began, 655 when I left`."""
_AIM = pattern(r"\b(?:targets?|goals?|budget(?:ed)?|plan(?:ned)?|limit|norm)\b", re.IGNORECASE)
"""What is no earlier value: `23% against a target of 26%`."""
_UNIT_BEHIND = pattern(rf"(?<=\d){UNIT.pattern}$")
_SENTENCE = pattern(r"(?<=[.!?])[\"'\u201d*)]*\s+")
_ITEM = pattern(r"^\s*(?:[-*+\u2022]|\d{1,2}[.)])\s+")
_SPOKEN = frozenset({"pitch", "emphasis", "why", "hooks", "letter"})


@dataclass
class Records:
    """Records made of one input."""

    values: list[Values] = field(default_factory=list)
    seen: set[tuple[str, str]] = field(default_factory=set)
    """Figures that a record has, each with the name of what it is."""
    comments: dict[Path, list[str]] = field(default_factory=dict)
    """Metrics and projects, which are proposed: what a figure is of is its author's to say."""

    def put_into(self, draft: Draft) -> None:
        """Make the records a draft's."""
        draft.records, draft.record_comments = self.values, self.comments

    def add(self, claim: str, kind: EvidenceKind, source: str = "", project: str = "") -> str:
        """Make a record of a text if it has a figure or a source. Returns its id, or nothing."""
        claim = " ".join(_ITEM.sub("", claim).split())
        said = plain(claim)  # what `dossier confirm` proposes of it is the same, then
        found = named_tokens(said)
        told = [each for each in _told(said, found) if self._is_new(said, found, each.first)]
        is_told = told or (kind is EvidenceKind.EMPLOYMENT and counts_things(said, found))
        if not claim or not (source or (is_told and _SAYING.search(claim))):
            return ""
        record: Values = {
            # One word: by the words of its id a sentence would be taken to speak of it.
            "id": Copied(f"figure{len(self.values) + 1}"),
            "claim": Copied(claim),
            "kind": Copied(kind),
            "check": Copied(Check.STATEMENT),
            "status": Copied(RecordStatus.UNCONFIRMED),
        }
        metrics = [m for each in told if (m := _metric(said, found, each))]
        proposed = [f"project: {project}"] if project else []
        if metrics:
            lines = write_yaml({"metrics": _with_ids(metrics)}).split("\n")
            proposed += [line for line in lines if line]
        if proposed:
            self.comments["evidence", len(self.values)] = proposed
        if source:
            record["source"] = read_source(source)
        self.values.append(record)
        return str(record["id"])

    def _is_new(self, text: str, found: Sequence[Token], figure: Quantity) -> bool:
        key = (figure.text.lstrip("+"), name_of(text, found, figure).casefold())
        is_new = key not in self.seen
        self.seen.add(key)
        return is_new


def proposed_metrics(claim: str) -> list[Values]:
    """Return a metric for each figure of a sentence that says what it is of."""
    found = named_tokens(claim)
    told = (_metric(claim, found, each) for each in _told(claim, found))
    return _with_ids([metric for metric in told if metric])


def value_alone(text: str) -> Values | None:
    """Return what a metric has of a figure that is a whole text: `EUR 2.4m`, `about 60`."""
    bare = _UNIT_BEHIND.sub("", text)
    other, text = text[len(bare) :].strip(), bare
    said = tokens(text)
    found = quantities(text, said, lexicon("en"))
    lead = lexicon("en").ending_at("bounds", said, found[0].first) if found else None
    is_whole = len(found) == 1 and found[0].first == (lead[0] if lead else 0)
    if not is_whole or found[0].end != len(text) or found[0].form is not Form.DIGITS:
        return None
    values, unit = values_of(found[0]), unit_of(found[0]) or other
    if len(values) != 1 or (other and unit != other):
        return None
    told = {"value": values[0], "unit": unit, "display": scaled(found[0])}
    told["op"] = _SIGNS.get(found[0].sign) or _OPERATORS.get(found[0].bound) or ""
    return {key: Copied(v) if isinstance(v, str) else v for key, v in told.items() if v != ""}


@frozen
class _Told:
    """A figure, and the earlier value of the same, if it is told from what to what."""

    figure: Quantity
    before: Quantity | None = None
    name: str = ""
    """What it is of, where that is told with another figure: `trainees passed`."""
    scope: str = ""
    """Out of how many, where another figure tells it: `of 134`."""

    @property
    def first(self) -> Quantity:
        """The one that stands first in the text."""
        both = (self.figure, self.before or self.figure)
        return min(both, key=lambda figure: figure.first)


def _metric(text: str, found: Sequence[Token], told: _Told) -> Values | None:
    figure, per_time = told.figure, name_per_time(text, found, told.figure, told.before)
    of, unit = name_of(text, found, told.first), unit_of(figure)
    if told.before and (changed := changed_in(text, found, told.figure, told.before)):
        of, unit = changed
    name = told.name or per_time or people_of(found, figure, of) or of
    if not name or (figure.rate and not per_time) or name.casefold() == unit.casefold():
        return None
    values = values_of(figure)
    if not values or len(values) > 2 or (len(values) == 2 and values[0] >= values[1]):  # noqa: PLR2004
        return None
    metric: Values = {"name": Copied(name), "value": values[0] if len(values) == 1 else values}
    earlier = values_of(told.before) if told.before else []
    if scope := told.scope or scope_of(figure):
        metric["scope"] = Copied(scope)
    # A unit may stand behind one of two figures alone.
    unit_before = unit_of(told.before) if told.before and len(earlier) == 1 else ""
    if unit := unit or unit_before:
        metric["unit"] = Copied(unit)
    sign = _SIGNS.get(figure.sign)
    if not (sign or told.before) and low_at(found, figure.first - 1) == "by":
        # `Cut spend by 17%` is no spend of 17%.
        way = told_direction(found[: figure.last], (figure,), figure, lexicon("en"), 0)
        sign = {"up": Operator.PLUS, "down": Operator.MINUS}.get(way)
    if operator := sign or _OPERATORS.get(figure.bound):
        metric["op"] = Copied(operator)
    if (display := scaled(figure)) and len(values) == 1:
        metric["display"] = Copied(display)
    if len(earlier) == 1:
        is_other = unit_before and unit_before != unit
        of_other = {"value": earlier[0], "unit": Copied(unit_before)}
        metric["before"] = of_other if is_other else earlier[0]
    return metric


def _told(text: str, found: Sequence[Token]) -> Iterator[_Told]:
    """Yield the figures of a text that claim something; *from A to B* tells of one thing."""
    known = lexicon("en")
    every = quantities(text, found, known)
    labels = {two.first for one, two in pairwise(every) if is_further_label(text, one, two)}
    digits = (f for f in every if f.form is Form.DIGITS and not f.is_label)
    figures = [f for f in digits if f.first not in labels]
    orders = [
        _order(found, known, one, two) or _order_of_time(text, one, two)
        for one, two in pairwise(figures)
    ]
    number = 0
    while number < len(figures):
        here = figures[number : number + 2]
        order, following = ([*orders[number : number + 2], "", ""])[:2]
        if order == "new-old" and following == "old-new":
            order = ""  # `By 19 days, from 57 to 38`
        if len(here) > 1 and not order and (part := part_of(text, found, *here)):
            yield _Told(min(here, key=lambda figure: figure.values), None, *part)
            number += 2
            continue
        number += 2 if order else 1
        if order and _AIM.search(text[here[0].end : here[1].start]):
            here, order = here[:1], ""
        told = here if order else here[:1]
        if (
            tells_age(found, here[0])
            or tells_size(found, here[0])
            or low_at(found, here[0].first - 1) == "per"  # `breakdowns per 1,000 rides`
            or all(is_incidental(found, every, f, known) for f in told)
        ):
            continue
        new, old = here if order == "new-old" else reversed(here) if order else (here[0], None)
        yield _Told(new, old)


def _order(found: Sequence[Token], known: Lexicon, one: Quantity, two: Quantity) -> str:
    """Return which of two figures of one kind is the newer: `new-old`, `old-new`."""
    is_alike = one.kind == two.kind or not (one.kind and two.kind)
    is_alike = is_alike and low_at(found, two.first - 1) not in _BESIDE
    return joined_order(found, known, one, two) if is_alike else ""


def _order_of_time(text: str, one: Quantity, two: Quantity) -> str:
    """Return `old-new` where words say that the first of two figures was of the beginning."""
    between = text[one.end : two.start]
    is_old = _BEGAN.search(between) and _LEFT.match(text, two.end)
    is_german = between.strip() == "auf" and text.endswith("von ", 0, one.start)
    return "old-new" if one.kind == two.kind and (is_old or is_german) else ""


def _with_ids(metrics: list[Values]) -> list[Values]:
    found: list[Values] = []
    for metric in metrics:
        taken = {str(other["id"]) for other in found}
        found.append({"id": new_id(metric["name"], taken, other="value"), **metric})
    return found


def read_source(text: str) -> Values:
    """Return a source by what was given: an address, a name, or both."""
    link = find_link(text)
    if link is None:
        return {"label": plain_line(text) or " ".join(text.split())}
    address, said = link
    rest = " ".join(re.sub(r"!?\[[^\]]*\]\([^)]*\)|<[^>]*>", "", text).replace(address, "").split())
    label = " ".join(part for part in (said, rest.strip(" ,;:()")) if part)
    host = urlsplit(address).hostname or address
    return {"label": label or Copied(host), "url": address}


def add_records(draft: Draft) -> None:
    """Make records of a dossier's rows and of what it says to others."""
    made = Records()
    for row in draft.dossier.get("proof_points", ()):
        source = draft.sources.get(row["id"], "")
        record = made.add(row.get("claim") or row["requirement"], EvidenceKind.CODE, source)
        if record:
            draft.records_of_rows[row["id"]] = record
    for part in draft.parts:
        for line in part.text.split("\n") if part.name in _SPOKEN | SHARED else ():
            for sentence in _SENTENCE.split(_ITEM.sub("", line)):
                made.add(sentence, EvidenceKind.CODE)
    made.put_into(draft)
