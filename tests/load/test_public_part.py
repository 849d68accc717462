"""What tells the public view from another: all that it can show, and nothing that is private."""

from pathlib import Path

from dossier.load.public_part import public_part
from dossier.load.tree import read_tree
from tests.builders import MINIMAL, write_site
from tests.canaries import png

DOSSIER = "content/applications/acme/index.md"
POSTING = "content/applications/acme/posting.md"
SITE: dict[str, str | bytes] = {
    **MINIMAL,
    POSTING: "Rankers",
    "content/stories/night.md": "---\ntitle: Night\n---\nAt night.\n",
    "content/guardrails.yml": "- {pattern: always, why: never}\n",
}
POSTED = MINIMAL[DOSSIER].replace("Engineer\n", "Engineer\n    posting: {file: posting.md}\n")
OPEN = POSTED.replace("company: Acme", "audience: public\ncompany: Acme")


def part(root: Path, files: dict[str, str | bytes]) -> str:
    settings = write_site(root, files)
    found = public_part(read_tree(settings.content, settings.root), settings)
    for name in files:
        (root / name).unlink()
    return found


def test_it_is_another_when_the_public_could_see_another_thing(tmp_path: Path) -> None:
    assert OPEN != POSTED != MINIMAL[DOSSIER]
    same = part(tmp_path, SITE)
    for name in (POSTING, DOSSIER, "content/stories/night.md", "content/guardrails.yml"):
        assert part(tmp_path, SITE | {name: f"{SITE[name]!s}\n"}) == same, name
    opened = SITE | {DOSSIER: OPEN}
    others = {
        "a page": SITE | {"content/index.md": f"{SITE['content/index.md']!s}\nMore.\n"},
        "a record": SITE
        | {"content/evidence/qortex.yml": f"{SITE['content/evidence/qortex.yml']!s}# x\n"},
        "the profile, broken": SITE | {"content/profile.yml": "["},
        "an asset": SITE | {"content/assets/dot.png": png()},
        "an asset's bytes": SITE | {"content/assets/dot.png": png() + b"x"},
        "an open dossier": opened,
        "its text": SITE | {DOSSIER: f"{OPEN}\nMore.\n"},
        "its posting": opened | {POSTING: "Speed"},
    }
    digests = {name: part(tmp_path, files) for name, files in others.items()}
    assert len({same, *digests.values()}) == len(digests) + 1, digests
