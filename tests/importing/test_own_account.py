"""Jobs of those whom nobody employed, and of those who do not say who did."""

import json

import pytest

from dossier.importing.draft import Draft
from dossier.importing.json_resume import read_json_resume
from dossier.importing.own_account import own_account, unread_lines, unread_remark
from dossier.importing.resumes import read_resume

OWN = {
    "### Freelance Hydrographic Surveyor\n*Sept 2020 – Feb 2022*": (
        "Freelance Hydrographic Surveyor",
        "Self-employed",
    ),
    "**Self-employed joiner** | 2012 – 2015": ("Self-employed joiner", "Self-employed"),
    "### Independent tax consultant (2012 – 2015)": (
        "Independent tax consultant",
        "Self-employed",
    ),
    "### Freiberufliche Grafikerin\nseit 2019": ("Freiberufliche Grafikerin", "Selbstständig"),
    "### Traductrice indépendante\n2015 – 2019": ("Traductrice indépendante", "Indépendant"),
    "### Self-employed (2012 – 2015)": (None, "Self-employed"),
}
EMPLOYED = {
    "### Freelance Editor – Lakeside Press\n*2015 – 2019*": ("Freelance Editor", "Lakeside Press"),
    "### Midwife, St Mary's Hospital (2012 – 2015)": ("Midwife", "St Mary's Hospital"),
    "### Bakery Lund (2012 – 2015)": (None, "Bakery Lund"),
}
PLACED = {
    "### Self-employed tuner, Hale and north Bree\n**2010 – 2013** *(and a few, Saturdays)*": (
        "Hale and north Bree",
        "and a few, Saturdays",
    ),
    "### Sole trader, boundary surveys, mid Wales\n*Evenings and weekends*, 2010 – 2012": (
        "mid Wales",
        "Evenings and weekends",
    ),
    '**Own business "Roz", Hebden Bridge**, 2014 – 2016 — repairs, until the van died': (
        "Hebden Bridge",
        "repairs, until the van died",
    ),
    "### Independent midwife, north Donegal (2019 – 2020)": ("north Donegal", None),
    "### Independent midwife, Hale and Bree\n2015–2017 | evenings, around a job": (
        "Hale and Bree",
        "evenings, around a job",
    ),
}
UNTOLD = (
    "### Hydrographic Surveyor\n*Sept 2020 – Feb 2022*",
    "**Pastry chef** | 2012 – 2015",
    "### Independent Living Nurse (2012 – 2015)",
    "Staff nurse, 2012 – 2015",
)


def read(head: str) -> Draft:
    draft = read_resume(f"# Ada Example\n\n## Experience\n\n{head}\n\n- Did 12 things\n")
    assert (draft.account().lost, draft.account().invented) == ((), ())
    return draft


@pytest.mark.parametrize("head", [*OWN, *EMPLOYED])
def test_dated_heading_is_a_job(head: str) -> None:
    draft = read(head)
    (job,) = draft.profile["work"]
    assert (job.get("title"), job["employer"]) == (OWN | EMPLOYED)[head]
    assert job.get("kind") == ("freelance" if head in OWN else None)
    assert "from" in job
    assert not draft.remarks
    assert not draft.parts


@pytest.mark.parametrize("head", PLACED)
def test_own_account_has_a_place_and_remarks_and_no_employer(head: str) -> None:
    draft = read(head)
    (job,) = draft.profile["work"]
    assert (job["employer"], job["kind"]) == ("Self-employed", "freelance")
    assert (job["location"], job.get("summary")) == PLACED[head]
    # One who was free to work for several may name one of them.
    assert bool(draft.guesses) is ("Independent" in head)


def test_who_names_an_employer_by_its_kind_has_one() -> None:
    draft = read("### Freelance tuner, Mill Hotel, Leeds (2019 – 2020)")
    (job,) = draft.profile["work"]
    assert (job["employer"], job["location"]) == ("Mill Hotel", "Leeds")


@pytest.mark.parametrize("head", UNTOLD)
def test_job_of_nobody_knows_whom_is_told_by_name(head: str) -> None:
    draft = read(head)
    assert "work" not in draft.profile
    (remark,) = draft.remarks
    assert remark.startswith("`")
    assert all(word in remark for word in head.replace("*", "").strip("# ").split())
    assert remark.endswith("below `work:` in content/profile.yml")


def test_job_that_only_a_heading_tells_is_one_of_its_own() -> None:
    begin = "# Ada\n\n## Experience\n\n"
    text = f"{begin}### Bakery Lund (2015 – 2017)\n\n### Cook, Mill Inn (2012 – 2014)\n"
    assert [job["employer"] for job in read_resume(text).profile["work"]] == [
        "Bakery Lund",
        "Mill Inn",
    ]
    above = "### Mill Inn (2012 – 2017)\n\n#### Cook (2014 – 2017)\n\n#### Porter (2012 – 2014)\n"
    assert [job["title"] for job in read_resume(begin + above).profile["work"]] == [
        "Cook",
        "Porter",
    ]


def test_items_with_dates_ahead_of_all_jobs_are_told() -> None:
    draft = read_resume(
        "# Ada\n\n## Experience\n\n- Deckhand, MV Ada, 2005 – 2007\n- 3 harbours\n\n"
        "### Mate, Bree Lines (2008 – 2012)\n\n- Sailed\n"
    )
    assert len(draft.profile["work"]) == 1
    assert ["`- Deckhand" in each or "`Deckhand" in each for each in draft.remarks] == [True]


def test_several_are_told_in_one_line() -> None:
    assert unread_remark(["A 2001 – 2002", "B 2003 – 2004"]).startswith(
        "`A 2001 – 2002`; `B 2003 – 2004` are no jobs"
    )
    assert unread_lines("Worked from 2001 to 2004 at sea.\nplain\n**Mate** 2001 – 2004") == [
        "Mate 2001 – 2004"
    ]
    assert own_account("Nurse") == {}


def test_data_without_an_employer_is_read_alike() -> None:
    def job(title: str) -> dict[str, str]:
        return {"position": title, "startDate": "2020-09", "endDate": "2022-02"}

    raw = {"basics": {"name": "Ada"}, "work": [job("Freelance surveyor"), job("Surveyor")]}
    draft = read_json_resume(json.loads(json.dumps(raw)))
    (held,) = draft.profile["work"]
    assert (held["title"], held["employer"], held["kind"]) == (
        "Freelance surveyor",
        "Self-employed",
        "freelance",
    )
    (remark,) = draft.remarks
    assert "`Surveyor 2020-09 2022-02` is no job" in remark
    assert (draft.account().lost, draft.account().invented) == ((), ())
