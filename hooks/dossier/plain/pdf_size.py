"""A page of a PDF to how much it takes to read it: forms count as often as they are drawn."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject, StreamObject

from dossier.plain.patterns import pattern

MOST_BYTES = 4_000_000
"""How much is read of a PDF's pages. A page of text has some 5,000, a large chart a million."""
_DRAWN = pattern(rb"/([^\s/\[\]()<>{}%]+)\s+Do\b")


def page_size(page: PageObject) -> int:
    """Return how many bytes of drawing a page comes to, its notes' pictures included."""
    content = page.get_contents()
    known: dict[int, int] = {}
    data = b"" if content is None else content.get_data()
    size = _size(data, page.get("/Resources"), known)
    for note in page.get("/Annots") or ():
        appearance = note.get_object().get("/AP")
        shown = appearance.get_object().get("/N") if appearance else None
        size += _form_size(shown, page.get("/Resources"), known)
    return size


def _size(data: bytes, resources: Any, known: dict[int, int]) -> int:  # noqa: ANN401 - whatever a file holds
    found = resources.get_object() if resources is not None else None
    forms = found.get("/XObject") if isinstance(found, DictionaryObject) else None
    named = forms.get_object() if forms is not None else {}
    return len(data) + sum(
        times * _form_size(named.get(f"/{name.decode('latin-1')}"), resources, known)
        for name, times in Counter(_DRAWN.findall(data)).items()
    )


def _form_size(reference: Any, resources: Any, known: dict[int, int]) -> int:  # noqa: ANN401 - the same
    form = reference.get_object() if reference is not None else None
    if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form":
        return 0
    if id(form) not in known:
        known[id(form)] = 0  # Of one that draws itself.
        known[id(form)] = _size(form.get_data(), form.get("/Resources", resources), known)
    return known[id(form)]
