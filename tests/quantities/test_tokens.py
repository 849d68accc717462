from dossier.quantities.tokens import first_word, is_joined, is_word, low_at, token_at, tokens


def test_text_is_taken_apart_and_keeps_its_places() -> None:
    found = tokens("Acme's 1,200 µA, up 22%")
    assert [(t.kind, t.low) for t in found] == [
        *(("word", "acme"), ("number", "1,200"), ("word", "µa"), ("sign", ",")),
        *(("word", "up"), ("number", "22"), ("sign", "%")),
    ]
    assert [("Acme's 1,200 µA, up 22%"[t.start : t.end]) for t in found[:2]] == ["Acme's", "1,200"]


def test_first_word_is_that_of_the_tokens_there() -> None:
    text = "rose by 1,200 ms, all told "
    found = tokens(text)
    assert [first_word(text, token.end) for token in found] == [
        *(token.text for token in found[1:]),
        "",
    ]


def test_beyond_the_ends_is_nothing() -> None:
    found = tokens("a1")
    assert (token_at(found, 2), low_at(found, -1), is_word(found, 0)) == (None, "", True)
    assert (is_joined(found, 1), is_joined(found, 0), is_joined(found, 2)) == (True, False, False)


def test_thousands_may_end_a_sentence() -> None:
    numbers = [t.text for t in tokens("We had 1 234. Then 3'400, or 5 678.9") if t.kind == "number"]
    assert numbers == ["1 234", "3'400", "5", "678.9"]
