"""A résumé in Markdown or plain text to a profile, projects and records.

What has no field stays as it is written, on a private page below the heading it had.
"""

from __future__ import annotations

from collections.abc import Callable

from dossier.importing.abilities import read_languages, read_listed, read_skills
from dossier.importing.asides import is_aside
from dossier.importing.beginnings import read_beginning
from dossier.importing.contact import read_contact, read_relocation
from dossier.importing.credentials import is_of_credentials, read_awards, read_certificates
from dossier.importing.draft import NAMELESS, Draft, Part, Values
from dossier.importing.entries import goes_on, heads_job, heads_study, join_left, split_entries
from dossier.importing.figures import Records
from dossier.importing.job_orders import beside, own_or_employed, read_orders
from dossier.importing.jobs import (
    Head,
    employer_alone,
    placed,
    read_job,
)
from dossier.importing.listed_parts import given_by
from dossier.importing.other_parts import OTHER, read_other
from dossier.importing.outline import Heading, fold_title
from dossier.importing.own_account import (
    head_line,
    on_own_account,
    unread_lines,
    unread_remark,
)
from dossier.importing.profile_entries import add_entry, prose_of_job
from dossier.importing.publications import read_publications
from dossier.importing.qualifications import read_qualification, read_qualifications
from dossier.importing.resume_projects import read_projects
from dossier.importing.section_names import all_headings, held_in, is_heading, section_of
from dossier.importing.strays import paragraphs_apart
from dossier.importing.studies import begins_with_school, is_study, read_study
from dossier.importing.tables import Item, items, without_lines
from dossier.importing.values import find_span, plain_line
from dossier.importing.words import Copied
from dossier.load.front_matter import split
from dossier.match.priorities import sentences_of
from dossier.model.base import shape
from dossier.model.evidence import EvidenceKind
from dossier.model.profile import Education, Employment, Profile
from dossier.plain.patterns import pattern


def read_resume(text: str) -> Draft:
    """Return what a résumé becomes."""
    draft, records = Draft("résumé", text), Records()
    source, problem = split("", text)
    body = text
    if source.yaml and not problem:
        body = "\n".join(text.split("\n")[source.body_line :])
        draft.keep(Copied("Front matter"), "\n".join(f"    {x}" for x in source.yaml.split("\n")))
    lines = body.split("\n")
    found = all_headings(body)
    level = min((h.level for h in found if h.level and is_heading(h.title)), default=2)
    title = next((h for h in found if h.level), None)
    is_named = title is not None and not is_heading(title.title) and title.level <= level
    starts = [h for h in found if h.level == 0 or h.level <= level or is_heading(h.title)]
    for heading, after in zip(starts, [*starts[1:], None], strict=True):
        below = "\n".join(lines[heading.start : after.line if after else len(lines)])
        if heading.level == 0 or (is_named and heading is title):
            read_beginning(draft, heading, below)
        else:
            _section(draft, records, heading, below)
    if "name" not in draft.profile:
        draft.profile["name"] = Copied(NAMELESS)
        draft.remarks.append("the input names nobody: `name` of the profile is yours to write")
    draft.profile = {key: draft.profile[key] for key in shape(Profile) if key in draft.profile}
    records.put_into(draft)
    return draft


def _section(draft: Draft, records: Records, heading: Heading, text: str) -> None:
    name = held_in(heading.title, text)
    if name == "contact":
        text = read_contact(draft, text)
        if not text.strip():
            draft.read_as(heading.title, "contact")
            return
    elif name == "work":
        text = _jobs(draft, records, text)
    elif name == "education":
        text = _entries(draft, records, read_qualifications(draft, text), _any_study, heads_study)
    elif name in ("projects", "credentials"):
        read = read_projects if name == "projects" else _credentials
        text = read(draft, records, text)
    elif name == "skills":
        text = read_skills(draft, text, heading.title)
    elif name in _WHOLE:
        text = _WHOLE[name](draft, text)
    else:
        text = _anything(draft, records, heading.title, text)
    if text.strip():
        draft.parts.append(Part(heading.title, text.strip("\n")))
    else:
        draft.read_as(heading.title, name or "a section")


def _anything(draft: Draft, records: Records, title: str, text: str) -> str:
    if section_of(title) is None:
        text = read_other(draft, text)
    if section_of(title) is None and fold_title(title) not in OTHER:
        text = read_listed(draft, text, title)
    for item in items(text):
        if not is_aside(item.text):
            records.add(item.text.split("\n")[0], EvidenceKind.EMPLOYMENT)
    return text


_WHOLE = {
    "awards": read_awards,
    "certificates": read_certificates,
    "languages": read_languages,
    "publications": read_publications,
    "relocation": read_relocation,
    "spoken": read_other,
}
"""Sections that take lists of one kind."""
_TABLE_HEAD = pattern(r"\|[^\n]*\|\s*\n\|[\s:|-]+\|")
Reader = Callable[[Draft, Records, list[str], str, str], str]
"""Reads the head and the rest of an entry; the last text is the employer told above."""


