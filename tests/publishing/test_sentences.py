from dossier.publishing.sentences import SentenceSearch, in_words, is_sentence, sentences


def test_sentences_are_those_that_nobody_says_by_chance() -> None:
    text = "They pay badly. Not so!  Ask the tall recruiter\nwho called my phone twice? Why"
    assert [*sentences(text)] == [
        ("Ask the tall recruiter", "ask the tall recruiter"),
        ("who called my phone twice?", "who called my phone twice"),
    ]
    assert not is_sentence("a-b c")
    assert not is_sentence("* ** *** **** ***** ******")


def test_words_alone_are_compared() -> None:
    assert in_words("I built [a *ranker*](evidence:a/b), twice.") == "i built a ranker twice"


def test_sentences_stand_word_for_word() -> None:
    said = ["They pay badly and late.", "They pay badly and the boss is rude."]
    search = SentenceSearch(said)
    told = "Well: they pay badly and the\u00a0boss is RUDE, they pay badly, and late (they say)."
    assert [*search.found_in(told)] == [said[1], said[0]]
    assert [*search.found_in("They pay badly and the boss is. Rude")] == [said[1]]
    assert [*search.found_in("They pay badly and the boss")] == []
    assert [*SentenceSearch([]).found_in(told)] == []
