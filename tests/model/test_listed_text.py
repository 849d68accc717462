"""A colon in a text of a list."""

import pytest
from pydantic import ValidationError

from dossier.model.profile import Profile
from dossier.plain.yaml import construct


def test_highlight_may_have_a_colon() -> None:
    text = "work: [{employer: Acme, highlights: [{All stations: doughs, b: c}]}]"
    told = (
        "work:\n  - employer: Acme\n    highlights:\n      - All stations worked: doughs, creams\n"
    )
    profile = Profile.model_validate({"name": "Ada", **construct(told, "")[0]})
    assert profile.work[0].highlights == ("All stations worked: doughs, creams",)
    with pytest.raises(ValidationError):
        Profile.model_validate({"name": "Ada", **construct(text, "")[0]})
