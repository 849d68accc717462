"""The address of a posting to the domain that names its company, if it is the company's own."""

from __future__ import annotations

import re

from dossier.publishing.legal_forms import read_list
from dossier.publishing.searched_text import folded


def domain_of(url: str) -> str:
    """Return the domain that an address belongs to, empty if that is a host of many companies."""
    host = re.sub(r"^[a-z]+://", "", url.casefold()).partition("/")[0].partition(":")[0]
    labels = host.rpartition("@")[2].strip(".").split(".")
    if len(labels) < 2 or labels[-1].isdigit():  # noqa: PLR2004 - a name and its top level
        return ""
    size = 3 if len(labels[-1]) == 2 and labels[-2] in _SECOND_LEVEL else 2  # noqa: PLR2004
    domain = ".".join(labels[-size:])
    return "" if {domain, ".".join(labels[-3:])} & read_list("job_boards") else domain


_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"})


def domain_pattern(domain: str) -> re.Pattern[str]:
    """Return what finds a domain in folded text, below others too."""
    return re.compile(rf"(?<![\w-]){re.escape(folded(domain))}(?![\w-]|\.\w)")
