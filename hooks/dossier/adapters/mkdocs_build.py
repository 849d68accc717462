"""Sites of this project's own commands, which MkDocs writes: of what was read before."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.exceptions import Abort, PluginError

from dossier.adapters import mkdocs_config
from dossier.adapters.mkdocs import requesting
from dossier.build import Project
from dossier.model.audience import Audience
from dossier.plain.errors import ConfigError, ContentError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""The errors of a file that there is no room for."""


def build_private(config_file: Path, directory: Path, project: Project) -> None:
    """Write the private site of a project into a directory that the caller has made safe.

    Raises ConfigError, or ContentError if the site cannot be built.
    """
    _build(config_file, project, Audience.PRIVATE, site_dir=str(directory))


def build_public(config_file: Path, project: Project, directory: Path | None = None) -> Audience:
    """Write a project's public site, strictly, into `site_dir` or a directory of the caller's.

    Returns the audience that it was built for, so that whoever publishes it need not believe it.
    Raises ConfigError, or ContentError for any problem.
    """
    place = {"site_dir": str(directory)} if directory else {}
    return _build(config_file, project, Audience.PUBLIC, strict=True, **place)


def _build(
    config_file: Path,
    project: Project,
    audience: Audience,
    **options: Any,  # noqa: ANN401 - MkDocs' options
) -> Audience:
    """Build what was read before, whatever happens to the files meanwhile.

    Configuration and markup the engine reads again: if they have changed, nothing is built.
    """
    project.view(audience)
    with requesting(project, audience) as run:
        config = mkdocs_config.load(config_file, **options)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        except (Abort, PluginError) as error:
            # MkDocs has logged why.
            raise _config_error_behind(error) or ContentError(str(error)) from None
        except OSError as error:
            if error.errno not in _FULL:
                raise
            # It names no file, or the one that was copied.
            raise OSError(error.errno, error.strerror, config.site_dir) from error
        finally:
            config.plugins.on_shutdown()
        project.surroundings.refuse_changed()
        return run.site.library.audience if run.site else Audience.PRIVATE


def _config_error_behind(error: BaseException | None) -> ConfigError | None:
    """Return the error of ours that made MkDocs stop, if one did."""
    while error and not isinstance(error, ConfigError):
        error = error.__cause__ or error.__context__
    return error if isinstance(error, ConfigError) else None
