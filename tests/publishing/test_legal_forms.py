import pytest

from dossier.publishing.legal_forms import core_of, suggested_aliases

FULL = {
    "Acme": "Acme Inc.|Acme, Inc.|ACME|Acme Corp|Acme Co., Ltd.|Acme S.p.A.|Acme Sp. z o.o.|"
    "PT Acme Tbk|"
    "Acme A/S|A/S Acme|Acme Pty Ltd|Acme s.r.o.|Acme UG (haftungsbeschränkt)|Acme AB|Acme Oy|"
    "Acme B.V.|Acme S.A. de C.V.|Acme Ltda.|Acme A.Ş.|株式会社Acme|Acme株式会社|(株)Acme|㈱Acme",
    "アクメ": "株式会社アクメ|アクメ有限会社",
    "카카오": "카카오|(주)카카오|주식회사 카카오|㈜카카오",
    "Яндекс": "ООО «Яндекс»",
    "阿里巴巴": "阿里巴巴集团|阿里巴巴集团有限公司",
    "อักเม": "บริษัท อักเม จำกัด (มหาชน)",
}


@pytest.mark.parametrize(
    ("name", "core"), [(name, core) for core, names in FULL.items() for name in names.split("|")]
)
def test_what_the_law_adds_is_no_part_of_a_name(name: str, core: str) -> None:
    assert core_of(name).casefold() == core.casefold()


@pytest.mark.parametrize(
    "name",
    [
        "AG",
        "Co",
        "ООО",
        "Private Limited",
        "Company",
        "The Company",
        "Acme: The Company",
        "AT&T",
        "no",
        "?",
    ],
)
def test_something_is_left_of_every_name(name: str) -> None:
    assert core_of(name) == name


@pytest.mark.parametrize(
    ("name", "aliases"),
    [
        ("Acme", []),
        ("Globex Inc.", ["Globex"]),
        ("Müller AG", ["Müller", "Muller", "Mueller"]),
        ("株式会社アクメ", ["アクメ", "Akume"]),
        ("International Business Machines", ["IBM"]),
        ("TensorZero", ["Tensor Zero"]),
        ("トヨタ自動車", ["トヨタ", "Toyotazidongche"]),
        ("Zyxa (formerly Foobark Inc.)", ["Zyxa", "Foobark"]),
        ("The Zyxa Company", ["The Zyxa", "Zyxa"]),
    ],
)
def test_other_names_that_a_company_goes_by(name: str, aliases: list[str]) -> None:
    assert list(suggested_aliases(name)) == aliases
