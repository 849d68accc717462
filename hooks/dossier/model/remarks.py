"""A model to what is said below each of its fields: what it is for, and an example."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from textwrap import dedent

from dossier.model.base import Entry


@cache
def remarks(model: type[Entry]) -> Mapping[str, str]:
    """Return what is said below the fields of a class, by their names.

    pydantic could do it, but would read the source of each class whenever one is made.
    """
    said: dict[str, str] = {}
    for base in reversed(model.__mro__):
        if issubclass(base, Entry):
            said |= _remarks_in(inspect.getsource(base))
    return said


def split_example(remark: str) -> tuple[str, str]:
    """Return what a field is for, and its example as YAML, empty if there is none."""
    purpose, _, example = remark.partition(" Example: ")
    return purpose, example.strip("`")


def _remarks_in(source: str) -> Iterator[tuple[str, str]]:
    tree = ast.parse(dedent(source))
    body = [node for found in tree.body if isinstance(found, ast.ClassDef) for node in found.body]
    for node, remark in pairwise(body):
        match node, remark:
            case ast.AnnAssign(ast.Name(name)), ast.Expr(ast.Constant(str(text))):
                yield name, " ".join(text.split())
