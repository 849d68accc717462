"""Rows of a new dossier, rated one by one: what answers each, how well, with which limit."""

from __future__ import annotations

from collections.abc import Sequence

import click

from dossier.assistants.fences import on_one_line
from dossier.cli.columns import brief, sentence, shown
from dossier.cli.fit_claims import is_open, part_claims, prove, show_claim
from dossier.cli.questions import ON_WORD, STOP, ask_line
from dossier.importing.draft import Draft, Values
from dossier.importing.words import Copied
from dossier.match.background import ProfileFact
from dossier.match.offers import Ask, Candidate
from dossier.match.own_word import is_on_word
from dossier.model.application import Priority, Strength
from dossier.model.library import RecordEntry
from dossier.model.scales import STRENGTH_MEANS
from dossier.plain.frozen import frozen
from dossier.plain.joining import joined

WORDS = {strength.value[0]: strength for strength in Strength}
"""Strengths by their letters."""
LIMITED = frozenset({Strength.MODERATE, Strength.WEAK})
"""Those that say their limit."""
_HELP = "\n".join(
    [
        *(f"  {key}  {it.value}: {STRENGTH_MEANS[it]}" for key, it in WORDS.items()),
        "  t  a must is nice to have, or the other way round",
    ]
)
_NAMES = frozenset({"skills", "languages"})
"""Fields of the profile that list names: several of them are one claim."""
_LETTERS = "abcdefgh"
_SHOWS = f"What shows it: a paper, a person? Enter: {ON_WORD}"
_TURN = "t"
"""What makes a must of what is nice to have, and the other way round."""
_NO_MORE = "So far no more than this."
_SHORT = 4
"""An answer of more words is a sentence."""


@frozen
class Answer:
    """What may answer a row."""

    text: str
    record: str = ""
    """Empty for what the profile says, or the author now."""
    field: str = ""
    """The field of the profile that says it."""


def rate_rows(draft: Draft, asks: Sequence[Ask], left_out: list[Values]) -> None:
    """Ask for each row how well one meets it, and add the tasks that are left out.

    What else is left for later stays as it would be without asking.
    """
    rows = draft.dossier["proof_points"]
    click.echo(f"Enter leaves a row for later, q stops.\n{_HELP}")
    for position, (row, ask) in enumerate(zip(rows, asks, strict=True)):
        if row["strength"] is not None:
            continue
        kind = "task, Enter leaves it out" if ask.is_task else ask.priority.value
        click.echo(f"\n{position + 1} of {len(rows)}, {kind}: {shown(ask.text)}")
        is_rated = _rate(draft, row, ask)
        if is_rated or ask.is_task:
            draft.comments.pop(("proof_points", position), None)
        if ask.is_task and not is_rated:
            left_out.append(row)


def _rate(draft: Draft, row: Values, ask: Ask) -> bool:
    """Rate a row. Returns whether anything was said."""
    answers = answers_of(ask)
    for letter, answer in zip(_LETTERS, answers, strict=False):
        click.echo(f"  {letter}) {sentence(answer.text)}")
    chosen, strength = _chosen(row, answers) if answers else _said(row)
    if strength is None:
        return False
    answer_row(row, chosen, strength)
    if (claims := part_claims(draft, row, claims_of(chosen))) and not is_taken_on_word(ask):
        for claim in (each for each in claims if is_open(draft, each)):
            show_claim(draft, claim, ask_or_stop(f"  {brief(sentence(claim))}: {_SHOWS}"))
    elif "claim" in row and not is_taken_on_word(ask):
        prove(draft, row, ask_or_stop(f"  {_SHOWS}"))
    if strength in LIMITED:
        limit_row(row, "  Its limit", chosen)
    return True


def answers_of(ask: Ask) -> list[Answer]:
    """Return all that may answer what is asked, the likeliest first."""
    return [answer_of(found) for found in ask.ranked]


def answer_of(found: Candidate | RecordEntry | ProfileFact) -> Answer:
    """Return a record or a part of the profile as it answers a row."""
    entry = found.entry if isinstance(found, Candidate) else found
    if isinstance(entry, RecordEntry):
        return Answer(entry.record.claim, entry.id)
    return Answer(entry.text, field=entry.field)


def is_taken_on_word(ask: Ask) -> bool:
    """Return whether nobody proves what is asked for: a language, to be willing, to live there."""
    return (is_on_word(ask.text) and not ask.is_task) or is_of_language(ask)


def is_of_language(ask: Ask) -> bool:
    """Return whether a language is asked for, which few have a paper of."""
    return any(fact.field == "languages" for fact in ask.facts)


