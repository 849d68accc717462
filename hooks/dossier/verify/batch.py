"""Many addresses asked: one request at a time for each host, some hosts at once, with retries.

What a host that fails takes is bounded: once its time is up, the rest of its addresses wait for
another day, so that a round ends in about that time however many hosts are slow.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from dossier.plain.frozen import frozen
from dossier.verify.web import AnswerKind, RequestOptions, Response, ask

HOSTS_AT_ONCE = 24
LONGEST_WAIT = 30.0
"""How long a host may ask us to wait, in seconds."""


@frozen
class Throttle:
    """How politely hosts are asked, in seconds."""

    between: float = 0.5
    """Between two requests to one host."""
    backoff: float = 1.0
    """Before the first retry; twice as long before the next."""
    tries: int = 3
    patience: float = 13.0
    """How long the failures of one host may take in all."""


def ask_all(
    urls: Iterable[str],
    options: RequestOptions,
    throttle: Throttle,
    ask_one: Callable[[str, RequestOptions], Response] = ask,
    clock: Callable[[], float] = time.monotonic,
) -> Iterator[tuple[str, Response]]:
    """Yield each address with its answer as they come. Whoever stops listening stops it all."""
    hosts: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        hosts.setdefault((urlsplit(url).hostname or "").casefold(), []).append(url)
    batch = _Batch(options, throttle, (ask_one, clock))
    for host in sorted(hosts):
        batch.waiting.put(hosts[host])
    for _ in range(min(HOSTS_AT_ONCE, len(hosts))):
        # Daemons, so that an interrupted command need not wait for a slow host.
        threading.Thread(target=batch.work, daemon=True).start()
    try:
        for _ in range(sum(map(len, hosts.values()))):
            found = batch.answers.get()
            if isinstance(found, BaseException):
                raise found
            yield found
    finally:
        batch.stop.set()


class _Batch:
    """What the threads of one batch have in common."""

    def __init__(
        self,
        options: RequestOptions,
        throttle: Throttle,
        doing: tuple[Callable[[str, RequestOptions], Response], Callable[[], float]],
    ) -> None:
        self.options, self.throttle = options, throttle
        self.ask_one, self.clock = doing
        self.waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[tuple[str, Response] | BaseException] = queue.SimpleQueue()
        self.stop = threading.Event()

    def work(self) -> None:
        """Ask host after host until none waits."""
        try:
            while not self.stop.is_set():
                urls = self.waiting.get_nowait()
                # Whoever allows one answer more has the time for one.
                host = _Host(max(self.throttle.patience, self.options.timeout))
                for url in urls:
                    self.answers.put((url, self.insist(url, host)))
                    if host.left > 0 and self.stop.wait(self.throttle.between):
                        return
        except queue.Empty:
            return
        except BaseException as error:  # noqa: BLE001 - told by whoever listens
            self.answers.put(error)

    def insist(self, url: str, host: _Host) -> Response:
        """Ask until there is an answer that lasts. One that cannot be waited for is unclear."""
        if host.left <= 0:
            return Response(AnswerKind.UNCLEAR, "its host failed too long before; ask again later")
        answer = self.ask(url, host)
        for number in range(1, self.throttle.tries):
            if answer.kind is not AnswerKind.PASSING or answer.wait > LONGEST_WAIT:
                break
            pause = max(answer.wait, self.throttle.backoff * 2 ** (number - 1))
            if answer.wait and pause >= host.left:
                return Response(AnswerKind.UNCLEAR, f"{answer.said}: it is busy; ask again later")
            host.left -= pause
            if host.left <= 0 or self.stop.wait(pause):
                break
            answer = self.ask(url, host)
        if answer.kind is AnswerKind.PASSING:
            busy = answer.said.startswith("429")
            return Response(AnswerKind.UNCLEAR if busy else AnswerKind.BROKEN, answer.said)
        return answer

    def ask(self, url: str, host: _Host) -> Response:
        """Ask once, within what is left of a host's time."""
        start = self.clock()
        timeout = min(self.options.timeout, host.left)
        answer = self.ask_one(url, replace(self.options, timeout=timeout))
        if answer.kind is AnswerKind.PASSING:
            host.left -= self.clock() - start
        return answer


@dataclass(slots=True)
class _Host:
    """A host, as long as it is asked."""

    left: float
    """How much longer its failures may take, in seconds."""
