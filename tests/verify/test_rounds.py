from pathlib import Path

import pytest

from dossier.verify.batch import Throttle
from dossier.verify.quotes import QuoteFound
from dossier.verify.rounds import FILE, Answer, Round
from dossier.verify.web import AnswerKind, RequestOptions, Response
from tests.patience import PATIENCE
from tests.verify.server import Host, hosted

DAY = "2026-03-01"
HEAD = '{"version": 2, "day": "2026-03-01", "local": false}'
PACE = Throttle(between=0, backoff=0)
LOCAL = RequestOptions(PATIENCE, is_local_allowed=True)
GOOD = Response(AnswerKind.GOOD)
PAGE = "<title>Report</title><p>It is 22&nbsp;% better.</p><p>Twice.</p><p>Twice.</p>"


def wanted(
    host: Host, *paths: str, quotes: frozenset[str] = frozenset()
) -> dict[str, frozenset[str]]:
    return {host.url(path): quotes for path in paths}


def finished(found: Round) -> dict[str, Answer]:
    return {**found.before, **dict(found.ask(LOCAL, PACE))}


def test_quotes_are_looked_for_and_nothing_else_is_kept(tmp_path: Path) -> None:
    quotes = frozenset({"It is 22 % better", "Twice", "Nowhere"})
    with hosted() as host:
        host.pages["report"] = PAGE
        asking = wanted(host, "/report", "/away-report", "/a", "/status-404", quotes=quotes)
        found = finished(Round(tmp_path, DAY, asking))
        again = finished(Round(tmp_path, DAY, asking))
    there = {
        "It is 22 % better": QuoteFound(),
        "Twice": QuoteFound("the quote stands there 2 times: quote more of the sentence"),
        "Nowhere": QuoteFound("the quote does not stand there"),
    }
    no_text = QuoteFound("it sends no text, in which no quote is looked for")
    lost = Response(AnswerKind.BROKEN, "404 Not Found")
    away = Response(AnswerKind.GOOD, elsewhere="localhost")
    assert found == {
        host.url("/report"): Answer(GOOD, there),
        host.url("/away-report"): Answer(away, there),
        host.url("/a"): Answer(GOOD, dict.fromkeys(quotes, no_text)),
        host.url("/status-404"): Answer(lost),
    }
    assert again == found
    kept = tmp_path / FILE
    assert kept.stat().st_mode & 0o77 == 0
    assert "Report" not in kept.read_text()


def test_interrupted_round_goes_on_without_asking_again(tmp_path: Path) -> None:
    with hosted() as host:
        asking = wanted(host, *(f"/{number}" for number in range(6)))
        begun = Round(tmp_path, DAY, asking)
        answers = begun.ask(LOCAL, PACE)
        for _ in range(3):
            next(answers)
        answers.close()  # type: ignore[attr-defined]
        # As after a crash while a line is written.
        kept = tmp_path / FILE
        kept.write_bytes(kept.read_bytes() + b'{"url": "http://127')
        host.asked.clear()
        resumed = Round(tmp_path, DAY, asking)
        assert len(resumed.before) == 3
        assert finished(resumed) == dict.fromkeys(asking, Answer(GOOD))
        assert not {host.url(line.removeprefix("GET ")) for line in host.asked} & set(
            resumed.before
        )
        assert set(Round(tmp_path, DAY, asking).before) == set(asking)
    resumed.end()
    assert not kept.parent.exists()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "nothing"),
        ("[]\n", "no head"),
        ('{"version": 2, "day": "2026-02-28", "local": false}\n', "another day"),
        (
            f'{HEAD}\n{{"url": "u"}}\n7\n{{"url": "u", "quotes": 1}}',
            "no answer",
        ),
    ],
)
def test_what_is_of_no_use_is_asked_anew(tmp_path: Path, text: str, why: str) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(text)
    assert not Round(tmp_path, DAY, {"u": frozenset()}).before, why


def test_what_was_refused_is_asked_where_one_s_own_network_is(tmp_path: Path) -> None:
    with hosted() as host:
        asking = wanted(host, "/status-200")
        (refused,) = dict(Round(tmp_path, DAY, asking).ask(RequestOptions(1.0), PACE)).values()
        assert refused.response.kind is not AnswerKind.GOOD
        again = Round(tmp_path, DAY, asking, is_local_allowed=True)
        assert not again.before
        (answer,) = dict(again.ask(LOCAL, PACE)).values()
        assert answer.response.kind is AnswerKind.GOOD
    assert Round(tmp_path, DAY, asking, is_local_allowed=True).before


def test_answer_without_a_quote_that_is_wanted_now_is_asked_again(tmp_path: Path) -> None:
    with hosted() as host:
        host.pages["report"] = PAGE
        plain = wanted(host, "/report", "/status-404")
        finished(Round(tmp_path, DAY, plain))
        quoted = wanted(host, "/report", "/status-404", quotes=frozenset({"Twice"}))
        assert set(Round(tmp_path, DAY, quoted).before) == {host.url("/status-404")}


def test_link_in_place_of_the_file_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / FILE).parent.mkdir()
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / FILE).symlink_to(other)
    with pytest.raises(OSError, match="symbolic"):
        finished(Round(tmp_path, DAY, {"http://127.0.0.1:1/": frozenset()}))
    assert other.read_text() == "mine"
