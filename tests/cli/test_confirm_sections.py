"""What a heading does not tell is asked of its author, once, before it is kept private."""

from pathlib import Path

import pytest
import yaml

from tests.cli.terminal import answered

RESUME = """\
# Ada Lane

## Papers

- Sea survival, 2025
- Slinger, 2020

## Oddities

One line.

**Publications**

- Lane, A. On ropes. 2019
- Lane, A. On masts. 2020
"""


def test_a_list_below_an_unknown_heading_is_what_its_author_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = {
        "certificates": (("x", "c"), ["Sea survival", "Slinger"]),
        "private": (("",), []),
        "later": (("q",), []),
    }
    for name, (said, expected) in told.items():
        code, shown = answered(["init", name, "--from", "cv.md"], (*said, "", "", ""))
        assert code == 0, shown
        assert shown.count("is it j jobs, c certificates") == 1, "one line, or no field, is none"
        assert (
            "Papers (2 lines: Sea survival, 2025)," in shown.split("Your profile")[1]
        ) is not bool(expected)
        profile = yaml.safe_load((tmp_path / name / "content/profile.yml").read_text())
        assert [held["name"] for held in profile.get("certificates", [])] == expected, shown
