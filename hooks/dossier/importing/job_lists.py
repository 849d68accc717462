"""A section of a résumé to whether it lists jobs, by its shape: no list holds every heading."""

from __future__ import annotations

import re

from dossier.importing.entries import goes_on, heads_job, is_bold, split_entries
from dossier.importing.jobs import read_parts
from dossier.importing.studies import read_study
from dossier.importing.tables import items
from dossier.importing.titles import is_title
from dossier.plain.patterns import pattern

_CREDENTIALS = pattern(
    r"educat|study|studies|studium|estudio|academic (?:back|hist)|school|degree|universit|colleg"
    r"|qualif|training|course|ausbild|bildung|formation|formación|certif|licen[cs]|accredit"
    r"|registration|member",
    re.IGNORECASE,
)
_OTHER_THINGS = pattern(
    r"volunt|unpaid|pro bono|ehrenamt|bénévol|communit|charit|activit|extracurric|leadership|societ"
    r"|committee|advisory|board (?:member|position|role|seat)|review|mentor"
    r"|(?:professional|academic|university|editorial) service"
    r"|project|projekt|projet|proyecto|portfolio|case stud|open.source|achievement|highlight"
    r"|publi[ck]at|paper|patent|talk|speak|presentation|conference|media|press\b|exhibit|ausstell"
    r"|perform|concert|recital|award|hono(?:u?r|rs)|prize|medal|distinction|competition|grant"
    r"|scholar|fellowship|skill|competenc|language|tools|interest|hobb|sport|travel|personal|famil"
    r"|break|sabbatical|referenc|referee|contact|summary|profile",
    re.IGNORECASE,
)
"""What a heading names that lists no jobs, though what is below it may look like some."""
_MOST = 0.5


def names_credentials(title: str) -> bool:
    """Return whether a heading has a word for studies, certificates or memberships."""
    return bool(_CREDENTIALS.search(title))


def names_other_things(title: str) -> bool:
    """Return whether a heading has a word for what is neither a job nor a certificate."""
    return bool(_OTHER_THINGS.search(title))


def lists_jobs(title: str, text: str) -> bool:
    """Return whether most entries of a section are dated, titled and told of, as jobs are.

    One title that is known has to be among them, so that no list of anything else becomes jobs.
    """
    if _CREDENTIALS.search(title) or names_other_things(title):
        return False
    entries = [
        (head, rest)
        for head, rest in split_entries(text, heads_job, goes_on=goes_on)
        if head and (rest.strip() or read_parts(head)[1])
    ]
    jobs = [head for head, rest in entries if _is_told(head, rest) and _is_like_a_job(head)]
    return len(jobs) > _MOST * len(entries) and any(map(_is_titled, jobs))


def _is_told(head: list[str], rest: str) -> bool:
    """Return whether a head is a row, is above items or, where it stands out, above any text."""
    is_marked = head[0].startswith("#") or is_bold(head[0])
    is_sentence, is_row = head[-1].rstrip().endswith("."), head[0].startswith("|")
    return not is_sentence and bool(items(rest) or is_row or (is_marked and rest.strip()))


def _is_like_a_job(head: list[str]) -> bool:
    parts, span, _ = read_parts(head)
    study = read_study(head)
    if not span or not span.until or (study and study.values.keys() >= {"degree", "institution"}):
        return False
    # Below an employer that is told above, a title stands alone.
    return len(parts) > 1 or (len(parts) == 1 and (", " in parts[0] or is_title(parts[0])))


def _is_titled(head: list[str]) -> bool:
    return any(map(is_title, read_parts(head)[0]))
