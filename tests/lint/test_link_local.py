from collections.abc import Mapping

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, edited, tree_of

RECORD, PAGE = "content/evidence/qortex.yml", "content/about.md"
AT_HOME = "http://localhost:8888/report"


def codes(files: Mapping[str, str]) -> list[str]:
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    return [each.code for each in lint(library, AS_OF) if each.code.startswith("link-")]


def test_only_what_others_read_is_told() -> None:
    own = edited(RECORD, "https://example.org/report", AT_HOME)
    for audience, told in (("public", True), ("shared", True), ("private", False)):
        page = {PAGE: f"---\ntitle: A\naudience: {audience}\n---\n[notes]({AT_HOME})\n"}
        assert codes(MINIMAL | page) == ["link-local"] * told, audience
    assert codes(own) == ["link-local"]
    closed = own[RECORD].replace("audience: public", "audience: private")
    assert codes(own | {RECORD: closed}) == []


def test_addresses_of_a_life_are_told_where_others_see_it() -> None:
    for audience, told in (("shared", True), ("private", False)):
        job = f"employer: Initech, url: '{AT_HOME}', audience: {audience}"
        files = edited("content/profile.yml", "employer: Initech", job)
        assert codes(files) == ["link-local"] * told, audience
