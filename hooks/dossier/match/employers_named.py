"""At whose house it was what a sentence tells: a reference of one employer shows no other's."""

from __future__ import annotations

from dossier.model.profile import Profile
from dossier.plain.folding import fold, holds
from dossier.plain.joining import without_stop


def employers_of(sentence: str, profile: Profile | None) -> tuple[str, ...]:
    """Return the employers that a sentence names, else the one below whose job it stands."""
    said = fold(sentence).casefold()
    jobs = profile.work if profile else ()
    if named := [job.employer for job in jobs if holds(said, fold(job.employer).casefold())]:
        return tuple(dict.fromkeys(named))
    bare = without_stop(said)
    found = (
        job.employer
        for job in jobs
        if any(
            fold(line).casefold().startswith(bare) for line in (*job.highlights, job.summary or "")
        )
    )
    return tuple(dict.fromkeys(found)) if bare else ()
