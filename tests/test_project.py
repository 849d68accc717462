"""One owner of what an audience sees: read once, computed once, and handed to nobody else."""

from __future__ import annotations

import gc
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FunctionType, ModuleType

import pytest
from click.testing import CliRunner

import dossier.build
from dossier.adapters import mkdocs_config
from dossier.build import Project, View
from dossier.cli import main
from dossier.load.tree import Tree
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.model.verdict import (
    CheckOutcome,
    CheckResult,
    SourcePart,
    Verdict,
    fingerprint,
    spell_verdicts,
)
from tests.builders import MINIMAL, write_site
from tests.sites import DAY, project

SITE_URL = {"site_url": "https://ada.example.org/"}


def reachable(start: object) -> Iterator[object]:
    """Yield what can be got hold of from an object, without going by way of code."""
    seen: set[int] = set()
    waiting: list[object] = [start]
    while waiting:
        here = waiting.pop()
        if id(here) in seen or isinstance(here, (type, ModuleType, FunctionType)):
            continue
        seen.add(id(here))
        yield here
        waiting += gc.get_referents(here)


@pytest.mark.parametrize("audience", Audience)
def test_no_view_of_another_audience_is_reached_from_a_view(
    tmp_path: Path, audience: Audience
) -> None:
    whole = Project.read(write_site(tmp_path, MINIMAL))
    sites = {each: whole.site(each) for each in Audience}
    assert whole.diagnosis.problems == ()
    assert whole.publishing_problems == ()
    for start in (whole.view(audience), sites[audience].library, sites[audience].files):
        found = list(reachable(start))
        assert not [each for each in found if isinstance(each, (Project, Tree))]
        owners = [each for each in found if isinstance(each, View | Library)]
        assert {each.audience for each in owners} <= {audience}


def test_walker_reaches_what_is_kept_in_an_object(tmp_path: Path) -> None:
    whole = Project.read(write_site(tmp_path, MINIMAL))
    kept = whole.view(Audience.PRIVATE)
    assert kept in list(reachable(whole))
    assert kept.library in list(reachable(kept))


def test_recipients_reach_what_is_shared_alone(tmp_path: Path) -> None:
    whole = Project.read(write_site(tmp_path, MINIMAL))
    assert whole.view(Audience.PRIVATE).library.applications
    found = list(reachable(whole.recipients))
    assert {each.audience for each in found if isinstance(each, Library)} == {Audience.SHARED}


COMMANDS = (
    ["check"],
    ["build"],
    ["build", "--private", "../private"],
    ["stage", "../staged"],
    ["doctor"],
    ["review", "--list"],
    ["fix"],
    ["posting", "acme"],
    ["verify"],
    ["share", "new", "acme"],
    ["share", "list"],
    ["share", "show", "acme-1"],
    ["share", "rotate", "acme-1"],
    ["share", "preview", "--no-open", "acme"],
    ["share", "revoke", "acme-1"],
    ["publish", "--dry-run", "--remote", "../bare.git", "--branch", "main"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_reads_once_and_assembles_and_lints_once_for_each_audience(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    monkeypatch.chdir(project(tmp_path / "site", config=SITE_URL))
    subprocess.run(["git", "init", "--bare", "-q", str(tmp_path / "bare.git")], check=True)
    for setting_up in (["share", "new", "acme"], ["share", "new", "acme"]):
        assert CliRunner().invoke(main, setting_up).exit_code == 0
    count = counted(monkeypatch)
    done = CliRunner().invoke(main, command)
    assert done.exit_code == (2 if "posting" in command else 0), done.output  # none is saved
    # The engine reads the configuration too when it builds.
    assert count.pop("configuration", 0) == int("build" in command or "publish" in command)
    assert {key: number for key, number in count.items() if number > 1} == {}


def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the readings, and for each audience the assemblies and lints, from now on."""
    count: Counter[str] = Counter()

    def watch(module: ModuleType, name: str, spell: Callable[..., str]) -> None:
        real = getattr(module, name)

        def watched(*args: object, **options: object) -> object:
            count[spell(*args)] += 1
            return real(*args, **options)

        monkeypatch.setattr(module, name, watched)

    watch(dossier.build, "read_tree", lambda *_: "reading")
    watch(dossier.build, "assemble", lambda _, audience, *__: f"assembly, {audience}")
    watch(dossier.build, "lint", lambda library, *_: f"lint, {library.audience}")
    watch(mkdocs_config, "load", lambda *_: "configuration")
    return count


def test_broken_source_of_what_others_see_stops_a_publish(tmp_path: Path) -> None:
    settings = write_site(tmp_path, MINIMAL)
    known = Project.read(settings).view(Audience.PRIVATE).library.records["qortex/gain"].record
    gone = CheckResult(CheckOutcome.BROKEN, "2026-02-28", said="404 Not Found")
    verdicts = {"qortex/gain": Verdict(fingerprint(known), {SourcePart.URL: gone})}
    (settings.content / "verified.json").write_text(spell_verdicts(verdicts))
    found = Project.read(settings).publishing_problems
    assert [problem.code for problem in found] == ["source-broken"]


def test_forbidden_claim_that_others_would_read_stops_a_publish(tmp_path: Path) -> None:
    rules = ("a learned ranker", "they know qortex")
    written = "".join(f'- {{pattern: "{each}", why: No}}\n' for each in rules)
    settings = write_site(tmp_path, MINIMAL | {"content/guardrails.yml": written})
    project = Project.read(settings)
    found = {(p.where.file, p.code) for p in project.publishing_problems}
    assert found == {("content/applications/acme/index.md", "guardrail")}
    assert "they know" not in str(project.publishing_problems).lower()
    told = project.view(Audience.PRIVATE).diagnosis.errors
    assert set(project.publishing_problems) < set(told)
