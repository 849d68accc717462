"""Data that is exported for others depends on nothing that they may not see."""

from pathlib import Path

import pytest

from dossier.model.audience import Audience
from tests.secrecy.corpus import PUBLIC, SHARES, State, begin_repository, read
from tests.secrecy.mutate import Edit, edits
from tests.secrecy.observe import blame, difference, seen_as_data

GATE = range(7)
SHARED_BUT_SENT_TO_NOBODY = ("evidence/side.yml", "projects/side.md")
"""What recipients may see and no dossier cites: it is in what all of them together see."""


def hidden(state: State, seed: int, audience: Audience) -> tuple[Edit, ...]:
    """Return what nobody of an audience may see: of recipients, what none of them may."""
    if audience is Audience.PUBLIC:
        return edits(state, seed, PUBLIC)
    by_recipient = [{edit.field: edit for edit in edits(state, seed, name)} for name in SHARES]
    common = set.intersection(*(set(found) for found in by_recipient))
    return tuple(
        edit
        for field, edit in by_recipient[0].items()
        if field in common and not field.startswith(SHARED_BUT_SENT_TO_NOBODY)
    )


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.SHARED])
def test_data_does_not_depend_on_what_its_readers_may_not_see(
    tmp_path: Path, audience: Audience
) -> None:
    begin_repository(tmp_path)
    state, observe = read(), seen_as_data(tmp_path, audience)
    control = observe(state)
    assert difference(control, observe(state)) is None
    for seed in GATE:
        every = hidden(state, seed, audience)
        assert len(every) > 40
        found = blame(state, control, every, observe)
        assert found is None, str(found)
