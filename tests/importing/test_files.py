"""What an input becomes to files: whole, and over nothing that is there."""

import re
from pathlib import Path

from dossier.importing.draft import Draft, Part, ProjectDraft
from dossier.importing.files import files_of, plan


def nothing(_: str) -> bool:
    return False


def test_dossier_is_written_with_its_proposals_as_comments() -> None:
    draft = Draft(
        "dossier",
        "",
        id="acme",
        application={"company": "Acme", "proof_points": [{"id": "a", "requirement": "b: c"}]},
        parts=[Part("Notes", "x", options="{ audience=private }")],
        comments={("proof_points", 0): ["evidence: [q/a]"]},
    )
    (text,) = files_of(draft, nothing).values()
    assert text == (
        "---\n# yaml-language-server: $schema=../../../docs/schemas/application.json\n"
        "# Lines behind # are proposed: take away # and blank of those that are right.\n"
        'company: Acme\nproof_points:\n  - id: a\n    requirement: "b: c"\n'
        "    # evidence: [q/a]\n---\n\n## Notes { audience=private }\n\nx\n"
    )


def test_every_file_names_its_schema() -> None:
    draft = Draft("résumé", "", id="cv", profile={"name": "Ada"}, records=[{"id": "a"}])
    draft.projects["loom"] = ProjectDraft({"title": "Loom"})
    draft.parts = [Part("Notes", "x")]
    named = {
        name: re.search(r"(?m)^# yaml-language-server: \$schema=(.*)$", text)
        for name, text in files_of(draft, nothing).items()
    }
    assert {name: found and found[1] for name, found in named.items()} == {
        "evidence/cv.yml": "../../docs/schemas/evidence.json",
        "projects/loom.md": "../../docs/schemas/project.json",
        "imported/cv.md": "../../docs/schemas/page.json",
        "profile.yml": "../docs/schemas/profile.json",
    }


def test_gaps_are_shown_where_their_section_stood() -> None:
    application = {"company": "Acme", "gaps": [{"id": "a", "about": "a", "gap": "b"}]}
    draft = Draft("dossier", "", id="acme", application=application)
    draft.parts = [Part("Gap Analysis", "", name="gaps")]
    (text,) = files_of(draft, nothing).values()
    assert text.endswith("---\n\n## Gap Analysis\n\n```gaps\n```\n")


def test_what_is_there_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "same.md").write_text("a\n# proposed\n", encoding="utf-8")
    (tmp_path / "other.md").write_text("b\n", encoding="utf-8")
    (tmp_path / "link.md").symlink_to(tmp_path / "nowhere")
    found = plan(tmp_path, dict.fromkeys(("same.md", "other.md", "link.md", "new.md"), "a\n"))
    assert found.same == ("same.md",)
    assert found.others == ("other.md", "link.md")
    assert found.new == {"new.md": b"a\n"}
