"""What is wrong with a site, told while it is built; after an edit, what is new of that."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from dossier.build import Site
from dossier.plain.problems import Problem

log = logging.getLogger("mkdocs.plugins.dossier")


def report(site: Site, before: Site | None = None) -> None:
    """Log what is wrong. Errors count for `--strict`; what is merely missing does not.

    What was wrong before an edit, too, is counted and not told again.
    """
    errors = site.diagnosis.errors
    new = _without(errors, before.diagnosis.errors) if before else errors
    for problem in new:
        log.warning("%s", problem)
    if len(new) < len(errors):
        log.info("%d errors as before; `dossier check` lists them", len(errors) - len(new))
    missing = len(site.diagnosis.problems) - len(errors)
    if missing:
        log.info("%d warnings about what is missing; `dossier check` lists them", missing)


def _without(problems: Sequence[Problem], before: Sequence[Problem]) -> Sequence[Problem]:
    """Return the problems that were not there before. Most are the very objects."""
    seen, kept = set(map(id, before)), set(map(id, problems))
    gone = {problem for problem in before if id(problem) not in kept}
    return [each for each in problems if id(each) not in seen and each not in gone]
