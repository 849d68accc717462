"""What an author saves, at random: one part of one file after another, right or wrong."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dossier.templates import THEME
from tests.canaries import png

RECORDS = ("lab/gain", "lab/loss", "lab/none", "field/gain", "field/loss")
_TEXTS = (
    "Plain words.",
    "It is [](evidence:lab/gain#rate) now, see [this](evidence:field/loss).",
    "Read [the lab](project:lab), [a page](../../about.md) and ![a dot](../../assets/dot.png).",
    "```matrix\n```",
    "```pipeline\n```",
    "```evidence\nproject: lab\n```\n\nAnd 90% of [it](evidence:lab/gain).",
    "<!-- never told -->\n\n- one\n- two",
    "## Notes\n\nA heading more.",
    "```strengthen\n```",
    "A [dead one](evidence:lab/nothing), and a [file](../../assets/gone.png).",
)
_FREE = (*_TEXTS[:3], "# About\n\nText.", "# Who\n\n## Where\n\n[up](index.md)", *_TEXTS[3:])
_BREAK = ("", "", "", "", "broken: [\n", "unknown: 1\n")
Slots = Mapping[str, tuple[str, ...]]

_DOSSIER = """\
---
company: {company}
status: {status}
{broken}next: {{do: "{do}"}}
roles:
  - {{id: ml, title: {title}, posting: {{file: posting.md}}}}
proof_points:
  - id: one
    requirement: {asked}
    evidence: [{cited}]
    claim: I have [it](evidence:{linked})
    strength: {strength}
  - {{id: two, requirement: Speed, evidence: [{linked}], strength: weak, note: Slow}}
---

## Pitch

{pitch}

## Questions

### Why us? {{about=two{story}}}

{answer}

## Notes

{notes}
"""
_RECORDS = """\
project: {project}
audience: {audience}
{broken}evidence:
  - id: {first}
    claim: {claim}
    kind: {kind}
    check: rerun
    metrics: [{{id: rate, name: rate, value: {value}, unit: "%"}}]
    method: {method}
    date: {date}
    source: {source}
    skills: [{skill}]
  - {{id: loss, claim: It loses less, kind: code, check: statement, status: {status}}}
"""
_PROJECT = """\
---
title: {title}
audience: {audience}
{broken}line: {line}
headline: [{headline}]
---

