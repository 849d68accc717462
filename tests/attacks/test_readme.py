"""SECURITY.md and the README beside name each attack, and no test that does not exist."""

import re

import pytest

from tests.builders import REPOSITORY

ATTACKS = REPOSITORY / "tests" / "attacks"
SECURITY = (REPOSITORY / "SECURITY.md").read_text(encoding="utf-8")
README = (ATTACKS / "README.md").read_text(encoding="utf-8")
PROMISES = re.findall(r"^\d+\. .*$", SECURITY, re.MULTILINE)
NAMED = re.findall(r"`(tests/[^`]+)`((?:[:,] `Test\w+`)*)", SECURITY)


@pytest.mark.parametrize("name", sorted(path.name for path in ATTACKS.glob("test_*.py")))
def test_attack_is_named_where_promises_are_made(name: str) -> None:
    assert f"| `{name}` |" in README
    assert f"`tests/attacks/{name}`" in SECURITY


@pytest.mark.parametrize("promise", PROMISES, ids=lambda text: text.partition(".")[0])
def test_promise_names_a_test(promise: str) -> None:
    assert re.search(r"`tests/[^`]+`", promise)


@pytest.mark.parametrize(("path", "classes"), NAMED, ids=[path for path, _ in NAMED])
def test_what_is_named_exists(path: str, classes: str) -> None:
    assert (REPOSITORY / path).exists()
    for name in re.findall(r"`(Test\w+)`", classes):
        assert f"class {name}" in (REPOSITORY / path).read_text(encoding="utf-8")


def test_files_of_the_readme_exist() -> None:
    assert [n for n in re.findall(r"`(test_\w+\.py)`", README) if not (ATTACKS / n).is_file()] == []
    folders = re.findall(r"`(tests/\w+/)`", README)
    assert [folder for folder in folders if not (REPOSITORY / folder).is_dir()] == []


def test_promises_are_found() -> None:
    assert len(PROMISES) >= 10
    assert ("tests/cli/test_publish.py", ": `TestGuards`") in NAMED
