"""Links of a page of the author's whose address is none."""

import markdown  # type: ignore[import-untyped]

from dossier.adapters.unreadable_addresses import NAME


def test_a_link_that_is_none_leads_nowhere() -> None:
    text = "[a](http://[::1/) ![b](//[x.png) <http://[::1/> [c][r]\n\n[r]: http://[::1/\n"
    drawn = markdown.markdown(f"{text}\n[d](e.md) ![f](g.png)", extensions=[NAME])
    assert '[::1/"' not in drawn
    assert 'href="e.md"' in drawn
    assert 'src="g.png"' in drawn
