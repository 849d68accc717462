"""What stops a publish: each guard a problem with its cure, and all of them told in one run."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import suppress
from html import unescape
from pathlib import Path

from dossier.plain.addresses import is_local
from dossier.plain.files import OWNER_FILE, OWNER_FOLDER
from dossier.plain.git import output_of, succeeds
from dossier.plain.packed import UnreadableTextError, packed
from dossier.plain.patterns import pattern
from dossier.plain.problems import Place, Problem, warning
from dossier.plain.secrets import secret_in
from dossier.plain.visible_text import layers
from dossier.publishing.canaries import Canaries
from dossier.publishing.leak_search import find
from dossier.publishing.manifest import place
from dossier.publishing.own_files import OwnFiles
from dossier.publishing.private_names import Mention, PrivateNames, told_of
from dossier.publishing.searched_text import SearchedText
from dossier.sharing.keys_json import FILE as KEYSTORE

SHARES = "s/"
"""Where share pages are, below the site."""
TYPES = frozenset(
    {"css", "gz", "html", "ico", "jpg", "js", "json", "md", "pdf", "png", "svg", "ttf", "txt"}
    | {"webmanifest", "webp", "woff", "woff2", "xml"}
)
"""The types of files that a site is made of."""
PLAIN_NAMES = frozenset({"CNAME", ".nojekyll"})
"""Names without a type that have to be there."""
_SOURCE_MAP = pattern(rb"[#@]\s*sourceMappingURL=")
_SITE_URL = pattern(r"^site_url:", re.MULTILINE)
_EDIT_LINK = pattern(rb"""<a\s[^>]*\brel=["']?edit\b""")
_PRIVATE = pattern(rb"<[^>]*\sdata-private[\s=>]")
_TAG = pattern(r"<[^>]*>")
_SHARE = pattern(r"(?:^|/)s/[a-z2-7]{26}/index\.html$")
_SEALED = pattern(rb"[A-Za-z0-9+/]{256,}={0,2}")
"""Ciphertext. Three letters of a name stand in it by chance."""
READABLE = (".css", ".html", ".js", ".json", ".md", ".svg", ".txt", ".webmanifest", ".xml")
DRAWN = (".jpeg", ".jpg", ".pdf", ".png", ".svg", ".webp")
"""Files that nobody but the author makes, if they are not the tool's."""
BACKUP = pattern(
    r"(~|\.(bak|orig|rej|sw[a-p]|tmp)|^\.#.*|^\.new-.+-.*|^#.*#|^\.DS_Store|^Thumbs\.db)$"
)
"""What editors and systems leave behind."""


