"""A staged tree for Sphinx to what somebody would have typed for sphinx-needs.

Each record is a need, each row of a dossier one that links to the records it cites. A need stands
once: records are not repeated below the dossiers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_CONFIGURATION = """
extensions += ["sphinx_needs"]
needs_types = [
    {"directive": name, "title": name, "prefix": "", "color": "#bfd8d2", "style": "node"}
    for name in ("row", "record")
]
needs_id_regex = "^[a-z0-9_]+"
myst_disable_syntax.remove("myst_role")
"""
_TABLE = re.compile(r"^\| Asked for .*\n\|.*\n((?:\|.*\n)+)", re.MULTILINE)
_ANCHOR = re.compile(r"\[\]\{#([^}]+)\}")
_RECORD = re.compile(r"^\(([^)\n]+)\)=\n\n### (.*)\n\n((?:- .*(?:\n|\Z))+)", re.MULTILINE)
_CITED = re.compile(r"\[([^\]\n]+)\]\(#([^)\s]+/[^)\s]+)\)")


def with_needs(staged: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a staged tree, its rows and records as needs."""
    for name, text in staged.items():
        if name == "conf.py":
            yield name, text + _CONFIGURATION
        else:
            rows = _TABLE.sub(lambda found: "".join(_rows(found[1])), text)
            yield name, _CITED.sub(_need, _RECORD.sub(_record, rows))


def _rows(lines: str) -> Iterator[str]:
    for line in lines.splitlines():
        asked, shown, match = line.strip("| ").split(" | ")
        anchor = _ANCHOR.match(asked)
        names = dict.fromkeys(found[2] for found in _CITED.finditer(shown))
        cited = ", ".join(map(_identifier, names))
        name = _identifier(anchor[1] if anchor else "")
        yield (
            f"```{{row}} {_ANCHOR.sub('', asked)}\n:id: {name}\n"
            f":tags: {match.lower()}\n:links: {cited}\n\n{shown}\n```\n\n"
        )


def _record(found: re.Match[str]) -> str:
    name, claim, facts = found.groups()
    return f"```{{record}} {claim}\n:id: {_identifier(name)}\n\n{facts.rstrip()}\n```\n"


def _need(found: re.Match[str]) -> str:
    return f"{{need}}`{found[1]} <{_identifier(found[2])}>`"


def _identifier(name: str) -> str:
    return re.sub(r"\W", "_", name)
