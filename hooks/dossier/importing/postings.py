"""A saved posting to a dossier to begin with: the posting beside it, and what it says of itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

from dossier.importing.draft import Draft, Values
from dossier.importing.fields import LABELS
from dossier.importing.files import POSTING
from dossier.importing.hidden_parts import without_hidden
from dossier.importing.ids import make_id, new_role_id
from dossier.importing.outline import fold_title
from dossier.importing.posting_facts import place_alone, proposed_lines
from dossier.importing.saved_pages import SavedPage
from dossier.importing.structured import given_words, write_down
from dossier.importing.structured_fields import JOB_POSTING, PLACES
from dossier.importing.tables import facts
from dossier.importing.titles import is_title, read_title, rejoined, without_company
from dossier.importing.values import find_link, plain_line, read_date
from dossier.importing.words import Copied, dated, words
from dossier.match.headings import is_plain_list
from dossier.plain.html_text import spell_html
from dossier.plain.patterns import pattern

_HEADING = pattern(r"^#{1,2}\s+(.+?)\s*#*$", re.MULTILINE)
_BOARD = pattern(r"\s+(?:[|\u00b7]|[-\u2013\u2014])\s+[^|\u00b7]{2,40}$")
_FIELDS = frozenset({"company", "role.posting.posted", "role.title", "role.location", "role.url"})
_LONGEST_TITLE = 100
_MOST_FACTS = 7
"""How many lines name the job, the company, the place and the pay."""
_WHOLE = 40
"""With as many words a description is the whole posting."""

_STEP = pattern(r"[>\u203a\u00bb]")
"""What parts the way to a page, which ends with its title: `Home > Careers > Senior Operator`."""
_FEWEST_STEPS = 3
_EITHER = pattern(r"[^|\u2014\u2013\u00b7:@]+ / [^|\u2014\u2013\u00b7:@]+")
"""A post that goes by two names: no company stands behind a slash alone."""


def read_text_posting(text: str, name: str) -> Draft:
    """Return what a posting in Markdown or plain text becomes. All of its words stay in it."""
    draft = Draft("posting", text, application={}, posting=text)
    role: Values = {}
    _labelled(draft, role, text)
    lines = text.strip().split("\n")
    heading = _HEADING.search(text)
    first = plain_line(heading[1] if heading else lines[0]) or ""
    steps = [step.strip() for step in _STEP.split(first)]
    first = steps[-1] if len(steps) >= _FEWEST_STEPS and all(steps) else first
    _titled(draft, role, first)
    is_alone = bool(heading) or _heads(lines)
    is_title_like = 0 < len(first) <= _LONGEST_TITLE and first[-1] not in ".:!?"
    if "title" not in role and is_alone and is_title_like:
        other = "" if heading else _title_below(first, text)
        role["title"] = Copied(other or first)
        if other and draft.given.casefold().count(first.casefold()) > 1:
            draft.dossier.setdefault("company", Copied(first))
    _finish(draft, role, name)
    return draft


def _heads(lines: list[str]) -> bool:
    """Return whether the first line stands alone, or above a few facts without a sentence."""
    number = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    return number == 1 or (number <= _MOST_FACTS and is_plain_list(lines[:number]))


def _beginning(text: str) -> Iterator[str]:
    """Yield the lines that a posting begins with, without marks, up to its first sentence."""
    lines = (line.strip().lstrip("#").strip() for line in text.split("\n"))
    for line in islice(filter(None, lines), _MOST_FACTS):
        said = plain_line(line) or ""
        if not said or len(said) > _LONGEST_TITLE or said[-1] in ".!?":
            break
        yield said


def _title_below(first: str, text: str) -> str:
    """Return the line that reads as a title where the first one does not; empty for none."""
    if is_title(first):
        return ""
    below = (line for line in _beginning(text) if line != first and ": " not in line)
    return next((line for line in below if is_title(line)), "")


def _title_beside(company: str, title: str, text: str) -> str:
    """Return a role's title, another line where what was taken for it names the employer."""
    if not _names(title, company):
        return title
    lines = [line for line in _beginning(text) if not _names(line, company) and ":" not in line]
    return next(filter(is_title, lines), lines[0] if lines else title)


