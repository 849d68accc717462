"""JSON Resume (https://jsonresume.org, schema 1.3.1) to a profile, projects and records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from dossier.importing.asides import is_aside
from dossier.importing.draft import NAMELESS, Draft, ProjectDraft, Values, has_field
from dossier.importing.figures import Records
from dossier.importing.ids import new_id
from dossier.importing.own_account import own_account, unread_remark
from dossier.importing.structured import Raw, given_words, spell, take_entry, write_down
from dossier.importing.structured_fields import (
    AWARDS,
    BASICS,
    CERTIFICATES,
    EDUCATION,
    LANGUAGES,
    PLACE,
    PROJECT,
    PUBLICATIONS,
    SKILLS,
    WORK,
    Keys,
)
from dossier.importing.values import find_link
from dossier.importing.words import Copied
from dossier.model.base import Entry, shape
from dossier.model.evidence import EvidenceKind
from dossier.model.profile import (
    Award,
    Certificate,
    Education,
    Employment,
    Profile,
    Publication,
    SkillGroup,
    SpokenLanguage,
)
from dossier.model.project import Project

LISTS: dict[str, tuple[Keys, type[Entry]]] = {
    "skills": (SKILLS, SkillGroup),
    "languages": (LANGUAGES, SpokenLanguage),
    "publications": (PUBLICATIONS, Publication),
    "certificates": (CERTIFICATES, Certificate),
    "awards": (AWARDS, Award),
}
"""Lists of a profile, each with the keys of its entries."""
KINDS = {
    "publications": EvidenceKind.PUBLICATION,
    "certificates": EvidenceKind.CREDENTIAL,
    "awards": EvidenceKind.CREDENTIAL,
    "volunteer": EvidenceKind.EMPLOYMENT,
}
"""What a figure rests on, by the section it stands in."""


def read_json_resume(raw: Raw) -> Draft:
    """Return what a résumé in JSON Resume's form becomes."""
    draft = Draft("résumé", given_words(raw))
    records = Records()
    _basics(draft, raw.get("basics"))
    add_entries(draft, records, "work", raw.get("work"))
    add_entries(draft, records, "education", raw.get("education"))
    add_projects(draft, records, "projects", raw.get("projects"))
    for key in LISTS:
        add_list(draft, key, raw.get(key))
    done = {"basics", "work", "education", "projects", *LISTS}
    for key, value in raw.items():
        if key not in done:
            write_down(draft, key, value)
        if key not in done or key in KINDS:
            for text in (text for text in _texts(value) if not is_aside(text)):
                records.add(text, KINDS.get(key, EvidenceKind.EMPLOYMENT))
    records.put_into(draft)
    return draft


def add_list(draft: Draft, section: str, entries: object) -> None:
    """Add skills, languages and the like; what has no field is written down."""
    keys, model = LISTS[section]
    left = []
    for raw in entries if isinstance(entries, list) else [entries]:
        taken: Values = {}
        rest = raw
        if isinstance(raw, dict) and has_field(Profile, section):
            taken, rest = take_entry(draft, raw, keys, model)
        if taken:
            draft.profile.setdefault(section, []).append(taken)
            label = str(next(iter(taken.values())))
            write_down(draft, section, rest, label=label if rest else "")
        elif rest:
            left.append(rest)
    if left:
        write_down(draft, section, left)


def _texts(value: Any) -> list[str]:  # noqa: ANN401 - any plain value
    """Return the summaries and highlights of the entries of a section."""
    found = []
    for entry in value if isinstance(value, list) else ():
        if isinstance(entry, dict):
            summary = entry.get("summary")
            found += [summary] if isinstance(summary, str) else []
            found += texts_of_list(entry.get("highlights"))
    return found


def texts_of_list(value: object) -> list[str]:
    """Return the texts of a list, if it is one."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _basics(draft: Draft, basics: object) -> None:
    if not isinstance(basics, dict):
        fill_profile(draft, {}, [])
        write_down(draft, "basics", basics)
        return
    links: list[Values] = []
    rest = dict(basics)
    add_link(links, rest, "url", "")
    profiles = rest.pop("profiles", None)
    left = []
    for profile in profiles if isinstance(profiles, list) else [profiles]:
        if isinstance(profile, dict):
            network = profile.get("network")
            profile = dict(profile)  # noqa: PLW2901 - what is left of it
            if add_link(links, profile, "url", network if isinstance(network, str) else ""):
                profile.pop("network", None)
        left += [profile] if profile else []
    location = rest.get("location")
    if isinstance(location, dict):
        place = [spell(location[key]) for key in PLACE if location.get(key)]
        rest["location"] = {key: v for key, v in location.items() if key not in PLACE}
        if place:
            draft.profile["location"] = ", ".join(place)
    fill_profile(draft, rest, links)
    if left:
        rest["profiles"] = left
    write_down(draft, "basics", {k: v for k, v in rest.items() if v})


def fill_profile(draft: Draft, rest: Raw, links: list[Values]) -> None:
    """Put a person's own fields into the profile, and take them out of what is left."""
    # Without a name nothing of a profile is right, and none is invented.
    is_named = isinstance(name := rest.get("name"), str) and bool(name.strip())
    named = rest if is_named else {**rest, "name": NAMELESS}
    taken, left = take_entry(draft, named, BASICS, Profile)
    if not is_named:
        write_down(draft, "name", name)  # What names nobody says something all the same.
        taken["name"] = Copied(NAMELESS)
        draft.remarks.append("the input names nobody: `name` of the profile is yours to write")
    location = draft.profile.get("location")
    draft.profile = {**taken, **draft.profile}
    if links:
        draft.profile["links"] = links
    if location:
        draft.profile["location"] = location
    order = ("name", "headline", "links", "location", "email", "phone")
    known = {key: draft.profile[key] for key in order if key in draft.profile}
    draft.profile = {**known, **draft.profile}
    rest.clear()
    rest.update(left)


