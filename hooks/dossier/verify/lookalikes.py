"""The name of a host to the name that it could be taken for, if it is not that one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from urllib.parse import urlsplit

_KNOWN = (
    *("github.com", "gitlab.com", "codeberg.org", "bitbucket.org"),
    *("doi.org", "arxiv.org", "huggingface.co", "archive.org", "wikipedia.org", "sigstore.dev"),
    *("softwareheritage.org", "stackoverflow.com", "medium.com", "linkedin.com", "google.com"),
)
"""Hosts that a source is believed for."""
_LIKE = {
    **dict(zip("аеорсухіјѕһԁԛԝтмкнвѵӏпг", "aeopcyxijshdqwtmkhbvlnr", strict=True)),
    **dict(zip("αονρτυικχγηωεμ", "aovptuikxynwem", strict=True)),
    **dict(zip("ıɩɡɑոսօցհ", "iiganuogh", strict=True)),  # noqa: RUF001 - that is what they are for
}
"""Letters of other scripts, and rarer Latin ones, that look like those of ASCII."""
_OTHER_SCRIPTS = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")


def taken_for(url: str) -> str:
    """Return what the host of an address could be taken for, empty if it is what it looks like."""
    host = _shown(urlsplit(url).hostname or "")
    alike = _in_ascii(host)
    mixes = any(_is_mixed(label) for label in host.split("."))
    if not host.isascii() and alike.isascii() and (mixes or not _is_latin(host)):
        return alike
    like = _skeleton(alike)
    for known in _KNOWN:
        is_it = host == known or host.endswith(f".{known}")
        if not is_it and (like == _skeleton(known) or like.endswith(f".{_skeleton(known)}")):
            return known
    return alike if mixes else ""


def _shown(host: str) -> str:
    """Return a host's name in the letters that a reader sees, `xn--…` decoded."""
    return ".".join(map(_decoded, host.casefold().rstrip(".").split(".")))


def _decoded(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, OverflowError):
        return label


def _in_ascii(host: str) -> str:
    """Return a name with every letter that looks like one of ASCII as that one."""
    parts = unicodedata.normalize("NFKD", host)
    letters = (_LIKE.get(sign, sign) for sign in parts if not unicodedata.combining(sign))
    return "".join(letters)


def _skeleton(host: str) -> str:
    """Return what names have in common that are read alike: `g1thub` and `github`."""
    for alike, one in (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l")):
        host = host.replace(alike, one)
    return host


def _scripts(text: str) -> Iterable[str]:
    return {unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha()}


def _is_latin(text: str) -> bool:
    return set(_scripts(text)) <= {"LATIN"}


def _is_mixed(label: str) -> bool:
    scripts = set(_scripts(label))
    return len(scripts) > 1 and bool(scripts.intersection(_OTHER_SCRIPTS))
