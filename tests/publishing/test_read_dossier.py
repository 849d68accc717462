"""A dossier's sentences: whose eyes they are for, and what stands for them."""

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.plain.kept_facts import KeptFacts
from dossier.publishing.read_dossier import SENTENCES, ReadDossier, keeping, key_of
from dossier.publishing.sentences import in_words
from tests.attacks.test_copied_dossier import NOTE, dossier
from tests.builders import MINIMAL, tree_of

SENT = "I build rankers that learn from use."
FILE = "content/applications/acme/index.md"


def read(letter: str, notes: str, facts: KeptFacts | None = None) -> ReadDossier:
    files = MINIMAL | {FILE: dossier("Acme", letter, notes=notes)}
    library, _ = assemble(tree_of(files), Audience.PRIVATE)
    return ReadDossier(library.applications["acme"], facts)


def test_a_sentence_is_kept_unless_recipients_read_it_too() -> None:
    note, sent = key_of(in_words(NOTE)), key_of(in_words(SENT))
    apart, both = read(SENT, NOTE), read(f"{SENT} {NOTE}", NOTE)
    assert (sent in apart.keys.sent, apart.keys.kept) == (True, frozenset({note}))
    assert ({note, sent} <= both.keys.sent, both.keys.kept) == (True, frozenset())
    assert keeping([apart, both]) == {note: {"acme"}}


def test_sentences_are_read_once_while_the_file_is_the_same() -> None:
    facts = KeptFacts({})
    first = read(SENT, NOTE, facts).keys
    again = read(SENT, NOTE, KeptFacts(facts.now))
    assert again.keys == first
    assert "sent" not in vars(again)
    assert read(SENT, SENT, KeptFacts(facts.now)).keys != first
    assert SENTENCES.read(SENTENCES.spell(first)) == first
