"""Projects of a résumé are opened with their records by one answer, at the end of `init --from`."""

from pathlib import Path

import pytest
import yaml

from dossier.load.front_matter import split
from dossier.plain.yaml import construct
from tests.cli.terminal import answered

RESUME = """\
# Ada Lane

## Personal Statement

I mend.

## Experience

### Nurse, Acme
2019 – present

- Cut the wait from 6 weeks to 2 weeks

## Projects

### Night clinics
2023

I opened the clinic at night. No-shows fell to 3%.

### Posters

- Drew 12 posters
"""


def test_resume_becomes_profile_records_and_projects_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cv.md").write_text(RESUME, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    said = ("", "", "q", "x", "2")
    code, shown = answered(["init", "mine", "--from", "cv.md"], said)
    assert code == 0, shown
    content = tmp_path / "mine/content"
    records = yaml.safe_load((content / "evidence/cv.yml").read_text())["evidence"]
    assert [(r["claim"], r["status"], "source" in r, r.get("project")) for r in records] == [
        ("Cut the wait from 6 weeks to 2 weeks", "shipped", False, None),
        ("No-shows fell to 3%.", "shipped", False, "night-clinics"),
        ("Drew 12 posters", "shipped", False, None),
    ]
    source, _ = split("x.md", (content / "projects/night-clinics.md").read_text())
    values = construct(source.yaml, "")[0]
    assert (values["line"], values["audience"], values["headline"]) == (
        *("I opened the clinic at night.", "shared"),
        ["cv/figure2#no-shows"],
    )
    assert source.body.strip() == "2023\n\nNo-shows fell to 3%."
    assert "audience: private" in (content / "projects/posters.md").read_text()
    assert 'Next: in mine, `dossier fit POSTING --new "Company"`' in shown
    assert "Personal Statement: kept private, and proposed as the pitch" in shown
    assert "Numbers from 1 to 2 with blanks between" in shown


@pytest.mark.parametrize(
    ("said", "line"),
    [("2: Shorter wait", "Ran 40 clinics"), ("Shorter wait", "Cut the wait by 3 weeks")],
    ids=["by its number", "by its words"],
)
def test_resume_without_projects_may_get_one_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, line: str
) -> None:
    job = "### Nurse, Acme (2019 \u2013 2021)\n\n- Cut the wait by 3 weeks\n- Ran 40 clinics\n"
    resume = f"# Ada\n\n## Experience\n\n{job}"
    (tmp_path / "cv.md").write_text(resume, encoding="utf-8")
    (tmp_path / "a posting.txt").write_text("Nurse\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(
        ["init", "mine", "--from", "cv.md"], ("", "", "2: Rota, signed", "", said)
    )
    assert code == 0, shown
    text = (tmp_path / "mine/content/projects/shorter-wait.md").read_text()
    assert "line: Nurse, Acme\n" in text, "which says no record again"
    records = yaml.safe_load((tmp_path / "mine/content/evidence/cv.yml").read_text())["evidence"]
    assert [r["claim"] for r in records if r.get("project") == "shorter-wait"] == [line]
    shows = [(r["check"], r.get("source")) for r in records]
    assert shows == [("statement", None), ("inspect", {"label": "Rota, signed"})]
    assert "Next: in mine, `dossier fit '../a posting.txt' --new \"Company\"`\n" in shown


def test_of_certificates_alone_no_project_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = "### Nurse, Acme (2019 \u2013 2021)"
    resume = f"# Ada\n\n## Experience\n\n{job}\n\n## Certificates\n\n- BLS, 2024\n"
    (tmp_path / "cv.md").write_text(resume, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, shown = answered(["init", "mine", "--from", "cv.md"], ("",) * 4)
    assert code == 0, shown
    assert "BLS" in shown
    assert "A project to show first" not in shown
