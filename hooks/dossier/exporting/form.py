"""A résumé and prepared answers to the pieces of plain text that application forms ask for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dossier.exporting.form_text import cut_at_sentences, plain_prose, plain_signs
from dossier.exporting.outline import span
from dossier.exporting.recipient import Recipient
from dossier.exporting.resume import Job, Resume, Study
from dossier.model.ids import make_id
from dossier.model.library import ApplicationEntry, Library
from dossier.plain.frozen import frozen
from dossier.prose.passages import Passage, of_story
from dossier.prose.questions import questions
from dossier.prose.sections import split_options
from dossier.render.renderer import Renderer

SUMMARIES = (300, 600)
"""How many signs forms give a summary."""
_NAME_WORDS = 6
"""How many words of a question name its answer."""


@frozen
class FormField:
    """What is pasted into one field of a form."""

    name: str
    """By which it is asked for: `summary-300`."""
    label: str
    text: str
    note: str = ""
    """What the author should know: why it is empty."""
    is_private: bool = False
    """Whether it is the author's alone until it is pasted."""


def form_fields(
    recipient: Recipient, resume: Resume, answers: Iterable[FormField]
) -> tuple[FormField, ...]:
    """Return all fields that have a text, or a reason why they have none."""
    fields = (*_person(resume), *_summaries(recipient, resume), *_lives(resume), *answers)
    return tuple(_distinct(field for field in fields if field.text or field.note))


def answers_of(
    renderer: Renderer, entry: ApplicationEntry, library: Library
) -> Iterator[FormField]:
    """Yield the prepared answers of a dossier, those of stories too: private, all of them."""
    for question in questions(entry):
        heading, options = split_options(question.heading)
        story = library.stories.get(options.get("story", ""))
        texts = [question.answer.text, *([story.source.body] if story else [])]
        told = [plain_prose(text, renderer.plain_reference) for text in texts]
        text = "\n\n".join(part for part in told if part)
        note = "" if text else "nothing is prepared for it"
        label = plain_signs(renderer.plain(heading))
        words = make_id(label).split("-")[:_NAME_WORDS]
        name = "-".join(("answer", *words))
        yield FormField(name, label, text, note, is_private=True)


def answer_texts(entry: ApplicationEntry, library: Library) -> Iterator[Passage]:
    """Yield all that those answers are made of: question, answer, story."""
    for question in questions(entry):
        at = entry.source.body.rfind(question.heading, 0, question.answer.offset)
        yield replace(question.answer, text=question.title, offset=max(at, 0))
        yield question.answer
        if story := library.stories.get(question.options.get("story", "")):
            yield of_story(story)


def _person(resume: Resume) -> Iterator[FormField]:
    person = resume.person
    links = "\n".join(address for _, address in person.links)
    facts = (("name", person.name), ("headline", person.headline), ("email", person.email))
    more = (("phone", person.phone), ("location", person.location), ("links", links))
    for name, text in (*facts, *more):
        yield FormField(name, name.capitalize(), plain_signs(text))


def _summaries(recipient: Recipient, resume: Resume) -> Iterator[FormField]:
    pitch = recipient.entry.section("pitch")
    refer = recipient.renderer.plain_reference
    whole = plain_prose(pitch.text, refer) if pitch else ""
    text = " ".join((whole or plain_signs(resume.person.headline)).split())
    for most in SUMMARIES:
        cut = cut_at_sentences(text, most)
        yield FormField(
            f"summary-{most}", f"Summary in {most} characters", cut, _unfit(text, cut, most)
        )


def _unfit(text: str, cut: str, most: int) -> str:
    if not text:
        return "the dossier has no pitch"
    if not cut:
        return f"its first sentence has more than {most} characters: shorten it in the pitch"
    return ""


def _lives(resume: Resume) -> Iterator[FormField]:
    for job in resume.jobs:
        yield FormField(f"job-{make_id(job.employer)}", f"Job at {job.employer}", _job(job))
    skills = dict.fromkeys(skill for group in resume.skills for skill in group.skills)
    yield FormField("skills", "Skills", plain_signs(", ".join(skills)))
    for study in resume.education:
        name = study.institution or study.field
        yield FormField(
            "-".join(("study", *make_id(name).split("-")[:_NAME_WORDS])),
            f"Study at {name}",
            _study(study),
        )
    spoken = (f"{s.language} ({s.level})" if s.level else s.language for s in resume.languages)
    yield FormField("languages", "Languages", plain_signs(", ".join(spoken)))


def _job(job: Job) -> str:
    head = ", ".join(part for part in (job.title, job.employer, job.location) if part)
    told = [f"- {said.text}" for said in job.highlights if said]
    lines = (head, span(job.since, job.until), job.summary.text, *told)
    return plain_signs("\n".join(line for line in lines if line))


def _study(study: Study) -> str:
    head = ", ".join(part for part in (study.degree, study.field, study.institution) if part)
    lines = (head, span(study.since, study.until), study.summary.text)
    return plain_signs("\n".join(line for line in lines if line))


def _distinct(fields: Iterable[FormField]) -> Iterator[FormField]:
    """Yield fields, each under a name of its own."""
    seen: set[str] = set()
    for field in fields:
        stem, number = re.sub(r"-$", "", field.name), 2
        name = stem
        while name in seen:
            name, number = f"{stem}-{number}", number + 1
        seen.add(name)
        yield FormField(name, field.label, field.text, field.note, is_private=field.is_private)
