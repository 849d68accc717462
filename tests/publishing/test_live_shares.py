"""Live shares that cannot be drawn, and the day by which to publish again."""

from dataclasses import dataclass
from datetime import date

import pytest

from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.publishing.live_shares import next_due, share_problems
from tests.builders import MINIMAL, tree_of


@dataclass(frozen=True)
class Share:
    id: str = "a" * 26
    label: str = "Eve"
    application: str = "acme"
    role: str | None = None
    expires: date | None = None
    day: date | None = None
    company: str | None = None
    created: date = date(2026, 2, 1)
    uid: str = "acme-1"


BROKEN = {"content/applications/acme/index.md": "---\ncompany: [\n---\n"}


@pytest.mark.parametrize(
    ("share", "changed", "messages"),
    [
        (Share(), {}, []),
        (Share(role="ml"), {}, []),
        (Share(application="acne"), {}, ["has no application `acne` that can be shared"]),
        (Share(role="rust"), {}, ["is for the role `rust`, which its application has no more"]),
        (Share(company="ACME, Inc."), {}, []),
        (
            Share(company="Globex"),
            {},
            ["was made for Globex, and its application is now for Acme"],
        ),
        (Share(), BROKEN, ["cannot be drawn, because its application cannot be read"]),
    ],
)
def test_share_that_cannot_be_drawn_is_told(
    share: Share, changed: dict[str, str], messages: list[str]
) -> None:
    tree = tree_of(MINIMAL | changed)
    found = list(share_problems([share], assemble(tree, Audience.SHARED)[0], tree, {}))
    assert [p.message for p in found] == [f"the share for `Eve` {m}" for m in messages]
    assert all(p.code == "share-broken" and "dossier share revoke" in p.hint for p in found)


def test_first_to_expire_says_when_to_publish_again() -> None:
    days = [date(2026, 5, 1), date(2026, 4, 1)]
    assert next_due([Share(), *(Share(expires=day) for day in days)]) == date(2026, 4, 1)
    assert next_due([Share()]) is None
