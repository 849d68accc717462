"""Problems: what is wrong in content, each with its place, a stable code and a cure."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import Any
from unicodedata import normalize

from dossier.plain.frozen import frozen
from dossier.plain.terminal import inert, inert_line

CODES = {
    "address-local": "`site_url` leads to this machine, so links open nowhere else.",
    "alt-missing": "An image has no alternative text.",
    "answer-differs": "One question is answered with different numbers.",
    "asset-missing": "An image or file that a text refers to is not there.",
    "asset-remote": "An image would be fetched from another host.",
    "asset-type": "An asset is of a type, or so large to show, that it is never published.",
    "asset-unreadable": "What a file says cannot be read, so it cannot be searched.",
    "audience-differs": "One thing is open in one place and closed in another.",
    "audience-unsuited": "This audience cannot be chosen here.",
    "backup-file": "A copy that an editor left behind stands where content is kept.",
    "branch-source": "The branch to publish to holds a project's source.",
    "caveat-missing": "A figure stands without the wording that its record asks for.",
    "comment-hidden": "A comment of another tool stands in a text that others may read.",
    "comment-open": "A comment of another tool is not closed in its section.",
    "config-exclude": "mkdocs.yml does not exclude content/, so another engine would publish it.",
    "config-extension": "A Markdown extension that reads files into pages is switched on.",
    "config-hook": "mkdocs.yml does not run what keeps private text back, or runs it twice.",
    "confirmation-refused": "What somebody signed of a record does not fit it, or is not whole.",
    "contact-missing": "The profile gives no way to reach the person.",
    "date-ahead": "What is told as done is dated on a day to come, and does not count.",
    "date-wrong": "A date does not exist or is not written year first.",
    "dates-reversed": "Of two dates the one that comes later is the earlier one.",
    "directive-option": "A directive has an option it does not know.",
    "directive-private": "A directive that shows private figures stands in a shareable text.",
    "display-differs": "A metric is shown as another number than its value.",
    "document-columns": "Text of a document stands side by side, so that programs mix it.",
    "document-contact": "A document says in its text no way to reach the person.",
    "document-date": "A document has dates that programs pass over.",
    "document-heading": "A document lacks the headings that programs look for.",
    "document-hidden": "A document has text that programs read and nobody sees.",
    "document-overflow": "A document takes more pages than it may.",
    "document-picture": "A document shows a picture in which programs read nothing.",
    "document-text": "A document has no text that programs can read.",
    "duplicate-id": "Two things of one kind have the same id.",
    "duplicate-key": "A YAML mapping has the same key twice.",
    "duplicate-section": "Two headings name the same section.",
    "edit-address": "Pages would link to the source in a repository that is not named public.",
    "emphasis-unlinked": "An item under emphasis does not begin with a project or evidence link.",
    "evidence-contradicted": "The artifact that a metric points to says another value.",
    "evidence-expiring": "A record that something cites expires within 30 days.",
    "evidence-missing": "A row rates itself but cites no record.",
    "evidence-private": "A text cites a record that its readers may not see.",
    "evidence-stale": "A record that something cites has expired, so that it no longer counts.",
    "evidence-suspect": "A record has changed since it was last reviewed, and this cites it.",
    "evidence-unknown": "A reference to a record or project that does not exist.",
    "evidence-unreviewed": "A record that something cites is not in the evidence lock yet.",
    "export-left-out": "What was asked for is not on a document that was written.",
    "field-missing": "A required key is missing.",
    "field-unknown": "A key that this kind of file does not have.",
    "figure-doubled": "A sign or a unit stands twice where a figure is printed.",
    "figure-drift": "A figure says otherwise than the record of what its sentence names.",
    "figure-unbacked": "A figure that one claims to others and that stands in no record.",
    "figure-unconfirmed": "An export would print a figure that nobody has confirmed.",
    "file-encoding": "A file is not UTF-8 text.",
    "file-size": "A file is larger than what is read.",
    "file-symlink": "A symbolic link inside content/ is not followed.",
    "file-unplaced": "A file in content/ that belongs to no known kind.",
    "file-unreadable": "The system could not read a file.",
    "front-matter-late": "Something stands before the front matter's first line.",
    "front-matter-missing": "A file that needs front matter has none.",
    "front-matter-open": "The front matter's closing line is missing.",
    "gap-unanswered": "A weak or missing must has no framing or no prepared question.",
    "guardrail": "A text claims what content/guardrails.yml forbids.",
    "guardrail-pattern": "The pattern of a forbidden claim cannot be searched for.",
    "history-private": "The history of the publishing branch holds private text.",
    "history-unread": "Not all of the publishing branch's history was searched.",
    "html-active": "HTML of a free page that would run, load or send something.",
    "id-form": "An id is not kebab-case.",
    "job-incomplete": "A job without its title or dates, or no job at all.",
    "key-published": "A file that would be published holds a key.",
    "keystore-ignored": "git does not ignore the keystore.",
    "keystore-mode": "Others on this machine can read the keystore.",
    "keystore-tracked": "git tracks the keystore.",
    "keystore-unread": "The keystore cannot be read.",
    "lead-unknown": "A lead that the profile does not have.",
    "link-broken": "A link to a page that is not there for its readers.",
    "link-local": "An address that only its author can open, in what others read.",
    "link-secret": "An address that lets in whoever reads it, by a token or signature.",
    "link-unsafe": "A link with a scheme that is never followed.",
    "lock-form": "The evidence lock is not as `dossier review` writes it.",
    "markdown-lost": "Text that Markdown drops, or shows with its marks.",
    "markdown-open": "A code block or comment is opened and never closed.",
    "merge-open": "A merge has left two versions of a text, and its marks.",
    "metric-reference": "A metric reference carries a text, or a citation carries none.",
    "metric-unknown": "A reference to a metric that its record does not have.",
    "must-say-form": "A wording that must be said is empty.",
    "name-private": "The public view names a private dossier's company.",
    "name-published": "A file that would be published names a private dossier's company.",
    "name-similar": "A public text may tell of a private dossier's company.",
    "note-missing": "A moderate or weak row says no caveat.",
    "other-dossier": "Recipients would read what is of another private dossier.",
    "outcome-unsuited": "An outcome without the status closed, or not the one that is said.",
    "page-heavy": "A page takes a phone too long to load.",
    "part-drift": "Work is told as more one's own than its record says.",
    "personal-data": "Pay, or how to reach somebody else, in what others read.",
    "posting-changed": "A saved posting is not the one that was accepted.",
    "posting-instructs": "A saved posting speaks to a machine.",
    "posting-missing": "The saved posting that a role names is not there.",
    "posting-uncovered": "A posting asks for what no row speaks of.",
    "private-tracked": "git tracks a private build.",
    "project-unknown": "A reference to a project that does not exist.",
    "proof-refused": "What was checked of a record proves nothing, and why.",
    "proof-unknown": "A reference to a row that this dossier does not have.",
    "publish-audience": "What would be published was not built for the public.",
    "publish-extra": "A file that would be published is not as the build wrote it.",
    "publish-symlink": "A symbolic link would be published.",
    "publish-type": "A file of a type that is never published.",
    "quote-missing": "The saved posting does not say what a row quotes.",
    "quote-unbacked": "A quote from a posting that is not saved.",
    "rating-differs": "One record is rated differently for one concept.",
    "reach-unbacked": "Reach is claimed beside a citation, and no cited record speaks of it.",
    "reference-place": "A reference where none can be expanded.",
    "reference-scheme": "A figure mark of an unknown kind, or a malformed reference.",
    "resume-incomplete": "A résumé was written without something that it needs.",
    "role-unknown": "A row names a role that its dossier does not have.",
    "row-uncounted": "A row rests on the author's word alone, and counts for nothing.",
    "rules-waiting": "A file cannot be read, and rules wait that hold others against it.",
    "section-hidden": "A heading inside a code block or comment: it starts no section.",
    "section-near": "A heading misses that of a known section by little: it stays private.",
    "section-option": "A heading has an option it does not know, or closes nothing.",
    "share-broken": "The application of a live share is gone, renamed or broken.",
    "share-lost": "A link is out, and the keystore has its key no more.",
    "share-standing": "The page of a link that is no more may stand where it was published.",
    "share-unknown": "The branch holds a live share that this machine knows nothing of.",
    "silence-reason": "A silenced problem without a reason, or of an unknown code.",
    "site-tracked": "git tracks the folder of the built site.",
    "skill-unknown": "A directive asks for a skill that no record has.",
    "source-broken": "A record's source was not there when it was last checked.",
    "source-map": "A source map would be published.",
    "source-missing": "A record that says it can be checked names no source.",
    "source-moved": "A record's source answers from another address for good.",
    "source-public": "The source may be in a repository that others can read.",
    "source-unlinked": "A source without url, package, path or commit.",
    "stage-differs": "A status says otherwise than the events of its dossier.",
    "stage-unknown": "The words of an event say no stage that is known.",
    "statement-differs": "Relocation or the notice period is told two ways.",
    "status-drift": "What is planned, experimental or deprecated is told as more than that.",
    "story-unknown": "A question tells a story that is not there.",
    "strength-capped": "A row rates itself above what its best record allows.",
    "template-broken": "A template of the site's own cannot be read or drawn.",
    "text-heavy": "A sentence, or a file, holds more figures and signs than are read.",
    "text-published": "A file that would be published holds private text.",
    "text-type": "A value of the wrong type.",
    "third-party-own": "A third party's check, and its source is at the author's own address.",
    "value-unknown": "A word that is not one of the accepted ones.",
    "verified-form": "The file of checked sources cannot be read.",
    "yaml-alias": "YAML anchors and aliases are not read.",
    "yaml-depth": "YAML nested deeper than what is read.",
    "yaml-syntax": "YAML that cannot be parsed.",
    "yaml-tag": "YAML tags are not read.",
}
"""Every code, with what it means. A code never changes once released."""


class Severity(StrEnum):
    """How much a problem weighs: errors fail a check, warnings list what is missing."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Place:
    """A place in a file, or with line 0 a file. Both count from 1, columns in characters."""

    file: str
    """Relative to the project's root, with forward slashes."""
    line: int = 1
    column: int = 1

    def __lt__(self, other: Place) -> bool:
        return (self.file, self.line, self.column) < (other.file, other.line, other.column)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@frozen
