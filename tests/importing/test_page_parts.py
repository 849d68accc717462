"""Saved pages as browsers write them, and the posting in each."""

import pytest

from dossier.importing.page_parts import posting_part
from dossier.importing.postings import read_html_posting
from dossier.importing.saved_pages import read_page

ASKED = (
    "<h2>What you bring</h2><ul>"
    + "".join(f"<li>Ten years of binding number {n} by hand</li>" for n in range(8))
    + "</ul>"
)
COOKIES = '<div class="c-cookie-banner"><p>We and 312 partners use cookies</p></div>'
MENU = "<ul><li>Jobs in Umea</li><li>Salaries</li><li>Sign in</li></ul>"
OTHERS = "<ul><li>Night porter wanted</li><li>Cook wanted</li></ul>"
FOOTER = "<footer><ul><li>Imprint of the board</li></ul></footer>"
NOISE = ("partners", "Salaries", "porter", "Imprint")
PAGES = {
    "main": f"<header><nav>{MENU}</nav><h1>Binder</h1></header>{COOKIES}<main>{ASKED}"
    f"<aside>{OTHERS}</aside></main>{FOOTER}",
    "roles": f'<div role="navigation">{MENU}</div><div role="dialog">{COOKIES}</div><h1>Binder</h1>'
    f'<div role="main">{ASKED}<div role="complementary">{OTHERS}</div></div>'
    f'<div role="contentinfo">{FOOTER}</div>',
    "article": f"<nav>{MENU}</nav>{COOKIES}<h1>Binder</h1><article>{ASKED}</article>"
    f"<article>{OTHERS}</article>{FOOTER}",
    "microdata": f'<div>{MENU}</div><main>{OTHERS}<div itemtype="https://schema.org/JobPosting">'
    f"<h1>Binder</h1>{ASKED}</div></main>{COOKIES}{FOOTER}",
    "hidden": f"<nav>{MENU}</nav><div hidden>{COOKIES}</div><main><h1>Binder</h1>{ASKED}"
    f'<p aria-hidden="true">Night porter</p><div aria-modal="true">Salaries</div></main>{FOOTER}',
    "unclosed": f"<nav>{MENU}</nav>{COOKIES}<main><h1>Binder</h1><p>{ASKED}<p>Apply<br></main>"
    f'<div class="similar-jobs">{OTHERS}</div>{FOOTER}',
}


@pytest.mark.parametrize("name", PAGES)
def test_what_stands_around_a_posting_is_left_out(name: str) -> None:
    part = posting_part(f"<html><body>{PAGES[name]}</body></html>")
    assert [word for word in NOISE if word in part.text] == []
    assert part.text.count("## Binder") == 1
    assert part.text.count("binding number") == 8
    assert part.left_out > 10


@pytest.mark.parametrize(
    "page",
    [
        f'<div class="has-cookie-banner"><h1>Binder</h1>{ASKED}</div>',
        f"<nav><h1>Binder</h1>{ASKED}",
        f"<main><p>Loading</p></main><h1>Binder</h1>{ASKED}",
    ],
    ids=["a name of the whole", "never closed", "empty"],
)
def test_less_is_taken_away_where_little_would_be_left(page: str) -> None:
    assert posting_part(page).text.count("binding number") == 8


def test_what_a_page_says_to_programs_stands_for_a_page_that_marks_nothing() -> None:
    description = ASKED.replace('"', "'")
    data = f'{{"@type": "JobPosting", "title": "Binder", "description": "{description}"}}'
    script = f'<script type="application/ld+json">{data}</script>'
    page = f"<html><body>{script}<div>{MENU}{ASKED}{OTHERS}</div></body></html>"
    draft = read_html_posting(read_page(page), "x")
    assert "porter" not in draft.posting
    assert draft.posting.count("binding number") == 8
    assert "words around the posting (menus, banners, footers) were left out" in draft.remarks[0]
    assert (draft.account().lost, draft.account().invented) == ((), ())
