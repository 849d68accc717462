from dossier.quantities.names import named_in, names_of
from dossier.quantities.tokens import tokens


def test_longest_name_is_found_where_it_stands() -> None:
    names = names_of([("Acme", "short"), ("Acme Energy", "long"), ("…", "none")])
    assert named_in(names, tokens("At Acme Energy and acme's")) == [(1, "long"), (4, "short")]
