"""Who sees what, asked of whole sites: one rule of PRODUCT.md a test.

Three nets: private words that must be nowhere, private files that may change without a trace, and
public words that must be there.
"""

import base64
import gzip
import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from dossier.build import Project, Site
from dossier.model.audience import Audience
from dossier.render.page import AuthorPage
from tests.builders import APPLICATION, EVIDENCE, INDEX, MINIMAL, PROFILE, PROJECT, write_site
from tests.canaries import (
    ACCENTED,
    FORMS,
    OPEN,
    RICH,
    SECRET,
    found_words,
    leaks,
    open_words,
    pdf,
    png,
    svg,
)
from tests.sites import build as mkdocs_build
from tests.sites import files_of, invoke, look_as, project, run
from tests.views import build, diagnose, diagnose_all

OPEN_DOSSIER = APPLICATION.replace("company: Acme\n", "company: Acme\naudience: public\n")
PAGE = "---\naudience: public\ntitle: About\n---\n\n"
Files = Mapping[str, str | bytes]


def view(root: Path, files: Files, audience: Audience = Audience.PUBLIC) -> Site:
    """Build the minimal site with other files, without an engine."""
    shutil.rmtree(root / "content", ignore_errors=True)
    return build(write_site(root, {**MINIMAL, **files}, audience=audience))


def everything(site: Site) -> str:
    """Return all that a site holds and says."""
    parts: list[object] = [*site.assets, *site.files.files, *site.diagnosis.problems]
    for page in site.files.pages:
        parts += [page.path, page.title, page.description, page.preview]
        if isinstance(page, AuthorPage):
            parts += [page.markdown, *page.placeholders, page.before, page.after, page.meta]
        else:
            parts.append(page.html)
    return "\n".join(map(str, parts))


def problems(site: Site) -> list[str]:
    return [str(problem) for problem in site.diagnosis.problems]


IN_PRIVATE = """
accepted address alias angle answer assessment below claim closed commit company context degree
draft drafttext email emphasis employer estimate event eventnote field file framing gapsection
gaptext heading hidden hiddenalt hiddenclaim hiddenemployer hiddenheading hiddenpitch
hiddenplace hiddenrequirement hiddenrole hiddenroletitle hiddenrow hiddenrowclaim hiddentitle
hook idea job label leadsection letter line location method metricname name next notes onlyhere
othername paysource phone posted preamble project projectalt projectlimits projectprose question
questionalt record recordskill relocation repository shared sharedclaim source subheading sum
title university unplanned url
"""
"""The places whose words the private site shows. The others are comments and unread files."""


