import json
from dataclasses import replace

import pytest

from dossier.model.audience import Audience
from dossier.model.library import RecordEntry
from dossier.model.source import HERITAGE, WAYBACK
from dossier.model.verdict import Copy, SourcePart, Verdict
from dossier.verify.archives import Archives, Wanted, ask_archives, copies_wanted
from dossier.verify.batch import Throttle
from dossier.verify.web import AnswerKind, RequestOptions, Response
from tests.model.test_proof import BROKEN, GOOD, entry
from tests.patience import PATIENCE
from tests.verify.server import Host, hosted

PAGE, REPO = "https://example.org/r", "https://github.com/ada/loads"
CONTENT = f"swh:1:cnt:{'0' * 40}"
SAVE = f"/api/1/origin/save/git/url/{REPO}/"
PACE = Throttle(between=0, backoff=0, tries=2)
LOCAL = RequestOptions(PATIENCE, is_local_allowed=True, largest=10_000)
Replies = dict[str, tuple[int, str, dict[str, str]]]


def asked(host: Host, replies: Replies, *wanted: Wanted) -> list[Response]:
    host.asked.clear()
    host.replies = replies
    archives = Archives(host.url(""), host.url(""))
    return [found for _, found in ask_archives(dict.fromkeys(wanted, ()), archives, LOCAL, PACE)]


def saving(task: str, request: str = "accepted") -> str:
    return json.dumps({"save_request_status": request, "save_task_status": task})


def test_page_is_kept_or_the_archive_says_why_not() -> None:
    copy = f"/web/20260301120000/{PAGE}"
    with hosted() as host:
        for status, headers, kind, said in (
            (302, {"Location": copy}, AnswerKind.GOOD, host.url(copy)),
            (200, {"Content_Location": copy}, AnswerKind.GOOD, host.url(copy)),
            (302, {"Location": f"https://evil.example{copy}"}, AnswerKind.UNCLEAR, "302 Found"),
            (302, {"Location": f"http://[::1{copy}"}, AnswerKind.UNCLEAR, "302 Found"),
            (302, {"Location": "/login"}, AnswerKind.UNCLEAR, "302 Found"),
            (200, {}, AnswerKind.UNCLEAR, "it names no copy"),
            (401, {}, AnswerKind.UNCLEAR, "it wants an account"),
            (403, {}, AnswerKind.UNCLEAR, "it does not take this address"),
            (404, {}, AnswerKind.UNCLEAR, "it does not know it"),
            (429, {}, AnswerKind.BROKEN, "it was asked too often today"),
            (429, {"Retry_After": "86400"}, AnswerKind.BROKEN, "it was asked too often today"),
            (451, {}, AnswerKind.UNCLEAR, "it may not keep it"),
            (503, {}, AnswerKind.BROKEN, "503 Service Unavailable"),
            (523, {}, AnswerKind.UNCLEAR, "it did not reach the page"),
        ):
            replies = {f"GET /save/{PAGE}": (status, "", headers)}
            (found,) = asked(host, replies, Wanted(WAYBACK, PAGE))
            told = found.moved if kind is AnswerKind.GOOD else found.said
            assert (found.kind, told) == (kind, said), (status, headers)
            # What passes is asked for once more, and not if it asks to be left alone for a day.
            is_passing = status in (429, 503) and "Retry_After" not in headers
            assert len(host.asked) == 1 + is_passing, status


def test_repository_is_kept_or_the_archive_says_why_not() -> None:
    shown = "/browse/origin/directory/?origin_url=https%3A%2F%2Fgithub.com%2Fada%2Floads"
    done, busy = [saving("failed"), saving("succeeded")], saving("scheduled")
    none: tuple[int, str, dict[str, str]] = (404, "{}", {})
    with hosted() as host:
        for name, get, post, kind, said in (
            ("known", (200, f"[{','.join(done)}]", {}), None, AnswerKind.GOOD, shown),
            ("at once", none, (200, saving("succeeded"), {}), AnswerKind.GOOD, shown),
            ("begun", (200, f"[{busy}]", {}), None, AnswerKind.UNCLEAR, "it is making the copy"),
            ("asked", none, (200, saving("not created"), {}), AnswerKind.UNCLEAR, "it is making"),
            (
                "rejected",
                none,
                (200, saving("not created", "rejected"), {}),
                AnswerKind.UNCLEAR,
                "it does not take this repository",
            ),
            ("forbidden", none, (403, "{}", {}), AnswerKind.UNCLEAR, "it does not take this"),
            ("too often", none, (429, "{}", {}), AnswerKind.BROKEN, "it was asked too often"),
            ("busy", (503, "", {}), None, AnswerKind.BROKEN, "503 Service Unavailable"),
            ("no JSON", none, (200, "<p>", {}), AnswerKind.UNCLEAR, "it makes no copy"),
            ("other JSON", none, (200, "[7]", {}), AnswerKind.UNCLEAR, "it makes no copy"),
            ("failed", none, (200, saving("failed"), {}), AnswerKind.UNCLEAR, "it makes no copy"),
        ):
            replies = {f"GET {SAVE}": get} | ({f"POST {SAVE}": post} if post else {})
            (found,) = asked(host, replies, Wanted(HERITAGE, REPO))
            told = found.moved.removeprefix(host.url("")) if found.moved else found.said
            assert (found.kind, told[: len(said)]) == (kind, said), name
            assert any(line.startswith("POST") for line in host.asked) is (post is not None), name


