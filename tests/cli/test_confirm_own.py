"""`dossier confirm`, asked one by one: what its author has said already, in one sitting."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.cli import questions as asked
from dossier.plain.yaml import construct
from tests.cli.terminal import with_answers
from tests.sites import project

FILE = "content/evidence/cv.yml"
SAID = ("Cut the wait from 6 weeks to 2 weeks", "Ran 40 clinics", "Led 8 nurses", "Saw 9 cats")
RECORDS = "evidence:\n" + "".join(
    f"  - id: figure{n}   # mine\n    claim: {said}\n    kind: employment\n    check: statement\n"
    f"    status: unconfirmed\n"
    for n, said in enumerate([*SAID, "Said by an assistant, 3 times"], start=1)
)
RECORDS = RECORDS.replace(
    "unconfirmed\n",
    "unconfirmed\n    # metrics:\n    #   - id: wait\n    #     name: wait\n    #     value: 2\n"
    "    #     unit: weeks\n    #     before: 6\n    # ask Ada\n",
    1,
)


def site(root: Path) -> None:
    profile = "name: Ada\nwork:\n  - employer: Acme\n    highlights:\n"
    profile += "".join(f"      - {said}\n" for said in SAID)
    project(root, {"content/profile.yml": profile, FILE: RECORDS})


def test_sentences_are_shown_and_what_is_answered_is_written(tmp_path: Path) -> None:
    site(tmp_path)
    answers = (
        "o",
        "r",
        "Another paper",
        "b",
        "Waiting list 2024",
        "n",
        "e",
        "Led 7 nurses",
        "nurses = nurses led",
        "nurses led = 7, before 5",
        "=",
        "Yes",
    )
    code, shown = with_answers(tmp_path, ["confirm"], answers)
    text = (tmp_path / FILE).read_text()
    waited, clinics, nurses, cats, proposed = construct(text, "")[0]["evidence"]
    assert code == 0, shown
    assert waited == {
        "id": "figure1",
        "claim": SAID[0],
        "kind": "employment",
        "check": "inspect",
        "status": "shipped",
        "audience": "shared",
        "metrics": [{"id": "wait", "name": "wait", "value": 2, "unit": "weeks", "before": 6}],
        "source": {"label": "Waiting list 2024"},
    }
    assert (nurses["claim"], nurses["metrics"][0]["name"]) == ("Led 7 nurses", "nurses led")
    assert (nurses["metrics"][0]["value"], nurses["metrics"][0]["before"]) == (7, 5)
    assert nurses["source"] == waited["source"]
    assert (cats["status"], cats["check"], "source" in cats) == ("shipped", "statement", False)
    assert [clinics["status"], proposed["status"]] == ["unconfirmed"] * 2
    assert "    # ask Ada\n" in text
    assert "# metrics" not in text
    assert "3 confirmed, 2 of which count; 1 left." in shown
    assert "  cv/figure4 does not count, it is an own statement: Saw 9 cats\n" in shown
    assert "  dossier confirm cv/figure5\n" in shown
    assert "Said by an assistant" not in shown


@pytest.mark.parametrize("last", ["q\n", ""], ids=["q", "no more input"])
def test_what_was_answered_before_the_end_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str
) -> None:
    site(tmp_path)
    terminal = SimpleNamespace(isatty=lambda: True)
    monkeypatch.setattr(asked, "sys", SimpleNamespace(stdin=terminal, stdout=terminal))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["confirm"], input=f"o\ne\nhttps://a.example/x\n{last}")
    records = construct((tmp_path / FILE).read_text(), "")[0]["evidence"]
    assert done.exit_code == 0, done.output
    assert [r["status"] for r in records] == ["shipped", *["unconfirmed"] * 4]
    assert records[0]["audience"] == "public"
    assert records[0]["source"] == {"label": "a.example", "url": "https://a.example/x"}


def test_certificate_shows_itself_and_a_figure_may_have_no_name(tmp_path: Path) -> None:
    site(tmp_path)
    text = RECORDS.replace("employment", "credential", 1)
    (tmp_path / FILE).write_text(text)
    answers = ("o", "r", "y", "e", "Ran 50 clinics", "clinics = -", "y", "q")
    code, shown = with_answers(tmp_path, ["confirm"], answers)
    assert code == 0, shown
    certificate, clinics, *_ = construct((tmp_path / FILE).read_text(), "")[0]["evidence"]
    assert (certificate["source"], certificate["check"]) == ({"label": "Certificate"}, "inspect")
    assert (clinics["claim"], "metrics" in clinics) == ("Ran 50 clinics", False)


def test_record_that_cannot_be_told_for_sure_is_left_to_its_author(tmp_path: Path) -> None:
    site(tmp_path)
    flow = f"evidence:\n  - {{id: cats, claim: {SAID[3]}, kind: code, check: statement, "
    flow += "status: unconfirmed}\n"
    (tmp_path / FILE).write_text(flow)
    code, shown = with_answers(tmp_path, ["confirm"], ("o", "r", "Log"))
    assert (code, (tmp_path / FILE).read_text()) == (1, flow), shown
    assert f"{FILE}:2" in shown
    assert "write `status: shipped` there yourself" in shown


def test_nobody_else_can_answer(tmp_path: Path) -> None:
    site(tmp_path)
    done = CliRunner().invoke(main, ["confirm", "-f", str(tmp_path / "mkdocs.yml")], input="r\ny\n")
    assert (done.exit_code, "nobody can be asked here" in done.stderr) == (2, True)
    assert (tmp_path / FILE).read_text() == RECORDS
