"""An expired link shows nothing, and its page goes with the next publish: by the real clock.

Attacked with the variable by which builds are made reproducible, which workflows and shells set.
"""

import time as system_time
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.plain import dates
from dossier.sharing.keystore import Keystore
from tests.cli.test_publish import home, publish, published, share

URL = "https://ada.example.org/"
EXPIRES = date(2026, 2, 15)
BEFORE, AFTER, AHEAD = date(2026, 2, 1), date(2026, 4, 1), date(2031, 5, 1)


def epoch(day: date) -> str:
    return str(int(datetime.combine(day, time(), UTC).timestamp()))


def live_on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(dates, "current_day", lambda: day)


def run(root: Path, said: date, *line: str) -> Result:
    command = [*line, "-f", str(root / "mkdocs.yml")]
    return CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": epoch(said)})


def test_no_variable_keeps_an_expired_share_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    made = share(root, expires=EXPIRES)
    assert publish(root, "--yes").exit_code == 0
    page = f"s/{made.id}/index.html"
    assert page in published(tmp_path)
    live_on(monkeypatch, AFTER)
    done = run(root, BEFORE, "publish", "--yes")
    assert done.exit_code == 0, done.output
    assert page not in published(tmp_path)
    for command in ("show", "rotate"):
        assert "expired on 2026-02-15" in run(root, BEFORE, "share", command, "acme-1").stderr
    assert "expired" in run(root, BEFORE, "share", "list").stdout


def test_no_variable_lets_a_living_share_die(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    made = share(root, expires=EXPIRES)
    done = run(root, AFTER, "publish", "--yes")
    assert done.exit_code == 0, done.output
    assert f"s/{made.id}/index.html" in published(tmp_path)
    assert run(root, AFTER, "share", "show", "acme-1").exit_code == 0


def test_no_page_goes_while_it_is_still_its_last_day_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    made = share(root, expires=EXPIRES)
    page = f"s/{made.id}/index.html"
    for days, is_open in ((0, True), (1, True), (2, False)):
        live_on(monkeypatch, EXPIRES + timedelta(days=days))
        assert publish(root, "--yes").exit_code == 0
        assert (page in published(tmp_path)) is is_open, days
        assert ("expired" not in run(root, BEFORE, "share", "list").stdout) is is_open, days


def test_last_day_may_be_today_where_the_author_is(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        for zone, hours in (("Etc/GMT+12", -12), ("Etc/GMT-14", 0)):
            monkeypatch.setenv("TZ", zone)
            system_time.tzset()
            here = {(datetime.now(UTC) + timedelta(hours=hours)).date()}
            found = dates.own_day()
            # Midnight may pass in between.
            assert found in here | {(datetime.now(UTC) + timedelta(hours=hours)).date()}, zone
    finally:
        monkeypatch.undo()
        system_time.tzset()


def test_no_variable_makes_a_share_that_is_dead_already(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, AFTER)
    line = ("share", "new", "acme", "--expires", EXPIRES.isoformat())
    assert "2026-02-15 has passed" in run(root, BEFORE, *line).stderr
    assert run(root, BEFORE, "share", "new", "acme").exit_code == 0
    assert "2026-04-01" in run(root, BEFORE, "share", "list").stdout


def test_no_variable_sends_expired_evidence_as_if_it_were_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    share(root)
    records = root / "content/evidence/qortex.yml"
    until = "    date: 2026-02\n    valid_until: 2026-02\n"
    records.write_text(records.read_text().replace("    date: 2026-02\n", until))
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, AFTER)
    for line in (["publish", "--yes"], ["check", "--publish"], ["share", "preview", "acme"]):
        done = run(root, BEFORE, *line)
        assert done.exit_code == 1, (line, done.output)
        assert "goes out as if it were 1 Feb 2026 [evidence-stale]" in done.output, line
    assert run(root, AFTER, "check", "--publish").exit_code == 0


def test_what_is_dropped_is_named_before_the_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    share(root, expires=EXPIRES, label="Eve of Acme")
    share(root, label="Zoe")
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, AFTER)
    shown = publish(root, answer="n\n").stdout.partition("Publish this?")
    assert shown[1]
    gone = "  expired  for Eve of Acme (acme, until 2026-02-15): its page goes"
    assert gone in shown[0]
    assert publish(root, "--yes").exit_code == 0
    assert "expired" not in publish(root, "--yes").stdout