def _jobs(draft: Draft, records: Records, text: str) -> str:
    """Read jobs, the head of each beside the others, and note what no words tell."""
    entries = list(split_entries(text, heads_job, goes_on=goes_on))
    heads = [head for head, _ in entries if head]
    beginning = "\n".join(rest for head, rest in entries if not head)
    home = str(draft.profile.get("location", "")).partition(",")[0]
    orders = {tuple(h): o for h, o in zip(heads, read_orders(heads, [home]), strict=True)}
    unread = unread_lines(beginning)

    def read(draft: Draft, records: Records, head: list[str], rest: str, employer: str) -> str:
        order = orders[tuple(head)]
        own, is_sure = (None, False) if employer else on_own_account(head)
        found = own or placed(beside(read_job(head, employer), order, head, employer))
        if not found and find_span(" ".join(head)):
            unread.append(head_line(head))
        left = _job(draft, records, (head, rest), employer, found)
        if own and not is_sure:
            order = own_or_employed(own.values, order)
        if found and order and not order.is_sure and not employer and not is_sure:
            draft.guesses.append((draft.profile["work"][-1], order))
        return left

    left = _entries(draft, records, text, read)
    if head := _TABLE_HEAD.fullmatch(left.strip()):
        draft.read_as(head[0], "the order of jobs")
        left = ""
    if unread:
        draft.remarks.append(unread_remark(unread))
    return left


def _entries(
    draft: Draft,
    records: Records,
    text: str,
    read: Reader,
    heads: Callable[[str], bool] = heads_job,
) -> str:
    """Read the entries of a section, and return what is left of them."""
    left: list[str] = []
    employer, depth = "", 7
    entries = list(split_entries(text, heads, goes_on=goes_on))
    draft.apart += paragraphs_apart([rest for head, rest in entries if head])
    for (head, rest), (after, _) in zip(entries, [*entries[1:], ([], "")], strict=True):
        if not head:
            left.append(rest)
            continue
        level = _level(head[0])
        alone = employer_alone(head)
        is_above = bool(after) and level < _level(after[0])
        is_above = is_above or not find_span(" ".join(head))
        if alone and is_above and not rest.strip() and level < 7 and heads is heads_job:  # noqa: PLR2004 - no heading
            employer, depth = alone, level
            left.append("\n".join(head))
            continue
        told = employer if level > depth else ""
        left.append(read(draft, records, head, rest, told))
    return join_left(left)


def _level(line: str) -> int:
    marks = len(line) - len(line.lstrip("#"))
    return marks or 7


def _job(
    draft: Draft, records: Records, lines: tuple[list[str], str], employer: str, found: Head | None
) -> str:
    head, rest = lines
    points = items(rest)
    prose = prose_of_job(without_lines(rest, {n for p in points for n in range(p.line, p.end)}))
    for said in (*(point.text.split("\n")[0] for point in points), *sentences_of(prose)):
        records.add(said, EvidenceKind.EMPLOYMENT)
    if found is None:
        return "\n".join([*head, rest])
    told = found.values.get("employer", "")
    entry: Values = {**found.values, "employer": Copied(told) if told == employer else told}
    return add_entry(draft, Employment, entry, found, (head, rest))


def _study(draft: Draft, records: Records, head: list[str], rest: str, _: str) -> str:
    found = read_study(head)
    for item in items(rest):
        records.add(item.text.split("\n")[0], EvidenceKind.CREDENTIAL)
    if found is None:
        return "\n".join([*head, rest])
    return add_entry(draft, Education, dict(found.values), found, (head, rest))


def _any_study(draft: Draft, records: Records, head: list[str], rest: str, employer: str) -> str:
    """Read a study where nothing else stands, whatever it is called."""
    found = read_qualification(head) if read_study(head) is None else None
    if found is None:
        return _study(draft, records, head, rest, employer)
    return add_entry(draft, Education, dict(found.values), found, (head, rest))


def _credentials(draft: Draft, records: Records, text: str) -> str:
    """Read a list of studies and certificates, each item by what it says."""
    found = [item for item in items(text) if "\n" not in item.text]
    if not found and is_of_credentials(text):
        lines = enumerate(text.split("\n"))
        found = [Item(line.strip(), "", n, n + 1) for n, line in lines if line.strip()]
    if not found:
        return read_certificates(draft, _entries(draft, records, text, _study, heads_study))
    left: list[str] = []
    for item in found:
        if given_by(plain_line(item.text) or ""):
            continue
        if is_study(item.text):
            left.append(_study(draft, records, [item.text], "", ""))
            draft.read_as(item.mark, "the order of studies")
        elif begins_with_school(item.text):
            left.append(f"{item.mark} {item.text}".strip())
        else:
            continue
        text = "\n".join(
            "" if n in range(item.line, item.end) else line
            for n, line in enumerate(text.split("\n"))
        )
    return join_left([*left, read_certificates(draft, text)])
