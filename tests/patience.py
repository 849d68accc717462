"""Waiting in tests: for what must happen, never for time to pass."""

import time
from collections.abc import Callable

PATIENCE = 300
"""Seconds. Only what hangs for good takes as long: no verdict depends on a machine's load."""


def wait_until(holds: Callable[[], object], otherwise: Callable[[], str] = str) -> None:
    """Wait until something holds. Raises AssertionError with what `otherwise` says if it hangs."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, otherwise()
        time.sleep(0.05)
