"""Values of records, written into the files that they stand in."""

from pathlib import Path

import pytest

from dossier.cli.record_edits import change_records
from dossier.load.assemble import assemble
from dossier.load.tree import read_tree
from dossier.model.audience import Audience
from dossier.plain.errors import ContentError
from tests.sites import project

RECORDS = """\
# mine
evidence:
  - id: wait
    claim: Cut the wait
    kind: code
    check: statement
    status: shipped
  - {id: flow, claim: Ran it, kind: code, check: statement, status: shipped}
"""


def test_all_changes_of_a_file_are_written_at_once_and_what_is_unsure_is_left(
    tmp_path: Path,
) -> None:
    root = project(
        tmp_path, {"content/profile.yml": "name: Ada\n", "content/evidence/cv.yml": RECORDS}
    )
    library, _ = assemble(read_tree(root / "content", root), Audience.PRIVATE)
    wait, flow = library.records.values()
    changes = [(wait, {"check": "inspect"}), (flow, {"check": "inspect"}), (wait, {"part": "led"})]
    assert change_records(root, changes) == ["cv/flow"]
    text = (root / "content/evidence/cv.yml").read_text()
    assert "    check: inspect\n    status: shipped\n    part: led\n" in text
    assert text.startswith("# mine\n")
    assert text.endswith(RECORDS.splitlines(keepends=True)[-1])
    with pytest.raises(ContentError, match="has changed meanwhile"):
        change_records(root, [(wait, {"check": "rerun"})])
