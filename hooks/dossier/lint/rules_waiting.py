"""Files that cannot be read and on which others lean: what waits for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.lint import rules_for
from dossier.lint.file_view import FileView, cited_records
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.document import FileKind
from dossier.model.library import UnreadFile
from dossier.plain.problems import Place, Problem, warning
from dossier.prose.citations import unread_namesakes


def read(view: FileView) -> Iterator[str]:
    """Yield what a file leans on and cannot be read: ids of records and projects."""
    unread = view.library.unread
    if not unread:
        return
    yield from filter(view.library.is_unread, (*cited_records(view), *_others(view)))
    yield from (found.record for found in unread_namesakes(view.source, view.library))
    # A skill may be that of any record.
    if any("skills" in found.directive.options for found in view.directives):
        yield from (u.record for u in unread if u.kind is FileKind.EVIDENCE)


def _others(view: FileView) -> Iterator[str]:
    """Yield the ids that a file names elsewhere than in rows and citations."""
    mentions = (mention for passage in view.passages for mention in passage.mentions())
    yield from (mention.target.id for mention in mentions if mention.target)
    yield from (record.project for record in view.records if record.project)
    headline = view.project.project.headline if view.project else ()
    yield from (metric.partition("#")[0] for metric in headline)
    for lead in view.profile.profile.leads if view.profile else ():
        yield from lead.projects


def compare(files: AllFiles[str]) -> Iterator[Problem]:
    """Tell, once a file, how many rules wait until it can be read."""
    leaned: dict[str, FileKind] = {}
    for unread in sorted(files.library.unread, key=lambda unread: unread.file):
        if _is_leaned_on(unread, files):
            leaned[unread.file] = unread.kind
    for file, kind in leaned.items():
        rules = [rule for rule in rules_for(files.library.audience) if kind in rule.needs]
        if rules:
            count = f"{len(rules)} rules wait" if len(rules) > 1 else "1 rule waits"
            codes = ", ".join(f"`{rule.code}`" for rule in rules)
            message = f"{count} until {file} can be read"
            hint = f"what leans on it is not checked for {codes}; all else is"
            yield warning("rules-waiting", Place(file), message, hint)


def _is_leaned_on(unread: UnreadFile, files: AllFiles[str]) -> bool:
    if unread.kind in (FileKind.EVIDENCE, FileKind.PROJECT):
        return _any_of(unread, files.readings)
    is_profile = unread.kind is FileKind.PROFILE
    return bool(files.library.applications) if is_profile else True


def _any_of(unread: UnreadFile, targets: Iterable[str]) -> bool:
    return any(unread.holds(target) for target in targets)


RULE = Rule("rules-waiting", across=Comparison(read, compare, str), private_only=True)
