"""The public view to the private names in it: companies whose dossiers are not open."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from html import unescape

from pydantic import BaseModel

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import Library
from dossier.plain.problems import Place, Problem
from dossier.render.page import AuthorPage, Page
from dossier.render.site import SiteFiles

_TAG = re.compile(r"<[^>]*>")


def private_names(library: Library) -> Mapping[str, str]:
    """Return the names of the dossiers that are not open, aliases too, with the dossiers' ids."""
    names: dict[str, str] = {}
    for entry in library.applications.values():
        if entry.application.audience is not Audience.PUBLIC:
            for name in (entry.application.company, *entry.application.aliases):
                names.setdefault(name, entry.id)
    return names


def name_pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name in folded text: whole words, whatever stands between them."""
    words = r"[\W_]+".join(map(re.escape, folded(name).split()))
    return re.compile(rf"(?<![^\W_]){words}(?![^\W_])")


def find_names(
    private: Library, public: Library, site: SiteFiles, allowed: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each file of the public view that holds a private name.

    Whole words, in any case, whatever stands between them: a line end, the hyphens of an address.
    What `allowed` names is passed over.
    """
    passed = {folded(name) for name in allowed}
    published = [(page.path, _published(page)) for page in site.pages]
    published += [(asset, folded(asset)) for asset in site.assets]
    sources = seen_texts(public)
    for name, entry_id in sorted(private_names(private).items()):
        if folded(name) in passed:
            continue
        pattern = name_pattern(name)
        named = [path for path, text in published if pattern.search(text)]
        guilty = [source for source, seen in sources if named and pattern.search(seen)]
        blamed = {place for source in guilty for place in _places(source, pattern)}
        for place in sorted(blamed or {Place(f"content/{path}") for path in named}):
            message = f"the public view names `{name}`, whose dossier `{entry_id}` is private"
            hint = (
                "take the name out, or allow it in mkdocs.yml: "
                f"extra: {{dossier: {{allow_names: [{{name: {name}, reason: …}}]}}}}"
            )
            yield Problem("name-private", place, message, hint)


def seen_texts(public: Library) -> list[tuple[Document, str]]:
    """Return the files that a view is made of, each with what is seen of it, folded."""
    seen: dict[str, tuple[Document, str]] = {}

    def add(source: Document, model: BaseModel, prose: str) -> None:
        before = seen.get(source.file, (source, ""))[1]
        visible = json.dumps(model.model_dump(mode="json"), ensure_ascii=False)
        seen[source.file] = (source, f"{before} {folded(visible)} {folded(prose)}")

    if public.profile:
        add(public.profile.source, public.profile.profile, "")
    for record in public.records.values():
        add(record.source, record.record, "")
    for project in public.projects.values():
        add(project.source, project.project, project.source.body)
    for page in public.pages.values():
        add(page.source, page.page, page.source.body)
    for entry in public.applications.values():
        prose = " ".join(f"{section.title} {section.text}" for section in entry.sections)
        add(entry.source, entry.application, prose)
    return list(seen.values())


def _places(source: Document, pattern: re.Pattern[str]) -> Iterator[Place]:
    """Yield where a name stands in a file; a name that goes on is where it begins."""
    lines = source.text.split("\n")
    for number, line in enumerate(lines, start=1):
        here = folded(line)
        found = pattern.search(here)
        if not found and number < len(lines):
            found = pattern.search(f"{here}\n{folded(lines[number])}")
            found = found if found and found.start() < len(here) < found.end() else None
        if found:
            yield Place(source.file, number, found.start() + 1)


def _published(page: Page | AuthorPage) -> str:
    if isinstance(page, Page):
        parts: list[object] = [page.html]
    else:
        parts = [page.markdown, *page.holes, page.before, page.after, *page.meta.values()]
    parts += [page.preview.facts, page.preview.card]
    text = " ".join([page.path, page.title, page.description, *map(str, parts)])
    return folded(f"{unescape(text)} {unescape(_TAG.sub('', text))}")


def folded(text: str) -> str:
    """Return a text without differences of case or of how accents are written."""
    return unicodedata.normalize("NFC", text).casefold()
