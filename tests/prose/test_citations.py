"""Who cites a record: each row, and of the texts of a file the first."""

from dossier.lint.file_view import file_views
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.prose.citations import Citation, cited, citing, leans_on_unread
from tests.builders import APPLICATION, MINIMAL, edited, tree_of

DOSSIER = "content/applications/acme/index.md"


def citations(
    files: dict[str, str], audience: Audience = Audience.PRIVATE
) -> dict[str, list[Citation]]:
    library, _ = assemble(tree_of(files), audience)
    found: dict[str, list[Citation]] = {}
    for view in file_views(library):
        for record_id, citations in citing(view.passages, view.application).items():
            found.setdefault(record_id, []).extend(citations)
        assert cited(view.passages, view.application) == {*citing(view.passages, view.application)}
    return found


def found(files: dict[str, str], audience: Audience = Audience.PRIVATE) -> dict[str, list[str]]:
    return {
        record_id: [f"{c.row.id if c.row else '-'} {c.locate()}" for c in citations]
        for record_id, citations in citations(files, audience).items()
    }


def test_rows_speak_for_the_texts_of_their_file() -> None:
    assert found(MINIMAL) == {
        "qortex/gain": [
            "- content/projects/qortex.md:10:14",
            f"ranking {DOSSIER}:10:16",
        ]
    }


def test_every_row_is_named() -> None:
    row = APPLICATION[APPLICATION.index("  - id: ranking") : APPLICATION.index("---\n\n## Pitch")]
    files = edited(DOSSIER, row, row + row.replace("id: ranking", "id: second"))
    assert [text.partition(" ")[0] for text in found(files)["qortex/gain"]] == [
        *("-", "ranking", "second"),
    ]


def test_text_of_a_dossier_without_such_a_row_is_named_with_the_dossier() -> None:
    files = edited(DOSSIER, "    evidence: [qortex/gain]\n", "")
    named = [c.application and c.application.id for c in citations(files)["qortex/gain"]]
    assert named == [None, "acme"]


def test_nobody_is_told_of_what_he_may_not_see() -> None:
    assert found(MINIMAL, Audience.PUBLIC) == {
        "qortex/gain": ["- content/projects/qortex.md:10:14"]
    }


BROKEN = {"content/evidence/vault.yml": "evidence: [\n"}
ROW = """\
---
company: Initech
proof_points: [{id: a, requirement: A, strength: direct, evidence: [vault/gold]}]
---
## Pitch

No reference.
"""


def leaning(files: dict[str, str]) -> set[str]:
    """Return the names of the files with a text that leans on what cannot be read."""
    library, _ = assemble(tree_of({**MINIMAL, **files}), Audience.PRIVATE)
    return {
        view.source.file
        for view in file_views(library)
        for passage in view.passages
        if leans_on_unread(passage, library)
    }


def test_texts_lean_on_what_they_their_rows_or_their_name_refer_to() -> None:
    about = "---\naudience: public\n---\nSee [it](evidence:vault/gold).\n"
    vault = "---\ntitle: The vault\n---\nNo reference.\n"
    leaners = {
        "content/about.md": about,
        "content/applications/initech/index.md": ROW,
        "content/projects/vault.md": vault,
    }
    assert leaning({**leaners, **BROKEN}) == set(leaners)
    assert leaning(leaners) == set()


def test_a_broken_project_is_leaned_on_by_what_links_it() -> None:
    files = {"content/projects/qortex.md": "---\n[\n---\n"}
    assert leaning(files) == {"content/index.md", DOSSIER}
