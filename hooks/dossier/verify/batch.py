"""Many addresses asked: one request at a time for each host, some hosts at once, with retries."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from dossier.verify.web import AnswerKind, RequestOptions, Response, ask

HOSTS_AT_ONCE = 6
LONGEST_WAIT = 30.0
"""How long a host may ask us to wait, in seconds."""


@dataclass(frozen=True, slots=True)
class Throttle:
    """How politely hosts are asked, in seconds."""

    between: float = 0.5
    """Between two requests to one host."""
    backoff: float = 1.0
    """Before the first retry; twice as long before the next."""
    tries: int = 3


def ask_all(
    urls: Iterable[str],
    options: RequestOptions,
    throttle: Throttle,
    ask_one: Callable[[str, RequestOptions], Response] = ask,
) -> Iterator[tuple[str, Response]]:
    """Yield each address with its answer as they come. Whoever stops listening stops it all."""
    hosts: dict[str, list[str]] = {}
    for url in dict.fromkeys(urls):
        hosts.setdefault((urlsplit(url).hostname or "").casefold(), []).append(url)
    batch = _Batch(options, throttle, ask_one)
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
        ask_one: Callable[[str, RequestOptions], Response],
    ) -> None:
        self.options, self.throttle, self.ask_one = options, throttle, ask_one
        self.waiting: queue.SimpleQueue[list[str]] = queue.SimpleQueue()
        self.answers: queue.SimpleQueue[tuple[str, Response] | BaseException] = queue.SimpleQueue()
        self.stop = threading.Event()

    def work(self) -> None:
        """Ask host after host until none waits."""
        try:
            while not self.stop.is_set():
                for url in self.waiting.get_nowait():
                    self.answers.put((url, self.insist(url)))
                    if self.stop.wait(self.throttle.between):
                        return
        except queue.Empty:
            return
        except BaseException as error:  # noqa: BLE001 - told by whoever listens
            self.answers.put(error)

    def insist(self, url: str) -> Response:
        """Ask until there is an answer that lasts. One that cannot be waited for is unclear."""
        answer = self.ask_one(url, self.options)
        for number in range(1, self.throttle.tries):
            if answer.kind is not AnswerKind.PASSING or answer.wait > LONGEST_WAIT:
                break
            if self.stop.wait(max(answer.wait, self.throttle.backoff * 2 ** (number - 1))):
                break
            answer = self.ask_one(url, self.options)
        if answer.kind is AnswerKind.PASSING:
            busy = answer.said.startswith("429")
            return Response(AnswerKind.UNCLEAR if busy else AnswerKind.BROKEN, answer.said)
        return answer
