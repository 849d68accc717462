import time
from html.parser import HTMLParser

import pytest

from dossier.plain.html_reader import HTMLReader

Event = tuple[object, ...]


class _Events:
    """Notes what a reader is told, runs of text as one."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[Event] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.events.append((tag, str(attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.events.append(("/", tag))

    def handle_data(self, data: str) -> None:
        before = self.events.pop()[1] if self.events and self.events[-1][0] == "" else ""
        self.events.append(("", f"{before}{data}"))

    def handle_comment(self, data: str) -> None:
        self.events.append(("!", data))


class _Ours(_Events, HTMLReader): ...


class _Theirs(_Events, HTMLParser): ...


def read(page: str) -> list[Event]:
    reader = _Ours()
    reader.read(page)
    return reader.events


@pytest.mark.parametrize(
    "page",
    [
        "<p>a</p>",
        "a &amp; b",
        "a &am",
        "a < b",
        "a <",
        "<!-- a",
        "<!-- a <b title='c'>d</b>",
        "<!-- a <!-- b",
        "<a <b> c",
        "<a href='b> c <d>",
        "<? a",
        "</a",
        "<![CDATA[ a <b>c</b>",
    ],
)
def test_page_is_read_as_the_standard_library_does(page: str) -> None:
    theirs = _Theirs()
    theirs.feed(page)
    theirs.close()
    assert read(page) == theirs.events


def test_a_script_that_is_never_closed_is_not_lost() -> None:
    assert read("<script>a</b>c") == [("script", "[]"), ("", "a</b>c")]


@pytest.mark.parametrize("opener", ["<!--", "<a ", "<?", "<![CDATA[", "<!"])
def test_what_is_never_closed_is_text_in_a_time_that_grows_with_it(opener: str) -> None:
    page = opener * (60_000 // len(opener))
    begun = time.process_time()
    events = read(page)
    assert time.process_time() - begun < 2
    assert "".join(str(event[1]) for event in events) == page
