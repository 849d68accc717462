"""A small valid site, and how to put it on disk: `write_site(tmp_path, MINIMAL | {…})`."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from dossier.lint import lint
from dossier.lint.file_view import FileView, file_views
from dossier.lint.rule import AllFiles, Rule
from dossier.load.assemble import assemble
from dossier.load.tree import Tree, classify, parse
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.problems import Problem, in_order
from dossier.settings import Settings

REPOSITORY = Path(__file__).resolve().parent.parent
AS_OF = date(2026, 3, 1)
"""The day on which a test's site is looked at."""

INDEX = """\
---
title: Ada Example
---

I measure what I build, [qortex](project:qortex) among it.
"""

PROFILE = """\
name: Ada Example
headline: I measure what I build
links: [{label: Code, url: https://example.org/ada}]
location: Austin, TX
email: ada@example.org
work:
  - {employer: Initech, title: Engineer, from: 2019, to: 2024-06}
education:
  - {field: Linguistics}
leads:
  - id: ml-engineer
    title: ML Engineer
    line: Learning systems, measured
    projects: [qortex]
    targets: [Acme]
    notes: Put the figure first
"""

PROJECT = """\
---
title: qortex
audience: public
line: A graph that learns from use
links: [{label: Repository, url: https://example.org/qortex}]
skills: [bandits]
headline: [qortex/gain#precision]
---

It retrieves [better than before](evidence:qortex/gain), by [](evidence:qortex/gain#precision)
on 20 concepts.
"""

EVIDENCE = """\
project: qortex
audience: public
evidence:
  - id: gain
    claim: Learned weights retrieve better than cosine similarity
    kind: benchmark
    check: rerun
    metrics:
      - {id: precision, name: precision, value: 22, unit: "%", op: "+"}
    must_say: [20 concepts]
    date: 2026-02
    source: {label: Benchmark report, url: https://example.org/report}
    skills: [bandits]
"""

APPLICATION = """\
---
company: Acme
lead: ml-engineer
roles:
  - id: ml
    title: Senior ML Engineer
proof_points:
  - id: ranking
    requirement: Rankers that learn
    evidence: [qortex/gain]
    claim: I built [a learned ranker](evidence:qortex/gain)
    strength: direct
---

## Pitch

I built [a learned ranker](evidence:qortex/gain).

## Notes

They know [qortex](project:qortex).
"""

MINIMAL: dict[str, str] = {
    "content/index.md": INDEX,
    "content/profile.yml": PROFILE,
    "content/projects/qortex.md": PROJECT,
    "content/evidence/qortex.yml": EVIDENCE,
    "content/applications/acme/index.md": APPLICATION,
}
"""One file of each kind, in which nothing is wrong."""


def write_site(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    audience: Audience = Audience.PRIVATE,
    as_of: date = AS_OF,
) -> Settings:
    """Write files below `root`, just as given, and return the settings of a build of them."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    content_folder = root / "content"
    content_folder.mkdir(parents=True, exist_ok=True)
    return Settings(
        root=root,
        content=content_folder,
        audience=audience,
        as_of=as_of,
    )


def edited(file: str, old: str, new: str) -> dict[str, str]:
    """Return the minimal site with one text of one file replaced."""
    assert MINIMAL[file].count(old) == 1, f"stands {MINIMAL[file].count(old)} times: {old}"
    return MINIMAL | {file: MINIMAL[file].replace(old, new)}


def tree_of(files: Mapping[str, str | bytes], others: Iterable[str] = ()) -> Tree:
    """Return files as if they had been read from disk; `others` are names of unparsed ones."""
    documents = []
    for file, content in sorted(files.items()):
        kind, entry_id = classify(file.removeprefix("content/"))
        raw = content.encode() if isinstance(content, str) else content
        documents.append(parse(kind, entry_id, file, raw))
    return Tree(tuple(documents), frozenset(others), ())


def problems_of(
    files: Mapping[str, str | bytes],
    audience: Audience = Audience.PRIVATE,
    others: Iterable[str] = (),
) -> list[str]:
    """Return what an audience is told of a site, without hints and without touching a disk."""
    library, problems = assemble(tree_of(files, others), audience)
    found = in_order((*problems, *lint(library, AS_OF)))
    return [str(problem).partition("\n")[0] for problem in found]


def found_by(rule: Rule, library: Library, as_of: date = AS_OF) -> list[Problem]:
    """Return what one rule finds."""
    return found_in(tuple(file_views(library)), rule, library, as_of)


def found_in(
    views: tuple[FileView, ...], rule: Rule, library: Library, as_of: date
) -> list[Problem]:
    """Return what one rule finds in the files of a library, which are parsed once for all rules."""
    problems = [problem for view in views if rule.check for problem in rule.check(view)]
    problems += [p for view in views if rule.in_card for p in view.in_cards(rule.in_card)]
    problems += [p for view in views if rule.on_day for p in rule.on_day(view, as_of)]
    if rule.across:
        readings = tuple(item for view in views for item in rule.across.read(view))
        problems += rule.across.compare(AllFiles(readings, library, as_of))
    return problems
