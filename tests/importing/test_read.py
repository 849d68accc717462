"""One input to what it becomes."""

from pathlib import Path

from dossier.importing.draft import Draft
from dossier.importing.read import is_known, read_input
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.problems import Problem
from tests.builders import MINIMAL, write_site
from tests.views import library

EMPTY = Library(Audience.PRIVATE)


def read(file: str, text: str, known: Library = EMPTY, **options: str) -> Draft:
    found = read_input(file, text.encode(), known, **options)
    assert isinstance(found, Draft), found
    return found


def test_id_is_of_the_company_or_of_the_file_or_as_said() -> None:
    dossier = "# Globex, Inc. — Engineer\n\n## Pitch\n\nx\n\n## Gaps\n\n- y\n"
    assert read("x/a.md", dossier).id == "globex-inc"
    assert read("x/My CV.md", "# Ada\n\n## Experience\n\n## Skills\n").id == "my-cv"
    assert read("a.md", dossier, entry_id="acme").id == "acme"
    assert read("../../….md", "# Ada\n\n## Experience\n\n## Skills\n").id == "resume"


def test_what_cannot_be_read_is_a_problem() -> None:
    assert isinstance(read_input("a", b"\0", EMPTY), Problem)


def test_line_that_no_reader_took_is_kept() -> None:
    draft = read("cv.yaml", "cv:\n  name: Ada\n# why: because\n")
    assert draft.account().lost == ()


def test_lead_that_a_section_names_is_proposed(tmp_path: Path) -> None:
    known = library(write_site(tmp_path, MINIMAL))
    text = "# Acme — Engineer\n\n## Lead Profile\n\n**ML Engineer.** Because.\n\n## Gaps\n\n- x\n"
    assert read("a.md", text, known).comments[()] == ["lead: ml-engineer"]


def test_reference_is_known_if_it_leads_somewhere(tmp_path: Path) -> None:
    known = library(write_site(tmp_path, MINIMAL))
    right = ("evidence:qortex/gain", "evidence:qortex/gain#precision", "project:qortex")
    assert all(is_known(known, address) for address in right)
    wrong = (
        "evidence:qortex/no",
        "evidence:qortex/gain#no",
        "project:no",
        "proof:x",
        "https://x",
    )
    assert not any(is_known(known, address) for address in wrong)
