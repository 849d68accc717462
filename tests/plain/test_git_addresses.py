"""Where an address leads, as git itself has it."""

from pathlib import Path

import pytest

from dossier.plain.git_addresses import SETTINGS, led_to, pushed_to, reaching
from tests.publishing.fixtures import git, repository

ADDRESS = "/pages/one.git"
RULES = {
    "none": {},
    "fetch": {"url./other/.insteadOf": "/pages/"},
    "push": {"url./other/.pushInsteadOf": "/pages/"},
    "both": {"url./a/.insteadOf": "/pages/", "url./b/.pushInsteadOf": "/pages/"},
    "exact": {"url./other.pushInsteadOf": ADDRESS},
    "longest": {"url./a/.insteadOf": "/", "url./b/.insteadOf": "/pages/"},
    "another": {"url./other/.insteadOf": "/sheets/"},
    "twice": {"url./a.insteadOf": ADDRESS, "url./b.insteadOf": "/a"},
    "case": {"url./Other/.PUSHINSTEADOF": "/pages/"},
}


@pytest.mark.parametrize("rules", RULES.values(), ids=RULES)
def test_git_goes_there(tmp_path: Path, rules: dict[str, str]) -> None:
    root = repository(tmp_path, {"a": "b"})
    for key, value in rules.items():
        git(root, "config", key, value)
    git(root, "remote", "add", "pages", ADDRESS)
    fetched = git(root, "remote", "get-url", "pages").strip()
    pushed = git(root, "remote", "get-url", "--push", "pages").strip()
    assert led_to(ADDRESS, git(root, *SETTINGS)) == (fetched, pushed)
    assert pushed_to(root, ADDRESS) == pushed


def test_a_remote_that_is_named_like_the_address_leads_elsewhere(tmp_path: Path) -> None:
    root = repository(tmp_path, {"a": "b"})
    git(root, "config", f"remote.{ADDRESS}.pushurl", "/other")
    assert led_to(ADDRESS, git(root, *SETTINGS)) == (ADDRESS, "/other")


def test_variables_for_reaching_others_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = repository(tmp_path, {"a": "b"})
    for name in ("GIT_SSH_COMMAND", "GIT_CONFIG_GLOBAL", "GIT_DIR", "GIT_CONFIG_KEY_0"):
        monkeypatch.setenv(name, "x")
    assert {name for name, text in reaching(root).items() if text == "x"} == {
        "GIT_SSH_COMMAND",
        "GIT_CONFIG_GLOBAL",
    }
