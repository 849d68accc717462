from dataclasses import replace

import pytest

from dossier.lint import lint
from dossier.load.assemble import assemble
from dossier.model.audience import Audience
from dossier.model.verdict import CheckOutcome, CheckResult, SourcePart, Verdict
from tests.builders import AS_OF, MINIMAL, tree_of

AGAINST = CheckResult(
    CheckOutcome.CONTRADICTED, "2026-03-01", values=(("precision", "21"),), against=("precision",)
)


@pytest.mark.parametrize("audience", Audience)
def test_contradicted_value_is_an_error_at_the_metric(audience: Audience) -> None:
    library, _ = assemble(tree_of(MINIMAL), audience)
    verdict = Verdict("", {SourcePart.FILE: AGAINST})
    record = replace(library.records["qortex/gain"], verdict=verdict)
    found = lint(replace(library, records={"qortex/gain": record}), AS_OF)
    assert [str(problem) for problem in found] == [
        (
            "content/evidence/qortex.yml:9:42: error: `qortex/gain#precision` is +22%, "
            "but its source says otherwise [evidence-contradicted]\n"
            "  hint: the artifact says `21` (1 Mar 2026); correct the value, or its place"
        )
    ]
