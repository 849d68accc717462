"""The pipeline, one line a stage, and who owns what came of it.

A `Project` is what was read; each `View` of it is what one audience sees. Every part of a view is
computed once, when it is asked for, and a view knows neither its project nor another's view.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Self

from dossier.lint import lint
from dossier.lint.figure_drift import find_drift
from dossier.lint.guardrail import find_drawn, find_forbidden
from dossier.lint.silence import Diagnosis, silence
from dossier.load.assemble import assemble, texts_read
from dossier.load.public_part import public_part
from dossier.load.tree import Tree, read_tree
from dossier.memory import Memory
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.cached_property import cached_property
from dossier.plain.file_states import FileStates
from dossier.plain.frozen import frozen
from dossier.plain.kept_readings import KeptReadings
from dossier.plain.problems import Problem, in_order
from dossier.plain.transaction import refuse_halfway
from dossier.prose.asset_targets import referenced_assets
from dossier.publishing.heavy_pages import find_heavy
from dossier.publishing.hidden_lines import without_hidden_lines
from dossier.publishing.naming import Naming, Shown
from dossier.publishing.own_files import OwnFiles
from dossier.publishing.own_markup import left_out
from dossier.publishing.published_shares import read_sent
from dossier.publishing.told_why import told_why
from dossier.publishing.unread_dossiers import unguarded, unread_pages, with_unread
from dossier.settings import Settings

if TYPE_CHECKING:
    from dossier.plain.media import ImageSize
    from dossier.publishing.canaries import Canaries
    from dossier.render.frame import Frame
    from dossier.render.kept_drawings import KeptDrawings
    from dossier.render.site import SiteFiles
    from dossier.sharing.document import SharedView


@frozen
class Site:
    """A finished site, and what is wrong with it."""

    library: Library
    files: SiteFiles
    diagnosis: Diagnosis
    assets: Mapping[str, bytes]
    """The assets that pages refer to, by path, without their metadata."""
    sizes: Mapping[str, ImageSize]
    """Of the images among them."""


@frozen
class View:
    """What one audience sees of a project. Not slotted: parts are computed late and kept."""

    settings: Settings
    library: Library
    found: tuple[Problem, ...]
    """What was wrong while the library and its assets were read."""
    texts: Mapping[str, str]
    """The texts of the files that it was read from, by name: they may silence problems."""
    assets: Mapping[str, bytes]
    """The files that visible texts refer to, without their metadata, by path."""
    memory: Memory | None = None
    """What earlier readings left, if the author looks again."""

    @property
    def audience(self) -> Audience:
        """Return who sees this."""
        return self.library.audience

    @cached_property
    def sizes(self) -> Mapping[str, ImageSize]:
        """The sizes of the images among the assets, by path."""
        from dossier.plain.media import image_size  # noqa: PLC0415 - late, as below

        sizes = ((name, image_size(name, content)) for name, content in self.assets.items())
        return {name: size for name, size in sizes if size}

    @cached_property
    def linted(self) -> tuple[Problem, ...]:
        """All that is wrong, whatever the author has silenced."""
        facts = self.memory.facts if self.memory else None
        is_kept = self.memory is not None and facts is None  # else this process looks but once
        told = lint(self.library, self.settings.as_of, facts, is_kept=is_kept)
        drift = find_drift(self.settings.spoken, self.library, self.assets)
        drawn = find_drawn(self.library, self.assets, self.library.guardrails)
        return (*self.found, *told, *drift, *drawn, *find_heavy(self.library, self.assets))

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """All that is wrong."""
        return self.diagnose(self.linted)

    @cached_property
    def frame(self) -> Frame:
        """Where pages stand, and the coverage of every role."""
        from dossier.render.drawn import frame_of  # noqa: PLC0415 - most checks draw nothing

        links = read_sent(self.settings.root) if self.audience is Audience.PRIVATE else ()
        return frame_of(self.library, self.settings, self.sizes, links, self._drawings)

    @cached_property
    def files(self) -> SiteFiles:
        """The pages and generated files; problems are on one of them if the author alone looks."""
        from dossier.render.drawn import files_of, private_files  # noqa: PLC0415

        frame, templates = self.frame, self.settings.templates
        if self.audience is not Audience.PRIVATE:
            return files_of(frame, templates)
        told = self.diagnosis.problems, len(self.diagnosis.silenced)
        return private_files(frame, templates, told, self._drawings)

    @property
    def _drawings(self) -> KeptDrawings | None:
        return self.memory.drawings if self.memory else None

    def diagnose(self, problems: tuple[Problem, ...]) -> Diagnosis:
        """Tell problems that are left from those that the author has silenced."""
        left, silenced = silence(problems, self.texts)
        if self.audience is Audience.PUBLIC:
            left = tuple(map(without_hidden_lines, left))
        return Diagnosis(left, silenced)


class Project:
    """A project, read once. Whoever has it may ask for the view of any audience."""

    def __init__(
        self, settings: Settings, tree: Tree, around: FileStates, memory: Memory | None = None
    ) -> None:
        self.settings, self.memory = settings, memory
        self.tree = tree
        self.surroundings = around
        """The configuration and all markup, if an engine will read them again to build."""
        self._views: dict[Audience, View] = {}
        self._assets: dict[str, bytes | Problem] = {}

    @classmethod
    def read(
        cls, settings: Settings, around: FileStates | None = None, memory: Memory | None = None
    ) -> Self:
        """Read `content/`. Raises ConfigError if it is not there, or written halfway."""
        refuse_halfway(settings.root)
        if memory:
            memory.readings.end_round()
        kept = (memory.readings, memory.facts) if memory else ()
        tree = read_tree(settings.content, settings.root, *kept)
        return cls(settings, tree, around or FileStates(), memory)

    def read_all(self) -> None:
        """Read now what any page needs: nothing is taken from `content/` later."""
        for audience in (Audience.PRIVATE, Audience.SHARED, Audience.PUBLIC):
            self.view(audience)

    def view(self, audience: Audience) -> View:
        """Return what an audience sees."""
        if audience not in self._views:
            memory = self.memory if audience is Audience.PRIVATE else None
            entries = memory.entries if memory else None
            read, found = assemble(self.tree, audience, entries, self.settings.address)
            opened = frozenset(name for name, _, _ in self.settings.allowed_html)
            read = replace(read, opened=opened, theme_language=self.settings.language)
            library = memory.settle(read) if memory else read
            texts = dict(texts_read(self.tree, library, found))
            referenced = memory.assets_of(library) if memory else referenced_assets(library)
            held = {name: self._asset(name) for name in referenced}
            assets = {name: each for name, each in held.items() if isinstance(each, bytes)}
            found = (*found, *(each for each in held.values() if isinstance(each, Problem)))
            settings = self.settings.seen_by(audience)
            self._views[audience] = View(settings, library, found, texts, assets, memory)
        return self._views[audience]

    def _asset(self, name: str) -> bytes | Problem:
        """Return an asset, read once whoever sees it: what was looked at is what goes out."""
        if name not in self._assets:
            from dossier.publishing.assets import read_asset  # noqa: PLC0415 - late, as below

            path, read = self.settings.content / name, partial(read_asset, self.settings.content)
            kept = self.memory.readings if self.memory else KeptReadings()
            self._assets[name] = kept.read("asset", path, partial(read, name))
        return self._assets[name]

    def site(self, audience: Audience) -> Site:
        """Return every page that an audience may see, a private one with recipients' previews."""
        site = self.own_site(audience)
        # Asked of no other: they are the private view's, which a public build never reads.
        if audience is Audience.PRIVATE and self.previews:
            drawn = ((path, self.draw_preview(path)) for path in self.previews)
            more = tuple((path, text) for path, text in drawn if text is not None)
            site = replace(site, files=replace(site.files, files=(*site.files.files, *more)))
        return site

    def own_site(self, audience: Audience) -> Site:
        """Return a site without recipients' previews: they may be drawn when asked for."""
        view = self.view(audience)
        return Site(view.library, view.files, view.diagnosis, view.assets, view.sizes)

    @cached_property
    def recipients(self) -> SharedView:
        """What all recipients may see, from which each is given a part."""
        # Late, like what guards a publish: most commands seal and publish nothing.
        from dossier.render.stylesheet import standalone_stylesheet  # noqa: PLC0415
        from dossier.sharing.document import SharedView  # noqa: PLC0415

        view = self.view(Audience.SHARED)
        css = standalone_stylesheet(self.settings.templates)
        return SharedView(view.library, view.settings, view.assets, view.sizes, css)

    @cached_property
    def own(self) -> OwnFiles:
        """What the tool itself puts on every site."""
        return OwnFiles(self.settings.templates, self.settings.themes)

    @cached_property
    def naming(self) -> Naming:
        """What is held against what others would read."""
        facts = self.memory.facts if self.memory else None
        public = public_part(self.tree, self.settings) if facts else ()
        known = self.view(Audience.PRIVATE).library.applications.keys()
        return Naming(self._guarded, self._shown, self.settings, self.own, known, facts, public)

    @cached_property
    def _guarded(self) -> Library:
        """What the author sees, and what stands in dossiers that are not read."""
        return with_unread(self.tree, self.view(Audience.PRIVATE).library)

    def _shown(self) -> Shown:
        public = self.view(Audience.PUBLIC)
        return Shown(public.library, lambda: public.files.pages, public.assets)

    @cached_property
    def canaries(self) -> Canaries:
        """The private words that no published file may hold."""
        from dossier.publishing.canaries import canaries_of  # noqa: PLC0415

        spoken = (*dict(self.settings.allowed_names), *self.settings.spoken)
        return canaries_of(self._guarded, self.view(Audience.PUBLIC).library, spoken, self.own)

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """All that is wrong for the author, private names in what others see included."""
        private = self.view(Audience.PRIVATE)
        return private.diagnose((*private.linted, *self.naming.told, *left_out(self.settings)))

    @property
    def naming_problems(self) -> tuple[Problem, ...]:
        """What is a private dossier's in what the public may see, but what the author silenced."""
        return self.view(Audience.PRIVATE).diagnose(self.naming.named).problems

    def crossing_problems(self, applications: Iterable[str]) -> tuple[Problem, ...]:
        """Return what recipients would read of other dossiers, but what they, or all, may read."""
        private, shared = self.view(Audience.PRIVATE), self.view(Audience.SHARED)
        found = self.naming.crossing(frozenset(applications), shared.library, shared.assets)
        opened = {problem.where for problem, _ in private.diagnose(self.naming.named).silenced}
        return private.diagnose(tuple(p for p in found if p.where not in opened)).problems

    @cached_property
    def publishing_problems(self) -> tuple[Problem, ...]:
        """The errors of what others may see: forbidden claims, lost sources, unread files too."""
        private, shared = self.view(Audience.PRIVATE), self.view(Audience.SHARED)
        lost = (*unread_pages(self.tree), *unguarded(self.tree, self._guarded, private.found))
        # Rules, and why a source is broken, are the author's: the author's view knows them.
        unsourced = (p for p in private.diagnosis.errors if p.code == "source-broken")
        found = find_forbidden(shared.library, private.library.guardrails, shared.assets)
        wrong = (*told_why(shared.diagnosis.errors, private.linted), *lost, *unsourced)
        return in_order((*wrong, *private.diagnose(tuple(found)).errors))

    @property
    def previews(self) -> dict[str, str]:
        """The dossiers by the path of the page that a recipient of each would see."""
        if not self.settings.previews:
            return {}
        from dossier.render.frame import preview_page  # noqa: PLC0415

        applications = self.view(Audience.PRIVATE).library.applications
        return {f"{preview_page(id_).removesuffix('.md')}.html": id_ for id_ in applications}

    def draw_preview(self, path: str) -> str | None:
        """Return one of these pages, None if there is nothing of its dossier to send."""
        from dossier.render.frame import preview_page  # noqa: PLC0415
        from dossier.render.share import spell_page  # noqa: PLC0415

        application_id = self.previews[path]
        if application_id not in self.recipients.library.applications:
            return None
        page = preview_page(application_id)
        document = self.recipients.document(application_id, page=page, day=self.settings.as_of)
        return spell_page(document, self.settings.templates)
