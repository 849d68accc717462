import pytest
from pydantic import ValidationError

from dossier.model.audience import Audience
from dossier.model.base import shape
from dossier.model.profile import Education, Employment, Lead, Profile, Stated

PRIVATE, SHARED, PUBLIC = Audience


def test_who_sees_what_of_the_profile_is_as_specified() -> None:
    seen = {key: field.audience for key, field in shape(Profile).items()}
    assert seen == {
        **dict.fromkeys(("name", "headline", "language", "links", "leads"), PUBLIC),
        **dict.fromkeys(("location", "relocation", "email", "phone", "resume"), SHARED),
        **dict.fromkeys(("work", "education"), SHARED),
    }


def test_who_sees_what_of_a_lead_is_as_specified() -> None:
    assert {key: field.audience for key, field in shape(Lead).items()} == {
        **dict.fromkeys(("id", "title", "line"), PUBLIC),
        **dict.fromkeys(("projects", "targets", "notes"), PRIVATE),
    }


def test_fact_is_shared_unless_it_says_otherwise() -> None:
    assert Stated.model_validate("Austin") == Stated(value="Austin", audience=SHARED)
    stated = Stated.model_validate({"value": "Austin", "audience": "public"})
    assert stated.audience is PUBLIC


def test_entries_of_a_life_are_shared_unless_they_say_otherwise() -> None:
    assert Employment.model_validate({"employer": "edX"}).audience is SHARED
    assert Education.model_validate({"field": "Latin"}).audience is SHARED


def test_dates_of_employment_are_written_from_and_to() -> None:
    job = Employment.model_validate({"employer": "edX", "from": 2019, "to": "2024-06"})
    assert (job.since, job.until) == ("2019", "2024-06")


def test_profile_needs_a_name_only() -> None:
    assert Profile(name="Ada").leads == ()
    with pytest.raises(ValidationError):
        Profile.model_validate({})
