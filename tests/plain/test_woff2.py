import struct

import pytest

from dossier.plain.woff2 import strip_woff2
from tests.plain.containers import WORD, woff2


@pytest.mark.parametrize(
    "content",
    [woff2(WORD), woff2(private=WORD), woff2(WORD, WORD), woff2(after=WORD)],
    ids=["metadata", "private data", "both", "after"],
)
def test_words_go_and_tables_stay(content: bytes) -> None:
    assert strip_woff2(content) == woff2()


def test_what_stands_behind_the_tables_goes_however_their_list_is_written() -> None:
    lists = (b"\x01\x81\x06", b"\x0a\x06\x07", b"\xca\x06", b"\x3ftags\x06", b"\x41\x06\x07")
    for entry in lists:
        end = 48 + len(entry) + 6
        padding = bytes(-end % 4)
        end += len(padding)
        head = struct.pack(">4sIIHHIIHHIIIII", b"wOF2", 0, end, 1, 0, 99, 6, 1, *bytes(6))
        plain = head + entry + b"tables" + padding
        longer = plain[:8] + struct.pack(">I", end + len(WORD)) + plain[12:] + WORD
        assert strip_woff2(longer) == strip_woff2(plain) == plain, entry


def test_plain_font_stays() -> None:
    assert strip_woff2(woff2()) == woff2()


def test_other_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no WOFF2"):
        strip_woff2(b"wOFF" + woff2()[4:])
