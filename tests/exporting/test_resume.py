"""The values of a résumé."""

from dossier.exporting.resume import Proof, Statement


def test_an_address_is_shown_as_people_type_it() -> None:
    assert Proof("https://www.example.org/report/").shown == "example.org/report"
    assert Proof("example.org").shown == "example.org"


def test_a_statement_is_told_with_its_addresses_behind_it() -> None:
    proofs = Proof("https://example.org/a"), Proof("https://example.org/b")
    assert str(Statement("It is faster", proofs)) == "It is faster (example.org/a, example.org/b)"
    assert str(Statement("It is faster")) == "It is faster"
    assert not Statement("")
