"""Who sees what, asked of whole sites: one rule of PRODUCT.md a test.

Three nets: private words that must be nowhere, private files that may change without a trace, and
public words that must be there.
"""

import base64
import gzip
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from dossier.adapters import mkdocs as adapter
from dossier.audience import Audience
from dossier.build import Site, build
from dossier.render.page import AuthorPage
from tests.builders import APPLICATION, MINIMAL, write_site
from tests.canaries import (
    ACCENTED,
    FORMS,
    OPEN,
    RICH,
    SECRET,
    found_words,
    leaks,
    open_words,
    png,
    svg,
)
from tests.sites import build as mkdocs_build
from tests.sites import files_of, project, run

OPEN_DOSSIER = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")
PAGE = "---\naudience: public\ntitle: About\n---\n\n"
Files = Mapping[str, str | bytes]


def view(
    root: Path, files: Files, audience: Audience = Audience.PUBLIC, **changes: str | bytes
) -> Site:
    """Build the minimal site with other files, without an engine."""
    shutil.rmtree(root / "content", ignore_errors=True)
    return build(write_site(root, {**MINIMAL, **files, **changes}, audience=audience))


def everything(site: Site) -> str:
    """Return all that a site holds and says."""
    parts: list[object] = [*site.assets, *site.files.files, *site.diagnosis.problems]
    for page in site.files.pages:
        parts += [page.path, page.title, page.description]
        if isinstance(page, AuthorPage):
            parts += [page.markdown, *page.holes, page.before, page.after, page.meta]
        else:
            parts.append(page.html)
    return "\n".join(map(str, parts))


def problems(site: Site) -> list[str]:
    return [str(problem) for problem in site.diagnosis.problems]


