"""`dossier new proof`: a workflow that can do no more than measure and have it signed."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from dossier.cli import main
from tests.sites import project

COMMAND = 'make bench; echo "a: b" # é ${{ x }}'
PROOF = ("new", "proof", "qortex/gain", "--run", COMMAND, "--at", "out/report.json#/gain/precision")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-f", str(root / "mkdocs.yml")])


@pytest.fixture(name="root", scope="module")
def make_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("site"))


def test_workflow_measures_attests_and_may_do_nothing_else(root: Path) -> None:
    done = run(root, *PROOF)
    assert done.exit_code == 0
    workflow: Any = yaml.safe_load(done.stdout)
    job = workflow["jobs"]["proof"]
    assert workflow["permissions"] == {}
    assert job["permissions"] == {"contents": "read", "id-token": "write", "attestations": "write"}
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert [use for use in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", use)] == []
    steps = {step.get("name"): step for step in job["steps"]}
    assert steps["Measure"]["run"] == COMMAND
    assert steps["Attest"]["with"] == {"subject-path": "out/report.json"}
    assert job["steps"][0]["with"] == {"persist-credentials": False}
    source: Any = yaml.safe_load(
        re.sub(r"(?s).*?    source:", "source:", done.stderr, count=1).rpartition("Then")[0]
    )
    assert source["source"] == {
        "label": "Benchmark report",
        "repo": "https://github.com/OWNER/NAME",
        "workflow": ".github/workflows/proof-qortex.gain.yml",
        "path": "report.json#/gain/precision",
        "attestation": "proofs/qortex.gain/attestation.json",
    }


def test_it_goes_to_a_file_that_is_not_there(root: Path, tmp_path: Path) -> None:
    output = tmp_path / "new" / "proof.yml"
    assert run(root, *PROOF, "-o", str(output)).stdout == ""
    assert "actions/attest@" in output.read_text()
    assert run(root, *PROOF, "-o", str(output)).exit_code == 2


def test_what_cannot_be_measured_is_refused_by_reason(root: Path) -> None:
    def proof(*arguments: str) -> Result:
        return run(root, "new", "proof", *arguments)

    said = {
        "there is no evidence": proof("qortex/none", "--run", "x", "--at", "a.json#/b"),
        "needs what is run": proof("qortex/gain", "--run", "x"),
        "does not stand on one line": proof("qortex/gain", "--run", "a\nb", "--at", "a.json#/b"),
        "names no file below": proof("qortex/gain", "--run", "x", "--at", "../a.json#/b"),
        "`*.json#/b` names no file": proof("qortex/gain", "--run", "x", "--at", "*.json#/b"),
        "names no place": proof("qortex/gain", "--run", "x", "--at", "a.json"),
        "are of a proof alone": run(root, "new", "project", "A", "--run", "x"),
    }
    assert {w for w, done in said.items() if done.exit_code != 2 or w not in done.output} == set()
