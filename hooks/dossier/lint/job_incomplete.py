"""Jobs that do not say what a recruiter looks for first: the title, and when it was."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.lint.file_view import FileView
from dossier.lint.rule import Rule
from dossier.model.audience import Audience
from dossier.model.profile import Employment
from dossier.plain.problems import Problem, warning


def check(view: FileView) -> Iterator[Problem]:
    """Check the jobs of the profile that recipients see."""
    profile = view.profile.profile if view.profile else None
    if profile is None or view.is_left_out("work"):
        return
    if not profile.work:
        message = "the profile names no job, so a recruiter finds no title and no employer"
        hint = "add `work: [{employer: …, title: …, from: …, to: …}]`"
        yield warning("job-incomplete", view.source.locate(), message, hint)
    for position, job in enumerate(profile.work):
        if job.audience is not Audience.PRIVATE:
            yield from _job(view, position, job)


def _job(view: FileView, position: int, job: Employment) -> Iterator[Problem]:
    lacks = {
        "title": not job.title and not view.is_left_out("work", position, "title"),
        "dates": not (job.since or job.until)
        and not any(view.is_left_out("work", position, key) for key in ("from", "to")),
    }
    missing = [name for name, is_missing in lacks.items() if is_missing]
    if missing:
        said = " and ".join(f"no {name}" for name in missing)
        message = f"the job at `{job.employer}` has {said}, which recruiters look for first"
        keys = {"title": "`title: …`", "dates": "`from: …` and `to: …` (`present`)"}
        hint = f"add {', '.join(keys[name] for name in missing)}"
        where = view.source.locate(("work", position))
        yield warning("job-incomplete", where, message, hint)


RULE = Rule("job-incomplete", check=check, private_only=True)
