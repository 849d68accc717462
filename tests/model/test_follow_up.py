"""The people of an application and the next thing to do with them."""

from dossier.model.base import shape
from dossier.model.follow_up import Contact, Next


def test_a_contact_has_a_next_step_like_a_dossier() -> None:
    step = {"do": "Thank them", "due": "2026-02-20"}
    contact = Contact.model_validate({"name": "Sam Lee", "next": step})
    assert contact.next == Next.model_validate(step)


def test_nobody_but_the_author_sees_a_contact() -> None:
    for model in (Contact, Next):
        assert not model.whole
        assert {field.audience.value for field in shape(model).values()} == {"private"}
