"""`dossier context`: its forms, its refusals, and what it warns of."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.context import WITHHELD
from dossier.cli.mcp import Seat
from tests.builders import MINIMAL
from tests.sites import project


def context(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["context", *arguments, "-f", str(root / "mkdocs.yml")])


def test_both_forms_say_the_same_of_one_dossier(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL)
    text = context(tmp_path, "acme", "--for", "letter", "--role", "ml")
    data = context(tmp_path, "acme", "--for", "letter", "--role", "ml", "--format", "json")
    assert (text.exit_code, data.exit_code) == (0, 0)
    assert text.stdout.startswith("# acme, for a letter, role ml\n")
    found = json.loads(data.stdout)
    assert (found["version"], found["application"], found["role"]) == (1, "acme", "ml")
    assert [claim["id"] for claim in found["claims"]] == ["qortex/gain"]
    assert "[](evidence:qortex/gain#precision) writes | +22%: " in text.stdout


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL)
    assert context(tmp_path, "acmee", "--for", "fit").exit_code == 2
    assert context(tmp_path, "acme", "--for", "fit", "--role", "mll").exit_code == 2
    assert context(tmp_path, "acme").exit_code == 2


def test_a_guardrail_that_names_another_dossier_is_warned_of(tmp_path: Path) -> None:
    other = MINIMAL["content/applications/acme/index.md"].replace("Acme", "Initrode Systems")
    rule = "- {pattern: PATTERN, why: It did not happen}\n"
    files = {**MINIMAL, "content/applications/initrode/index.md": other}
    for pattern, warned in (("led Initrode Systems", True), ("led Acme", False)):
        files["content/guardrails.yml"] = rule.replace("PATTERN", pattern)
        root = tmp_path / str(warned)
        project(root, files)
        assert ("`Initrode Systems`" in context(root, "acme", "--for", "fit").stderr) is warned


def test_a_rule_is_told_and_no_reason_that_names_another_dossier(tmp_path: Path) -> None:
    other = MINIMAL["content/applications/acme/index.md"].replace("Acme", "Initrode Systems")
    rules = "- {pattern: led, why: Initrode Systems made me sign}\n- {pattern: own, why: It is not}"
    files = {"content/applications/initrode/index.md": other, "content/guardrails.yml": rules}
    project(tmp_path, {**MINIMAL, **files})
    told = context(tmp_path, "acme", "--for", "fit")
    assert f"- | led: {WITHHELD}\n- | own: It is not\n" in told.stdout
    assert "Initrode" not in told.stdout + told.stderr
    seat = Seat.at(tmp_path / "mkdocs.yml", "acme")
    assert WITHHELD in seat.context("fit")
    assert "Initrode" not in seat.context("fit") + seat.check() + seat.show("acme")
    assert "Initrode Systems made me sign" in context(tmp_path, "initrode", "--for", "fit").stdout
