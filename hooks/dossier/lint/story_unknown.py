"""Stories that questions tell and nobody wrote down."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import AllFiles, Comparison, Rule
from dossier.model.document import FileKind
from dossier.plain.frozen import frozen
from dossier.plain.problems import Place, Problem, did_you_mean
from dossier.prose.questions import OPTIONS, questions
from dossier.prose.resolve import suggest


@frozen
class SaidInBraces:
    """An option that a question's heading has, and what it says."""

    option: str
    value: str
    where: Place


def read(view: FileView) -> Iterator[SaidInBraces]:
    """Yield what the questions of a dossier say in braces."""
    for question in questions(view.application) if view.application else ():
        for option, value in question.options.items():
            yield SaidInBraces(option, value, question.where)


def compare(files: AllFiles[SaidInBraces]) -> Iterator[Problem]:
    """Hold the stories that questions name against those that there are."""
    stories = files.library.stories
    for said in files.readings:
        option, value = said.option, said.value
        if option == "story" and value not in stories:
            message = f"there is no story `{value}`"
            hint = suggest(value, stories, lambda story: str(stories[story].source.locate()))
            hint = hint or f"`dossier new story {value}` begins content/stories/{value}.md"
            yield Problem("story-unknown", said.where, message, hint)
        elif option not in OPTIONS and value:
            message = f"a question has no option `{option}`"
            hint = did_you_mean(option, OPTIONS) or "the options are about and story"
            yield Problem("section-option", said.where, message, hint)


RULE = Rule(
    "story-unknown",
    also=("section-option",),
    across=Comparison(read, compare, SaidInBraces),
    needs=(FileKind.STORY,),
    private_only=True,
)
