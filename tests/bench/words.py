"""How many words stand in the content of a site's pages: `python -m tests.bench.words FOLDER`.

What engines put around the content is left out. In a process of its own, as `trees.py` is.
"""

from __future__ import annotations

import html
import re
import sys
from pathlib import Path

_CONTENT = re.compile(r"<(article|main)\b.*</\1>|<div class=\"body\" role=\"main\">.*", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|svg|nav|form)\b.*?</\1>|<[^>]*>", re.DOTALL)


def words_of(page: str) -> int:
    """Return the number of words in the content of a page."""
    content = _CONTENT.search(page)
    return len(html.unescape(_UNSEEN.sub(" ", content[0])).split()) if content else 0


if __name__ == "__main__":
    pages = Path(sys.argv[1]).rglob("*.html")
    print(sum(words_of(page.read_text(encoding="utf-8")) for page in pages))
