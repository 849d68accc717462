"""What persons signed stands on a record's card with all that a browser needs to check it."""

from dossier.model.audience import Audience
from dossier.model.confirmation import Confirmation
from dossier.render.confirmations import ConfirmationView, confirmation_views

FOUND = Confirmation(
    *("qortex/gain", "gitlab:maria", Audience.PUBLIC, "text\n", "-----BEGIN", "ssh-ed25519 AAAA"),
    "2026-03-01",
)


def test_a_reader_is_told_whose_key_and_where_it_is_shown() -> None:
    assert confirmation_views([FOUND]) == (
        ConfirmationView(
            signer="maria on GitLab",
            statement="text\n",
            signature="-----BEGIN",
            key="ssh-ed25519 AAAA",
            home="https://gitlab.com/maria.keys",
            since="1 Mar 2026",
            limit="A signature shows a key, not a person.",
        ),
    )
