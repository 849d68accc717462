"""Task lists, `- [ ] …`: marked as the plugin of markdown-it-py does, in one pass over the tokens.

The plugin looks back for the list of each item, past all items before it.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from dossier.plain.patterns import pattern

_BOX = pattern(r"\[[ xX]\][ \t\n\v\f\r]")
_LISTS = ("bullet_list", "ordered_list")


def task_lists(markdown: MarkdownIt) -> None:
    """Teach a parser what a task list is."""
    markdown.core.ruler.after("inline", "github-tasklists", _mark)


def _mark(state: StateCore) -> None:
    lists: list[Token] = []
    for number, token in enumerate(state.tokens):
        kind, _, end = token.type.rpartition("_")
        if kind in _LISTS and end == "open":
            lists.append(token)
        elif kind in _LISTS and lists:  # A footnote within a list of a footnote loses its opening.
            lists.pop()
        elif token.type == "inline" and number > 1 and _BOX.match(token.content):
            item, paragraph = state.tokens[number - 2 : number]
            if (item.type, paragraph.type) == ("list_item_open", "paragraph_open"):
                _add_box(token)
                item.attrSet("class", "task-list-item")
                if lists:
                    lists[-1].attrSet("class", "contains-task-list")


def _add_box(token: Token) -> None:
    box = Token("html_inline", "", 0)
    checked = 'checked="checked" ' if token.content[1] in "xX" else ""
    if token.content[3] == " ":
        state = f'{checked}disabled="disabled"'
        box.content = f'<input class="task-list-item-checkbox" {state} type="checkbox">'
    children = token.children or []
    children[0].content = children[0].content[3:]
    token.children = [box, *children]
    token.content = token.content[3:]
