"""The keys of other formats: each leads to a field, or to one that may come."""

import pytest

from dossier.importing import structured_fields as keys
from dossier.model.base import Entry, shape
from dossier.model.profile import Education, Employment, Profile
from dossier.model.project import Project

TO_COME = {"highlights", "location", "url", "courses", "score", "summary", "from", "to"}


@pytest.mark.parametrize(
    ("table", "model"),
    [
        (keys.WORK, Employment),
        (keys.EDUCATION, Education),
        (keys.PROJECT, Project),
        (keys.BASICS, Profile),
    ],
)
def test_keys_lead_to_fields(table: keys.Keys, model: type[Entry]) -> None:
    assert set(table.values()) - set(shape(model)) <= TO_COME
