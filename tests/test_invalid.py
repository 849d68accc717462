"""Broken sites and what the private check says of them: `cases/invalid/*.case`.

A file holds cases of one topic. A case is a title, what it does to `builders.MINIMAL`, and the
problems of the private view, as text and in order; a case without problems says what is allowed.

    %%% Title, unique in its file
    %% file content/about.md        the lines that follow are the whole file
    %% change content/profile.yml   lines with `-` or a blank before them are found in the file and
                                    become those with `+` or a blank; `@@` begins another such place
    %% remove content/index.md
    %% link content/a.md -> b.md    a symbolic link
    %% fifo content/a.md            a file that never ends
    %% problems                     up to the next title: the expected text

`⟦EF BB BF⟧` stands for these bytes, `⟦[ × 100⟧` for a text written that many times.
`pytest tests/test_invalid.py --update-goldens` rewrites what follows `%% problems`.
"""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from dossier.model.audience import Audience
from dossier.plain.problems import CODES
from dossier.settings import Settings
from tests.builders import MINIMAL, write_site
from tests.views import diagnose

FOLDER = Path(__file__).parent / "cases" / "invalid"
PUBLISHING = "found by `dossier publish` or `dossier doctor`: tests/publishing, tests/cli"
EXPORTING = "found by `dossier export`: tests/exporting"
ELSEWHERE = {
    "config-exclude": "mkdocs.yml is wrong, not content/",
    "config-extension": "mkdocs.yml is wrong, not content/",
    "config-hook": "mkdocs.yml is wrong, not content/",
    "name-similar": "found in the public texts, beside the names of private dossiers",
    "name-private": "found in the finished public pages, not by reading content/",
    "other-dossier": "found in what recipients read, not by reading content/",
    "template-broken": "found in overrides/: tests/render/test_template_faults.py",
    "address-local": PUBLISHING,
    "backup-file": PUBLISHING,
    "branch-source": PUBLISHING,
    "document-columns": EXPORTING,
    "document-contact": EXPORTING,
    "document-date": EXPORTING,
    "document-heading": EXPORTING,
    "document-hidden": EXPORTING,
    "document-overflow": EXPORTING,
    "document-picture": EXPORTING,
    "document-text": EXPORTING,
    "export-left-out": EXPORTING,
    "figure-unconfirmed": EXPORTING,
    "resume-incomplete": EXPORTING,
    "edit-address": PUBLISHING,
    "history-private": PUBLISHING,
    "history-unread": PUBLISHING,
    "key-published": PUBLISHING,
    "keystore-ignored": PUBLISHING,
    "keystore-mode": PUBLISHING,
    "keystore-tracked": PUBLISHING,
    "keystore-unread": PUBLISHING,
    "name-published": PUBLISHING,
    "private-tracked": PUBLISHING,
    "publish-audience": PUBLISHING,
    "publish-extra": PUBLISHING,
    "publish-symlink": PUBLISHING,
    "publish-type": PUBLISHING,
    "share-broken": PUBLISHING,
    "share-lost": PUBLISHING,
    "share-standing": PUBLISHING,
    "share-unknown": PUBLISHING,
    "site-tracked": PUBLISHING,
    "source-map": PUBLISHING,
    "source-public": PUBLISHING,
    "text-published": PUBLISHING,
}
"""Codes that no content alone can cause."""
ESCAPE = re.compile("⟦(?:((?:[0-9A-F]{2} ?)+)|(.+?) × ([0-9]+))⟧")
SHOWN = re.compile(r"^\S.*: (?:error|warning): .* \[([a-z-]+)\]$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A broken site."""

    file: Path
    title: str
    steps: tuple[tuple[str, str, str], ...]
    """What is done to the minimal site: the verb, the path, the text."""
    expected: str

    def __str__(self) -> str:
        return f"{self.file.stem}: {self.title}"


def read_cases() -> list[Case]:
    cases = []
    for file in sorted(FOLDER.glob("*.case")):
        for part in re.split(r"^%%% ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, *steps = re.split(r"^%% ", part, flags=re.MULTILINE)
            heads = [step.partition("\n") for step in steps]
            verbs = [(*head.partition(" ")[::2], text) for head, _, text in heads]
            assert [verb for verb, _, _ in verbs].index("problems") == len(verbs) - 1, title
            cases.append(Case(file, title.strip(), tuple(verbs[:-1]), verbs[-1][2].strip()))
    return cases


def unescape(text: str) -> bytes:
    content = b""
    position = 0
    for found in ESCAPE.finditer(text):
        content += text[position : found.start()].encode()
        content += bytes.fromhex(found[1]) if found[1] else found[2].encode() * int(found[3])
        position = found.end()
    return content + text[position:].encode()


def change(text: str, hunks: str) -> str:
    for hunk in hunks.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in "- ")
        new = "".join(line[1:] for line in lines if line[0] in "+ ")
        assert text.count(old) == 1, f"stands {text.count(old)} times:\n{old}"
        text = text.replace(old, new)
    return text


def put_on_disk(case: Case, root: Path, audience: Audience) -> tuple[str, ...]:
    """Write the case's site and return its problems for an audience."""
    settings = write_case(case, root, audience)
    return tuple(str(problem) for problem in diagnose(settings).problems)


def write_case(case: Case, root: Path, audience: Audience) -> Settings:
    """Write the case's site and return the settings of a build of it."""
    files: dict[str, str | bytes] = dict(MINIMAL)
    odd = []
    for verb, argument, text in case.steps:
        name = os.fsdecode(unescape(argument))
        match verb:
            case "file":
                files[name] = unescape(text)
            case "change":
                files[name] = unescape(change(MINIMAL[name], text))
            case "remove":
                del files[name]
            case _:
                odd.append((verb, name))
    settings = write_site(root, files, audience=audience)
    for verb, name in odd:
        path, _, target = name.partition(" -> ")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if verb == "link":
            (root / path).symlink_to(target)
        else:
            assert verb == "fifo"
            os.mkfifo(root / path)
    return settings


def rewrite(case: Case, expected: str) -> None:
    """Put what is said now into the case's file."""
    text = case.file.read_text(encoding="utf-8")
    start = re.search(rf"^%%% {re.escape(case.title)}$", text, re.MULTILINE)
    assert start
    begin = text.index("%% problems\n", start.end()) + len("%% problems\n")
    end = text.find("\n%%% ", begin)
    rest = text[end:] if end >= 0 else ""
    body = f"{expected}\n" if expected else ""
    case.file.write_text(text[:begin] + body + rest, encoding="utf-8")


CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_broken_input_is_told_with_place_code_and_cure(
    case: Case, tmp_path: Path, *, update_goldens: bool
) -> None:
    found = "\n".join(put_on_disk(case, tmp_path, Audience.PRIVATE))
    if update_goldens:
        rewrite(case, found)
    else:
        assert found == case.expected


@pytest.mark.parametrize("audience", [Audience.SHARED, Audience.PUBLIC])
@pytest.mark.parametrize("case", CASES, ids=str)
def test_broken_input_stops_no_other_view(case: Case, audience: Audience, tmp_path: Path) -> None:
    put_on_disk(case, tmp_path, audience)


def test_every_code_has_a_case() -> None:
    told = {code for case in CASES for code in SHOWN.findall(case.expected)}
    assert told == set(CODES) - set(ELSEWHERE)


def test_every_case_can_be_told_by_its_title() -> None:
    titles = [str(case) for case in CASES]
    assert len(titles) == len(set(titles))


def test_minimal_site_has_no_problem(tmp_path: Path) -> None:
    for audience in Audience:
        settings = write_site(tmp_path, MINIMAL, audience=audience)
        assert diagnose(settings).problems == ()
