"""Records as plain Markdown: by kind, each with its facts and nothing private."""

from pathlib import Path

from tests.adapters.test_staged import tree
from tests.builders import EVIDENCE
from tests.render.fixtures import record

FILE = "content/evidence/side.yml"
PROJECT_PAGE = "projects/qortex.md"


def test_records_stand_below_their_kind(tmp_path: Path) -> None:
    more = f"project: qortex\naudience: public\nevidence: {[record('b', kind='production')]}\n"
    text = tree(tmp_path, {FILE: more})[PROJECT_PAGE]
    places = [
        text.index(part)
        for part in ("## Measurements", 'qortex/gain"', "## In practice", "Claim b")
    ]
    assert places == sorted(places)


def test_record_that_nobody_may_see_is_not_there(tmp_path: Path) -> None:
    hidden = EVIDENCE.replace("audience: public", "audience: private")
    assert "precision" not in "".join(
        tree(tmp_path, {"content/evidence/qortex.yml": hidden}).values()
    )
