"""The files that a recipient's page holds to what is another dossier's in them.

A résumé, a drawing, a paper that is linked: they are read by nobody on the way, and told their
own. What cannot be read as text is a thing of its own, which `asset-unreadable` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dossier.match.recipient import library_for
from dossier.model.library import Library
from dossier.plain.packed import LETTERS, UnreadableTextError
from dossier.plain.problems import Place, Problem
from dossier.plain.visible_text import layers
from dossier.prose.asset_targets import held_assets
from dossier.publishing.other_dossiers import Crossing, of_dossier, passing
from dossier.publishing.private_names import PrivateNames
from dossier.publishing.read_dossier import ReadDossier, keeping, key_of
from dossier.publishing.sentences import sentences

_HINT = "make the file anew without it, or take it out of what recipients read"


def find_carried(
    names: PrivateNames,
    libraries: tuple[Library, Library],
    read: Iterable[ReadDossier],
    assets: Mapping[str, bytes],
) -> Iterator[Crossing]:
    """Yield what is of another dossier in the files that each one's recipients are sent.

    `libraries` are the author's, and what recipients may see; `assets` are the files by their
    path, `read` all dossiers.
    """
    library, shared = libraries
    read = tuple(read)
    private, passed = keeping(read), passing(names, library, read)
    for each in read:
        id_ = each.entry.id
        is_sent = id_ in shared.applications
        for path in held_assets(library_for(shared, id_)) if is_sent else ():
            content = assets.get(path, b"")
            for mention in sorted(names.in_file(path, content, is_authored=True)):
                if mention.is_sure and mention.name not in passed[id_]:
                    whose = f"whose dossier `{mention.dossier}` is private"
                    yield _told(path, id_, f"recipients would read `{mention.name}`, {whose}")
            for _, words in sentences(_text(path, content)) if private else ():
                if others := private.get(key_of(words), frozenset()) - {id_}:
                    kept = f"what stands privately in {of_dossier(others)}"
                    yield _told(path, id_, f"recipients would read {kept}")


def _text(path: str, content: bytes) -> str:
    try:
        return "\n\n".join(text for where, text in layers(path, content) if where != LETTERS)
    except UnreadableTextError:
        return ""


def _told(path: str, application: str, message: str) -> Crossing:
    problem = Problem("other-dossier", Place(f"content/{path}"), message, _HINT)
    return Crossing(problem, frozenset({application}))
