"""What is missing in a view of others, told as its author knows it: there, and not for them.

Such a view does not tell what is private from what is not there, and its public build's log must
not. Whoever publishes sees all, and is to open the record, not to look for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dossier.plain.problems import Problem


def told_why(found: Iterable[Problem], authors: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of a view, those of the author's in their place where that hides it."""
    hidden = {problem.where: problem for problem in authors if problem.code == "evidence-private"}
    return (hidden.get(problem.where, problem) for problem in found)