def turn(row: Values) -> bool:
    """Make a must of a row that is nice to have, or the other way. A task is neither."""
    if str(row["priority"]) == Priority.TASK.value:
        return False
    other = Priority.MUST if str(row["priority"]) == Priority.NICE.value else Priority.NICE
    row["priority"] = Copied(other.value)
    return True


def _asked(row: Values, question: str) -> str:
    """Ask of a row until the answer is another than to turn it."""
    while (said := ask_or_stop(question)).casefold() == _TURN and turn(row):
        click.echo(f"  {row['priority']} now")
    return said


def answer_row(row: Values, chosen: Sequence[Answer], strength: Strength) -> None:
    """Say in a row what answers it, and how well; where no record does, in its own words."""
    answers = [] if strength is Strength.NONE else chosen
    row["evidence"] = [Copied(answer.record) for answer in answers if answer.record]
    row["strength"] = Copied(strength.value)
    row.pop("claim", None)
    if claims := claims_of(answers):
        row["claim"] = Copied(joined(claims))


def claims_of(answers: Sequence[Answer]) -> list[str]:
    """Return what no record says, each that holds by itself alone; names of one list together."""
    claims: dict[str, list[str]] = {}
    for each in (answer for answer in answers if not answer.record):
        claims.setdefault(each.field if each.field in _NAMES else each.text, []).append(each.text)
    together = map(joined, claims.values())
    return [f"{claim[:1].upper()}{claim[1:]}" for claim in together]


def limit_row(row: Values, question: str, answers: Sequence[Answer]) -> None:
    """Ask for the limit of a row; Enter takes the sentence that its author typed for it, if any.

    Else that there is no more, which is true of whatever meets a row in part.
    """
    own = joined(each.text for each in answers if not (each.record or each.field))
    claim = own if len(own.split()) > _SHORT else _NO_MORE
    enter = f" (Enter: {brief(shown(claim))})"
    said = ask_or_stop(f"{question}, in a sentence that the reader sees{enter}") or claim
    row["note"] = Copied(said)


def _chosen(row: Values, answers: Sequence[Answer]) -> tuple[list[Answer], Strength | None]:
    """Ask how well which of the answers hold: `s` all of them, `s a` the first alone."""
    some = ", with letters for some alone: s a" if len(answers) > 1 else ""
    some += "; or a sentence of your own"
    letters = dict(zip(_LETTERS, answers, strict=False))
    while True:
        said = _asked(row, f"  How well? [{'/'.join(WORDS)}{some}]")
        if len(said.split()) > _SHORT:
            return [Answer(said)], _strength()
        words = said.casefold().replace(",", " ").split()
        if len(words) > 1 and words[0] not in WORDS:
            words = [words[-1], *words[:-1]]
        named = "".join(words[1:])
        if (not words or _is_strength(words[0])) and set(named) <= letters.keys():
            kept = [letters[letter] for letter in dict.fromkeys(named)] or list(answers)
            return kept, WORDS[words[0][0]] if words else None
        click.echo("  Type one of these letters, Enter to leave it for later, q to stop.")


def _is_strength(word: str) -> bool:
    return word in WORDS or word in {strength.value for strength in Strength}


def _said(row: Values) -> tuple[list[Answer], Strength | None]:
    question = "  Nothing of yours has its words. What do you say to it? Its limit comes later. "
    said = _asked(row, f"{question}(n nothing to show)")
    if said in ("-", "n"):
        return [], Strength.NONE
    return ([Answer(said)], _strength()) if said else ([], None)


def _strength() -> Strength | None:
    while True:
        said = ask_or_stop(f"  How well? [{'/'.join(WORDS)}]").casefold()
        if not said or _is_strength(said):
            return WORDS[said[0]] if said else None
        click.echo("  Type one of these letters, Enter to leave it for later, q to stop.")


def write_sections(draft: Draft, proposed: str) -> None:
    """Ask for the two texts that the reader reads first, unless they are there.

    `proposed` is the pitch that Enter takes, in the author's words, empty for none.
    """
    taken = f". Enter: {shown(on_one_line(proposed))}\n  Yours" if proposed else ""
    questions = (
        ("Pitch", f"Pitch, what you bring, in a sentence{taken}", proposed),
        ("Why", "Why them, in a sentence (Enter: left out)", ""),
    )
    for title, question, default in questions:
        part = next(part for part in draft.parts if part.title == title)
        if part.text:
            continue
        said = ask_or_stop(question) or default
        part.text = "" if said == "-" else Copied(said)


def ask_or_stop(question: str) -> str:
    """Return what is answered. Raises Abort at `q`."""
    said = ask_line(question)
    if said == STOP:
        raise click.Abort
    return said
