"""Results go beside what others put into their file meanwhile."""

from pathlib import Path

import pytest

from dossier.cli.kept_verdicts import keep_verdicts
from dossier.model import verdict
from dossier.model.verdict import Copy, Verdict, parse_verdicts
from dossier.plain.errors import ConfigError
from tests.builders import MINIMAL, write_site

A, B, NEW_A = Verdict("a", {}), Verdict("b", {}), Verdict("new a", {})
COPY = {"wayback": Copy("https://example.org/copy", "2026-03-01")}


def test_what_another_run_wrote_stays(tmp_path: Path) -> None:
    settings = write_site(tmp_path, MINIMAL)
    path = settings.content / verdict.FILE

    def kept() -> dict[str, Verdict]:
        return dict(parse_verdicts(path.read_text()))

    keep_verdicts(settings, {}, {"r/a": A})
    keep_verdicts(settings, {}, {"r/b": B})
    assert kept() == {"r/a": A, "r/b": B}
    keep_verdicts(settings, {"r/b": B}, {"r/b": Verdict("b", {}, copies=COPY)})
    # It was read before the copy was known.
    keep_verdicts(settings, {"r/a": A, "r/b": B}, {"r/a": NEW_A, "r/b": Verdict("new b", {})})
    assert kept() == {"r/a": NEW_A, "r/b": Verdict("new b", {}, copies=COPY)}
    keep_verdicts(settings, {"r/a": NEW_A}, {})
    assert list(kept()) == ["r/b"]


def test_no_change_writes_nothing_and_a_broken_file_stays(tmp_path: Path) -> None:
    settings = write_site(tmp_path, MINIMAL)
    path = settings.content / verdict.FILE
    keep_verdicts(settings, {"r/a": A}, {"r/a": A})
    assert not path.exists()
    path.write_text("{")
    with pytest.raises(ConfigError, match="cannot be read"):
        keep_verdicts(settings, {}, {"r/a": A})
    assert path.read_text() == "{"
