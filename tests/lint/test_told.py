"""What is kept of earlier judgements: the same as judged anew, and nothing that no longer holds."""

import pytest

from dossier.audience import Audience
from dossier.lint import told
from dossier.load.assemble import assemble
from tests.builders import MINIMAL, edited, tree_of

DOSSIER = "content/applications/acme/index.md"
RECORDS = "content/evidence/qortex.yml"
PITCH = "I built [a learned ranker](evidence:qortex/gain)."
WRITTEN = "My precision gain is [](evidence:qortex/gain#precision)."
TYPED = "My precision rose by 30%, on 20 concepts."


def found(files: dict[str, str], audience: Audience = Audience.PRIVATE) -> list[str]:
    library, _ = assemble(tree_of(files), audience)
    return [str(problem) for problem in told.check(library)]


def fresh(files: dict[str, str]) -> list[str]:
    told.forget()
    return found(files)


SITES = {
    "minimal": MINIMAL,
    "typed": edited(DOSSIER, PITCH, TYPED),
    "written": edited(DOSSIER, PITCH, WRITTEN),
    "further down": edited(DOSSIER, PITCH, f"\n\n{TYPED}"),
    "home": edited("content/index.md", "I measure what", f"{TYPED} I measure what"),
    "another value": MINIMAL | {RECORDS: MINIMAL[RECORDS].replace("22", "30")},
    "another place": MINIMAL | {RECORDS: f"# a note\n{MINIMAL[RECORDS]}"},
    "planned": MINIMAL
    | {RECORDS: MINIMAL[RECORDS].replace("check:", "status: planned\n    check:")},
}


@pytest.mark.parametrize("second", SITES)
@pytest.mark.parametrize("first", SITES)
def test_what_is_kept_equals_what_is_judged_anew(first: str, second: str) -> None:
    anew = fresh(SITES[second])
    told.forget()
    found(SITES[first])
    assert found(SITES[second]) == anew
    assert found(SITES[second]) == anew


def test_changed_record_changes_what_is_found_in_unchanged_texts() -> None:
    files = edited(DOSSIER, PITCH, TYPED)
    before = fresh(files)
    changed = files | {RECORDS: files[RECORDS].replace("value: 22", "value: 30")}
    assert any("`30%` is told of precision" in problem for problem in before)
    assert not any("`30%`" in problem for problem in found(changed))
    assert found(files) == before


def test_unchanged_dossier_is_not_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    files = edited(DOSSIER, PITCH, TYPED)
    before = fresh(files)
    monkeypatch.setattr(told, "read", lambda *_: pytest.fail("it is judged again"))
    assert found(files) == before
