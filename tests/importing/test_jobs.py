"""Heads of jobs."""

import pytest

from dossier.importing.jobs import employer_alone, names_nothing, placed, read_job, without_size


@pytest.mark.parametrize(
    "head",
    [
        "### Data Engineer, Acme (2019 – 2021)",
        "### Acme — Data Engineer | 2019 – 2021",
        "**Data Engineer** | Acme | 2019 – 2021",
        "- **Acme** · *Data Engineer* · 2019-2021",
        "Data Engineer at Acme, 2019 to 2021",
        "Data Engineer @ Acme (2019–2021)",
        "2019 – 2021: Data Engineer, Acme",
        "### Acme\n*Data Engineer*\n2019 – 2021",
        "| 2019 – 2021 | Acme | Data Engineer |",
    ],
)
def test_head_says_title_employer_and_dates(head: str) -> None:
    found = read_job(head.split("\n"))
    assert found
    assert (found.values["title"], found.values["employer"]) == ("Data Engineer", "Acme")
    assert found.span
    assert (found.span.since, found.span.until) == ("2019", "2021")


def test_length_of_a_job_is_nobody() -> None:
    assert read_job(["January 2021 - Present (3 years 2 months)"]) is None


@pytest.mark.parametrize("head", ["### Alpha Beta, Gamma (2019 – 2020)", "2019 – 2020", "Engineer"])
def test_head_that_does_not_say_which_is_which_is_left(head: str) -> None:
    assert read_job([head]) is None


def test_title_below_an_employer_takes_it() -> None:
    assert employer_alone(["### Meridian Health"]) == "Meridian Health"
    assert employer_alone(["### Data Engineer"]) == ""
    found = read_job(["#### Data Engineer", "*2019 – 2021*"], "Meridian Health")
    assert found
    assert found.values["employer"] == "Meridian Health"
    assert found.said == ("Data Engineer",)


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ("### Acme\nLeeds, UK\nData Engineer\n2019", ("Data Engineer", "Acme", "Leeds, UK")),
        ("Data Engineer, Acme, Leeds\n2019", ("Data Engineer", "Acme", "Leeds")),
        ("[Acme](https://a.example) | Keeper of Yarn | 2019", ("Keeper of Yarn", "Acme", None)),
    ],
)
def test_place_and_employer_are_told_apart(head: str, values: tuple[str, str, str | None]) -> None:
    found = read_job(head.split("\n"))
    assert found
    assert tuple(found.values.get(key) for key in ("title", "employer", "location")) == values


def test_a_bracket_that_tells_of_the_house_is_no_part_of_its_name_or_place() -> None:
    hotel = {"title": "Chef", "employer": "Hotel Pont", "location": "Lyon"}
    told = {
        "**Chef, Hotel Pont, Lyon** (142 rooms, five stars)": "142 rooms, five stars",
        "### Chef, Hotel Pont, Lyon (one Michelin star) | Jan 2019 \u2013 Feb 2020": (
            "one Michelin star"
        ),
        "### Chef, Hotel Pont (120 beds), Lyon": "120 beds",
    }
    for head, size in told.items():
        found = read_job([head])
        assert found is not None, head
        assert found.values == {**hotel, "summary": size}, head
        assert size in found.said
    for kept in ("York (remote)", "York (2 years)"):
        found = read_job([f"### Chef, Acme, {kept}"])
        assert found is not None
        assert found.values["location"] == kept


def test_a_remark_behind_dates_is_no_place() -> None:
    told = {
        "Porter, Mill Hotel, Perth — *03/2015 – 04/2019* (part time until 2016)": (
            "Perth",
            "part time until 2016",
        ),
        "Porter, Mill Hotel, Perth, 2015–2019 — nights, mostly": ("Perth", "nights, mostly"),
        "Porter | Mill Hotel | 2015–2019 (remote)": ("remote", None),
        "Porter | Mill Hotel | 2015–2019 — Perth": (None, None),
        "Porter, Mill Hotel, Perth, 2015–2019 (Saturdays only from 2018)": (
            "Perth",
            "Saturdays only from 2018",
        ),
        "Porter, Mill Hotel, Perth, 2015–2019 (0.8 FTE)": ("Perth", "0.8 FTE"),
        "Porter, Mill Hotel, Perth, 2015–2019 (4 years 2 months)": ("Perth", None),
        "Porter, Mill Hotel, Perth, 2015–2019, four days a week": ("Perth", "four days a week"),
        "Porter, Mill Hotel, Perth, 2015–2019 (with the Perth Trust)": (
            "Perth",
            "with the Perth Trust",
        ),
    }
    for head, (place, remark) in told.items():
        found = read_job([head])
        assert found, head
        assert (found.values.get("location"), found.values.get("summary")) == (place, remark), head
    assert names_nothing("2012 - 2017 (still take on two or three a year)")


def test_a_place_may_stand_in_brackets_behind_an_employer() -> None:
    told = {
        "Porter @ Mill Hotel (Perth)": ("Mill Hotel", "Perth"),
        "Porter @ Mill Hotel (MH)": ("Mill Hotel (MH)", None),
        "Porter @ Mill Hotel (part of Acme)": ("Mill Hotel (part of Acme)", None),
    }
    for head, (employer, place) in told.items():
        found = placed(read_job([f"### {head}", "2015 – 2019"]))
        assert found, head
        assert (found.values["employer"], found.values.get("location")) == (employer, place), head
    assert placed(None) is None


def test_a_line_too_long_for_a_head_has_no_remark() -> None:
    line = f"2015 – 2019{' ' * 400}(part time until 2016)"
    assert without_size([line]) == ([line], "")