@pytest.mark.parametrize("said", ["", "yesterday", "1e9", "-99999999999999"])
def test_a_variable_that_is_no_day_is_told_by_whatever_builds(tmp_path: Path, said: str) -> None:
    root = home(tmp_path, site_url=URL)
    for line in (["build"], ["check"], ["publish", "--yes"], ["stage", str(tmp_path / "staged")]):
        command = [*line, "-f", str(root / "mkdocs.yml")]
        done = CliRunner().invoke(main, command, env={"SOURCE_DATE_EPOCH": said})
        assert done.exit_code == 2, (line, done.output)
        assert f"SOURCE_DATE_EPOCH is `{said}`, not a number of seconds" in done.output, line


def test_a_clock_that_was_set_back_publishes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    share(root, expires=EXPIRES)
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, date(2020, 1, 23))
    done = publish(root, "--yes")
    assert done.exit_code == 1
    assert (
        "the clock says 23 Jan 2020, and a link was made or published on 1 Feb 2026" in done.output
    )
    live_on(monkeypatch, AFTER)
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, BEFORE)
    done = publish(root, "--yes")
    assert done.exit_code == 1
    assert "had ended on 1 Apr 2026, and it lives again" in done.output
    assert not [name for name in published(tmp_path) if name.startswith("s/")]


def test_a_clock_that_was_ahead_stops_no_publish_for_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link was made by it, and one that lives on was dated by it: the way out is named."""
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    share(root, label="Anna")
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, AHEAD)
    assert run(root, BEFORE, "share", "new", "acme", "--to", "Oops").exit_code == 0
    pitch = root / "content/applications/acme/index.md"
    pitch.write_text(pitch.read_text().replace("## Pitch\n", "## Pitch\n\nHello.\n"))
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, BEFORE)
    done = publish(root, "--yes")
    assert done.exit_code == 1
    assert "clock says 1 Feb 2026, and a link was made or published on 1 May 2031" in done.output
    assert "`dossier share revoke acme-1 acme-2`" in done.output
    assert "`dossier share rotate acme-1`" in done.output
    assert run(root, BEFORE, "share", "rotate", "acme-1").exit_code == 0
    done = publish(root, "--yes")
    assert (done.exit_code, "`dossier share revoke acme-2`" in done.output) == (1, True)
    assert run(root, BEFORE, "share", "revoke", "acme-2").exit_code == 0
    assert publish(root, "--yes").exit_code == 0
    kept = Keystore.load(root).shares
    assert [f"s/{kept['acme-1'].id}/index.html"] == [
        name for name in published(tmp_path) if name.startswith("s/")
    ]
    assert kept["acme-1"].day == BEFORE
    live_on(monkeypatch, date(2020, 1, 23))
    assert "a link was made or published on 1 Feb 2026" in publish(root, "--yes").output


def test_links_that_a_clock_ahead_ended_are_told_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = home(tmp_path, site_url=URL)
    live_on(monkeypatch, BEFORE)
    share(root, label="Anna", expires=date(2027, 1, 31))
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, AHEAD)
    assert publish(root, "--yes").exit_code == 0
    live_on(monkeypatch, BEFORE)
    told = run(root, BEFORE, "status")
    assert "link for Anna: opens no more: `dossier share list` says why" in told.output
    assert "Next: `dossier share list` says why a link that was sent opens no more" in told.output
    listed = run(root, BEFORE, "share", "list")
    assert (listed.exit_code, "broken" in listed.stdout) == (1, True)
    for said in (listed.stderr, publish(root, "--yes").output):
        assert "was put back, or the clock is behind now, or it was ahead then" in said
        assert "`dossier share revoke acme-1`" in said
        assert "`dossier share new acme`" in said
    assert run(root, BEFORE, "share", "revoke", "acme-1").exit_code == 0
    assert publish(root, "--yes").exit_code == 0
    assert "link for Anna: withdrawn 1 Feb 2026" in run(root, BEFORE, "status").output
