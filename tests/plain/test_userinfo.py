"""What stands before a host."""

from dossier.plain.userinfo import has_userinfo

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
