"""What an assistant is told of a dossier depends on nothing that it may not see."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.secrecy.corpus import SHARES, State, begin_repository, read
from tests.secrecy.mutate import Edit, changed, edits
from tests.secrecy.observe import Observe, blame, difference, seen_by_assistant

GATE = range(7)
LONG = range(100, 200)
BETA = "applications/beta/index.md"
OPENED = (f"{BETA}:gaps", "guardrails.yml")
"""What an assistant sees beside what recipients do."""
OPENING = tuple(f"applications/{dossier}/index.md:assistant" for dossier in SHARES)
"""What says so."""


def opened() -> State:
    """Return the site with something that an assistant alone may see."""
    state = read()
    state.documents[BETA].front["assistant"] = ["gaps"]
    (state.documents[BETA].sections or []).append(
        "## Opened hints { audience=assistant }\n\nBegin with the loads.\n"
    )
    state.files["guardrails.yml"] = b"- {pattern: production scale, why: It ran on one machine}\n"
    return state


def hidden(every: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(edit for edit in every if not edit.field.startswith(OPENED + OPENING))


@pytest.fixture(name="observe", params=SHARES)
def observe_dossier(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Observe]:
    begin_repository(tmp_path)
    return request.param, seen_by_assistant(tmp_path, request.param)


def never_depends(seen: tuple[str, Observe], seeds: Iterable[int]) -> None:
    dossier, observe = seen
    state = opened()
    control = observe(state)
    assert difference(control, observe(state)) is None
    assert b"production scale" in control["letter.txt"]
    for seed in seeds:
        found = blame(state, control, hidden(edits(state, seed, dossier)), observe)
        assert found is None, str(found)


def test_a_context_does_not_depend_on_what_an_assistant_may_not_see(
    observe: tuple[str, Observe],
) -> None:
    never_depends(observe, GATE)


@pytest.mark.long
def test_a_context_never_depends_on_what_an_assistant_may_not_see(
    observe: tuple[str, Observe],
) -> None:
    never_depends(observe, LONG)


def test_what_the_author_opened_can_be_seen(tmp_path: Path) -> None:
    """Otherwise nothing above says anything."""
    begin_repository(tmp_path)
    observe, state = seen_by_assistant(tmp_path, "beta"), opened()
    control = observe(state)
    every = {edit.field: edit for edit in edits(state, 0, "beta")}
    for field in (OPENED[0], OPENING[0]):
        assert difference(control, observe(changed(state, (every[field],)))), field
    for document, section in ((BETA, -1), (BETA, 2)):
        after = state.copy()
        (after.documents[document].sections or [])[section] += "\nAnother word.\n"
        assert difference(control, observe(after)), section
