"""Headlines: each figure with its record, and none that is not there."""

from pathlib import Path

import pytest

from tests.render.fixtures import evidence, home, metric, project, record


def test_headline_says_what_goes_with_its_figure(tmp_path: Path) -> None:
    fields = {"unit": "%", "op": "+", "baseline": "*cosine*", "scope": "per query"}
    gain = record(
        "gain", check="rerun", must_say=["20 concepts"], metrics=[metric("m", 22, **fields)]
    )
    files = {
        "content/evidence/qortex.yml": evidence(gain),
        "content/projects/qortex.md": project(headline=["qortex/gain#m"]),
    }
    (item,) = home(tmp_path, files).one("ul.ev-metrics").all("li")
    assert item.one("span.ev-metric__v").text == "+22%"
    assert item.one("span.ev-metric__l").text == "m against cosine; per query (20 concepts)"
    assert item.links() == {"qortex/gain": "projects/qortex/#qortex/gain"}
    assert item.one("span.ev-chk").text == "Repeatable"


@pytest.mark.parametrize("headline", ["qortex/nope#m", "qortex/gain#nope", "qortex/gain", "x"])
def test_dead_headline_is_left_out(headline: str, tmp_path: Path) -> None:
    page = home(tmp_path, {"content/projects/qortex.md": project(headline=[headline])})
    assert not page.has("ul.ev-metrics")
    assert not page.has("p.ev-card__m")
