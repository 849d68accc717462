"""A record that nobody has confirmed to what its author is asked, and the answers to edits.

The value that is written is not told before the author has said one: who is shown a number agrees.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from dossier.assistants.fences import on_one_line
from dossier.model.base import Entry
from dossier.model.document import Document
from dossier.model.evidence import Metric, Record
from dossier.model.figure import spell, spell_before
from dossier.model.library import RecordEntry
from dossier.plain.digits import plain_digits
from dossier.plain.folding import plain
from dossier.plain.frozen import frozen
from dossier.plain.patterns import pattern
from dossier.plain.yaml import construct
from dossier.plain.yaml_places import Path
from dossier.prose.replacing import Replacing
from dossier.prose.rewriting import Rewriting
from dossier.quantities.hiding import figures_in, without_figures

_RANGE = pattern(r"\s*(?:to|and|–|—|(?<=\d)\s*-)\s*")
CLAIM: Path = ("claim",)
"""A figure that no metric has: its author alone can correct it, in its sentence."""
Numbers = tuple[Decimal, ...]


@frozen
class Asked:
    """A value to ask for."""

    path: Path
    """Where it stands in the record."""
    of: str
    """What it is of, without a number."""
    unit: str
    written: Numbers

    @property
    def shown(self) -> str:
        """The value as it is written."""
        return spelled(self.written, self.unit)


def asked(entry: RecordEntry, language: str) -> Iterator[Asked]:
    """Yield the values of a record, each with what it is of."""
    for position, metric in enumerate(entry.record.metrics):
        about = (metric.name, metric.baseline and f"against {metric.baseline}", metric.scope)
        of = without_figures(on_one_line("; ".join(filter(None, about))), language)
        path: Path = ("metrics", position)
        yield Asked((*path, "value"), of, metric.unit or "", metric.value)
        if metric.before:
            unit = metric.before.unit or metric.unit or ""
            yield Asked((*path, "before"), f"{of}, before", unit, metric.before.value)

    known = {number for metric in entry.record.metrics for number in _numbers(metric)}
    for text in figures_in(plain(entry.record.claim), language):
        written = read_value(text)
        if written and not set(written) <= known:
            yield Asked(CLAIM, "the figure in the claim", "", written)


def _numbers(metric: Metric) -> Numbers:
    return (*metric.value, *(metric.before.value if metric.before else ()))


def introduced(record: Record, language: str) -> Iterator[tuple[str, str]]:
    """Yield what a record is about, its figures hidden."""
    for key, text in _told(record):
        yield key, without_figures(on_one_line(plain(text)), language)


def told(entry: Entry, mark: str = "") -> Iterator[tuple[str, str]]:
    """Yield each field that is set, by its key in the file, `mark` between thousands.

    Nothing is chosen: whoever vouches is shown what a reader will be.
    """
    yield from _fields(entry, "", mark)


def _fields(entry: Entry, above: str, mark: str) -> Iterator[tuple[str, str]]:
    printed = _printed(entry, mark) if isinstance(entry, Metric) else {}
    for key in type(entry).model_fields:
        value = getattr(entry, key)
        for name, each in _parts(f"{above}{key}", value):
            if isinstance(each, Entry) and key not in printed:
                yield from _fields(each, f"{name}.", mark)
            else:
                yield name, on_one_line(printed.get(key, str(each)))


def _parts(name: str, value: object) -> Iterator[tuple[str, object]]:
    """Yield a value that is set, of a list of entries each by its id or number."""
    if isinstance(value, tuple) and value and isinstance(value[0], Entry):
        for number, each in enumerate(value, start=1):
            yield f"{name}.{getattr(each, 'id', number)}", each
    elif value not in (None, ()):
        yield name, " | ".join(map(str, value)) if isinstance(value, tuple) else value


def _printed(metric: Metric, mark: str) -> dict[str, str]:
    """Return the fields of a metric that are printed otherwise than they are typed."""
    fields = {
        "value": spell(metric.model_copy(update={"display": None}), mark),
        "before": spell_before(metric, mark),
        "display": metric.display and spell(metric, mark),
    }
    return {key: str(figure) for key, figure in fields.items() if figure}


def with_values(entry: RecordEntry, values: Mapping[Path, Numbers]) -> Record:
    """Return a record as it will stand: with other values, and what its file says of it."""
    metrics = list(entry.record.metrics)
    for path, value in values.items():
        _, position, key = path
        metric = metrics[int(position)]
        new = metric.before and metric.before.model_copy(update={"value": value})
        update = {"value": value} if key == "value" else {"before": new}
        metrics[int(position)] = metric.model_copy(update=update)
    of_file = {"project": entry.project, "audience": entry.audience}
    return entry.record.model_copy(update={"metrics": tuple(metrics), **of_file})


def _told(record: Record) -> Iterator[tuple[str, str]]:
    yield "claim", record.claim
    yield from (("method", text) for text in (record.method,) if text)
    yield from (("limits", text) for text in (record.limits,) if text)


def read_value(answer: str) -> Numbers | None:
    """Return the number, or the range, that an answer says; None if it says none."""
    parts = [plain_digits(part) for part in _RANGE.split(answer.strip())]
    try:
        numbers = tuple(Decimal(part) for part in parts)
    except InvalidOperation:
        return None
    is_range = len(numbers) == 2 and numbers[0] < numbers[1]  # noqa: PLR2004 - a pair
    return numbers if len(numbers) == 1 or is_range else None


def spelled(value: Numbers, unit: str) -> str:
    """Spell a value."""
    return f"{'–'.join(map(str, value))} {unit}".strip()


def confirmed(
    entry: RecordEntry, source: Document, status: str, values: Mapping[Path, Numbers]
) -> str | None:
    """Return the text of a record's file in which it is confirmed, with other values where given.

    None if the file is written so that this cannot be told for sure.
    """
    changes: dict[Path, object] = {
        (*entry.path, *path): value[0] if len(value) == 1 else list(value)
        for path, value in values.items()
    }
    changes[(*entry.path, "status")] = status
    text = source.text
    for path, value in changes.items():
        now = Document(source.file, text, yaml=text)
        edit = Replacing(now, _deepest(now, path), value).edit()
        if edit is None:
            return None
        text = Rewriting(now, (edit,)).applied_to(text)
    return text


def _deepest(source: Document, path: Path) -> Path:
    """Return the path of a value; of an earlier value that is a mapping, its number's."""
    value: object = construct(source.yaml, source.file)[0]
    for part in path:
        value = value[part] if isinstance(value, list | dict) else None  # type: ignore[index]
    return (*path, "value") if isinstance(value, dict) else path
