import time
from collections.abc import Mapping, Sequence

import pytest

from dossier.claims.findings import Finding, TypedMetric
from dossier.claims.judge import Judge
from dossier.plain.problems import Severity
from dossier.prose.passages import of_application, passages
from dossier.prose.statements import statements
from tests.builders import PROJECT, edited
from tests.claims.saying import EVIDENCE, HOME, home, library_of, with_metrics
from tests.claims.test_attribution import DOSSIER, PITCH

PRECISION = 'id: precision, name: precision, value: 22, unit: "%", op: "+", baseline: cosine'
RECALL = 'id: recall, name: recall, value: 26, unit: "%", op: "+"'
TESTS = 'id: tests, name: CI tests, value: 100, op: ">="'
TIME = "id: time, name: packing time, value: 9, unit: minutes, before: 14"
SITE = with_metrics(PRECISION, RECALL, TESTS, TIME) | {
    "content/projects/other.md": PROJECT.replace("title: qortex", "title: Bilrost")
    .replace("headline: [qortex/gain#precision]\n", "")
    .partition("\nIt retrieves")[0]
}
PLACE = "(content/evidence/qortex.yml:4:5)"
MARK = "write it into a record, or mark what is no work of yours: `[…](figure:other)`, or estimate"


TWINS = with_metrics(
    TIME,
    "id: precision, name: correlation with heat, value: 0.41",
    'id: yield, name: first-pass yield, value: 91, unit: "%", before: 73',
    "id: trips, name: trips, value: 16, scope: per season",
    "id: learners, name: learners trained, value: 36, scope: since 2018",
    'id: alive, name: grafts alive, value: 88, unit: "%", baseline: 61% with cleft grafts',
    "id: budget, name: track budget, value: 2.5, unit: million EUR",
    "id: audits, name: ward audits, value: 5",
    "id: backwash, name: backwash interval, value: 3, unit: days, scope: at 30 m",
    "id: tip, name: tip movement, value: 38, unit: mm, scope: at a mean wind of 25 m/s",
    "id: dose, name: effective dose, value: 4.1, unit: mSv, before: 6.3",
    "id: blood, name: osmolality, value: 290, unit: mOsm",
    'id: heat, name: vat temperature, value: 14, unit: "°C"',
    "id: interval, name: measuring interval, value: 15, unit: minutes, scope: soil sensors",
    "id: reply, name: turnaround, value: [2, 3], unit: days, scope: per judgment",
    "id: first, name: premieres, value: 21",
    'id: boiler, name: boiler cost, value: 74000, unit: GBP, baseline: "a budget of £88,000"',
    'id: pass, name: pass rate, value: 81, unit: "%", before: 58, baseline: 44% nationally',
    "id: open, name: opening hours, value: 88, unit: hours, before: 62",
    "id: medals, name: medals, value: 11",
    "id: gold, name: gold medals, value: 3",
    "id: closed, name: closed days, value: 19, baseline: 24 days planned",
    "id: errors, name: error rate, value: 1.1, unit: errors per 1000 words, forms: [errors]",
    "id: crew, name: electricians led, value: 14, forms: [team]",
    'id: online, name: online sales, value: 18, unit: "%", before: 4, forms: [online share]',
    "id: sales, name: turnover, value: 620000, unit: GBP",
    'id: leaks, name: leaks, value: 0.3, unit: "%"',
    'id: pomace, name: pomace reused, value: 95, unit: "%"',
    "id: off, name: cancelled shows, value: 0, scope: on tour",
    "id: cars, name: cars, value: 2, baseline: 3 on the previous tour",
    'id: gas, name: gas use, value: 34, unit: "%", op: "-", baseline: the season 2021/22',
    "id: night, name: mobile scans, value: [15, 20], scope: per night shift",
    "id: pads, name: brake pad life, value: 62000, unit: km, baseline: 41000 km",
    "id: scrapes, name: scrapes, value: 1.4, before: 3.6",
    "id: lessons, name: hours of lessons before the test, value: 34, baseline: 45 nationally",
    "id: energy, name: energy, value: 2.4, unit: kWh/kg",
    "id: casting, name: casting time, value: 25, unit: min, baseline: 55 without pressure",
    "id: output, name: daily output, value: 2900, unit: words, before: 2200, scope: per day",
    "id: lamp, name: lamp time, value: 25, unit: minutes, before: 70",
    'id: mistakes, name: mistakes, value: 52, unit: "%", op: "-"',
    "id: pellets, name: pellets sold, value: 420, unit: t, scope: per year, forms: [pellets]",
    "id: rating, name: guests' rating, value: 4.6, scope: out of 5",
    "id: patients, name: knee patients, value: 22, before: 16, scope: per day",
)


