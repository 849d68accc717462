"""The workflow that publishes: what it may do, and that its command is the guarded one."""

import re

import yaml

from tests.builders import REPOSITORY

TEXT = (REPOSITORY / ".github/workflows/publish.yml").read_text(encoding="utf-8")
WORKFLOW = yaml.safe_load(TEXT)


def test_it_may_read_and_nothing_else() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in WORKFLOW["jobs"]["publish"]
    checkout = WORKFLOW["jobs"]["publish"]["steps"][0]
    assert checkout["with"] == {"persist-credentials": False}


def test_actions_are_pinned_to_commits() -> None:
    uses = [step["uses"] for step in WORKFLOW["jobs"]["publish"]["steps"] if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", use) for use in uses)


def test_it_runs_only_where_it_is_set_up() -> None:
    assert WORKFLOW["jobs"]["publish"]["if"] == "vars.PUBLISH_TO != ''"


def test_it_publishes_by_the_guarded_command_without_keys() -> None:
    commands = [step["run"] for step in WORKFLOW["jobs"]["publish"]["steps"] if "run" in step]
    assert commands[0] == "make site"
    assert ".venv/bin/dossier publish --public-only --yes" in commands[1]
    assert not any("git push" in command or "gh-deploy" in command for command in commands)
    assert "${{" not in "".join(commands)  # what somebody set is no part of a script
