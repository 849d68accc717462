"""An item more in a list of front matter: where it goes, and that nothing else changes."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.load.front_matter import split
from dossier.plain.yaml import construct
from dossier.prose.appending import Appending
from dossier.prose.rewriting import Rewriting

ITEM = {"date": "2026-03-01", "what": "Phone screening"}
FLOW = "{date: 2026-03-01, what: Phone screening}"
FIRST = "{date: 2026-02-10, what: applied}"
NOTED = f"events:\n  - {FIRST}  # by mail\n  # then nothing\n"
BLOCK = """\
events:
  - date: 2026-02-10
    what: applied
    note: |
      Long

      # no comment
"""


def appended(yaml: str, item: Mapping[str, object] | None = None) -> str | None:
    """Return the YAML of a file's front matter with an item more, None if it was refused."""
    text = f"---\n{yaml}---\n\n## Pitch\n\nevents: []\n"
    source, problem = split("a.md", text)
    assert problem is None
    edit = Appending(source, "events", item or ITEM).edit(("company", "status"))
    if edit is None:
        return None
    written = Rewriting(source, (edit,)).applied_to(text)
    head, tail = text[: len("---\n")], text[len("---\n") + len(yaml) :]
    assert written.startswith(head)
    assert written.endswith(tail)
    return written[len(head) : len(written) - len(tail)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "company: Acme\nroles: []\n",
            f"company: Acme\nevents:\n  - {FLOW}\nroles: []\n",
        ),
        (
            "company: Acme # who\nstatus: saved # now\n# lead: ml\n",
            f"company: Acme # who\nstatus: saved # now\nevents:\n  - {FLOW}\n# lead: ml\n",
        ),
        (
            "title: |\n  Two\n  lines\n",
            f"title: |\n  Two\n  lines\nevents:\n  - {FLOW}\n",
        ),
        ("events: []   # none yet\ntier: 1\n", f"events:   # none yet\n  - {FLOW}\ntier: 1\n"),
        ("events:\ntier: 1\n", f"events:\n  - {FLOW}\ntier: 1\n"),
        ("events: null\n", f"events:\n  - {FLOW}\n"),
        (f"{NOTED}\n# next\ntier: 1\n", f"{NOTED}  - {FLOW}\n\n# next\ntier: 1\n"),
        (
            f"events:\n- {FIRST}\n# tier\ntier: 1\n",
            f"events:\n- {FIRST}\n- {FLOW}\n# tier\ntier: 1\n",
        ),
        (BLOCK, f"{BLOCK}  - date: 2026-03-01\n    what: Phone screening\n"),
        (
            "events:\n  - {date: 2026-02-10,\n     what: applied}\ntier: 1\n",
            f"events:\n  - {{date: 2026-02-10,\n     what: applied}}\n  - {FLOW}\ntier: 1\n",
        ),
        (
            f"events: [{FIRST}] # all\ntier: 1\n",
            f"events: [{FIRST}, {FLOW}] # all\ntier: 1\n",
        ),
        (
            f"events: [\n  {FIRST},\n]\ntier: 1\n",
            f"events: [\n  {FIRST},\n  {FLOW}\n]\ntier: 1\n",
        ),
        (
            "events: [{date: 2026, what: 'a]b'}]\n",
            f"events: [{{date: 2026, what: 'a]b'}}, {FLOW}]\n",
        ),
    ],
)
def test_item_is_the_last_in_the_style_of_the_list(before: str, after: str) -> None:
    assert appended(before) == after


@pytest.mark.parametrize(
    "yaml",
    ["{company: Acme}\n", "events: soon\n", "events: 5\n", "events: {a: 1}\n", "'events': []\n"],
)
def test_nothing_is_put_in_where_it_is_not_sure_where(yaml: str) -> None:
    assert appended(yaml) is None


@given(st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1))
def test_any_words_come_back_as_they_were(words: str) -> None:
    what = " ".join(words.split()) or "x"
    item = {"date": "2026-03-01", "what": what, "source": {"label": what, "skills": [what]}}
    for yaml in ("company: Acme\n", f"events: [{FIRST}]\n", "events:\n  - date: 2026\n"):
        written = appended(yaml, item)
        assert written is not None
        value, problems = construct(written, "a.md")
        assert not problems
        assert value["events"][-1] == item


@pytest.mark.parametrize("form", ["{}", "Letter of {} and Sons"])
def test_signs_of_yaml_come_back_as_they_were(form: str) -> None:
    signs = (", a", " # a", ": a", "'", '"', "- a", "? a", "& a", "*a", "!a", "|", ">", "%", "@a")
    for sign in (
        *signs,
        "{a}",
        "[a]",
        "a,b",
        "`a`",
        "~",
        "yes",
        "on",
        "1_000",
        "=",
        "\x85",
        "\\n",
        "…",
    ):
        item = {"date": "2026-03-01", "source": {"label": form.format(sign)}, "skills": [sign]}
        for yaml in ("company: Acme\n", f"events: [{FIRST}]\n", "events:\n  - date: 2026\n"):
            written = appended(yaml, item)
            assert written is not None, sign
            assert construct(written, "a.md")[0]["events"][-1] == item
