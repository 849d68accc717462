"""What a text looks like, letter for letter; names are tried in tests/attacks."""

from dossier.publishing.disguises import (
    is_disguised,
    is_mixed,
    look,
    may_be_disguised,
    spelled_out,
)


def test_letters_that_look_alike_are_one() -> None:
    assert look("\u0422ens\u043er Illy 10") == "tensor llly lo"
    assert len(look("\u0130\u1e9e\u01c8")) == 3


def test_plain_letters_and_real_numbers_are_no_disguise() -> None:
    assert not any(map(is_disguised, ("Illy", "a11y", "H100", "Привет"[:0])))
    assert all(map(is_disguised, ("\u0410cme", "G1obex")))
    assert [is_mixed("\u0410cme"), is_mixed("\u0441\u043e\u0440\u0435")] == [True, False]
    assert not may_be_disguised("all in 2024, 100 of them")


def test_letters_apart_are_a_word() -> None:
    assert list(spelled_out("at a c-m . e, a, b")) == [("acme", "a c-m . e")]
