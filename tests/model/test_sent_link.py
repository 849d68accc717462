"""A link that was sent: for whom, and whether it opens."""

from dataclasses import replace
from datetime import date

import pytest

from dossier.model.sent_link import SentLink

LINK = SentLink("acme-1", "acme", None, "Eve")
DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("link", "state"),
    [
        (LINK, "active"),
        (replace(LINK, expires=DAY), "active"),
        (replace(LINK, expires=date(2026, 2, 28)), "active"),
        (replace(LINK, expires=date(2026, 2, 27)), "expired"),
        (replace(LINK, expires=date.max), "active"),
        (replace(LINK, ended=date(2031, 5, 1)), "broken"),
        (replace(LINK, expires=date(2026, 2, 27), ended=DAY), "expired"),
        (replace(LINK, ended=DAY, revoked=DAY), "revoked"),
        (replace(LINK, expires=DAY, revoked=date(2026, 2, 1)), "revoked"),
    ],
)
def test_link_opens_until_its_day_is_over_everywhere_or_it_is_withdrawn(
    link: SentLink, state: str
) -> None:
    assert link.state(DAY) == state


def test_link_without_a_label_goes_by_its_uid() -> None:
    assert (LINK.recipient, replace(LINK, label="").recipient) == ("Eve", "acme-1")
