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
        "other": (("1", ""), ("Vetsera", "Morgan", None)),
        "own": (("7", "Rower / Morgan Boats / York", ""), ("Rower", "Morgan Boats", "York")),
        "numbered": (("1: Rower / Boats", ""), ("Rower", "Boats", None)),
    }
    for name, (said, expected) in answers.items():
        code, shown = answered(["init", name, "--from", "cv.md"], (*said, "", "", ""))
        assert code == 0, shown
        assert "profile.yml" not in shown.partition("Your profile")[0]
        (job,) = yaml.safe_load((tmp_path / name / "content/profile.yml").read_text())["work"]
        assert (job["title"], job["employer"], job.get("location")) == expected, shown


def test_all_that_was_guessed_is_one_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = ("Third Engineer, M/F Lark, Nord Ferries", "Fourth Engineer, M/F Wren, Sund Line")
    jobs = "".join(f"\n### {h} (201{n} \u2013 202{n})\n\nRowed.\n" for n, h in enumerate(heads))
    (tmp_path / "cv.md").write_text(f"# Ada Lane\n\n## Experience\n{jobs}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "two", "--from", "cv.md"], ("2", "", "", "", ""))
    assert code == 0, shown
    assert shown.count("as it seems") == 1
    work = yaml.safe_load((tmp_path / "two/content/profile.yml").read_text())["work"]
    told = {job["title"]: job["employer"] for job in work}
    assert told == {"Third Engineer": "Nord Ferries", "Fourth Engineer": "M/F Wren"}, shown