def _names(text: str, company: str) -> bool:
    """Return whether a text is the name of a company, in full or without some of its words."""
    said, name = set(words(text)), set(words(company))
    return bool(said) and (said <= name or (name <= said and not is_title(text)))


def read_html_posting(page: SavedPage, name: str) -> Draft:
    """Return what a posting in a saved page becomes."""
    raw = dict(page.posting)
    description = raw.pop("description", None)
    text, left_out = page.text, page.left_out
    hidden = page.hidden
    if isinstance(description, str):
        shown, unseen = without_hidden(
            description if "<" in description else _unescaped(description)
        )
        described, hidden = spell_html(shown), hidden + unseen
        is_whole = len(words(described)) >= _WHOLE
        if not page.is_marked and is_whole:
            # What a page says to programs has nothing around it.
            left_out += max(len(words(text)) - len(words(described)), 0)
            text = described.strip()
        elif Counter(words(described)) - Counter(words(text)):
            text = f"{text}\n\n{described.strip()}"
    given = "\n".join((page.title, text, given_words(_without_types(raw))))
    draft = Draft("posting", given, application={}, posting=text)
    role: Values = {}
    left = _take_posting(draft, role, raw) if raw else {}
    _labelled(draft, role, text)
    if page.title:
        if "title" not in role or "company" not in draft.dossier:
            _titled(draft, role, page.title)
        draft.keep(Copied("Title of the page"), page.title)
    heading = _HEADING.search(text)
    if heading:
        _titled(draft, role, heading[1])
    write_down(draft, Copied("What the page says beside its text"), left)
    if hidden:
        unseen_words = f"{hidden} word{'s' * (hidden > 1)} that the page shows nobody"
        draft.remarks.append(f"{unseen_words} were left out")
    if left_out:
        around = f"{left_out} word{'s' * (left_out > 1)} around the posting"
        were = "were" if left_out > 1 else "was"
        draft.remarks.append(f"{around} (menus, banners, footers) {were} left out")
    _finish(draft, role, name)
    return draft


def read_job_posting(raw: dict[str, Any], name: str) -> Draft:
    """Return what a JobPosting of schema.org that stands alone becomes."""
    return read_html_posting(SavedPage("", "", raw), name)


def _unescaped(text: str) -> str:
    import html  # noqa: PLC0415

    return html.unescape(text)


def _without_types(value: Any) -> Any:  # noqa: ANN401 - any plain value
    """Return linked data without what says of which kind each part is."""
    if isinstance(value, dict):
        return {k: _without_types(v) for k, v in value.items() if k not in ("@type", "@context")}
    return [_without_types(item) for item in value] if isinstance(value, list) else value


def _take_posting(draft: Draft, role: Values, raw: dict[str, Any]) -> dict[str, Any]:
    """Take what has a field out of linked data, and return the rest."""
    left = _without_types(raw)
    for key, target in JOB_POSTING.items():
        value: Any = left
        *folders, last = key.split(".")
        for folder in folders:
            value = value.get(folder) if isinstance(value, dict) else None
        if isinstance(value, str) and last == "name":
            value = {"name": left.pop(folders[0])}
        said = value.get(last) if isinstance(value, dict) else None
        if not isinstance(said, str) or not said.strip():
            continue
        if _put(draft, role, target, " ".join(said.split())) and isinstance(value, dict):
            value.pop(last, None)
    place = _place(left.get("jobLocation"))
    if place:
        role["location"] = Copied(place)
    return {key: value for key, value in left.items() if value}


def _place(value: Any) -> str:  # noqa: ANN401 - any plain value
    """Return the place of work that linked data names first."""
    first = value[0] if isinstance(value, list) and value else value
    address = first.get("address") if isinstance(first, dict) else None
    if isinstance(address, str):
        return " ".join(address.split())
    parts = [address.get(key) for key in PLACES] if isinstance(address, dict) else []
    named = [p.get("name") if isinstance(p, dict) else p for p in parts]
    return ", ".join(p.strip() for p in named if isinstance(p, str) and p.strip())


