from dossier.quantities.names import company_names, named_in, names_of
from dossier.quantities.tokens import tokens


def test_longest_name_is_found_where_it_stands() -> None:
    names = names_of([("Acme", "short"), ("Acme Energy", "long"), ("…", "none"), ("", "none")])
    assert named_in(names, tokens("At Acme Energy and acme's")) == [(1, "long"), (4, "short")]


def test_company_may_be_told_short() -> None:
    names = company_names(("Acme Energy", "AE"))
    assert len(named_in(names, tokens("At Acme, at AE, and at Acme Energy"))) == 3
    assert not named_in(company_names(("Red Energy",)), tokens("The red line"))
    assert not company_names(())
