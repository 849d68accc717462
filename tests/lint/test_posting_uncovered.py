from pathlib import Path

from dossier.model.audience import Audience
from tests.builders import edited, write_site
from tests.views import diagnose

DOSSIER = "content/applications/acme/index.md"


def hints(root: Path, posting: str, audience: Audience = Audience.PRIVATE) -> list[str]:
    named = "title: Senior ML Engineer\n    posting: {file: posting.md}\n"
    files = edited(DOSSIER, "title: Senior ML Engineer\n", named)
    files |= {"content/applications/acme/posting.md": posting}
    return [
        problem.hint for problem in diagnose(write_site(root, files, audience=audience)).problems
    ]


def test_list_is_cut_after_five(tmp_path: Path) -> None:
    asked = [f"Language {letter}{letter}{letter}" for letter in "klmnopq"]
    lines = "".join(f"- {ask}\n" for ask in asked)
    assert hints(tmp_path, f"## Requirements\n{lines}") == ["; ".join(asked[:5]) + "; and 2 more"]
    assert hints(tmp_path, f"## Requirements\n{lines}", Audience.SHARED) == []


def test_posting_whose_asks_have_rows_is_no_problem(tmp_path: Path) -> None:
    assert hints(tmp_path, "## Requirements\n- Rankers that learn\n\n## Perks\n- Tea\n") == []


def test_how_somebody_is_needs_no_row(tmp_path: Path) -> None:
    asked = "## Requirements\n- Rankers that learn\n- You are calm and kind\n"
    assert hints(tmp_path, asked) == []
