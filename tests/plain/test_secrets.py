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
        ("GITHUB_TOKEN=ghp_" + "aB3" * 12, "an access token"),
        ("github_pat_" + "11AB" * 20, "an access token"),
        ("xoxb-1234-5678-abcdefghij", "an access token"),
        ("https://hooks.slack.com/services/T0123/B0123/abcdefgh", "an access token"),
        ("https://discord.com/api/webhooks/123456/" + "aB-3" * 16, "an access token"),
        ("AIza" + "Sy-a1" * 7, "an access token"),
        ("GITHUB_TOKEN=ghp_" + "x" * 36, ""),
        ("GITHUB_TOKEN=ghp_your_token", ""),
        ("npm_lifecycle_event", ""),
        ("npm_config_registry_and_others_of_npm", ""),
        ("pypi-package-name", ""),
        ("https://hooks.slack.com/services/", ""),
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
