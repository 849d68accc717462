"""Every text that a reader sees is read as prose, or held to the records, or is named here."""

from collections.abc import Iterator

from dossier.model.application import Application
from dossier.model.audience import Audience
from dossier.model.base import Entry, Link, _marks, shape
from dossier.model.evidence import EvidenceFile, Record
from dossier.model.own_words import SAID, own_words
from dossier.model.profile import Profile
from dossier.model.project import FreePage, Project
from dossier.model.story import Story

SHOWN: tuple[type[Entry], ...] = (Profile, Project, FreePage, EvidenceFile, Record, Application)
"""What files hold that anybody but their author reads."""
NOT_PROSE = {
    "Profile": "name language",
    "Link": "url",
    "Employment": "employer location url from to",
    "Education": "institution degree location from to",
    "SkillGroup": "group skills",
    "SpokenLanguage": "language level",
    "Publication": "title authors publisher date url",
    "Certificate": "name issuer date url",
    "Award": "title awarder date url",
    "Lead": "id",
    "Project": "skills headline",
    "FreePage": "icon status template hide tags",
    "EvidenceFile": "project",
    "Record": "id project must_say date valid_until review_every skills",
    "Metric": "id name unit forms display at",
    "Earlier": "unit",
    "Source": "url quote package version repo commit path lines doi attestation workflow printed",
    "Application": "company",
    "Role": "id title url location",
    "ProofPoint": "id quote roles evidence",
}
"""Names, dates, ids and addresses; what others have written; the parts of a figure itself."""


def lines(model: type[Entry], seen: set[type[Entry]]) -> Iterator[tuple[type[Entry], str, bool]]:
    """Yield the plain lines that a reader may see: model, key, and whether records hold them."""
    if model in seen:
        return
    seen.add(model)
    names = {info.alias or name: info for name, info in model.model_fields.items()}
    for key, field in shape(model).items():
        if not model.whole and field.audience is Audience.PRIVATE:
            continue
        if field.model:
            yield from lines(field.model, seen)
        elif str in [*_marks(names[key].annotation)] and not field.is_text:
            yield model, key, key in SAID.get(model, ())


def test_every_line_that_a_reader_sees_is_held_to_the_records_or_named() -> None:
    seen: set[type[Entry]] = set()
    found = [line for model in SHOWN for line in lines(model, seen)]
    left = {(model.__name__, key) for model, key, is_said in found if not is_said}
    named = {(model, key) for model, keys in NOT_PROSE.items() for key in keys.split()}
    assert left == named
    said = {(model, key) for model, key, is_said in found if is_said}
    assert said == {(model, key) for model, keys in SAID.items() for key in keys}
    assert Story not in seen


def test_they_come_with_their_paths() -> None:
    link = Link(label="Code", url="https://example.org")
    project = Project(title="qortex", line="A graph", links=(link, link))
    assert [*own_words(project, ("p",))] == [
        (("p", "title"), "qortex"),
        (("p", "links", 0, "label"), "Code"),
        (("p", "links", 1, "label"), "Code"),
    ]
