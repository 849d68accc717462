"""A company's name as its dossier has it to the names in it, and to what it is shortened to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from dossier.plain.patterns import pattern

_BRACKETS = pattern(r"\s*[(\[\u3010]([^()\[\]\u3010\u3011]*)[)\]\u3011]\s*")
_PLAINLY = (
    r"formerly(?: known as)?|(?:previously|now|also|better) known as|doing business as|vormals|"
    r"ehemals|f\.?/?k\.?/?a\.?|a\.?/?k\.?/?a\.?|d\.?/?b\.?/?a\.?"
)
_PERHAPS = r"previously|once|now|ex|fr\u00fcher|anciennement|antes|\u65e7"
_FORMERLY = pattern(
    rf"(?i)(?:(?<=\S)[\s,;:\u2013\u2014-]+(?:{_PLAINLY})|"
    rf"(?:[,;:\u2013\u2014]\s*)(?:{_PLAINLY}|{_PERHAPS}))(?:\s*:\s*|\s+|-|(?<=\u65e7))"
)
"""What stands before another name of the same company."""
_SLASH = pattern(r"\s+/\s+|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})")
_ARTICLE = pattern(r"(?i:the)\s+(?=\S{3})")
_INDUSTRY = pattern(
    "(?:自動車|電機|電気|電力|銀行|製作所|工業|重工業|商事|物産|製薬|薬品|化学|証券|生命|通信|建設|"
    "不動産|食品|製鉄|ホールディングス|グループ|集团|科技|银行|汽车|电子|技术|网络|控股|"
    "전자|자동차|은행|그룹|생명|화재|건설|중공업|화학|증권|카드|통신|물산)+$"
)
"""What East Asian names end with and people leave out."""
_PLACES = frozenset(
    {"한국", "서울", "대한", "국민", "우리", "하나", "기업", "부산", "대구", "제일"}
)
"""What is left of some names and is an everyday word."""
_TOLD_APART = pattern("[\u30a0-\u30ff]{2,}|[\uac00-\ud7a3]{2,}|[A-Z]{2,}")


def names_in(name: str) -> tuple[str, ...]:
    """Return the names that a name holds, itself first: those in brackets if they once were it."""
    whole = unicodedata.normalize("NFKC", name).strip()
    return tuple(dict.fromkeys((name, *(part for part in _split(whole) if part != whole))))


def _split(whole: str) -> Iterator[str]:
    remarks = _BRACKETS.findall(whole)
    outside = _BRACKETS.sub(" ", whole).strip()
    for part in (outside, *(f",{remark}" for remark in remarks)):
        first, *others = _FORMERLY.split(part)
        for former in others if part.startswith(",") else (first, *others):
            yield from (each.strip(" ,;") for each in _SLASH.split(former) if each.strip(" ,;"))


def without_article(core: str) -> str:
    """Return a name without the article before it, empty if it has none."""
    found = _ARTICLE.match(core)
    return core[found.end() :] if found else ""


def shortened(core: str) -> str:
    """Return what people call a company for short in Japanese, Chinese or Korean, if anything."""
    short = _INDUSTRY.sub("", core)
    is_name = short != core and len(short) > 1 and short not in _PLACES
    return short if is_name else ""


def is_told_apart(short: str) -> bool:
    """Whether a short name is no everyday word by its script: places are written in Chinese."""
    return bool(_TOLD_APART.fullmatch(short))
