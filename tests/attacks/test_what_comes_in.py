"""*Private text is absent from a public build*: who may read what others wrote is told.

Data of somebody else's site opens projects, records and a dossier to everybody. Who imports it is
told which files and fields those are, before anything is built.
"""

import re
from pathlib import Path

from click.testing import CliRunner

from dossier.build import Project
from dossier.cli import main
from dossier.model.audience import Audience
from tests.builders import MINIMAL, write_site
from tests.sites import project

COMPANY = "content/applications/acme/index.md"
OPEN = MINIMAL | {
    COMPANY: MINIMAL[COMPANY].replace("company: Acme\n", "company: Acme\naudience: public\n"),
    "content/about.md": "---\ntitle: Mine\n---\n\nHush.\n",
    "content/evidence/mixed.yml": "evidence:\n"
    "  - {id: a, claim: A, kind: code, check: statement, audience: public}\n"
    "  - {id: b, claim: B, kind: code, check: statement}\n",
}


def dossier(root: Path, *words: str) -> str:
    done = CliRunner().invoke(main, [*words, "-f", str(root / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    return done.output


def test_what_an_import_opens_is_told(tmp_path: Path) -> None:
    theirs = project(tmp_path / "theirs", OPEN)
    data = tmp_path / "data.json"
    dossier(theirs, "export", "data", "--audience", "private", "-o", str(data))
    mine = project(tmp_path / "mine", {"content/index.md": "Hello.\n"})
    (mine / "content/index.md").unlink()
    told = {}
    for line in dossier(mine, "import", str(data), "--dry-run").splitlines():
        reader, _, files = line.strip().partition(": content/")
        told[reader] = f"content/{files}"
    anyone, recipients, you = (
        told[reader]
        for reader in (
            "anyone reads once it is published",
            "recipients of a link read",
            "nobody but you reads",
        )
    )
    dossier(mine, "import", str(data))
    seen = Project.read(write_site(mine, {})).view(Audience.PUBLIC).library
    assert set(re.findall(r"content/[\w/.-]+", anyone)) == seen.sources
    assert "content/profile.yml (name, headline, links, leads)" in anyone
    assert f"{COMPANY} (company, roles, proof_points, Pitch)" in anyone
    assert "content/evidence/mixed.yml (1 record)" in anyone
    assert "content/profile.yml (location, email, work, education)" in recipients
    assert COMPANY not in recipients
    assert f"{COMPANY} (audience, lead, Notes)" in you
    assert "content/about.md (all of it)" in you
    assert "content/evidence/mixed.yml (1 record)" in you
