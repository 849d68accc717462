"""Stories: answers to interview questions that several dossiers tell."""

from dossier.model.base import Entry, Line


class Story(Entry):
    """The front matter of `content/stories/<id>.md`; like all prepared answers, private always."""

    title: Line
    """What it is about. Example: `The slow night shift`"""
