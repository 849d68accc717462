import pytest

from dossier.verify.quotes import QuoteFound, look_for, page_text

MISSING = QuoteFound("the quote does not stand there")
TEXT = "It’s 22 % better – per query. It works. It works. First, much else, last."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("It's 22 % better - per query", QuoteFound(spelled="It’s 22 % better – per query")),
        ("22 % better – per query.", QuoteFound()),
        ("it\u2019s 22 % better", QuoteFound(spelled="It’s 22 % better")),
        ("2 % better", MISSING),
        ("22 % bette", MISSING),
        ("It works", QuoteFound("the quote stands there 2 times: quote more of the sentence")),
        ("First … last", QuoteFound()),
        ("last … First", MISSING),
        ("...", MISSING),
        ("%", QuoteFound()),
    ],
)
def test_quote_stands_there_once_or_proves_nothing(quote: str, found: QuoteFound) -> None:
    assert look_for(quote, TEXT) == found


def test_long_quote_is_not_told_as_the_page_spells_it() -> None:
    words = " ".join(f"word{number}" for number in range(81))
    page = f"It’s {words}"
    assert look_for(f"It's {words}", page) == QuoteFound()
    assert look_for("It's word0", page) == QuoteFound(spelled="It’s word0")


@pytest.mark.parametrize(
    ("content", "form", "text"),
    [
        (b"<title>x</title><p>said", "text/html", "said"),
        (b"<!doctype html><p>said", "", "said"),
        ("<p>größer".encode("latin-1"), "text/html; charset=ISO-8859-1", "größer"),
        ("<meta charset='latin-1'><p>größer".encode("latin-1"), "text/html", "größer"),
        ("größer".encode(), "text/plain; charset=rot13", "größer"),
        ("größer".encode(), "text/plain; charset=none", "größer"),
        (b"# said <b>", "text/markdown", "# said <b>"),
        (b"{}", "application/json", "{}"),
        (b"\xff\xfe", "text/plain", "\ufffd\ufffd"),
        (b"%PDF", "application/pdf", None),
        (b"said", "", None),
    ],
)
def test_what_can_be_read_of_an_answer(content: bytes, form: str, text: str | None) -> None:
    assert page_text(content, form) == text
