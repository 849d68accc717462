"""*Private text is absent from a public build*: who may read what others wrote is told.

Data of somebody else's site opens projects, records and a dossier to everybody. Who imports it is
told which files and fields those are, before anything is built. No mark of theirs silences what
`check` would say: that is the author's to write.
"""

import json
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
    said = "(name `Ada Example`, headline `I measure what I build`, links, leads)"
    assert f"content/profile.yml {said}" in anyone
    assert re.search(rf"{COMPANY} \(company `[^`]+`, roles, proof_points, Pitch\)", anyone)
    assert "content/evidence/mixed.yml (1 record)" in anyone
    assert "content/profile.yml (location, email, work, education)" in recipients
    assert COMPANY not in recipients
    assert f"{COMPANY} (audience, lead, Notes)" in you
    assert "content/about.md (all of it)" in you
    assert "content/evidence/mixed.yml (1 record)" in you


MARK = "<!-- dossier: allow guardrail: it is fine -->"
IN_YAML = "# dossier: allow guardrail: it is fine"
CLAIM = "I ran it at production scale."
THEIRS = {
    "dossier.md": f"# Zephyr\n\n## Pitch\n\n{MARK}\n{CLAIM}\n\n```\n{MARK}\n```\n",
    "notes.md": f"# Zephyr\n\n## Pitch\n\n## dossier: allow guardrail: x\n\n{CLAIM} {MARK}\n",
    "resume.md": f"# Ada Quill\n\nada@example.org\n\n## Summary\n\n{CLAIM} {MARK}\n\n"
    f"## Experience\n\n### Clerk, Zephyr (2019 - 2021)\n\n- {CLAIM} {IN_YAML}\n",
    "resume.json": json.dumps(
        {
            "basics": {"name": "Ada", "summary": f"{CLAIM} {IN_YAML}"},
            "work": [{"name": "Z", "position": "C", "highlights": [f"{CLAIM} {MARK}"]}],
            "projects": [{"name": "Loom", "description": f"{IN_YAML} {CLAIM}"}],
        }
    ),
    "cv.yml": "cv:\n  name: Ada\n  sections:\n    experience:\n"
    "      - company: Z\n        position: C\n"
    f"        highlights: ['{CLAIM} {IN_YAML}', '{MARK} {CLAIM}']\n",
}


def test_no_mark_of_theirs_silences_anything(tmp_path: Path) -> None:
    rule = {"content/guardrails.yml": "- pattern: production scale\n  why: No record shows it\n"}
    for name, text in THEIRS.items():
        mine = project(tmp_path / name, rule)
        (tmp_path / f"{name}.d").mkdir()
        theirs = tmp_path / f"{name}.d" / name
        theirs.write_text(text, encoding="utf-8")
        kind = ("--as", "dossier") if name in ("dossier.md", "notes.md") else ()
        dossier(mine, "import", str(theirs), *kind)
        written = [path.read_text() for path in (mine / "content").rglob("*") if path.is_file()]
        assert "dossier : allow guardrail" in "".join(written), name
        read = Project.read(write_site(mine, {})).diagnosis
        assert [problem for problem, _ in read.silenced] == [], name
        assert any(problem.code == "guardrail" for problem in read.problems), name


def test_no_mark_in_data_of_theirs_silences_anything(tmp_path: Path) -> None:
    pitch = f"## Pitch\n\n{MARK}\n{CLAIM}"
    marked = {COMPANY: MINIMAL[COMPANY].replace("## Pitch", pitch)}
    theirs = project(tmp_path / "theirs", MINIMAL | marked)
    data = tmp_path / "data.json"
    dossier(theirs, "export", "data", "--audience", "private", "-o", str(data))
    mine = project(tmp_path / "mine", {"content/mine.txt": ""})
    dossier(mine, "import", str(data))
    assert "dossier : allow guardrail" in (mine / COMPANY).read_text()
