from pathlib import Path

import pytest

from dossier.assistants.projection import OneDossier, one_dossier
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError
from tests.builders import APPLICATION, EVIDENCE, MINIMAL, write_site
from tests.views import library

RECORD = "\n  - {id: NAME, claim: C, kind: code, check: statement, audience: AUDIENCE}"


def project_of(root: Path, files: dict[str, str], role: str | None = None) -> OneDossier:
    settings = write_site(root, {**MINIMAL, **files}, audience=Audience.ASSISTANT)
    return one_dossier(library(settings), "acme", role)


def test_it_knows_what_it_cites_and_what_it_could(tmp_path: Path) -> None:
    kinds = ("private", "assistant", "shared", "public")
    more = "".join(RECORD.replace("NAME", kind).replace("AUDIENCE", kind) for kind in kinds)
    other = APPLICATION.replace("Acme", "Initech").replace("qortex/gain]", "qortex/shared]")
    found = project_of(
        tmp_path,
        {
            "content/evidence/qortex.yml": EVIDENCE.rstrip() + more + "\n",
            "content/applications/initech/index.md": other,
        },
    )
    assert [entry.id for entry in found.cited] == ["qortex/gain"]
    assert [entry.id for entry in found.others] == ["qortex/assistant", "qortex/public"]
    assert list(found.library.applications) == ["acme"]
    assert set(found.library.records) == {"qortex/gain", "qortex/assistant", "qortex/public"}


def test_a_posting_is_there_if_it_is_opened(tmp_path: Path) -> None:
    role = "title: Senior ML Engineer\n    posting: {file: posting.md}\n"
    closed = APPLICATION.replace("title: Senior ML Engineer\n", role)
    open_one = closed.replace("lead:", "assistant: [posting]\nlead:")
    for text, names in ((closed, []), (open_one, ["applications/acme/posting.md"])):
        files = {
            "content/applications/acme/index.md": text,
            "content/applications/acme/posting.md": "Rankers",
            "content/applications/acme/notes.md": "Mine",
        }
        assert list(project_of(tmp_path, files).library.texts) == names


def test_a_role_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        project_of(tmp_path, {}, "nope")
    assert project_of(tmp_path, {}, "ml").entry.id == "acme"
