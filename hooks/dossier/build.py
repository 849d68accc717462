"""The pipeline, one line a stage: read, filter, check, render."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dossier.lint import lint
from dossier.lint.silence import silence
from dossier.load.assemble import assemble
from dossier.load.tree import FileKind, Tree, read_tree
from dossier.model.audience import Audience
from dossier.model.library import Library
from dossier.plain.files import read_ordinary
from dossier.plain.image_size import ImageSize, image_size
from dossier.plain.metadata import UnreadableAssetError, strip
from dossier.plain.problems import Place, Problem, Severity, in_order
from dossier.publishing.private_names import find_names
from dossier.render.frame import Frame, preview_page
from dossier.render.share import spell_page
from dossier.render.site import SiteFiles, referenced_assets, render_site, renderer_of
from dossier.render.stylesheet import standalone_stylesheet
from dossier.settings import Settings
from dossier.sharing.document import SharedView

MAX_ASSET = 50_000_000
"""The largest asset that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What is wrong, and what the author has silenced with a reason."""

    problems: tuple[Problem, ...]
    silenced: tuple[tuple[Problem, str], ...]


@dataclass(frozen=True, slots=True)
class Site:
    """A finished site, and what is wrong with it."""

    library: Library
    files: SiteFiles
    diagnosis: Diagnosis
    assets: tuple[tuple[str, bytes], ...]
    """The assets that pages refer to, by path, without their metadata."""
    sizes: Mapping[str, ImageSize]
    """Of the images among them."""


def build(settings: Settings) -> Site:
    """Read `content/` and return every page that the settings' audience may see."""
    tree, library, problems = load(settings)
    assets, unreadable = read_assets(settings, library)
    diagnosis = examine(settings, tree, library, (*problems, *unreadable))
    sizes = measure(assets)
    frame = Frame.of(library, settings.as_of, directory_urls=settings.directory_urls, sizes=sizes)
    renderer = renderer_of(frame, settings.templates)
    files = render_site(renderer, diagnosis.problems, len(diagnosis.silenced))
    if settings.audience is Audience.PRIVATE:
        files = replace(files, files=(*files.files, *previews(tree, settings)))
    return Site(library, files, diagnosis, assets, sizes)


def shared_view(tree: Tree, settings: Settings) -> SharedView:
    """Return what all recipients may see."""
    library, _ = assemble(tree, Audience.SHARED)
    assets, _ = read_assets(settings, library)
    css = standalone_stylesheet(settings.templates)
    return SharedView(library, settings, dict(assets), measure(assets), css)


def previews(tree: Tree, settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield, by path, the page that a recipient of each dossier would see."""
    view = shared_view(tree, settings)
    for application_id in view.library.applications:
        page = preview_page(application_id)
        document = view.document(application_id, page=page)
        yield f"{page.removesuffix('.md')}.html", spell_page(document, settings.templates)


def diagnose(settings: Settings) -> Diagnosis:
    """Return all that is wrong in what the settings' audience may see."""
    tree, library, problems = load(settings)
    _, unreadable = read_assets(settings, library)
    return examine(settings, tree, library, (*problems, *unreadable))


def load(settings: Settings) -> tuple[Tree, Library, tuple[Problem, ...]]:
    """Read `content/` and return what the settings' audience may see of it."""
    tree = read_tree(settings.content, settings.root)
    library, problems = assemble(tree, settings.audience)
    return tree, library, problems


def examine(
    settings: Settings, tree: Tree, library: Library, problems: tuple[Problem, ...]
) -> Diagnosis:
    """Return what is wrong, from what was found while reading and what is wrong across files."""
    texts = {document.source.file: document.source.text for document in tree.documents}
    return Diagnosis(*silence((*problems, *lint(library, settings.as_of)), texts))


def read_assets(
    settings: Settings, library: Library
) -> tuple[tuple[tuple[str, bytes], ...], tuple[Problem, ...]]:
    """Return the assets that visible texts refer to, stripped, and those that cannot be."""
    assets, problems = [], []
    for name in referenced_assets(library):
        where = Place(f"{settings.content.name}/{name}")
        try:
            content = read_ordinary(settings.content / name, MAX_ASSET)
            assets.append((name, strip(name, content)))
        except UnreadableAssetError as error:
            hint = "it is left out; save it again as what its name says"
            problems.append(Problem("asset-type", where, str(error), hint))
        except OSError as error:
            message = f"the file cannot be read: {error.strerror}"
            problems.append(Problem("file-unreadable", where, message, "it is left out"))
    return tuple(assets), tuple(problems)


def measure(assets: Iterable[tuple[str, bytes]]) -> Mapping[str, ImageSize]:
    """Return the sizes of the images among stripped assets, by path."""
    sizes = ((name, image_size(name, content)) for name, content in assets)
    return {name: size for name, size in sizes if size}


def diagnose_all(settings: Settings) -> Diagnosis:
    """Return all that is wrong, private names in the public view included."""
    tree, library, problems = load(settings.seen_by(Audience.PRIVATE))
    _, unreadable = read_assets(settings, library)
    public, _ = assemble(tree, Audience.PUBLIC)
    frame = Frame.of(public, settings.as_of, directory_urls=settings.directory_urls)
    site = render_site(renderer_of(frame, settings.templates))
    named = find_names(library, public, site, dict(settings.allowed_names))
    return examine(settings, tree, library, (*problems, *unreadable, *named))


def publishing_problems(settings: Settings, tree: Tree) -> tuple[Problem, ...]:
    """Return the errors of what recipients and the public may see.

    A page that cannot be read tells nobody who may see it, so it counts; a dossier or the
    evidence lock does not.
    """
    library, problems = assemble(tree, Audience.SHARED)
    _, unreadable = read_assets(settings, library)
    diagnosis = examine(settings, tree, library, (*problems, *unreadable))
    lost = (
        problem
        for document in tree.documents
        if document.kind not in (FileKind.APPLICATION, FileKind.LOCK)
        for problem in document.problems
    )
    found = in_order((*diagnosis.problems, *lost))
    return tuple(problem for problem in found if problem.severity is Severity.ERROR)
