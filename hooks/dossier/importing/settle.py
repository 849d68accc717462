"""What an input becomes beside what is there already: a profile and projects are the author's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dossier.importing.asides import drop_asides
from dossier.importing.draft import Draft, Part
from dossier.importing.files import files_of, says_the_same, schema_line
from dossier.importing.inert import Known
from dossier.importing.words import Copied, counted, words


def settle(draft: Draft, content: Path, is_known: Known) -> None:
    """Keep on the private page what would go to a profile or project that is somebody's already.

    Of lines that are kept private no record is made.
    """
    drop_asides(draft)
    if draft.application is not None:
        return
    taken = {
        name: text
        for name, text in files_of(draft, is_known).items()
        if name.startswith(("profile.yml", "projects/")) and _differs(content / name, text)
    }
    for name, text in taken.items():
        if name == "profile.yml":
            values: Iterable[object] = [draft.profile]
            draft.profile = {}
        else:
            project = draft.projects.pop(name.removeprefix("projects/").removesuffix(".md"))
            values = [project.values, project.body]
        _keep(draft, name, text.replace(schema_line(name), ""), values)
        draft.remarks.append(
            f"content/{name} is there already and stays as it is: what would go there is in "
            f"content/imported/{draft.id}.md, for you to take over"
        )


def _differs(path: Path, text: str) -> bool:
    is_there = path.exists() or path.is_symlink()
    return is_there and not says_the_same(path, text)


def _keep(draft: Draft, name: str, text: str, values: Iterable[object]) -> None:
    """Keep a file's text in a block of code. Keys, ids and copies in it are not counted."""
    ours = Counter(words(text)) - counted(values)
    draft.copies.append(" ".join(ours.elements()))
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    kind = "yaml" if name.endswith(".yml") else "markdown"
    draft.copies.append(kind)
    block = f"{fence}{kind}\n{text.rstrip()}\n{fence}"
    draft.parts.insert(0, Part(Copied(f"For content/{name}"), block))