{text}
"""
_PROFILE = """\
name: {name}
headline: {headline}
{broken}language: {language}
work: [{{employer: {employer}, title: Engineer, from: 2019}}]
leads: [{{id: ml, title: ML, line: Learns, projects: [lab]}}]
"""
_PAGE = "---\n{title}{broken}---\n\n{text}\n"
_COMPANIES = ("Acme", "Initech", "Hooli")
_DOSSIER_SLOTS: Slots = {
    "company": _COMPANIES,
    "status": ("drafting", "applied", "closed"),
    "broken": _BREAK,
    "do": ("Call", "Write to [them](evidence:lab/gain)"),
    "title": ("Engineer", "Senior *Engineer*"),
    "asked": ("Rankers", "Rankers that learn"),
    "cited": (*RECORDS, "lab/gain, field/gain"),
    "linked": RECORDS,
    "strength": ("direct", "moderate", "weak", "none"),
    "pitch": _TEXTS,
    "story": ("", "", " story=night"),
    "answer": _TEXTS[:3],
    "notes": _TEXTS,
}
_RECORD_SLOTS: Slots = {
    "project": ("lab", "lab", "shop"),
    "audience": ("shared", "public", "private"),
    "broken": _BREAK,
    "first": ("gain", "gain", "gain", "none"),
    "claim": ("It gains", "It gains more"),
    "kind": ("benchmark", "production"),
    "value": ("90", "90.0", "91"),
    "method": ("Counted", "Counted twice"),
    "date": ("2026-02", "2020-01"),
    "source": ("{label: Report}", "{label: Report, url: 'https://example.org/r'}"),
    "skill": ("bandits", "graphs"),
    "status": ("shipped", "planned"),
}
_PROJECT_SLOTS: Slots = {
    "title": ("Lab", "The lab"),
    "audience": ("public", "shared"),
    "broken": _BREAK,
    "line": ("It learns", "It learns, see [this](evidence:lab/gain)"),
    "headline": ("", "lab/gain#rate"),
    "text": _FREE,
}
_PROFILE_SLOTS: Slots = {
    "name": ("Ada", "Ada Example"),
    "headline": ("I measure", "I measure, [](evidence:lab/gain#rate)"),
    "broken": _BREAK,
    "language": ("en", "en", "de"),
    "employer": _COMPANIES,
}
_PAGE_SLOTS: Slots = {
    "title": ("title: About\n", "title: Who\ndescription: I am\n", "icon: material/home\n", ""),
    "broken": _BREAK,
    "text": _FREE,
}
_STORY_SLOTS: Slots = {"broken": _BREAK, "text": _TEXTS[:3]}
_KINDS: Mapping[str, tuple[str, Slots]] = {
    "applications/acme/index.md": (_DOSSIER, _DOSSIER_SLOTS),
    "applications/hooli/index.md": (_DOSSIER, _DOSSIER_SLOTS),
    "applications/initech/index.md": (_DOSSIER, _DOSSIER_SLOTS),
    "evidence/field.yml": (_RECORDS, _RECORD_SLOTS),
    "evidence/lab.yml": (_RECORDS, _RECORD_SLOTS),
    "projects/lab.md": (_PROJECT, _PROJECT_SLOTS),
    "projects/shop.md": (_PROJECT, _PROJECT_SLOTS),
    "profile.yml": (_PROFILE, _PROFILE_SLOTS),
    "index.md": (_PAGE, _PAGE_SLOTS),
    "about.md": (_PAGE, _PAGE_SLOTS),
    "stories/night.md": ("---\ntitle: Night\n{broken}---\n{text}\n", _STORY_SLOTS),
    "guardrails.yml": ("- {{pattern: {word}, why: Never}}\n", {"word": ("always", "plain")}),
    "applications/acme/posting.md": (
        "## Requirements\n\n- {asked}\n",
        {"asked": ("Rankers that learn", "Speed", "Fast rankers")},
    ),
    "evidence.lock": (
        'version: 1\nrecords:\n  {record}:\n    sha256: "{stamp}"\n',
        {"stamp": ("0" * 16, "nonsense"), "record": RECORDS},
    ),
}
_ALWAYS = frozenset({"profile.yml", "index.md", "evidence/lab.yml"})


@dataclass(slots=True)
class Author:
    """Somebody who saves files below a project's root."""

    root: Path
    dice: random.Random
    filled: dict[str, dict[str, str]] = field(default_factory=dict)
    """The files that are there, and what stands in each slot."""
    done: list[str] = field(default_factory=list)

    def begin(self) -> None:
        """Write every file once, as its slots have it first."""
        for name, (_, slots) in _KINDS.items():
            self.filled[name] = {slot: options[0] for slot, options in slots.items()}
            self._save(name)
        (self.root / "content/assets").mkdir()
        (self.root / "content/assets/dot.png").write_bytes(png())

    def edit(self) -> str:
        """Save something else, and say what."""
        kinds = (self._change,) * 24 + (self._appear,) * 3 + (self._asset, self._markup, self._set)
        said = self.dice.choice(kinds)()
        self.done.append(said)
        return said

    def _change(self) -> str:
        name = self.dice.choice(sorted(self.filled))
        slots = _KINDS[name][1]
        slot = self.dice.choice(sorted(slots))
        # What is broken is soon mended.
        if self.filled[name].get("broken"):
            slot = "broken"
        value = "" if self.filled[name].get("broken") else self.dice.choice(slots[slot])
        self.filled[name][slot] = value
        self._save(name)
        return f"{name}: {slot} = {value!r}"

    def _appear(self) -> str:
        """Take a file away, or put it there again."""
        name = self.dice.choice(sorted({*_KINDS} - _ALWAYS))
        if self.filled.pop(name, None) is not None:
            (self.root / "content" / name).unlink()
            return f"{name} is gone"
        self.filled[name] = {s: self.dice.choice(o) for s, o in _KINDS[name][1].items()}
        self._save(name)
        return f"{name} is new"

    def _asset(self) -> str:
        colour = self.dice.randrange(4)
        path = self.root / "content/assets/dot.png"
        path.write_bytes(png(width=colour + 1))
        return f"dot.png: {colour}"

    def _markup(self) -> str:
        name = self.dice.choice(("fragments/story.html", "assets/css/own.css", "main.html"))
        path = self.root / "overrides" / name
        own = [each for each in (self.root / "overrides").rglob("*") if each.is_file()]
        if own:
            own[0].unlink()
            return f"{own[0].name} is the package's"
        path.parent.mkdir(parents=True, exist_ok=True)
        known = THEME / name
        text = known.read_text(encoding="utf-8") if known.exists() else "b{}\n"
        path.write_text(f"{text}<!-- own -->\n", encoding="utf-8")
        return f"{name} is the site's own"

    def _set(self) -> str:
        path = self.root / "mkdocs.yml"
        before = path.read_text(encoding="utf-8")
        name = self.dice.choice(("One", "Two"))
        lines = [f"site_name: {name}" if x.startswith("site_name") else x for x in _lines(before)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return f"site_name: {name}"

    def _save(self, name: str) -> None:
        path = self.root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_KINDS[name][0].format(**self.filled[name]), encoding="utf-8")


def _lines(text: str) -> Iterator[str]:
    yield from text.splitlines()
