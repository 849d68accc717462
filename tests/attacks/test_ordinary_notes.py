"""*Nothing goes out unchecked*, and nothing is held back without a reason.

Notes in ordinary English share words with the tool's own style sheets, scripts and labels: a site
without any private text holds these too, so they are no leak. What is one is told, in whatever
encoding and wherever it stands, with the private place and the public one.
"""

from __future__ import annotations

import base64
import codecs
import gzip
import json
import random
import re
import struct
import zlib
from html import escape
from pathlib import Path
from urllib.parse import quote

import pytest

from dossier import sharing
from dossier.build import Project
from dossier.configuration.read import read_configuration
from dossier.publishing.guards import name_problems, tree_problems, unread_problems, word_problems
from tests.attacks.pdfs import encrypted, form, pdf, shown
from tests.attacks.publishing import COMPANY, run
from tests.builders import MINIMAL
from tests.publishing.fixtures import git
from tests.sites import build, files_of, project

WHO = "the recruiter|my old manager|their CTO|a friend there|the hiring team|somebody in finance"
DID = (
    "asked about|was worried by|did not mention|wants to hear more of|laughed at|wrote down|"
    "came back to|spent an hour on|seemed bored by|compared notes on"
)
WHAT = (
    "my background in statistics|the salary range|the interview process|the color of the office|"
    "remote work on Fridays|the screening call|the last performance review|the search team|"
    "the transition to a new manager|their position on overtime|the display of the dashboards|"
    "notice periods|the content of the take-home exercise|the direction of the product|"
    "a visible gap in the timeline|the selection of candidates|the navigation of the old site"
)
WHEN = (
    "before lunch|after the second interview|last Tuesday|in the lobby|for no clear reason|"
    "over a bad connection|while waiting for a taxi|without looking up|twice|at the very end"
)
THEN = (
    "so I should prepare an example|and I said I would think about it|which is a good sign|"
    "but nobody wrote it down|and the mood changed|so send a short message|I liked that|"
    "maybe it is only a habit|ask again next month|keep it short next time"
)
WORDS = [
    *("background", "screening", "interview", "position", "function", "transition", "document"),
    *("selection", "navigation", "direction", "container", "disabled", "required", "absolute"),
    *("template", "children", "property", "overflow", "animation"),
]
SENTENCE = "a quokka named Bartholomew sleeps under the old piano"
PHRASE = "quokka named Bartholomew"


def sentences(number: int) -> list[str]:
    """Return ordinary sentences, the same at every run."""
    chance = random.Random(20261126)  # noqa: S311 - no secret
    things = (Path(sharing.__file__).parent / "words.txt").read_text().split()
    found: dict[str, None] = {}

    def pick(choices: str) -> str:
        return chance.choice(choices.split("|"))

    while len(found) < number:
        what = (
            pick(WHAT) if chance.random() < 1 / 3 else f"the {' '.join(chance.sample(things, 2))}"
        )
        said = f"{pick(WHO)} {pick(DID)} {what} {pick(WHEN)}, {pick(THEN)}."
        found[said[0].upper() + said[1:]] = None
    return list(found)


def noted(*notes: str) -> dict[str, str]:
    """Return a site whose private dossier has each of these notes as a paragraph of its own."""
    dossier = MINIMAL[COMPANY]
    return MINIMAL | {COMPANY: dossier + "\n" + "\n\n".join(notes) + "\n"}


def told(read: Project, tree: dict[str, bytes]) -> list[str]:
    """Return what a publish says of a finished tree."""
    found = [
        *tree_problems(tree),
        *unread_problems(tree),
        *name_problems(tree, read.naming.names),
        *word_problems(tree, read.canaries, read.own),
    ]
    return [str(problem) for problem in found]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a private note, built once."""
    root = project(tmp_path_factory.mktemp("noted"), noted(f"They say {SENTENCE}."))
    build(root)
    return root


@pytest.fixture(scope="module")
def tree(root: Path) -> dict[str, bytes]:
    return files_of(root / "site")


@pytest.fixture(scope="module")
def read(root: Path) -> Project:
    return Project.read(read_configuration(root / "mkdocs.yml").settings)


def test_ordinary_notes_stop_nothing(tmp_path: Path, tree: dict[str, bytes]) -> None:
    notes = sentences(300)
    assert len({*notes}) == len(notes)
    root = project(tmp_path, noted(*notes, *WORDS))
    read = Project.read(read_configuration(root / "mkdocs.yml").settings)
    # Each note is searched for by itself; the public tree is the same, whatever they say.
    assert len(read.canaries) > len(notes) * 2 / 3
    assert told(read, tree) == []


PLAIN = [
    "They pay badly and the boss is rude.",
    "I was let go in May and do not say so.",
    "Never tell them I failed the exam twice.",
    "My knee is bad, so no night shifts!",
]
"""Short words alone: none of their phrases is anybody's own."""


