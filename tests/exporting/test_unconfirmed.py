"""No export prints a figure that nobody has confirmed, and its author is told where it stands."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from dossier.cli import main
from dossier.cli.commands import EXPORTS
from dossier.exporting.unconfirmed import unconfirmed_figures
from tests.builders import MINIMAL
from tests.exporting.recipients import recipient
from tests.sites import project

DOSSIER, RECORDS = "content/applications/acme/index.md", "content/evidence/qortex.yml"
GUESS = """\
  - id: guess
    claim: Loads are fast
    kind: production
    check: inspect
    status: unconfirmed
    metrics: [{id: time, name: load time, value: 4711, unit: min}]
    source: {label: Log}
"""
FIGURE = "Loads take [](evidence:qortex/guess#time), which may be so.\n\n## Notes"
SITE = MINIMAL | {
    RECORDS: MINIMAL[RECORDS] + GUESS,
    DOSSIER: MINIMAL[DOSSIER].replace("## Notes", FIGURE),
}
ARGUMENTS = {
    "resume": ["--format", "json"],
    "letter": ["--format", "md"],
    "form": [],
    "brief": [],
    "calendar": None,
    "data": None,
}


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_with_such_a_figure_is_not_written(tmp_path: Path, name: str) -> None:
    options = ARGUMENTS[name]
    if options is None:  # A calendar has no text of a dossier's, data each record's status.
        return
    project(tmp_path, SITE)
    output = tmp_path / "out"
    command = ["export", name, "acme", *options, "-o", str(output)]
    done = CliRunner().invoke(main, [*command, "-f", str(tmp_path / "mkdocs.yml")])
    assert (done.exit_code, output.exists(), "4711" in done.output) == (1, False, False)
    assert f"{DOSSIER}:19:12: error: nobody has confirmed `qortex/guess`" in done.stderr


def test_what_is_confirmed_or_cited_without_a_figure_is_no_matter() -> None:
    confirmed = SITE[RECORDS].replace("unconfirmed", "shipped")
    cited = SITE[DOSSIER].replace("[](evidence:qortex/guess#time)", "[x](evidence:qortex/guess)")
    for changes in ({RECORDS: confirmed}, {DOSSIER: cited}):
        assert [*unconfirmed_figures(recipient({**SITE, **changes}))] == []
