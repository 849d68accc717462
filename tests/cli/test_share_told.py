"""A link, its code, and what is said beside it."""

from pathlib import Path

from dossier.cli.share_told import HERE_ALONE, TOLD
from tests.builders import MINIMAL
from tests.cli.test_share import home, share
from tests.sites import project


def test_code_is_drawn_when_asked_for(tmp_path: Path) -> None:
    root = home(tmp_path)
    made = share(root, "new", "acme", "--qr")
    assert "\u2588" in made.stdout
    assert made.stderr.endswith(f"{TOLD}\n")
    assert "\u2588" not in share(root, "show", "acme-1").stdout


def test_link_to_this_machine_says_so_and_is_no_code_for_another(tmp_path: Path) -> None:
    for address in ("http://localhost:8000/", "http://127.0.0.1/a/", "https://localhost/"):
        config = {"site_url": address}
        root = project(tmp_path / str(len(address)), MINIMAL, config=config)
        for command in (("new", "acme", "--qr"), ("show", "acme-1", "--qr")):
            done = share(root, *command)
            assert done.stdout.startswith(address), command
            assert "\u2588" not in done.stdout, (address, command)
            assert HERE_ALONE.partition(".")[0] in done.stderr, (address, command)
