"""Prepared questions to cards, each with its answer."""

from __future__ import annotations

from markupsafe import Markup

from dossier.model.library import ApplicationEntry, Section, StoryEntry
from dossier.plain.frozen import frozen
from dossier.prose.markdown import parse
from dossier.prose.questions import told_in
from dossier.prose.sections import split_options
from dossier.render.frame import application_page
from dossier.render.labels import slug
from dossier.render.renderer import Renderer
from dossier.render.rows import about_row


@frozen
class QuestionView:
    """A question and its prepared answer."""

    question: str
    about: str
    topic: str
    answer: Markup
    key: str = ""
    """Names it among the page's questions, so that a browser can remember its mark."""
    sample: str = ""
    """The mark that the style guide shows: `known`, `missed 2`."""


def draw_questions(
    renderer: Renderer, entry: ApplicationEntry, section: Section, anchor: str
) -> Markup:
    """Draw a section split at its headings of level three. What stands before them stays prose.

    Each answer has footnotes of its own; link definitions serve the whole section.
    """
    tokens, environment = parse(section.text)
    lines = section.text.split("\n")
    starts = [
        (token.map[0], token.map[1], tokens[number + 1].content)
        for number, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h3" and token.level == 0 and token.map
    ]

    def drawn(start: int, end: int, name: str) -> Markup:
        text = "\n".join(lines[start:end])
        definitions = environment.get("references")
        return renderer.prose(text, entry.source, name=name, definitions=definitions)

    views = []
    ends = [start for start, _, _ in starts[1:]] + [len(lines)]
    for number, ((_, start, heading), end) in enumerate(zip(starts, ends, strict=False)):
        question, options = split_options(heading)
        about, topic = about_row(renderer, entry, options.get("about", ""))
        # No anchor has a point in it, so no section's footnotes are named like an answer's.
        answer = drawn(start, end, f"{anchor}.{number}")
        if story := renderer.frame.library.stories.get(options.get("story", "")):
            answer += _draw_story(renderer, entry, story, f"{anchor}.{number}.story")
        plain = renderer.plain(question)
        views.append(QuestionView(plain, about, topic, answer, key=slug(plain)))
    before = drawn(0, starts[0][0] if starts else len(lines), anchor)
    cards = renderer.template("questions", questions=tuple(views)) if views else Markup("")
    return before + cards


def _draw_story(
    renderer: Renderer, entry: ApplicationEntry, story: StoryEntry, name: str
) -> Markup:
    """Draw a story that answers a question, with the other dossiers that tell it."""
    others = [
        (other.application.company, renderer.frame.to_page(application_page(other.id)))
        for other in told_in(renderer.frame.library, story.id)
        if other.id != entry.id
    ]
    return renderer.template(
        "story",
        title=story.story.title,
        file=story.source.file,
        others=others,
        text=renderer.prose(story.source.body, story.source, name=name),
    )
