from dossier.model.application import Application, Role
from dossier.model.audience import Audience
from dossier.model.base import shape
from dossier.model.opened import Opened, opened_fields


def test_what_can_be_opened_is_private_otherwise() -> None:
    fields = {**shape(Role), **shape(Application)}
    assert {fields[name].audience for name in Opened} == {Audience.PRIVATE}


def test_a_wrong_word_opens_nothing() -> None:
    assert opened_fields({"assistant": ["asks", "gaps"]}) == {"asks", "gaps"}
    wrong = (["asks", "notes"], "asks", None, [["asks"]], {"asks": True}, ["asks", 1])
    assert not any(opened_fields({"assistant": value}) for value in wrong)
    assert not opened_fields(["assistant"])
