"""Coverage to marks: the ring of a role, the micro-bar of a dossier, and what they say aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.match.coverage import WEIGHTS, RoleCoverage, RowCoverage, State, spell_percent
from dossier.model.application import Priority
from dossier.model.evidence import Check
from dossier.model.proof import ProofLevel
from dossier.plain.frozen import frozen
from dossier.render.labels import OWN_WORD, STATES
from dossier.render.proofs import spell_levels

ARC_ABOVE = 20
"""With more rows than this a ring has one arc a state, because single segments are too thin."""
_NOT_MET = frozenset({State.GAP, State.WEAK})
"""What a reader holds against somebody, unless it was nice to have only."""
_WIDE_GAP_ABOVE = 8
_WIDEST_GAP = 0.5
"""In rows. An arc of one row must not come out below nothing: browsers would fill the ring."""


@frozen
class Segment:
    """An arc of a ring. The circle's length is the number of rows."""

    state: State
    length: float
    rest: float
    offset: float


@frozen
class Tally:
    """How many rows are in one state."""

    state: State
    number: int
    word: str


@frozen
class InWords:
    """What is told of the rows in one state: `2 partial`."""

    state: State
    text: str


@frozen
class Badge:
    """The coverage of a role, ready to be drawn and to be read aloud."""

    percent: str
    """`85%`, or `n/a` when nothing is asked."""
    counts: str
    """`5 covered, 2 partial of 7`."""
    linked: str
    """`3 of the 5 covered linked to a source`, empty when nothing is covered."""
    proven: str
    """`by proof: 2 measured, 3 source named`, empty while nothing was checked."""
    segments: tuple[Segment, ...]
    bars: tuple[State, ...]
    tallies: tuple[Tally, ...]
    total: int
    in_words: tuple[InWords, ...]
    """What the rows come to, in the words of the person who shows them."""
    weighed: str
    """The percentage with what tells it from a plain count: `54%, a must counting twice`."""

    @property
    def unasked(self) -> str:
        """What is said where no row says anything: `n/a: nothing is asked`."""
        return f"{self.percent}: nothing is asked"

    @property
    def label(self) -> str:
        """Everything the mark says, in words."""
        if not self.total:
            return f"Coverage {self.unasked}"
        return f"Coverage {self.percent}: {self.says}"

    @property
    def says(self) -> str:
        """What goes with the percentage, which never stands alone."""
        return "; ".join(part for part in (self.counts, self.linked, self.proven) if part)


def badge(coverage: RoleCoverage) -> Badge:
    """Return the badge of a role's coverage."""
    counts = {state: coverage.counts[state] for state in STATES}
    total = len(coverage.rows)
    tallies = tuple(
        Tally(state, number, STATES[state]) for state, number in counts.items() if number
    )
    covered = counts[State.COVERED]
    return Badge(
        percent=spell_percent(coverage),
        counts=spell_counts(coverage),
        linked=_spell_linked(coverage.linked, covered),
        proven=_spell_proven(coverage),
        segments=_segments(coverage),
        bars=tuple(row.state for row in coverage.rows),
        tallies=tallies,
        total=total,
        in_words=tuple(_in_words(coverage)),
        weighed=_weighed(coverage),
    )


def is_own_word(covered: RowCoverage) -> bool:
    """Return whether a row stands on what its author says, and on nothing that was left out."""
    statements = (entry.record.check is Check.STATEMENT for entry in covered.records)
    return covered.state is State.CLAIMED and all(statements)


def unshown_mark(covered: RowCoverage) -> str:
    """Return what stands for a strength that would promise more than its records keep."""
    if is_own_word(covered):
        return OWN_WORD
    is_unshown = covered.state in (State.CLAIMED, State.STALE)
    return STATES[covered.state].capitalize() if is_unshown else ""


def _weighed(coverage: RoleCoverage) -> str:
    weights = {WEIGHTS[row.row.priority] for row in coverage.rows}
    told = ["a must counting twice"] if len(weights) > 1 else []
    told += ["a partial one half"] if coverage.counts[State.PARTIAL] else []
    return ", ".join((f"{coverage.percent}%", *told))


@frozen
class RoleBadge:
    """A role's name and its coverage."""

    title: str
    badge: Badge


