"""The site of `corpus/` as values: read once, changed at will, written where a build finds it.

What is whose stands here as tables of its own, so that no test asks the code under test.
"""

import copy
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dossier.model.application import Application
from dossier.model.base import Entry
from dossier.model.evidence import EvidenceFile
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project

FOLDER = Path(__file__).parent / "corpus"
PUBLIC = "public"
"""The viewer that is nobody in particular. Any other viewer is the id of a dossier."""
SHARES = ("beta", "gamma", "open")
OPEN_DOSSIERS = frozenset({"open"})
CITED = {"beta": {"seen"}, "gamma": set[str](), "open": set[str]()}
"""The shared records that each dossier cites. Public ones are everybody's."""
_LONG_AGO = 10**9
SHARED_SECTIONS = ("Pitch", "Why ", "Opened ")


class _Plain(yaml.CSafeDumper):
    """Spells equal values twice."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - of none
        """Return True: no value is told by a mark."""
        return True


@dataclass(slots=True)
class Document:
    """A file of texts: front matter, or YAML alone, and prose in sections."""

    model: type[Entry]
    front: dict[str, Any]
    sections: list[str] | None
    """Each with its heading, the first without one; None for a file without prose."""

    def text(self) -> str:
        """Spell the file."""
        # A file with an alias is refused as a whole, and then its author's mistake is seen.
        front = yaml.dump(
            self.front, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=10_000
        )
        return front if self.sections is None else f"---\n{front}---\n{''.join(self.sections)}"


@dataclass(slots=True)
class State:
    """A whole site, and what surrounds it."""

    documents: dict[str, Document] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    touched: dict[str, int] = field(default_factory=dict)
    """When files were last changed, in seconds."""
    commits: list[str] = field(default_factory=list)

    def copy(self) -> "State":
        """Return another that can be changed alone."""
        return copy.deepcopy(self)

    def content(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file below `content/`."""
        yield from ((name, found.text().encode()) for name, found in self.documents.items())
        yield from self.files.items()

    def write(self, root: Path) -> None:
        """Put the site in place of the one before."""
        content = root / "content"
        shutil.rmtree(content, ignore_errors=True)
        for name, raw in self.content():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
            when = self.touched.get(name, _LONG_AGO)
            os.utime(path, (when, when))
        for message in self.commits:
            _git(root, "commit", "--quiet", "--allow-empty", "--message", message)


def begin_repository(root: Path) -> None:
    """Make a folder a repository with a commit."""
    _git(root, "init", "--quiet")
    _git(root, "commit", "--quiet", "--allow-empty", "--message", "first")


def _git(root: Path, *arguments: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def model_of(name: str) -> type[Entry] | None:
    """Return what a file of `content/` holds."""
    first = name.partition("/")[0]
    if first in ("assets", "proofs", "guardrails.yml", "evidence.lock", "verified.json") or (
        first == "applications" and "/index.md" not in name
    ):
        return None
    kinds: dict[str, type[Entry]] = {
        "profile.yml": Profile,
        "evidence": EvidenceFile,
        "projects": Project,
    }
    return Application if first == "applications" else kinds.get(first, FreePage)


def read() -> State:
    """Return the site as it stands on disk."""
    state = State()
    for path in sorted(FOLDER.rglob("*")):
        if path.is_file():
            name = path.relative_to(FOLDER).as_posix()
            model = model_of(name)
            if model is None:
                state.files[name] = path.read_bytes()
            else:
                state.documents[name] = _document(model, path.read_text(encoding="utf-8"))
    return state


def _document(model: type[Entry], text: str) -> Document:
    if not text.startswith("---\n"):
        return Document(model, yaml.safe_load(text), None)
    front, prose = text.removeprefix("---\n").split("---\n", 1)
    parts = prose.split("\n## ")
    sections = [f"{parts[0]}\n", *(f"## {part}\n" for part in parts[1:])]
    return Document(model, yaml.safe_load(front), sections)


def is_seen(audience: object, viewer: str) -> bool:
    """Whether a viewer may see what states an audience."""
    return audience == "public" or (audience == "shared" and viewer != PUBLIC)
