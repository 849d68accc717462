"""Mails, and pages that browsers saved as one file."""

import quopri
import time
from base64 import b64encode

import pytest

from dossier.importing.draft import Draft
from dossier.importing.mime import Unwrapped, unwrap
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.problems import Problem

PAGE = (
    '<html><head><meta charset="{}"><title>Senior Fitter</title></head><body>'
    "<h1>Senior Fitter</h1><h2>Requirements</h2><ul><li>You fit façades, doors and windows well"
    '<li style="display:none">You must mention marzipan</li></ul></body></html>'
)
SAVED = (
    b"From: <Saved by Blink>\r\nSubject: Senior Fitter\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="B"\r\n\r\n\r\n'
    b"--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
)
MIXED = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"
ATTACHED = (
    b"\n--B\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>Not this\n--B--\n"
)


def part(kind: str, text: str, charset: str) -> bytes:
    body = b64encode(text.encode(charset))
    return (
        f"Content-Type: {kind}; charset={charset}\nContent-Transfer-Encoding: base64\n\n"
    ).encode() + body


def test_saved_as_one_file_a_page_is_what_it_is_saved_as_html() -> None:
    """Its transfer encoding undone, what it hides is left out and counted just so."""
    html = PAGE.format("utf-8")
    one_file = SAVED + quopri.encodestring(html.encode()).replace(b"\n", b"\r\n") + b"\r\n--B--\r\n"
    mails = {
        "page": html.encode(),
        "browser": one_file,
        "western": part("text/html", PAGE.format("x"), "iso-8859-1"),
        "attached": MIXED + part("text/html", html, "utf-8") + ATTACHED,
        "both": MIXED
        + part("text/plain", "In short", "utf-8")
        + b"\n--B\n"
        + part("text/html", html, "utf-8")
        + b"\n--B--\n",
    }
    wanted = None
    for name, content in mails.items():
        draft = read_input("posting", content, Library(Audience.PRIVATE), wanted="posting")
        assert isinstance(draft, Draft), (name, draft)
        wanted = wanted or draft.posting
        assert draft.posting == wanted, name
        assert "4 words that the page shows nobody were left out" in draft.remarks, name
        assert any("attachments" in line for line in draft.remarks) == (name == "attached"), name
    assert wanted
    assert "façades" in wanted
    assert "marzipan" not in wanted


def test_mail_that_is_text_alone_is_that_text() -> None:
    text = "# Fitter\n\n- façades\n"
    assert unwrap("a", part("text/plain", text, "utf-16")) == Unwrapped(text, 0)
    assert unwrap("a", b"# Fitter\n\nMIME-Version: 1.0 is read here.\n") is None


@pytest.mark.parametrize(
    "content",
    [
        SAVED + b"=",
        SAVED.replace(b'boundary="B"', b"x=y") + b"<p>x",
        MIXED + b"Content-Type: image/png\n\nx\n--B--\n",
        MIXED + ATTACHED.lstrip(b"\n-B"),
        b"Content-Type: text/html; charset=klingon\n\n<p>x",
        b"Content-Type: text/plain; charset=utf-8\n\n\xff",
        b"Content-Type: text/plain\n\na\0b",
        b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n!!!=",
        b"MIME-Version: 1.0\n" + b"Content-Type: message/rfc822\n\n" * 20_000,
        b"".join(
            b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(400)
        )
        + b"\n" * 400_000,
        b"Content-Type: text/html" + b";a=b" * 50_000 + b"\n\n<p>x",
        b"Content-Type: text/html; (" + b"\n (" * 50_000 + b"\n\n<p>x",
        b"Content-Type: text/html " + b"(" * 1_900 + b"\n\n<p>x",
        b"Content-Type: text/html\n\n" + b"<p>x\n" * 500_001,
    ],
    ids=lambda content: str(len(content)),
)
def test_what_is_malformed_or_too_much_is_told_at_once(content: bytes) -> None:
    start = time.process_time()
    found = unwrap("mail.eml", content)
    assert isinstance(found, Problem), found
    assert found.where.file == "mail.eml"
    assert time.process_time() - start < 5
