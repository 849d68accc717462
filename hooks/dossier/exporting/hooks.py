"""The openings that an author keeps under hooks: private, until one of them is chosen by number."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.exporting.recipient import Recipient
from dossier.model.audience import Audience
from dossier.model.library import ApplicationEntry, Section
from dossier.plain.problems import Problem, warning
from dossier.prose.markdown import parse
from dossier.prose.resolve import DeadReference, resolve
from dossier.prose.scan import scan
from dossier.prose.targets import Scheme


def hooks_of(section: Section | None) -> tuple[str, ...]:
    """Return the openings: the items of the section's lists, or else its paragraphs."""
    if section is None:
        return ()
    tokens = parse(section.text)[0]
    wanted = (
        "list_item_open" if any(t.type == "list_item_open" for t in tokens) else "paragraph_open"
    )
    depth, found = 0, []
    for number, token in enumerate(tokens):
        if token.type == wanted and depth == 0:
            inline = next(
                t
                for t in tokens[number:]
                if t.type in ("inline", token.type.replace("open", "close"))
            )
            found.append(inline.content)
        if token.type.startswith(wanted.partition("_open")[0]):
            depth += token.nesting
    return tuple(found)


def untellable(recipient: Recipient, hook: str, private: ApplicationEntry) -> Iterator[Problem]:
    """Yield what a chosen opening refers to and its reader may not see."""
    section = private.section("hooks")
    at = section.text.find(hook.split("\n", maxsplit=1)[0]) if section else -1
    where = (
        private.source.locate_in_body(section.offset + max(at, 0))
        if section
        else private.source.locate()
    )
    for mention in scan(hook):
        target = mention.target
        if target is None or target.scheme is Scheme.FIGURE:
            continue
        found = resolve(
            target, recipient.library, reader=Audience.SHARED, application=recipient.entry
        )
        if isinstance(found, DeadReference):
            message = f"the hook that was chosen cites `{target}`, which its reader may not see"
            hint = "let the dossier cite it in what is shared, or choose another hook"
            yield Problem("evidence-private", where, message, hint)


def unchosen(private: ApplicationEntry) -> Iterator[Problem]:
    """Yield that there are openings and none was chosen: they are private until then."""
    section = private.section("hooks")
    count = len(hooks_of(section))
    if section and count:
        numbers = "1" if count == 1 else f"one of 1 to {count}"
        message = f"no hook is in the letter: there {'is 1' if count == 1 else f'are {count}'}"
        hint = f"choose with `--hook`, {numbers}; they are private until you do"
        yield warning(
            "export-left-out", private.source.locate_in_body(section.offset), message, hint
        )
