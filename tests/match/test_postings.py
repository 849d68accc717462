from pathlib import Path

from dossier.match.postings import (
    accept,
    accepted,
    fingerprint,
    quotes_posting,
    view_posting,
)
from dossier.model.audience import Audience
from dossier.model.library import Library
from tests.builders import edited, write_site
from tests.views import library as read_library

POSTING = "content/applications/acme/posting.md"
DOSSIER = "content/applications/acme/index.md"


def library_of(root: Path, posting: str, audience: Audience = Audience.PRIVATE) -> Library:
    named = "title: Senior ML Engineer\n    posting: {file: posting.md}\n"
    files = edited(DOSSIER, "title: Senior ML Engineer\n", named) | {POSTING: posting}
    return read_library(write_site(root, files, audience=audience))


def test_word_broken_at_the_end_of_a_line_is_quoted_whole_or_hyphenated() -> None:
    assert quotes_posting("feed-\nback", "feedback")
    assert quotes_posting("well-\nknown", "well-known")
    assert not quotes_posting("feed back", "feedback")


def test_fingerprint_is_of_the_words() -> None:
    assert fingerprint("- **Rust** — now") == fingerprint("Rust\u2013now\n")
    assert fingerprint("Rust now") != fingerprint("Rust, now")


def test_row_answers_an_ask_by_quote_or_by_half_of_the_words(tmp_path: Path) -> None:
    posting = "## Requirements\n- Ranking systems\n- Distributed Rust\n"
    library = library_of(tmp_path, posting)
    entry = library.applications["acme"]
    view = view_posting(library, entry, entry.application.roles[0])
    assert view
    assert (view.name, view.asked) == ("applications/acme/posting.md", 2)
    assert view.uncovered == ("Distributed Rust",)
    assert view.unasked == ()


def test_row_that_the_posting_does_not_speak_of_is_unasked(tmp_path: Path) -> None:
    library = library_of(tmp_path, "## Requirements\n- Distributed Rust\n")
    entry = library.applications["acme"]
    view = view_posting(library, entry, entry.application.roles[0])
    assert view
    assert [row.id for row in view.unasked] == ["ranking"]


def test_what_one_does_there_is_told_apart_from_what_is_asked_for(tmp_path: Path) -> None:
    tasks = "## What you will do\n- Own the billing service\n"
    posting = f"{tasks}\n## Requirements\n- Distributed Rust\n"
    library = library_of(tmp_path, posting)
    entry = library.applications["acme"]
    view = view_posting(library, entry, entry.application.roles[0])
    assert view
    assert (view.asked, view.uncovered) == (1, ("Distributed Rust",))
    assert view.tasks == ("Own the billing service",)


def test_posting_is_nowhere_but_in_the_private_view(tmp_path: Path) -> None:
    for audience in (Audience.SHARED, Audience.PUBLIC):
        assert library_of(tmp_path, "Rust", audience).texts == {}


def test_accepting_keeps_other_postings_that_are_still_there(tmp_path: Path) -> None:
    library = library_of(tmp_path, "Rust")
    mark, gone = "0" * 64, "applications/gone/posting.md"
    texts = {**library.texts, "postings.lock": f"{gone}: {mark}\na.md: {mark}\n<<<< no line\n"}
    library = Library(
        Audience.PRIVATE,
        applications=library.applications,
        files=library.files | {"a.md"},
        texts=texts,
    )
    assert accepted(library) == {gone: mark, "a.md": mark}
    name = "applications/acme/posting.md"
    head = "# Fingerprints of saved postings, written by `dossier posting`.\n"
    text = f"{head}a.md: {mark}\n{name}: {fingerprint('Rust')}\n"
    assert accept(library, library.applications["acme"]) == (text, (name,))
