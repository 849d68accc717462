from dossier.claims.confidence import counts_other, is_likely, is_sure
from dossier.claims.context import Context
from dossier.quantities.nearness import candidates
from tests.claims.saying import sentence

METRICS = (
    "id: precision, name: drivers trained, value: 64, forms: [drivers], scope: on the night desk",
    "id: rate, name: turnover, value: 34, unit: '%'",
    "id: trucks, name: trucks, value: 58",
)


def judged(text: str, number: int = 0) -> str:
    read = sentence(text, *METRICS)
    context, figure = Context(read), read.figures[number]
    others = [(f.first, f.last) for f in read.figures if f is not figure]
    near = candidates(read.placed, read.hits, figure.first, figure.last, others)[0]
    told = (context, figure, near, near.meanings[0])
    if counts_other(*told):
        return "other"
    return "sure" if is_sure(*told) else "likely" if is_likely(*told) else ""


def test_a_name_of_several_words_is_sure() -> None:
    assert judged("I have 25 drivers trained") == "sure"


def test_one_word_needs_that_more_speaks_for_it() -> None:
    assert judged("In all 25 drivers came") == ""
    assert judged("In all 46 drivers came") == "sure"
    assert judged("In all 58 drivers came") == "sure"
    assert judged("On the night desk I had 25 drivers") == "sure"


def test_one_word_in_a_text_about_the_project_leaves_a_doubt() -> None:
    assert judged("qortex: 25 drivers came") == "likely"


def test_one_word_is_sure_if_it_is_all_of_the_name() -> None:
    assert judged("qortex: turnover of 19%") == "sure"
    assert judged("I have a turnover of 19%") == "sure"
    assert judged("In all 25 trucks came") == ""


def test_another_counted_thing_is_none_of_a_metric() -> None:
    assert judged("We had 58 stops for drivers") == "other"


def test_the_sizes_of_several_are_no_other_size_of_the_one_among_them() -> None:
    assert judged("We have 70-120 drivers trained") == "sure"
    assert judged("We have 20-120 drivers trained") != "sure"
