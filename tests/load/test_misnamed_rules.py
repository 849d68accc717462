"""Rules that nobody would look for: an error, since all forbidden claims would pass."""

from pathlib import Path

from dossier.load.tree import read_tree
from dossier.plain.problems import Severity
from tests.builders import MINIMAL, write_site

MEANT = (
    *("guardrails.yaml", "Guardrails.yml", "guardrail.yml", "guard-rails.yml", "guardrials.yml"),
    *("guardrails.yml.txt", "applications/acme/guardrails.yml", "rules/guardrails.yml"),
)
OTHERS = ("guardrails-old.yml", "railway.yml", "guardrails.yml")


def test_rules_under_another_name_are_an_error(tmp_path: Path) -> None:
    for number, name in enumerate((*MEANT, *OTHERS)):
        root = tmp_path / str(number)
        write_site(root, {**MINIMAL, f"content/{name}": "[]"})
        told = [problem.severity for problem in read_tree(root / "content", root).problems]
        assert (told == [Severity.ERROR]) is (name in MEANT), name
