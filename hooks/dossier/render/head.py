"""A page to what its `<head>` says; a public one's tells search engines and link previews too."""

from __future__ import annotations

import json
from dataclasses import field
from urllib.parse import quote, urljoin

from markupsafe import Markup

from dossier.plain.frozen import frozen
from dossier.render.page import AuthorPage, Page
from dossier.render.social_card import CARD_SIZE, card_path

MAX_TITLE = 60
"""How many characters of a title search engines show."""
MAX_DESCRIPTION = 155
"""And of a description."""
MAX_LABEL = 420
"""And networks of a picture's description."""
_MIN_TITLE = 20
"""What a page's own title keeps beside a long name of the site."""
_ELLIPSIS = "…"


@frozen
class PageHead:
    """What a page says of itself in its `<head>`. A private one has a title and a description."""

    title: str
    """What a browser's tab says."""
    description: str
    canonical: str = ""
    """The page's address, empty while nobody knows where the site will stand."""
    open_graph: tuple[tuple[str, str], ...] = ()
    twitter: tuple[tuple[str, str], ...] = ()
    facts: Markup = field(default_factory=Markup)
    """JSON-LD that no script element can be left from; empty for none."""


@frozen
class Published:
    """The site as others will know it."""

    name: str
    url: str = ""
    """With a slash at its end; empty while nobody knows where the site will stand."""
    cards: frozenset[str] = frozenset()
    """The social cards that were drawn, by their path in the site."""


def head_of(page: Page | AuthorPage, title: str, address: str, site: Published) -> PageHead:
    """Return the head of a page whose title and address the engine knows best."""
    shown = full_title(title, site.name)
    description = clip(page.description, MAX_DESCRIPTION) or shown
    if page.is_private:
        return PageHead(shown, description)
    preview = page.preview
    picture = _picture(page, site)
    graph = (
        ("og:type", preview.kind),
        ("og:site_name", site.name),
        # A network shows the name of the site beside the title, and some show it nowhere.
        ("og:title", shown if preview.kind == "profile" else clip(title, MAX_TITLE) or shown),
        ("og:description", description),
        ("og:url", address),
    )
    card = "summary_large_image" if picture else "summary"
    facts = {**preview.facts, "url": address} if address else dict(preview.facts)
    return PageHead(
        shown,
        description,
        address,
        (*(pair for pair in graph if pair[1]), *((f"og:{name}", v) for name, v in picture)),
        (
            ("twitter:card", card),
            *((f"twitter:{name}", v) for name, v in picture if name in ("image", "image:alt")),
        ),
        linked_data(facts) if preview.facts else Markup(""),
    )


def _picture(page: Page | AuthorPage, site: Published) -> tuple[tuple[str, str], ...]:
    """Return what is told of a page's card, nothing without one or without an address for it."""
    path, card = card_path(page.path), page.preview.card
    if card is None or path not in site.cards or not site.url:
        return ()
    return (
        ("image", urljoin(site.url, quote(path))),
        ("image:type", "image/png"),
        ("image:width", str(CARD_SIZE[0])),
        ("image:height", str(CARD_SIZE[1])),
        ("image:alt", clip(card.label, MAX_LABEL)),
    )


def full_title(title: str, site_name: str) -> str:
    """Return what a browser's tab says: the page's title and the site's name, each once."""
    own, name = " ".join(title.split()), " ".join(site_name.split())
    if not own or own == name:
        return name
    return f"{clip(own, max(_MIN_TITLE, MAX_TITLE - len(name) - 3))} - {name}"


def clip(text: str, length: int) -> str:
    """Return a text on one line, cut after a word where it is longer than `length` characters."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    whole = cut.rpartition(" ")[0] if line[length - 1] != " " else cut
    return (whole or cut).rstrip(" ,;:–-") + _ELLIPSIS


def linked_data(facts: dict[str, object]) -> Markup:
    """Write facts as JSON-LD whose signs can end no script element and no comment."""
    text = json.dumps({"@context": "https://schema.org", **facts})
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - nothing is left that HTML could read


def robots_text(url: str, *, is_public: bool) -> str:
    """Return `robots.txt`. It names no page: whoever reads it would learn of the page there."""
    if not is_public:
        return "User-agent: *\nDisallow: /\n"
    sitemap = f"\nSitemap: {urljoin(url, 'sitemap.xml')}\n" if url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}"
