"""Studies and certificates of which a list says only that they were where the one before was."""

from __future__ import annotations

from dossier.importing.draft import Draft
from dossier.importing.words import Copied
from dossier.plain.patterns import pattern

_SAME = r"(?:at )?(?:the )?same (?:place|school|college|university|institution)|as above"
_IS_SAME = pattern(rf"(?i){_SAME}")
_ENDS_SAME = pattern(rf"(?i), (?P<said>{_SAME})$")


def name_same_places(draft: Draft) -> None:
    """Let entries that say *same place* name the school of the study before."""
    school = ""
    for study in draft.profile.get("education", ()):
        said = next(
            (k for k in ("institution", "field") if _IS_SAME.fullmatch(study.get(k, ""))), ""
        )
        if school and said:
            draft.read_as(study.pop(said), "the school before")
            study["institution"] = Copied(school)
        school = str(study.get("institution", school))
    for held in draft.profile.get("certificates", ()) if school else ():
        found = _ENDS_SAME.search(held["name"])
        if found and "issuer" not in held:
            draft.read_as(found["said"], "the school before")
            held |= {"name": held["name"][: found.start()], "issuer": Copied(school)}
