"""What records say now is what files are judged by, though few of them are judged again."""

import random

import pytest

from dossier.lint import lint
from dossier.lint.cache import _caches, forget
from dossier.load.assemble import assemble
from dossier.load.collector import KeptEntries
from dossier.model.audience import Audience
from dossier.model.kept_parts import with_parts_of
from dossier.model.library import Library
from tests.builders import AS_OF, MINIMAL, tree_of
from tests.lint.judged import files_judged

DOSSIER = "content/applications/acme/index.md"
HOME, RECORDS, OTHERS = (
    "content/index.md",
    "content/evidence/qortex.yml",
    "content/evidence/lab.yml",
)
FIELDS = {
    "note": ("", "", "# a note\n"),
    "claim": ("It ranks by use", "It ranks 12 things by use", "It ranks"),
    "status": ("shipped", "shipped", "planned", "unconfirmed"),
    "audience": ("shared", "public", "private"),
    "project": ("qortex", "qortex", "other"),
    "part": ("", "part: used", "part: sole"),
    "team": ("", "team: 14"),
    "method": ("Counted", "Counted in 77 widgets", "Counted in 30 concepts\n      and more"),
    "limits": ("None", "Only 5 domains"),
    "must_say": ("", "must_say: [controlled]"),
    "name": ("precision gain", "precision gain", "recall"),
    "value": ("22", "22.0", "30", "77", "14"),
    "unit": ('"%"', '"%"', "ms", "concepts"),
    "before": ("", "before: 5, ", "before: 22, "),
    "scope": ("20 concepts", "77 concepts", "all concepts"),
    "skill": ("bandits", "graphs"),
    "check": ("rerun", "statement"),
}
TEXT = """\
{note}project: {project}
audience: shared
evidence:
  - id: gain
    claim: {claim}
    kind: benchmark
    check: {check}
    status: {status}
    audience: {audience}
    {part}
    {team}
    {must_say}
    metrics:
      - {{id: rate, name: {name}, value: {value}, unit: {unit}, {before}scope: {scope}}}
    method: {method}
    limits: {limits}
    source: {{label: Report, url: "https://example.org/r"}}
    skills: [{skill}]
  - {{id: more, claim: It is quick, kind: code, check: statement}}
"""
FRONT = "---\ncompany: Initech {}\nstatus: drafting\n---\n\n## Pitch\n\n"
SENTENCES = (
    "My precision gain is [](evidence:qortex/gain#rate).",
    "I led [the ranking](evidence:lab/gain), whose precision gain rose by 30%, on 20 concepts.",
    "Recall rose from 5 to 22%. I built qortex in a team of 14.",
    "I shipped 77 widgets, and it took 22 ms.",
    "See [it](evidence:qortex/more) and [that](evidence:lab/none), at 12 things in 5 domains.",
    "[It](evidence:lab/gain) runs live in production now.",
    "```evidence\nskills: bandits\n```",
)


class Author:
    """Somebody who writes records and dossiers by chance, and their reader."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - edits are no secret
        self.filled = {name: {f: v[0] for f, v in FIELDS.items()} for name in (RECORDS, OTHERS)}
        self.prose = dict(enumerate(SENTENCES))
        self.kept = KeptEntries(Audience.PRIVATE)
        self.library: Library | None = None

    def edit(self) -> str:
        file = self.dice.choice((RECORDS, RECORDS, OTHERS, DOSSIER))
        if file == DOSSIER:
            number, more = self.dice.choice([*self.prose]), self.dice.choice(SENTENCES)
            self.prose[number] = f"{SENTENCES[number]}\n\n{more}"
            return f"{number}: {more}"
        name = self.dice.choice(sorted(FIELDS))
        self.filled[file][name] = self.dice.choice(FIELDS[name])
        return f"{file}: {name} = {self.filled[file][name]!r}"

    def read(self) -> Library:
        texts = {
            DOSSIER.replace("acme", f"initech-{n}"): f"{FRONT.format(n)}{text}\n"
            for n, text in self.prose.items()
        }
        records = {name: TEXT.format(**filled) for name, filled in self.filled.items()}
        library, _ = assemble(tree_of(MINIMAL | texts | records), Audience.PRIVATE, self.kept)
        self.library = with_parts_of(library, self.library) if self.library else library
        return self.library


def check(author: Author, done: object) -> tuple[str, ...]:
    """Return the problems that are found now, which are those of a clean run."""
    library = author.read()
    found = tuple(str(problem) for problem in lint(library, AS_OF))
    known = list(_caches)
    forget()
    assert found == tuple(str(problem) for problem in lint(library, AS_OF)), done
    _caches[:] = known
    return found


@pytest.mark.parametrize(
    ("seed", "edits"),
    [(1, 40), *(pytest.param(seed, 400, marks=pytest.mark.long) for seed in range(2, 6))],
)
def test_problems_are_those_of_a_clean_run_after_each_edit(seed: int, edits: int) -> None:
    author, done, told = Author(seed), list[str](), set[tuple[str, ...]]()
    forget()
    for _ in range(edits):
        done.append(author.edit())
        told.add(check(author, done))
    assert len(told) > edits / 4


def test_files_are_judged_again_that_ask_for_what_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged = files_judged(monkeypatch)
    author = Author(1)
    forget()
    check(author, "at first")
    for file, field, value, dossiers in (
        (RECORDS, "method", "Counted twice", ""),
        (RECORDS, "method", "Counted\n      on", ""),
        (RECORDS, "method", "In 77 lamps", "3"),
        ("3", "prose", "One.", "3"),
        ("3", "prose", "Two.", "3"),
        (RECORDS, "method", "In 77 widgets", "3"),
        (OTHERS, "note", "# a note\n", "14"),
        (RECORDS, "skill", "graphs", "012346"),
        (RECORDS, "must_say", "must_say: [controlled]", "0123456"),
        (RECORDS, "name", "widgets shipped", "0123456"),
    ):
        if file in author.filled:
            author.filled[file][field] = value
        else:
            author.prose[int(file)] += f"\n\n{value}"
        library = author.read()
        judged.clear()
        lint(library, AS_OF)
        numbers = "".join(sorted(name[-10] for name in {*judged} if "initech" in name))
        assert (field, value, numbers) == (field, value, dossiers)
        assert (HOME in judged) is (dossiers == "0123456")
        check(author, (field, value))
