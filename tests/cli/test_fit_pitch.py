"""The pitch that Enter takes: an author's own words, and none of ours."""

from __future__ import annotations

import pytest

from dossier.cli.fit_pitch import proposed_pitch
from dossier.cli.fit_table import proposed
from dossier.load.assemble import assemble
from dossier.match.triage import triage
from dossier.model.application import Strength
from dossier.model.audience import Audience
from tests.builders import AS_OF, tree_of
from tests.cli.test_fit_table import FILES

POSTING = (
    "# Weaver\n\n## Requirements\n\n- Cats to feed\n\n## Nice to have\n\n- Mended hand looms\n"
    "- Hand looms\n"
)
SUMMARY = "# Imported\n\n## Summary\n\nI weave by hand.\n"


@pytest.mark.parametrize(
    ("profile", "page", "taken", "pitch"),
    [
        ("headline: Weaver.\n", "", (), "Weaver. Cats to feed, three at a time."),
        ("", "", (), "Cats to feed, three at a time."),
        ("headline: Weaver\n", "", (0,), "Weaver. Mended 40 hand looms."),
        ("headline: Weaver\n", "", (0, 1, 2), ""),
        ("headline: Weaver\n", SUMMARY, (), "I weave by hand."),
        ("", f"{SUMMARY}Confidential: do not call my employer.\n", (), "I weave by hand."),
    ],
)
def test_a_pitch_is_the_summary_or_the_headline_with_what_answers_most(
    profile: str, page: str, taken: tuple[int, ...], pitch: str
) -> None:
    files = FILES | {"content/profile.yml": f"name: Ada\n{profile}"}
    files |= {"content/imported/cv.md": f"---\ntitle: Imported\n---\n\n{page}"} if page else {}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    asks = triage(POSTING, library, AS_OF)
    listed = [proposed({"priority": str(ask.priority)}, ask, AS_OF) for ask in asks]
    for position in taken:
        listed[position].strength = Strength.NONE
    assert proposed_pitch(listed, library) == pitch
