"""Headings of a posting: by where they stand, and what they say."""

import pytest

from dossier.match.headings import Kind, heading_of, kind_of


@pytest.mark.parametrize(
    ("rows", "heading"),
    [
        (["Was dich erwartet", "– Wartung"], "Was dich erwartet"),
        (["Your day", "", "• Nursing"], "Your day"),
        (["**Tätigkeiten**", "Text"], "Tätigkeiten"),
        (["WIR BIETEN:", "Text"], "WIR BIETEN"),
        (["The role", "You will lead a team of twelve nurses. You will:"], "The role"),
        (["The role", "is new and comes with a team of twelve nurses."], None),
        (["Green hill", "You will lead a team of twelve nurses. You will:"], None),
        (["and to the customer", "• Nursing"], None),
        (["We were founded in 1978.", "• Nursing"], None),
        (["Your day", "goes on"], None),
        (["• Nursing", "• Teaching"], None),
    ],
)
def test_short_line_right_above_a_list_is_a_heading(rows: list[str], heading: str | None) -> None:
    assert heading_of(rows, 0, continues=False) == heading


def test_short_line_between_two_lists_heads_the_second() -> None:
    for rows, heading in (
        (["- Erfahrung mit Teig", "Von Vorteil", "- Führerschein"], "Von Vorteil"),
        (["- Erfahrung mit Teig", "Von Vorteil ist dies.", "- Führerschein"], None),
        (["- Erfahrung mit Teig", "  Und Mehl", "- Führerschein"], None),
        (
            ["- Looking after patients of all ages at one of its two", "Royal Infirmaries", "- A"],
            None,
        ),
        (["\u27a2 Assess patients", "OTHER", "\u27a2 Able to travel"], "OTHER"),
    ):
        assert heading_of(rows, 1, continues=True) == heading, rows


def test_headings_say_what_they_are_about_in_english_and_german() -> None:
    wanted = {
        Kind.ASKING: "Requirements, What you bring, Your profile, Ihr Profil, Das bringen Sie mit"
        ", Role requirements, What you will need, Desirable"
        ", It would be nice if you had, Even better, What makes you stand out, Schön wäre"
        ", Good to have, We would also love, It helps if, Beneficial, Not essential but useful"
        ", Damit punkten Sie",
        Kind.TASKS: "Your tasks, What you will do, Ihre Aufgaben, The job, Tätigkeiten",
        Kind.PRAISING: "We offer, About us, Wir bieten, Über uns, What you get, Leistungen",
        Kind.UNKNOWN: "A week with us, Was dich erwartet",
    }
    for kind, headings in wanted.items():
        for heading in headings.split(", "):
            assert kind_of(heading) is kind, heading
