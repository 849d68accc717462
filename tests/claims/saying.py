"""What the tests of claims share: a library, and the statements of a home page."""

from collections.abc import Mapping

from dossier.claims.sentences import Sentence, sentences
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.prose.passages import passages
from dossier.prose.statements import Statement, statements
from dossier.records.metrics import Meaning
from dossier.records.record_index import RecordIndex
from tests.builders import MINIMAL, tree_of

HOME = "content/index.md"
EVIDENCE = "content/evidence/qortex.yml"
HEAD = "---\ntitle: Ada Example\n---\n"
"""What stands before the text of a home page: it begins in line 4."""


def library_of(files: Mapping[str, str]) -> Library:
    """Return what the author sees of a site."""
    library, problems = assemble(tree_of(files), Audience.PRIVATE)
    assert problems == ()
    return library


def home(body: str, files: Mapping[str, str] = MINIMAL) -> dict[str, str]:
    """Return a site whose home page says something else."""
    return {**files, HOME: HEAD + body}


def read(body: str) -> list[Statement]:
    """Return the statements of a home page."""
    found = passages(library_of(home(body)))
    return [s for p in found if p.source.file == HOME for s in statements(p)]


def with_metrics(*metrics: str) -> dict[str, str]:
    """Return the minimal site whose record has these metrics, and asks for no wording."""
    old = '      - {id: precision, name: precision, value: 22, unit: "%", op: "+"}\n'
    text = MINIMAL[EVIDENCE].replace("    must_say: [20 concepts]\n", "")
    new = "".join(f"      - {{{metric}}}\n" for metric in metrics)
    return {**MINIMAL, EVIDENCE: text.replace(old, new)}


def known(*metrics: str) -> tuple[Meaning, ...]:
    """Return what is known of metrics; one has to have the id `precision`."""
    return RecordIndex(library_of(with_metrics(*metrics))).meanings


def sentence(text: str, *metrics: str) -> Sentence:
    """Return the first sentence of a home page over a record with metrics."""
    library = library_of(home(f"{text}\n", with_metrics(*metrics)))
    found = [p for p in passages(library) if p.source.file == HOME]
    (statement,) = (s for passage in found for s in statements(passage))
    return sentences(RecordIndex(library), statement)[0]