class Problem:
    """One finding. It never stops a run."""

    code: str
    """A key of `CODES`."""
    where: Place
    message: str
    """What is wrong, in the author's words, without a full stop."""
    hint: str = ""
    """The cure, when it can be guessed."""
    severity: Severity = Severity.ERROR

    def __hash__(self) -> int:
        # Of all of it, as Python would make it, costs three times as much: thousands are sorted.
        where = self.where
        return hash((self.code, where.file, where.line, where.column, self.message))

    def __str__(self) -> str:
        message = inert_line(f"{self.where}: {self.severity}: {self.message} [{self.code}]")
        return f"{message}\n  hint: {inert(self.hint)}" if self.hint else message


def warning(code: str, where: Place, message: str, hint: str = "") -> Problem:
    """Return a problem that does not fail a check."""
    return Problem(code, where, message, hint, Severity.WARNING)


def values_of(problem: Problem) -> list[str | int]:
    """Return a problem as plain values."""
    where = problem.where
    place = (where.file, where.line, where.column)
    return [*place, problem.code, problem.message, problem.hint, problem.severity.value]


def problem_of(values: Iterable[Any]) -> Problem:
    """Return a problem of such values. Raises ValueError, or TypeError, if they are none."""
    file, line, column, code, message, hint, severity = values
    return Problem(code, Place(file, line, column), message, hint, Severity(severity))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by place, each once."""
    problems = tuple(problems)
    found = dict(zip(map(_place_and_text, problems), problems, strict=True))
    if len(found) < len(problems):  # two may differ in their hints alone
        return tuple(sorted(dict.fromkeys(problems), key=_place_and_text))
    return tuple([found[key] for key in sorted(found)])


_place_and_text = attrgetter("where.file", "where.line", "where.column", "code", "message")

_COMPARED = 40
"""With how many known words one that is not is compared, letter by letter."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word` (difflib's ratio, 0.6 or more), or None.

    Of many words those alone are compared that have most letters, and pairs of them, in common
    with it.
    """
    spelled, by_part = _indexed(frozenset(known))
    written = word.casefold()[:200]
    likeliest = list(spelled)
    if len(likeliest) > _COMPARED:
        shared = Counter(near for part in _parts(written) for near in by_part.get(part, ()))
        likeliest = [near for near, _ in shared.most_common(_COMPARED)]
    found = difflib.get_close_matches(written, sorted(likeliest, reverse=True), n=1)
    return spelled[found[0]] if found else None


@lru_cache(maxsize=16)
def _indexed(known: frozenset[str]) -> tuple[Mapping[str, str], Mapping[str, Sequence[str]]]:
    """Return words by how they are compared, and these by their letters and pairs of letters."""
    spelled = {candidate.casefold(): candidate for candidate in sorted(known, reverse=True)}
    by_part: dict[str, list[str]] = {}
    for folded in spelled:
        for part in _parts(folded[:200]):
            by_part.setdefault(part, []).append(folded)
    return spelled, by_part


def _parts(word: str) -> set[str]:
    return {*word, *map("".join, pairwise(word))}


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or an empty text."""
    known = tuple(known)
    found = closest(word, known)
    return looks_alike(word, known) or (f"did you mean `{found}`?" if found else "")


def looks_alike(word: str, known: Iterable[str]) -> str:
    """Return a hint that a known word is told from this one by no reader, or an empty text.

    A letter with its accent may be one sign or two, and systems differ in which they give a file.
    """
    if word.isascii():
        return ""
    shown = normalize("NFC", word)
    found = next((each for each in known if each != word and normalize("NFC", each) == shown), "")
    how = "an accent is a sign of its own in one of them: give the file its name anew"
    return f"there is `{found}`, which looks the same; {how}" if found else ""
