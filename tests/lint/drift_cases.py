"""Lines planted into the shipped content, and what the lint says of them.

`python -m tests.lint.drift_cases FOLDER` tries another table than `tests/cases/drift`.

A table is a folder of `.txt` files, one a kind of fault. A line is a mark, a place and a text:

    ! place | text          a planted fault: something is said at its line
    = place | text          an honest line: nothing new is said anywhere
    ?! place | text         a fault that is known not to be told: too little binds
    ~ file | old | new      the content is changed first, for all lines of this table's file

`⏎` stands for the end of a line, `⟦00A0⟧` for the character of that number. The places are the keys
of `_PLACES`, and `claim:ROW`, `project:ID`.
"""

import json
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.load.tree import classify
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.model.library import Library
from dossier.plain.problems import Problem
from tests.builders import AS_OF, REPOSITORY, tree_of

TABLE = REPOSITORY / "tests" / "cases" / "drift"
JUDGED = frozenset({"caveat-missing", "figure-drift", "figure-unbacked", "status-drift"})
"""The codes that say a claim does not stand."""
DOSSIER = "content/applications/databricks/index.md"
Files = Mapping[str, str]
Change = tuple[str, str, str]
_CODE_POINT = re.compile("⟦([0-9A-F]{4,5})⟧")


@dataclass(frozen=True)
class Case:
    """A line of a table."""

    kind: str
    number: int
    is_fault: bool
    place: str
    text: str
    changes: tuple[Change, ...]
    is_known: bool = False
    """Whether it is known to be misjudged."""

    def __str__(self) -> str:
        return f"{self.kind}:{self.number}"


@dataclass(frozen=True)
class Planted:
    """A file of the content with a text put in."""

    file: str
    text: str
    lines: range
    """The lines that were put in, counted from 1."""
    removed: int
    """How many lines they stand in place of."""

    def was(self, line: int) -> int:
        """Return where a line after those put in stood before."""
        return line if line < self.lines.stop else line - len(self.lines) + self.removed


def read_table(folder: Path) -> list[Case]:
    """Return the lines of a table."""
    cases = []
    for file in sorted(folder.glob("*.txt")):
        lines = file.read_text(encoding="utf-8").split("\n")
        told = [(n, line) for n, line in enumerate(lines, start=1) if line and line[0] != "#"]
        changes = tuple(_change(line) for _, line in told if line[0] == "~")
        for number, line in told:
            if line[0] != "~":
                is_known, said = line[0] == "?", line.removeprefix("?")
                place, bar, text = said[2:].partition(" | ")
                assert bar, f"{file.name}:{number} has no place"
                assert said[:2] in ("! ", "= "), f"{file.name}:{number} has another mark"
                text = _CODE_POINT.sub(lambda m: chr(int(m[1], 16)), text.replace("⏎", "\n"))
                is_fault = said[0] == "!"
                cases.append(Case(file.stem, number, is_fault, place, text, changes, is_known))
    return cases


def _change(line: str) -> Change:
    file, old, new = line[2:].split(" | ")
    return file, old, new


@cache
def content(changes: tuple[Change, ...] = ()) -> Files:
    """Return the texts of the shipped content by file, changed if so asked."""
    paths = sorted((REPOSITORY / "content").rglob("*"))
    files = {
        path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8")
        for path in paths
        if path.suffix in (".md", ".yml")
    }
    for file, old, new in changes:
        assert files[file].count(old) == 1, f"stands {files[file].count(old)} times: {old}"
        files[file] = files[file].replace(old, new)
    return files


def plant(files: Files, place: str, text: str) -> Planted:
    """Put a text into a place of the content."""
    kind, _, name = place.partition(":")
    if kind == "project":
        return _at_end(files, f"content/projects/{name}.md", text)
    if kind == "claim":
        dossiers = sorted(file for file in files if file.startswith("content/applications/"))
        row = re.compile(rf"(?<=\n  - id: {name}\n    requirement: )(?:(?!\n  - id:).)*", re.DOTALL)
        file, found = next((f, m) for f in dossiers if (m := row.search(files[f])))
        return _field(files, file, "claim", text, found.start())
    return _PLACES[kind](files, text)


def _inserted(files: Files, file: str, at: int, text: str) -> Planted:
    """Put a paragraph before the line that begins at a position."""
    first = files[file].count("\n", 0, at) + 1
    block = f"{text}\n\n"
    lines = range(first, first + block.count("\n"))
    return Planted(file, files[file][:at] + block + files[file][at:], lines, 0)


def _at_end(files: Files, file: str, text: str) -> Planted:
    whole = files[file] + "\n"
    return _inserted({file: whole}, file, len(whole), text)


def _in_section(files: Files, title: str, text: str) -> Planted:
    start = files[DOSSIER].index(f"\n## {title}\n")
    end = files[DOSSIER].find("\n## ", start + 1)
    return _inserted(files, DOSSIER, len(files[DOSSIER]) if end < 0 else end + 1, text)


def _item(files: Files, title: str, mark: str, text: str) -> Planted:
    """Put an item right after the last one of a section's list."""
    whole = files[DOSSIER].rstrip("\n") + "\n\n"
    start = whole.index(f"\n## {title}\n")
    end = whole.find("\n\n## ", start + 1)
    at = len(whole) - 1 if end < 0 else end + 1
    indent = "\n" + " " * len(mark)
    return _inserted({DOSSIER: whole}, DOSSIER, at, mark + text.replace("\n", indent))


