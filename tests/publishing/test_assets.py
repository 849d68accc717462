"""Files that pages refer to: what is read, and why one is not; media are tried in `plain/`."""

from pathlib import Path

import pytest

from dossier.plain.problems import Problem
from dossier.publishing.assets import read_asset
from tests.canaries import png


@pytest.mark.parametrize(
    ("content", "code"),
    [(png("secret"), ""), (b"GIF89a", "asset-type"), (None, "file-unreadable")],
    ids=["a picture", "another kind", "no file"],
)
def test_asset_is_read_or_told(content: bytes | None, code: str, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "dot.png").write_bytes(content)
    found = read_asset(tmp_path, "dot.png")
    assert (found.code if isinstance(found, Problem) else "") == code
    assert code or found == png()
