"""Try all cases of a table in one test, which tells of each that fails."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Case = TypeVar("Case")


def each(cases: Iterable[Case], check: Callable[[Case], None]) -> None:
    """Make the same check of every case: to report each by itself takes longer than to try it."""
    tried, failed = 0, []
    for case in cases:
        tried += 1
        if fault := _fault(case, check):
            failed.append(f"{case}: {fault}")
    assert tried, "there is no case"
    assert not failed, "\n".join([f"{len(failed)} of {tried} cases:", *failed])


def _fault(case: Case, check: Callable[[Case], None]) -> str:
    try:
        check(case)
    except AssertionError as error:
        return str(error) or "is not as it must be"
    return ""
