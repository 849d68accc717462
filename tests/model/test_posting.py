"""What is known of a posting."""

import pytest
from pydantic import ValidationError

from dossier.model.base import shape
from dossier.model.posting import Compensation, Estimate, Posting


def test_pay_may_be_estimated_more_than_once_each_with_its_source() -> None:
    others = [{"estimate": "110k", "source": "a friend"}, {"estimate": "95k"}]
    pay = Compensation.model_validate({"estimate": "100k", "estimates": others})
    assert [other.estimate for other in pay.estimates] == ["110k", "95k"]
    with pytest.raises(ValidationError):
        Estimate.model_validate({"source": "a friend"})


@pytest.mark.parametrize("model", [Compensation, Estimate, Posting])
def test_nobody_but_the_author_sees_any_of_it(
    model: type[Compensation | Estimate | Posting],
) -> None:
    assert {field.audience.value for field in shape(model).values()} == {"private"}
