"""Which accounts are the author's own."""

import pytest

from dossier.model.accounts import own_accounts
from dossier.model.profile import Profile


@pytest.mark.parametrize(
    ("given", "accounts"),
    [
        ("https://github.com/AdaQuill", {"github:adaquill"}),
        ("https://www.gitlab.com/ada/", {"gitlab:ada"}),
        ("https://ada.codeberg.page/notes", {"codeberg:ada"}),
        ("https://github.com/torvalds/linux", set()),
        ("https://github.com.example/ada", set()),
        ("https://notgithub.com/ada", set()),
        ("https://gist.github.com/Ada", {"github:ada"}),
        ("https://gist.github.com/torvalds/1f", set()),
        ("https://github.com/%61da", {"github:ada"}),
        ("https://%67ithub.com./x/%2e%2e/ada/", {"github:ada"}),
        ("https://\uff47ithub\u3002com/ada", {"github:ada"}),
        ("https://github.com\\ada", {"github:ada"}),
        ("https://github.com/ada.keys", {"github:ada"}),
        ("https://pages.codeberg.org/ada/", {"codeberg:ada"}),
        ("https://www.Ada.github.io", {"github:ada"}),
        ("https://github.io/ada", set()),
        ("https://github.com", set()),
        ("12345+Ada@users.noreply.github.com", {"github:ada"}),
        ("ada@example.org", set()),
    ],
)
def test_links_and_mail_tell_own_accounts(given: str, accounts: set[str]) -> None:
    values = {"email": given} if "@" in given else {"links": [{"label": "Code", "url": given}]}
    assert own_accounts(Profile.model_validate({"name": "Ada", **values})) == accounts
    assert own_accounts(None) == frozenset()
