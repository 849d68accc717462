"""`dossier import`: what is written, told, refused, and never written over."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dossier.cli import main
from dossier.cli.import_ import read_draft
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain import files
from dossier.plain.problems import Problem
from dossier.plain.text import MAX_BYTES
from tests.builders import MINIMAL, REPOSITORY
from tests.cli.terminal import with_answers
from tests.importing.generated import generate
from tests.sites import files_of, project

CASES = REPOSITORY / "tests" / "cases" / "importing"
SAMPLES = sorted(path for path in CASES.rglob("*") if path.is_file() and path.stem != "LICENSE")
HOME = {"content/index.md": "---\ntitle: Ada\n---\n\nHello.\n"}
DECIDED_BY_PEOPLE = {
    "emphasis-unlinked": "which project or record an item foregrounds",
    "field-missing": "the strength of a row, where the input says none",
    "note-missing": "the caveat of a moderate row",
}
"""Errors that an import may leave, each with what only the author can say."""
DOSSIER = """\
# Acme — Data Engineer

## Role Summary
- **Link**: https://jobs.example.org/1
- **Fit Score**: 4/5

## Pitch
I cut the bill by 30%.

## Proof Point Mapping
| Requirement | Evidence | Strength |
|---|---|---|
| Rankers that learn | Learned weights retrieve better, on 20 concepts: +22% precision | Strong |
"""


def run(root: Path, *arguments: str | Path) -> Result:
    options = [str(argument) for argument in arguments]
    return CliRunner().invoke(main, ["import", "-f", str(root / "mkdocs.yml"), *options])


def given(root: Path, text: str | bytes, name: str = "input.md") -> Path:
    path = root / "given" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def errors(root: Path) -> list[str]:
    command = ["check", "-f", str(root / "mkdocs.yml"), "--format", "json"]
    found = json.loads(CliRunner().invoke(main, command).stdout)["problems"]
    return [
        f"{told['file']}:{told['line']}: {told['message']} [{told['code']}]"
        for told in found
        if told["severity"] == "error" and told["code"] not in DECIDED_BY_PEOPLE
    ]


def test_dossier_is_written_and_told(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL)
    done = run(root, given(root, DOSSIER), "--id", "acme-labs")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "1 role, 1 row, 2 unconfirmed records, records proposed for 1 row" in done.stdout
    assert "content/applications/acme-labs/index.md written" in done.stdout
    assert re.search(r"words: 41 in; .* 0 lost", done.stdout)
    text = (root / "content/applications/acme-labs/index.md").read_text(encoding="utf-8")
    assert "    # evidence: [qortex/gain, acme-labs/figure1]\n" in text
    assert errors(root) == []


@pytest.mark.parametrize("path", SAMPLES, ids=[path.name for path in SAMPLES])
def test_sample_is_imported_passes_the_check_and_is_not_imported_twice(
    tmp_path: Path, path: Path
) -> None:
    root = project(tmp_path, HOME)
    done = run(root, path)
    assert (done.exit_code, done.stderr) == (0, "")
    assert "; 0 lost\n" in done.stdout
    written = files_of(root / "content")
    assert b"Not placed" not in b"".join(written.values())
    assert errors(root) == []
    done = run(root, path)
    assert done.exit_code == 0, done.output
    assert "all of it is there already: nothing is changed" in done.stdout
    assert files_of(root / "content") == written


@pytest.mark.parametrize("seed", range(0, 100, 20))
def test_generated_dossier_passes_the_check(tmp_path: Path, seed: int) -> None:
    root = project(tmp_path, HOME)
    path = given(root, generate(seed).text)
    assert run(root, path).exit_code == 0
    assert errors(root) == []
    written = files_of(root / "content")
    assert run(root, path).exit_code == 0
    assert files_of(root / "content") == written


def test_second_import_after_an_edit_is_refused_with_a_cure(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    path = given(root, DOSSIER)
    run(root, path)
    file = root / "content/applications/acme/index.md"
    file.write_text(file.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    before = files_of(root / "content")
    done = run(root, path)
    assert done.exit_code == 1
    assert "content/applications/acme/index.md is there already" in done.stderr
    assert "hint: `--id another-name`" in done.stderr
    assert files_of(root / "content") == before


def test_profile_that_is_there_stays_and_nothing_is_lost(tmp_path: Path) -> None:
    root = project(tmp_path, MINIMAL)
    path = CASES / "resumes" / "backend.md"
    done = run(root, path)
    assert done.exit_code == 0
    assert "content/profile.yml is there already and stays as it is" in done.stdout
    assert "; 0 lost\n" in done.stdout
    page = (root / "content/imported/backend.md").read_text(encoding="utf-8")
    assert "## For content/profile.yml\n\n```yaml\nname: Maya Lindqvist\n" in page
    assert (root / "content/profile.yml").read_text(encoding="utf-8") == MINIMAL[
        "content/profile.yml"
    ]


def test_dry_run_shows_and_writes_nothing(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    before = files_of(root / "content")
    done = run(root, given(root, DOSSIER), "--dry-run")
    assert done.exit_code == 0
    assert "--- content/applications/acme/index.md would be written\n---\n" in done.stdout
    assert "company: Acme\n" in done.stdout
    assert files_of(root / "content") == before


def test_words_lists_what_was_read_as_what(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    done = run(root, given(root, DOSSIER), "--words", "--dry-run")
    assert "  `Fit Score` was read as role.fit\n" in done.stdout
    assert "  `4/5` was read as role.fit: 4\n" in done.stdout


def test_input_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(tmp_path, HOME)
    before = files_of(root / "content")
    create = files.create_file
    calls: list[Path] = []

    def fail_second(path: Path, content: bytes) -> None:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(28, "No space left on device", str(path))
        create(path, content)

    monkeypatch.setattr(files, "create_file", fail_second)
    done = run(root, given(root, DOSSIER))
    assert done.exit_code == 2
    assert "No space left on device" in done.stderr
    assert len(calls) == 2
    assert files_of(root / "content") == before
    assert not (root / "content/applications").exists()


def test_other_inputs_are_imported_beside_a_wrong_one(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    wrong = given(root, b"%PDF-1.7", "cv.pdf")
    done = run(root, wrong, given(root, DOSSIER))
    assert done.exit_code == 1
    assert "cv.pdf:1:1: error: this is a PDF, not text [file-encoding]" in done.stderr
    assert (root / "content/applications/acme/index.md").is_file()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.md", b"", "the file is empty"),
        ("a.md", b"\xff\xfe\x00n", "is not UTF-8"),
        ("a.md", b"# Acme\n\0\n", "a NUL character"),
        ("a.docx", b"PK\x03\x04...", "a Word file or an archive"),
        ("a.md", b"x" * 1_000_001, "1,000,001 bytes, more than the 1,000,000 that are read"),
        ("a.json", b'{"basics": {"name": "x",}}', "this is no JSON"),
        ("a.json", b"[" * 100_000, "levels deep"),
        ("a.json", b'{"basics": ' + b'{"a":' * 50 + b"1" + b"}" * 51, "levels deep"),
        ("a.json", b'{"a": 1}', "of no format that is read"),
        ("a.yaml", b"cv:\n  name: !!python/object:os.system x\n", "[yaml-tag]"),
        ("a.yaml", b"cv: &a\n  name: x\n  b: *a\n", "[yaml-alias]"),
        ("a.yaml", b"cv:\n  name: [\n", "[yaml-syntax]"),
        ("a.txt", b"Hello there.\n", "nothing says whether this is a dossier"),
    ],
)
def test_input_that_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    root = project(tmp_path, HOME)
    before = files_of(root / "content")
    done = run(root, given(root, content, name))
    assert done.exit_code == 1
    assert said in done.stderr
    assert re.match(rf"\S*/{re.escape(name)}:\d+:\d+: error: ", done.stderr)
    assert "Traceback" not in done.output
    assert files_of(root / "content") == before


@pytest.mark.parametrize("given_id", ["../up", "a/b", "A", "", "a--b", "-f", "ä", "a\nb"])
def test_id_that_is_none_is_refused(tmp_path: Path, given_id: str) -> None:
    root = project(tmp_path, HOME)
    before = files_of(root)
    done = run(root, given(root, DOSSIER), f"--id={given_id}")
    assert done.exit_code == 2
    assert "is not an id" in done.stderr
    assert {n: t for n, t in files_of(root).items() if not n.startswith("given/")} == before


def test_file_that_is_larger_than_any_text_is_not_read(tmp_path: Path) -> None:
    large = tmp_path / "cv.md"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    read = read_draft(large, Library(Audience.PRIVATE), "", "")
    assert isinstance(read, Problem)
    assert read.code == "file-size"


def test_id_is_for_one_file(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    path = given(root, DOSSIER)
    assert run(root, path, path, "--id", "acme").exit_code == 2


def test_what_is_piped_in_is_read_and_nothing_is_asked(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    command = ["import", "-f", str(root / "mkdocs.yml"), "-"]
    done = CliRunner().invoke(main, command, input=DOSSIER)
    assert (done.exit_code, done.stderr) == (0, "")
    assert (root / "content/applications/acme/index.md").is_file()
    done = CliRunner().invoke(main, command, input="Hello.\n")
    assert done.exit_code == 1
    assert "stdin:1:1: error: nothing says whether" in done.stderr


def test_whoever_can_be_asked_says_what_an_input_is(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    code, shown = with_answers(root, ["import", str(given(root, "Hello.\n"))], ("posting",))
    assert code == 0, shown
    assert "what is it (dossier, resume, posting): posting\n" in shown
    kept = root / "content/applications/input/posting.md"
    assert kept.read_text().endswith("Hello.\n")


def test_folder_and_missing_file_are_told(tmp_path: Path) -> None:
    root = project(tmp_path, HOME)
    done = run(root, tmp_path / "nowhere.md", tmp_path)
    assert done.exit_code == 1
    assert done.stderr.count("[file-unreadable]") == 2


HOSTILE = """\
---
company: "{{ 7 * 7 }} & Sons"
x: !!python/object/apply:os.system ["touch pwned"]
---
# <script>alert(1)</script> at {% include '/etc/passwd' %}