class TestCanaries:
    @pytest.fixture(scope="class", name="published")
    @staticmethod
    def build_published(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
        """Return a published site with what the build printed."""
        config = {"site_url": "https://example.org/"}
        root = project(tmp_path_factory.mktemp("rich"), RICH, config=config)
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
        icons = ("apple-touch-icon.png", "favicon.svg", "images/favicon.png")
        theme = [f"assets/{name}" for name in icons]
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
            assert text.count(b"<loc>") == 7

    def test_private_words_are_in_the_private_site(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Otherwise the first test could pass on words that nothing ever shows."""
        unknown_key = re.compile(r"^ *quokkafox\w*key: .*\n", re.MULTILINE)
        mended = {
            name: unknown_key.sub("", text) if isinstance(text, str) else text
            for name, text in RICH.items()
            if not re.search("typo|shared/", name)
        }
        look_as(monkeypatch, Audience.PRIVATE)
        site = files_of(mkdocs_build(project(tmp_path, mended)))
        shown = found_words(SECRET, [*map(str.encode, site), *site.values()])
        assert {SECRET + word for word in IN_PRIVATE.split()} - shown == set()


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
    return _moved(_words(_broken(_files(_noisy(files)))))


VARIANTS: Mapping[str, Callable[[Files], Files]] = {
    "the same again": lambda files: files,
    "other words": _words,
    "nothing private": _nothing,
    "broken": _broken,
    "moved": _moved,
    "noisy": _noisy,
    "other files": _files,
    "all at once": _all_at_once,
}
# Public mistakes, next to which private names come to mind: what is said of them must not change.
MISTAKES = {
    "content/wrong.md": PAGE
    + "[a](evidence:qortex/gein) [b](project:qortexx) [c](applications/opn/index.md)\n"
    "[d](applications/a-first/index.md) [e](projects/second.md) [f](writing/closed.md)\n\n"
    "![g](assets/shwon.png)\n\n```evidence\nskills: [qortexskil]\n```\n",
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
    done = invoke(root, "--strict")
    stderr = re.sub(r"built in [0-9.]+ seconds", "built", done.stderr)
    return files_of(root / "site"), done.stdout, stderr, done.exit_code


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
        assert stderr.count("WARNING") == 13
        assert "did you mean `qortex/gain`?" in stderr
        assert open_words() - found_words(OPEN, files.values()) == set()

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


class TestFields:
    """What is whose: the fields of profile, dossier, role and row."""

    @pytest.mark.parametrize("field", ["location", "relocation", "email", "phone", "resume"])
    def test_shared_fact_is_public_only_if_it_says_so(self, tmp_path: Path, field: str) -> None:
        head = "name: Ada\n" + (
            "" if field == "location" else "location: {value: x, audience: public}\n"
        )
        for text, seen in (
            ("https://Zanzibar", False),
            ("{value: https://Zanzibar, audience: public}", True),
            ("{value: https://Zanzibar, audience: private}", False),
            ("{value: https://Zanzibar, audience: publik}", False),
            ("{value: https://Zanzibar}", False),
        ):
            site = view(tmp_path, {"content/profile.yml": f"{head}{field}: {text}\n"})
            assert ("Zanzibar" in everything(site)) is seen, text

    @pytest.mark.parametrize("field", ["work", "education"])
    def test_one_of_a_list_may_be_public(self, tmp_path: Path, field: str) -> None:
        key = {"work": "employer", "education": "field"}[field]
        items = f"[{{{key}: Initech}}, {{{key}: Zanzibar, audience: public}}, {{{key}: Hidden}}]"
        text = everything(view(tmp_path, {"content/profile.yml": f"name: Ada\n{field}: {items}\n"}))
        assert "Zanzibar" in text
        assert "Initech" not in text
        assert "Hidden" not in text

    def test_place_of_a_public_item_is_its_own(self, tmp_path: Path) -> None:
        items = ("{employer: a}", "{employer: b}", "{employer: c, form: x, audience: public}")
        work = "work:\n" + "".join(f"  - {item}\n" for item in items)
        settings = write_site(tmp_path, MINIMAL | {"content/profile.yml": f"name: Ada\n{work}"})
        public = Project.read(settings).view(Audience.PUBLIC)
        told = "error: there is no key `work[0].form` here [field-unknown]"
        assert f"content/profile.yml:5:19: {told}" in str(public.linted[0])
        # A log tells no line that the items before it move.
        assert f"content/profile.yml: {told}" in str(public.diagnosis.problems[0])

    def test_lead_shows_its_title_and_line_only(self, tmp_path: Path) -> None:
        profile = PROFILE.replace("targets: [Acme]", "targets: [Zanzibar]")
        text = everything(view(tmp_path, {"content/profile.yml": profile}))
        assert "Learning systems, measured" in text
        assert "Zanzibar" not in text
        assert "Put the figure first" not in text

    @pytest.mark.parametrize(
        "key",
        ["aliases", "lead", "status", "outcome", "events", "next", "tier", "gaps", "salary"],
    )
    @pytest.mark.parametrize(
        "value", ["Zanzibar", "[Zanzibar]", "{a: Zanzibar}", "[{a: Zanzibar}]"]
    )
    def test_private_field_of_a_dossier_may_hold_anything(
        self, tmp_path: Path, key: str, value: str
    ) -> None:
        text = re.sub(rf"^{key}: .*\n", "", OPEN_DOSSIER, flags=re.MULTILINE)
        dossier = text.replace("company: Acme\n", f"company: Acme\n{key}: {value}\n")
        site = view(tmp_path, {"content/applications/acme/index.md": dossier})
        assert "Rankers that learn" in everything(site)
        assert "Zanzibar" not in everything(site)
        assert problems(site) == []

    @pytest.mark.parametrize(
        "field",
        ["asks", "fit", "assessment", "compensation", "posting", "concept", "accepted", "x"],
    )
    def test_private_field_of_a_role_or_row_may_hold_anything(
        self, tmp_path: Path, field: str
    ) -> None:
        dossier = OPEN_DOSSIER.replace(
            "    title: Senior", f"    {field}: {{a: [Zanzibar]}}\n    title: Senior"
        ).replace("    strength:", f"    {field}: {{a: [Zanzibar]}}\n    strength:")
        site = view(tmp_path, {"content/applications/acme/index.md": dossier})
        assert "Rankers that learn" in everything(site)
        assert "Zanzibar" not in everything(site)
        assert problems(site) == []

    def test_invalid_shared_field_of_an_open_dossier_is_told(self, tmp_path: Path) -> None:
        dossier = OPEN_DOSSIER.replace("strength: direct", "strength: superb")
        site = view(tmp_path, {"content/applications/acme/index.md": dossier})
        assert "`strength`" in problems(site)[0] or "strength" in problems(site)[0]

    def test_accepted_row_counts_for_the_public(self, tmp_path: Path) -> None:
        row = "  - {id: other, requirement: Rust, strength: none, accepted: They said so}\n"
        dossier = OPEN_DOSSIER.replace("---\n\n## Pitch", f"{row}---\n\n## Pitch")
        files = {"content/applications/acme/index.md": dossier}
        assert "50%" in everything(view(tmp_path, files))
        text = everything(view(tmp_path, files, Audience.PRIVATE))
        assert "100%" in text
        assert "They said so" in text

    def test_unknown_key_of_a_public_project_is_told_and_its_value_is_not(
        self, tmp_path: Path
    ) -> None:
        text = PROJECT.replace("audience: public", "audience: public\nsecret: Zanzibar")
        site = view(tmp_path, {"content/projects/qortex.md": text})
        told = (
            "content/projects/qortex.md:4:1: error: there is no key `secret` here [field-unknown]"
        )
        assert [text for text in problems(site) if told in text]
        assert "Zanzibar" not in everything(site)


class TestSections:
    @pytest.mark.parametrize(
        ("heading", "seen"),
        [
            ("Context", False),
            ("Recommended application angle", False),
            ("Lead profile", False),
            ("Pitch", True),
            ("Tailored Pitch (short)", True),
            ("Emphasis", False),
            ("Proof points", True),
            ("Why", True),
            ("Why Acme", True),
            ("Why This Role (authentic)", True),
            ("Gap analysis", False),
            ("Interview questions", False),
            ("Cover letter hooks", False),
            ("Cover letter", True),
            ("Application notes", False),
            ("The Mathematical Overlap Pitch", False),
            ("Letters", False),
            ("Why not", False),
            ("Anything", False),
            ("Anything { audience=shared }", True),
            ("Letter { audience=private }", False),
            ("Letter { audience=privat }", False),
            ("Notes { audience=shared }", False),
            ("Gaps { audience=shared }", False),
            ("Questions { audience=shared }", False),
            ("Context { audience=shared }", False),
            ("Hooks { audience=shared }", False),
            ("Anything { audience=public }", False),
            ("Anything { audience=shared audience=private }", False),
            ("Anything { Audience=shared }", False),
        ],
    )
    def test_only_shareable_sections_stand_openly(
        self,
        tmp_path: Path,
        heading: str,
        seen: bool,  # noqa: FBT001 - a parameter of the test
    ) -> None:
        head = OPEN_DOSSIER.partition("## Pitch")[0]
        dossier = f"{head}Zanzibar before\n\n## {heading}\n\nZanzibar here\n"
        text = everything(view(tmp_path, {"content/applications/acme/index.md": dossier}))
        assert ("Zanzibar here" in text) is seen
        assert "Zanzibar before" not in text

    @pytest.mark.parametrize(
        "start",
        ["<h2>Notes</h2>", "Notes\n-----", "##Notes", "- ## Notes", "> ## Notes", "\u200b## Notes"],
    )
    def test_whatever_looks_like_a_heading_ends_an_open_section(
        self, tmp_path: Path, start: str
    ) -> None:
        head = OPEN_DOSSIER.partition("## Pitch")[0]
        dossier = f"{head}## Pitch\n\nShown\n\n{start}\n\nZanzibar\n"
        text = everything(view(tmp_path, {"content/applications/acme/index.md": dossier}))
        assert "Shown" in text
        assert "Zanzibar" not in text

    def test_dossier_with_an_open_block_is_left_out_in_silence(self, tmp_path: Path) -> None:
        dossier = f"{OPEN_DOSSIER}\n```\nZanzibar\n"
        site = view(tmp_path, {"content/applications/acme/index.md": dossier})
        assert "Acme" not in everything(site)
        assert problems(site) == []


class TestEntries:
    @pytest.mark.parametrize(
        ("stated", "seen"),
        [("", False), ("private", False), ("shared", False), ("public", True)]
        + [(text, False) for text in ("Public", "yes", "[public]", "{public: true}", '""', "~")],
    )
    def test_whatever_does_not_say_that_it_is_public_is_private(
        self,
        tmp_path: Path,
        stated: str,
        seen: bool,  # noqa: FBT001 - a parameter of the test
    ) -> None:
        line = f"audience: {stated}\n" if stated else ""
        dossier = OPEN_DOSSIER.replace("audience: public\n", line).replace("Acme", "Zanzibar")
        record = f"evidence:\n  - {{id: a, claim: Zanzibar, kind: code, check: statement}}\n{line}"
        for files in (
            {"content/projects/other.md": f"---\ntitle: Zanzibar\n{line}---\n"},
            {"content/evidence/other.yml": record},
            {"content/about.md": f"---\ntitle: Zanzibar\n{line}---\n"},
            {"content/writing/deep/er.md": f"---\n{line}---\nZanzibar\n"},
            {"content/applications/zanzibar/index.md": dossier},
        ):
            site = view(tmp_path, files)
            assert ("zanzibar" in everything(site).lower()) is seen, files
            assert problems(site) == []

    def test_record_overrides_its_file_both_ways(self, tmp_path: Path) -> None:
        form = "{{id: {0}, claim: Claim {0}, audience: {1}, kind: code, check: statement}}"
        records = "".join(
            f"  - {form.format(audience, audience)}\n"
            for audience in ("private", "shared", "public")
        )
        for head in ("", "audience: public\n"):
            text = f"{head}evidence:\n{records}"
            shown = everything(view(tmp_path, {"content/evidence/other.yml": text}))
            assert "Claim public" in shown
            assert "Claim private" not in shown
            assert "Claim shared" not in shown

    def test_home_page_is_public_whatever_it_says(self, tmp_path: Path) -> None:
        for stated in ("private", "shared", "public", "nonsense"):
            home = INDEX.replace("---\n\n", f"audience: {stated}\n---\n\n")
            site = view(tmp_path, {"content/index.md": home})
            assert "I measure what I build" in everything(site)
            if stated != "nonsense":
                assert "audience" not in " ".join(problems(site))

    def test_broken_file_says_nothing(self, tmp_path: Path) -> None:
        broken = {
            "content/about.md": "---\naudience: public\ntitle: [Zanzibar\n---\n",
            "content/projects/other.md": "---\naudience: public\naudience: public\n---\nZanzibar",
            "content/evidence/other.yml": "audience: public\nevidence: !!x [Zanzibar]",
            "content/applications/other/index.md": "---\naudience: public\ncompany: Zanzibar\n",
            "content/profile.yml": "name: Zanzibar\nlocation: [",
        }
        site = view(tmp_path, broken)
        assert problems(site) == []
        assert "Zanzibar" not in everything(site)
        settings = write_site(tmp_path, MINIMAL | broken)
        assert (
            len({p.where.file for p in diagnose(settings).problems if p.code != "lead-unknown"})
            == 5
        )

    def test_public_view_knows_no_stage_and_no_use(self, tmp_path: Path) -> None:
        files = {
            "content/applications/zanzibar/index.md": APPLICATION.replace("Acme", "Zanzibar"),
            "content/applications/acme/index.md": OPEN_DOSSIER,
        }
        public = everything(view(tmp_path, files))
        private = everything(view(tmp_path, files, Audience.PRIVATE))
        assert "Zanzibar: Rankers that learn" in private
        assert "Drafting" in private
        assert "Rankers that learn" in public
        for word in ("Zanzibar", "Drafting", "Used by"):
            assert word not in public

    def test_stale_counts_nothing_private(self, tmp_path: Path) -> None:
        extra = "".join(
            f"  - {{id: r{n}, audience: private, claim: x, kind: code, check: rerun, "
            f"source: {{label: x}}, valid_until: 2020}}\n"
            for n in range(5)
        )
        before = everything(view(tmp_path, {}))
        assert (
            everything(view(tmp_path, {"content/evidence/qortex.yml": EVIDENCE + extra})) == before
        )


class TestCitations:
    """A citation never widens an audience, and tells nobody what is there."""

    RECORDS = (
        "evidence:\n"
        "  - {id: closed, claim: Zanzibar, kind: code, check: statement}\n"
        "  - {id: passed, audience: shared, claim: Zanzibar, kind: code, check: statement}\n"
    )

    @pytest.mark.parametrize(
        "place",
        ["row", "section", "claim", "project", "page", "headline", "record"],
    )
    def test_closed_record_is_spoken_of_as_if_there_were_none(
        self, tmp_path: Path, place: str
    ) -> None:
        told = {}
        for name in ("closed", "passed", "nobody"):
            cited = f"other/{name}"
            link = f"[x](evidence:{cited})"
            row = OPEN_DOSSIER.replace("[qortex/gain]", f"[qortex/gain, {cited}]")
            files: dict[str, dict[str, str]] = {
                "row": {"content/applications/acme/index.md": row},
                "section": {
                    "content/applications/acme/index.md": OPEN_DOSSIER.replace(
                        "## Notes", f"{link}\n\n## Notes"
                    )
                },
                "claim": {
                    "content/applications/acme/index.md": OPEN_DOSSIER.replace(
                        "claim: I built", f'claim: "{link}" #'
                    )
                },
                "project": {"content/projects/qortex.md": f"{PROJECT}\n{link}\n"},
                "page": {"content/about.md": f"{PAGE}{link}\n"},
                "headline": {
                    "content/projects/qortex.md": PROJECT.replace(
                        "qortex/gain#precision]", f"{cited}#precision]"
                    )
                },
                "record": {
                    "content/evidence/qortex.yml": EVIDENCE.replace(
                        "claim: Learned", f'claim: "{link}" #'
                    )
                },
            }
            site = view(tmp_path, {"content/evidence/other.yml": self.RECORDS, **files[place]})
            assert "Zanzibar" not in everything(site)
            told[name] = [text.replace(cited, "…") for text in problems(site)]
            assert f"there is no evidence `{cited}`" in " ".join(problems(site))
        assert told["closed"] == told["passed"] == told["nobody"]

    def test_closed_project_is_spoken_of_as_if_there_were_none(self, tmp_path: Path) -> None:
        told = []
        for name in ("closed", "passed", "nobody"):
            files = {
                "content/projects/closed.md": "---\ntitle: Zanzibar\n---\n",
                "content/projects/passed.md": "---\ntitle: Zanzibar\naudience: shared\n---\n",
                "content/about.md": f"{PAGE}[x](project:{name})\n",
                "content/evidence/more.yml": f"audience: public\nproject: {name}\nevidence:\n"
                "  - {id: a, claim: A claim, kind: code, check: statement}\n",
            }
            site = view(tmp_path, files)
            assert "Zanzibar" not in everything(site)
            told.append([text.replace(f"`{name}`", "…") for text in problems(site)])
        assert told[0] == told[1] == told[2]
        assert len(told[0]) == 2

    def test_the_author_is_told_why(self, tmp_path: Path) -> None:
        files = {
            "content/evidence/other.yml": self.RECORDS,
            "content/applications/acme/index.md": OPEN_DOSSIER.replace(
                "[qortex/gain]", "[qortex/gain, other/passed]"
            ),
        }
        found = problems(view(tmp_path, files, Audience.PRIVATE))
        message = "a public text cites the record `other/passed`, which its readers may not see"
        assert [text for text in found if message in text and "[evidence-private]" in text]

    def test_closed_dossier_may_cite_shared_records(self, tmp_path: Path) -> None:
        files = {
            "content/evidence/other.yml": self.RECORDS,
            "content/applications/acme/index.md": APPLICATION.replace(
                "[qortex/gain]", "[qortex/gain, other/passed]"
            ),
        }
        assert problems(view(tmp_path, files, Audience.PRIVATE)) == []

    def test_hints_name_visible_ids_only(self, tmp_path: Path) -> None:
        page = (
            f"{PAGE}[a](evidence:qortex/goin)\n[b](project:qartex)\n![c](assets/piktur.png)\n\n"
            "```evidence\nproject: qartex\n```\n\n[](evidence:qortex/gain#precisian)\n"
        )
        private: Files = {
            "content/evidence/private.yml": "evidence: []",
            "content/evidence/qortex.yml": EVIDENCE
            + "  - {id: goin2, audience: private, claim: x, kind: code, check: statement}\n"
            + "  - {id: goins, audience: shared, claim: x, kind: code, check: statement}\n",
            "content/projects/qartexx.md": "---\ntitle: x\n---\n",
            "content/assets/picktur.png": png(),
        }
        found = problems(view(tmp_path, {"content/about.md": page}))
        hints = re.findall("did you mean `(.*)`", "\n".join(found))
        assert hints == ["qortex/gain", "qortex", "qortex", "precision"]
        assert len(found) == 5
        assert problems(view(tmp_path, {"content/about.md": page, **private})) == found

    @pytest.mark.parametrize("directive", ["gaps", "pipeline", "matrix", "strengthen"])
    def test_directive_with_private_figures_is_refused_in_public(
        self, tmp_path: Path, directive: str
    ) -> None:
        text = f"\n\n```{directive}\n```\n"
        for files in (
            {"content/about.md": PAGE + text},
            {"content/projects/qortex.md": PROJECT + text},
            {
                "content/applications/acme/index.md": OPEN_DOSSIER.replace(
                    "\n## Notes", f"{text}\n## Notes"
                )
            },
        ):
            site = view(tmp_path, files)
            assert "[directive-private]" in " ".join(problems(site)), files
            assert "Drafting" not in everything(site)


class TestAssets:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.png", png("quokkafox")),
            ("A.PNG", png("quokkafox")),
            ("a.svg", svg("Shown", "quokkafox")),
            ("a.pdf", pdf("quokkafox")),
            ("deep/er/a.png", png("quokkafox")),
        ],
    )
    def test_visible_asset_is_published_without_its_metadata(
        self, tmp_path: Path, name: str, content: bytes
    ) -> None:
        files: Files = {
            f"content/assets/{name}": content,
            "content/about.md": f"{PAGE}[a](assets/{name})\n",
        }
        site = view(tmp_path, files)
        assert list(site.assets) == [f"assets/{name}"]
        assert leaks(site.assets) == []
        assert leaks({"a": content})

    @pytest.mark.parametrize(
        "name",
        [
            "a.gif",
            "a.html",
            "a.js",
            "a.txt",
            "a.docx",
            "a.mp4",
            "a.yml",
            "a.json",
            "a",
            "a.png.bak",
        ],
    )
    def test_other_types_are_not_published(self, tmp_path: Path, name: str) -> None:
        files: Files = {
            f"content/assets/{name}": b"x",
            "content/about.md": f"{PAGE}[a](assets/{name})\n",
        }
        site = view(tmp_path, files)
        assert site.assets == {}
        assert "[asset-type]" in problems(site)[0]

    @pytest.mark.parametrize(
        "path",
        ["images/a.png", "applications/acme/a.png", "../a.png", "assets/../images/a.png", "a.png"],
    )
    def test_other_places_are_not_published(self, tmp_path: Path, path: str) -> None:
        files: Files = {
            "content/about.md": f"{PAGE}![a]({path})\n",
            "a.png": png(),
            "content/a.png": png(),
            "content/images/a.png": png(),
            "content/applications/acme/a.png": png(),
        }
        site = view(tmp_path, files)
        assert site.assets == {}
        assert "[asset-missing]" in problems(site)[0]

    @pytest.mark.parametrize("kind", ["link", "folder", "pipe", "directory"])
    def test_what_is_no_ordinary_file_is_not_read(self, tmp_path: Path, kind: str) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        (outside / "a.png").write_bytes(png("quokkafox"))
        files = {"content/about.md": f"{PAGE}![a](assets/a.png)\n"}
        settings = write_site(tmp_path, MINIMAL | files, audience=Audience.PUBLIC)
        assets = settings.content / "assets"
        if kind == "folder":
            assets.symlink_to(outside)
        else:
            assets.mkdir()
            {
                "link": lambda path: path.symlink_to(outside / "a.png"),
                "pipe": os.mkfifo,
                "directory": Path.mkdir,
            }[kind](assets / "a.png")
        site = build(settings)
        assert site.assets == {}
        code = "file-unreadable" if kind == "pipe" else "asset-missing"
        assert f"[{code}]" in problems(site)[0]

    def test_asset_that_is_not_what_it_says_is_left_out(self, tmp_path: Path) -> None:
        files: Files = {
            "content/assets/a.png": b"<script>quokkafox</script>",
            "content/assets/b.svg": png("quokkafox"),
            "content/about.md": f"{PAGE}![a](assets/a.png) ![b](assets/b.svg)\n",
        }
        site = view(tmp_path, files)
        assert site.assets == {}
        assert [text.split("\n")[0] for text in problems(site)] == [
            "content/assets/a.png:1:1: error: the file is not a readable png [asset-type]",
            "content/assets/b.svg:1:1: error: the file is not a readable svg [asset-type]",
        ]

    @pytest.mark.parametrize(
        "place",
        ["section", "field", "project", "record", "page", "comment", "html comment", "unused"],
    )
    def test_asset_of_a_private_text_is_not_published(self, tmp_path: Path, place: str) -> None:
        image = "![a](../assets/a.png)"
        deep = "![a](../../assets/a.png)"
        files: dict[str, dict[str, str]] = {
            "section": {"content/applications/acme/index.md": f"{OPEN_DOSSIER}\n{deep}\n"},
            "field": {
                "content/applications/acme/index.md": OPEN_DOSSIER.replace(
                    "---\n\n## Pitch", f'next: {{do: "{deep}"}}\n---\n\n## Pitch'
                )
            },
            "project": {"content/projects/other.md": f"---\ntitle: x\n---\n{image}\n"},
            "record": {
                "content/evidence/other.yml": "evidence:\n"
                f'  - {{id: a, claim: "{image}", kind: code, check: statement}}\n'
            },
            "page": {"content/writing/other.md": f"---\ntitle: x\n---\n{image}\n"},
            "comment": {"content/projects/qortex.md": f"{PROJECT}\n<!-- {image} -->\n"},
            "html comment": {
                "content/projects/qortex.md": f'{PROJECT}\n<!-- <img src="../assets/a.png"> -->\n'
            },
            "unused": {},
        }
        site = view(tmp_path, {"content/assets/a.png": png(), **files[place]})
        assert site.assets == {}

    @pytest.mark.parametrize(
        "text",
        [
            "![a](assets/a.png)",
            "[a](assets/a.png)",
            "![a][b]\n\n[b]: assets/a.png",
            '<img src="assets/a.png">',
            "<a href='assets/a.png'>a</a>",
            "[![a](assets/a.png)](https://example.org)",
            "![a](assets/%61.png#b)",
            "| ![a](assets/a.png) |\n| --- |",
        ],
    )
    def test_asset_of_a_public_text_is_published(self, tmp_path: Path, text: str) -> None:
        site = view(tmp_path, {"content/assets/a.png": png(), "content/about.md": PAGE + text})
        assert list(site.assets) == ["assets/a.png"]
        assert problems(site) == []


class TestNames:
    """`dossier check` searches the public view for the names of closed dossiers."""

    def test_closed_company_in_a_public_text_is_told(self, tmp_path: Path) -> None:
        settings = write_site(tmp_path, MINIMAL | {"content/about.md": f"{PAGE}I like ACME.\n"})
        (found,) = diagnose_all(settings).problems
        assert str(found).startswith("content/about.md:6:8: error: the public view names `Acme`, ")
        assert found.code == "name-private"
        assert diagnose(settings.seen_by(Audience.PUBLIC)).problems == ()
