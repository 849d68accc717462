"""What stands before a host."""

from dossier.plain.userinfo import has_userinfo, holds_userinfo

WITH = (
    "https://user:secret@example.org/",
    "HTTPS://token@example.org",
    "https:\\\\a@b.example/",
    "https:a@b.example",
    "ht\ntps://a:b@c",
)
WITHOUT = ("https://example.org/@ada", "https://example.org?q=a@b", "mailto:a@b.example", "a@b")


def test_a_name_before_the_host_is_told_from_other_signs() -> None:
    assert list(map(has_userinfo, WITH)) == [True] * len(WITH)
    assert list(map(has_userinfo, WITHOUT)) == [False] * len(WITHOUT)


def test_an_address_with_a_password_is_found_in_a_text() -> None:
    for text in (
        '<a href="https://a:b@c.example/">',
        "see http://key@c.example",
        "HTTPS:\\\\a@b",
        "ssh://a:b@c/d",
    ):
        assert holds_userinfo(text), text
    for text in (
        "https://c.example/@ada",
        "ada@c.example",
        "https://c.example/?to=a@b",
        "@ https://a",
        "ssh://git@c.example/a",
        "ssh://c.example:22/a@b",
    ):
        assert not holds_userinfo(text), text
