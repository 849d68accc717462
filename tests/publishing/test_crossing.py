"""What recipients of several dossiers read."""

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.publishing.crossing import cites, names, read_by_many
from dossier.publishing.read_dossier import ReadDossier
from tests.attacks.test_private_entries import CLOSED
from tests.builders import MINIMAL, tree_of


def test_what_many_read_has_neither_leads_nor_closed_records() -> None:
    library, _ = assemble(tree_of(MINIMAL | CLOSED["record"]), Audience.PRIVATE)
    read = {entry.id if entry else None: texts for entry, texts in read_by_many(library)}
    assert list(read) == [None, "qortex/gain"]
    told = {text.text for text in read[None]}
    assert "Initech" in told
    assert "ML Engineer" not in told
    dossier = ReadDossier(library.applications["acme"])
    assert (cites(dossier, "qortex/gain"), cites(dossier, "qortex/sold")) == (True, False)


def test_a_record_is_named_by_its_whole_id() -> None:
    for text in ("[x](evidence:fast/a)", "fast/a", "[x](evidence:fast/a#ms)", "See fast/a, too."):
        assert names("fast/a", text), text
    for text in ("fast/ab", "https://example.org/fast/a", "fast/a-b", "breakfast/a", "fast"):
        assert not names("fast/a", text), text
