"""Names of pages that people write, and nothing else."""

import pytest

from dossier.model.page_names import is_page_name

NAMES = (
    *("index.md", "about.md", "About.md", "FAQ.md", "README.md", "about-me.md", "about_me.md"),
    *("about.de.md", "index.pt-BR.md", "writing/index.md", "Blog/2026-01-02-on-rank.md"),
    *("über-mich.md", "u\u0308ber-mich.md", "関于/我.md", "परिचय.md", "notes/v2.md", "c3po.md"),
)
OTHERS = (
    *("about me.md", "about-.md", "_drafts/about.md", "about--me.md", "a.b.md", "About-Me.md"),
    *("about.bak.md", "about.1.md", ".md", "a//b.md", "about+.md", "about(1).md", "a\u00a0b.md"),
)


@pytest.mark.parametrize(("names", "fine"), [(NAMES, True), (OTHERS, False)])
def test_form_of_names(names: tuple[str, ...], *, fine: bool) -> None:
    assert [name for name in names if is_page_name(name) is not fine] == []
