"""What no words of a head tell is asked of by number, or taken as its author writes it."""

from pathlib import Path

import pytest
import yaml

from tests.cli.terminal import answered

RESUME = """\
# Ada Lane

## Experience

### Morgan | Vetsera (2019 \u2013 2020)

Rowed.
"""


def test_a_guess_is_put_right_where_it_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    answers = {
        "first": (("",), ("Morgan", "Vetsera", None)),
        "other": (("2",), ("Vetsera", "Morgan", None)),
        "own": (("7", "Rower / Morgan Boats / York"), ("Rower", "Morgan Boats", "York")),
    }
    for name, (said, expected) in answers.items():
        code, shown = answered(["init", name, "--from", "cv.md"], (*said, "", "", ""))
        assert code == 0, shown
        assert "profile.yml" not in shown.partition("Your profile")[0]
        (job,) = yaml.safe_load((tmp_path / name / "content/profile.yml").read_text())["work"]
        assert (job["title"], job["employer"], job.get("location")) == expected, shown
