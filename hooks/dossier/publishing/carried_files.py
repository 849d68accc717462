"""The files that a recipient's page holds to what is not the recipient's in them.

A résumé, a drawing, a paper that is linked: they are read by nobody on the way, and told their
own. What cannot be read as text is a thing of its own, which `asset-unreadable` tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from dossier.match.recipient import library_for
from dossier.model.library import Library
from dossier.plain.packed import LETTERS, UnreadableTextError
from dossier.plain.problems import Place, Problem, warning
from dossier.plain.visible_text import layers
from dossier.prose.asset_targets import held_assets
from dossier.publishing.crossing import Crossing
from dossier.publishing.other_dossiers import passing, problem_of_name
from dossier.publishing.private_names import PrivateNames
from dossier.publishing.private_sentences import PrivateSentences
from dossier.publishing.read_dossier import ReadDossier, key_of
from dossier.publishing.sentences import sayings

_ANEW = "make the file anew without it, or take it out of what recipients read"


def find_carried(
    names: PrivateNames,
    private: PrivateSentences,
    libraries: tuple[Library, Library],
    read: Iterable[ReadDossier],
    assets: Mapping[str, bytes],
) -> Iterator[Crossing]:
    """Yield what is not theirs in the files that each dossier's recipients are sent.

    `libraries` are the author's, and what recipients may see; `assets` are the files by their
    path, `read` all dossiers.
    """
    library, shared = libraries
    read = tuple(read)
    passed = passing(names, library, read)
    for each in read:
        id_ = each.entry.id
        is_sent = id_ in shared.applications
        for path in held_assets(library_for(shared, id_)) if is_sent else ():
            content = assets.get(path, b"")
            text, where = _text(path, content), Place(f"content/{path}")
            mentions = names.in_file(path, content, is_authored=True)
            found = [problem_of_name(m, text, where) for m in mentions if m.name not in passed[id_]]
            found += _sentences(private, each, text, where)
            for problem in found:
                hint = "; or ".join(filter(None, (_ANEW, problem.hint)))
                yield Crossing(replace(problem, hint=hint), frozenset({id_}))


def _sentences(
    private: PrivateSentences, read: ReadDossier, text: str, where: Place
) -> Iterator[Problem]:
    for _, words in sayings(text):
        if found := private.kept_from(key_of(words), read):
            code, kept = found
            message = f"recipients would read what stands privately in {kept.whose}"
            # A résumé says what its leftovers say, and in a file nothing can be allowed in place.
            is_note = code == "other-dossier"
            yield Problem(code, where, message) if is_note else warning(code, where, message)


def _text(path: str, content: bytes) -> str:
    try:
        return "\n\n".join(text for where, text in layers(path, content) if where != LETTERS)
    except UnreadableTextError:
        return ""
