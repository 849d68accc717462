from pathlib import Path

import pytest

from dossier.model.audience import Audience
from tests.builders import MINIMAL, edited, problems_of, write_site
from tests.views import diagnose

RECORDS = "content/evidence/qortex.yml"
DOSSIER = "content/applications/acme/index.md"
NOTE = "They know [qortex](project:qortex)."


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (DOSSIER, NOTE, f"<!-- dossier: allow CANARY -->\n{NOTE}"),
        (DOSSIER, "lead:", "# dossier: allow CANARY\naudience: public\nlead:"),
        (RECORDS, "audience: public", "# dossier: allow CANARY\naudience: private"),
        ("content/profile.yml", "location:", "# dossier: allow CANARY\nlocation:"),
        (RECORDS, "    kind:", "    # dossier: allow CANARY\n    kind:"),
    ],
)
def test_wrong_marks_are_told_to_the_author_only(
    tmp_path: Path, audience: Audience, file: str, old: str, new: str
) -> None:
    settings = write_site(tmp_path, edited(file, old, new))
    assert "CANARY" in "".join(map(str, diagnose(settings).problems))
    assert "CANARY" not in "".join(map(str, diagnose(settings.seen_by(audience)).problems))


def test_wrong_mark_of_a_file_with_many_records_is_told_once() -> None:
    more = "  - {id: b, claim: B, kind: code, check: statement}\n  # dossier: allow alt-missing\n"
    assert len(problems_of(MINIMAL | {RECORDS: MINIMAL[RECORDS] + more})) == 1


def test_site_without_a_profile_has_marks_too() -> None:
    files = {"content/todo.md": "<!-- dossier: allow x-y: z -->"}
    assert len(problems_of(files)) == 1
