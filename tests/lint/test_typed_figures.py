import pytest

from dossier.lint.typed_figures import typed_figures
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from tests.builders import tree_of
from tests.claims.saying import HOME, home, library_of, with_metrics

METRICS = (
    'id: precision, name: precision, value: 22, unit: "%", op: "+"',
    "id: time, name: packing time, value: 9, unit: minutes, before: 14",
)
PRECISION = "[](evidence:qortex/gain#precision)"


def offered(text: str) -> list[tuple[str, str]]:
    """Return what is offered for a home page: what stands there and the reference."""
    body = f"{text}\n"
    found = typed_figures(library_of(home(body, with_metrics(*METRICS))))
    return [(body[t.start : t.end], t.reference) for t in found if t.passage.source.file == HOME]


@pytest.mark.parametrize(
    ("text", "typed", "reference"),
    [
        ("*So* precision: +22%.", "+22%", PRECISION),
        ("*So* precision rose by 22%.", "22%", f'{PRECISION[:-1]} "bare")'),
        ("Precision rose by 22 %.", "22 %", f'{PRECISION[:-1]} "bare")'),
        ("Precision had a 22% gain.", "22%", f'{PRECISION[:-1]} "bare")'),
        ("Packing time is 9 minutes.", "9 minutes", "[](evidence:qortex/gain#time)"),
        ("Precision rose by 22 percent.", "22 percent", ""),
        ("Packing time is 540 s.", "540 s", ""),
    ],
)
def test_reference_that_reads_the_same_is_offered(text: str, typed: str, reference: str) -> None:
    assert offered(text) == [(typed, reference)]


def test_earlier_value_is_offered_with_its_own_reference() -> None:
    time = "evidence:qortex/gain#time"
    assert offered("Packing time went from 14 to 9 minutes.") == [
        ("9 minutes", f"[]({time})"),
        ("14", f'[]({time}.before "number")'),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# Precision of 22%",
        "Precision rose by 2&#50;%.",
        "Precision rose by &#50;2%.",
        "Precision rose by **22**%.",
        "Precision rose by 26%.",
        PRECISION,
    ],
)
def test_what_is_not_its_record_s_value_is_not_offered(text: str) -> None:
    assert offered(text) == []


def test_what_others_say_is_not_offered() -> None:
    """When the record changes, neither their figure does, nor what they said."""
    for text in (
        "> Precision of +22%",
        'The report says "a precision of +22%".',
        "Competitors reach a precision of +22%.",
        "Our competitors reach a precision of +22%.",
        "You have a precision of +22%.",
    ):
        assert offered(text) == [], text
    assert offered("Your team asked, and my precision is +22%.") == [("+22%", PRECISION)]


def test_what_refers_to_nothing_is_shown_as_it_is() -> None:
    body = "[](evidence:qortex/gone#x) Packing time is 9 minutes.\n"
    files = home(body, with_metrics(*METRICS))
    (found,) = typed_figures(assemble(tree_of(files), Audience.PRIVATE)[0])
    assert found.readings[1].endswith("Packing time is 9\N{NO-BREAK SPACE}minutes.")


def test_text_is_shown_as_readers_see_it() -> None:
    body = f"{PRECISION} precision, and packing time is 9 minutes.\n"
    (found,) = typed_figures(library_of(home(body, with_metrics(*METRICS))))
    assert found.readings == (
        "+22% precision, and packing time is 9 minutes.",
        "+22% precision, and packing time is 9\N{NO-BREAK SPACE}minutes.",
    )