def judged(body: str, site: Mapping[str, str] = SITE) -> list[Finding | TypedMetric]:
    library = library_of(home(f"{body}\n", site))
    judge = Judge(library)
    found = [p for p in passages(library) if p.source.file == HOME]
    return [said for p in found for s in statements(p) for said in judge.judge(s)]


def write(metric: str) -> str:
    return f"write `[](evidence:qortex/gain#{metric})` {PLACE}"


@pytest.mark.parametrize(
    ("text", "message", "metric"),
    [
        ("Precision rose by 26%", "`26%` is told of precision, the record says precision +22%", ""),
        ("Precision fell by 22%", "told as a fall of precision, the record has a rise", ""),
        ("Precision rose by 22 pp", "`22 pp` is told of precision, the record says", ""),
        ("Bilrost raises precision by 22%", "precision +22% is not of Bilrost", ""),
        (
            "Its recall of [](evidence:qortex/gain#precision)",
            "the sentence speaks of recall",
            "recall",
        ),
        ("Packing time is 9 hours", "`9 hours` is told of packing time", "time"),
        ("Packing time is 14 minutes", "`14 minutes` is the earlier value of packing time", "time"),
        ("Packing time fell from 9 to 14 minutes", "are told the wrong way round", "time"),
        ("Packing time was cut by 14 minutes", "is no change of packing time, but a", "time"),
        ("The packing time had been 14 minutes and is now 12", "`12` is told of packing", "time"),
        ("We have zero CI tests now", "`zero` is told of CI tests", "tests"),
        ("Nine CI tests pass", "`Nine` is told of CI tests", "tests"),
        ("| precision | 26% |\n|---|---|\n| recall | 22% |", "`26%` is told of precision", ""),
    ],
)
def test_value_and_name_that_disagree_are_an_error(text: str, message: str, metric: str) -> None:
    found = judged(text)[0]
    assert isinstance(found, Finding)
    assert (found.code, found.severity) == ("figure-drift", Severity.ERROR)
    assert message in found.message
    assert found.hint == write(metric or "precision")


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("I served 300 customers", "no record backs `300`", MARK),
        ("Call lights fell by 36%", "no record backs `36%`", MARK),
        ("Pupils rated my course 4.7 out of 5", "no record backs `4.7 out of 5`", MARK),
        (
            "Precision rose by 22% over Pinecone",
            "told against `Pinecone`, the record compares with cosine",
            "the record is `qortex/gain`",
        ),
    ],
)
def test_what_else_deserves_a_look_is_a_warning(text: str, message: str, hint: str) -> None:
    found = judged(text)[0]
    assert isinstance(found, Finding)
    assert (found.code, found.severity) == ("figure-unbacked", Severity.WARNING)
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Recall rose by 26%", ["26%"]),
        ("Precision and recall rose by 22% and 26%", ["22%", "26%"]),
        ("100+ CI tests", ["100+"]),
        ("Packing time went from 14 to 9 minutes", ["9 minutes", "14"]),
        ("Packing time 9 minutes (-36%)", ["9 minutes"]),
        ("Packing: 9 minutes, was 14 minutes", ["9 minutes", "14 minutes"]),
    ],
)
def test_right_figure_is_known_as_typed(text: str, written: Sequence[str]) -> None:
    found = judged(text)
    assert [f.figure.text for f in found if isinstance(f, TypedMetric)] == written
    assert len(found) == len(written)


