from pathlib import Path

from dossier.publishing.authored import authored, ids
from tests.builders import MINIMAL, edited, write_site
from tests.views import library

ACME = "content/applications/acme/index.md"


def test_texts_without_keys_and_choices(tmp_path: Path) -> None:
    found = {text.text for text in authored(library(write_site(tmp_path, MINIMAL)))}
    assert {"Acme", "Senior ML Engineer", "Rankers that learn"} <= found
    assert not found & {"direct", "strength", "benchmark", "public", "drafting"}


def test_words_have_their_place(tmp_path: Path) -> None:
    files = edited(ACME, "They know", "Ask about\nthe salary. They know")
    texts = list(authored(library(write_site(tmp_path, files))))
    prose = next(text for text in texts if "the salary" in text.text)
    lines = files[ACME].split("\n")
    assert prose.locate("about the salary").line == 1 + lines.index("Ask about")
    value = next(text for text in texts if text.text == "Rankers that learn")
    assert str(value.locate("that")).startswith(f"{ACME}:9:")


def test_heading_of_an_own_section_is_a_text(tmp_path: Path) -> None:
    files = edited(ACME, "## Notes", "## Plans for May")
    texts = list(authored(library(write_site(tmp_path, files))))
    heading = next(text for text in texts if text.text == "Plans for May")
    line = files[ACME].split("\n").index("## Plans for May")
    assert heading.locate("for May").line == line + 1


def test_ids_are_what_addresses_are_made_of(tmp_path: Path) -> None:
    assert {"qortex", "qortex/gain", "acme", "index.md"} <= set(
        ids(library(write_site(tmp_path, MINIMAL)))
    )
