"""Every file of a library is seen once, and all its texts with it."""

from pathlib import Path

import pytest

from dossier.lint import lint
from dossier.lint.cache import forget
from dossier.lint.file_view import file_views
from dossier.load.assemble import assemble
from dossier.match.postings import view_posting
from dossier.model.audience import Audience
from dossier.prose.passages import passages
from tests import views
from tests.builders import AS_OF, MINIMAL, tree_of, write_site

MORE = MINIMAL | {"content/more.md": "---\ntitle: More\naudience: public\n---\nMore.\n"}


@pytest.mark.parametrize("audience", Audience)
def test_views_hold_what_there_is_to_read(audience: Audience) -> None:
    library, _ = assemble(tree_of(MORE), audience)
    views = list(file_views(library))
    assert [passage for view in views for passage in view.passages] == list(passages(library))
    files = [view.source.file for view in views]
    private = set() if audience is Audience.PUBLIC else {"content/applications/acme/index.md"}
    assert set(files) == MORE.keys() - {"content/applications/acme/index.md"} | private
    assert len(files) == len(set(files))


def test_records_of_one_file_are_seen_together() -> None:
    text = MINIMAL["content/evidence/qortex.yml"]
    record = text[text.index("  - id") :]
    files = MINIMAL | {"content/evidence/qortex.yml": text + record.replace("gain", "other", 1)}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    records = [[record.id for record in view.records] for view in file_views(library)]
    assert [found for found in records if found] == [["qortex/gain", "qortex/other"]]


def test_rules_of_the_front_read_no_prose_and_stay_when_it_is_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []

    def watched(*given: object) -> object:
        looked.append("posting")
        return view_posting(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("dossier.lint.posting_uncovered.view_posting", watched)
    dossier, posting = "content/applications/acme/index.md", "content/applications/acme/posting.md"
    named = MINIMAL[dossier].replace("Engineer\n", "Engineer\n    posting: {file: posting.md}\n")
    files = MINIMAL | {dossier: named, posting: "## Requirements\n\n- Years of Haskell\n"}
    forget()
    for more, again in (
        ({}, ["posting"]),
        ({dossier: f"{named}\nMore of it.\n"}, []),
        ({posting: "## Requirements\n\n- Years of Rust\n"}, ["posting"]),
        ({dossier: f"{named}\nMore.\n".replace("Acme\n", "Acme\n# A note.\n")}, ["posting"]),
    ):
        files |= more
        library = views.library(write_site(tmp_path, files))
        looked.clear()
        told = {str(problem) for problem in lint(library, AS_OF)}
        assert looked == again, more
        forget()
        assert told == {str(problem) for problem in lint(library, AS_OF)}
    (view,) = (each for each in file_views(library) if each.application)
    assert "More." in view.source.text
    assert view.front.application
    assert not view.front.application.sections
    assert (view.front.source.text, view.front.source.body) == ("", "")
    assert view.front.source.locate(("company",)) == view.source.locate(("company",))
