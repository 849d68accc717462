"""All that `dossier export` writes for a recipient, as what can be seen of a site."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from dossier.build import Project
from dossier.exporting.brief import Brief, compose_brief
from dossier.exporting.brief_pdf import draw_brief
from dossier.exporting.compose import compose_resume
from dossier.exporting.docx_file import draw_docx
from dossier.exporting.form import form_fields
from dossier.exporting.json_resume import spell_json_resume
from dossier.exporting.letter import compose_letter
from dossier.exporting.markdown import spell_markdown
from dossier.exporting.outline import Document, outline_resume
from dossier.exporting.pdf import draw_pdf
from dossier.exporting.plain_text import spell_plain_text
from dossier.exporting.recipient import Recipient
from dossier.exporting.rendercv import spell_rendercv
from dossier.model.audience import Audience
from dossier.templates import Templates
from tests.secrecy.corpus import State
from tests.secrecy.observe import Observe, Seen, settings_at

EMPHASIS = "## Resume emphasis"
REFERENCES = ("project:lab", "evidence:lab/seen", "evidence:lab/open", "project:dark")
"""What the emphasis of every dossier refers to, the one private thing that exports follow."""


def seen_by_reader(root: Path, dossier: str) -> Observe:
    """Return a way to see every document for a dossier's recipient.

    Its emphasis always refers to the same things, each time in other words.
    """

    def observe(state: State) -> Seen:
        written = state.copy()
        words = hashlib.sha256(b"".join(raw for _, raw in state.content())).hexdigest()
        document = written.documents[f"applications/{dossier}/index.md"]
        others = [s for s in document.sections or [] if not s.startswith(EMPHASIS)]
        items = "".join(f"- [{words[:9]}]({name}) {words[9:]} **b**\n" for name in REFERENCES)
        document.sections = [*others, f"{EMPHASIS}\n\n{words}\n\n{items}"]
        written.write(root)
        return dict(_documents(root, dossier))

    return observe


def _documents(root: Path, dossier: str) -> Iterator[tuple[str, bytes]]:
    settings = settings_at(root, Audience.SHARED)
    project = Project.read(settings)
    recipient = Recipient.of(
        project.view(Audience.SHARED).library,
        dossier,
        settings=settings,
        site_url="https://example.org/",
    )
    resume = compose_resume(recipient)
    yield "resume.json", spell_json_resume(resume).encode()
    yield "resume.yaml", spell_rendercv(resume).encode()
    # The answers of a form are the author's own, and told as such.
    yield "form.txt", repr(form_fields(recipient, resume, ())).encode()
    for name, document in (
        ("resume", outline_resume(resume)),
        ("letter", compose_letter(recipient)),
    ):
        yield f"{name}.txt", spell_plain_text(document).encode()
        yield f"{name}.md", spell_markdown(document).encode()
        yield f"{name}.pdf", _pdf(document)
        yield f"{name}.docx", _docx(document)
    yield "brief.pdf", _brief(compose_brief(recipient))


@cache
def _pdf(document: Document) -> bytes:
    # Kept: the same document gives the same bytes, which exporting/test_pdf.py tries.
    return draw_pdf(document, Templates()).content


@cache
def _docx(document: Document) -> bytes:
    return draw_docx(document)


@cache
def _brief(brief: Brief) -> bytes:
    return draw_brief(brief, Templates()).content
