"""Names of the author's own pages, told from those of copies that programs make.

Editors and folders that are kept alike on several machines write a copy beside the original:
`about 2.md`, `about (conflicted copy).md`, `about.sync-conflict-….md`, `about-DESKTOP-1.md`. It
still says `audience: public` when the original does so no more. Every program has its own mark, so
names have a form instead: words that a person would type.
"""

from __future__ import annotations

import unicodedata

from dossier.plain.patterns import pattern

IMPORTED = "imported/"
"""The folder of pages that hold what had no field when it was imported."""
_WORDS = pattern(r"[^\W_]+(?:[-_][^\W_]+)*")
_LANGUAGE = pattern(r"\.[a-z]{2}(?:-[A-Z]{2})?(?=\.md$)")
"""As in `about.de.md`, where a page has a file for each language."""


def is_page_name(path: str) -> bool:
    """Return whether a path below `content/`, with its folders, has the form of a page's name.

    Words in any script are joined by hyphens or underscores. Capitals stand in a single word alone
    (`FAQ.md`, `README.md`): between words they are marks of machines and of git.
    """
    *folders, name = path.split("/")
    stem = _LANGUAGE.sub("", name).removesuffix(".md")
    return all(map(_is_word, (*folders, stem)))


def _is_word(name: str) -> bool:
    # Vowel signs and accents that stand apart are no letters to a pattern.
    letters = "".join(sign for sign in name if not unicodedata.category(sign).startswith("M"))
    if not _WORDS.fullmatch(letters):
        return False
    return letters.isalnum() or letters == letters.lower()
