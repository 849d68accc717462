from dossier.publishing.sentences import SentenceSearch, in_words, is_sentence, sayings, sentences


def test_sentences_are_those_that_nobody_says_by_chance() -> None:
    text = "They pay badly. Not so!  Ask the tall recruiter\nwho called my phone twice? Why"
    assert [*sentences(text)] == [
        ("Ask the tall recruiter", "ask the tall recruiter"),
        ("who called my phone twice?", "who called my phone twice"),
        (
            "Ask the tall recruiter who called my phone twice?",
            "ask the tall recruiter who called my phone twice",
        ),
    ]
    listed = "- They pay badly\n- and the boss\n\n# is as rude\nas they say"
    assert [words for _, words in sentences(listed)] == ["is as rude as they say"]
    assert not is_sentence("a-b c")
    assert not is_sentence("* ** *** **** ***** ******")


def test_words_alone_are_compared() -> None:
    assert in_words("I built [a *ranker*](evidence:a/b), twice.") == "i built a ranker twice"
    assert in_words("_I b**ui**lt_ a&nbsp;rank<b>er</b>, &#116;wice") == "i built a ranker twice"
    assert in_words("I built<br>a rank<wbr>er<BR /><b>twice</b>") == "i built a ranker twice"
    assert in_words("銀行が買う。 Soon") == "銀 行 が 買 う soon"


def test_what_is_set_apart_in_a_sentence_is_said_too() -> None:
    wanted = "they pay badly and late"
    for text in (
        "Note: they pay badly and late",
        "I heard (they pay badly and late) today.",
        "Ada says: “They pay badly and late”.",
        '<img alt="They pay badly and late" src="a.png">',
        '[Here](https://example.org/a "They pay badly and late")',
        "I — they pay badly and late — build.",
    ):
        assert wanted in [words for _, words in sayings(text)], text
        assert wanted not in [words for _, words in sentences(text)], text


def test_a_cell_and_a_footnote_have_sentences_of_their_own() -> None:
    wanted = "they pay badly and late"
    for text in ("| One | They pay badly and late. |", "> [^1]: They pay badly and late"):
        assert wanted in [words for _, words in sentences(f"One\n\n{text}\n")], text
    assert [*sentences("One | two")] == []


def test_a_script_without_blanks_has_sentences() -> None:
    text = "私は働きたいと思っています。来年は銀行が買うらしいです。"
    assert len([*sentences(text)]) == 2
    (last,) = [sentence for sentence, _ in sentences(text)][1:]
    assert [*SentenceSearch([last]).found_in(f"x {text} y")] == [last]


def test_sentences_stand_word_for_word() -> None:
    said = ["They pay badly and late.", "They pay badly and the boss is rude."]
    search = SentenceSearch(said)
    told = "Well: they pay badly and the\u00a0boss is RUDE, they pay badly, and late (they say)."
    assert [*search.found_in(told)] == [said[1], said[0]]
    assert [*search.found_in("They pay badly and the boss is. Rude")] == [said[1]]
    assert [*search.found_in("They pay badly and the boss")] == []
    assert [*SentenceSearch([]).found_in(told)] == []
