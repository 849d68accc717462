from dossier.claims.clauses import clauses


def test_text_is_split_into_sentences_and_these_into_clauses() -> None:
    found = clauses("I ran 3; they ran 4. We, but not you, ran 5.")
    assert [(c.text, c.start, c.sentence_start) for c in found] == [
        ("I ran 3", 0, 0),
        (" they ran 4.", 8, 0),
        ("We", 21, 21),
        ("but not you, ran 5.", 25, 21),
    ]


def test_a_clause_knows_the_stems_of_its_whole_sentence() -> None:
    first, second = clauses("Retrieval gained; ranking did not.")
    assert first.stems == second.stems == {"retriev", "gain", "rank", "did"}
