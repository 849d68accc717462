"""Where a record can be checked, and the addresses at which any reader can open it.

A path or a commit alone is something to go by for whoever has the files. A reader who was sent a
page opens addresses: a page's, a package's, a publication's, those of a host of repositories.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from dossier.model.base import Entry, Line, Url, spell, wrong
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern

_DOI_BEFORE = pattern(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DOI = pattern(r"10\.\d{4,9}/[^\s<>\"]+")
_PROOF_FILE = pattern(r"proofs/[\w][\w./-]*\.json(?:l)?", re.ASCII)
_LINES = pattern(r"L?([1-9]\d{0,8})(?:-L?([1-9]\d{0,8}))?")
_PATH_LINES = pattern(r"(.+?)(?:#L|:)([1-9]\d{0,8}(?:-L?[1-9]\d{0,8})?)")


def why_not_followed(file: str) -> str:
    """Say why no source may lead to a file, by its path below a project or clone; empty if it may.

    What is hidden holds keys, tokens and what git has taken out: it is nobody's evidence.
    """
    # Some file systems leave out signs that nobody sees, and some part names by another bar.
    seen = "".join(sign for sign in file if unicodedata.category(sign) != "Cf")
    names = [name for name in re.split(r"[/\\]", seen) if name != "."]
    if seen.startswith(("/", "\\")) or ".." in names or not any(names) or "\0" in seen:
        return f"{spell(file)} is no path below the project or clone"
    if any(name.startswith(".") for name in names):
        return f"{spell(file)} is hidden: a name in it begins with a dot"
    return ""


def _check_place(text: str) -> str:
    if why := why_not_followed(text.partition("#")[0]):
        hint = "name a file that others may know of, below the project; or give its address: `url`"
        raise wrong("text-type", why, hint)
    return text


def _check_place_in(text: str) -> str:
    # A place alone is in the source's own file.
    return _check_place(text) if text.partition("#")[0] and "#" in text else text


def _check_doi(text: str) -> str:
    # Often copied as an address, or with its scheme.
    doi = _DOI_BEFORE.sub("", text.strip(), count=1)
    if not _DOI.fullmatch(doi):
        raise wrong("text-type", f"{spell(text)} is not a DOI", "write `10.1000/182`")
    return doi


def _check_lines(value: object) -> object:
    # A single line is an integer to YAML.
    is_number = isinstance(value, int) and not isinstance(value, bool)
    text = str(value) if is_number else value
    found = _LINES.fullmatch(text) if isinstance(text, str) else None
    if found is None or (found[2] and int(found[2]) < int(found[1])):
        raise wrong("text-type", f"{spell(value)} is not a range of lines", "write `10-20` or `12`")
    return f"{found[1]}-{found[2]}" if found[2] else found[1]


def _check_proof_file(text: str) -> str:
    is_named = _PROOF_FILE.fullmatch(text) and "/./" not in text
    if not is_named or why_not_followed(text):
        hint = "write `proofs/report.json`"
        raise wrong("text-type", f"{spell(text)} is no file of content/proofs/", hint)
    return text


Doi = Annotated[str, AfterValidator(_check_doi)]
"""The DOI of a publication."""
Lines = Annotated[
    str,
    BeforeValidator(_check_lines),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}]}),
]
"""Lines of a file: `10-20`, or one."""

SourcePath = Annotated[Line, AfterValidator(_check_place)]
"""A file below the project or clone, with or without a place in it."""
PlaceInSource = Annotated[Line, AfterValidator(_check_place_in)]
"""A place in a source's file, or in another one."""
ProofFile = Annotated[str, AfterValidator(_check_proof_file)]
"""A file below `content/proofs/`, as it is called below `content/`."""


