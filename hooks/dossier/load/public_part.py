"""What tells all that the public view can be made of, of files that are read but seen by nobody.

More than the public sees: every file but those that are for nobody else than their author.
"""

from __future__ import annotations

from dossier.load.parsed_file import ParsedFile
from dossier.load.tree import Tree
from dossier.model.audience import Audience
from dossier.model.document import FileKind
from dossier.plain.kept_facts import digest_of_text, digest_of_value
from dossier.plain.kept_results import digest_of
from dossier.settings import Settings

_KEPT = frozenset({FileKind.LOCK, FileKind.GUARDRAILS, FileKind.STORY})


def public_part(tree: Tree, settings: Settings) -> str:
    """Return a digest, another as soon as the public could see another thing by the same tool."""
    files = sorted(name for name in tree.files if name.startswith("assets/"))
    shown = [document for document in tree.documents if _may_be_shown(document)]
    opened = tuple(f"applications/{d.id}/" for d in shown if d.kind is FileKind.APPLICATION)
    texts = {name: text for name, text in tree.texts.items() if name.startswith(opened)}
    read = [(d.source.file, digest_of_text(d.source.text), d.problems) for d in shown]
    assets = digest_of(settings.content / "assets")
    seen = settings.seen_by(Audience.PUBLIC)
    return digest_of_value((read, files, assets, texts, tree.verdicts, tree.confirmations, seen))


def _may_be_shown(document: ParsedFile) -> bool:
    if document.kind is FileKind.APPLICATION:
        return document.stated is Audience.PUBLIC
    return document.kind not in _KEPT
