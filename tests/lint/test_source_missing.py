import pytest

from dossier.model.audience import Audience
from tests.builders import edited, problems_of

RECORDS = "content/evidence/qortex.yml"
SOURCE = "    source: {label: Benchmark report, url: https://example.org/report}\n"


@pytest.mark.parametrize("audience", Audience)
def test_missing_source_is_told_to_whoever_sees_the_record(audience: Audience) -> None:
    assert len(problems_of(edited(RECORDS, SOURCE, ""), audience)) == 1
    private = edited(RECORDS, SOURCE, "")
    private[RECORDS] = private[RECORDS].replace("audience: public", "audience: private")
    told = [problem for problem in problems_of(private, audience) if "source" in problem]
    assert bool(told) is (audience is Audience.PRIVATE)