## Role Summary
- **Link**: javascript:alert(1)
- **Location**: <img src=x onerror=alert(1)>
- **Status**: hired!!

## Proof Point Mapping
| Requirement | Evidence | Strength |
|---|---|---|
| <b onmouseover=x>SQL</b> | [me](javascript:alert(1)) [r](evidence:no/such) | Strong |
| ![px](https://tracker.example/p.png) | [](evidence:no/such#precision) {{ config }} | Weak |
| [up](../../../etc/passwd) | \u202egnp.exe\u0007 | Moderate (why) |

## Pitch
<script>fetch("https://evil.example")</script> <evidence:no/such> [x][y] {: onclick="x" }

[y]: javascript:alert(3)

```matrix
```

## Why { audience=public }
%% hidden %% {>> gone <<} --8<-- "/etc/passwd" :material-skull:

## Notes
<!-- never closed

~~~
# also never closed
"""


class _Active(HTMLParser):
    """Finds what would run, load or send something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_script = tag == "script"
        for name, value in attrs:
            is_far = (value or "").startswith(("https://tracker", "https://evil"))
            is_loaded = is_far and name != "href"
            if name.startswith("on") or "javascript:" in (value or "") or is_loaded:
                # Descriptions of pages say what stands in them.
                self.found += [f"{tag} {name}={value}"] if name != "content" else []

    def handle_data(self, data: str) -> None:
        if self._in_script and ("alert" in data or "evil.example" in data):
            self.found.append(data)


def active(html: str) -> list[str]:
    reader = _Active()
    reader.feed(html)
    reader.close()
    return reader.found


def shown(root: Path, tmp_path: Path) -> str:
    """Return all pages of the private site."""
    done = CliRunner().invoke(
        main, ["build", "-f", str(root / "mkdocs.yml"), "--private", str(tmp_path / "private")]
    )
    assert done.exit_code == 0, done.output
    pages = (tmp_path / "private").rglob("*.html")
    return "".join(page.read_text(encoding="utf-8") for page in pages)


@pytest.mark.parametrize("kind", ["dossier", "resume", "posting"])
def test_hostile_text_is_imported_as_inert_text(tmp_path: Path, kind: str) -> None:
    root = project(tmp_path / "site", MINIMAL)
    done = run(root, given(root, HOSTILE), "--as", kind, "--id", "evil")
    assert done.exit_code == 0, done.output
    assert "; 0 lost\n" in done.stdout
    assert "2 signs that cannot be seen were left out" in done.stdout
    assert errors(root) == []
    html = shown(root, tmp_path)
    assert active(html) == []
    assert "root:" not in html
    assert not (root / "pwned").exists()


def test_hostile_values_are_imported_as_inert_text(tmp_path: Path) -> None:
    root = project(tmp_path / "site", HOME)
    evil = "<img src=x onerror=alert(1)> {{ 7 * 7 }} [x](javascript:alert(1)) [r](evidence:a/b)"
    values = {
        "basics": {"name": evil, "url": "javascript:alert(1)", "email": evil, "summary": evil},
        "work": [{"name": evil, "position": evil, "startDate": "never", "highlights": [evil, 5]}],
        "projects": [{"name": "../../x", "description": evil, "highlights": [f"9 cups {evil}\n#"]}],
        evil: {"a": [evil, {"b": None, "c": True}]},
    }
    done = run(root, given(root, json.dumps(values), "cv.json"))
    assert done.exit_code == 0, done.output
    assert "; 0 lost\n" in done.stdout
    assert errors(root) == []
    assert active(shown(root, tmp_path)) == []
    assert sorted(files_of(root / "content")) == [
        "evidence/cv.yml",
        "imported/cv.md",
        "index.md",
        "profile.yml",
        "projects/x.md",
    ]