class TestCanaries:
    @pytest.fixture(scope="class", name="published")
    @staticmethod
    def build_published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
        """Return a published site with what the build printed."""
        root = project(tmp_path_factory.mktemp("rich"), RICH)
        stale = root / "site" / "applications" / "acme"
        stale.mkdir(parents=True)
        (stale / "index.html").write_text(f"{SECRET}stale")
        done = run(root, "mkdocs", "build", "--strict")
        output = {"stdout": done.stdout.encode(), "stderr": done.stderr.encode()}
        return files_of(root / "site") | output

    def test_private_words_never_leave(self, published: Mapping[str, bytes]) -> None:
        assert leaks(published) == []

    def test_public_words_are_there(self, published: Mapping[str, bytes]) -> None:
        assert open_words() - found_words(OPEN, published.values()) == set()

    def test_only_visible_assets_are_there(self, published: Mapping[str, bytes]) -> None:
        ours = ("png", "pdf", "svg", "txt", "jpg", "webp")
        assets = [name for name in published if name.startswith("assets/") and name.endswith(ours)]
        theme = ["assets/favicon.svg", "assets/images/favicon.png"]
        licences = [name for name in assets if name.startswith("assets/fonts/OFL-")]
        shown = ["assets/paper.pdf", "assets/pitch.svg", "assets/shown.png"]
        assert sorted(assets) == sorted([*theme, *licences, *shown])

    def test_only_visible_pages_are_there(self, published: Mapping[str, bytes]) -> None:
        assert [name for name in published if name.endswith(".html")] == [
            "404.html",
            "about/index.html",
            "applications/index.html",
            "applications/open/index.html",
            "evidence/index.html",
            "index.html",
            "projects/index.html",
            "projects/qortex/index.html",
        ]

    def test_sitemap_names_visible_pages_only(self, published: Mapping[str, bytes]) -> None:
        for text in (published["sitemap.xml"], gzip.decompress(published["sitemap.xml.gz"])):
            assert text.count(b"<loc>") in (0, 7)

    def test_private_words_are_in_the_private_site(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Otherwise the first test could pass on words that nothing ever shows."""
        mended = {
            name: re.sub(r"^ *quokkafox\w*key: .*\n", "", text, flags=re.MULTILINE)
            for name, text in RICH.items()
            if isinstance(text, str) and not re.search("typo|shared/", name)
        }
        monkeypatch.setattr(adapter._run, "forced", Audience.PRIVATE)
        rest = {name: text for name, text in RICH.items() if not re.search("typo|shared/", name)}
        site = mkdocs_build(project(tmp_path, {**rest, **mended}))
        written = found_words(SECRET, (text.encode() for text in mended.values()))
        shown = found_words(
            SECRET, [n.encode() for n in files_of(site)] + [*files_of(site).values()]
        )
        never = {
            word
            for word in written
            if re.search(
                "comment|html$|reason$|alias$|othername|key$|guardrail|value$|mistyped|broken|"
                "latin|late$|twice|never|yaml$|file$|posting|loose|readme|nothing|notes$|json|"
                "index$|robots|bak|dot$|assetpage|definition|footnote|target|leadnotes|concept|"
                "metricid|skill$|hiddenrole$|gap$|url$|too$|project$|source$|commit$|address$|"
                "linktitle|hover|resume$|employer|backup|folder|brokenrecord|nothing",
                word,
            )
        }
        assert written - shown - never == set()
        assert len(written & shown) > 60


class TestScanner:
    @pytest.mark.parametrize("form", FORMS)
    def test_every_form_is_found(self, form: str) -> None:
        assert leaks({"a.html": b"before " + FORMS[form] + b" after"})

    def test_forms_are_those_of_the_word(self) -> None:
        for offset in range(3):
            text = base64.b64encode(b"x" * offset + SECRET.encode() + b"y")
            assert leaks({"a": text})
        assert leaks({"a": quote(ACCENTED).encode()})
        assert leaks({f"{SECRET}.txt": b""})
        assert leaks({"a.gz": gzip.compress(SECRET.encode())})
        assert not leaks({"a": b"nothing to see"})


# What a public build must not notice: each changes all that is private, and nothing else.
NOISE = ("<b>&\"'", "Ünïcode 漢字", "x" * 300, "0", "{{ 1 }}", "`code` *a* | b", "# no")


def _words(files: Files) -> Files:
    """Other words, longer and shorter, in all places; file names too."""

    def other(found: re.Match[str]) -> str:
        return "zebu" + str(len(found[0]) * 7 % 11) * (len(found[0]) % 5)

    def text(content: str | bytes) -> str | bytes:
        return re.sub(r"quokkafox\w*", other, content) if isinstance(content, str) else content

    renamed = {name.replace("quokkafox", "aardvark"): text(c) for name, c in files.items()}
    return {
        name: c.replace(ACCENTED, "N") if isinstance(c, str) else c for name, c in renamed.items()
    }


def _nothing(files: Files) -> Files:
    """No private file, field, section or comment at all."""
    kept = {
        name: content
        for name, content in files.items()
        if "quokkafox" not in name and not re.search("a-first|shared|typo|second|draft", name)
    }
    dossier = kept["content/applications/open/index.md"]
    profile = kept["content/profile.yml"]
    evidence = kept["content/evidence/qortex.yml"]
    assert isinstance(dossier, str)
    assert isinstance(profile, str)
    assert isinstance(evidence, str)
    front, prose = dossier.split("---\n", 2)[1:]
    lines = [
        line
        for line in front.splitlines()
        if "quokkafox" not in line and not re.match(r"lead|status|outcome|tier|gaps|    fit", line)
    ]
    sections = re.split(r"^(?=## )", prose, flags=re.MULTILINE)
    shared = [s for s in sections if re.match("## (Pitch|Why|wombatowlopened)", s)]
    return kept | {
        "content/applications/open/index.md": "---\n"
        + "\n".join(lines)
        + "\n---\n"
        + "".join(shared),
        "content/profile.yml": re.sub(r"^.*quokkafox.*\n", "", profile, flags=re.MULTILINE),
        "content/evidence/qortex.yml": evidence.partition("  # quokkafoxevidencecomment")[0],
    }


def _broken(files: Files) -> Files:
    """Nonsense wherever nobody looks."""
    nonsense = {
        "status: closed": "status: [a, {b: 1}]",
        "outcome: rejected": "outcome: 5",
        "tier: 3": "tier: {a: b}",
        "lead: ml-engineer": "lead: Nobody At All",
        "events: [{date: 2026-02-10, what: quokkafoxevent, note: quokkafoxeventnote}]": "events: x",
        "next: {do: quokkafoxnext, due: 2026-12-01}": "next: [1, 2]",
        "aliases: [quokkafoxalias]": "aliases: {a: [b]}",
        "fit: 3.5": "fit: 99",
        "asks: [quokkafoxask]": "asks: true",
        "concept: quokkafoxconcept": "concept: [Not, An, Id]",
        "accepted: quokkafoxaccepted": "accepted: {}",
        "{id: quokkafoxgap, about: wombatowlrow, gap": "{7: [], gap",
        "posted: 2025-12, checked: 2026-02, live: true": "posted: no, checked: 99, live: maybe",
        "quokkafoxnotes": "[dead](evidence:no/such) [](evidence:qortex/gain#nothing) [x](no.md)",
        "quokkafoxcontext": "![](../../assets/none.png) [x](javascript:alert(1))",
        "targets: [quokkafoxtarget]": "targets: 4",
        "projects: [quokkafoxproject]": "projects: {a: b}",
        "location: quokkafoxlocation": "location: [a]",
        "metrics: [{id: quokkafoxmetricid, name: quokkafoxmetricname, value: 4711}]": "metrics: 5",
    }
    changed = dict(files)
    for name, content in files.items():
        if isinstance(content, str):
            for old, new in nonsense.items():
                content = content.replace(old, new)  # noqa: PLW2901 - one change after the other
            changed[name] = content
    for name in ("quokkafoxid", "a-first", "shared", "typo"):
        changed[f"content/applications/{name}/index.md"] = (
            "---\ncompany: [unclosed\n---\n## Pitch\n"
        )
    changed["content/projects/quokkafoxproject.md"] = "---\naudience: public\n\ttitle: x\n---\n"
    changed["content/projects/second.md"] = b"\xff\xfe\x00"
    changed["content/evidence/quokkafoxfile.yml"] = "evidence: &a [*a]"
    changed["content/evidence/another.yml"] = "a: 1\na: 2"
    changed["content/writing/bomb.md"] = "---\naudience: !!python/object:os.system public\n---\n"
    return changed


def _moved(files: Files) -> Files:
    """Dossiers that come first and last, records and sections in another order."""
    added = {
        f"content/applications/{name}/index.md": str(files["content/applications/a-first/index.md"])
        for name in ("0", "ab", "opem", "opeo", "zz")
    }
    changed = {n: c for n, c in files.items() if not n.startswith("content/applications/a-first/")}
    evidence = str(files["content/evidence/qortex.yml"])
    head, _, private = evidence.partition("  # quokkafoxevidencecomment\n")
    start, public = head.split("evidence:\n")
    similar = "".join(
        f"  - {{id: {name}, audience: {audience}, claim: x, kind: code, check: statement}}\n"
        for name, audience in (("gian", "private"), ("gains", "shared"), ("gain", "private"))
    )
    changed["content/evidence/qortex.yml"] = f"{start}evidence:\n{similar}{private}{public}"
    dossier = str(files["content/applications/open/index.md"])
    sections = re.split(r"^(?=## )", dossier, flags=re.MULTILINE)
    extra = "## A new one\n\n[x]: y\n\n```evidence\n```\n\n### Why\n\n"
    changed["content/applications/open/index.md"] = extra.join(
        [sections[0], *(s for s in sections[1:] if not s.startswith("## Hooks"))]
    )
    changed |= {
        "content/projects/qortez.md": "---\ntitle: q\naudience: shared\n---\n",
        "content/projects/qorte.md": "---\ntitle: q\n---\n",
        "content/assets/shwn.png": png(),
        "content/assets/shown2.png": png(),
        "content/assets/missing.txt": "x",
    }
    return changed | added


def _noisy(files: Files) -> Files:
    """Signs that break things, in each private text."""
    noise = iter(NOISE * 200)

    def put(found: re.Match[str]) -> str:
        sign = next(noise)
        # Nothing that could end the quotes around it, a section or a comment.
        return f'{found[1]}"{sign}"'.replace('""', '"').replace("\n", " ").replace('&"', "&")

    pattern = re.compile(
        r"((?:location|note|assessment|accepted|notes|relocation): )quokkafox[^,}\n]*"
    )
    return {
        name: pattern.sub(put, content) if isinstance(content, str) else content
        for name, content in files.items()
    }


def _files(files: Files) -> Files:
    """Other files that nobody reads, and none of those that were there."""
    kept = {
        name: content
        for name, content in files.items()
        if not re.search(
            r"quokkafox\w*\.(png|md|txt)|robots|data\.json|\.bak|~|docx|guardrails", name
        )
    }
    return kept | {
        "content/assets/new.png": png("x"),
        "content/assets/shown.png.bak": b"x",
        "content/assets/deep/er/shown.png": svg("x"),
        "content/applications/open/posting.md": "x" * 2_000_000,
        "content/applications/open/README.md": "---\naudience: public\n---\n",
        "content/applications/new/README.md": "---\naudience: public\n---\n",
        "content/evidence.lock": "x",
        "content/index.html": "<p>x</p>",
        "content/404.md": "x",
        "content/sitemap.xml": "<x/>",
        "content/ä b/c.md": "x",
    }


def _all_at_once(files: Files) -> Files:
    return _moved(_words(_files(_noisy(files))))


VARIANTS: Mapping[str, Callable[[Files], Files]] = {
    "the same again": lambda files: files,
    "other words": _words,
    "nothing private": _nothing,
    "broken": _broken,
    "moved": _moved,
    "noisy": _noisy,
    "other files": _files,
    "all at once": _all_at_once,
    "all at once and broken": lambda files: _moved(_broken(_files(files))),
}
# Public mistakes, next to which private names come to mind: what is said of them must not change.
MISTAKES = {
    "content/wrong.md": PAGE
    + "[a](evidence:qortex/gein) [b](project:qortexx) [c](applications/opn/"
    "index.md)\n\n![d](assets/shwon.png)\n\n```evidence\nskills: [qortexskil]\n```\n",
}
Observed = tuple[dict[str, bytes], str, str, int]


def observe(root: Path, files: Files) -> Observed:
    """Build a site where the last one was built, and return all that can be seen of it."""
    for folder in ("content", "site"):
        shutil.rmtree(root / folder, ignore_errors=True)
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    done = run(root, "mkdocs", "build", "--strict", check=False)
    stderr = re.sub(r"built in [0-9.]+ seconds", "built", done.stderr)
    # A place in a file of mixed audience counts the private lines before it. Nothing else does.
    stderr = re.sub(r"((?:qortex\.yml|profile\.yml|open/index\.md)):\d+:\d+", r"\1", stderr)
    return files_of(root / "site"), done.stdout, stderr, done.returncode


def difference(one: Observed, other: Observed) -> list[str]:
    """Say where two builds differ."""
    names = sorted(one[0].keys() | other[0].keys())
    found = [name for name in names if one[0].get(name) != other[0].get(name)]
    for what, mine, theirs in zip(
        ("stdout", "stderr", "exit code"), one[1:], other[1:], strict=True
    ):
        if mine != theirs:
            found.append(f"{what}: {mine!r} is not {theirs!r}")
    return found


class TestNonInterference:
    @pytest.fixture(scope="class", name="base")
    @staticmethod
    def build_base(
        tmp_path_factory: pytest.TempPathFactory,
    ) -> tuple[Path, Observed]:
        root = project(tmp_path_factory.mktemp("differential"), {})
        return root, observe(root, {**RICH, **MISTAKES})

    def test_base_says_something(self, base: tuple[Path, Observed]) -> None:
        files, _, stderr, code = base[1]
        assert code == 1
        assert stderr.count("WARNING") == 7
        assert "did you mean `qortex/gain`?" in stderr
        assert found_words(OPEN, files.values()) == open_words()

    @pytest.mark.parametrize("name", VARIANTS)
    def test_private_changes_change_nothing(self, base: tuple[Path, Observed], name: str) -> None:
        root, before = base
        changed = {**VARIANTS[name](RICH), **MISTAKES}
        assert name.startswith("the same") or changed != {**RICH, **MISTAKES}
        assert difference(before, observe(root, changed)) == []

    @pytest.mark.parametrize("word", sorted(open_words() - {"wombatowlsvg"})[::9])
    def test_public_changes_are_seen(self, tmp_path: Path, word: str) -> None:
        """Otherwise the test above could pass on a build that is blind."""
        changed = {
            name: text.replace(word, "zebu") if isinstance(text, str) else text
            for name, text in RICH.items()
        }
        before = everything(build(write_site(tmp_path / "a", RICH, audience=Audience.PUBLIC)))
        after = everything(build(write_site(tmp_path / "b", changed, audience=Audience.PUBLIC)))
        assert before != after
        assert word not in after
