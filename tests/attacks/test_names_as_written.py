"""*It searches for the names of companies whose dossiers are private*: as people write them.

A name in public text is told in any case, width or accents, without its legal form, with particles,
within a script that has no blanks; what may be chance is told as a warning.
"""

import json
from pathlib import Path

import pytest

from dossier.plain.problems import Severity
from tests.attacks.publishing import COMPANY, HOME, telling, told

SURE = [
    ("株式会社アクメ", "私は株式会社アクメで働きたい"),
    ("株式会社アクメ", "アクメで働きたい"),
    ("카카오", "카카오에서 일하고 싶다"),
    ("Globex Inc.", "I want to work at Globex"),
    ("ACME GmbH & Co. KG", "for acme"),
    ("Acme", "for ＡＣＭＥ"),
    ("Acme", "for A&#8203;cme"),
    ("Acme", "for Ac&shy;me"),
    ("Acme", "for A**cm**e"),
    ("Nestlé S.A.", "for Nestle"),
    ("Яндекс", "работать в Яндексе"),
    ("阿里巴巴集团", "我想在阿里巴巴工作"),
    ("Zyxa (formerly Foobark)", "for Zyxa"),
    ("Zyxa (formerly Foobark)", "for Foobark"),
    ("Zyxa, formerly Foobark Inc.", "for FOOBARK"),
    ("Zyxa / Foobark", "for Foobark"),
    ("Zyxa (Berlin)", "for Zyxa"),
    ("The Zyxa Company", "at Zyxa now"),
    ("H&M", "for H & M"),
    ("H & M", "for H&M"),
    ("AT&T", "for AT and T"),
    ("AT & T", "for AT&T"),
    ("C3.ai", "for C3AI"),
    ("C3.ai", "for c3.ai"),
    ("Acme", "for A.C.M.E."),
    ("A.C.M.E.", "for Acme"),
    ("أكمي", "في اكمي"),
    ("اكمي", "في أكمي"),
    ("شركة أكمي", "لأكمـــي"),
    ("أكمي", "في أَكْمِي"),
    ("İş Bankası", "IS BANKASI"),
    ("บริษัท อักเม จำกัด", "ทำงานที่อักเมครับ"),
]
LIKELY = [
    ("Łódź Labs", "thanks to Lodz Labs", ""),
    ("Müller AG", "for Mueller", ""),
    ("Яндекс", "at Yandex", ""),
    ("Nokia Oyj", "työskentelin Nokialla", ""),
    ("Zyxabricks", "for Zyxa Bricks", ""),
    ("Zyxabricks", "for zyxa-bricks", ""),
    ("Databricks", "see data-bricks", ""),
    ("İş Bankası", "iş bankasında çalıştım", ""),
    ("トヨタ自動車", "トヨタで働きたい", ""),
    ("삼성전자", "삼성에서", ""),
    ("Initech", "see [this](https://docs.globex.example/x)", "https://jobs.globex.example/1"),
]
CHANCE = [
    ("HP", "a ramp, hp and php", ""),
    ("On", "On and on, it is on", ""),
    (
        "Initech",
        "see [this](https://boards.greenhouse.io/x)",
        "https://boards.greenhouse.io/initech/1",
    ),
    ("Acme", "Acmeology", ""),
    ("Zyxa (Berlin)", "in Berlin", ""),
    ("The Gap", "a gap in the figures", ""),
    ("A&B", "options a and b, A and B", ""),
    ("AT&T", "look at and t-test", ""),
    ("Together", "it was to gether nothing", ""),
    ("우리은행", "우리는", ""),
    ("中国银行", "在中国", ""),
    ("Now Foods", "it foods", ""),
]


@pytest.mark.parametrize(("company", "words"), SURE)
def test_name_is_an_error(tmp_path: Path, company: str, words: str) -> None:
    found = told(tmp_path, telling(company, words))
    assert {(p.code, p.severity, p.where.file) for p in found} == {
        ("name-private", Severity.ERROR, HOME)
    }


@pytest.mark.parametrize(("company", "words", "url"), LIKELY)
def test_what_may_be_one_is_a_warning(tmp_path: Path, company: str, words: str, url: str) -> None:
    found = told(tmp_path, telling(company, words, url=url))
    assert {(p.code, p.severity, p.where.file) for p in found} == {
        ("name-similar", Severity.WARNING, HOME)
    }


@pytest.mark.parametrize(("company", "words", "url"), CHANCE[:1] + CHANCE[2:])
def test_other_words_are_none(tmp_path: Path, company: str, words: str, url: str) -> None:
    assert told(tmp_path, telling(company, words, url=url)) == []


def test_first_word_of_a_longer_name_is_a_warning(tmp_path: Path) -> None:
    names = [
        *("Zephyrworks Robotics", "Quorvane Capital Partners", "Ixoria Health, Inc."),
        *(
            "M\u00fcllerhaus S\u00f6hne GmbH",
            "IXQOR.AI",
            "Quillon & Tilby LLP",
            "Yarovex \u2014 Ads team",
        ),
        *("American Airlines", "Hugging Face", "Weights & Biases", "Jane Street", "Scale AI"),
        *("Deutsche Bank", "New York Times", "General Electric", "Hayloft Robotics"),
    ]
    words = (
        "I spoke with Zephyrworks (Quorvane, Ixoria, M\u00fcllerhaus, Ixqor, Quillon, Yarovex). "
        "Hugging the New, American and Deutsche General: Weights, Scale. Jane built Hayloft"
    )
    files = telling(names[0], words)
    files[COMPANY] = files[COMPANY].replace(
        "roles:", f"aliases: {json.dumps(names[1:])}\nroles:", 1
    )
    files["content/projects/hayloft.md"] = "---\ntitle: Hayloft\naudience: public\n---\nA barn.\n"
    found = [p for p in told(tmp_path, files) if p.where.file == HOME]
    assert {(p.code, p.severity) for p in found} == {("name-similar", Severity.WARNING)}
    told_of = {name for name in names if any(f"`{name}`" in p.message for p in found)}
    assert told_of == set(names[:7])