@pytest.mark.parametrize(
    "text",
    [
        "Quartz inverts at 573 °C",
        "Not a 40% gain in recall",
        "In 2025 I used Python 3.11",
        "Your firm raised $5M",
        "I have three reasons",
        "> 300 customers were served",
        "By [](evidence:qortex/gain#precision) more precision, [40 days](figure:estimate)",
        "Packing comes five minutes sooner",
        "A, B and 4 more CI tests",
        "Out of 5,000 boxes few break",
        "# 300 customers",
    ],
)
def test_what_is_no_claim_is_left_alone(text: str) -> None:
    assert judged(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hop costs went down by about 58%.", ["no record backs `58%`"]),
        ("Hop costs are at 58%.", ["no record backs `58%`"]),
        ("Shifts went from 5 to 3.", ["no record backs `5`", "no record backs `3`"]),
        ("Waiting went from 9 to 7 months.", ["no record backs `9`", "no record backs `7 months`"]),
        ("Hop costs at Acme are at 58%.", []),
        ("A hop costs €58.", []),
        ("There were 3 shifts.", []),
    ],
)
def test_number_in_a_letter_is_a_claim_unless_something_says_that_it_is_none(
    text: str, found: list[str]
) -> None:
    files = edited(DOSSIER, PITCH, text)
    files[DOSSIER] = files[DOSSIER].replace("## Pitch", "## Letter")
    library = library_of(files)
    read = of_application(library.applications["acme"])
    judge = Judge(library)
    said = [f for p in read for s in statements(p) for f in judge.judge(s)]
    assert [f.message for f in said if isinstance(f, Finding)] == found


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The packing time of every parcel was halved, from 14 to 9 minutes", "halved"),
        ("Packing time, 9 minutes (-60%)", "-60%"),
    ],
)
def test_change_is_held_against_the_values_beside_it(text: str, wrong: str) -> None:
    found = judged(text)[-1]
    assert isinstance(found, Finding)
    assert found.message.startswith(f"`{wrong}` is told of packing time")


def test_a_sentence_with_too_many_figures_says_so() -> None:
    found = judged("It took " + " and ".join(f"{n} ms" for n in range(100, 140)))
    assert isinstance(found[0], Finding)
    assert (found[0].code, found[0].severity) == ("text-heavy", Severity.WARNING)


