import threading
from collections import Counter

import pytest

from dossier.verify.batch import Throttle, ask_all
from dossier.verify.web import AnswerKind, RequestOptions, Response
from tests.patience import PATIENCE
from tests.verify.server import hosted

PACE = Throttle(between=0, backoff=0)
LOCAL = RequestOptions(PATIENCE, is_local_allowed=True)
GOOD = Response(AnswerKind.GOOD)


def test_host_that_recovers_is_good_and_one_that_does_not_is_broken() -> None:
    with hosted() as host:
        paths = ("/later-500", "/later-429", "/status-500", "/status-404", "/status-429", "/wait")
        found = dict(ask_all(map(host.url, paths), LOCAL, PACE))
        asked = Counter(host.asked)
    answers = {path: found[host.url(path)] for path in paths}
    assert answers == {
        "/later-500": GOOD,
        "/later-429": GOOD,
        "/status-500": Response(AnswerKind.BROKEN, "500 Internal Server Error"),
        "/status-404": Response(AnswerKind.BROKEN, "404 Not Found"),
        "/status-429": Response(AnswerKind.UNCLEAR, "429 Too Many Requests"),
        "/wait": Response(AnswerKind.BROKEN, "503 Service Unavailable"),
    }
    tries = {path: asked[f"GET {path}"] for path in paths}
    assert tries == dict(zip(paths, (2, 2, 3, 1, 3, 1), strict=True))


def test_one_host_is_asked_one_thing_at_a_time_and_each_address_once() -> None:
    lock, asked = threading.Lock(), []

    def ask_one(url: str, _: RequestOptions) -> Response:
        assert lock.acquire(blocking=False)
        asked.append(url)
        lock.release()
        return GOOD

    urls = [f"http://a/{number % 20}" for number in range(40)]
    assert dict(ask_all(urls, LOCAL, PACE, ask_one)) == dict.fromkeys(urls, GOOD)
    assert sorted(asked) == sorted(set(urls))


def test_hosts_do_not_wait_for_each_other() -> None:
    both = threading.Barrier(2, timeout=PATIENCE)

    def ask_one(_: str, __: RequestOptions) -> Response:
        both.wait()
        return GOOD

    urls = ["http://a/", "http://b/"]
    assert dict(ask_all(urls, LOCAL, PACE, ask_one)) == dict.fromkeys(urls, GOOD)


def test_whoever_stops_listening_stops_the_round() -> None:
    asked = []

    def ask_one(url: str, _: RequestOptions) -> Response:
        asked.append(url)
        return GOOD

    urls = [f"http://a/{number}" for number in range(5)]
    answers = ask_all(urls, LOCAL, Throttle(between=60, backoff=0), ask_one)
    assert next(answers) == (urls[0], GOOD)
    before = threading.active_count()
    answers.close()  # type: ignore[attr-defined]
    for thread in threading.enumerate():
        if thread.daemon and thread.name.startswith("Thread-") and "work" in thread.name:
            thread.join(PATIENCE)
    assert asked == urls[:1]
    assert threading.active_count() < before


def test_fault_of_ours_is_not_swallowed() -> None:
    def ask_one(_: str, __: RequestOptions) -> Response:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        list(ask_all(["http://a/"], LOCAL, PACE, ask_one))


def test_failures_of_a_host_are_bounded_and_others_do_not_pay_for_them() -> None:
    seconds = threading.local()

    def clock() -> float:
        return getattr(seconds, "now", 0.0)

    def ask_one(url: str, options: RequestOptions) -> Response:
        if "good" in url:
            return GOOD
        seconds.now = clock() + options.timeout
        return Response(AnswerKind.PASSING, "it did not answer in time")

    urls = [f"http://{name}/{number}" for name in ("slow", "good") for number in range(3)]
    options = RequestOptions(timeout=10.0)
    spent: dict[str, float] = {}

    def timed(url: str, options: RequestOptions) -> Response:
        answer = ask_one(url, options)
        spent[url] = max(spent.get(url, 0.0), clock())
        return answer

    found = dict(ask_all(urls, options, Throttle(between=0, backoff=0), timed, clock))
    # The first has two tries in 13 seconds, and the others wait for another day.
    assert spent["http://slow/0"] == 13.0
    assert {url: answer.kind for url, answer in found.items()} == {
        "http://slow/0": AnswerKind.BROKEN,
        "http://slow/1": AnswerKind.UNCLEAR,
        "http://slow/2": AnswerKind.UNCLEAR,
        **dict.fromkeys(urls[3:], AnswerKind.GOOD),
    }
    assert set(spent) == {urls[0], *urls[3:]}


def test_host_that_asks_for_more_time_than_there_is_is_left_alone() -> None:
    busy = Response(AnswerKind.PASSING, "503 Service Unavailable", wait=25)
    found = dict(ask_all(["http://a/"], RequestOptions(1), Throttle(between=0), lambda *_: busy))
    assert found["http://a/"].kind is AnswerKind.UNCLEAR
