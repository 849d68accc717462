"""A RenderCV file (https://rendercv.com) to a profile, projects and records."""

from __future__ import annotations

from dossier.importing.asides import is_aside
from dossier.importing.draft import Draft, Values
from dossier.importing.figures import Records
from dossier.importing.json_resume import (
    add_entries,
    add_link,
    add_list,
    add_projects,
    fill_profile,
    texts_of_list,
)
from dossier.importing.section_names import section_of
from dossier.importing.structured import Raw, given_words, write_down
from dossier.importing.structured_fields import KNOWN_KEYS
from dossier.importing.words import Copied
from dossier.model.evidence import EvidenceKind

TITLED = ("languages", "certificates", "awards")
"""Sections that are told by their titles alone: their entries are as those of others."""


def read_rendercv(raw: Raw, comments: str) -> Draft:
    """Return what a RenderCV file becomes. `comments` are those of its YAML."""
    draft = Draft("résumé", f"{given_words(raw)}\n{comments}")
    records = Records()
    rest = dict(raw["cv"])
    sections = rest.pop("sections", None)
    links: list[Values] = []
    add_link(links, rest, "website", "")
    location = rest.pop("location", None)
    if isinstance(location, str) and location.strip():
        draft.profile["location"] = " ".join(location.split())
    fill_profile(draft, rest, links)
    write_down(draft, "cv", {key: value for key, value in rest.items() if value})
    for title, entries in sections.items() if isinstance(sections, dict) else ():
        _section(draft, records, title, entries)
    if sections and not isinstance(sections, dict):
        write_down(draft, "sections", sections)
    for key, value in raw.items():
        if key != "cv":
            write_down(draft, key, value)
    draft.keep(Copied("Comments"), comments)
    records.put_into(draft)
    return draft


def _section(draft: Draft, records: Records, title: str, entries: object) -> None:
    """Read a section by the keys of its entries; its title is its author's."""
    first = entries[0] if isinstance(entries, list) and entries else None
    keys = first.keys() if isinstance(first, dict) else set()
    if {"company", "position"} & keys:
        add_entries(draft, records, "work", entries)
    elif {"institution", "area"} & keys:
        add_entries(draft, records, "education", entries)
    elif "name" in keys and "highlights" in keys:
        add_projects(draft, records, "projects", entries)
    elif title.casefold() in TITLED and {"label", "name"} & keys:
        add_list(draft, title.casefold(), entries)
    elif {"label", "details"} <= keys and section_of(title) == "skills":
        add_list(draft, "skills", entries)
    elif {"title", "authors"} <= keys:
        add_list(draft, "publications", entries)
    else:
        write_down(draft, title, entries)
        for text in (text for text in texts_of_list(entries) if not is_aside(text)):
            records.add(text, EvidenceKind.EMPLOYMENT)
        return
    if title not in KNOWN_KEYS:
        draft.read_as(title, "a section of the résumé")
