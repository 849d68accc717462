"""What does not fit is named."""

from dossier.exporting.outline import Block, Document, Kind
from dossier.exporting.overflow import overflow
from dossier.exporting.typesetting import Typeset
from dossier.plain.problems import Place

KINDS = (Kind.NAME, Kind.HEADING, Kind.ENTRY, Kind.ITEM, Kind.ITEM, Kind.ENTRY, Kind.ITEM)
DOCUMENT = Document("", "", "en", tuple(Block(kind, f"{kind} {n}") for n, kind in enumerate(KINDS)))


def told(pages: dict[int, int], last: int) -> str:
    places = tuple((number, pages.get(number, 1)) for number in range(len(KINDS)))
    found = overflow(DOCUMENT, Typeset(b"", last, places), 1, Place("a.md"))
    return found.message.partition("beyond them: ")[2] if found else ""


def test_what_begins_beyond_the_pages_is_named_by_its_entry() -> None:
    assert told({}, 1) == ""
    assert told({4: 2, 5: 2, 6: 2}, 2) == "entry 2: item 4; entry 5"
    assert told({}, 2) == "the end of the last paragraph"


def test_what_nothing_heads_is_named_by_itself() -> None:
    document = Document("", "", "en", (Block(Kind.NAME, "Ada"), Block(Kind.ITEM, "Alone")))
    found = overflow(document, Typeset(b"", 2, ((0, 1), (1, 2))), 1, Place("a.md"))
    assert found
    assert found.message.endswith("Alone")
