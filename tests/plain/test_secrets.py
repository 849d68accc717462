"""What has the shape of a secret; what is done about it is tried in tests/attacks."""

import pytest

from dossier.plain.secrets import secret_in

KEY = "A" * 43 + "="


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f'{{"key": "{KEY}"}}', "keys of shares"),
        (f"&quot;key&quot;: &quot;{KEY}&quot;", "keys of shares"),
        (f"key: {KEY}", "keys of shares"),
        ("#k1" + "a" * 56, "a share's link with its key"),
        ("%23k1" + "a" * 56, "a share's link with its key"),
        ("-----BEGIN EC PRIVATE KEY-----\\n" + "a" * 64, "a private key"),
        ("PuTTY-User-Key-File-3: rsa\nPrivate-Lines: 9", "a private key"),
        ("AGE-SECRET-KEY-1" + "A" * 58, "a private key"),
        ("Key for Eve: k1" + "b" * 56, "the key of a share"),
        ("K1" + "B7" * 28, "the key of a share"),
        ("#k1" + "a" * 55, ""),
        ("k1" + "aB" * 28, ""),
        ("xk1" + "a" * 56, ""),
        ("SAGE-SECRET-KEY-1" + "A" * 58, ""),
        (f"monkey: {KEY}", ""),
        (f"key: {KEY}=", ""),
    ],
)
def test_a_secret_is_told_by_its_shape(text: str, kind: str) -> None:
    assert secret_in(text.encode()) == kind