SHAPES = [
    *("…, 42.1 ms, 37.9 ms, ", "$1k ", "1,", "(12 users) ", "5 and ", "from 2 to 3 ", "9, "),
    *("100 CI tests ", "CI tests ", "a hundred and ", "half of a ", "1.2.3.", "1 000 ", "1'000 "),
    *("12:30 ", "2026-01-", "12/", "12%", "+", "+1 ", "~ ", "$", "£1m–£2m ", "between 1 and 2 or "),
    *("- 5 ", "5–", "at least ", "more than 3 ", "no more than ", "not ", "packing time ", "time "),
    *("precision fell by 30% ", "30% ", "per day ", "a day ", "/", "12 per ", "in 12 ", "Level 3 "),
    *(
        "A1 ",
        "B 2 ",
        "(3): ",
        "out of 10 ",
        "9 out of 10 ",
        "nine in ten ",
        "qortex ",
        "you ",
        "I ",
    ),
    *("[x](evidence:qortex/gain) ", "[](evidence:qortex/gain#time) instead of 9 ", '"12" ', '"'),
    *("[](evidence:qortex/gain#precision) ", "5; ", "instead of ", "14 minutes instead of 9 "),
    *("precision ", "22% precision ", "recall and ", "twelve ", "a third "),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_time_grows_no_faster_than_the_text(shape: str) -> None:
    # Ten times the text, and room for a machine that is busy otherwise.
    assert any(judging(shape, 5_000) < 25 * max(judging(shape, 500), 0.01) for _ in range(3))


def judging(shape: str, size: int) -> float:
    """Return the seconds of processor time that a text of a repeated shape takes."""
    library = library_of(home(f"So {shape * (size // len(shape))}\n", SITE))
    judge = Judge(library)
    read = [s for p in passages(library) if p.source.file == HOME for s in statements(p)]
    start = time.process_time()
    for statement in read:
        list(judge.judge(statement))
    return time.process_time() - start


def test_enough_shapes_are_tried() -> None:
    assert len(set(SHAPES)) >= 60


@pytest.mark.parametrize(
    ("fault", "true"),
    [
        ("The yield is not 91% but 73%", "The first-pass yield is not 73% but 91%"),
        ("First-pass yield is not 73% but 99%", "First-pass yield is 91% rather than 73%"),
        ("The first-pass yield is not 91%", "The first-pass yield is not 73%"),
        ("And the first-pass yield? Fifty per cent.", "First-pass yield? Over ninety per cent."),
        ("Learners trained, you ask? Forty-six.", "Learners trained, you ask? Thirty-six."),
        ("Packing time is down to a tenth, from 14 to 9 minutes", "Packing is 9 minutes, was 14"),
        (
            "Less than half of the packing time remains",
            "Under two thirds of the packing time remains",
        ),
        ("First-pass yield never fell below 95%", "First-pass yield never fell below 85%"),
        ("The packing time never exceeded 8 minutes", "Packing time never exceeded 30 minutes"),
        ("Packing time fell by two thirds, from 14 to 9", "Packing time fell by a third"),
        ("Packing time is by a factor of 4 shorter, from 14 to 9 minutes", "16 trips a season"),
        ("16 trips a month", "16 trips a year"),
        ("36 learners trained every year", "36 learners trained since 2018"),
        ("The correlation with heat is \N{MINUS SIGN}0.41", "The correlation with heat is +0.41"),
        ("The correlation with heat is minus 0.41", "The correlation with heat is 0.41"),
        ("First-pass yield was raised to 73%", "First-pass yield had fallen to 73%"),
        (
            "Of the grafts 61% were alive after 24 months, against 88% with cleft grafts",
            "Of the grafts 88% were alive after 24 months, against 61% with cleft grafts",
        ),
        ("The track budget is 2.5 million NOK", "The track budget is EUR 2.5 million"),
        ("Of all audits, four of them as ward audits", "Of all audits, five of them ward audits"),
        ("A backwash interval of 3 hours", "The backwash interval is 3 days, at 30 m of pipe"),
        ("Tip movement: 48 mm; the limit is 50 mm", "Tip movement: 38 mm; the limit is 50 mm"),
        ("Saved NOK 950,000 a year", "Saved much a year"),
        ("Of our 13 gold medals I speak", "Of our 11 medals 8 are not gold, I know"),
        ("We had planned 21 closed days", "We had planned 24 closed days and needed only 19"),
        ("I lead a team of 41 on tour", "I lead a team of 14 that carries lamps"),
        ("The online share has doubled", "The online share of turnover has quadrupled"),
        ("Leaks: 3 in 100", "Leaks are at 0.3%, about 3 in 1,000, one leak in 300 pipes"),
        ("An error rate of 1 error in 90 words", "An error rate of 1 error in 900 words"),
        ("A pass rate of 81%, 15 points more", "Opening hours went from 62 to 88, by 26"),
        ("In 1995 he held it for 15 seconds", "In 1895 he held it for 12 seconds"),
        ("Only 5% of the pomace is reused", "5% of the pomace is not reused"),
        ("Of all shows on tour three were cancelled", "On tour not one show was cancelled"),
        ("Gas use is down 34% on 2019", "Gas use is down 34% against the 2021/22 season"),
        ("In a whole week I take 15 to 20 mobile scans", "15 to 20 mobile scans in a whole night"),
        (
            "With 22 knee patients we take ten more than before",
            "22 knee patients, 6 more than before",
        ),
        ("The rule was 62 opening hours; at 88 it is three times as much", "And it is"),
        ("It still has 62 opening hours, and 36 learners trained", "It was open before"),
        ("Per person and day 22 knee patients an hour", "Per person and day 22 knee patients"),
        ("The boiler cost £88,000 on a budget of £74,000", "It cost £74,000, budget: £88,000"),
        ("Nationally 81% pass, and 44% of mine do", "Nationally 44% pass, and 81% of mine do"),
        ("Opening hours went from 88 to 62", "Opening hours went from 62 to 88"),
        (
            "Packing took 14 minutes rather than 9, and pass rates rose from 58% to 81%",
            "Packing took 9 minutes rather than 14, and pass rates rose from 58% to 81%",
        ),
        ("The effective dose is 4.1 µSv", "The effective dose is 4,100 µSv, down from 6.3 mSv"),
        ("The osmolality is 290 µOsm", "The osmolality is 290 mOsm, for 3 MSc theses"),
        ("The vat is at 14 °F", "The vat is at 14 degrees"),
        ("64 soil sensors report every 15 seconds", "The soil sensors report every 15 minutes"),
        ("A judgment is back in two to three weeks", "A judgment is back in two to three days"),
        ("I lit shows, 12 of which were premieres", "Shows, 21 of which were premieres"),
        ("The tip movement is 25 mm", "Tip movement at a mean wind of 25 m/s is 38 mm"),
        (
            "Brake pads' life: 41,000 km instead of 62,000, and trips went from 20 to 16",
            "Brake pads' life: 62,000 km instead of 41,000, and scrapes went from 3.6 to 1.4",
        ),
        (
            "Mine takes 38 hours of lessons before the test; nationally it is 45",
            "Mine takes 34 hours of lessons before the test; nationally it is 45",
        ),
        ("81% of mine pass. A whole town manages 62%", "81% of mine pass. It manages 44%"),
        ("Scrapes 1.4 to 3.6, alas", "Scrapes 3.6 to 1.4 and no more"),
        ("Energy is 2.4 kWh a tonne", "Energy is 2.4 kWh a kilo"),
        ("22 knee patients a decade", "22 knee patients a day"),
        (
            "Scrapes: down from 3.6; packing time fourteen minutes box to box, it used to be 9",
            "Scrapes: down from 3.6; packing time nine minutes box to box, it used to be 14",
        ),
        (
            "The casting time is 65 minutes",
            "With pressure a piece casts for 25 minutes; without, 55",
        ),
        ("That is 800 words a day more than before", "That is 700 words a day more than before"),
        (
            "Packing time is a quarter of an hour now",
            "The lamp time: three quarters of an hour less",
        ),
        ("Mistakes rose by 52%", "We raise mistakes about half as often as before"),
        ("Every day we sell 420 t of pellets", "Every year we sell 420 t of pellets"),
        ("Guests give it 4.6 out of 10", "Guests give it 4.6 out of 5"),
        (
            "| | before | after |\n|---|---|---|\n| packing time | 9 minutes | 14 minutes |",
            "| | after | before |\n|---|---|---|\n| packing time | 9 minutes | 14 minutes |",
        ),
    ],
)
def test_what_is_wrong_is_told_and_its_true_twin_is_not(fault: str, true: str) -> None:
    told = [[f for f in judged(text, TWINS) if isinstance(f, Finding)] for text in (fault, true)]
    assert told[0]
    assert not told[1], told[1]


def test_year_compared_with_is_no_earlier_value() -> None:
    fuel = 'id: precision, name: diesel use, value: 27, unit: "%", op: "-", baseline: the year 2020'
    site = with_metrics(fuel)
    wrong, *_ = judged("Diesel use rose by 27% against 2020.", site)
    assert isinstance(wrong, Finding)
    assert wrong.message == "told as a rise of diesel use, the record has a fall"
    (rest, *_) = judged("Diesel use is down by nearly three quarters.", site)
    assert isinstance(rest, Finding)
    assert rest.message.endswith("is no change of diesel use -27%, but what is left")
    assert not judged("Diesel use is down to nearly three quarters.", site)
    assert all(
        isinstance(t, TypedMetric) for t in judged("Diesel use fell by 27% against 2020.", site)
    )


def test_spelled_count_per_another_time_is_told() -> None:
    spray = "id: precision, name: fungicide sprays, value: 3, unit: per year, before: 11"
    site = with_metrics(spray)
    (wrong,) = judged("Fungicide sprays are down to three a month.", site)
    assert isinstance(wrong, Finding)
    assert wrong.severity is Severity.ERROR
    assert all(
        isinstance(t, TypedMetric)
        for t in judged("Fungicide sprays are down to three a year.", site)
    )


@pytest.mark.parametrize(
    ("claim", "is_wrong"),
    [
        ("Chosen for 34 of 41 recitals", False),
        ("Chosen 34 times for the 41 recitals", False),
        ("Chosen for 36 of 41 recitals", True),
        ("Chosen 36 times for the 41 recitals", True),
    ],
)
def test_a_claim_that_tells_its_own_metric_is_right(claim: str, *, is_wrong: bool) -> None:
    site = with_metrics('id: precision, name: "recitals, of 41", value: 34')
    (old,) = (line for line in site[EVIDENCE].split("\n") if line.startswith("    claim: "))
    library = library_of(site | {EVIDENCE: site[EVIDENCE].replace(old, f"    claim: {claim}")})
    texts = (p for p in passages(library) if p.source.file == EVIDENCE)
    told = (f for p in texts for s in statements(p) for f in Judge(library).judge(s))
    assert any(isinstance(f, Finding) for f in told) is is_wrong
