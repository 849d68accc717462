import time

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.tasklists import tasklists_plugin

from dossier.prose.markdown import parse
from dossier.prose.task_lists import task_lists

TEXTS = (
    "- [ ] a\n- [x] b\n- [X] c\n- d\n",
    "1. [ ] a\n2. [x] b\n",
    "- [ ] a\n  - [x] b\n    1. [ ] c\n- [ ] d\n",
    "- a\n  - [ ] b\n- c\n",
    "- a\n\n  [ ] b\n\n- [ ] c\n",
    "> - [ ] a\n",
    "[ ] a\n\n- [] a\n- [y] a\n- [ ]a\n- [ ]\n- [ ]\ta\n",
    "- [ ] *a* `b`\n- [x] [c](d)\n\n* [ ] e\n",
)


@pytest.mark.parametrize("text", TEXTS)
def test_lists_are_those_of_the_plugin(text: str) -> None:
    ours, theirs = MarkdownIt(), MarkdownIt().use(tasklists_plugin)
    task_lists(ours)
    assert ours.render(text) == theirs.render(text)


def test_list_without_its_opening_is_no_error() -> None:
    tokens, _ = parse("x[^1]\n\n[^1]: 1. [^1]: a\n")
    assert any(token.content == "a" for token in tokens)


def test_time_grows_with_the_items() -> None:
    ours = MarkdownIt()
    task_lists(ours)
    begun = time.process_time()
    assert ours.render("- [ ] a\n" * 12_000).count("<input") == 12_000
    assert time.process_time() - begun < 5
