"""Which sentences of what is no dossier are closed, and that each file is read once."""

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.kept_facts import KeptFacts
from dossier.publishing.private_entries import Kept, PrivateEntries
from dossier.publishing.read_dossier import key_of
from dossier.publishing.sentences import in_words
from tests.attacks.test_private_entries import CLOSED, DRAFT, SAID
from tests.builders import MINIMAL, tree_of

KEY = key_of(in_words(SAID))
CLAIM = key_of(in_words("Learned weights retrieve better than cosine similarity"))


def library(kind: str) -> Library:
    return assemble(tree_of(MINIMAL | CLOSED[kind]), Audience.PRIVATE)[0]


def test_it_is_told_where_a_sentence_stands() -> None:
    whose = {
        "page": Kept(f"`{DRAFT}`", may_be_draft=True),
        "record": Kept("the record `qortex/sold`", "qortex/sold"),
        "story": Kept("`content/stories/basel.md`", is_answer=True),
        "job": Kept("`content/profile.yml`"),
    }
    found = {kind: PrivateEntries.of(library(kind)) for kind in whose}
    assert {kind: entries.closed[KEY] for kind, entries in found.items()} == whose
    assert all(CLAIM in entries.said and CLAIM not in entries.closed for entries in found.values())


def test_what_was_read_is_kept_while_the_files_are_the_same() -> None:
    facts = KeptFacts({})
    first = PrivateEntries.of(library("record"), facts)
    again = KeptFacts(facts.now)
    assert PrivateEntries.of(library("record"), again) == first
    assert again.made == 0
    edited = KeptFacts(facts.now)
    assert KEY in PrivateEntries.of(library("limits"), edited).closed
    assert edited.made == 1


def test_what_waits_to_be_said_is_closed_to_nobody() -> None:
    said = "Taught two apprentices to mend looms by hand"
    waiting = {
        "content/imported/resume.md": f"---\ntitle: I\naudience: private\n---\n{said}.\n",
        "content/evidence/cv.yml": (
            f"evidence: [{{id: a, claim: {said}, kind: employment, check: statement, "
            "status: unconfirmed, limits: Nobody but me has seen it or will}]\n"
        ),
    }
    read = assemble(tree_of(MINIMAL | waiting), Audience.PRIVATE)[0]
    closed = PrivateEntries.of(read).closed
    assert key_of(in_words(said)) not in closed
    assert key_of(in_words("Nobody but me has seen it or will")) in closed
