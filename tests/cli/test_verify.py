"""`dossier verify`: real files, a real repository, a real host, and nobody asked unless allowed."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.verify import Clone
from dossier.verify.batch import Throttle
from dossier.verify.rounds import FILE as ROUND
from dossier.verify.rounds import Round
from dossier.verify.web import RequestOptions
from tests.builders import EVIDENCE, MINIMAL
from tests.patience import PATIENCE, wait_until
from tests.sites import DAY, files_of, project
from tests.verify.server import hosted
from tests.verify.test_checkouts import git

SOURCE = "source: {label: Benchmark report, url: https://example.org/report}"
RESULTS = "content/verified.json"


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.setattr("dossier.cli.verify.Throttle", lambda: Throttle(between=0, backoff=0))


def site(root: Path, source: str, **others: str | bytes) -> Path:
    """Write a project whose record has this source, and files beside it."""
    text = EVIDENCE.replace(SOURCE, f"source: {{label: Report, {source}}}")
    assert text != EVIDENCE
    files = {name.replace("__", "/").replace("_", "."): text for name, text in others.items()}
    return project(root, MINIMAL | {"content/evidence/qortex.yml": text} | files)


def verify(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["verify", "-f", str(root / "mkdocs.yml"), *options])


def check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "-f", str(root / "mkdocs.yml")])


LOCAL = 'path: "bench/report.json#/precision"'


def test_artifact_that_says_the_same(tmp_path: Path) -> None:
    root = site(tmp_path, LOCAL, bench__report_json='{"precision": 22}')
    done = verify(root)
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings\n")
    assert done.stderr == (
        "1 of 1 records have a source that was found good.\n"
        "record       now       reachable              by\n"
        "qortex/gain  measured  confirmed by a person  dossier ask qortex/gain --of github:NAME\n"
    )
    (kept,) = json.loads((root / RESULTS).read_text())["records"].values()
    good = {"outcome": "good", "checked": "2026-03-01", "good": "2026-03-01"}
    assert kept["file"].pop("record")
    assert kept["file"] == good | {"values": {"precision": "22"}, "exact": ["precision"]}
    assert check(root).stdout == "0 errors, 0 warnings\n"


def test_artifact_that_says_otherwise_is_an_error_now_and_in_every_check(tmp_path: Path) -> None:
    root = site(tmp_path, LOCAL, bench__report_json='{"precision": 21}')
    done = verify(root)
    told = (
        "content/evidence/qortex.yml:9:42: error: `qortex/gain#precision` is +22%, but its source "
        "says otherwise [evidence-contradicted]\n"
        "  hint: the artifact says `21` (1 Mar 2026); correct the value, or its place\n"
        "1 error, 0 warnings\n"
    )
    assert (done.exit_code, done.stdout) == (1, told)
    assert (check(root).exit_code, check(root).stdout) == (1, told)
    found = json.loads(verify(root, "--format", "json").stdout)
    assert [problem["code"] for problem in found["problems"]] == ["evidence-contradicted"]
    path = root / "content" / "evidence" / "qortex.yml"
    path.write_text(path.read_text().replace("value: 22", "value: 21"))
    assert check(root).exit_code == 0
    assert verify(root).exit_code == 0


def test_silenced_contradiction_is_counted(tmp_path: Path) -> None:
    root = site(tmp_path, LOCAL, bench__report_json='{"precision": 21}')
    path = root / "content" / "evidence" / "qortex.yml"
    mark = "    metrics: # dossier: allow evidence-contradicted: the report is of another run"
    path.write_text(path.read_text().replace("    metrics:", mark))
    done = verify(root)
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings, 1 silenced\n")


def test_same_results_are_the_same_bytes_and_not_written_again(tmp_path: Path) -> None:
    root = site(tmp_path, LOCAL, bench__report_json='{"precision": 22}')
    verify(root)
    before = (root / RESULTS).read_bytes(), (root / RESULTS).stat().st_mtime_ns
    others = {k: v for k, v in files_of(root / "content").items() if k != "verified.json"}
    verify(root)
    assert ((root / RESULTS).read_bytes(), (root / RESULTS).stat().st_mtime_ns) == before
    after = {k: v for k, v in files_of(root / "content").items() if k != "verified.json"}
    assert after == others
    verify(root, "--as-of", "2026-03-02")
    assert b"2026-03-02" in (root / RESULTS).read_bytes()


def test_commit_in_a_clone(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    clone.mkdir()
    (clone / "report.csv").write_text("name,precision\nqortex,22\n")
    git(clone, "init", "--quiet")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "one")
    commit = git(clone, "rev-parse", "HEAD")
    place = '"report.csv#row=2,col=precision"'
    root = site(tmp_path / "site", f"package: qortex, commit: '{commit}', path: {place}")
    done = verify(root)
    assert "not checked: its files are elsewhere: name a clone, --clone qortex=DIR" in done.stderr
    assert not (root / RESULTS).exists()
    assert verify(root, "--clone", f"qortex={clone}").exit_code == 0
    (kept,) = json.loads((root / RESULTS).read_text())["records"].values()
    assert {part: kept[part]["outcome"] for part in ("commit", "file")} == {
        "commit": "good",
        "file": "good",
    }
    assert str(tmp_path) not in (root / RESULTS).read_text()
    (clone / "report.csv").write_text("changed after the commit")
    assert verify(root, "--clone", f"qortex={clone}").stdout == "0 errors, 0 warnings\n"


def test_addresses_are_asked_online_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    root = site(tmp_path, "url: https://example.org/report")
    done = verify(root)
    assert (done.exit_code, done.stdout) == (0, "0 errors, 0 warnings\n")
    assert not (root / RESULTS).exists()
    assert isinstance(verify(root, "--online").exception, AssertionError)


def test_address_that_dies_and_comes_back(tmp_path: Path) -> None:
    with hosted() as host:
        root = site(tmp_path, f"url: '{host.url('/later-404')}'")
        online = ("--online", "--local-network", "--timeout", str(PATIENCE))
        lost = verify(root, *online, "--as-of", "2026-03-01")
        assert lost.exit_code == 1
        assert lost.stdout.splitlines()[0].endswith(
            "error: the source of `qortex/gain` is broken: 404 Not Found [source-broken]"
        )
        assert (
            lost.stderr.splitlines()[0]
            == f"1 of 1: {host.url('/later-404')}: broken: 404 Not Found"
        )
        found = verify(root, *online, "--as-of", "2026-03-02")
        assert found.stdout == "0 errors, 0 warnings\n"
        host.asked.clear()
        last = verify(root, *online, "--as-of", "2026-03-03")
    assert "it was last good on 2 Mar 2026" in last.stdout
    told = last.stdout.removesuffix("1 error, 0 warnings\n")
    # That the host of these tests is this machine's own, `check` tells besides.
    assert told in check(root).stdout


def test_own_network_is_not_asked_by_itself(tmp_path: Path) -> None:
    with hosted() as host:
        root = site(tmp_path, f"url: '{host.url('/a')}'")
        done = verify(root, "--online")
        assert host.asked == []
    assert (
        "it leads into this machine's own network; ask such ones with --local-network"
        in done.stderr
    )
    assert not (root / RESULTS).exists()


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let commands heed Ctrl-C, though what starts the tests in the background does not."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_interrupted_round_leaves_everything_as_it_was(tmp_path: Path) -> None:
    with hosted() as host:
        root = site(tmp_path, f"url: '{host.url('/silent')}'")
        options = ("--online", "--local-network", "--timeout", "600")
        with subprocess.Popen(
            [sys.executable, "-m", "dossier", "verify", *options],
            cwd=root,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(root / "hooks")},
        ) as running:
            wait_until(lambda: host.asked or running.poll() is not None)
            running.send_signal(signal.SIGINT)
            try:
                _, said = running.communicate(timeout=PATIENCE)
            finally:
                running.kill()
    assert running.returncode == 1
    assert said.strip() == "Aborted!"
    assert not [path.name for path in (root / "content").iterdir() if "verified" in path.name]


def test_interrupted_round_goes_on_from_what_was_answered(tmp_path: Path) -> None:
    with hosted() as host:
        root = site(tmp_path, f"url: '{host.url('/a')}'")
        wanted = {host.url("/a"): frozenset[str]()}
        begun = Round(root, "2026-03-01", wanted, is_local_allowed=True)
        options = RequestOptions(PATIENCE, is_local_allowed=True)
        assert len(list(begun.ask(options, Throttle(between=0, backoff=0)))) == 1
        host.asked.clear()
        done = verify(root, "--online", "--local-network")
        assert host.asked == []
    assert done.stderr.startswith("1 of 1 answered before this was interrupted\n1 of 1 records")
    assert not (root / ROUND).exists()


def test_online_nobody_is_asked_of_what_has_no_address(tmp_path: Path) -> None:
    root = site(tmp_path, LOCAL, bench__report_json='{"precision": 22}')
    assert verify(root, "--online").stderr.startswith("1 of 1 records have a source")


def test_clone_that_was_read_is_read_no_second_time(tmp_path: Path) -> None:
    read = Clone().convert(f"a=b={tmp_path}", None, None)
    assert read == ("a=b", tmp_path)
    assert Clone().convert(read, None, None) is read


def test_some_records_by_id_or_file(tmp_path: Path) -> None:
    root = site(tmp_path, LOCAL, bench__report_json='{"precision": 22}')
    for name in ("qortex", "qortex/gain"):
        assert "1 of 1 records" in verify(root, name).stderr
    done = verify(root, "qortex/gian")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "dossier: there is no record `qortex/gian`\n  hint: did you mean `qortex/gain`?\n"
    )
    assert "\n  hint: records are in: qortex\n" in verify(root, "nothing-like-it").stderr


@pytest.mark.parametrize(
    "options",
    [
        ("--clone", "x"),
        ("--clone", "x="),
        ("--clone", "x=none"),
        ("--timeout", "0"),
        ("--format", "xml"),
    ],
)
def test_wrong_use(tmp_path: Path, options: tuple[str, str]) -> None:
    done = verify(project(tmp_path), *options)
    assert (done.exit_code, done.stdout) == (2, "")


def test_folder_that_is_no_clone_and_results_that_nobody_can_read(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    root = site(tmp_path / "site", "package: qortex, commit: abcdef")
    done = verify(root, "--clone", f"qortex={tmp_path / 'empty'}")
    assert done.exit_code == 2
    assert "git finds no repository in" in done.stderr
    (root / RESULTS).write_text("{")
    done = verify(root)
    assert done.exit_code == 2
    assert "verified.json cannot be read" in done.stderr
    assert (root / RESULTS).read_text() == "{"


def test_addresses_that_nobody_asked_are_named(tmp_path: Path) -> None:
    root = project(tmp_path)
    assert verify(root).stderr.splitlines()[-1].split("  ") == [
        *("qortex/gain", "source named", "source opens", "dossier verify qortex/gain --online")
    ]


def test_quote_is_looked_for_where_the_source_says(tmp_path: Path) -> None:
    online = ("--online", "--local-network", "--timeout", str(PATIENCE))
    with hosted() as host:
        host.pages["report"] = "<p>It’s 22&nbsp;% better.</p>"
        for path, quote, expected in (
            ("/report", "It's 22 % better", {"outcome": "good", "spelled": "It’s 22 % better"}),
            ("/report", "worse", {"outcome": "refused", "said": "the quote does not stand there"}),
            (
                "/away-report",
                "better",
                {
                    "outcome": "refused",
                    "said": "its page is redirected to another host: localhost",
                },
            ),
        ):
            root = site(
                tmp_path / path[1:] / quote[:5], f'url: "{host.url(path)}", quote: "{quote}"'
            )
            done = verify(root, *online)
            (kept,) = json.loads((root / RESULTS).read_text())["records"].values()
            assert kept["place"].items() >= expected.items(), done.stderr
            assert kept["url"]["outcome"] == "good"
            assert not (root / ROUND).exists()
