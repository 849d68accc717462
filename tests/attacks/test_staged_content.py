"""*Content is never executed*: not by another engine either, which cleans no page."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment
from markdown_it import MarkdownIt

from dossier.adapters.staged import staged_tree
from dossier.adapters.staged_html import ATTRIBUTES, html_cuts
from dossier.model.audience import Audience
from dossier.plain.safe_html import active_parts
from dossier.prose.markdown import is_safe
from tests.attacks.publishing import COMPANY, run
from tests.browser.payloads import HTML, MARKDOWN
from tests.builders import INDEX, MINIMAL, PROJECT, write_site
from tests.sites import files_of, project
from tests.views import build

GONE = {
    "a <b>c</b> d": "a <b>c</b> d",
    "<script>GONE()</script> kept": " kept",
    "<SCRIPT src=x>GONE": "",
    '<img src="x.png" alt=">"> kept': '<img src="x.png" alt=">"> kept',
    '<img alt=">" onerror="GONE()"> kept': " kept",
    "<img title=\"kept' onerror=x": "&lt;img title=\"kept' onerror=x",
    "<iframe src=https://example.org></iframe>kept": "kept",
    "<? GONE ?><![CDATA[ GONE ]]><!GONE><!- GONE ->kept": "kept",
    "text {: onclick='GONE()' } kept": "text  kept",
    "[kept](java\tscript:kept)": "[kept](java\tscript:kept)",
    "[kept](javascript:kept)": r"[kept\](javascript:kept)",
    r"[kept\\](javascript:kept)": r"[kept\\\](javascript:kept)",
    r"[kept\](javascript:kept)": r"[kept\](javascript:kept)",
    "[kept]: javascript:kept": r"\[kept]: javascript:kept",
    "<https://example.org> <javascript:kept>": "<https://example.org> &lt;javascript:kept>",
    "<a href='javascript:GONE'>kept</a>": "kept</a>",
    "<style>GONE{}</style>": "",
    "<svg onload=GONE><path d='M0 0'/></svg>": "<path d='M0 0'/></svg>",
}


def cut(text: str, opened: frozenset[str] = frozenset()) -> str:
    parts, position = [], 0
    for start, end, replacement in sorted(html_cuts(text, opened, lambda _: False)):
        if start >= position:
            parts += [text[position:start], replacement]
            position = end
    return "".join([*parts, text[position:]])


def test_what_goes_and_what_stays() -> None:
    assert {text: cut(text) for text in GONE} == GONE
    assert cut("<iframe></iframe>", frozenset({"iframe"})) == "<iframe></iframe>"


def test_no_payload_is_handed_on(tmp_path: Path) -> None:
    """All that are tried in a browser on our own pages, and comments of every kind."""
    body = "".join(f"{text}\n\n" for text in (*HTML, *MARKDOWN) if "<!--" not in text)
    files = {"content/projects/qortex.md": PROJECT + body, "content/index.md": f"{INDEX}\n{body}"}
    settings = write_site(tmp_path, MINIMAL | files, audience=Audience.PUBLIC)
    tree = dict(staged_tree(build(settings), settings))
    assert {"index.md", "projects/qortex.md"} <= tree.keys()
    for name in ("index.md", "projects/qortex.md"):
        assert list(active(tree[name].decode())) == [], name


COMMANDS = (
    "{{ site.title }} {{ 7*7 }} ${{ secrets.A }} {{{{ x }}}}",
    "{% include ../content/secret.md %} {%- raw %}",
    '{{< readfile "x" >}} {{% x %}}',
    "{download}`../secret.md` {eval-rst}`x` `` {ref}`y` ``",
    "```{include} ../secret.md\n```",
    "~~~ {literalinclude} x\n~~~",
    ":::{include} ../secret.md\n:::",
    "> ::::{raw} html\n> ::::",
    "`{{ in_code }}`\n\n    {{ indented }}",
)


def test_no_command_is_handed_on_to_an_engine_that_nobody_named(tmp_path: Path) -> None:
    body = "\n\n".join(COMMANDS)
    dossier = MINIMAL[COMPANY].replace("company: Acme", "company: Acme\naudience: public")
    files = {
        "content/projects/qortex.md": f"{PROJECT}\n{body}\n",
        "content/index.md": f"{INDEX}\n{body}\n",
        COMPANY: dossier.replace("## Pitch\n", f"## Pitch\n\n{body}\n", 1),
    }
    root = project(tmp_path / "project", MINIMAL | files)
    assert run(root, "stage", str(tmp_path / "tree")).exit_code == 0
    tree = files_of(tmp_path / "tree")
    for name in ("index.md", "projects/qortex.md", COMPANY.removeprefix("content/")):
        text = tree[name].decode()
        assert "7*7" in text, name
        assert Environment().from_string(text).render() == text.rstrip("\n"), name  # noqa: S701
        assert not re.findall(r"\{[{%<]|\{[a-z-]+\}`|^.*[`~:]{3,}[ ]?\{.*$", text, re.MULTILINE)


def test_nothing_is_handed_on_that_no_page_shows(tmp_path: Path) -> None:
    note = "quokkafox"
    body = f"[x{note}]: https://{note}.example\n  '{note}'\n\n[x]: <> \"{note}\"\n"
    footnote = f"\n[^a{note}]: {note}\n\n    {note}\n"
    dossier = MINIMAL[COMPANY].replace("company: Acme", "company: Acme\naudience: public")
    files = {
        "content/index.md": f"{INDEX}\n{body}",
        COMPANY: dossier.replace("## Pitch\n", f"## Pitch\n\n{body}{footnote}\n", 1),
    }
    root = project(tmp_path / "project", MINIMAL | files)
    assert run(root, "stage", str(tmp_path / "tree")).exit_code == 0
    assert [
        name for name, text in files_of(tmp_path / "tree").items() if note.encode() in text
    ] == []


def active(text: str) -> Iterator[str]:
    """Yield what would do something on the page that CommonMark makes of a text."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(text)
    for token in (*tokens, *(child for held in tokens for child in held.children or ())):
        if token.type.startswith("html_"):
            yield from (what for _, what in active_parts(token.content))
        address = str(token.attrs.get("href") or token.attrs.get("src") or "")
        if not is_safe(address):
            yield address
        if token.type == "text" and ATTRIBUTES.search(token.content):
            yield token.content
