import pytest
from pydantic import ValidationError

from dossier.model.audience import Audience
from dossier.model.base import shape
from dossier.model.profile import (
    Education,
    Employment,
    Lead,
    Profile,
    Stated,
    is_running,
    newest_first,
)

PRIVATE, _, SHARED, PUBLIC = Audience


def test_who_sees_what_of_the_profile_is_as_specified() -> None:
    seen = {key: field.audience for key, field in shape(Profile).items()}
    assert seen == {
        **dict.fromkeys(("name", "headline", "language", "links", "leads"), PUBLIC),
        **dict.fromkeys(("location", "relocation", "email", "phone", "resume"), SHARED),
        **dict.fromkeys(("work", "education", "skills"), SHARED),
        **dict.fromkeys(("languages", "publications", "certificates", "awards"), SHARED),
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
    assert Education.model_validate({"degree": "MBA"}).field is None
    with pytest.raises(ValidationError, match="names its field, its degree or the place"):
        Education.model_validate({"from": "2015"})


def test_dates_of_employment_are_written_from_and_to() -> None:
    job = Employment.model_validate({"employer": "edX", "from": 2019, "to": "2024-06"})
    assert (job.since, job.until) == ("2019", "2024-06")


@pytest.mark.parametrize(
    ("dates", "kept"),
    [
        ({"from": "May 2014", "to": "now"}, ("2014-05", "present")),
        ({"from": 2019, "to": "06/2024"}, ("2019", "2024-06")),
    ],
)
@pytest.mark.parametrize("model", [Employment, Education])
def test_dates_of_a_life_are_read_as_resumes_have_them(
    model: type[Employment | Education], dates: dict[str, object], kept: tuple[str, str]
) -> None:
    period = model.model_validate({"employer" if model is Employment else "field": "A"} | dates)
    assert (period.since, period.until) == kept


def test_nothing_begins_at_present() -> None:
    with pytest.raises(ValidationError):
        Employment.model_validate({"employer": "A", "from": "present"})


def test_jobs_go_from_the_newest_to_the_oldest_and_running_ones_come_first() -> None:
    jobs = (
        {"employer": "undated"},
        {"employer": "intern", "to": 2014},
        {"employer": "old", "from": 2015, "to": 2019},
        {"employer": "running", "from": 2019},
        {"employer": "also undated"},
        {"employer": "aside", "from": "2020-05", "to": "present"},
        {"employer": "short", "from": 2018, "to": 2019},
    )
    work = [Employment.model_validate(job) for job in jobs]
    assert [job.employer for job in newest_first(work)] == [
        *("aside", "running", "short", "old", "intern", "undated", "also undated")
    ]
    assert [job.employer for job in work if is_running(job)] == ["running", "aside"]


def test_profile_needs_a_name_only() -> None:
    assert Profile(name="Ada").leads == ()
    with pytest.raises(ValidationError):
        Profile.model_validate({})
