import json
from pathlib import Path

from click.testing import CliRunner, Result

from dossier.cli import main
from tests.builders import MINIMAL
from tests.sites import project


def search(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["search", *arguments, "-f", str(root / "mkdocs.yml")])


def test_words_are_found_in_both_forms_and_their_absence_told(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL)
    done = search(tmp_path, "cosine", "WEIGHTS")
    assert done.stdout.startswith("content/evidence/qortex.yml:5:5 (public): | Learned weights")
    data = json.loads(search(tmp_path, "cosine", "--format", "json").stdout)
    assert (data["version"], data["count"], len(data["hits"])) == (1, 1, 1)
    none = search(tmp_path, "nowhere")
    assert (none.exit_code, none.stdout) == (1, "")


def test_more_hits_than_are_listed_are_counted(tmp_path: Path) -> None:
    project(tmp_path, MINIMAL | {"content/more.md": "---\ntitle: M\n---\n" + "A quokka.\n\n" * 60})
    lines = search(tmp_path, "quokka").stdout.splitlines()
    listed = [line for line in lines if line.startswith("content/more.md")]
    assert lines[len(listed) :] == [f"{60 - len(listed)} more: say another word."]