def _put(draft: Draft, role: Values, target: str, value: str) -> bool:
    """Set a field. Returns whether the words need no other place."""
    if target == "company":
        draft.dossier.setdefault("company", value)
    elif target == "role.title":
        role.setdefault("title", value)
    elif target == "role.url":
        if find_link(value) != (value, ""):
            return False
        role.setdefault("url", value)
    else:
        date = read_date(value[:10])
        if not date or len(value) > len("2026-02-10"):
            if date:
                role.setdefault("posting", {})["posted"] = dated(date)
            return False
        role.setdefault("posting", {})["posted"] = dated(date)
        draft.read_as(value, f"posted: {date}")
    return True


def _labelled(draft: Draft, role: Values, text: str) -> None:
    """Copy what a posting says of itself behind labels: `Location: Berlin`."""
    for fact in facts(text):
        target = LABELS.get(fold_title(fact.label))
        value = plain_line(fact.value) or ""
        if target not in _FIELDS or not value or len(value) > _LONGEST_TITLE:
            continue
        if target == "role.posting.posted":
            if date := read_date(value):
                role.setdefault("posting", {})["posted"] = dated(date)
        elif target == "company":
            draft.dossier.setdefault("company", Copied(value))
        elif target == "role.url":
            if link := find_link(value):
                role.setdefault("url", Copied(link[0]))
        else:
            value = place_alone(fact.value) if target == "role.location" else value
            role.setdefault(target.removeprefix("role."), Copied(plain_line(value) or value))


def _titled(draft: Draft, role: Values, title: str) -> None:
    """Copy company and role from a title, as far as it says which is which."""
    if not title or len(title) > _LONGEST_TITLE:
        return
    title = _BOARD.sub("", title) if title.count(" | ") > 1 else title
    if _EITHER.fullmatch(title) and is_title(title):
        role.setdefault("title", Copied(title))
        return
    read = read_title(title)
    is_named = read.is_sure or draft.given.casefold().count(read.company.casefold()) > 1
    if read.role and is_named:
        draft.dossier.setdefault("company", Copied(read.company.split(" | ")[0]))
        role.setdefault("title", Copied(read.role.split(" | ")[0]))
    elif read.role or is_title(title):
        role.setdefault("title", Copied(title))


def _finish(draft: Draft, role: Values, name: str) -> None:
    """Put the fields in order, with the saved posting beside the dossier."""
    company = draft.dossier.get("company")
    if not company:
        draft.stand_in = name
        company = Copied(name)
    if isinstance(title := role.get("title"), Copied):
        role["title"] = Copied(_title_beside(str(company), str(title), draft.posting))
    if "title" not in role:
        draft.remarks.append("the posting has no title that can be told: write `title` of its role")
        role["title"] = Copied("The posting's title")
    role["id"] = new_role_id(str(role["title"]))
    posting = {"file": Copied(POSTING), **role.pop("posting", {})}
    order = ("id", "title", "url", "location")
    fields = {key: role[key] for key in order if key in role}
    draft.application = {
        "company": company,
        "status": Copied("saved"),
        "roles": [{**fields, "posting": posting}],
        "proof_points": [],
        "gaps": [],
    }
    draft.id = make_id(str(company))
    if proposed := list(proposed_lines(draft.posting)):
        draft.comments[()] = proposed


def name_company(draft: Draft, company: str) -> None:
    """Give a posting's dossier the company that somebody says; no title of its roles names it."""
    taken, draft.stand_in = str(draft.dossier["company"]), ""
    is_other = not set(words(taken)) & set(words(company))
    draft.dossier["company"] = Copied(company)
    for role in draft.dossier["roles"]:
        said = _title_beside(company, str(role["title"]), draft.posting)
        if is_other and not is_title(said):
            # `Lead Thatcher – East Region`: what was taken for the company is the post.
            said = rejoined(taken, said, draft.posting) or said
        title = without_company(said, company)
        role |= {"id": new_role_id(title), "title": Copied(title)}
