import pytest

from dossier.claims.context import Context, supports
from dossier.records.agreement import Agreement
from tests.claims.saying import sentence

METRICS = (
    "id: precision, name: precision, value: 12, unit: tests",
    "id: shards, name: shards in use, value: 7",
)


def test_cited_records_and_named_projects_are_around() -> None:
    assert Context(sentence("It is so", *METRICS)).metrics == ()
    for text in ("[It](evidence:qortex/gain) is so", "qortex is so", "[Q](project:qortex) is so"):
        assert [m.metric.id for m in Context(sentence(text, *METRICS)).metrics] == [
            *("precision", "shards")
        ]


def test_heads_of_counts_tell_what_is_counted() -> None:
    read = sentence("It has 12 new shards", *METRICS)
    tests, shards = read.index.meanings
    assert Context(read).counts_other(read.figures[0], tests)
    assert not Context(read).counts_other(read.figures[0], shards)


@pytest.mark.parametrize(
    ("text", "is_modifier"),
    [
        ("It has 12 shard servers", True),
        ("It has 12 shards servers", True),
        ("It has 12 test shards", False),
        ("It has 12 shards", False),
        ("It has 12 shard", False),
        ("It has 12 crew members", False),
    ],
)
def test_name_in_front_of_what_is_counted_is_no_name(text: str, *, is_modifier: bool) -> None:
    metrics = ("id: precision, name: shards, forms: [test shards], value: 7",)
    read = sentence(text, *metrics, "id: crew, name: crew, value: 7")
    (hit,) = read.hits
    (named,) = hit.named
    assert Context(read).is_modifier(read.figures[0], hit, named) is is_modifier


@pytest.mark.parametrize(
    ("text", "is_some"),
    [
        ("It has 4 old boats", True),
        ("It has 40 old boats", False),
        ("It has 12 old boats", False),
        ("It has 4 launched boats", False),
        ("It has 4 of our old boats", False),
        ("It has 4 boats", False),
    ],
)
def test_words_that_no_record_has_make_fewer_of_a_count(text: str, *, is_some: bool) -> None:
    read = sentence(text, "id: precision, name: boats launched, value: 21, forms: [boats]")
    (hit,) = read.hits
    (named,) = hit.named
    assert Context(read).is_some(read.figures[0], hit, named) is is_some


def test_part_of_what_is_counted_is_a_rest() -> None:
    read = sentence("A, B and 4 more shards in use", *METRICS)
    assert Context(read).is_rest(read.figures[0], read.index.meanings[1])


def test_equal_value_binds_if_the_words_around_fit() -> None:
    read = sentence("[It](evidence:qortex/gain) has 7 shards", *METRICS)
    found = Context(read).equal(read.figures[0])
    assert found is not None
    assert found[0].metric.id == "shards"
    assert (
        Context(sentence("[It](evidence:qortex/gain) has 7 cats", *METRICS)).equal(
            sentence("[It](evidence:qortex/gain) has 7 cats", *METRICS).figures[0]
        )
        is None
    )


@pytest.mark.parametrize(
    ("text", "agreed"),
    [
        ("Packing at 14 minutes, later 9", Agreement.BEFORE),
        ("Packing is 5 minutes shorter, at 9 minutes", Agreement.DERIVED),
        ("Packing at 14 minutes", None),
    ],
)
def test_earlier_value_binds_beside_that_of_today(text: str, agreed: Agreement | None) -> None:
    time = "id: precision, name: packing time, value: 9, unit: minutes, before: 14"
    read = sentence(text, time)
    found = Context(read).equal(read.figures[0])
    assert (found[1] if found else None) is agreed


def test_support_takes_a_word_of_the_name_or_two_of_the_record() -> None:
    read = sentence("Shards retrieve", *METRICS)
    tests, shards = read.index.meanings
    assert supports(read, shards)
    assert not supports(sentence("It weighs little", *METRICS), tests)
