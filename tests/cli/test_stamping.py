"""Stamps go into the lock as it is now, whatever it was when records were read."""

from pathlib import Path

import pytest

from dossier.cli.options import read_project
from dossier.cli.stamping import stamp
from dossier.model.audience import Audience
from dossier.model.lock import LOCK_FILE
from dossier.plain.errors import ContentError
from tests.builders import EVIDENCE, MINIMAL
from tests.sites import project

RECORDS = "content/evidence/qortex.yml"


def test_stamps_of_others_stay_and_what_nothing_cites_is_forgotten(tmp_path: Path) -> None:
    more = EVIDENCE.split("evidence:\n")[1].replace("id: gain", "id: other")
    project(tmp_path, MINIMAL | {RECORDS: EVIDENCE + more})
    _, read = read_project(tmp_path / "mkdocs.yml")
    records = read.view(Audience.PRIVATE).library.records
    lock = read.settings.content / LOCK_FILE
    stamp(read.settings, [records["qortex/gain"]])
    stamp(read.settings, [records["qortex/other"]])
    both = lock.read_text()
    assert ("qortex/gain:" in both, "qortex/other:" in both) == (True, True)
    stamp(read.settings, [records["qortex/other"]], {"qortex/gain"})
    assert ("qortex/gain:" in lock.read_text(), "qortex/other:" in lock.read_text()) == (
        False,
        True,
    )


@pytest.mark.parametrize("broken", ["version: 9\n", "- a\n", "records: [\n", "\xff"])
def test_a_lock_that_cannot_be_read_is_left_alone(tmp_path: Path, broken: str) -> None:
    project(tmp_path)
    _, read = read_project(tmp_path / "mkdocs.yml")
    lock = read.settings.content / LOCK_FILE
    lock.write_text(broken, encoding="latin-1")
    with pytest.raises(ContentError, match="has changed meanwhile, and cannot be read"):
        stamp(read.settings, read.view(Audience.PRIVATE).library.records.values())
    assert lock.read_text(encoding="latin-1") == broken