def role_badges(coverages: Iterable[RoleCoverage]) -> tuple[RoleBadge, ...]:
    """Return the badges of roles."""
    return tuple(RoleBadge(c.role.title if c.role else "", badge(c)) for c in coverages)


def _in_words(coverage: RoleCoverage) -> Iterator[InWords]:
    """Yield what the rows in each state come to, those covered with all that is asked."""
    counts, asked = coverage.counts, coverage.asked
    covered = counts[State.COVERED]
    if asked:
        told = f"{_opening(coverage)}{_strongest(coverage)}"
        text = f"{covered or 'None'} of {asked} {STATES[State.COVERED]}"
        yield InWords(State.COVERED, f"{text}, {told}" if covered else text)
    spoken = sum(map(is_own_word, coverage.rows))
    for state, word in STATES.items():
        number = counts[state] - (spoken if state is State.CLAIMED else 0)
        if number and state is not State.COVERED:
            yield InWords(state, f"{number} {word}{_nice(coverage, state, number)}")
    if spoken:
        yield InWords(State.CLAIMED, f"{spoken} on my own word")


def _nice(coverage: RoleCoverage, state: State, number: int) -> str:
    """Say how many of the rows that are not met were only nice to have; nothing for none."""
    rows = (row for row in coverage.rows if row.state is state and state in _NOT_MET)
    nice = sum(row.row.priority is Priority.NICE for row in rows)
    if not nice:
        return ""
    return f", {'' if nice == number else f'{nice} of them '}nice to have"


def _spell_linked(linked: int, covered: int) -> str:
    """Spell how many of the covered rows are linked, nothing if none is covered."""
    if covered < 2:  # noqa: PLR2004 - one is none or all
        return f"the covered one {'' if linked else 'not '}linked to a source" if covered else ""
    number = "all" if linked == covered else f"{linked or 'none'} of the"
    return f"{number} {covered} covered linked to a source"


def _spell_proven(coverage: RoleCoverage) -> str:
    """Spell on which level the covered rows stand, nothing while no check opened a source."""
    levels = coverage.levels
    is_told = any(level >= ProofLevel.OPENS for level in levels)
    return f"by proof: {spell_levels(levels)}" if is_told else ""


def _strongest(coverage: RoleCoverage) -> str:
    """Spell the levels that a recipient can hold against the place itself, empty for none."""
    told = spell_levels(level for level in coverage.levels if level >= ProofLevel.PLACED)
    return f"; {told}" if told else ""


def _opening(coverage: RoleCoverage) -> str:
    covered, opening = coverage.counts[State.COVERED], coverage.opening
    if not opening:  # What is covered names a source: who asks for it is shown it.
        return f"{'' if covered == 1 else 'each '}with a source on request"
    if covered == 1:
        return "with a source you can open"
    number = "all" if opening == covered else opening
    return f"{number} of them with a source you can open"


def spell_counts(coverage: RoleCoverage) -> str:
    """Spell the counts of a role: `5 covered, 2 partial of 7`."""
    counts = coverage.counts
    words = [f"{counts[s]} {STATES[s]}" for s in STATES if counts[s] and s is not State.ACCEPTED]
    waived = f", {counts[State.ACCEPTED]} waived" if counts[State.ACCEPTED] else ""
    if not coverage.asked:
        return f"nothing asked{waived}"
    return f"{', '.join(words)} of {coverage.asked}{waived}"


def _segments(coverage: RoleCoverage) -> tuple[Segment, ...]:
    total = len(coverage.rows)
    if total > ARC_ABOVE:
        arcs = [(state, coverage.counts[state]) for state in STATES if coverage.counts[state]]
    else:
        arcs = [(row.state, 1) for row in coverage.rows]
    gap = 0.0
    if len(arcs) > 1:
        gap = 0.14 if total <= _WIDE_GAP_ABOVE else 0.2
        if total > ARC_ABOVE:
            gap = min(total * 0.012, _WIDEST_GAP)
    segments, start = [], 0
    for state, number in arcs:
        length = round(number - gap, 3)
        segments.append(
            Segment(state, length, round(total - length, 3), round(-start - gap / 2, 3))
        )
        start += number
    return tuple(segments)