class Source(Entry):
    """Where a record can be checked: a label and whichever of the others are known."""

    whole = True

    label: Line
    """What a reader sees. Example: `Benchmark report`"""
    url: Url | None = None
    """The page that shows it. Example: `https://example.org/report`"""
    quote: Line | None = None
    """What stands there, word for word. Example: `median of 30 nights`"""
    package: Line | None = None
    """A package on PyPI, or with `npm:` before its name on npm. Example: `warehouse-loads`"""
    version: Line | None = None
    """The package's version. Example: `1.4.0`"""
    repo: Url | None = None
    """The repository. Example: `https://example.org/you/loads`"""
    commit: Line | None = None
    """The commit that was looked at. Example: `4f1c2d9`"""
    path: SourcePath | None = None
    """The file in the repository. Example: `bench/report.json`"""
    lines: Lines | None = None
    """The lines of the file. Example: `10-20`"""
    doi: Doi | None = None
    """The DOI of a publication. Example: `10.1000/182`"""
    attestation: ProofFile | None = None
    """What a machine signed of the file, in `content/`. Example: `proofs/report.json`"""
    workflow: Line | None = None
    """The workflow of the repository that made the file. Example: `.github/workflows/proof.yml`"""

    printed: Line | None = None
    """Where it stands on paper, if it has no address. Example: `Hive Press 2021, page 33`"""

    @property
    def is_linked(self) -> bool:
        """Whether there is more to go by than a label."""
        named = (self.url, self.package, self.path, self.commit, self.repo, self.doi)
        return any(named) or self.attestation is not None


@frozen
class _Host:
    """How a host of repositories writes the addresses below one."""

    commit: str
    file: str
    lines: Callable[[str, str], str]
    """The fragment of the first and the last line."""


_HOSTS: Mapping[str, _Host] = {
    "github.com": _Host("commit/{commit}", "blob/{commit}/{path}", "L{}-L{}".format),
    "gitlab.com": _Host("-/commit/{commit}", "-/blob/{commit}/{path}", "L{}-{}".format),
    "codeberg.org": _Host("commit/{commit}", "src/commit/{commit}/{path}", "L{}-L{}".format),
    "bitbucket.org": _Host("commits/{commit}", "src/{commit}/{path}", "lines-{}:{}".format),
}


WAYBACK, HERITAGE = "wayback", "software-heritage"
"""The archives, as copies of theirs are kept."""


def addresses(source: Source) -> Mapping[str, str]:
    """Return the addresses that any reader can open, by what of a source each is of."""
    return dict(_addresses(source))


def _addresses(source: Source) -> Iterator[tuple[str, str]]:
    if source.url and source.url.startswith(("http://", "https://")):
        yield "url", source.url
    if source.package:
        yield "package", _package_address(source.package, source.version)
    if source.doi:
        yield "doi", f"https://doi.org/{quote(source.doi, safe='/:;().-_')}"
    if source.repo and source.repo.startswith(("http://", "https://")):
        yield "repo", _repository_address(source, source.repo)


def package_name(package: str) -> tuple[str, str]:
    """Return the index that a package is on, `npm` or `pypi`, and its name there."""
    index, mark, name = package.partition(":")
    if mark and index.strip().lower() in ("npm", "pypi"):
        return index.strip().lower(), name.strip()
    # No name on PyPI begins like this.
    return ("npm" if package.startswith("@") else "pypi"), package


def _package_address(package: str, version: str | None) -> str:
    """Return the page of Open Source Insights, which follows the indexes' releases."""
    index, name = package_name(package)
    of_version = f"/{quote(version, safe='')}" if version else ""
    return f"https://deps.dev/{index}/{quote(name, safe='')}{of_version}"


def _repository_address(source: Source, repo: str) -> str:
    """Return the address of the file, or else of the commit, as far as the host has one."""
    root = repo.rstrip("/").removesuffix(".git")
    host = _HOSTS.get((urlsplit(root).hostname or "").removeprefix("www."))
    if host is None or not source.commit:
        return repo
    commit = quote(source.commit, safe="")
    if not source.path:
        return f"{root}/{host.commit.format(commit=commit)}"
    path, lines = split_lines(source.path, source.lines)
    file = host.file.format(commit=commit, path=quote(path.removeprefix("./")))
    if not lines:
        return f"{root}/{file}"
    first, _, last = lines.replace("L", "").partition("-")
    return f"{root}/{file}#{host.lines(first, last or first)}"


def split_lines(path: str, lines: str | None) -> tuple[str, str]:
    """Return a path without the place in its file, and the lines that either of them names."""
    found = _PATH_LINES.fullmatch(path)
    file = found[1] if found else path.partition("#")[0]
    return file, lines or (found[2] if found else "")
