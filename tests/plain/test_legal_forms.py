"""What the law adds to a company's name."""

import pytest

from dossier.plain.legal_forms import legal_forms, without_legal_form


@pytest.mark.parametrize(
    ("name", "core"),
    [
        ("Acme, Inc.", "Acme"),
        ("Acme Co., Ltd.", "Acme"),
        ("Northwind Private Limited", "Northwind"),
        ("Acme (GmbH)", "Acme"),
        ("Acme", "Acme"),
        ("Limited", "Limited"),
        ("Incredible Labs", "Incredible Labs"),
    ],
)
def test_a_legal_form_at_the_end_is_no_part_of_the_name(name: str, core: str) -> None:
    assert without_legal_form(name) == core


def test_forms_are_listed_without_dots() -> None:
    assert {"inc", "gmbh", "private limited"} < legal_forms()
    assert not [form for form in legal_forms() if "." in form]
