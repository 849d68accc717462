"""*Same place* is the school of the study before."""

import pytest

from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.model.audience import Audience
from dossier.model.library import Library

TEXT = """\
# Ann Lee

## {0}

- NVQ Level 3 Diploma in Welding, Leeds College, 2011
- NVQ Level 2, same place, 2010

## Licences

- Crane ticket, same place
- Crane rating, as above or below

## Work

### Weaver, Mill, 2019 \u2013 2020
"""


@pytest.mark.parametrize("heading", ["Education", "School & training"])
def test_what_says_so_is_of_the_school_before(heading: str) -> None:
    text = TEXT.format(heading)
    draft = read_input("cv.md", text.encode(), Library(Audience.PRIVATE))
    assert isinstance(draft, Draft)
    every = [*draft.profile["education"], *draft.profile["certificates"]]
    second = next(each for each in every if "NVQ Level 2" in each.values())
    assert "Leeds College" in second.values()
    crane, rating = draft.profile["certificates"][-2:]
    assert crane == {"name": "Crane ticket", "issuer": "Leeds College"}
    assert "issuer" not in rating
    assert (draft.account().lost, draft.account().invented) == ((), ())