def add_link(links: list[Values], rest: Raw, key: str, label: str) -> bool:
    """Make a link of an address, labelled by its host if nothing else says what it is."""
    address = rest.get(key)
    found = find_link(address) if isinstance(address, str) else None
    if found is None or found[1] or found[0] != str(address).strip():
        return False
    del rest[key]
    host = Copied(found[0].partition("://")[2].partition("/")[0].removeprefix("www."))
    links.append({"label": label or host, "url": found[0]})
    return True


def add_entries(draft: Draft, records: Records, section: str, entries: object) -> None:
    """Add jobs or studies; what has no field is written down below the job's own words."""
    is_work = section == "work"
    keys, model = (WORK, Employment) if is_work else (EDUCATION, Education)
    label_of: Callable[[Values], str] = _job if is_work else _study
    if not isinstance(entries, list):
        write_down(draft, section, entries)
        return
    unread: list[str] = []
    for raw in entries:
        if not isinstance(raw, dict):
            write_down(draft, section, [raw])
            continue
        taken, rest = take_entry(draft, raw, keys, model)
        if is_work and not taken:
            taken, rest = _job_without_employer(draft, raw)
            named = (raw[key] for key in ("position", "startDate", "endDate") if raw.get(key))
            unread += [] if taken else [" ".join(map(spell, named))]
        if taken:
            draft.profile.setdefault(section, []).append(taken)
        kind = EvidenceKind.EMPLOYMENT if is_work else EvidenceKind.CREDENTIAL
        summary = raw.get("summary")
        for text in [
            *([summary] if isinstance(summary, str) else []),
            *texts_of_list(raw.get("highlights")),
        ]:
            records.add(text, kind)
        write_down(draft, section, rest, label=label_of(taken))
    if unread := [each for each in unread if each]:
        draft.remarks.append(unread_remark(unread))


def _job_without_employer(draft: Draft, raw: Raw) -> tuple[Values, Raw]:
    """Return a job whose title says that nobody employed one, and what is left of it."""
    own = own_account(" ".join(str(raw.get("position") or "").split()))
    named = {**raw, "name": own["employer"]} if "title" in own else raw
    taken, rest = take_entry(draft, named, WORK, Employment)
    job = {**taken, **own} if "title" in own and taken else {}
    return {key: job[key] for key in shape(Employment) if key in job}, rest


def _job(taken: Values) -> str:
    return ", ".join(str(taken[key]) for key in ("title", "employer") if key in taken)


def _study(taken: Values) -> str:
    return ", ".join(str(taken[key]) for key in ("degree", "field", "institution") if key in taken)


def add_projects(draft: Draft, records: Records, section: str, entries: object) -> None:
    """Make a project of each entry that has a name."""
    left = []
    for raw in entries if isinstance(entries, list) else [entries]:
        name = raw.get("name") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or not isinstance(name, str) or not name.strip():
            left += [raw] if raw else []
            continue
        rest = dict(raw)
        links: list[Values] = []
        found = find_link(name)
        if found and found[1]:
            rest["name"] = found[1]
            links.append({"label": Copied(found[1]), "url": found[0]})
        add_link(links, rest, "url", "")
        taken, rest = take_entry(draft, rest, PROJECT, Project)
        if not taken:
            left.append(raw)
            continue
        project_id = new_id(taken["title"], {*draft.projects, "index"}, other="project")
        if links:
            taken["links"] = links
        points = texts_of_list(rest.get("highlights"))
        if points and len(points) == len(rest["highlights"]):
            del rest["highlights"]
        else:
            points = []
        body = "\n".join(f"- {_joined(point)}" for point in points)
        draft.projects[project_id] = ProjectDraft({**taken, "audience": Copied("private")}, body)
        kind = EvidenceKind.CODE if links else EvidenceKind.EMPLOYMENT
        for text in [str(taken.get("line", "")), *points]:
            records.add(text, kind, project=str(project_id))
        write_down(draft, section, rest, label=str(taken["title"]))
    if left:
        write_down(draft, section, left)


def _joined(text: str) -> str:
    """Indent the lines that go on, so that they belong to their item."""
    return "\n  ".join(line.rstrip() for line in text.strip().split("\n"))
