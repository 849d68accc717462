"""A source to the copy that an archive keeps of it: asked for one at a time, and only if told to.

The Wayback Machine is asked for pages, Software Heritage for repositories; both make what they keep
public. Neither was ever asked by our tests, which speak to a host of their own in the same words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urljoin

from dossier.model.audience import Audience
from dossier.model.library import RecordEntry
from dossier.model.source import HERITAGE, WAYBACK
from dossier.model.verdict import Verdict
from dossier.plain.addresses import access_in, is_of_own_network, split_address
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.verify.batch import Throttle, ask_all
from dossier.verify.web import AnswerKind, Reply, RequestOptions, Response, send

PACE = Throttle(between=5.0, backoff=10.0, tries=2, patience=120.0)
"""How politely archives are asked: they are busy, and a copy takes them a minute."""
PATIENT = 90.0
"""For one request, in seconds."""
MAX_ANSWER = 500_000
"""How much of an answer is read, in bytes."""
_COPY = pattern(r"/web/(\d{14})(?:[a-z_]*)?/")
_REFUSALS = {
    400: "it does not take this address",
    401: "it wants an account",
    403: "it does not take this address",
    404: "it does not know it",
    429: "it was asked too often today",
    451: "it may not keep it",
    523: "it did not reach the page",
}
_DONE, _BUSY = "succeeded", {"not created", "pending", "scheduled", "running"}


@frozen
class Archives:
    """Where the archives answer."""

    wayback: str = "https://web.archive.org"
    heritage: str = "https://archive.softwareheritage.org"


@frozen
class Wanted:
    """A copy that is asked for."""

    archive: str
    """WAYBACK or HERITAGE."""
    of: str
    """The address of the page or the repository."""
    content: str = ""
    """The SWHID of the file that matters, empty if it is not known."""


def copies_wanted(
    entries: Mapping[str, RecordEntry], known: Mapping[str, Verdict]
) -> Mapping[Wanted, tuple[str, ...]]:
    """Return what no archive is known to keep, each with the records whose source it is.

    Nothing of records that their author alone sees: what an archive keeps, everybody sees.
    """
    found: dict[Wanted, list[str]] = {}
    for record_id, entry in entries.items():
        verdict = known.get(record_id)
        if entry.audience in (Audience.SHARED, Audience.PUBLIC) and verdict and not verdict.failed:
            for wanted in _wanted(entry, verdict):
                is_open = not access_in(wanted.of) and not is_of_own_network(wanted.of)
                if is_open and wanted.archive not in verdict.copies:
                    found.setdefault(wanted, []).append(record_id)
    return {wanted: tuple(records) for wanted, records in found.items()}


def _wanted(entry: RecordEntry, verdict: Verdict) -> Iterator[Wanted]:
    source = entry.record.source
    if source and source.url and source.url.startswith(("http://", "https://")):
        yield Wanted(WAYBACK, source.url.partition("#")[0])
    if source and source.repo and source.repo.startswith("https://"):
        yield Wanted(HERITAGE, source.repo.rstrip("/").removesuffix(".git"), verdict.content)


def ask_archives(
    wanted: Mapping[Wanted, tuple[str, ...]],
    archives: Archives,
    options: RequestOptions,
    throttle: Throttle = PACE,
) -> Iterator[tuple[Wanted, Response]]:
    """Yield each copy with its answer as they come: good with its address in `moved`."""
    requests = {_address(each, archives): each for each in wanted}

    def ask_one(url: str, each: RequestOptions) -> Response:
        return _ask(requests[url], archives, each)

    for url, response in ask_all(requests, options, throttle, ask_one):
        yield requests[url], response


def _address(wanted: Wanted, archives: Archives) -> str:
    if wanted.archive == WAYBACK:
        return f"{archives.wayback}/save/{wanted.of}"
    return f"{archives.heritage}/api/1/origin/save/git/url/{quote(wanted.of, safe=':/')}/"


def _ask(wanted: Wanted, archives: Archives, options: RequestOptions) -> Response:
    address = _address(wanted, archives)
    if wanted.archive == WAYBACK:
        reply = send(address, options)
        return reply if isinstance(reply, Response) else _of_wayback(address, reply)
    if wanted.content:
        reply = send(f"{archives.heritage}/api/1/resolve/{wanted.content}/", options)
        if isinstance(reply, Response):
            return reply
        if reply.status == 200:  # noqa: PLR2004 - it is there
            return Response(AnswerKind.GOOD, moved=f"{archives.heritage}/{wanted.content}")
    return _save(wanted, archives, options)


def _of_wayback(address: str, reply: Reply) -> Response:
    """Return the copy that an answer leads to, or names."""
    headers = reply.headers
    for place in (headers.get("location", ""), headers.get("content-location", "")):
        there = urljoin(address, place) if split_address(place) else ""
        # One that leads to another host is no copy of the archive's.
        if _COPY.search(place) and there.startswith(address.partition("/save/")[0] + "/web/"):
            return Response(AnswerKind.GOOD, moved=there)
    return _refusal(reply, "it names no copy")


def _save(wanted: Wanted, archives: Archives, options: RequestOptions) -> Response:
    """Ask Software Heritage what became of a request, and for a new one if there is none."""
    address, refused = _address(wanted, archives), Response(AnswerKind.UNCLEAR)
    for method in ("GET", "POST"):
        reply = send(address, options, method)
        if isinstance(reply, Response):
            return reply
        if answer := _of_heritage(wanted, archives, _requests(reply)):
            return answer
        refused = _refusal(reply, "it makes no copy")
        if refused.kind is AnswerKind.PASSING:
            break
    return refused


def _of_heritage(
    wanted: Wanted, archives: Archives, requests: list[dict[str, Any]]
) -> Response | None:
    """Return what became of requests for a copy, None if there is nothing to say."""
    states = {str(each.get("save_task_status")) for each in requests}
    if _DONE in states:
        shown = quote(wanted.of, safe="")
        kept = f"{archives.heritage}/browse/origin/directory/?origin_url={shown}"
        return Response(AnswerKind.GOOD, moved=kept)
    if any(each.get("save_request_status") == "rejected" for each in requests):
        return Response(AnswerKind.UNCLEAR, "it does not take this repository")
    if states & _BUSY:
        return Response(AnswerKind.UNCLEAR, "it is making the copy; ask again later")
    return None


def _requests(reply: Reply) -> list[dict[str, Any]]:
    """Return the requests for a copy that an answer tells of."""
    try:
        found = json.loads(reply.content) if reply.status == 200 else []  # noqa: PLR2004
    except (ValueError, RecursionError):
        return []
    listed = found if isinstance(found, list) else [found]
    return [each for each in listed if isinstance(each, dict)]


def _refusal(reply: Reply, otherwise: str) -> Response:
    """Return why there is no copy. Nothing that an archive says is a fault of the source."""
    is_passing = reply.status in (429, 502, 503, 504)
    said = _REFUSALS.get(reply.status, "" if reply.status == 200 else reply.said)  # noqa: PLR2004
    kind = AnswerKind.PASSING if is_passing else AnswerKind.UNCLEAR
    return Response(kind, said or otherwise, wait=reply.wait)
