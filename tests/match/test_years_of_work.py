"""Years of work that are asked for, beside the jobs of a profile."""

from dossier.match.background import profile_facts
from dossier.match.years_of_work import years_of_each
from dossier.model.profile import Employment, Profile
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


def test_unbroken_jobs_of_one_trade_add_up_to_the_years_that_are_asked() -> None:
    jobs = [
        {"employer": "H\u00f4tel", "title": "Sous Chef P\u00e2tissi\u00e8re", "from": "2020-03"},
        {"employer": "Tilleul", "title": "Chef P\u00e2tissier", "from": "2016-06", "to": "2020-02"},
        {
            "employer": "Maison",
            "title": "Commis P\u00e2tissier",
            "from": "2013-09",
            "to": "2016-05",
        },
        {"employer": "Shop", "title": "Clerk", "from": "2012-09", "to": "2013-08"},
        {"employer": "Old", "title": "P\u00e2tissier", "from": "2001", "to": "2002"},
    ]
    profile = Profile.model_validate({"name": "Ada", "work": jobs})
    told = {
        "At least 8 years in h\u00f4tel kitchens": ("12 years", "Sep 2013", 3),
        "Three years in h\u00f4tel kitchens": ("6 years", "Mar 2020", 1),
        "8 years of experience, of which 3 in a h\u00f4tel": ("15 years", "2001", 5),
    }
    for item, (length, since, count) in told.items():
        (fact,) = profile_facts(item, profile, AS_OF)
        assert fact.text.startswith(f"{length} of work since {since}: "), (item, fact.text)
        assert fact.text.count("(") == count, (item, fact.text)


def test_years_are_of_what_a_job_was_as_a_whole_and_as_many_as_are_asked() -> None:
    jobs = [
        {"employer": "Sea Ltd", "title": "Surveyor", "from": "2022-03", "highlights": ["Offshore"]},
        {"employer": "Port", "title": "Surveyor", "from": "2016-03", "to": "2022-02"},
    ]
    profile = Profile.model_validate({"name": "Ada", "work": jobs})
    told = {
        "At least 8 years' offshore experience": (True, 1),
        "8 years as a surveyor": (False, 1),
        "20 years of experience": (False, 0.5),
        "8 years as a surveyor or offshore": (False, 1),
        "3 years of welding": (True, 1),
    }
    for item, (is_guess, part) in told.items():
        fact = profile_facts(item, profile, AS_OF)[0]
        assert (fact.is_guess, round(fact.share, 1)) == (is_guess, part), (item, fact)


def test_years_of_what_is_a_name_are_of_no_other_word_and_of_no_employer() -> None:
    jobs = [
        {"employer": "Swift Carriers", "title": "Driver", "from": "2020-03"},
        {"employer": "Acme", "title": "Go Developer", "from": "2010-03", "to": "2020-02"},
        {"employer": "Yard", "title": "Hand", "from": "2001", "to": "2009", "summary": "No rust"},
    ]
    profile = Profile.model_validate({"name": "Ada", "work": jobs})
    told = {
        name: [
            (fact.text.split(": ")[1], fact.is_guess)
            for fact in profile_facts(f"3 years of experience with {name}", profile, AS_OF)
        ]
        for name in ("Swift", "Go", "Rust")
    }
    guesses = [
        ("Driver (Swift Carriers)", True),
        ("Go Developer (Acme)", True),
        ("Hand (Yard)", True),
    ]
    assert told == {"Swift": guesses, "Go": [("Go Developer (Acme)", False)], "Rust": guesses}


def test_less_than_a_year_is_told_in_months_and_a_job_without_dates_not_at_all() -> None:
    jobs = [
        Employment.model_validate({"employer": name, "title": "Binder", **dates})
        for name, dates in (
            ("A", {"from": "2026-01", "to": "2026-01"}),
            ("B", {"from": "2025-03", "to": "2025-09"}),
            ("C", {}),
            ("D", {"from": "2027-01"}),
        )
    ]
    told = [(job.employer, text) for job, text in years_of_each("2 years of binding", jobs, AS_OF)]
    assert told == [
        ("A", "1 month of work since Jan 2026: Binder (A)"),
        ("B", "7 months of work since Mar 2025: Binder (B)"),
    ]


def test_unbroken_jobs_may_be_of_the_trade_that_the_headline_names() -> None:
    jobs = [
        {"employer": "A", "title": "Senior Service Engineer", "from": "2019-03"},
        {"employer": "B", "title": "Refrigeration Technician", "from": "2014-06", "to": "2019-02"},
        {"employer": "C", "title": "Apprentice", "from": "2009-09", "to": "2014-05"},
        {"employer": "D", "title": "Waiter", "from": "2002-01", "to": "2008-12"},
    ]
    item = "At least 8 years' hands-on experience of commercial or industrial refrigeration"
    told = {
        "Refrigeration technician": [("16 years", True, 1.0), ("4 years", True, 0.0)],
        "Service engineer": [("4 years", True, 0.0)],
    }
    for headline, expected in told.items():
        profile = Profile.model_validate({"name": "Ada", "headline": headline, "work": jobs})
        found = profile_facts(item, profile, AS_OF)
        assert [(f.text[:8].strip(), f.is_guess, f.weight) for f in found] == expected, headline
    twenty = item.replace("8", "20")
    (fact,) = profile_facts(twenty, profile.model_copy(update={"headline": "Refrigeration"}), AS_OF)
    assert fact.text.startswith("4 years")
