"""Texts that an edit left are not judged again, and are found where they stand now."""

from collections.abc import Iterator

import pytest

from dossier.claims.findings import Finding, TypedMetric
from dossier.claims.judge import Judge
from dossier.lint import lint
from dossier.lint.cache import _caches, forget
from dossier.load.assemble import assemble
from dossier.load.collector import KeptEntries
from dossier.model.audience import Audience
from dossier.prose.statements import Statement
from tests.builders import AS_OF, MINIMAL, tree_of

DOSSIER, RECORDS = "content/applications/acme/index.md", "content/evidence/qortex.yml"
RECORD = MINIMAL[RECORDS].replace("check: rerun\n", "check: rerun\n    status: planned\n")
FRONT = MINIMAL[DOSSIER].rpartition("---\n")[0] + "---\n"
WRONG, DONE, PLAIN = (
    "My precision rose by 30%, on 20 concepts.",
    "[It](evidence:qortex/gain) runs live in production now.",
    "Nothing is told of it.",
)
PITCH, ANGLE = f"## Pitch\n\n{WRONG}\n", f"## Hooks\n\n{DONE}\n\n{PLAIN}\n\n{WRONG}\n"


def test_what_is_judged_once_is_told_of_each_text_as_it_stands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[str] = []
    judge = Judge.judge

    def watched(self: Judge, statement: Statement) -> Iterator[Finding | TypedMetric]:
        judged.append(statement.text)
        return judge(self, statement)

    monkeypatch.setattr(Judge, "judge", watched)
    kept = KeptEntries(Audience.PRIVATE)
    more = f"## Why\n\n{PLAIN}\n\n{WRONG}\n"
    for text, again in (
        (f"{FRONT}{PITCH}{ANGLE}", None),
        (f"{FRONT}{PITCH}{ANGLE}\nMore.\n", None),
        (f"{FRONT}{PITCH}{ANGLE}\nMore, and more.\n", ["More, and more."]),
        (f"{FRONT}One.\n\n{PITCH}\n\n{ANGLE}\nMore, and more.\n", ["One."]),
        (f"{FRONT}{PITCH}{ANGLE}", []),
        (f"{FRONT}{PITCH}{ANGLE.replace(PLAIN, WRONG)}", [WRONG]),
        (f"{FRONT}{PITCH}{ANGLE}{more}", [PLAIN, PLAIN, WRONG]),
        (f"{FRONT}{more}{ANGLE.replace(DONE, PLAIN)}{PITCH}", [PLAIN]),
        (f"{FRONT}{more}{more}{PITCH}", None),
        (f"{FRONT}One.\n\n{more}{more}{PITCH}\nAnd so on.\n", None),
        (f"{FRONT}{PITCH}At Hooli precision rose by 40%.\n", None),
        (f"{FRONT.replace('Acme', 'Hooli')}{PITCH}At Hooli precision rose by 40%.\n", None),
    ):
        tree = tree_of(MINIMAL | {DOSSIER: text, RECORDS: RECORD})
        library, _ = assemble(tree, Audience.PRIVATE, kept)
        judged.clear()
        found = lint(library, AS_OF)
        known, told = list(_caches), [str(problem) for problem in found]
        assert again is None or sorted(judged) == sorted(again), text
        forget()
        assert told == [str(problem) for problem in lint(library, AS_OF)], text
        assert sum("[figure-drift]" in line for line in told) >= text.count(WRONG)
        assert any("[status-drift]" in line for line in told)
        _caches[:] = known
