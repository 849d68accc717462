"""A section is a list of jobs by its shape, unless its heading names another thing."""

from dossier.importing.job_lists import lists_jobs
from tests.importing.test_resumes import read

SHOWS = """\
**Lighting Technician, Old Mill Theatre**
03/2018 \u2013 present

- Rigged 40 shows

**Followspot, Harbour Opera**
2015 \u2013 2018

- Ran 3 lamps

### Usher, Harbour Opera

2014 \u2013 2015, in the evenings
"""


def test_dated_entries_with_titles_are_jobs_whatever_their_heading_says() -> None:
    for heading in ("Touring seasons", "Backstage", "On board", "Train crews", "Studio work"):
        draft = read(f"# Ada\n\n## {heading}\n\n{SHOWS}\n## Skills\n\nlamps, dimmers\n")
        told = [(job["title"], job["employer"]) for job in draft.profile.get("work", ())]
        assert told[:2] == [
            ("Lighting Technician", "Old Mill Theatre"),
            ("Followspot", "Harbour Opera"),
        ], heading


def test_what_is_known_to_be_another_thing_is_no_list_of_jobs() -> None:
    for heading in (
        "Volunteer work", "Selected projects", "Publications and talks", "Study abroad",
        "Professional training", "Exhibitions", "Committee roles", "Awards received",
    ):  # fmt: skip
        assert not lists_jobs(heading, SHOWS), heading
    others = {
        "no title": SHOWS.replace("Technician", "Nights"),
        "no dates": SHOWS.replace("03/2018 \u2013 present", "").replace("2015 \u2013 2018", ""),
        "nothing below": SHOWS.replace("- R", "**R"),
        "studies": "**MSc Engineering, York University**\n2015 \u2013 2018\n\n- Thesis\n",
        "prose": "I was an engineer in 2015 \u2013 2018.\n\nThen I rested.\n",
        "": "",
    }
    for name, text in others.items():
        assert not lists_jobs("Backstage", text), name


def test_rows_with_dates_and_titles_are_jobs() -> None:
    table = "| When | What | Where |\n|---|---|---|\n"
    table += (
        "| 03/2021 to date | Pastry Chef | Mill Café, Leeds |\n| 2017–2021 | Cook | Inn, Hale |\n"
    )
    assert lists_jobs("what i do now and did before", table)
    assert not lists_jobs("what i do now", table.replace("Chef", "Day").replace("Cook", "Night"))
