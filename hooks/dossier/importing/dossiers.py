"""A dossier as people write it in Markdown to the fields and sections of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from dossier.importing.draft import Draft, Part, Values
from dossier.importing.fields import ROLES, SECTIONS
from dossier.importing.ids import make_id, new_role_id
from dossier.importing.outline import Heading, fold_title, headings
from dossier.importing.prepared import read_questions
from dossier.importing.roles import take, take_facts
from dossier.importing.rows import take_gaps, take_rows, tie_gaps
from dossier.importing.tables import Fact
from dossier.importing.titles import read_title
from dossier.importing.words import Copied
from dossier.load.front_matter import split
from dossier.plain.patterns import pattern
from dossier.plain.yaml import construct
from dossier.prose.sections import SHARED, known_section

_APART = pattern(r"\s*(?::|\s[\u2014\u2013-])\s+")
_BRACKETS = pattern(r"(.+?)\s*\((.+)\)\s*")
_DEEPEST = 6
"""The deepest heading of Markdown; a bold line is deeper."""
_OPTIONS = pattern(r"\s*\{([^{}]*)\}\s*$")


def _asks(title: str) -> bool:
    text = title.strip("*_: ")
    return text.endswith("?") or text[:1] in ('"', "\u201c", "\u00ab")


def section_named(title: str, company: str = "") -> str | None:
    """Return the known section that a heading names, numbers and signs aside."""
    folded = fold_title(title)
    company = company.rstrip(". ")  # as a heading is folded
    names = [company] if company else []
    bare = re.sub(r"\s*[(\[][^()\[\]]*[)\]]$", "", folded)
    if company:
        bare = re.sub(rf"(?<!\w)(?:at |for )?{re.escape(company.casefold())}(?!\w)", "", bare)
    return known_section(folded, names) or SECTIONS.get(" ".join(bare.split()).strip(" :?!."))


def role_named(title: str) -> str | None:
    """Return what a heading says of a role beside that it is one; None if it names no role."""
    folded = fold_title(title)
    if folded in ROLES or re.sub(r"\s*\d+$", "", folded) in ROLES:
        return ""
    for shape in (_BRACKETS, _APART):
        found = shape.fullmatch(title) if shape is _BRACKETS else None
        parts = (found[1], found[2]) if found else tuple(shape.split(title, maxsplit=1))
        if len(parts) == 2:  # noqa: PLR2004 - a head and what it says
            head = re.sub(r"\s*(?:\d+|[a-c])$", "", fold_title(parts[0]))
            if head in ROLES:
                return parts[1].strip()
    return None


def is_heading(title: str, company: str = "") -> bool:
    """Return whether a bold line is named like a section of a dossier, and is no question."""
    if _asks(title):
        return False
    return section_named(title, company) is not None or fold_title(title) in ROLES


def read_dossier(text: str, name: str) -> Draft:
    """Return what a dossier becomes; `name` is for one that names no company."""
    draft = Draft("dossier", text, application={})
    body = _front_matter(draft, text)
    title = _title_of(headings(body, is_heading))
    company = read_title(title.title).company if title else ""
    # *Why Acme* is a heading once the company is known.
    found = headings(body, partial(is_heading, company=company))
    title = _title_of(found)
    lines = body.split("\n")
    level = _section_level(found)
    if title and title.level > level:
        title = None  # It stands within what is kept as it is.
    roles: list[Values] = []
    if title:
        _read_title(draft, roles, title.title)
    before: Values = roles[0] if roles else {}
    # What front matter says of the role, where the title says nothing else.
    for key, value in (draft.dossier.pop("roles", None) or [{}])[0].items():
        if key in before:
            draft.keep(Copied("Front matter"), f"- {key}: {_spelled(value)}")
        else:
            before[key] = value
    for heading, end in _sections(found, level):
        below = "\n".join(lines[heading.start : end])
        if heading.level == 0 or heading is title:
            _beginning(draft, before, below)
        else:
            _section(draft, roles, before, heading, below)
    _finish(draft, roles, before, name)
    return draft


def _title_of(found: list[Heading]) -> Heading | None:
    """Return the heading that is the title: the first, unless it is a section's."""
    first = next((heading for heading in found if heading.level), None)
    if first is None or section_named(first.title) or role_named(first.title) == "":
        return None
    is_alone = sum(h.level <= first.level for h in found if h.level) == 1
    return first if first.level == 1 or is_alone else None


def _section_level(found: list[Heading]) -> int:
    """Return down to which level headings begin sections."""
    known = [
        h.level
        for h in found
        if 0 < h.level <= _DEEPEST
        and section_named(h.title)
        # *Why us?* below the questions is one of them.
        and not (h.level > 2 and _asks(h.title))  # noqa: PLR2004 - as deep as sections are
    ]
    return max(2, min(known, default=2))


def _sections(found: list[Heading], level: int) -> Iterator[tuple[Heading, int]]:
    """Yield the headings that begin sections, and where each section ends."""
    starts = [h for h in found if h.level <= level or h.level > _DEEPEST]
    for heading, after in zip(starts, [*starts[1:], None], strict=True):
        yield heading, after.line if after else found[-1].end