def test_each_private_sentence_is_told_where_it_is_read(
    tmp_path: Path, tree: dict[str, bytes]
) -> None:
    notes = [*PLAIN, *sentences(40)]
    paragraphs = [" ".join(notes[number : number + 3]) for number in range(0, len(notes), 3)]
    root = project(tmp_path, noted(*paragraphs))
    read = Project.read(read_configuration(root / "mkdocs.yml").settings)
    page = tree["index.html"].replace(b"</body>", b"<p>Hello. %b Bye.</p></body>")
    missed = []
    for note in notes:
        shown = escape(note).replace(" twice", " <em>twice</em>").encode()
        if not told(read, {"index.html": page.replace(b"%b", shown)}):
            missed.append(note)
    assert missed == []


FIELDS = {
    "event": "events: [{date: 2026, what: screening}]\n",
    "note": "events: [{date: 2026, what: x, note: background}]\n",
    "next": "next: {do: interview}\n",
}


@pytest.mark.parametrize("field", FIELDS)
def test_one_word_stops_nothing(tmp_path: Path, tree: dict[str, bytes], field: str) -> None:
    dossier = MINIMAL[COMPANY].replace("company: Acme\n", f"company: Acme\n{FIELDS[field]}")
    root = project(tmp_path, MINIMAL | {COMPANY: dossier})
    read = Project.read(read_configuration(root / "mkdocs.yml").settings)
    assert told(read, tree) == []


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


PNG = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", bytes(13))
BITS = base64.b64encode(SENTENCE.encode())
SAID = SENTENCE.encode()
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
FORM, DRAWN = "/XObject << /X1 6 0 R >>", form(shown(f"({SENTENCE}) Tj"))
LEAKS: dict[str, tuple[str, bytes]] = {
    "text": ("index.html", SAID),
    "upper case": ("index.html", SAID.upper()),
    "marks in words": ("index.html", SAID.replace(b"Barth", b"B<b>ar</b>th")),
    "comment": ("index.html", b"<!-- " + SAID + b" -->"),
    "attribute": ("index.html", b'<i data-x="' + SAID + b'"></i>'),
    "alternative text": ("index.html", b'<img alt="' + SAID + b'">'),
    "entities": ("index.html", "".join(f"&#{ord(s)};" for s in SENTENCE).encode()),
    "hidden": ("index.html", b"<p hidden>" + SAID + b"</p>"),
    "address": ("index.html", b'<a href="?q=' + quote(SENTENCE).encode() + b'">x</a>'),
    "base64": ("index.html", BITS),
    "base64 within": ("index.html", base64.b64encode(b"xy" + SAID)),
    "hexadecimal": ("index.html", SENTENCE.encode().hex().encode()),
    "rot13": ("index.html", codecs.encode(SENTENCE, "rot13").encode()),
    "reversed": ("index.html", SENTENCE[::-1].encode()),
    "JSON-LD": ("index.html", b'<script type="application/ld+json">"' + SAID + b'"</script>'),
    "script": ("index.html", b"<script>x='" + SAID.replace(b"B", rb"\u0042") + b"'</script>"),
    "style": ("index.html", b"<style>a::after{content:'" + SAID + b"'}</style>"),
    "meta": ("404.html", b'<meta name="description" content="' + SAID + b'">'),
    "no-break blanks": ("index.html", "\u00a0".join(SENTENCE.split()).encode()),
    "soft hyphens": ("index.html", SENTENCE.replace("lom", "lo\u00adm").encode()),
    "zero width": ("index.html", SENTENCE.replace("lom", "lo\u200bm").encode()),
    "line ends": ("index.html", SENTENCE.replace(" ", "\n").encode()),
    "search index": ("search/search_index.json", json.dumps({"text": SENTENCE}).encode()),
    "escaped index": (
        "search/search_index.json",
        rb'{"a": "' + SAID.replace(b"q", rb"\u0071") + b'"}',
    ),
    "feed": ("feed.xml", b"<t><![CDATA[" + SAID + b"]]></t>"),
    "packed": ("sitemap.xml.gz", gzip.compress(b"<loc>" + SAID + b"</loc>")),
    "file name": (f"{SENTENCE.replace(' ', '-')}.html", b""),
    "folder": (f"{quote(SENTENCE)}/index.html", b""),
    "slug": ("sitemap.xml", f"<loc>/{SENTENCE.replace(' ', '_').lower()}/</loc>".encode()),
    "style sheet": ("assets/extra.css", b"/* " + SAID + b" */"),
    "program": ("assets/extra.js", b"// " + SAID),
    "changed theme": ("", SAID),
    "PNG": ("a.png", PNG + chunk(b"tEXt", b"Comment\0" + SAID)),
    "packed PNG": ("a.png", PNG + chunk(b"zTXt", b"Comment\0\0" + zlib.compress(SAID))),
    "JPEG": ("a.jpg", b"\xff\xd8\xff\xfe" + struct.pack(">H", len(SAID) + 2) + SAID + b"\xff\xd9"),
    "drawing": (
        "a.svg",
        SVG.format(f"<text>{SENTENCE[:9]}<tspan>{SENTENCE[9:]}</tspan></text>").encode(),
    ),
    "title of a drawing": ("a.svg", SVG.format(f"<title>{SENTENCE}</title>").encode()),
    "PDF": ("a.pdf", pdf(shown(f"[({SENTENCE[:12]}) 5 ({SENTENCE[12:]})] TJ"))),
    "form in a PDF": ("a.pdf", pdf("/X1 Do", resources=FORM, objects=[DRAWN])),
    "title of a PDF": ("a.pdf", pdf("", trailer=f"/Info << /Title ({SENTENCE}) >>")),
    "locked PDF": ("a.pdf", encrypted(pdf(shown(f"({SENTENCE}) Tj")))),
    "name": ("index.html", b"We wrote to Acme."),
    "name in a title": ("index.html", b"<title>A&#99;me</title>"),
    "name in a file's name": ("for-acme.png", b""),
}


