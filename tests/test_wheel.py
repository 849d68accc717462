"""The wheel has all that a site needs: nothing of the checkout is there when it is used."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.builders import REPOSITORY
from tests.sites import files_of, run

DATA = ("theme", "starter")


@pytest.fixture(scope="module", name="target")
def unpack_wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with what `pip install --no-deps --target` would put there."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder / "dist")]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    (wheel,) = (folder / "dist").glob("dossier_site-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "target")
    return folder / "target"


def test_every_file_of_the_package_is_in_it(target: Path) -> None:
    there = files_of(REPOSITORY / "hooks" / "dossier")
    wanted = {name for name in there if "__pycache__" not in name}
    assert wanted <= files_of(target / "dossier").keys()
    assert [name for name in wanted if name.startswith(DATA)]
    tops = {path.name for path in target.iterdir() if not path.name.endswith(".dist-info")}
    assert tops == {"dossier"}, "no file of the checkout, the author's least of all"


def test_a_site_is_begun_checked_and_built_with_it(target: Path, tmp_path: Path) -> None:
    def dossier(folder: Path, *arguments: str) -> str:
        done = run(folder, "dossier", *arguments, check=False, PYTHONPATH=str(target))
        assert done.returncode == 0, done.stderr
        return done.stdout

    dossier(tmp_path, "init", "mysite", "--name", "Ada")
    root = tmp_path / "mysite"
    assert "0 errors" in dossier(root, "check")
    dossier(root, "build")
    dossier(root, "build", "--private", "out")
    public, private = files_of(root / "site"), files_of(root / "out")
    assert "assets/dossier.css" in public
    assert b"Example Corp" in private["applications/example-corp/index.html"]
    assert not [name for name, text in public.items() if b"Example Corp" in text]
    # The other engine finds the plugin as this one does.
    options = ("build", "--strict", "-f", "mkdocs.yml", "-d", "by-properdocs")
    run(root, "properdocs", *options, PYTHONPATH=str(target))
    assert files_of(root / "by-properdocs") == public
