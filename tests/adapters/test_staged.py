"""The tree for other engines, page by page. The whole of it: `tests/cli/test_stage.py`."""

from collections.abc import Mapping
from pathlib import Path

from dossier.adapters.staged import staged_tree
from dossier.adapters.staged_engines import Engine
from dossier.model.audience import Audience
from tests.builders import APPLICATION, EVIDENCE, INDEX, MINIMAL, PROFILE, PROJECT, write_site
from tests.views import build


def tree(root: Path, files: Mapping[str, str], engine: Engine | None = None) -> dict[str, str]:
    settings = write_site(root, {**MINIMAL, **files}, audience=Audience.PUBLIC)
    return {path: text.decode() for path, text in staged_tree(build(settings), settings, engine)}


SMALL = {
    "index.md": """\
---
title: "Ada Example"
---

# I measure what I build

Ada Example

- ML Engineer: Learning systems, measured
- [Code](https://example.org/ada)

I measure what I build, [qortex](projects/qortex.md) among it.

## Projects

- [qortex](projects/qortex.md): A graph that learns from use (+22% precision)
""",
    "projects/index.md": """\
---
title: "Projects"
---

# Projects

- [qortex](qortex.md): A graph that learns from use (+22% precision)
""",
    "projects/qortex.md": """\
---
title: "qortex"
---

# qortex

A graph that learns from use

It retrieves [better than before](#qortex/gain), by +22%
on 20 concepts.

- [Repository](https://example.org/qortex)

## Measurements

<a id="qortex/gain"></a>

### Learned weights retrieve better than cosine similarity

- **+22%** precision (20 concepts)
- As of: Feb 2026
- Check: Repeatable
- Source: [Benchmark report](https://example.org/report)
""",
    "evidence/index.md": """\
---
title: "Evidence"
---

# Evidence

## By skill

### bandits

- Learned weights retrieve better than cosine similarity \
[qortex/gain](../projects/qortex.md#qortex/gain)
""",
}


def test_small_site_as_a_whole(tmp_path: Path) -> None:
    assert tree(tmp_path, {}) == SMALL


def test_titles_are_plain_text(tmp_path: Path) -> None:
    title = '"*a* <b> [c](d) `e`"'
    files = {
        "content/projects/qortex.md": PROJECT.replace("title: qortex", f"title: {title}"),
        "content/profile.yml": PROFILE.replace("label: Code", f"label: {title}"),
        "content/evidence/qortex.yml": EVIDENCE.replace(
            "name: precision", f"name: {title}"
        ).replace("label: Benchmark report", f"label: {title}"),
    }
    written = "\\*a\\* &lt;b&gt; \\[c\\](d) \\`e\\`"
    found = tree(tmp_path, files)
    assert f"\n# {written}\n" in found["projects/qortex.md"]
    assert f"- **+22%** {written} (20 concepts)\n" in found["projects/qortex.md"]
    assert f"[{written}](https://example.org/report)" in found["projects/qortex.md"]
    assert f"[{written}](https://example.org/ada)" in found["index.md"]
    assert f"[{written}](projects/qortex.md)" in found["index.md"]


def test_site_of_nothing_is_a_home_page(tmp_path: Path) -> None:
    settings = write_site(tmp_path, {}, audience=Audience.PUBLIC)
    found = dict(staged_tree(build(settings), settings))
    assert found == {"index.md": b'---\ntitle: "Portfolio"\n---\n\n# Portfolio\n\n## Projects\n'}


def test_directives_become_tables_and_lists(tmp_path: Path) -> None:
    home = INDEX + "\n```evidence\n```\n\n```roles\n```\n"
    text = tree(tmp_path, {"content/index.md": home})["index.md"]
    assert '<a id="qortex/gain"></a>' in text
    assert "```" not in text


def test_public_facts_of_the_person_are_told(tmp_path: Path) -> None:
    profile = PROFILE.replace("location: Austin, TX", "location: {value: Austin, audience: public}")
    profile = profile.replace("to: 2024-06}", "to: 2024-06, summary: Built *it*, audience: public}")
    profile = profile.replace(
        "{field: Linguistics}", "{field: Logic, degree: MA, audience: public}"
    )
    text = tree(tmp_path, {"content/profile.yml": profile})["index.md"]
    assert "- Austin\n- Engineer, Initech, 2019, 2024-06: Built *it*\n- Logic, MA\n" in text
    assert "ada@example.org" not in text


def test_page_without_a_title_of_its_own_is_given_one(tmp_path: Path) -> None:
    files = {
        "content/about.md": "---\ntitle: About\naudience: public\n---\nText\n",
        "content/talks.md": "---\naudience: public\n---\n# Talks & *more*\n",
    }
    found = tree(tmp_path, files)
    assert found["about.md"] == '---\ntitle: "About"\n---\n\n# About\n\nText\n'
    assert found["talks.md"] == '---\ntitle: "Talks & more"\n---\n\n# Talks & *more*\n'


def test_footnotes_of_two_sections_are_told_apart(tmp_path: Path) -> None:
    pitch = "## Pitch\n\nOne[^1], none[^2], `[^1]`.\n\n[^1]: First\n\n"
    text = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")
    text = text.replace("## Notes", f"{pitch.replace('Pitch', 'Why')}## Notes")
    text = text.replace(text[text.index("## Pitch") : text.index("## Why")], pitch)
    page = tree(tmp_path, {"content/applications/acme/index.md": text})
    written = page["applications/acme/index.md"]
    assert "One[^1], none\\[^2\\], `[^1]`.\n\n[^1]: First" in written
    assert "One[^1-2], none\\[^2\\], `[^1]`.\n\n[^1-2]: First" in written
