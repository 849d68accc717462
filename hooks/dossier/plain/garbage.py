"""How often Python looks for garbage that refers to itself: seldom, while much is made that stays.

It looks whenever some hundreds of things were made and stayed. A build makes millions that stay
until its end, and would spend a sixth of its time looking at them again and again.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

_SELDOM = (50_000, 5, 100)
_USUAL = gc.get_threshold()


def look_seldom() -> None:
    """Look when tens of thousands of things were made since the last look, and not at the end."""
    gc.set_threshold(*_SELDOM)
    _leave_the_rest()


@cache
def _leave_the_rest() -> None:
    """Leave what is there when Python ends to the system: to look at all of it takes a sixth."""
    atexit.register(gc.freeze)


def look_as_usual() -> None:
    """Look as often as when this program started."""
    gc.set_threshold(*_USUAL)


@contextmanager
def not_looking() -> Iterator[None]:
    """Do not look while nothing is made that refers to itself: what is done with goes at once."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # Both at once make what is there old, unlooked at: all of it would be looked at now.
            gc.freeze()
            gc.unfreeze()
            gc.enable()
