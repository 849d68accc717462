"""*A share holds only what is shareable*: text that its author holds to be closed is told.

Options where they close nothing, and headings whose words say that others shall not read: error,
and absent, wherever they stand in what is shared.
"""

from pathlib import Path

from dossier.build import Project
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.plain.problems import Severity
from tests.builders import MINIMAL, write_site

ACME = "content/applications/acme/index.md"
PAGE = "content/about.md"
SECTIONS = (
    "## Pitch\n\nOne.\n\n### What I think { audience=private }\n\nKANARY.",
    "## Pitch\n\n{ audience=private }\n\nKANARY.",
    "## Pitch\n{ audience=private }\n\nKANARY.",
    "## Pitch\n\nKANARY. { audience: shared }",
    "## Pitch\n\nOne.\n\n#### Private\n\nKANARY.",
    "## Pitch\n\nOne.\n\n### Für mich selbst\n\nKANARY.",
    "## My plan { audience=shared }\n\n### Mine (not for Acme)\n\nKANARY.",
    "## My plan { audience=assistant }\n\n### Mine { audience=private }\n\nKANARY.",
    "# Private\n\n## Letter\n\nKANARY.",
    "# All of it { audience=private }\n\n## Letter\n\nKANARY.",
    "Confidential\n===\n\n## Letter\n\nKANARY.",
    "## Pitch (do not send)\n\nKANARY.",
    "## Letter (confidential)\n\nKANARY.",
    "## Why Acme (honest version, for me only)\n\nKANARY.",
    "## Letter (internal draft)\n\nKANARY.",
    "## Letter (Entwurf)\n\nKANARY.",
)
DISGUISED = (
    *(
        "    ## Notes",
        "\t## Notes { audience=private }",
        "    ## Mine (private)",
        "####### Private",
    ),
    *(
        "\\## Notes",
        "\\#\\# Notes",
        "\uff03\uff03 Notes\uff08private\uff09",
        "!!! private",
        "::: private",
    ),
    *('!!! warning "Private"', '??? note "Notes"', "<summary>Private</summary>", "==Private=="),
    *("Private: KANARY", "**Notes to self:** KANARY", "- **Do not send:** KANARY", "Private notes"),
)
"""What is no heading, and says what one would."""
DEEPER = (
    *(
        "### Notes",
        "#### Gaps",
        "### 1. Questions",
        "**Notes**",
        "**Notes:**",
        "Application notes:",
    ),
    *("> [!NOTE]- Notes", "### Gap analysis", "**Interview questions**\nKANARY."),
)
"""What heads a section that nobody else reads, and is no heading of a section."""
PERHAPS = ("- Private: 40", "- **Notes**", "**Notes:** KANARY.")
"""What may be no more than a word."""
OPEN = (
    "# Application\n\n## Letter\n\nKANARY.",
    "# Private\n\n## Letter { audience=shared }\n\nKANARY.",
    "# Private\n\nMine.\n\n# Letter\n\nKANARY.",
    "## Pitch\n\n    # build it\n    make private\n\n!!! note\n    A.\n\n### Contexts\n\nKANARY.",
    "## Pitch (authentic)\n\n### Private clouds\n\nKANARY, which is confidential.",
)


def dossier(text: str) -> str:
    head, _, _ = MINIMAL[ACME].partition("## ")
    return f"{head}{text}\n"


def errors(
    root: Path, files: dict[str, str], severity: Severity = Severity.ERROR
) -> tuple[list[str], bool]:
    """Return the codes that the author is told, and whether others are shown the words."""
    project = Project.read(write_site(root, files))
    found = project.diagnosis.problems
    shown = [
        "KANARY" in repr((entry.sections, library.pages))
        for audience in (Audience.ASSISTANT, Audience.SHARED)
        for library in [assemble(project.tree, audience)[0]]
        for entry in library.applications.values()
    ]
    return [p.code for p in found if p.severity is severity], any(shown)


def test_what_looks_closed_is_told_and_not_shown(tmp_path: Path) -> None:
    for number, text in enumerate(SECTIONS):
        files = MINIMAL | {ACME: dossier(text)}
        assert errors(tmp_path / str(number), files) == (["section-option"], False), text
    page = "---\naudience: public\n---\n# Me\n\n## Mine { audience=private }\n\nKANARY.\n"
    assert errors(tmp_path / "page", MINIMAL | {PAGE: page}) == (["section-option"], False)


def test_what_is_no_heading_and_says_what_one_would_is_told_and_not_shown(tmp_path: Path) -> None:
    for number, line in enumerate(DISGUISED):
        files = MINIMAL | {ACME: dossier(f"## Pitch\n\nOne.\n\n{line}\n\n    KANARY.")}
        assert errors(tmp_path / str(number), files) == (["section-option"], False), line


def test_a_private_sections_name_at_a_deeper_level_is_told_and_not_shown(tmp_path: Path) -> None:
    for number, line in enumerate(DEEPER):
        files = MINIMAL | {ACME: dossier(f"## Pitch\n\nOne.\n\n{line}\n\nKANARY.")}
        assert errors(tmp_path / str(number), files) == (["section-option"], False), line


def test_what_may_head_something_private_is_told_and_shown(tmp_path: Path) -> None:
    for number, line in enumerate(PERHAPS):
        files = MINIMAL | {ACME: dossier(f"## Pitch\n\nOne.\n\n{line}\n\nKANARY.")}
        told, shown = errors(tmp_path / str(number), files, Severity.WARNING)
        assert ("section-option" in told, shown) == (True, True), line


def test_what_is_open_is_shown_with_no_word(tmp_path: Path) -> None:
    for number, text in enumerate(OPEN):
        files = MINIMAL | {ACME: dossier(text)}
        assert errors(tmp_path / str(number), files) == ([], True), text