def test_file_that_is_archived_already_is_not_asked_for() -> None:
    with hosted() as host:
        replies: Replies = {f"GET /api/1/resolve/{CONTENT}/": (200, "{}", {})}
        (found,) = asked(host, replies, Wanted(HERITAGE, REPO, CONTENT))
        assert found == Response(AnswerKind.GOOD, moved=host.url(f"/{CONTENT}"))
        assert len(host.asked) == 1
        replies = {
            f"GET /api/1/resolve/{CONTENT}/": (404, "{}", {}),
            f"GET {SAVE}": (200, f"[{saving('succeeded')}]", {}),
        }
        (found,) = asked(host, replies, Wanted(HERITAGE, REPO, CONTENT))
        assert found.kind is AnswerKind.GOOD
        assert "/browse/origin/" in found.moved


def test_archive_that_is_silent_or_hangs_up_is_no_fault_of_the_source() -> None:
    hasty = RequestOptions(0.3, is_local_allowed=True)
    with hosted() as host:
        for folder, said in (
            ("/silent?", "it did not answer in time"),
            ("/hangup?", "the answer is no HTTP, or breaks off"),
        ):
            archives = Archives(host.url(folder), host.url(folder))
            host.pages.clear()
            both = Wanted(HERITAGE, REPO), Wanted(HERITAGE, f"{REPO}-2", CONTENT)
            wanted = dict.fromkeys((Wanted(WAYBACK, PAGE), *both), ())
            found = dict(ask_archives(wanted, archives, hasty, replace(PACE, tries=1)))
            assert [(a.kind, a.said, a.moved) for a in found.values()] == (
                [(AnswerKind.BROKEN, said, "")] * 3
            ), folder
    refused = dict(ask_archives({Wanted(WAYBACK, PAGE): ()}, Archives(host.url("")), hasty, PACE))
    assert {answer.moved for answer in refused.values()} == {""}


def known(audience: Audience, **source: str) -> RecordEntry:
    return replace(entry("inspect", 1, **source), audience=audience)


@pytest.mark.parametrize("audience", [Audience.PUBLIC, Audience.SHARED])
def test_what_others_may_see_is_asked_for_once(audience: Audience) -> None:
    good = Verdict("", {SourcePart.URL: GOOD}, CONTENT)
    page = known(audience, url=f"{PAGE}#part", repo=f"{REPO}.git")
    both = {Wanted(WAYBACK, PAGE): ("a", "b"), Wanted(HERITAGE, REPO, CONTENT): ("a", "b")}
    assert copies_wanted({"a": page, "b": page}, {"a": good, "b": good}) == both
    kept = replace(good, copies={WAYBACK: Copy("https://a.example", "2026-03-01")})
    assert list(copies_wanted({"a": page}, {"a": kept})) == [Wanted(HERITAGE, REPO, CONTENT)]


def test_what_its_author_alone_sees_or_nobody_found_goes_to_no_archive() -> None:
    page = known(Audience.PUBLIC, url=PAGE)
    good, lost = Verdict("", {SourcePart.URL: GOOD}), Verdict("", {SourcePart.URL: BROKEN})
    assert not copies_wanted({"a": replace(page, audience=Audience.PRIVATE)}, {"a": good})
    assert not copies_wanted({"a": page}, {"a": lost})
    assert not copies_wanted({"a": page}, {})
    assert not copies_wanted({"a": known(Audience.PUBLIC, path="a.json")}, {"a": good})
    for address in (f"{PAGE}?token=ghp_16C7e42F", "http://localhost:8888/r"):
        told = known(Audience.PUBLIC, url=address)
        assert not copies_wanted({"a": told}, {"a": good}), address
