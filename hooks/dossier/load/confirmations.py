"""What persons signed, kept in `content/proofs/`, to the records that it vouches for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.model.accounts import own_accounts
from dossier.model.audience import Audience
from dossier.model.confirmation import SUFFIX, Confirmation, parse_confirmation
from dossier.model.library import RecordEntry
from dossier.model.profile import Profile
from dossier.plain.files import read_ordinary
from dossier.plain.problems import Place, Problem, warning
from dossier.plain.text import MAX_BYTES

if TYPE_CHECKING:
    from dossier.verify.confirmations import Signers

FOLDER = "proofs/"
"""Where they are kept, below `content/`."""
Kept = Mapping[str, Confirmation]
"""Confirmations by the name of their file, as problems tell it."""


def read_confirmations(
    content: Path, root_name: str, names: Iterable[str]
) -> tuple[Kept, list[Problem]]:
    """Return what is kept in files below `content`, and what is wrong with them."""
    found: dict[str, Confirmation] = {}
    problems = []
    for name in names:
        if not (name.startswith(FOLDER) and name.endswith(SUFFIX)):
            continue
        file = f"{root_name}/{name}"
        try:
            text = read_ordinary(content / name, MAX_BYTES).decode()
            found[file] = parse_confirmation(text)
        except (OSError, ValueError) as error:
            why = str(error.strerror if isinstance(error, OSError) else error)
            problems.append(_refusal(file, " ".join(why.split())))
    return found, problems


def confirmed(
    records: Mapping[str, RecordEntry], kept: Kept, author: Profile | None, audience: Audience
) -> tuple[dict[str, RecordEntry], list[Problem]]:
    """Return records with what an audience may see of who confirmed them, and what lapsed.

    Of two names that one key has, that of the earlier confirmation stays. What the audience does
    not see decides nothing.
    """
    if not kept:
        return dict(records), []
    # Late: few projects have any, and signatures take a while to load.
    from dossier.verify.confirmations import Signers  # noqa: PLC0415

    found: dict[str, list[Confirmation]] = {}
    problems, signers = [], Signers(own_accounts(author))
    for file, confirmation in sorted(kept.items(), key=lambda item: item[1].accepted):
        entry = records.get(confirmation.record)
        if not audience.may_see(confirmation.audience):
            continue
        why = _why_not(confirmation, entry, author.name if author else "", signers)
        if why:
            problems.append(_refusal(file, f"`{confirmation.record}`: {why}"))
        else:
            found.setdefault(confirmation.record, []).append(confirmation)
    return {
        name: replace(entry, confirmations=tuple(found[name])) if name in found else entry
        for name, entry in records.items()
    }, problems


def _why_not(
    confirmation: Confirmation, entry: RecordEntry | None, author: str, signers: Signers
) -> str:
    from dossier.verify.confirmations import signing_key  # noqa: PLC0415 - as above
    from dossier.verify.signatures import RefusedError  # noqa: PLC0415

    if entry is None:
        return "there is no such record"
    try:
        key = signing_key(confirmation, entry, author)
    except RefusedError as error:
        return str(error)
    return signers.refuse(entry.id, confirmation.signer, key)


def _refusal(file: str, why: str) -> Problem:
    hint = "ask again with `dossier ask`, or take it away with `dossier withdraw`"
    return warning("confirmation-refused", Place(file), f"it confirms nothing: {why}", hint)
