"""Results of checked sources, put into their file beside what others put there meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dossier.load.verdicts import read_verdicts
from dossier.model import verdict
from dossier.model.verdict import Verdict, spell_verdicts
from dossier.plain.errors import ConfigError
from dossier.plain.files import replace_file
from dossier.plain.transaction import writing
from dossier.settings import Settings

Verdicts = Mapping[str, Verdict]


def keep_verdicts(settings: Settings, before: Verdicts, after: Verdicts) -> None:
    """Write what has changed between two states of the results. Raises ConfigError, OSError."""
    if before == after:
        return
    path = settings.content / verdict.FILE
    with writing(settings.root):
        now: Verdicts = {}
        if path.exists():
            now, problems = read_verdicts(path, str(path))
            if problems:
                raise ConfigError(problems[0].message, problems[0].hint)
        kept = {name: found for name, found in now.items() if name in after or name not in before}
        for name, found in after.items():
            if name not in now or found != before.get(name):
                copies = now[name].copies if name in now else {}
                kept[name] = replace(found, copies={**copies, **found.copies})
        replace_file(path, spell_verdicts(kept).encode())
