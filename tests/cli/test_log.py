"""`dossier log`: what it writes, what it says of it, and that two at once lose nothing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.model.stages import stage_words
from dossier.plain import dates
from tests.builders import MINIMAL, edited
from tests.sites import project, run

DOSSIER = "content/applications/acme/index.md"


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the 1st of March 2026."""
    monkeypatch.setattr(dates, "current_day", lambda: date(2026, 3, 1))


def log(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["log", *arguments, "-f", str(root / "mkdocs.yml")])


def site(root: Path, fields: str) -> Path:
    """Write a site whose dossier has other fields; return the dossier's file."""
    project(root, edited(DOSSIER, "lead: ml-engineer\n", fields))
    return root / DOSSIER


def test_event_of_today_is_written_and_its_stage_told(tmp_path: Path) -> None:
    path = site(tmp_path, "# lead: none yet\n")
    before = path.read_text()
    done = log(tmp_path, "acme", "phone screening", "--note", "With Eve: 30 min")
    said = f"{DOSSIER}: 1 Mar 2026, phone screening.\nStage: Screening.\n"
    assert (done.exit_code, done.output) == (0, said)
    event = '{date: 2026-03-01, what: phone screening, note: "With Eve: 30 min"}'
    company = "company: Acme\n"
    assert path.read_text() == before.replace(company, f"{company}events:\n  - {event}\n")
    assert [other.name for other in path.parent.iterdir()] == ["index.md"]


def test_day_is_the_real_one_whatever_builds_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = site(tmp_path, "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    log(tmp_path, "acme", "applied")
    assert "{date: 2026-03-01, what: applied}" in path.read_text()


@pytest.mark.parametrize(
    ("fields", "arguments", "said"),
    [
        ("", ("Lunch", "--stage", "Interviewing"), "Stage: Interviewing.\n"),
        ("", ("mail from Bo",), "No stage: still Drafting.\n"),
        ("", ("onsite", "--date", "2026-03-04"), "Interviewing, coming up: until then still Draf"),
        ("status: drafting\n", ("applied",), "`status: drafting` says otherwise: remove it"),
        ("", ("aplied",), "stage; did you mean `applied`? Else say it with --stage, or --stage"),
        ("", ("Lunch",), "no known stage. Say it with --stage, or --stage none; --words"),
        (
            "events: [{date: 2026-02-20, what: offer}]\n",
            ("onsite", "--date", "2026-02-10"),
            "Interviewing, but by a later event Offer.\n",
        ),
    ],
)
def test_stage_that_follows_is_told(
    tmp_path: Path, fields: str, arguments: tuple[str, ...], said: str
) -> None:
    path = site(tmp_path, fields)
    done = log(tmp_path, "acme", *arguments)
    assert done.exit_code == 0
    assert said in done.output
    assert f"what: {arguments[0]}" in path.read_text()


def test_words_that_say_a_stage_are_listed(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["log", "--words"])
    assert done.exit_code == 0
    lines = [line.split() for line in done.output.splitlines()]
    assert len(lines) == len(stage_words())
    assert ["rejected", "closed", "rejected"] in lines
    assert ["take", "home", "interviewing"] in lines
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("acmee", "applied"), "did you mean `acme`?"),
        (("../acme", "applied"), "there is no application"),
        (("acme", " \n "), "an event has words"),
        (("acme", "a\x1b[31m"), "an event has words"),
        (("acme", "applied", "--date", "soon"), "is not a day"),
        (("acme", "applied", "--stage", "lunch"), "lunch"),
    ],
)
def test_wrong_use_writes_nothing(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    path = site(tmp_path, "")
    before = path.read_bytes()
    done = log(tmp_path, *arguments)
    assert (done.exit_code, said in done.output) == (2, True)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("events: soon\n", f"{DOSSIER}:3:1: nothing was written, for it is not clear where"),
        ("events: [\n", "nothing was written, because the dossier cannot be read"),
    ],
)
def test_dossier_that_is_not_understood_is_left_alone(
    tmp_path: Path, fields: str, said: str
) -> None:
    path = site(tmp_path, fields)
    before = path.read_bytes()
    done = log(tmp_path, "acme", "applied")
    assert (done.exit_code, said in done.output) == (1, True)
    assert path.read_bytes() == before


def test_line_ends_byte_order_mark_and_mode_stay(tmp_path: Path) -> None:
    path = site(tmp_path, "")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    path.chmod(0o600)
    before = path.read_bytes()
    assert log(tmp_path, "acme", "applied").exit_code == 0
    event = b"events:\r\n  - {date: 2026-03-01, what: applied}\r\n"
    assert path.read_bytes() == before.replace(b"company: Acme\r\n", b"company: Acme\r\n" + event)
    assert path.stat().st_mode & 0o777 == 0o600


def test_two_at_once_lose_nothing(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL)
    words = [f"call number {number}" for number in range(6)]
    with ThreadPoolExecutor(len(words)) as pool:
        list(pool.map(lambda what: run(tmp_path, "dossier", "log", "acme", what), words))
    text = (tmp_path / DOSSIER).read_text()
    assert [what for what in words if f"what: {what}" not in text] == []


def test_event_of_a_dossier_that_cannot_be_read_is_written_and_no_stage_told(
    tmp_path: Path,
) -> None:
    path = site(tmp_path, "tier: high\nroles_: 3\n")
    path.write_text(path.read_text().replace("company: Acme", "company: [Acme]"))
    done = log(tmp_path, "acme", "phone screening")
    assert (done.exit_code, done.output) == (0, f"{DOSSIER}: 1 Mar 2026, phone screening.\n")
    assert "{date: 2026-03-01, what: phone screening}" in path.read_text()
