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


def test_plain_font_stays() -> None:
    assert strip_woff2(woff2()) == woff2()


def test_other_file_is_refused() -> None:
    with pytest.raises(ValueError, match="no WOFF2"):
        strip_woff2(b"wOFF" + woff2()[4:])