def keystore_problems(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the keystore's place. It is never opened."""
    where = Place(KEYSTORE)
    path = root / KEYSTORE
    for name in output_of(root, "ls-files", "-z", "--", str(path.parent)).split("\0"):
        if name:
            yield Problem(
                "keystore-tracked",
                Place(name),
                "git tracks a file of the keystore's folder, so that its keys go wherever you push",
                f"`git rm --cached {name}`, add /.dossier/ to .gitignore, and rotate every share",
            )
    if not path.exists():
        return
    for thing, wanted in ((path, OWNER_FILE), (path.parent, OWNER_FOLDER)):
        mode = stat.S_IMODE(thing.stat().st_mode)
        if mode & 0o077:
            message = f"others on this machine can read the keys (mode {mode:04o})"
            hint = (
                f"chmod {wanted:o} {thing.relative_to(root)}; if they may have, rotate every share"
            )
            yield Problem("keystore-mode", where, message, hint)
    is_repository = succeeds(root, "rev-parse", "--git-dir")
    if is_repository and not succeeds(root, "check-ignore", "--quiet", "--no-index", KEYSTORE):
        message = "git does not ignore the keystore, so that it could be committed"
        yield Problem("keystore-ignored", where, message, "add /.dossier/ to .gitignore")


def edit_problems(repo_url: str, edit_uri: str, public_repo: str) -> Iterator[Problem]:
    """Yield a problem if pages would link to the source in a repository not named public."""
    if edit_uri and not (public_repo and repo_url.rstrip("/") == public_repo.rstrip("/")):
        yield Problem(
            "edit-address",
            Place("mkdocs.yml"),
            f"`edit_uri` leads readers to the source in {repo_url or 'a repository'}, which is "
            "not named public",
            'write `edit_uri: ""`; MkDocs sets one by itself beside `repo_url`',
        )


def address_problems(file: Path, site_url: str) -> Iterator[Problem]:
    """Yield a warning if links would lead to the machine of whoever opens them."""
    if not is_local(site_url):
        return
    # What a file inherits from another has no line in it.
    written = _SITE_URL.search(file.read_text("utf-8"))
    line = written.string.count("\n", 0, written.start()) + 1 if written else 1
    yield warning(
        "address-local",
        Place(file.name, line),
        f"`site_url` is {site_url}, so that every link opens on this machine alone",
        "write in this line where others find your site: `site_url: https://you.example/`; then "
        "`dossier share show` prints the links to send",
    )


def tree_problems(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield each file of a tree that does not belong on a public site."""
    for name, content in files.items():
        where = place(name)
        if name.endswith(".map") or (
            name.endswith((".js", ".css", ".html")) and _SOURCE_MAP.search(content)
        ):
            message = "source maps hold the sources they were made from"
            yield Problem("source-map", where, message, "take out the plugin that writes them")
        elif not _is_of_site(name):
            message = "files of this type are never published"
            yield Problem("publish-type", where, message, "look for what writes it")
        if name.endswith(".html") and is_private_page(content):
            message = "the page is marked as private"
            yield Problem("publish-audience", where, message, "look for what changes the audience")
        if name.endswith(".html") and _EDIT_LINK.search(content):
            message = "the page links to its source"
            yield Problem("edit-address", where, message, 'write `edit_uri: ""` in mkdocs.yml')


def is_private_page(content: bytes) -> bool:
    """Return whether a page says of itself that it is private."""
    return bool(_PRIVATE.search(content))


def name_problems(files: Mapping[str, bytes], names: PrivateNames) -> Iterator[Problem]:
    """Yield each file that surely names the company of a dossier that is not public.

    What only may be a name was told of the texts that the author wrote.
    """
    for path, content in names.own.without_theme(files).items():
        shown = without_ciphertext(path, content)
        is_authored = path.endswith(DRAWN) and not names.own.has(path, content)
        found = names.in_file(path, shown, is_authored=is_authored)
        for mention in sorted(mention for mention in found if mention.is_sure):
            line = _line_of_mention(shown, names, mention) if path.endswith(READABLE) else 1
            yield told_of(mention, Place(place(path).file, line), "name-published")


def _line_of_mention(content: bytes, names: PrivateNames, mention: Mention) -> int:
    names = names.only(mention.name)
    for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), start=1):
        text = SearchedText(f"{unescape(line)} {_TAG.sub('', unescape(line))}")
        if any(found.name == mention.name for found in names.in_authored(text)):
            return number
    return 1


def key_problems(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield each file that holds a key, whatever it is called and however it came there.

    A PDF may spell any sign by its number, and so may markup: what they say is searched, too.
    """
    for path, content in files.items():
        held = (data for _, data in (*packed(content), *_said(path, content)))
        if kind := next(filter(None, map(secret_in, held)), ""):
            hint = "take it out; whoever has seen it can use it, so make another"
            yield Problem("key-published", place(path), f"the file holds {kind}", hint)


def _said(path: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the texts in a file that are not its bytes, none if they cannot be told."""
    with suppress(UnreadableTextError):
        for where, text in layers(path, content):
            if where:
                yield where, text.encode("utf-8", "replace")


def word_problems(
    files: Mapping[str, bytes], canaries: Canaries, own: OwnFiles
) -> Iterator[Problem]:
    """Yield each private word that a file holds, in whatever encoding, and where it is from."""
    told = set()
    readable = {
        path: without_ciphertext(path, content)
        for path, content in own.without_theme(files).items()
    }
    # Bytes of the file come first: they have a line.
    for hit in sorted(find(readable, canaries), key=lambda hit: (":" in hit.encoding, hit)):
        if (hit.file, hit.word) in told:
            continue
        told.add((hit.file, hit.word))
        private = canaries[hit.word].locate(hit.word)
        how = "" if hit.encoding == "raw" else f" ({hit.encoding})"
        message = f"the file holds private text: `{hit.word}`{how}, which stands in {private}"
        hint = "take it out; if it may be public, write it in a public text too"
        is_line = hit.file.endswith(READABLE) and ":" not in hit.encoding
        line = readable[hit.file].count(b"\n", 0, hit.offset) + 1 if is_line else 1
        yield Problem("text-published", Place(place(hit.file).file, line), message, hint)


def unread_problems(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Yield each file whose text cannot be told, so that nobody knows what it says."""
    for path, content in files.items():
        try:
            layers(path, content)
        except UnreadableTextError as error:
            hint = "take it out, or save it so that its text can be read"
            yield Problem("asset-unreadable", place(path), str(error), hint)


def without_ciphertext(path: str, content: bytes) -> bytes:
    """Return a share's page without what only its link can open; any other file as it is."""
    return _SEALED.sub(b"", content) if _SHARE.search(path) else content


def _is_of_site(name: str) -> bool:
    *folders, last = name.split("/")
    if any(folder.startswith(".") for folder in folders):
        return False
    hidden = last.startswith((".", "~", "#")) or BACKUP.search(last)
    suffix = last.rpartition(".")[2].lower() if "." in last else ""
    return last in PLAIN_NAMES or (not hidden and suffix in TYPES)
