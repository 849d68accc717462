"""Saved pages."""

from dossier.importing.saved_pages import read_page


def test_page_has_title_text_and_posting() -> None:
    page = read_page(
        "<html><head><title>A &amp; B</title><script>run()</script>"
        '<script type="application/ld+json">{"@graph": [{"@type": ["JobPosting"], "title": "T"}]}'
        "</script></head><body><h1>Head</h1><p>Text</p><style>x</style></body></html>"
    )
    assert page.title == "A & B"
    assert page.text == "## Head\n\nText"
    assert page.posting == {"@type": ["JobPosting"], "title": "T"}


def test_linked_data_that_is_broken_or_deep_is_none() -> None:
    deep = f'{"[" * 60}{{"@type": "JobPosting"}}{"]" * 60}'
    for data in ("{", "[" * 100_000, deep, '{"@type": "Person"}', "null"):
        page = read_page(f'<script type="application/ld+json">{data}</script><p>x</p>')
        assert (page.posting, page.text) == ({}, "x")
