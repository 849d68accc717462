"""Pay and contacts of others are told where others read them, and nowhere else."""

from collections.abc import Mapping

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import AS_OF, MINIMAL, edited, tree_of

DOSSIER, PAGE = "content/applications/acme/index.md", "content/about.md"
BOB, PAY = "bob@initech.example", "my salary was \u00a378,400"


def told(files: Mapping[str, str]) -> list[str]:
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    return [each.message for each in lint(library, AS_OF) if each.code == "personal-data"]


def test_only_what_others_read_is_told() -> None:
    for audience, who in (("public", "anyone"), ("shared", "recipients"), ("private", "")):
        page = {PAGE: f"---\ntitle: A\naudience: {audience}\n---\nAsk {BOB}.\n\nSo {PAY}.\n"}
        found = told(MINIMAL | page)
        assert [each.partition(" would")[0] for each in found] == [who] * 2 * bool(who), audience


def test_a_section_that_is_private_holds_what_it_likes() -> None:
    for heading, number in (("## Pitch", 1), ("## Notes", 0)):
        files = edited(DOSSIER, "## Pitch", f"## Why\n\nMe.\n\n{heading}\n\nAsk {BOB}.\n\n## Hooks")
        assert len(told(files)) == number, heading


def test_ones_own_contact_data_is_no_other_person_s() -> None:
    page = {PAGE: "---\ntitle: A\naudience: public\n---\nAsk ada@example.org, 030 9018201.\n"}
    assert told(MINIMAL | page) == ["anyone would read how somebody is reached: 030 9018201"]
    own = edited("content/profile.yml", "email:", 'phone: "+49 30 9018201"\nemail:')
    assert told(own | page) == []
