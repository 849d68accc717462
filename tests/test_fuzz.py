"""Nobody knows what people type: generated content never breaks a promise."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.plain.problems import CODES
from dossier.plain.yaml import construct
from dossier.prose.sections import split_sections
from dossier.settings import Settings
from tests.builders import MINIMAL, write_site
from tests.views import diagnose

FILES = [*MINIMAL, "content/about.md", "content/evidence/more.yml"]

WORDS = st.sampled_from(
    [
        *("a", "1", "0.10", "true", "null", "~", "yes", "public", "private", "2026-02-30", "<<"),
        *("qortex", "qortex/gain", "evidence", "id", "title", "audience", "roles", "value"),
        *("proof_points", "company", "name", "ml"),
        *("\u00e9", "\U0001f600", "\u2028", "\x85", "\u200b", "\ufeff", "\x07"),
    ]
)
YAML_SIGNS = st.sampled_from(
    [
        *(": ", ":", "- ", "\n- ", "? ", "[", "]", "{", "}", ",", ", ", " #", '"', "'"),
        *("\n", "\n  ", "\n    ", " ", "\t", "\r\n", "\r", "\0", "---\n", "...\n", "\\"),
        *("|\n", ">-\n", "&x ", "*x", "!x ", "!!str ", "%", "@", "`"),
    ]
)
MARKDOWN_SIGNS = st.sampled_from(
    [
        *("\n", "\n\n", "\n    ", "\t", "\r", "\n- ", "\n> ", "\n: ", "- [ ] ", "\n!!! note\n    "),
        *("# ", "\n## ", "\n## Pitch\n", "\n## Notes\n", "\n##", "\n---\n", "\n===\n", "<h2>"),
        *("\n```\n", "\n```gaps\n", "\n```proof-points\nonly: ", "\n~~~~\n", "<!--", "-->"),
        *("`", "``", "*", "_", "**", "|", "\n| a | b |\n| - | - |\n| ", "[^1]", "\n[^1]: "),
        *("[a](evidence:qortex/gain)", "[](evidence:qortex/gain#precision)", "[x](project:"),
        *("![", "](", "[", "]", "(", ")", "<", ">", "[a]: ", "\\", "&amp;"),
        *("evidence:", "proof:x", "figure:guess", "%0A", "%C3%BC", "assets/a.png", "about.md"),
        *("javascript:alert(1)", "{ audience=shared }", "{audience=private}"),
        "<!-- dossier: allow ",
    ]
)
YAMLISH = st.lists(WORDS | YAML_SIGNS, max_size=25).map("".join)
MARKDOWNISH = st.lists(WORDS | MARKDOWN_SIGNS, max_size=25).map("".join)
CONTENT = st.one_of(
    st.binary(max_size=60),
    YAMLISH.map(str.encode),
    st.tuples(YAMLISH, MARKDOWNISH).map(lambda parts: "---\n{}\n---\n{}".format(*parts).encode()),
)
STEADY = settings(derandomize=True, database=None)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return write_site(tmp_path_factory.mktemp("site"), MINIMAL)


@contextmanager
def with_file(site: Settings, file: str, content: bytes) -> Iterator[None]:
    """Let a file of the site be another one for a while."""
    path = site.root / file
    path.write_bytes(content)
    try:
        yield
    finally:
        if file in MINIMAL:
            path.write_bytes(MINIMAL[file].encode())
        else:
            path.unlink()


def check_problems(site: Settings) -> None:
    """Check that every problem is fit to be told."""
    for audience in (Audience.PRIVATE, Audience.PUBLIC):
        for problem in diagnose(site.seen_by(audience)).problems:
            assert problem.code in CODES
            text = (site.root / problem.where.file).read_bytes().decode(errors="replace")
            lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
            if problem.where.line == 0:
                # Lines of files that are in part private are told to the author alone.
                assert audience is Audience.PUBLIC
                continue
            assert 1 <= problem.where.line <= len(lines)
            assert 1 <= problem.where.column <= len(lines[problem.where.line - 1]) + 1
            assert not re.search(r"[\r\n]", f"{problem.message}{problem.hint}")


@given(file=st.sampled_from(FILES), content=CONTENT)
@settings(STEADY, max_examples=130)
def test_any_file_can_hold_anything(site: Settings, file: str, content: bytes) -> None:
    with with_file(site, file, content):
        check_problems(site)


@given(file=st.sampled_from(sorted(MINIMAL)), data=st.data())
@settings(STEADY, max_examples=110)
def test_any_place_of_a_file_can_hold_anything(
    site: Settings, file: str, data: st.DataObject
) -> None:
    text = MINIMAL[file]
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    middle = data.draw(YAMLISH | MARKDOWNISH)
    with with_file(site, file, f"{text[:start]}{middle}{text[end:]}".encode()):
        check_problems(site)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-99, 99) | WORDS | MARKDOWNISH,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(WORDS | st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=5,
)


@given(file=st.sampled_from(sorted(MINIMAL)), value=VALUES, data=st.data())
@settings(STEADY, max_examples=100)
def test_any_key_can_hold_any_value(
    site: Settings, file: str, value: object, data: st.DataObject
) -> None:
    fence, front, rest = MINIMAL[file].rpartition("---\n") if file.endswith(".md") else ("", "", "")
    raw = yaml.safe_load(fence.removeprefix("---\n") or MINIMAL[file])
    parent, key = data.draw(st.sampled_from(list(_slots(raw))))
    parent[key] = value
    text = yaml.safe_dump(raw, allow_unicode=data.draw(st.booleans()))
    whole = f"{front}{text}{front}{rest}"
    with with_file(site, file, whole.encode(errors="replace")):
        check_problems(site)


def _slots(raw: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - plain values
    """Yield every mapping and list of a value with each key and position in it."""
    if isinstance(raw, dict | list):
        for key, value in raw.items() if isinstance(raw, dict) else enumerate(raw):
            yield raw, key
            yield from _slots(value)


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
    | WORDS.filter(str.isprintable),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


def agrees(ours: object, base: object) -> bool:
    """Whether a value is what YAML says it is, if every scalar were text."""
    if isinstance(base, dict):
        return (
            isinstance(ours, dict)
            and list(ours) == list(base)
            and all(agrees(ours[key], base[key]) for key in base)
        )
    if isinstance(base, list):
        return isinstance(ours, list) and len(ours) == len(base) and all(map(agrees, ours, base))
    if ours is None:
        return base in ("", "null", "~")
    if isinstance(ours, bool):
        return base == str(ours).lower()
    if isinstance(ours, int | Decimal):
        return isinstance(base, str) and Decimal(base) == ours
    return ours == base


@given(value=PLAIN, flow=st.sampled_from([True, False, None]), width=st.sampled_from([20, 1000]))
@settings(STEADY, max_examples=150)
def test_yaml_has_the_structure_that_pyyaml_sees(
    value: object, *, flow: bool | None, width: int
) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, width=width, allow_unicode=True)
    # Signs that end a line for YAML alone are refused: `cases/invalid/yaml.case`.
    assume(not re.search("[\x85\u2028\u2029]", text))
    ours, problems = construct(text, "f.yml")
    assert problems == []
    assert agrees(ours, yaml.load(text, yaml.BaseLoader))  # noqa: S506 - makes texts only


@given(text=YAMLISH)
@settings(STEADY, max_examples=300)
def test_yaml_that_pyyaml_refuses_is_refused_and_the_rest_agrees(text: str) -> None:
    ours, problems = construct(text, "f.yml")
    try:
        base = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - makes texts only
    except (yaml.YAMLError, TypeError):  # PyYAML cannot hash a list that is a key
        assert problems
    else:
        assert problems or agrees(ours, base) or base is None


SHARED_HEADINGS = ["## Pitch", "## Why", "# Letter", "## Mine { audience=shared }", "Why\n---"]
PRIVATE_HEADINGS = [
    *("## Notes", "# Gaps", "  ## Questions", "## Anything", "## Pitch { audience=private }"),
    *("## Notes { audience=shared }", "## Why { audence=shared }", "## Letter {audience=public}"),
    *("## Notes ##", "##\tNotes"),
]
OTHER_HEADINGS = [
    *("Notes\n===", "Hooks\n---", "Of several\nlines\n---", "##Notes", "<h2>Notes</h2>"),
]
"""In a code block or comment these are no headings, not even to the eye."""


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Return prose whose private sections, and nothing else, hold the word CANARY."""
    parts = [draw(st.sampled_from(["", "CANARY\n"]))]
    for _ in range(draw(st.integers(1, 5))):
        private = draw(st.booleans())
        headings = PRIVATE_HEADINGS if private else SHARED_HEADINGS
        if private and not re.search("```|~~~|<!--", "".join(parts)):
            headings = PRIVATE_HEADINGS + OTHER_HEADINGS
        heading = draw(st.sampled_from(headings))
        noise = draw(st.lists(WORDS | MARKDOWN_SIGNS, max_size=6).map("".join))
        noise = re.sub(r"(?m)^\s*(#|<h\d|[-=]+\s*$).*", "x", noise)
        parts.append(f"\n\n{heading}\n\n{noise}\n" + ("CANARY\n" if private else ""))
    return "".join(parts)


