"""Nothing is fetched by a name alone: a tag that was moved, a package that was put in its place."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.browser import lighthouse
from tests.builders import REPOSITORY

WORKFLOWS = [
    path
    for folder in (".github/workflows", "hooks/dossier/starter/site/github/workflows")
    for path in sorted((REPOSITORY / folder).glob("*.y*ml"))
]
MAKEFILE = (REPOSITORY / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", WORKFLOWS, ids=str)
def test_each_action_is_a_commit(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"].values()
    used = [step["uses"] for job in jobs for step in job.get("steps", ()) if "uses" in step]
    used += [job["uses"] for job in jobs if "uses" in job]
    assert used
    assert len(used) == len(re.findall(r"\buses\s*:", text))
    assert [use for use in used if not re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", use)] == []


def test_make_installs_by_hash_alone() -> None:
    installs = [line for line in MAKEFILE.splitlines() if re.search(r"\bpip install\b", line)]
    assert installs
    for line in installs:
        assert "--require-hashes" in line or line.endswith("--no-build-isolation -e .")
    assert not re.search(r"\b(npx|npm install|curl|wget|pipx|uvx)\b", MAKEFILE)


@pytest.mark.parametrize(
    "name", ["constraints.txt", "constraints-pins.txt", "constraints-bench.txt"]
)
def test_each_pin_has_its_hashes(name: str) -> None:
    text = (REPOSITORY / name).read_text(encoding="utf-8").replace("\\\n", " ")
    pins = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    pins = [line for line in pins if not line.lstrip().startswith("#")]
    assert pins
    assert [
        line for line in pins if not re.search(r"==\S.* --hash=sha256:[0-9a-f]{64}", line)
    ] == []


def test_lighthouse_comes_by_the_hashes_of_its_lock() -> None:
    lock = json.loads((lighthouse.LOCK / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert packages["node_modules/lighthouse"]["version"] == lighthouse.VERSION
    for package in packages.values():
        assert package["integrity"].startswith("sha512-")
        assert "resolved" not in package


def test_lighthouse_is_installed_from_that_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(lighthouse, "CACHE", tmp_path)
    monkeypatch.setattr(subprocess, "run", lambda line, **_: ran.append(line))
    lighthouse.install()
    assert ran[0][:3] == ["npm", "ci", "--ignore-scripts"]
    assert (tmp_path / "package-lock.json").is_file()
