import pytest

from dossier.model.audience import Audience
from tests.builders import edited, problems_of

RECORDS = "content/evidence/qortex.yml"
DOSSIER = "content/applications/acme/index.md"
SOURCE = "    source: {label: Benchmark report, url: https://example.org/report}\n"


@pytest.mark.parametrize("audience", Audience)
def test_missing_source_is_told_to_whoever_sees_the_record(audience: Audience) -> None:
    assert len(problems_of(edited(RECORDS, SOURCE, ""), audience)) == 1
    private = edited(RECORDS, SOURCE, "")
    private[RECORDS] = private[RECORDS].replace("audience: public", "audience: private")
    told = [problem for problem in problems_of(private, audience) if "source" in problem]
    assert bool(told) is (audience is Audience.PRIVATE)


def test_quote_is_backed_by_the_posting_of_any_of_its_roles() -> None:
    files = edited(DOSSIER, "    strength:", "    quote: rankers\n    strength:")
    assert [p.rpartition("[")[2] for p in problems_of(files)] == ["quote-unbacked]"]
    files[DOSSIER] = files[DOSSIER].replace(
        "proof_points:", "  - {id: b, title: B, posting: {file: p.md}}\nproof_points:"
    )
    assert problems_of(files, others=["applications/acme/p.md"]) == []


def test_quote_without_a_posting_is_told_to_the_author_only() -> None:
    files = edited(DOSSIER, "    strength:", "    quote: rankers\n    strength:")
    files[DOSSIER] = files[DOSSIER].replace("lead:", "audience: public\nlead:")
    assert len(problems_of(files)) == 1
    assert problems_of(files, Audience.PUBLIC) == problems_of(files, Audience.SHARED) == []
