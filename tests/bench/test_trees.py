"""What other engines build says what our pages say, and needs nothing of ours."""

from pathlib import Path

import yaml

from dossier.model.audience import Audience
from tests.bench.trees import write_trees

DOSSIER = "docs/applications/company-0000/index.md"


def test_typed_pages_say_what_an_audience_reads_without_our_syntax(tmp_path: Path) -> None:
    for audience in (Audience.PRIVATE, Audience.PUBLIC):
        write_trees(tmp_path / audience, 2, audience)
        linked, repeated = (
            (tmp_path / audience / tree / DOSSIER).read_text(encoding="utf-8")
            for tree in ("linked", "repeated")
        )
        assert "evidence:" not in linked
        assert linked.count("](../../projects/") > 24, "each row leads to its records"
        assert repeated.startswith(linked.rstrip())
        assert repeated.count("- Method: ") > 12
        assert ("## Notes" in linked) == (audience is Audience.PRIVATE)


def test_the_typed_site_has_our_theme_and_none_of_our_hooks(tmp_path: Path) -> None:
    write_trees(tmp_path / "x", 1, Audience.PUBLIC)
    typed = yaml.safe_load((tmp_path / "x/linked/mkdocs.yml").read_text(encoding="utf-8"))
    assert not {"hooks", "exclude_docs", "extra"} & typed.keys()
    assert typed["theme"].keys() == {"name", "font", "features", "palette"}
    assert typed["plugins"] == ["search"]
    assert all(page.endswith("index.md") for item in typed["nav"] for page in item.values())