def test_there_are_forty_leaks() -> None:
    assert len(LEAKS) >= 40


@pytest.mark.parametrize("kind", LEAKS)
def test_leak_is_told(read: Project, tree: dict[str, bytes], kind: str) -> None:
    path, leak = LEAKS[kind]
    path = path or next(name for name in tree if re.search(r"main\..*\.css$", name))
    before = tree.get(path, b"")
    is_page = path.endswith(".html") and before
    content = before.replace(b"</body>", b"\n" + leak + b"</body>") if is_page else leak
    changed = before + leak if kind == "changed theme" else content
    # Nothing is told of the other files, see below; each of all would be searched for every leak.
    found = told(read, {path: changed})
    assert found
    assert all(quote(path) in quote(line) for line in found)


def test_error_names_the_private_place_and_the_public_line(
    read: Project, tree: dict[str, bytes]
) -> None:
    found = told(read, {**tree, "a.html": b"<p>\n\n" + SAID})
    line = noted(f"They say {SENTENCE}.")[COMPANY].split("\n").index(f"They say {SENTENCE}.") + 1
    assert any(text.startswith("published/a.html:3:1: error") for text in found)
    assert all(f"{COMPANY}:{line}:" in text for text in found)


def test_nothing_private_is_in_the_tree(read: Project, tree: dict[str, bytes]) -> None:
    assert PHRASE in read.canaries
    assert told(read, tree) == []


def test_rehearsal_foresees_what_stops_a_publish(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL, config={"repo_url": "https://github.com/ada/secret"})
    (root / "plant.py").write_text(
        "from pathlib import Path\n\ndef on_post_build(config):\n"
        "    site = Path(config.site_dir)\n    (site / 'notes~').write_text('x')\n"
        "    (site / 'a.html').write_text('at Acme, a Senior ML Engineer')\n"
        "    (site / 'a.svg').write_text('<svg')\n"
    )
    text = (root / "mkdocs.yml").read_text()
    planted = text.replace("- hooks/mkdocs_hooks.py", "- hooks/mkdocs_hooks.py\n- plant.py")
    (root / "mkdocs.yml").write_text(planted)
    git(root, "init", "--quiet")
    (root / ".dossier").mkdir(mode=0o755)
    (root / ".dossier/keys.json").write_text("{}")
    done = run(root, "check", "--publish")
    assert done.exit_code == 1
    codes = {*re.findall(r"\[([a-z-]+)\]$", done.stdout, re.MULTILINE)}
    assert codes >= {
        *("asset-unreadable", "edit-address", "keystore-ignored", "keystore-mode"),
        *("name-published", "publish-type", "text-published"),
    }
    assert run(root, "check").exit_code == 0