@given(body=bodies() | MARKDOWNISH)
@settings(STEADY, max_examples=150)
def test_sections_lose_no_text(body: str) -> None:
    body = body.replace("\r", "\n")
    sections, _ = split_sections(Document("f.md", body, body=body), ["Acme"])
    end = 0
    for section in sections or ():
        assert body[section.offset : section.offset + len(section.text)] == section.text
        between = body[end : section.offset]
        heading = "\n".join(body.split("\n")[max(section.line, 0) :])
        assert heading.lstrip().startswith(between.lstrip())
        end = section.offset + len(section.text)
    assert sections is None or not body[end:].strip()


@given(body=bodies())
@settings(STEADY, max_examples=180)
def test_private_sections_never_show_in_shared_ones(body: str) -> None:
    body = body.replace("\r", "\n")
    sections, _ = split_sections(Document("f.md", body, body=body), ["Acme"])
    shared = [s for s in sections or () if Audience.SHARED.may_see(s.audience)]
    assert not [section for section in shared if "CANARY" in section.text]


def test_the_word_that_is_looked_for_would_be_found() -> None:
    body = "## Pitch\n\nCANARY\n"
    (section,) = split_sections(Document("f.md", body, body=body), [])[0] or ()
    assert section.audience is Audience.SHARED
    assert "CANARY" in section.text
