"""The test of the test: leaks on purpose, all of them seen, and nothing seen without them."""

import base64
import codecs
import hashlib
import re
import shutil
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from markupsafe import Markup

from dossier.build import Site
from dossier.match.recipient import library_for
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.problems import Place, Problem
from dossier.publishing.canaries import canaries_of
from dossier.publishing.leak_search import find
from dossier.render.page import AuthorPage
from dossier.settings import Settings
from dossier.sharing import document
from tests import views
from tests.publishing.fixtures import OWN
from tests.secrecy import observe as observing
from tests.secrecy.corpus import State, begin_repository, read
from tests.secrecy.mutate import changed, edits
from tests.secrecy.observe import (
    Seen,
    blame,
    difference,
    in_process,
    seen_by_engine,
    seen_by_recipient,
    seen_in_process,
    settings_at,
)
from tests.sites import project
from tests.views import library as read_library

MUTATIONS = range(7)
Plant = Callable[[Site, Library], Site]


def on_home(site: Site, markup: object) -> Site:
    """Put markup at the end of the home page."""
    pages = tuple(
        replace(page, after=page.after + Markup(str(markup)))  # noqa: S704 - a leak
        if isinstance(page, AuthorPage) and page.path == "index.md"
        else page
        for page in site.files.pages
    )
    return replace(site, files=replace(site.files, pages=pages))


def with_file(site: Site, name: str, text: str = "") -> Site:
    return replace(site, files=replace(site.files, files=(*site.files.files, (name, text))))


def hidden(private: Library) -> list[str]:
    """Return the names of the dossiers that are not open."""
    found = [entry.application for entry in private.applications.values()]
    return [each.company for each in found if each.audience is not Audience.PUBLIC]


def names(private: Library) -> str:
    return ", ".join(hidden(private))


def fits(private: Library) -> list[float]:
    applications = [entry.application for entry in private.applications.values()]
    return [float(role.fit or 0) for each in applications for role in each.roles]


def prose(private: Library) -> str:
    return "".join(e.source.body for e in private.applications.values())


def said(site: Site, text: str) -> Site:
    problem = Problem("link-broken", Place("content/index.md"), text)
    told = replace(site.diagnosis, problems=(*site.diagnosis.problems, problem))
    return replace(site, diagnosis=told)


def stamped(site: Site, text: str) -> Site:
    """Write a text into the pictures, as a tool does that draws cards."""

    def stamp(content: bytes) -> bytes:
        body = b"zTXtTitle\0\0" + zlib.compress(text.encode())
        chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
        return content[:33] + chunk + content[33:]

    pictures = {n: stamp(c) for n, c in site.assets.items() if n.endswith(".png")}
    return replace(site, assets={**site.assets, **pictures})


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def slugs(private: Library) -> str:
    return " ".join(re.sub(r"\W+", "-", name.lower()) for name in hidden(private))


def letters(private: Library) -> str:
    return " ".join(f"is-{name[:2].lower()}" for name in hidden(private))


def ordered(private: Library) -> list[str]:
    """Return public skills in the order in which private dossiers come to need them."""
    return sorted(private.projects, key=lambda key: hashed(key + names(private)))


