import pytest

from dossier.assistants.searching import MOST, search
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.assistants.patches import FILES
from tests.builders import tree_of

FILE = "content/applications/acme/index.md"


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("LOADS fast", ["content/evidence/qortex.yml:15:5"]),
        ("load time", ["content/evidence/qortex.yml:20:15"]),
        ("measure. you", [f"{FILE}:31:1"]),
        ("nowhere", []),
        ("", []),
    ],
)
def test_texts_that_hold_all_words_are_found_with_their_places(
    words: str, places: list[str]
) -> None:
    library = assemble(tree_of(FILES), Audience.PRIVATE)[0]
    hits, count = search(library, words)
    assert [hit.where for hit in hits] == places
    assert count == len(places)


def test_a_place_is_where_the_words_stand() -> None:
    library = assemble(tree_of(FILES), Audience.PRIVATE)[0]
    for word in ("Because", "learned", "rankers", "cosine", "unconfirmed", "Initech"):
        for hit in search(library, word)[0]:
            file, line, _ = hit.where.split(":")
            rest = "\n".join(FILES[file].split("\n")[int(line) - 1 :])
            assert word.casefold() in rest.casefold()


def test_a_hundred_hits_are_counted_and_not_all_shown() -> None:
    many = "\n\n".join(f"Number {number} of many." for number in range(100))
    library = assemble(tree_of({**FILES, FILE: FILES[FILE] + f"\n{many}\n"}), Audience.PRIVATE)[0]
    hits, count = search(library, "of many")
    assert (len(hits), count) == (MOST, 100)
