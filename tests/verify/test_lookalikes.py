# ruff: noqa: RUF001 - letters that look like others are what it is about
import pytest

from dossier.verify.lookalikes import taken_for


@pytest.mark.parametrize(
    ("host", "known"),
    [
        *((host, "github.com") for host in ("gіthub.com", "xn--gthub-n4a.com", "g1thub.com")),
        *((host, "github.com") for host in ("gıthub.com", "gïthub.com", "GITHUВ.COM")),
        ("pages.gιtlab.com", "pages.gitlab.com"),
        ("mediurn.com", "medium.com"),
        ("аррӏе.com", "apple.com"),
        ("mosкova.ru", "moskova.ru"),
    ],
)
def test_host_that_reads_like_another(host: str, known: str) -> None:
    assert taken_for(f"https://{host}/r") == known


@pytest.mark.parametrize(
    "host",
    [
        *("github.com", "www.github.com", "gist.github.com", "github.io", "127.0.0.1:80"),
        *(
            "müller.de",
            "пример.рф",
            "яндекс.ru",
            "例え.jp",
            "оса.рф",
            "xn--\x7f.com",
            "xn--99999.com",
        ),
        # Honest about whose it is, whatever stands before it.
        "github.com.evil.example",
    ],
)
def test_host_that_is_what_it_looks_like(host: str) -> None:
    assert taken_for(f"https://{host}/r") == ""
