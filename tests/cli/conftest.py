"""The day on which commands are tried, for all that asks the clock."""

from datetime import date

import pytest

from dossier.plain import dates

TODAY = date(2026, 3, 1)
"""The day that `tests.sites.DAY` names."""


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dates, "current_day", lambda: TODAY)
