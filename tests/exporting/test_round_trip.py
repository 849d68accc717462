"""What is imported, exported and imported again keeps every field that we model."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossier.exporting.compose import compose_resume
from dossier.exporting.json_resume import spell_json_resume
from dossier.exporting.rendercv import spell_rendercv
from dossier.exporting.resume import Resume
from dossier.importing.draft import Draft
from dossier.importing.files import files_of
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.dates import PRESENT
from tests.builders import REPOSITORY
from tests.exporting.recipients import recipient

CASES = REPOSITORY / "tests/cases/importing"
SAMPLES = [
    *sorted((CASES / "json_resume").glob("*.json")),
    *sorted((CASES / "rendercv").glob("*.y*")),
]
FORMS: dict[str, Callable[[Resume], str]] = {
    "cv.json": spell_json_resume,
    "cv.yaml": spell_rendercv,
}


def read(name: str, content: bytes) -> dict[str, str]:
    draft = read_input(name, content, Library(Audience.PRIVATE), entry_id="cv")
    assert isinstance(draft, Draft), draft
    return files_of(draft, lambda _: False)


def fields(files: dict[str, str], form: str) -> dict[str, Any]:
    """Return the fields of the profile and of the projects, as far as a form has them."""
    is_json = form.endswith("json")
    profile: dict[str, Any] = yaml.safe_load(files["profile.yml"])
    addresses = [link["url"] for link in profile.get("links", ())]
    # RenderCV has one address of a person, and keeps a project's skills nowhere.
    profile["links"] = addresses if is_json else addresses[:1]
    # JSON Resume says by the missing end that something goes on.
    for job in profile.get("work", ()):
        job.pop("to", None) if job.get("to") == PRESENT else None
    pages = [text.split("---\n")[1] for name, text in files.items() if name.startswith("projects/")]
    wanted = ("title", "line", "skills", "links") if is_json else ("title", "line")
    fronts = [yaml.safe_load(page) for page in pages]
    for front in fronts:
        # What an address is called is nobody's words here.
        front["links"] = [link["url"] for link in front.get("links", ())]
    return profile | {"projects": [{k: p[k] for k in wanted if k in p} for p in fronts]}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_every_field_comes_back(path: Path, form: str) -> None:
    files = read(path.name, path.read_bytes())
    projects = [name for name in files if name.startswith("projects/")]
    items = "".join(f"- [x](project:{Path(name).stem})\n" for name in projects)
    dossier = f"---\ncompany: Acme\n---\n\n## Emphasis\n\n{items}"
    opened = {n: t.replace("audience: private", "audience: public") for n, t in files.items()}
    site = {f"content/{name}": text for name, text in opened.items()}
    site["content/applications/acme/index.md"] = dossier
    resume = compose_resume(recipient(site, site_url=""))
    again = read(form, FORMS[form](resume).encode())
    before, after = fields(files, form), fields(again, form)
    # Skills of the projects stand for those that a profile does not name.
    after = after if "skills" in before else {k: v for k, v in after.items() if k != "skills"}
    assert after == before
    assert before["work"]
