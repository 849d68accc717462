"""The public view to the private names in it: companies whose dossiers are not open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from dossier.audience import Audience
from dossier.library import Library
from dossier.problems import Place, Problem
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


def find_names(
    private: Library, public: Library, site: SiteFiles, allowed: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield a problem for each file of the public view that holds a private name.

    Whole words, in any case. What `allowed` names is passed over.
    """
    folded = {name.casefold() for name in allowed}
    for name, entry_id in sorted(private_names(private).items()):
        if name.casefold() in folded:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        found = {place for text, place in _texts(public, site, pattern) if pattern.search(text)}
        for place in sorted(found):
            message = f"the public view names `{name}`, whose dossier `{entry_id}` is private"
            hint = (
                "take the name out, or allow it in mkdocs.yml: "
                f"extra: {{dossier: {{allow_names: [{{name: {name}, reason: …}}]}}}}"
            )
            yield Problem("name-private", place, message, hint)


def _texts(
    public: Library, site: SiteFiles, pattern: re.Pattern[str]
) -> Iterator[tuple[str, Place]]:
    """Yield what is published, with the place in the author's files where the name stands."""
    sources = {entry.source.file: entry.source for entry in public.records.values()}
    sources |= {entry.source.file: entry.source for entry in public.projects.values()}
    sources |= {entry.source.file: entry.source for entry in public.pages.values()}
    sources |= {entry.source.file: entry.source for entry in public.applications.values()}
    if public.profile:
        sources[public.profile.source.file] = public.profile.source
    for page in site.pages:
        text = _published(page)
        if not pattern.search(text):
            continue
        blamed = False
        for source in sources.values():
            for number, line in enumerate(source.text.split("\n"), start=1):
                found = pattern.search(line)
                if found:
                    blamed = True
                    yield text, Place(source.file, number, found.start() + 1)
        if not blamed:
            yield text, Place(f"content/{page.path}")
    for asset in site.assets:
        yield asset.replace("-", " ").replace("_", " "), Place(f"content/{asset}")
        yield asset, Place(f"content/{asset}")


def _published(page: Page | AuthorPage) -> str:
    if isinstance(page, Page):
        parts: list[str] = [page.html]
    else:
        parts = [page.markdown, *page.holes, page.before, page.after]
    text = " ".join([page.title, page.description, *map(str, parts)])
    return f"{text} {unescape(_TAG.sub('', text))}"
