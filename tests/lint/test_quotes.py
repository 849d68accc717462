from pathlib import Path

from dossier.model.audience import Audience
from tests.builders import edited, write_site
from tests.views import diagnose

DOSSIER = "content/applications/acme/index.md"


def told(root: Path, quote: str, posting: str, audience: Audience = Audience.PRIVATE) -> list[str]:
    files = edited(DOSSIER, "    strength:", f"    quote: {quote}\n    strength:")
    files[DOSSIER] = files[DOSSIER].replace("lead:", "audience: public\nlead:")
    named = "title: Senior ML Engineer\n    posting: {file: posting.md}\n"
    files[DOSSIER] = files[DOSSIER].replace("title: Senior ML Engineer\n", named)
    files["content/applications/acme/posting.md"] = posting
    problems = diagnose(write_site(root, files, audience=audience)).problems
    return [problem.code for problem in problems]


def test_quote_is_looked_up_in_the_private_view_only(tmp_path: Path) -> None:
    assert told(tmp_path, "Rankers that lean", "Rankers that learn") == ["quote-missing"]
    for audience in (Audience.SHARED, Audience.PUBLIC):
        assert told(tmp_path, "Rankers that lean", "Rankers that learn", audience) == []


def test_quote_of_an_empty_posting_is_missing(tmp_path: Path) -> None:
    assert told(tmp_path, "Rankers", "") == ["quote-missing"]
