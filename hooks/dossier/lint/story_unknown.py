"""Stories that questions tell and nobody wrote down."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.document import FileKind
from dossier.plain.problems import Problem, did_you_mean
from dossier.prose.questions import OPTIONS, Question, questions
from dossier.prose.resolve import suggest


def read(view: FileView) -> Iterator[Question]:
    """Yield the questions of a dossier that say something in braces."""
    if view.application:
        yield from (found for found in questions(view.application) if found.options)


def compare(files: AllFiles[Question]) -> Iterator[Problem]:
    """Hold the stories that questions name against those that there are."""
    stories = files.library.stories
    for question in files.readings:
        for option, value in question.options.items():
            if option == "story" and value not in stories:
                message = f"there is no story `{value}`"
                hint = suggest(value, stories, lambda story: str(stories[story].source.locate()))
                hint = hint or f"`dossier new story {value}` begins content/stories/{value}.md"
                yield Problem("story-unknown", question.where, message, hint)
            elif option not in OPTIONS and value:
                message = f"a question has no option `{option}`"
                hint = did_you_mean(option, OPTIONS) or "the options are about and story"
                yield Problem("section-option", question.where, message, hint)


RULE = Rule(
    "story-unknown",
    also=("section-option",),
    across=Comparison(read, compare),
    needs=(FileKind.STORY,),
    private_only=True,
)
