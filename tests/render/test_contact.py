"""Ways to get in touch: only those that there are, the mail first, each named by what it does."""

from dataclasses import replace

import pytest
from markupsafe import Markup

from dossier.render.background import BackgroundView
from dossier.render.contact import Action, contact_actions
from dossier.render.person import PersonView

NOTHING = Markup("")
PERSON = PersonView(
    name="Ada Example",
    headline=NOTHING,
    links=(),
    location=NOTHING,
    relocation=NOTHING,
    email="ada@example.org",
    phone="+1 (555) 01",
    dialled="+155501",
    resume="data:application/pdf;base64,",
    resume_file="cv.pdf",
    leads=(),
    background=BackgroundView((), (), ()),
)


def test_mail_comes_first_then_the_phone_and_the_file() -> None:
    assert list(contact_actions(PERSON, "Acme: R & D")) == [
        Action("Email Ada", "mailto:ada@example.org?subject=Acme%3A%20R%20%26%20D", "mail"),
        Action("Call", "tel:+155501", "phone"),
        Action("Résumé", "data:application/pdf;base64,", "file", "cv.pdf"),
    ]


def test_what_is_not_known_is_not_offered() -> None:
    assert list(contact_actions(replace(PERSON, email="", dialled="", resume=""), "Acme")) == []


@pytest.mark.parametrize("name", ["\x1c", "Ada"])
def test_a_name_without_words_is_said_as_it_is(name: str) -> None:
    mail = next(contact_actions(replace(PERSON, name=name), "Acme"))
    assert mail.label == f"Email {name}"
