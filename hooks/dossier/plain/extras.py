"""How to add the packages of an extra to the tool as it is installed here: it is on no index."""

from __future__ import annotations

import os
import re
import shlex
import sys
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

DISTRIBUTION = "dossier-site"


def installing(extra: str) -> str:
    """Return the command that adds an extra's packages, by the names that indexes know."""
    packages = " ".join(shlex.quote(package) for package in _packages(extra))
    prefix = Path(sys.prefix)
    if "pipx" in prefix.parts:
        return f"pipx inject {DISTRIBUTION} {packages}"
    if prefix.parts[-3:-1] == ("uv", "tools"):
        return f"uv pip install --python {shlex.quote(sys.prefix)} {packages}"
    if os.environ.get("VIRTUAL_ENV") == sys.prefix:
        return f"pip install {packages}"
    return f"{shlex.quote(sys.executable)} -m pip install {packages}"


def _packages(extra: str) -> list[str]:
    try:
        wanted = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        return [f"{DISTRIBUTION}[{extra}]"]
    of_extra = re.compile(rf"extra\s*==\s*[\"']{re.escape(extra)}[\"']")
    parts = (requirement.partition(";") for requirement in wanted)
    return [package.strip() for package, _, marker in parts if of_extra.search(marker)]
