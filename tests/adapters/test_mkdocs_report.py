"""An edit tells what it broke; what was broken before is counted."""

from pathlib import Path

import pytest

from dossier.adapters.mkdocs_report import report
from dossier.build import Project, Site
from dossier.model.audience import Audience
from tests.builders import MINIMAL, write_site

DOSSIER = "content/applications/acme/index.md"


def test_after_an_edit_what_is_new_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    text = f"{MINIMAL[DOSSIER]}\n[one](evidence:no/one)\n"

    def site(text: str) -> Site:
        settings = write_site(tmp_path, MINIMAL | {DOSSIER: text})
        return Project.read(settings).own_site(Audience.PRIVATE)

    first, second, third = site(text), site(f"{text}\n[two](evidence:no/two)\n"), site(text)
    with caplog.at_level("INFO", logger="mkdocs"):
        for now, before, told, again in (
            (first, None, ["no/one"], False),
            (second, first, ["no/two"], True),
            (third, second, [], True),
            (second, third, ["no/two"], True),
        ):
            caplog.clear()
            report(now, before)
            warned = [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]
            assert [name for name in ("no/one", "no/two") if name in str(warned)] == told
            assert ("1 errors as before" in caplog.text) is again
