"""What a name is found in, and what it is not; the whole search is in tests/attacks."""

import pytest

from dossier.publishing.company_names import CompanyName
from dossier.publishing.searched_text import SearchedText

SURELY = """\
株式会社アクメ | 私は株式会社アクメで働きたい
株式会社アクメ | アクメで働きたい
アクメ株式会社 | アク\nメで
三菱商事 | 三菱商事株式会社
카카오 | 카카오에서 일하고
주식회사 카카오 | 저는 카카오에서
쿠팡 | 쿠팡에서
Globex | Globex에서
Acme | 私はAcmeで働く
Globex Inc. | at Globex now
Globex | for GLOBEX, INC.
ACME GmbH & Co. KG | for acme.
Acme | ＡＣＭＥ rocks
Acme | A\u200bcme
Acme Corp | acme-corp
Acme Corp | acmecorp
Acme Labs | for Acme\nLabs
Nestlé S.A. | Nestle
Nestle | NESTLÉ
Müller | Muller
Straße | STRASSE
L'Oréal | L\u2019Oreal
Яндекс | в Яндексе
بترول | في بترول
Marks & Spencer | Marks and Spencer
AT&T | at&t
HP Inc. | an HP box
P&G | p & g
H&M Group | at H&M
The Trade Desk | at Trade Desk
The Zyxa Company | at Zyxa now
The Hub | at Hub now
Booking.com | Booking com
IBM | I.B.M.
İş Bankası | İŞ BANKASI'NDA
Işık | IŞIK
"""
LIKELY = """\
Łódź Labs | Lodz Labs
Müller AG | Mueller
Mueller | Müller
ООО «Яндекс» | at Yandex
Nokia Oyj | Nokialla
Nokia | Nokias
TensorZero | Tensor Zero
Acme | AcmeClient
Acme Holdings plc | Acme
株式会社アクメ | at Akume
Akume | アクメで
The Trade Desk | a trade desk
LG전자 | LG에서
Snowflake | for Snow Flake
"""
NOT = """\
Acme | Acmeology
Acme | macmex
HP Inc. | mph hp
On | on the way
AT&T | look at t
쿠팡 | 쿠팡플레이
Stripe | stripes
Block Labs | in blocklabsters
Nokia | nokialla
GE | get age ge
The Gap | a gap
LG전자 | lg
Snowflake | a snow flake
三菱電機 | 三菱
N26 | N 26
"""


def pairs(table: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for line in table.strip().split("\n"):
        name, is_first, text = line.partition(" | ")
        if not is_first:
            name, before = found.pop()
            text = f"{before}\n{line}"
        found.append((name, text))
    return found


@pytest.mark.parametrize(("name", "text"), pairs(SURELY))
def test_name_is_found_as_people_write_it(name: str, text: str) -> None:
    company, spelling = CompanyName(name), SearchedText(text)
    assert company.may_stand_in(spelling)
    assert company.find(spelling)


@pytest.mark.parametrize(("name", "text"), pairs(LIKELY))
def test_what_may_be_the_name_is_told_apart(name: str, text: str) -> None:
    company, spelling = CompanyName(name), SearchedText(text)
    assert company.may_stand_in(spelling)
    assert not company.find(spelling)
    assert company.find_like(spelling)


@pytest.mark.parametrize(("name", "text"), pairs(NOT))
def test_other_words_are_not_the_name(name: str, text: str) -> None:
    company, spelling = CompanyName(name), SearchedText(text)
    assert not company.find(spelling)
    assert not company.find_like(spelling)


def test_what_is_made_of_a_name_is_all_that_it_takes() -> None:
    name = CompanyName("Zephyrworks Robotics GmbH")
    known = CompanyName.of(name.name, name.made)
    for text, stands in (("Zephyrworks robotics.", True), ("at Zephyrworks", True), ("no", False)):
        searched = SearchedText(text)
        found = [n.find(searched) or n.find_short(searched, frozenset()) for n in (name, known)]
        assert found[0] == found[1], text
        assert known.may_stand_in(searched) == name.may_stand_in(searched) == stands, text
    assert known.made == name.made


def test_a_word_of_the_tool_is_the_name_in_its_own_case_alone() -> None:
    name = CompanyName("Evidence, Inc.")
    assert name.find(SearchedText("for Evidence"), minds_case=True)
    assert name.find(SearchedText("for EVIDENCE"), minds_case=True)
    assert not name.find(SearchedText("the evidence"), minds_case=True)
