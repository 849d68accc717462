"""Lines of `tests/cases/words`, and what is said of each with given words of the language.

`python -m tests.quantities.word_cases` writes behind each word of `claims/english` the first line
that fails without it, and prints the words that no line needs.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from unittest.mock import patch

from dossier.claims.judge import Judge
from dossier.lint import figure_doubled, figure_drift, part_drift, reach_unbacked, status_drift
from dossier.lint.file_view import FileView, file_views
from dossier.lint.standings import Standings
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.quantities.lexicon import Lexicon, lexicon, read_line
from dossier.records import record_index
from tests.builders import AS_OF, REPOSITORY, found_in, tree_of

FOLDER = REPOSITORY / "tests" / "cases" / "words"
ENGLISH = REPOSITORY / "hooks" / "dossier" / "claims" / "english"
RULES = (figure_drift, figure_doubled, part_drift, reach_unbacked, status_drift)
DOSSIER = "content/applications/acme/index.md"
TITLES = {"answer": "Questions\n\n### What", "letter": "Letter", "pitch": "Pitch"}


@dataclass(frozen=True)
class Line:
    """A line of the table, by its number."""

    number: int
    is_fault: bool
    place: str
    text: str


@dataclass(frozen=True)
class Word:
    """A word or phrase of a list, and the line that needs it."""

    list: str
    phrase: str
    meaning: str
    case: str

    def __str__(self) -> str:
        return f"{self.list}: {self.phrase}"


@cache
def lines() -> Mapping[int, Line]:
    found = {}
    for number, text in enumerate((FOLDER / "lines.txt").read_text().split("\n"), start=1):
        read = re.fullmatch(r"([!=]) (\S+) \| (.+)", text)
        assert read or not text or text.startswith("#"), text
        if read:
            found[number] = Line(number, read[1] == "!", read[2], read[3])
    return found


def words() -> Iterator[Word]:
    for file in sorted(ENGLISH.glob("*.txt")):
        for line in file.read_text().splitlines():
            if line and not line.startswith("#"):
                yield Word(file.stem, *read_line(line))


@cache
def files() -> Mapping[str, str]:
    paths = sorted((FOLDER / "content").rglob("*.*"))
    return {path.relative_to(FOLDER).as_posix(): path.read_text() for path in paths}


@cache
def base() -> Library:
    library, problems = assemble(tree_of(files()), Audience.PRIVATE)
    assert not problems, problems
    return library


@cache
def planted(place: str, text: str) -> Library:
    if place.startswith("project:"):
        file = f"content/projects/{place.removeprefix('project:')}.md"
        whole = f"{files()[file]}\n## More\n\n{text}\n"
    else:
        file = DOSSIER
        whole = files()[file].partition("## Pitch")[0] + f"## {TITLES[place]}\n\n{text}\n"
    alone, problems = assemble(tree_of({file: whole}), Audience.PRIVATE)
    assert not problems, problems
    return replace(
        base(), applications=alone.applications, projects={**base().projects, **alone.projects}
    )


def without(word: Word) -> Lexicon:
    """Return the English words but for one."""
    known = lexicon("en").lists
    left = {
        first: tuple(p for p in phrases if " ".join(p[0]) != spoken(word))
        for first, phrases in known[word.list].items()
    }
    return Lexicon({**known, word.list: {f: p for f, p in left.items() if p}})


def spoken(word: Word) -> str:
    from dossier.quantities.tokens import tokens  # noqa: PLC0415 - as lists are read

    return " ".join(token.low for token in tokens(word.phrase))


def codes(line: Line, known: Lexicon | None = None) -> list[str]:
    """Return what is said of a line with the words of a lexicon, those of English if not given."""
    library = planted(line.place, line.text)
    with patch.object(record_index, "lexicon", lambda _: known or lexicon("en")):
        standings = Standings(Judge(library))
        views = tuple(view for view in file_views(library, standings) if _is_of(view, line))
        found = (found_in(views, rule.RULE, library, AS_OF) for rule in RULES)
        return [problem.code for problems in found for problem in problems]


def _is_of(view: FileView, line: Line) -> bool:
    if line.place.startswith("project:"):
        return view.project is not None and view.project.id == line.place.removeprefix("project:")
    return view.application is not None


def is_right(line: Line, known: Lexicon | None = None) -> bool:
    return bool(codes(line, known)) is line.is_fault


def needed_by(word: Word) -> int | None:
    """Return the first line that is judged wrong without a word."""
    first = spoken(word).split()[0]
    known = without(word)
    for number, line in lines().items():
        if first in line.text.lower() and is_right(line) and not is_right(line, known):
            return number
    return None


def main() -> None:
    for line in lines().values():
        if not is_right(line):
            print("wrong", line, codes(line))
    for file in sorted(ENGLISH.glob("*.txt")):
        written = []
        for text in file.read_text().splitlines():
            word = Word(file.stem, *read_line(text))
            number = needed_by(word)
            if number is None:
                print("unneeded", word)
            said = f"{word.phrase} = {word.meaning}" if word.meaning else word.phrase
            written.append(f"{said:<32} ~ lines.txt:{number or 0}")
        file.write_text("\n".join(written) + "\n")


if __name__ == "__main__":
    main()
