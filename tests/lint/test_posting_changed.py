from pathlib import Path

import pytest

from dossier.match.postings import fingerprint
from dossier.model.audience import Audience
from tests.builders import edited, write_site
from tests.views import diagnose

DOSSIER = "content/applications/acme/index.md"
POSTING = "content/applications/acme/posting.md"


@pytest.mark.parametrize(
    ("lock", "audience", "codes"),
    [
        (fingerprint("Rankers — **that** learn"), Audience.PRIVATE, []),
        (fingerprint("Rankers that learned"), Audience.PRIVATE, ["posting-changed"]),
        (fingerprint("Rankers that learned"), Audience.SHARED, []),
        ("no fingerprint", Audience.PRIVATE, []),
    ],
)
def test_posting_changes_when_its_words_do(
    lock: str, audience: Audience, codes: list[str], tmp_path: Path
) -> None:
    named = "title: Senior ML Engineer\n    posting: {file: posting.md}\n"
    files = edited(DOSSIER, "title: Senior ML Engineer\n", named)
    files[POSTING] = "Rankers - that\nlearn\n"
    files["content/postings.lock"] = f"applications/acme/posting.md: {lock}\n"
    problems = diagnose(write_site(tmp_path, files, audience=audience)).problems
    assert [problem.code for problem in problems] == codes
