"""Ids from names as people write them."""

from __future__ import annotations

import pytest

from dossier.model.ids import make_id
from dossier.plain.errors import ConfigError

IDS = {
    "Ørsted Energi": "orsted-energi",
    "Łódź Data": "lodz-data",
    "Ærø": "aero",
    "C++": "c-plus-plus",
    "C#": "c-sharp",
    "a + b": "a-b",
    "Straße 7": "strasse-7",
    "株式会社アクメ": "zhushihuisheakume",
    "카카오": "kakao",
    "Яндекс": "yandeks",
    "🚀 Rocket": "rocket",
    "L’Oréal": "l-oreal",
}


@pytest.mark.parametrize("name", IDS)
def test_id_of_a_name_in_any_script(name: str) -> None:
    assert make_id(name) == IDS[name]


def test_id_of_nothing_is_no_id() -> None:
    with pytest.raises(ConfigError, match="no id can be made from `!`"):
        make_id("!")