PLANTS: dict[str, Plant] = {
    "comment": lambda s, p: on_home(s, f"<!-- {names(p)} -->"),
    "hidden searchable page": lambda s, p: with_file(s, "hidden.md", names(p)),
    "slug in the sitemap": lambda s, p: with_file(s, "sitemap.xml", slugs(p)),
    "alternative text": lambda s, p: on_home(s, f'<img alt="{names(p)}">'),
    "URL-encoded": lambda s, p: on_home(s, quote(names(p))),
    "base64": lambda s, p: on_home(s, base64.b64encode(names(p).encode()).decode()),
    "build log": lambda s, p: said(s, f"{names(p)} is not in the navigation"),
    "rot13": lambda s, p: on_home(s, codecs.encode(names(p), "rot13")),
    "text in a picture": lambda s, p: stamped(s, names(p)),
    "hash in a file name": lambda s, p: with_file(s, f"main.{hashed(names(p))}.css"),
    "order": lambda s, p: on_home(s, ordered(p)),
    "count": lambda s, p: on_home(s, len(p.applications)),
    "reading time": lambda s, p: on_home(s, len(prose(p).split()) // 20),
    "date": lambda s, p: on_home(
        s, max((v.date for e in p.applications.values() for v in e.application.events), default="")
    ),
    "threshold": lambda s, p: on_home(s, "hot" if max(fits(p), default=0) >= 4.5 else ""),
    "presence": lambda s, p: on_home(
        s, any(each.application.next for each in p.applications.values())
    ),
    "class of two letters": lambda s, p: on_home(s, f'<i class="{letters(p)}"></i>'),
    "reversed order of private records": lambda s, p: on_home(s, [*p.records][::-1]),
    "length of the longest name": lambda s, p: on_home(s, max(map(len, hidden(p)), default=0)),
    "a parity": lambda s, p: on_home(s, sum(map(len, hidden(p))) % 2),
    "a private fact": lambda s, p: on_home(
        s, p.profile.profile.email.value if p.profile and p.profile.profile.email else ""
    ),
    "an alias of an open dossier": lambda s, p: on_home(
        s, [a.application.aliases for a in p.applications.values() if a.id == "open"]
    ),
    "private files": lambda s, p: with_file(s, "files.txt", "\n".join(sorted(p.files))),
}


@pytest.fixture(name="site")
def make_site(tmp_path: Path) -> Path:
    begin_repository(tmp_path)
    return tmp_path


@pytest.fixture(scope="module", name="state")
def read_state() -> State:
    return read()


def caught(state: State, look: Callable[[State], Seen], viewer: str = "public") -> int | None:
    """Return which mutation gives a leak away, counted from 1."""
    control = look(state)
    assert difference(control, look(state)) is None
    for seed in MUTATIONS:
        if difference(control, look(changed(state, edits(state, seed, viewer)))):
            return seed + 1
    return None


def plant_in(monkeypatch: pytest.MonkeyPatch, plant: Plant) -> None:
    """Let every public build end with a leak."""

    def leaking(settings: Settings) -> Site:
        private = read_library(settings.seen_by(Audience.PRIVATE))
        return plant(views.build(settings), private)

    monkeypatch.setattr(observing, "build", leaking)


@pytest.mark.parametrize("name", PLANTS)
def test_a_planted_leak_is_caught(
    monkeypatch: pytest.MonkeyPatch, site: Path, state: State, name: str
) -> None:
    plant_in(monkeypatch, PLANTS[name])
    assert caught(state, seen_in_process(site))


def test_nothing_is_caught_where_nothing_is_planted(site: Path, state: State) -> None:
    assert caught(state, seen_in_process(site)) is None


def test_a_planted_leak_is_traced_to_its_field(
    monkeypatch: pytest.MonkeyPatch, site: Path, state: State
) -> None:
    plant_in(monkeypatch, PLANTS["a private fact"])
    observe = seen_in_process(site)
    found = blame(state, observe(state), edits(state, 0), observe)
    assert found
    assert (found.fields, found.file) == (("profile.yml:email",), "index.md")
    assert found.offset > 0


PLAIN = (
    *("comment", "slug in the sitemap", "alternative text", "URL-encoded", "base64", "rot13"),
    *("hidden searchable page", "build log", "text in a picture", "private files"),
)


@pytest.mark.parametrize("name", PLAIN)
def test_canaries_are_a_second_net(
    monkeypatch: pytest.MonkeyPatch, site: Path, state: State, name: str
) -> None:
    clean = seen_in_process(site)(state)
    private = read_library(settings_at(site, Audience.PRIVATE))
    words = canaries_of(private, read_library(settings_at(site)), (), OWN)
    assert find(clean, words) == ()
    plant_in(monkeypatch, PLANTS[name])
    assert find(seen_in_process(site)(state), words)


def _with_neighbours(library: Library, application_id: str, role_id: str | None) -> Library:
    """Send the recipient of a dossier the others' rows too."""
    cut = library_for(library, application_id, role_id)
    rows = [
        row.model_copy(update={"id": f"{entry.id}-{row.id}"})
        for entry in library.applications.values()
        for row in entry.application.proof_points
    ]
    entry = cut.applications[application_id]
    application = entry.application.model_copy(update={"proof_points": tuple(rows)})
    return replace(cut, applications={application_id: replace(entry, application=application)})


def _with_all_records(library: Library, application_id: str, role_id: str | None) -> Library:
    cut = library_for(library, application_id, role_id)
    return replace(cut, records=library.records)


def _with_count(library: Library, application_id: str, role_id: str | None) -> Library:
    cut = library_for(library, application_id, role_id)
    entry = cut.applications[application_id]
    company = f"{entry.application.company} 1 of {len(library.applications)}"
    application = entry.application.model_copy(update={"company": company})
    return replace(cut, applications={application_id: replace(entry, application=application)})


@pytest.mark.parametrize("leak", [_with_neighbours, _with_all_records, _with_count])
def test_a_share_that_holds_what_is_anothers_is_caught(
    monkeypatch: pytest.MonkeyPatch,
    site: Path,
    state: State,
    leak: Callable[[Library, str, str | None], Library],
) -> None:
    monkeypatch.setattr(document, "library_for", leak)
    assert caught(state, seen_by_recipient(site, "beta"), "beta")


ENGINE = {
    "search index": r"search/\w+\.json",
    "page": r"p/.*/index\.html",
    "tags": r"tags\.json",
    "sitemap": r"sitemap\.xml",
    "sitemap, packed": r"sitemap\.xml\.gz",
    "feed": r"feed\.xml",
    "hash in a file name": r"assets/theme\..*\.css",
    "source map": r"assets/app\.js\.map",
    "comment": r"index\.html",
    "og:title": r"evidence/index\.html",
    "data attribute": r"projects/index\.html",
    "request to others": r"applications/index\.html",
    "address to edit": r"applications/open/index\.html",
    "file read into a page": r"projects/lab/index\.html",
    "picture with its metadata": r"sprite\.png",
    "repository's log": r"version\.txt",
    "build log": r"\(stderr\)",
    "exit code": r"\(exit\)",
    "gzip's date": r"page\.html\.gz",
    "cache": r"\.cache/cards\.json",
    "stale file": r"old/.*\.html",
    "number of shares": r"s/\d+/index\.html",
    "editor's backup": r"copies/.*\.bak",
    "symlink": r"link\.html",
}
"""A leak for each row of the design's table that a build can have, and where it is to be seen."""


@pytest.fixture(scope="module", name="engine")
def build_planted(
    tmp_path_factory: pytest.TempPathFactory, state: State
) -> tuple[set[str], list[str]]:
    """Return what differs in real builds with a leaking hook, and which files they have."""
    root = tmp_path_factory.mktemp("planted")
    hooks = ["hooks/mkdocs_hooks.py", "planted.py"]
    config = {"site_url": "https://example.org/", "hooks": hooks}
    shutil.copy(Path(__file__).with_name("plants.py"), root / "planted.py")
    begin_repository(project(root, {}, config=config))
    observe = seen_by_engine(root, in_process)
    control, found = observe(state), set[str]()
    assert difference(control, observe(state)) is None
    for seed in MUTATIONS[:4]:
        after = observe(changed(state, edits(state, seed)))
        found |= {n for n in control.keys() | after.keys() if control.get(n) != after.get(n)}
    return found, sorted(control)


@pytest.mark.parametrize("row", ENGINE)
def test_a_leak_of_a_real_build_is_caught(engine: tuple[set[str], list[str]], row: str) -> None:
    found, _ = engine
    assert [name for name in found if re.fullmatch(ENGINE[row], name)]


def test_only_what_leaks_differs(engine: tuple[set[str], list[str]]) -> None:
    """Otherwise any difference would pass for every leak's."""
    found, files = engine
    others = [n for n in found if not any(re.fullmatch(form, n) for form in ENGINE.values())]
    assert [n for n in others if not n.startswith(("about/", "copies/", "(stdout)"))] == []
    assert len(set(files) - found) > 30