def _front_matter(draft: Draft, text: str) -> str:
    """Take the values of a front matter, and return what stands below it."""
    source, problem = split("", text)
    if not source.yaml or problem:
        return text
    raw, problems = construct(source.yaml, "")
    body = "\n".join(text.split("\n")[source.body_line :])
    if problems or not isinstance(raw, dict):
        draft.keep(Copied("Front matter"), _indented(source.yaml))
        return body
    role: Values = {}
    rest = []
    for key, value in raw.items():
        fact = Fact(key.replace("_", " "), _spelled(value), (), (), is_bold=True)
        if not (isinstance(value, str | int) and take(draft, role, fact)):
            rest.append(f"- {key}: {_spelled(value)}")
    if role:
        draft.dossier["roles"] = [role]
    draft.keep(Copied("Front matter"), "\n".join(rest))
    return body


def _spelled(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return a plain value as a text on one line."""
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_spelled(item)}" for key, item in value.items())
    if isinstance(value, list):
        return ", ".join(map(_spelled, value))
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return " ".join(str(value).split())


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def _read_title(draft: Draft, roles: list[Values], title: str) -> None:
    application = draft.dossier
    read = read_title(_OPTIONS.sub("", title))
    draft.read_as(read.said, "the title")
    if "company" in application:
        is_same = application["company"].casefold() == read.company.casefold()
        application["title"] = title if not is_same else Copied(title)
        if is_same:
            draft.read_as(read.company, "company")
    else:
        application["company"] = read.company
    is_free = isinstance(application.get("title", Copied()), Copied)
    if read.role and is_free:
        application["title"] = read.role
    roles += application.pop("roles", [])


def _beginning(draft: Draft, role: Values, text: str) -> None:
    """Read what stands before the first section."""
    draft.keep(Copied("Beginning"), take_facts(draft, role, text))


def _section(
    draft: Draft, roles: list[Values], before: Values, heading: Heading, text: str
) -> None:
    application = draft.dossier
    options = _OPTIONS.search(heading.title)
    title = _OPTIONS.sub("", heading.title)
    if options:
        draft.read_as(options[1], "options of a heading, which are not taken over")
    company = str(application.get("company", ""))
    name = section_named(title, company)
    said = role_named(title) if name is None else None
    if said is not None:
        _role_section(draft, roles, before, (title, said), text)
        return
    is_rows = name == "proof-points"
    text = take_rows(draft, text, in_section=is_rows)
    text = take_gaps(draft, text, in_section=name == "gaps")
    if name == "questions":
        text = read_questions(draft, text)
    if is_rows and not text.strip():
        draft.read_as(title, "proof_points")
        return
    _add_section(draft, title, name, text)


def _add_section(draft: Draft, title: str, name: str | None, text: str) -> None:
    """Add a section under its own heading if that is understood, else under the known one."""
    text = text.strip("\n")
    company = str(draft.dossier.get("company", ""))
    is_own = name is None or known_section(title, [company] if company else []) == name
    before = next((part for part in draft.parts if part.name == name), None)
    if name and before:
        before.text = f"{before.text}\n\n**{title}**\n\n{text}"
        return
    options = "{ audience=private }" if name in SHARED and not is_own else ""
    if not is_own and name:
        draft.read_as(title, f"the section {name}")
        title = Copied(name.replace("-", " ").capitalize())
    draft.parts.append(Part(title, text, is_remainder=name is None, options=options, name=name))


def _role_section(
    draft: Draft, roles: list[Values], before: Values, heading: tuple[str, str], text: str
) -> None:
    """Read the facts of one role; what has no field stays below its heading."""
    title, said = heading
    role: Values = {}
    if said:
        role["title"] = said
        roles.append(role)
    elif roles and not said:
        role = roles[0]
    else:
        role = before
    rest = take_rows(draft, take_facts(draft, role, text), in_section=False)
    head = title[: title.find(said)].rstrip(" (:\u2014\u2013-") if said else title
    if not rest.strip():
        draft.read_as(head, "roles")
        return
    if said:
        draft.read_as(head, "roles")
        draft.parts.append(Part(Copied(title), rest.strip("\n")))
    else:
        draft.keep(title, rest)


def _finish(draft: Draft, roles: list[Values], before: Values, name: str) -> None:
    """Put the dossier's own fields in order, and give the roles their ids."""
    application = draft.dossier
    if before and before not in roles:
        if roles and not before.keys() & roles[0].keys():
            roles[0] = {**before, **roles[0]}
        else:
            roles.insert(0, before)
    company = application.get("company") or Copied(name)
    title = application.pop("title", None)
    if title and (not roles or (len(roles) == 1 and "title" not in roles[0])):
        roles[:] = [{"title": title, **(roles[0] if roles else {})}]
        title = None
    taken: set[str] = set()
    for role in roles:
        role_title = str(role.get("title", ""))
        role_id = new_role_id(role_title, taken)
        taken.add(role_id)
        role.setdefault("title", Copied(title or company))
        role["id"] = role_id
    tie_gaps(application)
    draft.application = _ordered(application, company, title, roles)
    draft.id = make_id(str(company))


def _ordered(application: Values, company: str, title: str | None, roles: list[Values]) -> Values:
    order = ("aliases", "status", "outcome", "events", "next", "contacts", "tier")
    fields: Values = {"company": company}
    if title:
        fields["title"] = title
    fields |= {key: application[key] for key in order if key in application}
    names = ("id", "title", "url", "location", "asks", "fit", "assessment", "compensation")
    fields["roles"] = [
        {
            **{n: role[n] for n in names if n in role},
            **{n: v for n, v in role.items() if n not in names},
        }
        for role in roles
    ]
    fields["proof_points"] = application.get("proof_points", [])
    fields["gaps"] = application.get("gaps", [])
    return fields
