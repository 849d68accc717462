"""Records that are a third party's by their check, and the author's own by their address."""

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, tree_of

RECORDS = "content/evidence/qortex.yml"
FILES = MINIMAL | {RECORDS: MINIMAL[RECORDS].replace("check: rerun", "check: third-party")}
OWN = "https://example.org/"


def codes(site: str) -> list[str]:
    library, problems = assemble(tree_of(FILES), Audience.PRIVATE, site=site)
    assert not problems
    return [problem.code for problem in lint(library, AS_OF)]


def test_site_that_moves_is_looked_at_anew() -> None:
    """What is kept of a file hangs on the site's address too."""
    for site, found in (("", []), (OWN, ["third-party-own"]), ("", []), (OWN, ["third-party-own"])):
        assert codes(site) == found
