"""The sections of a dossier's prose: what each is for, what it is called too, and who sees it."""

from __future__ import annotations

from dossier.plain.frozen import frozen


@frozen
class SectionNote:
    """What is said of one section."""

    name: str
    purpose: str
    aliases: tuple[str, ...]
    """Other headings that it goes by."""
    is_shared: bool = False
    """Whether recipients see it unless its heading says otherwise."""

    @property
    def heading(self) -> str:
        """The heading as people write it."""
        return f"## {self.name.replace('-', ' ').capitalize()}"


SECTIONS = (
    SectionNote(
        "context",
        "What the company does, and what you know of it.",
        ("company context", "about the company", "company"),
    ),
    SectionNote(
        "angle",
        "How you mean to apply: what to put first, and what to leave unsaid.",
        ("application angle", "recommended application angle"),
    ),
    SectionNote("lead", "Which of your leads you apply as, and why.", ("lead profile",)),
    SectionNote(
        "pitch",
        "What you offer, in two sentences: the first that a recipient reads.",
        ("tailored pitch", "elevator pitch"),
        is_shared=True,
    ),
    SectionNote(
        "emphasis",
        "What to foreground in the résumé, an item each that begins with a project or a record.",
        ("resume emphasis", "résumé emphasis"),
    ),
    SectionNote(
        "proof-points",
        "Words around the table of rows, which itself stands in the front matter.",
        ("proof points", "proof point mapping", "proof point map"),
        is_shared=True,
    ),
    SectionNote(
        "why",
        "Why this role and this company.",
        ("why this role", "why this company", "why them"),
        is_shared=True,
    ),
    SectionNote("gaps", "Words around what is missing; `gaps:` lists it.", ("gap analysis",)),
    SectionNote(
        "questions",
        "What they may ask, each as `### Question { about=row }` with its answer below; "
        "`{ story=id }` tells a story that other dossiers tell too.",
        ("interview questions", "if they ask x, say y", "prepared answers"),
    ),
    SectionNote("hooks", "Openings for a cover letter.", ("cover letter hooks", "letter hooks")),
    SectionNote("letter", "The cover letter.", ("cover letter",), is_shared=True),
    SectionNote("notes", "Whatever else you want to keep.", ("application notes",)),
)
"""In the order in which a dossier mostly has them."""


def find_section(name: str) -> SectionNote | None:
    """Return the section of a name or of one of its other headings: `pitch`, `Why this role`."""
    said = name.lstrip("# ").casefold()
    return next((s for s in SECTIONS if said == s.name or said in s.aliases), None)
