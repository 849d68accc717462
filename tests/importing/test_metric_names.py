"""Names of metrics, which the words around a figure give or leave to the author."""

from dossier.importing.figures import proposed_metrics


def names(claim: str) -> list[str]:
    return [str(metric["name"]) for metric in proposed_metrics(claim)]


def test_name_is_what_the_figure_counts_or_the_sentence_is_about() -> None:
    told = {
        "Raised conversion from sight test to dispense from 58% to 67% in two years": "conversion",
        "Brought the waiting time between test and dispense down from 19 to 8 minutes": (
            "waiting time"
        ),
        "Cut remakes and returns from 6.1% to 3.4% of jobs": "remakes and returns",
        "Reduced no-shows from 12% to 7%": "no-shows",
        "Cut central-line infections by 38%": "central-line infections",
        "Built the pipeline that reduced storage cost per byte by 25%": "storage cost",
        "Kept the log, cutting waste per head by 25%": "waste",
        "Kept the van stock, cutting waste by 18%": "waste",
        "Held stock loss below 1%": "stock loss",
        "Kept the waiting list and cut it from 11 to 6 weeks": "waiting list",
        "Won $18M in grants": "grants",
        "12 volunteers joined us": "volunteers",
        "Second in charge of a pastry section of 5 in a restaurant": (
            "people in the pastry section"
        ),
        "The share of guests who left before noon fell from 17 % to 8 %": (
            "share of guests who left"
        ),
        "Parcels damaged fell from 12% to 7%": "Parcels damaged",
        "Head of the night shift of 28": "people in the night shift",
        "Cut overdue jobs in the PMS (AMOS) from 186 to 23 within 14 months": "overdue jobs",
        "Delivered the docking 6% under a budget of which we knew": "under budget",
        "Cut the turnaround of a volume from 95 to 11 minutes": "turnaround of a volume",
        "Fitted 11 low noise glycol chiller packs": "low noise glycol chiller packs",
        "Ran a research budget of £60,000 a year": "research budget a year",
    }
    for claim, name in told.items():
        assert names(claim) == [name], claim


def test_what_is_counted_where_it_was_does_not_take_the_name_of_what_changed() -> None:
    claim = "Brought the annual leak rate across the 46 sites down from 14.5% to 6.2% of charge"
    assert names(claim) == ["sites", "annual leak rate"]


def test_what_is_not_clear_is_left_to_its_author() -> None:
    for claim in (
        "Train new starters, all signed off within 12 weeks",
        "$1.2M saved by consolidating vendors",
        "I froze from 1,234 to 2,345 things",
        "Grew by 40% when I led it",
        "Self-funded 80% of it",
        "Designed the architecture that offloaded 80% of usage",
        "Won $18M in 2025",
        "We finished 2 days early",
        "Wrote the case, and got £84,000 for it",
    ):
        assert names(claim) == [], claim


def test_what_has_a_figure_of_its_own_ahead_of_a_colon_names_no_other() -> None:
    assert names("A 5-day course: 12% more") == []
    assert names("Drafts 5 measured: 9% to 4%") == ["Drafts"]


def test_a_name_keeps_its_object_and_no_verb() -> None:
    told = {
        "Brought first calls (triage) within 2 hours of arrival from 58% to 88%": "first calls",
        "Rebuilt the shop; time to first quote on repairs fell from 9 to 4 days": (
            "time to first quote on repairs"
        ),
        "Cut the time to settle a claim from 9 to 4 days": "time to settle a claim",
        "Kept the ledger of timber; cut waste by 12% without longer hours": "waste",
        "Kept the log and cut waste by 12%": "waste",
        "Cold drafts measured before and after: 9% to 4%": "Cold drafts",
        "Time from order to delivery cut by 30%": "Time from order to delivery",
        "Brought the wait for repairs down from 6 weeks to 2 weeks": "wait for repairs",
    }
    assert {claim: names(claim) for claim in told} == {c: [name] for c, name in told.items()}
    for claim in ("Time fell from 41 to 22 hours", "Sashes are hung within 12 days"):
        assert names(claim) == [], claim


def test_what_something_was_cut_by_has_its_sign() -> None:
    told = {
        "Cut waste by 12% with longer rods": "-",
        "Raised output by 15%": "+",
        "Stock loss of 4%": None,
    }
    signs = {claim: [m.get("op") for m in proposed_metrics(claim)] for claim in told}
    assert signs == {claim: [op] for claim, op in told.items()}


def test_what_changed_is_named_and_what_it_is_counted_in_is_its_unit() -> None:
    told = {
        "Fitted 38 looms, which cut pitch drift between visits from 11 cents to 4 cents": (
            ("pitch drift", "cents")
        ),
        "Grew membership from 120 members to 310": ("membership", "members"),
        "Reduced the team from 14 people to 9": ("team", "people"),
        "Went from 3 sites to 11 sites": ("sites", None),
        "Dinner grew from 40 covers to 95 covers": ("covers", None),
        "Complaints from students went from 212 in 2019 to 47": ("Complaints", None),
        "Raised output from 40 pairs a week to 55": ("pairs", None),
    }
    for claim, expected in told.items():
        metric = proposed_metrics(claim)[-1]
        assert (metric["name"], metric.get("unit")) == expected, claim
        assert "before" in metric, claim


def test_what_is_counted_out_of_things_names_no_time() -> None:
    assert names("I rebuilt 120 of the cues in 2 nights") == []
