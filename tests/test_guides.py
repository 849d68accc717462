"""`AGENTS.md` and the skill that `dossier init` writes: made of models, commands and problems.

`pytest tests/test_guides.py --update-goldens` writes them from `cases/guides/`.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from dossier.cli.commands import SUMMARIES, load_command
from dossier.cli.init import starter_files
from dossier.cli.mcp import EXAMPLE
from dossier.model.field_guide import FILES, FieldNote, notes_below
from dossier.model.schemas import KINDS
from dossier.plain.problems import CODES, Severity
from tests.assistants.patches import tried
from tests.builders import MINIMAL, REPOSITORY, write_site
from tests.test_problem_pages import data
from tests.views import diagnose_all

SITE = REPOSITORY / "hooks" / "dossier" / "starter" / "site"
TEMPLATES = REPOSITORY / "tests" / "cases" / "guides"
GUIDES = {"AGENTS.md": SITE / "AGENTS.md", "SKILL.md": SITE / "skills" / "dossier" / "SKILL.md"}
_SLOT = re.compile(r"(?<!\{)\{(files|patch|(?:fields|example|commands|codes) [^{}]+)\}(?!\})")
_EXAMPLE = re.compile(r"^`([\w./-]+)`:\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"`dossier ([a-z]+)([^`]*)`")
each_guide = pytest.mark.parametrize("name", GUIDES)


def made(name: str) -> str:
    """Return a guide as it has to be."""
    template = (TEMPLATES / name).read_text(encoding="utf-8")
    return _SLOT.sub(lambda found: filled(found[1]), template).replace("{{", "{").replace("}}", "}")


def filled(slot: str) -> str:
    kind, _, rest = slot.partition(" ")
    match kind:
        case "files":
            return "\n".join(f"- `{FILES[kind]}` ({kind}): {keys_of(kind)}" for kind in KINDS)
        case "patch":
            patch = {**EXAMPLE, "application": "northwind"}
            return json.dumps(patch, indent=1, ensure_ascii=False)
        case "fields":
            return "\n".join(f"- `{note.key}`: {about(note)}" for note in notes_below(rest))
        case "commands":
            return "\n".join(f"- `dossier {each}`: {SUMMARIES[each]}" for each in rest.split())
        case "codes":
            cures = data()
            return "\n".join(f"- `{c}`: {CODES[c]} {cures[c]['cure']}" for c in rest.split())
    path, _, keys = rest.partition(": ")
    return "\n    ".join(example(path, keys.split()))


def keys_of(kind: str) -> str:
    """Return the keys of a kind of file, those first that it needs."""
    notes = sorted(notes_below(kind), key=lambda note: note.default != "needed")
    return ", ".join(f"`{note.key}`" for note in notes)


def about(note: FieldNote) -> str:
    words = f" One of {', '.join(note.words)}." if note.words else ""
    return f"{note.purpose}{words}{' Needed.' if note.default == 'needed' else ''}"


def example(path: str, keys: list[str]) -> Iterator[str]:
    """Yield a mapping, a line a key, with the models' own examples."""
    notes = {note.key: note for note in notes_below(path)}
    for each in keys:
        key, _, value = each.partition("=")
        yield f"{key}: {value or notes[key].example}"


@each_guide
def test_a_guide_is_what_models_commands_and_problems_say(
    name: str, *, update_goldens: bool
) -> None:
    if update_goldens:
        GUIDES[name].write_text(made(name), encoding="utf-8")
    assert GUIDES[name].read_text(encoding="utf-8") == made(name), "run it with --update-goldens"


def examples() -> dict[str, str]:
    return {
        file: text
        for path in GUIDES.values()
        for file, text in _EXAMPLE.findall(path.read_text(encoding="utf-8"))
    }


def test_every_example_passes_the_check(tmp_path: Path) -> None:
    found = examples()
    assert found.keys() == {
        *("content/evidence/warehouse.yml", "content/applications/northwind/index.md"),
        "patch.json",
    }
    patch = found.pop("patch.json")
    problems = diagnose_all(write_site(tmp_path, {**MINIMAL, **found})).problems
    assert [str(p) for p in problems if p.severity is Severity.ERROR] == []
    trial = tried(patch, {**MINIMAL, **found})
    assert not trial.is_refused, (trial.refused, trial.added)


@each_guide
def test_every_command_and_option_that_a_guide_names_is_there(name: str) -> None:
    for command, rest in _COMMAND.findall(GUIDES[name].read_text(encoding="utf-8")):
        assert command in SUMMARIES, command
        loaded = load_command(command)
        known = {option for each in loaded.params for option in each.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, (command, rest)
        assert isinstance(loaded, click.Command)


def test_the_skill_has_the_common_form() -> None:
    _, front, body = GUIDES["SKILL.md"].read_text(encoding="utf-8").split("---\n", 2)
    said = yaml.safe_load(front)
    assert set(said) == {"name", "description"}
    assert re.fullmatch(r"[a-z0-9-]{1,64}", said["name"])
    assert said["name"] == GUIDES["SKILL.md"].parent.name
    assert 1 <= len(said["description"]) <= 1024
    assert body.count("\n") < 500


def test_init_writes_both() -> None:
    for is_bare in (True, False):
        files = dict(starter_files("Ada", is_bare=is_bare))
        assert {"AGENTS.md", "skills/dossier/SKILL.md"} <= files.keys()
