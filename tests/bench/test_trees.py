"""What other engines build says what our pages say, and needs nothing of ours."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from dossier.model.audience import Audience
from tests.bench.trees import write_trees

AUDIENCES = (Audience.PRIVATE, Audience.PUBLIC)
DOSSIER = "docs/applications/company-0000/index.md"


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the trees of two dossiers for each audience, once."""
    folder = tmp_path_factory.mktemp("trees")
    for audience in AUDIENCES:
        write_trees(folder / audience, 2, audience)
    return folder


def test_typed_pages_say_what_an_audience_reads_without_our_syntax(trees: Path) -> None:
    for audience in AUDIENCES:
        linked, repeated = (
            (trees / audience / tree / DOSSIER).read_text(encoding="utf-8")
            for tree in ("linked", "repeated")
        )
        assert "evidence:" not in linked
        assert linked.count("](../../projects/") > 24, "each row leads to its records"
        assert repeated.startswith(linked.rstrip())
        assert repeated.count("- Method: ") > 12
        assert ("## Notes" in linked) == (audience is Audience.PRIVATE)
        hugo = trees / audience / "hugo/content/applications/company-0000/_index.md"
        assert hugo.read_text(encoding="utf-8").count("- Method: ") > 12


def test_each_row_and_each_record_is_a_need_once(trees: Path) -> None:
    pages = (trees / "private/needs").rglob("*.md")
    texts = [path.read_text(encoding="utf-8") for path in pages]
    needs = re.findall(r"^```\{(row|record)\} .+\n:id: (\w+)$", "\n".join(texts), re.MULTILINE)
    assert Counter(kind for kind, _ in needs) == {"row": 24, "record": 50}
    known = {name for _, name in needs}
    links = re.findall(r"^:links: (.+)$|<(topic_\w+)>`", "\n".join(texts), re.MULTILINE)
    cited = {name for listed, linked in links for name in (*listed.split(", "), linked) if name}
    assert len(known) == 74
    assert cited <= known
    assert not [text for text in texts if "| Asked for |" in text or "](#topic" in text]


def test_the_typed_site_has_our_theme_and_none_of_our_hooks(trees: Path) -> None:
    typed = yaml.safe_load((trees / "public/linked/mkdocs.yml").read_text(encoding="utf-8"))
    assert not {"hooks", "exclude_docs", "extra"} & typed.keys()
    assert typed["theme"].keys() == {"name", "font", "features", "palette"}
    assert typed["plugins"] == ["search"]
    assert all(page.endswith("index.md") for item in typed["nav"] for page in item.values())