def _new_section(files: Files, title: str, text: str) -> Planted:
    at = files[DOSSIER].index("\n## Gaps\n") + 1
    return _inserted(files, DOSSIER, at, f"## {title}\n\n{text}")


def _field(files: Files, file: str, key: str, text: str, after: int = 0) -> Planted:
    """Replace the first value of a key after a position."""
    whole = files[file]
    field = re.compile(rf"^( *){key}:.*\n(?:\1 +.*\n)*", re.MULTILINE)
    found = field.search(whole, after)
    assert found, f"{file} has no {key} there"
    line = f"{found[1]}{key}: {json.dumps(text, ensure_ascii=False)}\n"
    first = whole.count("\n", 0, found.start()) + 1
    changed = whole[: found.start()] + line + whole[found.end() :]
    return Planted(file, changed, range(first, first + 1), found[0].count("\n"))


_PLACES = {
    "answer": lambda f, t: _in_section(f, "Questions", f"### What else? {{ about=else }}\n\n{t}"),
    "context": lambda f, t: _new_section(f, "Context", t),
    "emphasis": lambda f, t: _item(f, "Resume Emphasis", "7. ", t),
    "framing": lambda f, t: _field(f, DOSSIER, "framing", t, f[DOSSIER].index("- id: spark")),
    "headline": lambda f, t: _field(f, "content/profile.yml", "headline", t),
    "home": lambda f, t: _at_end(f, "content/index.md", t),
    "hooks": lambda f, t: _item(f, "Hooks", "- ", t),
    "letter": lambda f, t: _new_section(f, "Letter", t),
    "notes": lambda f, t: _item(f, "Notes", "- ", t),
    "pitch": lambda f, t: _in_section(f, "Pitch", t),
    "why": lambda f, t: _in_section(f, "Why This Role", t),
}


@cache
def _ground(changes: tuple[Change, ...]) -> Library:
    """Return what any text may refer to: all but the dossiers and pages."""
    library, problems = assemble(tree_of(content(changes)), Audience.PRIVATE)
    assert not problems
    return replace(library, applications={}, pages={})


def _library(changes: tuple[Change, ...], file: str, text: str) -> Library:
    """Return a library that has, of dossiers and pages, the given file alone."""
    ground = _ground(changes)
    alone, problems = assemble(tree_of({file: text}), Audience.PRIVATE)
    assert not problems, problems
    kind, _ = classify(file.removeprefix("content/"))
    if kind is FileKind.PROFILE:
        return replace(ground, profile=alone.profile)
    if kind is FileKind.PROJECT:
        return replace(ground, projects={**ground.projects, **alone.projects})
    if kind is FileKind.EVIDENCE:
        return replace(ground, records={**ground.records, **alone.records})
    return replace(ground, applications=alone.applications, pages=alone.pages)


@cache
def _before(changes: tuple[Change, ...], file: str) -> frozenset[tuple[str, str, int]]:
    """Return what is said while a file is untouched."""
    problems = lint(_library(changes, file, content(changes)[file]), AS_OF)
    return frozenset((p.where.file, p.code, p.where.line) for p in problems)


def news(planted: Planted, changes: tuple[Change, ...] = ()) -> list[Problem]:
    """Return what is said only since a text was put in."""
    before = _before(changes, planted.file)
    return [
        problem
        for problem in lint(_library(changes, planted.file, planted.text), AS_OF)
        if is_at(planted, problem)
        or (
            problem.where.file,
            problem.code,
            planted.was(problem.where.line)
            if problem.where.file == planted.file
            else problem.where.line,
        )
        not in before
    ]


def is_at(planted: Planted, problem: Problem) -> bool:
    """Return whether something is said of the lines that were put in."""
    return problem.where.file == planted.file and problem.where.line in planted.lines


@cache
def said_of(case: Case) -> tuple[tuple[Problem, bool], ...]:
    """Return what is said anew because of a case, each with whether it is said at its lines."""
    planted = plant(content(case.changes), case.place, case.text)
    return tuple((problem, is_at(planted, problem)) for problem in news(planted, case.changes))


def is_judged_right(case: Case) -> bool:
    """Return whether a fault is caught where it stands, or an honest line left alone."""
    found = [is_there for problem, is_there in said_of(case) if problem.code in JUDGED]
    return any(found) if case.is_fault else not found


def summary(cases: Iterable[Case]) -> str:
    """Return how many faults are caught, and how many clean lines are flagged."""
    cases = list(cases)
    faults = [case for case in cases if case.is_fault]
    clean = [case for case in cases if not case.is_fault]
    caught = sum(is_judged_right(case) for case in faults)
    flagged = sum(not is_judged_right(case) for case in clean)
    kinds = len({case.kind for case in faults})
    return (
        f"caught {caught} of {len(faults)} faults over {kinds} kinds; "
        f"{len(clean)} clean lines, {flagged} flagged"
    )


if __name__ == "__main__":
    table = read_table(Path(sys.argv[1]) if sys.argv[1:] else TABLE)
    for wrong in (case for case in table if not is_judged_right(case)):
        print("missed" if wrong.is_fault else "flagged", wrong, wrong.place, "|", wrong.text)
        for problem, _ in said_of(wrong):
            print("   ", problem)
    print(summary(table))
