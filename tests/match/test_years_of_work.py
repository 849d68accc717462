"""Years of work that are asked for, beside the jobs of a profile."""

from dossier.match.background import profile_facts
from dossier.model.profile import Profile
from tests.builders import AS_OF

AS_OPTICIAN = "Senior Assistant (Lindores Eyecare), Assistant (Harrow Opticians)"
OPTICIAN = Profile.model_validate(
    {
        "name": "Moira Tennant",
        "work": [
            {
                "employer": "Lindores Eyecare",
                "title": "Senior Assistant",
                "from": "2021-03",
                "to": "present",
                "highlights": ["Ran a practice of 2 rooms"],
            },
            {
                "employer": "Harrow Opticians",
                "title": "Assistant",
                "from": "2017-08",
                "to": "2021-02",
            },
            {"employer": "Galloway Shoes", "from": "2014-06", "to": "2017-07"},
        ],
    }
)


def test_years_in_a_field_count_the_jobs_in_it_and_name_them() -> None:
    told = {
        "At least 3 years' experience in an optical practice": [
            f"8 years of work since Aug 2017: {AS_OPTICIAN}"
        ],
        "Two years as a senior assistant in a practice": [
            "5 years of work since Mar 2021: Senior Assistant (Lindores Eyecare)"
        ],
        "Two years of welding": [
            "5 years of work since Mar 2021: Senior Assistant (Lindores Eyecare)",
            "3 years of work since Aug 2017: Assistant (Harrow Opticians)",
            "3 years of work since Jun 2014: Galloway Shoes",
        ],
    }
    for item, facts in told.items():
        assert [fact.text for fact in profile_facts(item, OPTICIAN, AS_OF)] == facts, item


def test_years_of_doing_something_are_those_of_the_jobs_in_which_it_was_done() -> None:
    jobs = [
        {"employer": "A", "title": "Tram driver", "from": "2006-01", "to": "2015-12"},
        {"employer": "B", "title": "Tram driver", "from": "2016-01", "highlights": ["Trained 9"]},
    ]
    profile = Profile.model_validate({"name": "Ada", "work": jobs})
    (fact,) = profile_facts("Five years' experience in training tram drivers", profile, AS_OF)
    assert fact.text.endswith("since Jan 2016: Tram driver (B)")
