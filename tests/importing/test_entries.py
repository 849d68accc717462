"""Sections of résumés to their entries."""

from dossier.importing.entries import (
    goes_on,
    heads_job,
    heads_project,
    heads_study,
    is_bold,
    split_entries,
)


def test_entries_begin_at_headings_dates_and_bold_lines() -> None:
    text = (
        "Intro.\n\n### Acme\n*Data Engineer*\n2019 – 2021\n\n- did 5 things in 2020\n\n"
        "**Globex** — Data Analyst\n2016 – 2019\n- **Bold** start\n"
    )
    found = list(split_entries(text, heads_job, goes_on=goes_on))
    assert [head for head, _ in found] == [
        [],
        ["### Acme", "*Data Engineer*", "2019 – 2021"],
        ["**Globex** — Data Analyst", "2016 – 2019"],
    ]
    assert "- **Bold** start" in found[2][1]


def test_each_item_with_dates_is_an_entry() -> None:
    text = "- **A Engineer**, B, 2019 – 2020\n- **C Engineer**, D, 2016 – 2019\n"
    assert [len(head) for head, _ in split_entries(text, heads_job, goes_on=goes_on)] == [1, 1]


def test_each_line_with_dates_is_an_entry() -> None:
    text = "2019 – 2020: A Engineer\n2016 – 2019: B Engineer\n"
    assert [len(head) for head, _ in split_entries(text, heads_job, goes_on=goes_on)] == [1, 1]


def test_lines_above_mere_dates_belong_to_them() -> None:
    text = (
        "Acme\nData Engineer\nJan 2019 - Present (5 years 2 months)\n\nDid it.\n\n"
        "Globex\nAnalyst\n2016 - 2018\n"
    )
    found = list(split_entries(text, heads_job, goes_on=goes_on))
    assert [head[:2] for head, _ in found if head] == [
        ["Acme", "Data Engineer"],
        ["Globex", "Analyst"],
    ]


def test_study_needs_no_dates_and_project_is_bold() -> None:
    assert heads_study("BA Economics, Brandeis University")
    assert not heads_study("- Dean's list")
    assert heads_project("- **Loom**: weaves")
    assert not heads_project("- Loom: weaves")
    assert is_bold("__Loom__")


def test_dates_below_a_head_and_a_short_line_are_its_own() -> None:
    text = (
        "**BSc Weaving**\nDerwent Hall\n2009 – 2012\n\n**Access to Looms**, Derwent Hall, 2009\n\n"
        "**Rope Three** — Rope Hall, 2017\n"
    )
    found = list(split_entries(text, heads_study, goes_on=goes_on))
    assert [head for head, _ in found] == [
        ["**BSc Weaving**", "Derwent Hall", "2009 – 2012"],
        ["**Access to Looms**, Derwent Hall, 2009"],
        ["**Rope Three** — Rope Hall, 2017"],
    ]
