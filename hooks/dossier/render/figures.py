"""Metrics as readers see them: the value, and in words what it is of."""

from __future__ import annotations

from markupsafe import Markup, escape

from dossier.model.evidence import Metric, Record
from dossier.model.figure import Figure, caption, named, named_below, spell, unconfirmed
from dossier.model.library import RecordEntry
from dossier.plain.frozen import frozen
from dossier.render.renderer import Renderer


@frozen
class FigureView:
    """A metric, and what has to be said beside its value."""

    value: Figure
    name: str
    baseline: Markup
    scope: Markup
    qualifier: str
    """What must be said beside name, baseline and scope, empty for nothing."""
    name_qualifier: str
    """What must be said where the scope is not, empty for nothing."""
    changed: str = ""
    """Its name on the line of its value, with the change; empty if its record has none."""
    changed_below: str = ""
    """The same on a line of its own."""

    @property
    def _beside(self) -> str:
        return self.changed or self.name

    @property
    def _below(self) -> str:
        return self.changed_below or self.name

    @property
    def in_full(self) -> Markup:
        """What it is of, where nothing else is said."""
        return written(self._below, self.baseline, self.scope, self.qualifier)

    @property
    def beside_scope(self) -> Markup:
        """What it is of, on the line of its value, where the scope stands beside it."""
        return written(self._beside, self.baseline, qualifier=self.qualifier)

    @property
    def in_ledger(self) -> Markup:
        """The same in a narrow column, where brackets would break badly."""
        said = (written(self._below, self.baseline), escape(self.qualifier))
        return Markup(", ").join(part for part in said if part)

    @property
    def without_scope(self) -> Markup:
        """What it is of, where the scope is not said."""
        return written(self._below, self.baseline, qualifier=self.name_qualifier)

    @property
    def in_short(self) -> str:
        """Its name alone, on the line of its value, with what must be said then."""
        return caption(self._beside, qualifier=self.name_qualifier)


def written(name: str, baseline: str = "", scope: str = "", qualifier: str = "") -> Markup:
    """Return what a figure is of as markup. Texts are escaped, markup is left as it is."""
    said = caption(escape(name), escape(baseline), escape(scope), escape(qualifier))
    return Markup(said)  # noqa: S704 - every part is escaped


def figure_view(renderer: Renderer, entry: RecordEntry, metric: Metric) -> FigureView:
    """Return a metric with its baseline and scope, and the wording that has to go with it."""
    mark = renderer.frame.thousands
    return FigureView(
        value=spell(metric, mark),
        name=metric.name,
        baseline=renderer.text(metric.baseline, entry.source),
        scope=renderer.text(metric.scope, entry.source),
        qualifier=wording_left(entry.record, metric),
        name_qualifier=_qualifier(entry.record, metric.name),
        changed=named(metric, mark) if metric.before else "",
        changed_below=named_below(metric, mark) if metric.before else "",
    )


def wording_left(record: Record, metric: Metric) -> str:
    """Return what must be said beside a metric's name, scope and baseline, empty for nothing."""
    said = " ".join((metric.name, metric.scope or "", metric.baseline or ""))
    return _qualifier(record, said)


def _qualifier(record: Record, said: str) -> str:
    """Return the wording that has to go with a record's figures, unless it is said already."""
    said = said.casefold()
    is_said = any(wording.casefold() in said for wording in record.must_say)
    wording = "" if is_said else next(iter(record.must_say), "")
    return ", ".join(part for part in (wording, unconfirmed(record)) if part)
