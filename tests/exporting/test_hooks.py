"""Openings are private until one is chosen."""

from dossier.exporting.hooks import hooks_of, unchosen, untellable
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry
from tests.builders import MINIMAL, tree_of
from tests.exporting.recipients import recipient

DOSSIER = "content/applications/acme/index.md"
HOOKS = """\
## Hooks

Choose well.

- The [first](evidence:qortex/gain) goes
  on here.
- The second, of [mine](evidence:qortex/mine) in [2 weeks](figure:estimate)

  - nested

## Notes
"""


def private(hooks: str) -> tuple[dict[str, str], ApplicationEntry]:
    files = MINIMAL | {DOSSIER: MINIMAL[DOSSIER].replace("## Notes\n", hooks)}
    return files, assemble(tree_of(files), Audience.PRIVATE)[0].applications["acme"]


def test_items_are_openings_and_paragraphs_where_there_are_none() -> None:
    _, entry = private(HOOKS)
    found = hooks_of(entry.section("hooks"))
    assert [text[:10] for text in found] == ["The [first", "The second"]
    _, entry = private("## Hooks\n\nOne.\n\nTwo.\n\n## Notes\n")
    assert hooks_of(entry.section("hooks")) == ("One.", "Two.")
    assert hooks_of(None) == ()


def test_an_opening_that_cites_what_its_reader_may_not_see_is_told() -> None:
    files, entry = private(HOOKS)
    first, second = hooks_of(entry.section("hooks"))
    assert list(untellable(recipient(files), first, entry)) == []
    (problem,) = untellable(recipient(files), second, entry)
    assert problem.code == "evidence-private"
    assert "`evidence:qortex/mine`" in problem.message
    assert "The second" in entry.source.lines[problem.where.line - 1]


def test_that_none_was_chosen_is_told_with_how_many_there_are() -> None:
    (problem,) = unchosen(private(HOOKS)[1])
    assert problem.message == "no hook is in the letter: there are 2"
    (problem,) = unchosen(private("## Hooks\n\nOne.\n\n## Notes\n")[1])
    assert problem.message == "no hook is in the letter: there is 1"
    assert list(unchosen(private("## Notes\n")[1])) == []
