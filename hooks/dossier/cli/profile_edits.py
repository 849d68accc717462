"""Sentences of the profile that follow what their author corrected in the records of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dossier.cli.confirm_row import replace_text
from dossier.importing.draft import Draft
from dossier.importing.read import read_input
from dossier.match.spelled_credentials import spell_award, spell_certificate, spell_study
from dossier.model.audience import Audience
from dossier.model.document import Document
from dossier.model.library import Library, ProfileEntry
from dossier.model.profile import Award, Certificate, Education
from dossier.plain.folding import fold
from dossier.plain.problems import Place
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path as YamlPath
from dossier.prose.item_layout import with_item

_KINDS: Mapping[str, tuple[type[Any], Callable[[Any], str], str]] = {
    "education": (Education, spell_study, "field"),
    "certificates": (Certificate, spell_certificate, "name"),
    "awards": (Award, spell_award, "title"),
}
"""Studies, certificates and awards: how each is spelled, and which field holds it whole."""


def follow_sentences(root: Path, library: Library, changed: Mapping[str, str]) -> list[Place]:
    """Write new sentences in place of old ones. Returns where an old one has to stay.

    Raises ContentError if the file has changed since it was read.
    """
    entry, left = library.profile, []
    if entry is None or not changed:
        return []
    now = entry.source
    new = {fold(old): sentence for old, sentence in changed.items()}
    for path, value in _items(entry, new):
        text = with_item(now, path, value)
        if text is None:
            left.append(entry.source.locate(path))
        else:
            now = Document(now.file, text, yaml=text)
    if now is not entry.source:
        replace_text(root, entry.source, now.text, entry.source.locate())
    return left


def _items(
    entry: ProfileEntry, new: Mapping[str, str]
) -> Iterator[tuple[YamlPath, dict[str, Any]]]:
    """Yield each entry that says a sentence, as it is to be."""
    profile = entry.profile
    raw: Any = construct(entry.source.yaml, entry.source.file)[0]
    for number, job in enumerate(profile.work):
        if any(fold(said) in new for said in (*job.highlights, job.summary or "")):
            yield ("work", number), _of_job(raw["work"][number], new)
    for number, study in enumerate(profile.education):
        if sentence := new.get(fold(spell_study(study))):
            yield ("education", number), _read(sentence, "education")
    for number, held in enumerate(profile.certificates):
        if sentence := new.get(fold(spell_certificate(held))):
            yield ("certificates", number), _read(sentence, "certificates")
    for number, given in enumerate(profile.awards):
        if sentence := new.get(fold(spell_award(given))):
            yield ("awards", number), _read(sentence, "awards")


def _of_job(job: Mapping[str, Any], new: Mapping[str, str]) -> dict[str, Any]:
    values = dict(job)
    for key, said in job.items():
        if key == "highlights":
            values[key] = [new.get(fold(str(line)), line) for line in said]
        elif key == "summary":
            values[key] = new.get(fold(str(said)), said)
    return values


def _read(sentence: str, key: str) -> dict[str, Any]:
    """Return a study or a certificate that reads as a sentence does, in as many fields as it has.

    What would be told otherwise by its fields stays whole in one.
    """
    text = f"# Name\n\n## {key.capitalize()}\n\n- {sentence}\n"
    draft = read_input("line.md", text.encode(), Library(Audience.PRIVATE), wanted="resume")
    found: list[Any] = draft.profile.get(key, []) if isinstance(draft, Draft) else []
    model, spell, whole = _KINDS[key]
    if len(found) == 1:
        values = {name: str(value) for name, value in found[0].items()}
        with suppress(ValidationError):
            if fold(spell(model.model_validate(values))) == fold(sentence):
                return dict(found[0])
    return {whole: sentence}
