"""HTML to a small tree, so that tests ask what a page says and not how it is spelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
SCRIPTING = frozenset({"base", "embed", "iframe", "math", "object", "script", "style", "template"})
"""Elements that nothing in content may bring about."""
ADDRESSES = frozenset({"action", "formaction", "href", "src", "xlink:href"})
INERT = ("http://", "https://", "mailto:", "tel:", "#", "../", "./")


@dataclass
class Node:
    """An element, or the page itself, whose tag is empty."""

    tag: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Node]:
        """Yield all elements below this one, in the order of the page."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child

    @property
    def text(self) -> str:
        """What is read, on one line."""
        return " ".join("".join(self._texts()).split())

    @property
    def shown(self) -> str:
        """What is seen: the text without what is for screen readers alone."""
        return " ".join("".join(self._texts(hidden="ev-vh")).split())

    def _texts(self, hidden: str = "") -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif not hidden or hidden not in child.classes:
                yield from child._texts(hidden)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, selector: str) -> list[Node]:
        """Return the elements that `tag`, `.class`, `tag.class` or `#id` names."""
        if selector.startswith("#"):
            return [node for node in self if node.attributes.get("id") == selector[1:]]
        tag, _, name = selector.partition(".")
        return [n for n in self if tag in ("", n.tag) and (not name or name in n.classes)]

    def one(self, selector: str) -> Node:
        """Return the only element that a selector names."""
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} elements are {selector}"
        return found[0]

    def has(self, selector: str) -> bool:
        return bool(self.all(selector))

    def texts(self, selector: str) -> list[str]:
        return [node.text for node in self.all(selector)]

    def links(self) -> dict[str, str]:
        """Return where each link leads, by its text as seen."""
        return {node.shown: node.attributes["href"] for node in self.all("a")}

    @property
    def ids(self) -> list[str]:
        return [node.attributes["id"] for node in self if "id" in node.attributes]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Return the terms of definition lists with what is said of them."""
        pairs = []
        for node in self:
            if node.tag == "dt":
                term = node.text
            elif node.tag == "dd":
                pairs.append((term, node.text))
        return pairs


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice in <{tag}>"
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert tag not in VOID, f"</{tag}>"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Node:
    """Parse a part of a page. Every element has to be closed, in order."""
    builder = _Builder()
    builder.feed(str(html))  # not a Markup, whose slices would be Markup too
    builder.close()
    assert len(builder.open) == 1, f"<{builder.open[-1].tag}> is never closed"
    return builder.open[0]


def active(page: Node) -> list[str]:
    """Return what could run or load something: elements, handlers, addresses."""
    found = [f"<{node.tag}>" for node in page if node.tag in SCRIPTING]
    for node in page:
        for name, value in node.attributes.items():
            runs = name.startswith("on") or name in ("style", "srcdoc")
            if runs or (name in ADDRESSES and _is_odd(value)):
                found.append(f"{node.tag} {name}={value}")
    return found


def _is_odd(address: str) -> bool:
    """Whether an address has a scheme that no page of ours uses."""
    before_path, _, _ = address.partition("/")
    return ":" in before_path.partition("#")[0] and not address.startswith(INERT)
